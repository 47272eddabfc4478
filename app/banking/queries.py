"""What is asked about accounts, statements, lines and matches."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, or_, select

from app.banking.gaps import Gap
from app.banking.operations.accounts import PROFILES
from app.banking.operations.others import NOT_BY_HAND
from app.banking.reading.table import CsvProfile
from app.banking.refusals import NoSuchAccountError, NoSuchLineError, UnknownProfileError
from app.banking.states import LineStatus
from app.banking.tables import (
    bank_account,
    bank_file,
    bank_line,
    bank_match,
    bank_match_part,
    bank_statement,
)
from app.ledger.queries import account_of
from app.ledger.tables import account, account_role
from app.organisation.queries import list_settings
from app.parties.tables import party
from app.receivables.queries import OpenItem
from app.receivables.tables import open_item

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class BankAccount:
    """A bank account with what is still to be matched on it."""

    id: int
    name: str
    holder: str
    number: str
    bic: str
    currency: str
    role: str
    creditor_id: str
    active: bool
    ledger_code: str
    balance_minor: int | None  # closing of the last statement
    balance_on: date | None
    open_lines: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as it was kept."""

    id: int
    account_id: int
    account_name: str
    format: str
    number: str
    from_day: date | None
    to_day: date | None
    opening_minor: int | None
    closing_minor: int | None
    new_count: int
    known_count: int
    proven: bool
    gap: Gap | None
    file_name: str
    at: datetime
    currency: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a statement."""

    id: int
    statement_id: int
    account_id: int
    account_name: str
    booked_on: date
    value_on: date
    amount_minor: int
    currency: str
    name: str
    iban: str
    text: str
    reference: str
    end_to_end_id: str
    mandate_id: str
    bank_reference: str
    code: str
    charges_minor: int
    foreign_minor: int
    foreign_currency: str
    return_reason: str
    batch: int
    status: str
    note: str | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a match."""

    kind: str
    amount_minor: int
    open_item_id: int | None
    payment_id: int | None
    reduction_id: int | None
    account_code: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class MatchRow:
    """How a line was booked, or had been."""

    id: int
    line_id: int
    kind: str
    status: str
    matched_by: str
    party_id: int | None
    party_name: str | None
    amount_minor: int
    business_date: date
    at: datetime
    actor_id: int
    undone_at: datetime | None
    undone_reason: str | None
    evidence: tuple[tuple[str, ...], ...]
    parts: tuple[PartRow, ...]


def list_bank_accounts(connection: Connection, *, with_retired: bool = False) -> list[BankAccount]:
    """Bank accounts by name, each with its last balance and what is open on it."""
    query = select(bank_account).order_by(bank_account.c.name)
    if not with_retired:
        query = query.where(bank_account.c.active)
    open_lines = {
        r.account_id: int(r.lines)
        for r in connection.execute(
            select(bank_line.c.account_id, func.count().label("lines"))
            .where(bank_line.c.status == LineStatus.OPEN.value)
            .group_by(bank_line.c.account_id)
        )
    }
    return [_account(connection, r, open_lines.get(r.id, 0)) for r in connection.execute(query).all()]


def _account(connection: Connection, r: Row[Any], open_lines: int) -> BankAccount:
    last = connection.execute(
        select(bank_statement.c.closing_minor, bank_statement.c.to_day)
        .where(bank_statement.c.account_id == r.id, bank_statement.c.closing_minor.is_not(None))
        .order_by(bank_statement.c.to_day.desc().nulls_last(), bank_statement.c.id.desc())
        .limit(1)
    ).one_or_none()
    return BankAccount(
        r.id, r.name, r.holder, r.number, r.bic, r.currency, r.role, r.creditor_id, r.active,
        account_of(connection, role=r.role), last.closing_minor if last else None,
        last.to_day if last else None, open_lines,
    )  # fmt: skip


def get_bank_account(connection: Connection, *, account_id: int) -> BankAccount:
    """One bank account; raises NoSuchAccountError."""
    for found in list_bank_accounts(connection, with_retired=True):
        if found.id == account_id:
            return found
    raise NoSuchAccountError


def list_profiles(connection: Connection) -> list[CsvProfile]:
    """Saved table profiles by name."""
    found = [v for k, v in sorted(list_settings(connection).items()) if k.startswith(PROFILES)]
    return [CsvProfile(**v) for v in found if isinstance(v, dict)]


def get_profile(connection: Connection, *, name: str) -> CsvProfile:
    """A saved profile; raises UnknownProfileError."""
    for found in list_profiles(connection):
        if found.name == name:
            return found
    raise UnknownProfileError(name=name)


def list_statements(
    connection: Connection, *, account_id: int | None = None, limit: int = PAGE
) -> list[StatementRow]:
    """Statements, newest first."""
    query = (
        select(
            bank_statement, bank_account.c.name.label("account_name"), bank_account.c.currency,
            bank_file.c.name.label("file_name"),
        )
        .join_from(bank_statement, bank_account, bank_account.c.id == bank_statement.c.account_id)
        .join(bank_file, bank_file.c.id == bank_statement.c.file_id)
        .order_by(bank_statement.c.to_day.desc().nulls_last(), bank_statement.c.id.desc())
        .limit(limit)
    )  # fmt: skip
    if account_id is not None:
        query = query.where(bank_statement.c.account_id == account_id)
    return [_statement(r) for r in connection.execute(query)]


def _statement(r: Row[Any]) -> StatementRow:
    gap = Gap(r.gap_first or 0, r.gap_last or 0, r.gap_closed_minor, r.gap_opened_minor)
    values = {n: getattr(r, n) for n in StatementRow.__dataclass_fields__ if n != "gap"}
    return StatementRow(**values, gap=None if gap == Gap() else gap)


def _lines() -> Select[Any]:
    return select(bank_line, bank_account.c.name.label("account_name")).join_from(
        bank_line, bank_account, bank_account.c.id == bank_line.c.account_id
    )


def line_row(r: Row[Any]) -> LineRow:
    """A line as it is shown."""
    return LineRow(*(getattr(r, n) for n in LineRow.__dataclass_fields__))


def list_lines(
    connection: Connection, *, status: LineStatus | None = None, account_id: int | None = None,
    statement_id: int | None = None, text: str = "", limit: int = PAGE, offset: int = 0,
) -> list[LineRow]:  # fmt: skip
    """Lines: open ones oldest first, all others newest first.

    Args:
        connection: where to read.
        status: only these.
        account_id: of one account.
        statement_id: of one statement, in its order.
        text: stands in the name or the words.
        limit: rows of a page.
        offset: rows before it.
    """
    query = _lines().limit(limit).offset(offset)
    if status is not None:
        query = query.where(bank_line.c.status == status.value)
    if account_id is not None:
        query = query.where(bank_line.c.account_id == account_id)
    if statement_id is not None:
        query = query.where(bank_line.c.statement_id == statement_id)
    if text.strip():
        like = f"%{text.strip()}%"
        query = query.where(or_(bank_line.c.name.ilike(like), bank_line.c.text.ilike(like)))
    if status is LineStatus.OPEN or statement_id is not None:
        query = query.order_by(bank_line.c.booked_on, bank_line.c.id)
    else:
        query = query.order_by(bank_line.c.booked_on.desc(), bank_line.c.id.desc())
    return [line_row(r) for r in connection.execute(query)]


def get_line(connection: Connection, *, line_id: int) -> LineRow:
    """One line; raises NoSuchLineError."""
    row = connection.execute(_lines().where(bank_line.c.id == line_id)).one_or_none()
    if row is None:
        raise NoSuchLineError
    return line_row(row)


def count_lines(connection: Connection) -> dict[LineStatus, int]:
    """How many lines stand how."""
    rows = connection.execute(select(bank_line.c.status, func.count()).group_by(bank_line.c.status))
    return {LineStatus(s): int(n) for s, n in rows}


def list_matches(connection: Connection, *, line_id: int) -> list[MatchRow]:
    """How a line was booked, the newest first; undone ones stay."""
    rows = connection.execute(
        select(bank_match, party.c.name.label("party_name"))
        .select_from(bank_match.outerjoin(party, party.c.id == bank_match.c.party_id))
        .where(bank_match.c.line_id == line_id)
        .order_by(bank_match.c.id.desc())
    ).all()
    return [_match(connection, r) for r in rows]


def _match(connection: Connection, r: Row[Any]) -> MatchRow:
    parts = connection.execute(
        select(*(bank_match_part.c[n] for n in PartRow.__dataclass_fields__))
        .where(bank_match_part.c.match_id == r.id)
        .order_by(bank_match_part.c.position)
    )
    values: dict[str, Any] = {
        n: getattr(r, n) for n in MatchRow.__dataclass_fields__ if n not in ("evidence", "parts")
    }
    evidence = tuple(tuple(str(x) for x in e) for e in json.loads(r.evidence))
    return MatchRow(**values, evidence=evidence, parts=tuple(PartRow(*p) for p in parts))


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """An account a line may be booked to."""

    code: str
    name: str


def list_bookable_accounts(connection: Connection) -> list[LedgerAccount]:
    """The chart without the accounts whose parts are kept elsewhere and must add up."""
    closed = {
        r.account_code
        for r in connection.execute(select(account_role))
        if r.role.split(":", maxsplit=1)[0] in NOT_BY_HAND
    }
    rows = connection.execute(select(account.c.code, account.c.name).order_by(account.c.code))
    return [LedgerAccount(r.code, r.name) for r in rows if r.code not in closed]


def name_items(connection: Connection, *, item_ids: Sequence[int]) -> dict[int, OpenItem]:
    """Open items by id, for showing what a candidate settles."""
    columns = [open_item.c.date if n == "on" else open_item.c[n] for n in OpenItem.__dataclass_fields__]
    rows = connection.execute(select(*columns).where(open_item.c.id.in_(list(item_ids))))
    return {int(r[0]): OpenItem(*r) for r in rows}
