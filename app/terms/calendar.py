"""Due dates on days when banks work: a setting, with the holidays of a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting
from app.terms.rules import Instalment

BANKING_DAYS_SETTING: Final = "terms.banking_days"
EURO_BANKS: Final = "ECB"  # the days of the euro's payment system (T2)
_SATURDAY: Final = 5
_MOST: Final = 20  # no country's banks rest longer


class CalendarError(Refusal):
    """No holidays are known for it."""

    message = "No holidays are known for “{calendar}”. Enter ECB, a country like DE, or a region like DE-BY."


@dataclass(frozen=True, slots=True)
class BankingDays:
    """Whether due dates move on to the next day banks work, and whose holidays count."""

    on: bool = False
    calendar: str = EURO_BANKS  # "ECB", a country "DE" or a region "DE-BY"


@lru_cache(maxsize=8)
def _holidays(calendar: str) -> Any:
    """The days banks rest besides weekends; raises CalendarError."""
    import holidays

    country, _, region = calendar.partition("-")
    try:
        if calendar == EURO_BANKS:
            return holidays.financial_holidays(EURO_BANKS)
        return holidays.country_holidays(country, subdiv=region or None)
    except NotImplementedError as error:
        raise CalendarError(calendar=calendar) from error


def next_banking_day(day: date, calendar: str) -> date:
    """The day itself if banks work then, else the next on which they do; raises CalendarError."""
    rests = _holidays(calendar)
    found = day
    for _ in range(_MOST):
        if found.weekday() < _SATURDAY and found not in rests:
            return found
        found += timedelta(days=1)
    return found


def get_banking_days(connection: Connection) -> BankingDays:
    """As it is set."""
    kept: Any = find_setting(connection, name=BANKING_DAYS_SETTING) or {}
    return BankingDays(**kept)


@permitted(Permission.SETTINGS)
def save_banking_days(uow: UnitOfWork, *, days: BankingDays) -> None:
    """Set it for the invoices to come; raises CalendarError."""
    calendar = days.calendar.strip().upper()
    if days.on:
        _holidays(calendar)
    save_setting(uow, name=BANKING_DAYS_SETTING, value={"on": days.on, "calendar": calendar or EURO_BANKS})


def on_banking_days(connection: Connection, parts: Sequence[Instalment]) -> list[Instalment]:
    """The instalments with due dates moved on to banking days, where that is set."""
    days = get_banking_days(connection)
    if not days.on:
        return list(parts)
    return [replace(part, due_date=next_banking_day(part.due_date, days.calendar)) for part in parts]
