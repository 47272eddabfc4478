"""Reads and writes that the operations of the room share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, Row, select, update

from app.banking.reading.model import ReadLine, ReadStatement
from app.banking.refusals import LineDoneError, NoSuchAccountError, NoSuchLineError
from app.banking.states import LineStatus
from app.banking.tables import bank_account, bank_line, bank_statement
from app.db.unit_of_work import UnitOfWork
from app.kernel.text import fold
from app.organisation.queries import get_company
from app.terms.queries import rate_on

_HASH: Final = 32


def get_account_row(connection: Connection, account_id: int) -> Row[Any]:
    """The account's row; raises NoSuchAccountError."""
    row = connection.execute(select(bank_account).where(bank_account.c.id == account_id)).one_or_none()
    if row is None:
        raise NoSuchAccountError
    return row


def rate_of(uow: UnitOfWork, currency: str, on: date) -> int:
    """What the ledger reckons a currency at on a day, millionths; raises NoRateError."""
    company = get_company(uow.connection).currency
    return rate_on(uow.connection, currency=currency, company_currency=company, on=on)


def lock_line(uow: UnitOfWork, line_id: int) -> Row[Any]:
    """The line, locked; raises NoSuchLineError."""
    row = uow.connection.execute(
        select(bank_line).where(bank_line.c.id == line_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchLineError
    return row


def lock_open_line(uow: UnitOfWork, line_id: int) -> Row[Any]:
    """As lock_line; raises LineDoneError for one that is booked."""
    row = lock_line(uow, line_id)
    if row.status == LineStatus.BOOKED.value:
        raise LineDoneError
    return row


def set_line_status(uow: UnitOfWork, line_id: int, status: LineStatus, note: str | None = None) -> None:
    """Where the line stands from now on."""
    uow.connection.execute(
        update(bank_line).where(bank_line.c.id == line_id), {"status": status.value, "note": note}
    )


def base_fingerprint(line: ReadLine) -> str:
    """What makes a line the same line in another file; equal lines of a day are told apart by a number.

    The bank's own reference with day and amount where there is one: its words differ between formats.
    """
    told = line.bank_reference or "|".join(
        ("".join(fold(line.text).split()), "".join(fold(line.name).split()), line.iban, line.end_to_end_id)
    )
    whole = f"{line.booked_on.isoformat()}|{line.amount_minor}|{told}"
    return sha256(whole.encode()).hexdigest()[:_HASH]


@dataclass(frozen=True, slots=True)
class Before:
    """The last statement, as the next one sees it."""

    number: str
    to_day: date | None
    closing_minor: int


def last_statement(connection: Connection, account_id: int) -> Before | None:
    """The statement that was the last by day and number, of those that bear a closing balance."""
    row = connection.execute(
        select(bank_statement)
        .where(bank_statement.c.account_id == account_id, bank_statement.c.closing_minor.is_not(None))
        .order_by(bank_statement.c.to_day.desc().nulls_last(), bank_statement.c.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else Before(row.number, row.to_day, row.closing_minor)


def is_kept(connection: Connection, account_id: int, found: ReadStatement) -> bool:
    """Whether the statement was brought before, maybe in another format: same balances, days, number."""
    if not found.proven:
        return False
    _first, last = found.days()
    rows = connection.execute(
        select(bank_statement.c.number).where(
            bank_statement.c.account_id == account_id, bank_statement.c.to_day == last,
            bank_statement.c.opening_minor == found.opening_minor,
            bank_statement.c.closing_minor == found.closing_minor,
        )
    ).scalars()  # fmt: skip
    return any(
        not n
        or not found.number
        or (number_of(n), page_of(n)) == (number_of(found.number), page_of(found.number))
        for n in rows
    )


def number_of(text: str) -> int | None:
    """A statement's number without its page."""
    digits = text.split("/", maxsplit=1)[0]
    return int(digits) if digits.isdigit() and len(digits) < 12 else None  # noqa: PLR2004 - no number is longer


def page_of(text: str) -> int:
    """Its page; 1 where none is told."""
    page = text.partition("/")[2]
    return int(page) if page.isdigit() else 1


def continues(before: Before | None, found: ReadStatement) -> bool:
    """Whether a statement goes on where the last one ended: its lines cannot be in an earlier file."""
    if before is None or found.opening_minor is None or found.opening_minor != before.closing_minor:
        return False
    first, _last = found.days()
    old, new = number_of(before.number), number_of(found.number)
    if old is not None and new is not None and old and new:
        return (new, page_of(found.number)) in ((old + 1, 1), (old, page_of(before.number) + 1))
    return first is not None and before.to_day is not None and first > before.to_day
