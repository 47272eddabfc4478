"""Orders that are made again and again: which, how often, and when next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from app.orders.states import RepeatUnit
from app.orders.tables import recurring_order, sales_order
from app.parties.tables import party
from app.terms.rules import add_months


@dataclass(frozen=True, slots=True)
class RecurringOrder:
    """A row of the list; `made` is how many were made so far."""

    id: int
    pattern_id: int
    pattern_number: str
    party_id: int
    party_name: str
    every: int
    unit: RepeatUnit
    first_on: date
    last_on: date | None
    lead_days: int
    made: int
    confirms: bool
    active: bool
    gross_minor: int  # of the pattern
    currency: str

    @property
    def next_on(self) -> date:
        """The day of the next delivery."""
        return delivery_day(self.first_on, self.every, self.unit, self.made)

    def is_due(self, on: date) -> bool:
        """Whether the next order is to be made."""
        return self.active and self.next_on - timedelta(days=self.lead_days) <= on


def delivery_day(first: date, every: int, unit: RepeatUnit, number: int) -> date:
    """The day of a delivery, counted from 0; of a month that is too short, its last day."""
    if unit is RepeatUnit.WEEK:
        return first + timedelta(weeks=every * number)
    return add_months(first, every * number)


def list_recurring_orders(connection: Connection) -> list[RecurringOrder]:
    """All of them: what runs by its next day, then what has ended."""
    table = recurring_order.c
    rows = connection.execute(
        select(
            table.id, table.pattern_id, sales_order.c.number, sales_order.c.party_id, party.c.name,
            table.every, table.unit, table.first_on, table.last_on, table.lead_days, table.made,
            table.confirms, table.active, sales_order.c.gross_minor, sales_order.c.currency,
        )
        .join_from(recurring_order, sales_order, sales_order.c.id == table.pattern_id)
        .join(party, party.c.id == sales_order.c.party_id)
    ).all()  # fmt: skip
    found = [
        RecurringOrder(
            r.id, r.pattern_id, r.number or "-", r.party_id, r.name, r.every, RepeatUnit(r.unit), r.first_on,
            r.last_on, r.lead_days, r.made, bool(r.confirms), bool(r.active), r.gross_minor, r.currency,
        )
        for r in rows
    ]  # fmt: skip
    return sorted(found, key=lambda x: (not x.active, x.next_on, x.id))
