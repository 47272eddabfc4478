"""What card payments came to by day, and which days a payout may settle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, func, select

from app.banking.states import MatchKind, MatchStatus
from app.banking.tables import bank_match, bank_match_part
from app.ledger.queries import accounts_of
from app.ledger.tables import ledger_entry, ledger_line

_LONGEST: Final = 10  # days in one payout
_USUAL_FEE: Final = 5  # of 100


@dataclass(frozen=True, slots=True)
class CardDay:
    """What the cards of a day came to that no payout has settled."""

    on: date
    open_minor: int


def open_card_days(connection: Connection, *, until: date) -> list[CardDay]:
    """Days with card payments that are not settled, oldest first."""
    codes = accounts_of(connection, role="card_clearing")
    booked = {
        r.business_date: int(r.minor)
        for r in connection.execute(
            select(ledger_entry.c.business_date, func.sum(ledger_line.c.amount_minor).label("minor"))
            .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
            .where(
                ledger_line.c.account_code.in_(codes), ledger_entry.c.document_type != "bank_match",
                ledger_entry.c.business_date <= until,
            )
            .group_by(ledger_entry.c.business_date)
        )
    }  # fmt: skip
    settled = {
        r.on: int(r.minor)
        for r in connection.execute(
            select(bank_match_part.c.on, func.sum(bank_match_part.c.amount_minor).label("minor"))
            .join_from(bank_match_part, bank_match, bank_match.c.id == bank_match_part.c.match_id)
            .where(
                bank_match.c.kind == MatchKind.PAYOUT.value, bank_match.c.status == MatchStatus.POSTED.value,
                bank_match_part.c.on.is_not(None),
            )
            .group_by(bank_match_part.c.on)
        )
    }  # fmt: skip
    left = [CardDay(on, minor - settled.get(on, 0)) for on, minor in sorted(booked.items())]
    return [d for d in left if d.open_minor > 0]


def payout_days(days: list[CardDay], amount_minor: int) -> list[tuple[CardDay, ...]]:
    """Runs of days that come to a payout and the usual fee at most, the smallest fee first."""
    found: list[tuple[int, tuple[CardDay, ...]]] = []
    for first in range(len(days)):
        gross = 0
        for last in range(first, min(first + _LONGEST, len(days))):
            gross += days[last].open_minor
            fee = gross - amount_minor
            if fee >= 0 and fee * 100 <= gross * _USUAL_FEE:
                found.append((fee, tuple(days[first : last + 1])))
    return [run for _fee, run in sorted(found, key=lambda x: (x[0], x[1][0].on))]
