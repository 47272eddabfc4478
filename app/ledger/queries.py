"""What the ledger says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from app.ledger.tables import account, account_role, ledger_day, ledger_entry, ledger_line

MOVED: Final[ColumnElement[int]] = ledger_day.c.debit_minor - ledger_day.c.credit_minor


@dataclass(frozen=True, slots=True)
class AccountBalance:
    """The sum of an account's lines; debit positive."""

    code: str
    name: str
    kind: str
    balance_minor: int


def list_balances(
    connection: Connection, *, until: date | None = None, shift_id: int | None = None
) -> list[AccountBalance]:
    """Every account with lines: up to and including a day, or of one shift."""
    query = (
        select(account.c.code, account.c.name, account.c.kind, func.sum(MOVED))
        .join_from(ledger_day, account, account.c.code == ledger_day.c.account_code)
        .group_by(account.c.code, account.c.name, account.c.kind)
        .order_by(account.c.code)
    )
    if until is not None:
        query = query.where(ledger_day.c.business_date <= until)
    if shift_id is not None:
        query = query.where(ledger_day.c.shift_id == shift_id)
    return [AccountBalance(code, name, kind, int(s)) for code, name, kind, s in connection.execute(query)]


def account_of(connection: Connection, *, role: str) -> str:
    """The account code a role is booked on; the part before ":" is the fallback."""
    chart = {r.role: r.account_code for r in connection.execute(select(account_role))}
    return str(chart.get(role) or chart[role.split(":", maxsplit=1)[0]])


def accounts_of(connection: Connection, *, role: str) -> tuple[str, ...]:
    """Every account that bears a role or bore it before the chart was changed."""
    rows = connection.execute(select(account_role).order_by(account_role.c.role))
    return tuple(dict.fromkeys(str(r.account_code) for r in rows if r.role.split(":", maxsplit=1)[0] == role))


def moved_minor(
    connection: Connection, *, codes: Sequence[str], since: date | None = None, until: date | None = None,
    kinds: Sequence[str] = (), without: Sequence[str] = (),
) -> int:  # fmt: skip
    """What accounts moved, debit positive, by the summary of the days.

    Args:
        connection: a transaction.
        codes: of the accounts.
        since: the first day, from the beginning where it is left out.
        until: the last day.
        kinds: only entries of these kinds.
        without: without entries of these kinds.
    """
    wanted: list[ColumnElement[bool]] = [ledger_day.c.account_code.in_(codes)]
    wanted += [ledger_day.c.business_date >= since] if since is not None else []
    wanted += [ledger_day.c.business_date <= until] if until is not None else []
    wanted += [ledger_day.c.kind.in_(kinds)] if kinds else []
    wanted += [ledger_day.c.kind.not_in(without)] if without else []
    return int(connection.execute(select(func.coalesce(func.sum(MOVED), 0)).where(*wanted)).scalar_one())


def moved_by_party(
    connection: Connection, *, codes: Sequence[str], until: date | None = None
) -> dict[int, int]:
    """What accounts moved by customer, debit positive; 0 is what bears no customer."""
    query = (
        select(ledger_line.c.party_id, func.sum(ledger_line.c.amount_minor))
        .where(ledger_line.c.party_id.is_not(None), ledger_line.c.account_code.in_(codes))
        .group_by(ledger_line.c.party_id)
    )
    if until is not None:
        query = query.join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id).where(
            ledger_entry.c.business_date <= until
        )
    found = {int(party_id): int(minor) for party_id, minor in connection.execute(query)}
    others = moved_minor(connection, codes=codes, until=until) - sum(found.values())
    return found | ({0: others} if others else {})


def list_unbalanced_entries(connection: Connection) -> list[int]:
    """Ids of entries whose lines do not sum to zero; always empty."""
    rows = connection.execute(
        select(ledger_line.c.entry_id)
        .group_by(ledger_line.c.entry_id)
        .having(func.sum(ledger_line.c.amount_minor) != 0)
    )
    return [int(r[0]) for r in rows]
