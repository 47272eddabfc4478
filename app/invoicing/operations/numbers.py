"""The numbers of posted documents: by kind and year, without a gap; customers who write have their own."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import select, update

from app.db.unit_of_work import UnitOfWork
from app.invoicing.refusals import InvoiceDateError
from app.invoicing.states import InvoiceKind
from app.invoicing.tables import invoice, self_billed
from app.numbering.operations import take_number

SERIES: Final = {
    InvoiceKind.INVOICE: "INV",
    InvoiceKind.PREPAYMENT: "DP",
    InvoiceKind.CREDIT_NOTE: "CN",
    InvoiceKind.PRO_FORMA: "PF",
}
SELF_BILLED: Final = "self_billed"  # the series of invoices and credit notes that customers write
SELF_BILLED_SCOPE: Final = "SB"


def their_day(uow: UnitOfWork, invoice_id: int) -> date | None:
    """The day of a document that its customer wrote; None of our own."""
    found: date | None = uow.connection.execute(
        select(self_billed.c.issued_on).where(self_billed.c.invoice_id == invoice_id)
    ).scalar_one_or_none()
    return found


def take_invoice_number(
    uow: UnitOfWork, invoice_id: int, kind: InvoiceKind, day: date
) -> tuple[str, int | None]:
    """The next number of the year; refused when the one before it bears a later date.

    What the customer wrote in our name counts in a series of its own and takes no place in ours; its day is
    the customer's, in no order.
    """
    own = uow.connection.execute(
        update(self_billed)
        .where(self_billed.c.invoice_id == invoice_id)
        .values(fiscal_year=day.year)
        .returning(self_billed.c.invoice_id)
    ).one_or_none()
    if own is not None:
        mine = take_number(uow, document_type=SELF_BILLED, scope=SELF_BILLED_SCOPE, fiscal_year=day.year)
        uow.connection.execute(
            update(self_billed).where(self_billed.c.invoice_id == invoice_id).values(sequence=mine.value)
        )
        return mine.text, None
    taken = take_number(uow, document_type=kind.value, scope=SERIES[kind], fiscal_year=day.year)
    last = uow.connection.execute(
        select(invoice.c.date).where(
            invoice.c.kind == kind.value, invoice.c.fiscal_year == day.year,
            invoice.c.sequence == taken.value - 1,
        )
    ).scalar_one_or_none()  # fmt: skip
    if last is not None and day < last:
        raise InvoiceDateError(last=last, on=day)
    return taken.text, taken.value
