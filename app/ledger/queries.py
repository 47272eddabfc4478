"""What the ledger says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from app.ledger.tables import account, account_role, ledger_entry, ledger_line


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
        select(account.c.code, account.c.name, account.c.kind, func.sum(ledger_line.c.amount_minor))
        .join_from(ledger_line, ledger_entry, ledger_line.c.entry_id == ledger_entry.c.id)
        .join(account, account.c.code == ledger_line.c.account_code)
        .group_by(account.c.code, account.c.name, account.c.kind)
        .order_by(account.c.code)
    )
    if until is not None:
        query = query.where(ledger_entry.c.business_date <= until)
    if shift_id is not None:
        query = query.where(ledger_entry.c.shift_id == shift_id)
    return [AccountBalance(code, name, kind, int(s)) for code, name, kind, s in connection.execute(query)]


def account_of(connection: Connection, *, role: str) -> str:
    """The account code a role is booked on; the part before ":" is the fallback."""
    chart = {r.role: r.account_code for r in connection.execute(select(account_role))}
    return str(chart.get(role) or chart[role.split(":", maxsplit=1)[0]])


def accounts_of(connection: Connection, *, role: str) -> tuple[str, ...]:
    """Every account that bears a role or bore it before the chart was changed."""
    rows = connection.execute(select(account_role).order_by(account_role.c.role))
    return tuple(dict.fromkeys(str(r.account_code) for r in rows if r.role.split(":", maxsplit=1)[0] == role))


def list_unbalanced_entries(connection: Connection) -> list[int]:
    """Ids of entries whose lines do not sum to zero; always empty."""
    rows = connection.execute(
        select(ledger_line.c.entry_id)
        .group_by(ledger_line.c.entry_id)
        .having(func.sum(ledger_line.c.amount_minor) != 0)
    )
    return [int(r[0]) for r in rows]
