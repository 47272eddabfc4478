"""Closing a year: income and expense go to the profit of past years, and its days are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, insert, select

from app.accounting.refusals import NotAfterClosingError, YearOpenError
from app.accounting.statements import YEAR_CLOSE
from app.accounting.tables import closed_year
from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.periods import close_period, closed_until
from app.ledger.queries import MOVED
from app.ledger.rules import Posting
from app.ledger.states import AccountKind
from app.ledger.tables import account, ledger_day, ledger_entry
from app.organisation.queries import get_company


@dataclass(frozen=True, slots=True)
class ClosedYear:
    """A year that is done."""

    first_day: date
    last_day: date
    result_minor: int


def list_closed_years(connection: Connection) -> list[ClosedYear]:
    """The years that were closed, the last first."""
    rows = connection.execute(select(closed_year).order_by(closed_year.c.last_day.desc()))
    return [ClosedYear(r.first_day, r.last_day, r.result_minor) for r in rows]


@permitted(Permission.CLOSE_PERIOD)
def close_year(uow: UnitOfWork, *, last_day: date) -> ClosedYear:
    """Bring every account of income and expense to zero at the end of a year, and close its days for good.

    Raises:
        YearOpenError: the year is not over, or the days before are closed to a later day already.
        NotAfterClosingError: it ends before it begins.
    """
    today = get_company(uow.connection).day_of(uow.now)
    years = list_closed_years(uow.connection)
    closed = closed_until(uow.connection)
    if last_day >= today or (closed is not None and closed > last_day):
        raise YearOpenError(last=closed or "-")
    if years and last_day <= years[0].last_day:
        raise NotAfterClosingError
    sums = uow.connection.execute(
        select(ledger_day.c.account_code, func.sum(MOVED))
        .join_from(ledger_day, account, account.c.code == ledger_day.c.account_code)
        .where(
            ledger_day.c.business_date <= last_day,
            account.c.kind.in_((AccountKind.INCOME.value, AccountKind.EXPENSE.value)),
        )
        .group_by(ledger_day.c.account_code)
        .order_by(ledger_day.c.account_code)
    ).all()
    result = -sum(int(minor) for _code, minor in sums)
    postings = [Posting(f"account:{code}", -int(minor)) for code, minor in sums]
    written = post(
        uow, kind=YEAR_CLOSE, business_date=last_day, document_type="year", document_id=next_id(),
        postings=[*postings, Posting("retained_earnings", -result)],
    )  # fmt: skip
    first = years[0].last_day + timedelta(days=1) if years else _first_day(uow.connection, last_day)
    uow.connection.execute(
        insert(closed_year),
        {
            "last_day": last_day, "first_day": first, "result_minor": result,
            "entry_id": written[0]["id"] if written else None, "at": uow.now,
            "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
    close_period(uow, until=last_day)
    note(
        uow, kind="accounting.year_closed", payload={"last_day": last_day, "result_minor": result}
    )  # fmt: skip
    return ClosedYear(first, last_day, result)


def _first_day(connection: Connection, last_day: date) -> date:
    """Of the first year: the first day of the twelve months, or of the books."""
    first = connection.execute(select(func.min(ledger_entry.c.business_date))).scalar_one_or_none()
    return min(first or last_day, last_day)
