"""Reading and writing invoices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, insert, select

from app.audit.seals import SealedKind, SealedTable
from app.db.prepared import Prepared, Write, run_together
from app.db.unit_of_work import UnitOfWork
from app.invoicing.refusals import NoSuchInvoiceError
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.tables import deposit_use, invoice, invoice_line, invoice_tax, self_billed
from app.kernel.canonical import canonical_json
from app.kernel.ids import next_id, take_ids
from app.orders.store import link_document
from app.tax.rules import TaxTotal

_INSERT: Final = Prepared(insert(invoice))
_INSERT_LINES: Final = Prepared(insert(invoice_line))
_INSERT_TAXES: Final = Prepared(insert(invoice_tax))
_INVOICE: Final = Prepared(select(invoice).where(invoice.c.id == bindparam("id_")))
_LOCKED: Final = Prepared(select(invoice).where(invoice.c.id == bindparam("id_")).with_for_update())
_BY_UUID: Final = Prepared(select(invoice).where(invoice.c.uuid == bindparam("uuid_")))
_LINES: Final = Prepared(
    select(invoice_line)
    .where(invoice_line.c.invoice_id == bindparam("id_"))
    .order_by(invoice_line.c.position)
)
_TAXES: Final = Prepared(
    select(invoice_tax)
    .where(invoice_tax.c.invoice_id == bindparam("id_"))
    .order_by(invoice_tax.c.code, invoice_tax.c.rate)
)

SEALED: Final = SealedKind(
    "invoice",
    (
        SealedTable(invoice, "id", only=("status", InvoiceStatus.POSTED.value)),
        SealedTable(invoice_line, "invoice_id", ("position",)),
        SealedTable(invoice_tax, "invoice_id", ("code", "rate")),
        SealedTable(deposit_use, "invoice_id", ("prepayment_id",)),
        SealedTable(self_billed, "invoice_id"),
    ),
)


@dataclass(frozen=True, slots=True)
class SavedInvoice:
    """What an operation on an invoice gives back."""

    invoice_id: int
    kind: InvoiceKind
    status: InvoiceStatus
    number: str | None
    gross_minor: int
    payable_minor: int
    holds: tuple[str, ...] = ()
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class InvoiceHead:
    """The head of a draft."""

    uuid: str
    kind: InvoiceKind
    party_id: int
    bill_to: Mapping[str, str]
    currency: str
    rate_micro: int
    includes_tax: bool
    order_ids: tuple[int, ...] = ()
    payment_term_id: int | None = None
    customer_reference: str = ""
    language: str = ""
    delivered_on: date | None = None
    period_from: date | None = None
    period_to: date | None = None
    corrects_id: int | None = None
    sale_id: int | None = None
    reason: str | None = None


def write_draft(
    uow: UnitOfWork, head: InvoiceHead, lines: Sequence[BillLine], totals: Iterable[TaxTotal]
) -> SavedInvoice:
    """Write a draft whose figures are worked out, and link it to its orders."""
    invoice_id = next_id()
    net, gross = sum(x.net_minor for x in lines), sum(x.gross_minor for x in lines)
    row: dict[str, object] = {
        "id": invoice_id, "uuid": head.uuid, "kind": head.kind.value,
        "status": InvoiceStatus.DRAFT.value, "number": None, "fiscal_year": None, "sequence": None,
        "party_id": head.party_id, "bill_to": canonical_json(head.bill_to),
        "order_id": head.order_ids[0] if len(head.order_ids) == 1 else None,
        "corrects_id": head.corrects_id, "sale_id": head.sale_id, "reason": head.reason,
        "customer_reference": head.customer_reference, "language": head.language, "date": None,
        "delivered_on": head.delivered_on, "period_from": head.period_from,
        "period_to": head.period_to, "due_date": None, "payment_term_id": head.payment_term_id,
        "currency": head.currency, "rate_micro": head.rate_micro, "includes_tax": head.includes_tax,
        "net_minor": net, "tax_minor": gross - net, "gross_minor": gross, "deposit_minor": 0,
        "payable_minor": gross, "note": "", "created_at": uow.now, "created_by": uow.actor.user_id,
        "posted_at": None, "posted_by": None, "version": 1,
    }  # fmt: skip
    line_rows = [
        {
            "id": row_id, "invoice_id": invoice_id, "position": i, "order_id": x.order_id,
            "order_line_id": x.order_line_id, "shipment_line_id": x.shipment_line_id,
            "credits_line_id": x.credits_line_id, "product_id": x.product_id, "sku": x.sku,
            "name": x.name, "unit": x.unit, "quantity_milli": x.quantity_milli,
            "base_milli": x.base_milli, "unit_price_minor": x.unit_price_minor,
            "amount_minor": x.amount_minor, "net_minor": x.net_minor, "tax_minor": x.tax_minor,
            "gross_minor": x.gross_minor, "tax_class_id": x.tax_class_id, "tax_code": x.tax_code,
            "deferred_minor": 0,
        }
        for i, (row_id, x) in enumerate(zip(take_ids(len(lines)), lines, strict=True), start=1)
    ]  # fmt: skip
    tax_rows = [
        {
            "invoice_id": invoice_id, "code": t.code, "rate": t.rate, "base_minor": t.base_minor,
            "tax_minor": t.tax_minor,
        }
        for t in totals
    ]  # fmt: skip
    writes: list[Write] = [(_INSERT, row), (_INSERT_LINES, line_rows)]
    run_together(uow.connection, [*writes, (_INSERT_TAXES, tax_rows)] if tax_rows else writes)
    link_document(
        uow, order_ids=head.order_ids, document_type=head.kind.value, document_id=invoice_id, number=None
    )
    return SavedInvoice(invoice_id, head.kind, InvoiceStatus.DRAFT, None, gross, gross)


def lock_invoice(uow: UnitOfWork, invoice_id: int) -> Row[Any]:
    """The invoice's row, locked; raises NoSuchInvoiceError."""
    row: Row[Any] | None = _LOCKED.one_or_none(uow.connection, {"id_": invoice_id})
    if row is None:
        raise NoSuchInvoiceError
    return row


def invoice_row(connection: Connection, invoice_id: int) -> Row[Any]:
    """The invoice's row; raises NoSuchInvoiceError."""
    row: Row[Any] | None = _INVOICE.one_or_none(connection, {"id_": invoice_id})
    if row is None:
        raise NoSuchInvoiceError
    return row


def invoice_lines(connection: Connection, invoice_id: int) -> list[Row[Any]]:
    """Its lines by position."""
    return _LINES.all(connection, {"id_": invoice_id})


def invoice_taxes(connection: Connection, invoice_id: int) -> list[Row[Any]]:
    """Its taxes by code and rate."""
    return _TAXES.all(connection, {"id_": invoice_id})


def by_uuid(uow: UnitOfWork, uuid: str) -> SavedInvoice | None:
    """The invoice that the same request made before."""
    row = _BY_UUID.one_or_none(uow.connection, {"uuid_": uuid})
    return None if row is None else saved(row, was_there=True)


def saved(row: Row[Any], *, was_there: bool = False, holds: tuple[str, ...] = ()) -> SavedInvoice:
    """What an invoice's row says, as the answer of an operation."""
    return SavedInvoice(
        row.id, InvoiceKind(row.kind), InvoiceStatus(row.status), row.number, row.gross_minor,
        row.payable_minor, holds, was_there,
    )  # fmt: skip
