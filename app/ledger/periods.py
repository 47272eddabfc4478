"""Closed periods: nothing is booked into a month that is done."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting

SETTING: Final = "ledger.closed_until"


class PeriodClosedError(Refusal):
    """The day lies in a period that was closed."""

    message = "The books are closed until {until}. Choose a later date; {on} cannot be booked any more."


class PeriodReopenedError(Refusal):
    """Closing goes forward only."""

    message = "The books are closed until {until} already and are not opened again."


def closed_until(connection: Connection) -> date | None:
    """The last day that is closed; None: none is."""
    found = find_setting(connection, name=SETTING)
    return date.fromisoformat(found) if isinstance(found, str) else None


def require_open_period(connection: Connection, *, on: date) -> None:
    """Raise PeriodClosedError for a day in a closed period."""
    until = closed_until(connection)
    if until is not None and on <= until:
        raise PeriodClosedError(until=until, on=on)


@permitted(Permission.CLOSE_PERIOD)
def close_period(uow: UnitOfWork, *, until: date) -> None:
    """Close every day up to and including `until`."""
    before = closed_until(uow.connection)
    if before is not None and until < before:
        raise PeriodReopenedError(until=before)
    save_setting(uow, name=SETTING, value=until.isoformat())
    note(uow, kind="ledger.period_closed", payload={"until": until})
