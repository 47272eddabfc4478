"""What is billed again and again, and when next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from app.invoicing.tables import invoice, recurring_invoice, recurring_period
from app.parties.tables import party


@dataclass(frozen=True, slots=True)
class RecurringRow:
    """A row of the list."""

    id: int
    pattern_id: int
    pattern_number: str
    party_name: str
    months: int
    next_on: date
    last_on: date | None
    active: bool
    net_minor: int  # of the pattern
    currency: str
    billed: int  # periods so far

    def is_due(self, on: date) -> bool:
        """Whether a period has begun that is not billed."""
        return self.active and self.next_on <= on


def list_recurring(connection: Connection) -> list[RecurringRow]:
    """All of them: what runs by its next day, then what has ended."""
    billed = (
        select(recurring_period.c.recurring_id, func.count().label("billed"))
        .group_by(recurring_period.c.recurring_id)
        .subquery()
    )
    rows = connection.execute(
        select(
            recurring_invoice.c.id, recurring_invoice.c.pattern_id, invoice.c.number, party.c.name,
            recurring_invoice.c.months, recurring_invoice.c.next_on, recurring_invoice.c.last_on,
            recurring_invoice.c.active, invoice.c.net_minor, invoice.c.currency,
            func.coalesce(billed.c.billed, 0),
        )
        .join_from(recurring_invoice, invoice, invoice.c.id == recurring_invoice.c.pattern_id)
        .join(party, party.c.id == invoice.c.party_id)
        .outerjoin(billed, billed.c.recurring_id == recurring_invoice.c.id)
        .order_by(recurring_invoice.c.active.desc(), recurring_invoice.c.next_on, recurring_invoice.c.id)
    )  # fmt: skip
    return [RecurringRow(*r) for r in rows]
