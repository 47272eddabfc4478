"""When a scheduled report is due: pure rules on the shop's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from app.mailing.states import Every

_DAY: Final = timedelta(days=1)
_OFTEN: Final = 31  # missed periods that are named


@dataclass(frozen=True, slots=True)
class Period:
    """The days a report is about, both included."""

    since: date
    until: date


def period_of(every: Every, on: date) -> Period:
    """The day, the week from Monday on, or the month of the calendar a day lies in."""
    if every is Every.DAY:
        return Period(on, on)
    if every is Every.WEEK:
        monday = on - on.weekday() * _DAY
        return Period(monday, monday + 6 * _DAY)
    first = on.replace(day=1)
    following = (first + 31 * _DAY).replace(day=1)
    return Period(first, following - _DAY)


def due_periods(
    every: Every, *, hour: int, told_until: date, local: datetime, business_day: date
) -> list[Period]:  # fmt: skip
    """The whole periods that ended after `told_until` and whose hour has come, oldest first.

    Args:
        every: how often.
        hour: of the shop's clock, on the day after a period.
        told_until: the last day that needs no telling.
        local: now, by the shop's clock.
        business_day: which is not over yet: a business day may end after midnight.
    """
    found: list[Period] = []
    period = period_of(every, told_until + _DAY)
    while period.until < business_day and local >= datetime.combine(
        period.until + _DAY, time(hour), local.tzinfo
    ):
        found.append(period)
        period = period_of(every, period.until + _DAY)
    return found[-_OFTEN:]
