"""The business day ends at the cut-off of the shop's own clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.organisation.rules import business_date


@pytest.mark.parametrize(
    ("moment", "cutoff", "day"),
    [
        (datetime(2026, 3, 3, 2, 59, 59, tzinfo=UTC), 240, date(2026, 3, 2)),
        (datetime(2026, 3, 3, 3, 0, tzinfo=UTC), 240, date(2026, 3, 3)),
        (datetime(2026, 3, 2, 23, 30, tzinfo=UTC), 0, date(2026, 3, 3)),
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), 240, date(2026, 3, 28)),  # summer time begins
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), 60, date(2026, 12, 31)),
    ],
)
def test_a_moment_belongs_to_the_day_before_until_the_cut_off(
    moment: datetime, cutoff: int, day: date
) -> None:
    assert business_date(moment, time_zone="Europe/Berlin", cutoff_minutes=cutoff) == day


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.integers(0, 720))  # noqa: DTZ001
def test_the_day_never_goes_back(naive: datetime, cutoff: int) -> None:
    at = naive.replace(tzinfo=UTC)
    days = [
        business_date(at + timedelta(hours=h), time_zone="Europe/Berlin", cutoff_minutes=cutoff)
        for h in range(48)
    ]
    assert days == sorted(days)
