"""What is billed again and again: each period is a posted invoice of its customer and its first day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, or_, select

from app.invoicing.states import InvoiceStatus
from app.invoicing.tables import invoice, recurring_invoice, recurring_period
from app.reporting.verify.results import Check, stream


def _periods(connection: Connection) -> Iterator[str]:
    pattern = invoice.alias()
    query = (
        select(recurring_period.c.period_from, pattern.c.number)
        .join_from(recurring_period, recurring_invoice)
        .join(pattern, pattern.c.id == recurring_invoice.c.pattern_id)
        .join(invoice, invoice.c.id == recurring_period.c.invoice_id)
        .where(
            or_(
                invoice.c.status != InvoiceStatus.POSTED.value, invoice.c.party_id != pattern.c.party_id,
                invoice.c.period_from.is_distinct_from(recurring_period.c.period_from),
            )
        )
    )  # fmt: skip
    for row in stream(connection, query):
        yield f"the period from {row.period_from} of what repeats {row.number} is not the invoice it names"


def _ahead(connection: Connection) -> Iterator[str]:
    query = (
        select(recurring_invoice.c.id, recurring_period.c.period_from)
        .join_from(recurring_invoice, recurring_period)
        .where(recurring_period.c.period_from >= recurring_invoice.c.next_on)
    )
    for row in stream(connection, query):
        yield f"the period from {row.period_from} of recurring invoice {row.id} would be billed twice"


RECURRING_CHECKS: Final = (
    Check("recurring_periods", "Periods of recurring invoices are the invoices that they name.", _periods),
    Check("recurring_once", "No period of a recurring invoice is billed twice.", _ahead),
)
