"""A customer's account over a period: what was owed before, what came, what is owed after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from app.kernel.refusal import Refusal
from app.receivables.tables import open_item


class StatementPeriodError(Refusal):
    """A period that ends before it begins."""

    message = "The statement ends ({until}) before it begins ({since}). Correct the days."


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What one document did to the account; money from the customer is negative."""

    on: date
    due_date: date
    document_type: str
    document_number: str
    amount_minor: int
    balance_minor: int  # after it


@dataclass(frozen=True, slots=True)
class Account:
    """The account in one currency."""

    currency: str
    opening_minor: int
    lines: tuple[StatementLine, ...]

    @property
    def closing_minor(self) -> int:
        """What is owed at the end; below zero the customer has credit."""
        return self.lines[-1].balance_minor if self.lines else self.opening_minor


@dataclass(frozen=True, slots=True)
class Statement:
    """A customer's accounts over a period, the company's currency first."""

    party_id: int
    since: date
    until: date
    accounts: tuple[Account, ...]


def read_statement(
    connection: Connection, *, party_id: int, since: date, until: date, home: str
) -> Statement:
    """A customer's account from a day to a day, both included.

    What an item was set against moves nothing: invoice and payment are lines of their own, so that the
    balance of a day is the sum of the items up to it, and equals what was open then.

    Args:
        connection: where to read.
        party_id: whose account.
        since: the first day.
        until: the last day.
        home: the company's currency.

    Raises:
        StatementPeriodError: the period ends before it begins.
    """
    if until < since:
        raise StatementPeriodError(since=since, until=until)
    balances: dict[str, int] = {home: 0}
    before = (
        select(open_item.c.currency, func.sum(open_item.c.amount_minor))
        .where(open_item.c.party_id == party_id, open_item.c.date < since)
        .group_by(open_item.c.currency)
    )
    for currency, minor in connection.execute(before):
        balances[currency or home] = balances.get(currency or home, 0) + int(minor)
    opening = dict(balances)
    lines: dict[str, list[StatementLine]] = {}
    rows = connection.execute(
        select(open_item)
        .where(open_item.c.party_id == party_id, open_item.c.date >= since, open_item.c.date <= until)
        .order_by(open_item.c.date, open_item.c.id)
    )
    for r in rows:
        currency = r.currency or home
        balances[currency] = balances.get(currency, 0) + int(r.amount_minor)
        lines.setdefault(currency, []).append(
            StatementLine(
                r.date,
                r.due_date,
                r.document_type,
                r.document_number,
                int(r.amount_minor),
                balances[currency],
            )
        )
    shown = [c for c in balances if c == home or lines.get(c) or opening.get(c)]
    return Statement(
        party_id, since, until,
        tuple(Account(c, opening.get(c, 0), tuple(lines.get(c, ()))) for c in shown),
    )  # fmt: skip
