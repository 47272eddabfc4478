"""Bringing statements in: never twice, genuine twins kept, what is missing told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select

from app.audit.operations import note
from app.banking.gaps import Gap, find_gap
from app.banking.reading.model import ReadLine, ReadStatement
from app.banking.reading.read import read_statements
from app.banking.reading.table import CsvProfile
from app.banking.refusals import (
    AccountCurrencyError,
    AccountUnknownError,
    NoAccountTextError,
    SameFileError,
)
from app.banking.states import FileFormat, LineStatus
from app.banking.store import (
    Before,
    base_fingerprint,
    continues,
    get_account_row,
    is_kept,
    last_statement,
    number_of,
    page_of,
)
from app.banking.tables import bank_account, bank_file, bank_line, bank_statement
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.organisation.queries import get_company

_NAME: Final = 200
_ZERO: Final = "nothing moved"


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """What became of one statement of a file.

    Attributes:
        account_id: 0 in a preview of an account that is not known yet.
        new: lines that are brought; known: those an earlier file had brought.
        gap: what is missing before it.
        refused: why it cannot be kept; in a preview only.
    """

    account_id: int
    account_name: str
    account: str
    currency: str
    number: str
    from_day: date | None
    to_day: date | None
    opening_minor: int | None
    closing_minor: int | None
    new: int
    known: int
    new_minor: int
    proven: bool
    gap: Gap | None = None
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of a file."""

    file_id: int
    format: FileFormat
    statements: tuple[KeptStatement, ...]
    line_ids: tuple[int, ...] = ()

    @property
    def new(self) -> int:
        """Lines brought."""
        return sum(s.new for s in self.statements)

    @property
    def known(self) -> int:
        """Lines that were there."""
        return sum(s.known for s in self.statements)


@dataclass(slots=True)
class _Sorted:
    """The lines of a statement, told apart."""

    fresh: list[tuple[ReadLine, str]]
    known: int
    gap: Gap | None


@permitted(Permission.RECEIVE_PAYMENT)
def import_statements(
    uow: UnitOfWork, *, content: bytes, name: str, account_id: int | None = None,
    profile: CsvProfile | None = None, statements: Sequence[ReadStatement] | None = None,
) -> ImportedFile:  # fmt: skip
    """Keep the statements of a file: all of them, or none.

    Args:
        uow: the transaction.
        content: the file.
        name: what it is called, for the history.
        account_id: whose it is, where the file does not say.
        profile: how a table is meant; told from the table when left out.
        statements: the file as it was read, so that no sale waits while a large one is; else read here.

    Raises:
        SameFileError: it was imported before.
        AccountUnknownError, AccountCurrencyError, NoAccountTextError: whose it is.
        WrongSumError and the other refusals of the readers: what is wrong with it.
    """
    digest = sha256(content).hexdigest()
    _refuse_same_file(uow.connection, digest)
    found = statements or _read(uow.connection, content, account_id, profile)
    file_id = next_id()
    uow.connection.execute(
        insert(bank_file),
        {
            "id": file_id, "sha256": digest, "name": clean(name)[:_NAME], "format": found[0].format.value,
            "at": uow.now, "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
    kept: list[KeptStatement] = []
    line_ids: list[int] = []
    for statement in sorted(found, key=_order):
        account = _account(uow.connection, statement, account_id)
        _refuse_faults(statement)
        before = last_statement(uow.connection, account.id)
        sorted_lines = _sort_lines(uow.connection, account, statement, before)
        line_ids += _write(uow, file_id, account, statement, sorted_lines)
        kept.append(_told(account, statement, sorted_lines))
    note(
        uow, kind="bank.imported", document_type="bank_file", document_id=file_id,
        payload={
            "sha256": digest,
            "statements": [[k.account_id, k.number, k.new, k.known, k.new_minor] for k in kept],
        },
    )  # fmt: skip
    return ImportedFile(file_id, found[0].format, tuple(kept), tuple(line_ids))


def preview_statements(
    connection: Connection, *, content: bytes, account_id: int | None = None,
    profile: CsvProfile | None = None, statements: Sequence[ReadStatement] | None = None,
) -> tuple[ImportedFile, tuple[ReadStatement, ...]]:  # fmt: skip
    """What an import would do, with the statements as they were read; nothing is written.

    Raises:
        SameFileError and the refusals of the readers; a fault of one statement stands in its row.
    """
    _refuse_same_file(connection, sha256(content).hexdigest())
    read = statements or _read(connection, content, account_id, profile)
    found = sorted(read, key=_order)
    told: list[KeptStatement] = []
    last: dict[int, Before] = {}
    for statement in found:
        try:
            account = _account(connection, statement, account_id)
            _refuse_faults(statement)
        except Refusal as refusal:
            told.append(_unknown(statement, refusal))
            continue
        before = last.get(account.id) or last_statement(connection, account.id)
        told.append(_told(account, statement, _sort_lines(connection, account, statement, before)))
        if statement.closing_minor is not None:
            last[account.id] = Before(statement.number, statement.days()[1], statement.closing_minor)
    return ImportedFile(0, found[0].format, tuple(told)), tuple(found)


def _read(
    connection: Connection, content: bytes, account_id: int | None, profile: CsvProfile | None
) -> list[ReadStatement]:
    currency = "" if account_id is None else get_account_row(connection, account_id).currency
    return read_statements(content, profile=profile, currency=currency)


def _order(found: ReadStatement) -> tuple[str, date, int, int]:
    first, _last = found.days()
    return (found.account, first or date.min, number_of(found.number) or 0, page_of(found.number))


def _refuse_same_file(connection: Connection, digest: str) -> None:
    there = connection.execute(select(bank_file).where(bank_file.c.sha256 == digest)).one_or_none()
    if there is not None:
        on: datetime = there.at
        company = get_company(connection)
        raise SameFileError(on=company.day_of(on), name=there.name)


def _refuse_faults(statement: ReadStatement) -> None:
    for fault in statement.faults:
        if not isinstance(fault, NoAccountTextError):
            raise fault


def _account(connection: Connection, found: ReadStatement, account_id: int | None) -> Row[Any]:
    """The bank account: the chosen one, or the one of that number and currency."""
    if account_id is not None:
        row = get_account_row(connection, account_id)
        if row.currency != found.currency:
            raise AccountCurrencyError(found=found.currency, name=row.name, currency=row.currency)
        return row
    if not found.account:
        raise NoAccountTextError
    rows = connection.execute(
        select(bank_account).where(bank_account.c.currency == found.currency, bank_account.c.active)
    ).all()
    same = [r for r in rows if _same_number(r.number, found.account)]
    if not same:
        raise AccountUnknownError(account=found.account, currency=found.currency)
    return same[0]


def _same_number(kept: str, found: str) -> bool:
    """Equal, or the bank's number within the IBAN: "12030000/0000202051" and DE02120300000000202051."""
    if kept == found:
        return True
    plain = "".join(c for c in found if c.isdigit())
    inside = len(plain) >= 8 and kept[:2].isalpha() and kept[4:].endswith(plain)  # noqa: PLR2004 - no chance hit
    return inside and ("/" in found or plain == found)


def _sort_lines(
    connection: Connection, account: Row[Any], found: ReadStatement, before: Before | None
) -> _Sorted:
    """New lines with their fingerprints, and how many were there already."""
    booked = [x for x in found.lines if not x.pending]
    if is_kept(connection, account.id, found):
        return _Sorted([], len(booked), None)
    there = _fingerprints(connection, account.id, booked)
    goes_on = continues(before, found)
    counted: Counter[str] = Counter()
    fresh: list[tuple[ReadLine, str]] = []
    for line in booked:
        base = base_fingerprint(line)
        counted[base] += 1
        twin = counted[base] + (there[base] if goes_on else 0)
        if (twin > there[base] or goes_on) and not _in_other_shape(connection, account.id, line):
            fresh.append((line, f"{base}#{twin}"))
    brought = sum(line.amount_minor for line, _f in fresh)
    gap = find_gap(before, found, brought) if fresh else None
    return _Sorted(fresh, len(booked) - len(fresh), gap)


def _fingerprints(connection: Connection, account_id: int, lines: Sequence[ReadLine]) -> Counter[str]:
    """How many of each are there on the days in question."""
    if not lines:
        return Counter()
    days = [x.booked_on for x in lines]
    rows = connection.execute(
        select(bank_line.c.fingerprint).where(
            bank_line.c.account_id == account_id, bank_line.c.booked_on.between(min(days), max(days))
        )
    ).scalars()
    return Counter(str(f).rpartition("#")[0] for f in rows)


def _in_other_shape(connection: Connection, account_id: int, line: ReadLine) -> bool:
    """A collective line of which the single payments are there already, or the other way round."""
    reference = line.bank_reference
    if not reference:
        return False
    whole, _stroke, place = reference.rpartition("/")
    same_day = (bank_line.c.account_id == account_id, bank_line.c.booked_on == line.booked_on)
    if line.batch > 1:
        parts = connection.execute(
            select(func.sum(bank_line.c.amount_minor)).where(
                *same_day, bank_line.c.bank_reference.startswith(f"{reference}/", autoescape=True)
            )
        ).scalar_one()
        return parts is not None and int(parts) == line.amount_minor
    if not whole or not place.isdigit():
        return False
    found = connection.execute(
        select(bank_line.c.id).where(*same_day, bank_line.c.bank_reference == whole, bank_line.c.batch > 1)
    ).first()
    return found is not None


def _write(
    uow: UnitOfWork, file_id: int, account: Row[Any], found: ReadStatement, lines: _Sorted
) -> list[int]:
    first, last = found.days()
    if not lines.fresh and is_kept(uow.connection, account.id, found):
        return []
    statement_id = next_id()
    gap = lines.gap or Gap()
    uow.connection.execute(
        insert(bank_statement),
        {
            "id": statement_id, "account_id": account.id, "file_id": file_id, "format": found.format.value,
            "number": found.number[:40], "from_day": first, "to_day": last,
            "opening_minor": found.opening_minor, "closing_minor": found.closing_minor,
            "sum_minor": found.sum_minor, "new_count": len(lines.fresh), "known_count": lines.known,
            "proven": found.proven, "gap_first": gap.first or None, "gap_last": gap.last or None,
            "gap_closed_minor": gap.closed_minor, "gap_opened_minor": gap.opened_minor, "at": uow.now,
            "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
    ids = take_ids(len(lines.fresh)) if lines.fresh else []
    rows = [
        _row(line_id, statement_id, account, place, line, fingerprint)
        for place, (line_id, (line, fingerprint)) in enumerate(zip(ids, lines.fresh, strict=True), start=1)
    ]
    if rows:
        uow.connection.execute(insert(bank_line), rows)
    return ids


def _row(
    line_id: int, statement_id: int, account: Row[Any], place: int, line: ReadLine, fingerprint: str
) -> dict[str, object]:
    moved = line.amount_minor != 0
    return {
        "id": line_id, "statement_id": statement_id, "account_id": account.id, "position": place,
        "booked_on": line.booked_on, "value_on": line.value_on, "amount_minor": line.amount_minor,
        "currency": account.currency, "name": line.name, "iban": line.iban, "text": line.text,
        "reference": line.reference, "end_to_end_id": line.end_to_end_id, "mandate_id": line.mandate_id,
        "bank_reference": line.bank_reference, "code": line.code, "charges_minor": line.charges_minor,
        "foreign_minor": line.foreign_minor, "foreign_currency": line.foreign_currency,
        "return_reason": line.return_reason, "batch": line.batch, "fingerprint": fingerprint,
        "status": (LineStatus.OPEN if moved else LineStatus.LEFT_OUT).value, "note": None if moved else _ZERO,
    }  # fmt: skip


def _told(account: Row[Any], found: ReadStatement, lines: _Sorted) -> KeptStatement:
    first, last = found.days()
    return KeptStatement(
        account.id, account.name, account.number, found.currency, found.number, first, last,
        found.opening_minor, found.closing_minor, len(lines.fresh), lines.known,
        sum(line.amount_minor for line, _f in lines.fresh), found.proven, lines.gap,
    )  # fmt: skip


def _unknown(found: ReadStatement, refusal: Refusal) -> KeptStatement:
    first, last = found.days()
    return KeptStatement(
        0, "", found.account, found.currency, found.number, first, last, found.opening_minor,
        found.closing_minor, len(found.lines), 0, found.sum_minor, found.proven, None, refusal,
    )  # fmt: skip
