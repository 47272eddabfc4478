"""A full invoice that stands for a receipt of the till: numbered and frozen, and it books nothing.

Turnover, tax and what is owed were booked with the sale; a second time would be double.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import bindparam, select, update

from app.audit.seals import seal_stored
from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.numbers import take_invoice_number
from app.invoicing.refusals import BillingCountryError, InvoiceFutureError
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import SEALED, InvoiceHead, SavedInvoice, saved, write_draft
from app.invoicing.tables import invoice
from app.kernel.permission import Permission, permitted
from app.organisation.queries import get_company
from app.tax.rules import TaxTotal
from app.terms.queries import get_terms

_SAVE = update(invoice).where(invoice.c.id == bindparam("id_"))


def invoice_of_sale(uow: UnitOfWork, sale_id: int) -> SavedInvoice | None:
    """The invoice or credit note that stands for a receipt, or None."""
    row = uow.connection.execute(select(invoice).where(invoice.c.sale_id == sale_id)).one_or_none()
    return None if row is None else saved(row, was_there=True)


@permitted(Permission.INVOICE)
def post_receipt_invoice(
    uow: UnitOfWork, *, head: InvoiceHead, lines: Sequence[BillLine], totals: Iterable[TaxTotal],
    receipt: str, on: date | None = None,
) -> SavedInvoice:  # fmt: skip
    """Write and post it with the figures of the receipt.

    Args:
        uow: the transaction.
        head: with `sale_id`.
        lines: as they were sold.
        totals: the taxes as they were charged.
        receipt: its number, for the journal.
        on: the date; today when left out. Never before the last one of the series.

    Raises:
        InvoiceDateError, InvoiceFutureError, BillingCountryError: see their sentences.
    """
    today = get_company(uow.connection).day_of(uow.now)
    day = on or today
    if day > today:
        raise InvoiceFutureError(on=day, today=today)
    if not head.bill_to.get("country"):
        raise BillingCountryError(name=get_terms(uow.connection, party_id=head.party_id).name)
    draft = write_draft(uow, head, lines, totals)
    number, sequence = take_invoice_number(uow, draft.invoice_id, head.kind, day)
    uow.connection.execute(
        _SAVE,
        {
            "id_": draft.invoice_id, "status": InvoiceStatus.POSTED.value, "number": number,
            "fiscal_year": day.year, "sequence": sequence, "date": day, "due_date": day,
            "posted_at": uow.now, "posted_by": uow.actor.user_id, "version": 2,
        },
    )  # fmt: skip
    seal_stored(uow, SEALED, [draft.invoice_id])
    take_step(
        uow, document_type=head.kind.value, document_id=draft.invoice_id, step="posted", detail=receipt,
        payload={
            "number": number, "date": day, "receipt": receipt, "sale": head.sale_id,
            "gross_minor": draft.gross_minor, "party": head.party_id,
        },
    )  # fmt: skip
    return SavedInvoice(
        draft.invoice_id, head.kind, InvoiceStatus.POSTED, number, draft.gross_minor, draft.payable_minor
    )
