"""The ledger of one account, page by page: what stands behind a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from app.accounting.document_numbers import document_numbers
from app.ledger.queries import moved_minor
from app.ledger.tables import account, ledger_day, ledger_entry, ledger_line
from app.parties.tables import party


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of an account with what it came to after it."""

    entry_id: int
    on: date
    kind: str
    document_type: str
    document_id: int
    document_number: str
    party_name: str
    amount_minor: int
    balance_minor: int


@dataclass(frozen=True, slots=True)
class LedgerMark:
    """Where a page of an account ended."""

    on: date
    entry_id: int
    position: int
    balance_minor: int


@dataclass(frozen=True, slots=True)
class AccountLedger:
    """One account over a period, or a page of it; `mark` leads to the next page, None: there is none."""

    code: str
    name: str
    opening_minor: int
    closing_minor: int  # at the end of the period
    rows: tuple[LedgerRow, ...]
    mark: LedgerMark | None = None


def account_ledger(
    connection: Connection, *, code: str, since: date, until: date, mark: LedgerMark | None = None,
    limit: int | None = None,
) -> AccountLedger:  # fmt: skip
    """The lines of an account in a period, each with its document, oldest first.

    Read day by day, on the days on which the account moved by its summary: lines have no index on the
    account (docs/adr/0005).

    Args:
        connection: a transaction.
        code: of the account.
        since: the first day.
        until: the last day.
        mark: where the page before ended.
        limit: so many lines; all of them where it is left out.
    """
    name = connection.execute(select(account.c.name).where(account.c.code == code)).scalar_one_or_none()
    opening = moved_minor(connection, codes=(code,)) - moved_minor(connection, codes=(code,), since=since)
    closing = opening + moved_minor(connection, codes=(code,), since=since, until=until)
    found: list[Row[Any]] = []
    for row in _lines(connection, code, since if mark is None else mark.on, until, mark):
        found.append(row)
        if limit is not None and len(found) > limit:
            break
    shown = found if limit is None else found[:limit]
    rows = _rows(connection, shown, opening if mark is None else mark.balance_minor)
    last = shown[-1] if len(found) > len(shown) else None
    further = None if last is None else LedgerMark(
        last.business_date, last.id, last.position, rows[-1].balance_minor
    )  # fmt: skip
    return AccountLedger(code, name or "", opening, closing, rows, further)


def _lines(
    connection: Connection, code: str, since: date, until: date, mark: LedgerMark | None
) -> Iterator[Row[Any]]:
    days = connection.execute(
        select(ledger_day.c.business_date)
        .where(
            ledger_day.c.account_code == code, ledger_day.c.business_date >= since,
            ledger_day.c.business_date <= until,
        )
        .distinct()
        .order_by(ledger_day.c.business_date)
    ).scalars()  # fmt: skip
    for on in days.all():
        rows = connection.execute(
            select(
                ledger_entry, ledger_line.c.position, ledger_line.c.amount_minor,
                party.c.name.label("party_name"),
            )
            .join_from(ledger_entry, ledger_line, ledger_entry.c.id == ledger_line.c.entry_id)
            .outerjoin(party, party.c.id == ledger_line.c.party_id)
            .where(ledger_line.c.account_code == code, ledger_entry.c.business_date == on)
            .order_by(ledger_entry.c.id, ledger_line.c.position)
        )  # fmt: skip
        for row in rows.all():
            if mark is None or (on, row.id, row.position) > (mark.on, mark.entry_id, mark.position):
                yield row


def _rows(connection: Connection, shown: list[Row[Any]], balance: int) -> tuple[LedgerRow, ...]:
    numbers = document_numbers(connection, {(r.document_type, r.document_id) for r in shown})
    found: list[LedgerRow] = []
    for r in shown:
        balance += r.amount_minor
        number = numbers.get((r.document_type, r.document_id), "")
        found.append(
            LedgerRow(
                r.id, r.business_date, r.kind, r.document_type, r.document_id, number, r.party_name or "",
                r.amount_minor, balance,
            )
        )  # fmt: skip
    return tuple(found)
