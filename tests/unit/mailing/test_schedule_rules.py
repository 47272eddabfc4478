"""When a scheduled report is due: whole days, weeks from Monday on, months; no gap, nothing twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mailing.schedule_rules import Period, due_periods, period_of
from app.mailing.states import Every

DAY = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def due(every: Every, told_until: date, local: datetime, hour: int = 7) -> list[Period]:
    return due_periods(every, hour=hour, told_until=told_until, local=local, business_day=local.date())


@pytest.mark.parametrize(
    ("every", "on", "since", "until"),
    [
        (Every.DAY, date(2026, 3, 4), date(2026, 3, 4), date(2026, 3, 4)),
        (Every.WEEK, date(2026, 3, 4), date(2026, 3, 2), date(2026, 3, 8)),
        (Every.MONTH, date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29)),
        (Every.MONTH, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_whole(every: Every, on: date, since: date, until: date) -> None:
    assert period_of(every, on) == Period(since, until)


def test_a_day_is_told_at_its_hour_of_the_next() -> None:
    told = date(2026, 3, 1)
    assert due(Every.DAY, told, datetime(2026, 3, 3, 6, 59, tzinfo=UTC)) == []
    assert due(Every.DAY, told, datetime(2026, 3, 3, 7, 0, tzinfo=UTC)) == [
        Period(date(2026, 3, 2), date(2026, 3, 2))
    ]


def test_a_business_day_that_is_not_over_is_not_told() -> None:
    night = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)
    asked = {"hour": 0, "told_until": date(2026, 3, 1), "local": night}
    assert due_periods(Every.DAY, **asked, business_day=date(2026, 3, 2)) == []
    assert len(due_periods(Every.DAY, **asked, business_day=date(2026, 3, 3))) == 1


@given(st.sampled_from(list(Every)), DAYS, st.integers(0, 60), st.integers(0, 23), st.integers(0, 23))
def test_what_is_due_follows_without_gap_and_once_told_nothing_is_due(
    every: Every, told: date, days: int, clock: int, hour: int
) -> None:
    local = datetime.combine(told + days * DAY, time(clock), UTC)
    found = due(every, told, local, hour)
    assert all(b.since == a.until + DAY for a, b in pairwise(found))
    assert all(x.until < local.date() for x in found)
    if found:
        assert due(every, found[-1].until, local, hour) == []
