"""Down payments that were invoiced, and how much of them is still to be deducted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from app.db.prepared import Prepared
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.tables import deposit_use, invoice, invoice_tax
from app.kernel.money import round_half_up, split_by_weight
from app.orders.tables import order_document

# the status is looked at here, not there: SQLite would begin with all posted invoices
_ASKED: Final = Prepared(
    select(
        invoice.c.id, invoice.c.number, invoice.c.status, invoice.c.net_minor, invoice.c.tax_minor,
        invoice.c.gross_minor,
    )
    .join_from(order_document, invoice, invoice.c.id == order_document.c.document_id)
    .where(
        order_document.c.order_id == bindparam("order_"),
        order_document.c.document_type == InvoiceKind.PREPAYMENT.value,
    )
    .order_by(order_document.c.document_id)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deposit:
    """A posted prepayment invoice with what is left of it."""

    prepayment_id: int
    number: str
    net_minor: int
    gross_minor: int
    taxes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Deduction:
    """What is taken off a final invoice."""

    prepayment_id: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    taxes: tuple[tuple[str, int], ...]


# what was taken back by credit notes
_CREDITED: Final = select(
    func.coalesce(func.sum(invoice.c.net_minor), 0), func.coalesce(func.sum(invoice.c.gross_minor), 0)
).where(
    invoice.c.corrects_id == bindparam("invoice_"), invoice.c.kind == InvoiceKind.CREDIT_NOTE.value,
    invoice.c.status == InvoiceStatus.POSTED.value,
)  # fmt: skip


def open_deposits(connection: Connection, *, order_id: int) -> list[Deposit]:
    """The prepayment invoices of an order of which something is left to deduct."""
    found: list[Deposit] = []
    for row in _ASKED.all(connection, {"order_": order_id}):
        if row.status != InvoiceStatus.POSTED.value:
            continue
        used = connection.execute(
            select(
                func.coalesce(func.sum(deposit_use.c.net_minor), 0),
                func.coalesce(func.sum(deposit_use.c.gross_minor), 0),
            ).where(deposit_use.c.prepayment_id == row.id)
        ).one()
        credited = connection.execute(_CREDITED, {"invoice_": row.id}).one()
        gross = row.gross_minor - int(used[1]) - int(credited[1])
        if gross <= 0:
            continue
        net = row.net_minor - int(used[0]) - int(credited[0])
        rows = connection.execute(
            select(invoice_tax.c.code, invoice_tax.c.tax_minor)
            .where(invoice_tax.c.invoice_id == row.id)
            .order_by(invoice_tax.c.code, invoice_tax.c.rate)
        ).all()
        codes, weights = [r.code for r in rows], [r.tax_minor for r in rows]
        shares = split_by_weight(gross - net, weights) if sum(weights) else [0] * len(codes)
        found.append(Deposit(row.id, row.number, net, gross, tuple(zip(codes, shares, strict=True))))
    return found


def takes_deposit_back(connection: Connection, corrects_id: int | None) -> bool:
    """Whether a credit note for that invoice takes a prepayment back."""
    if corrects_id is None:
        return False
    kind = connection.execute(select(invoice.c.kind).where(invoice.c.id == corrects_id)).scalar_one()
    return str(kind) == InvoiceKind.PREPAYMENT.value


def deduct(deposit: Deposit, at_most_minor: int) -> Deduction:
    """So much of a deposit as an invoice can bear; all of it as a rule."""
    gross = min(deposit.gross_minor, max(at_most_minor, 0))
    if gross == deposit.gross_minor:
        tax = sum(t for _c, t in deposit.taxes)
        return Deduction(deposit.prepayment_id, gross - tax, tax, gross, deposit.taxes)
    taxes = tuple((c, round_half_up(t * gross, deposit.gross_minor)) for c, t in deposit.taxes)
    tax = sum(t for _c, t in taxes)
    return Deduction(deposit.prepayment_id, gross - tax, tax, gross, taxes)
