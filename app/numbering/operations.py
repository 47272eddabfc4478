"""Taking the next number of a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select, update

from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_if_absent
from app.kernel.ids import next_id
from app.kernel.permission import BOOKING, Permission, permitted
from app.kernel.refusal import Refusal
from app.numbering.tables import number_series

_TAKE: Final = Prepared(
    update(number_series)
    .where(
        number_series.c.document_type == bindparam("type_"),
        number_series.c.scope == bindparam("scope_"),
        number_series.c.fiscal_year == bindparam("year_"),
    )
    .values(last_number=number_series.c.last_number + 1)
    .returning(number_series.c.prefix, number_series.c.digits, number_series.c.last_number)
)


class ForeignNumberError(Refusal):
    """A number of another series."""

    message = "“{number}” is no number of this till's series."


@dataclass(frozen=True, slots=True)
class TakenNumber:
    """A number of a series: as it is printed, and as it counts."""

    text: str
    value: int


@permitted(*BOOKING, Permission.SYSTEM)
def take_number(uow: UnitOfWork, *, document_type: str, scope: str, fiscal_year: int = 0) -> TakenNumber:
    """Take the next number; it returns to the series if the transaction rolls back.

    Called last in a transaction: the row stays locked until the commit, so that numbers have
    neither gaps nor doubles on PostgreSQL (design/reliability.md 3.2). A series that does not
    exist begins with "<scope>-000001".

    Args:
        document_type: "receipt", "z_report", "cash_movement" ...
        scope: who counts for himself: the till's code, or "company".
        fiscal_year: 0 for a series that never starts again.
    """
    key = {"type_": document_type, "scope_": scope, "year_": fiscal_year}
    row = _TAKE.one_or_none(uow.connection, key)
    if row is None:
        start_series(uow, document_type=document_type, scope=scope, fiscal_year=fiscal_year)
        row = _TAKE.one_or_none(uow.connection, key)
    return TakenNumber(f"{row.prefix}{row.last_number:0{row.digits}d}", row.last_number)


@permitted(*BOOKING)
def keep_number(uow: UnitOfWork, *, document_type: str, scope: str, text: str) -> TakenNumber:
    """Take note of a number that a till gave to a document: the series goes on behind it.

    Raises:
        ForeignNumberError: the text is no number of the series.
    """
    start_series(uow, document_type=document_type, scope=scope)
    series = number_series.c
    mine = (series.document_type == document_type, series.scope == scope, series.fiscal_year == 0)
    row = uow.connection.execute(
        select(series.prefix, series.last_number).where(*mine).with_for_update()
    ).one()
    digits = text.removeprefix(row.prefix)
    if not (text.startswith(row.prefix) and digits.isascii() and digits.isdigit()):
        raise ForeignNumberError(number=text[:40])
    value = int(digits)
    if value > row.last_number:
        uow.connection.execute(update(number_series).where(*mine), {"last_number": value})
    return TakenNumber(text, value)


@permitted(*BOOKING, Permission.SYSTEM)
def start_series(
    uow: UnitOfWork, *, document_type: str, scope: str, fiscal_year: int = 0, prefix: str | None = None
) -> None:
    """Make a series if it is not there; its first number is 1."""
    year = f"{fiscal_year}-" if fiscal_year else ""
    insert_if_absent(
        uow.connection,
        number_series,
        {
            "id": next_id(),
            "document_type": document_type,
            "scope": scope,
            "fiscal_year": fiscal_year,
            "prefix": f"{scope}-{year}" if prefix is None else prefix,
            "digits": 6,
            "last_number": 0,
        },
    )
