"""What is asked about invoices and credit notes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from app.invoicing.refusals import NoSuchInvoiceError
from app.invoicing.self_billing import SelfBilled, find_self_billed
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.store import invoice_lines, invoice_taxes
from app.invoicing.tables import deposit_use, invoice, invoice_hold, invoice_line
from app.parties.tables import party
from app.receivables.queries import OpenItem, items_of
from app.receivables.rules import Owed, Standing, standing

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """A row of the list of invoices."""

    id: int
    kind: InvoiceKind
    status: InvoiceStatus
    number: str | None
    party_id: int
    party_name: str
    on: date | None
    due_date: date | None
    currency: str
    gross_minor: int
    payable_minor: int
    corrects_id: int | None


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """A line as it was billed."""

    id: int
    position: int
    order_id: int | None
    order_line_id: int | None
    shipment_line_id: int | None
    credits_line_id: int | None
    product_id: int | None
    sku: str
    name: str
    unit: str
    quantity_milli: int
    base_milli: int
    unit_price_minor: int
    amount_minor: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    tax_code: str


@dataclass(frozen=True, slots=True)
class InvoiceTax:
    """The tax of one rate."""

    code: str
    rate: int
    base_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class InvoiceHold:
    """Why it is, or was, held."""

    reason: str
    detail: str
    created_at: datetime
    released_at: datetime | None
    released_by: int | None
    release_note: str | None


@dataclass(frozen=True, slots=True)
class DeductedDeposit:
    """A prepayment invoice that was taken off."""

    prepayment_id: int
    number: str
    net_minor: int
    tax_minor: int
    gross_minor: int


@dataclass(frozen=True, slots=True)
class InvoiceDetail:
    """An invoice with everything its page and its paper show."""

    row: InvoiceRow
    bill_to: dict[str, str]
    customer_reference: str
    language: str
    reason: str | None
    delivered_on: date | None
    period_from: date | None
    period_to: date | None
    includes_tax: bool
    net_minor: int
    tax_minor: int
    deposit_minor: int
    rate_micro: int
    sale_id: int | None
    version: int
    lines: tuple[InvoiceLine, ...]
    taxes: tuple[InvoiceTax, ...]
    deposits: tuple[DeductedDeposit, ...]
    items: tuple[OpenItem, ...]  # instalments with what is open of each
    holds: tuple[InvoiceHold, ...]
    credited: tuple[tuple[int, int], ...]  # (line, sold quantity) that credit notes took back
    self_billed: SelfBilled | None = None  # the customer wrote it

    @property
    def paper_number(self) -> str:
        """The number that counts on paper: the customer's, where he wrote it."""
        theirs = self.self_billed.number if self.self_billed is not None else ""
        return theirs or self.row.number or ""

    def standing(self, on: date) -> Standing | None:
        """Open, part paid, paid or overdue on a day; None before it is posted."""
        if not self.items:
            return Standing.PAID if self.row.status is InvoiceStatus.POSTED else None
        owed = [Owed(i.id, i.due_date, i.open_minor) for i in self.items]
        return standing(self.row.payable_minor, owed, on=on)


_LIST: Final = select(invoice, party.c.name.label("party_name")).join_from(invoice, party)


def read_row(r: Row[Any]) -> InvoiceRow:
    """A row of the list, from the invoice with its customer's name."""
    names = {name: "date" if name == "on" else name for name in InvoiceRow.__dataclass_fields__}
    values = {name: getattr(r, column) for name, column in names.items()}
    return InvoiceRow(**{**values, "kind": InvoiceKind(r.kind), "status": InvoiceStatus(r.status)})


def list_invoices(
    connection: Connection, *, kind: InvoiceKind | None = None, status: InvoiceStatus | None = None,
    party_id: int | None = None, after_id: int | None = None, limit: int = PAGE,
) -> list[InvoiceRow]:  # fmt: skip
    """Invoices and credit notes, newest first; the next page begins after the last row's id."""
    query = _LIST.order_by(invoice.c.id.desc()).limit(limit)
    if kind is not None:
        query = query.where(invoice.c.kind == kind.value)
    if status is not None:
        query = query.where(invoice.c.status == status.value)
    if party_id is not None:
        query = query.where(invoice.c.party_id == party_id)
    if after_id is not None:
        query = query.where(invoice.c.id < after_id)
    return [read_row(r) for r in connection.execute(query)]


def find_invoice(connection: Connection, *, number: str) -> InvoiceRow | None:
    """The invoice or credit note of that number, or None."""
    row = connection.execute(_LIST.where(invoice.c.number == number.strip().upper())).one_or_none()
    return None if row is None else read_row(row)


def get_invoice(connection: Connection, *, invoice_id: int) -> InvoiceDetail:
    """Everything about an invoice; raises NoSuchInvoiceError."""
    r = connection.execute(_LIST.where(invoice.c.id == invoice_id)).one_or_none()
    if r is None:
        raise NoSuchInvoiceError
    lines = invoice_lines(connection, invoice_id)
    names = InvoiceLine.__dataclass_fields__
    return InvoiceDetail(
        row=read_row(r), bill_to=json.loads(r.bill_to), customer_reference=r.customer_reference,
        language=r.language, reason=r.reason, delivered_on=r.delivered_on, period_from=r.period_from,
        period_to=r.period_to, includes_tax=r.includes_tax, net_minor=r.net_minor,
        tax_minor=r.tax_minor, deposit_minor=r.deposit_minor, rate_micro=r.rate_micro,
        sale_id=r.sale_id, version=r.version,
        lines=tuple(InvoiceLine(*(getattr(x, n) for n in names)) for x in lines),
        taxes=tuple(
            InvoiceTax(t.code, t.rate, t.base_minor, t.tax_minor)
            for t in invoice_taxes(connection, invoice_id)
        ),
        deposits=tuple(_deposits(connection, invoice_id)),
        items=tuple(_items(connection, r)),
        holds=tuple(_holds(connection, invoice_id)),
        credited=tuple(_credited(connection, invoice_id)),
        self_billed=find_self_billed(connection, invoice_id=invoice_id),
    )  # fmt: skip


def _items(connection: Connection, r: Row[Any]) -> list[OpenItem]:
    """What is open; of an invoice that stands for a receipt, the receipt's."""
    if r.sale_id is not None:
        return items_of(connection, document_type="sale", document_id=r.sale_id)
    return items_of(connection, document_type=r.kind, document_id=r.id)


def _deposits(connection: Connection, invoice_id: int) -> list[DeductedDeposit]:
    rows = connection.execute(
        select(deposit_use, invoice.c.number)
        .join_from(deposit_use, invoice, invoice.c.id == deposit_use.c.prepayment_id)
        .where(deposit_use.c.invoice_id == invoice_id)
        .order_by(deposit_use.c.prepayment_id)
    )
    return [DeductedDeposit(r.prepayment_id, r.number, r.net_minor, r.tax_minor, r.gross_minor) for r in rows]


def _holds(connection: Connection, invoice_id: int) -> list[InvoiceHold]:
    columns = [invoice_hold.c[name] for name in InvoiceHold.__dataclass_fields__]
    rows = connection.execute(
        select(*columns).where(invoice_hold.c.invoice_id == invoice_id).order_by(invoice_hold.c.id)
    )
    return [InvoiceHold(*row) for row in rows]


def _credited(connection: Connection, invoice_id: int) -> list[tuple[int, int]]:
    rows = connection.execute(
        select(invoice_line.c.credits_line_id, func.sum(invoice_line.c.quantity_milli))
        .join_from(invoice_line, invoice)
        .where(
            invoice.c.corrects_id == invoice_id,
            invoice.c.status == InvoiceStatus.POSTED.value,
            invoice_line.c.credits_line_id.is_not(None),
        )
        .group_by(invoice_line.c.credits_line_id)
        .order_by(invoice_line.c.credits_line_id)
    )
    return [(int(r[0]), int(r[1])) for r in rows]
