"""Due dates from the day and from the month's end, moved on to days when banks work."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.terms.calendar import CalendarError, next_banking_day
from app.terms.rules import WHOLE, TermLine, due_date


@pytest.mark.parametrize(
    ("line", "on", "due"),
    [
        (TermLine(WHOLE, 0, 30), date(2026, 1, 31), date(2026, 3, 2)),
        (TermLine(WHOLE, 1, 0), date(2026, 1, 31), date(2026, 2, 28)),
        (TermLine(WHOLE, 0, 30, 31), date(2026, 1, 15), date(2026, 2, 28)),  # 30 days, end of that month
        (TermLine(WHOLE, 0, 10, None, from_month_end=True), date(2026, 3, 3), date(2026, 4, 10)),
        (TermLine(WHOLE, 1, 0, None, from_month_end=True), date(2026, 1, 31), date(2026, 2, 28)),
        (TermLine(WHOLE, 1, 15, None, from_month_end=True), date(2028, 1, 31), date(2028, 3, 15)),
        (TermLine(WHOLE, 0, 0, 15), date(2026, 3, 15), date(2026, 3, 15)),
        (TermLine(WHOLE, 0, 0, 15), date(2026, 12, 16), date(2027, 1, 15)),
    ],
)
def test_a_term_falls_due_by_its_rule(line: TermLine, on: date, due: date) -> None:
    assert due_date(line, on) == due


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 14), st.integers(0, 200), st.booleans())
def test_nothing_is_due_before_its_document(on: date, months: int, days: int, from_end: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    assert due_date(TermLine(WHOLE, months, days, None, from_end), on) >= on + timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "calendar", "moved"),
    [
        (date(2026, 3, 14), "ECB", date(2026, 3, 16)),  # a Saturday
        (date(2026, 4, 3), "ECB", date(2026, 4, 7)),  # Good Friday to the Tuesday after Easter
        (date(2026, 6, 4), "ECB", date(2026, 6, 4)),  # Corpus Christi is a holiday in parts of Germany only
        (date(2026, 6, 4), "DE-BY", date(2026, 6, 5)),
        (date(2026, 12, 25), "DE", date(2026, 12, 28)),
    ],
)
def test_a_due_date_moves_on_to_the_next_banking_day(day: date, calendar: str, moved: date) -> None:
    assert next_banking_day(day, calendar) == moved


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_banking_day_stays_where_it_is(day: date) -> None:
    moved = next_banking_day(day, "ECB")
    assert moved >= day
    assert moved.weekday() < 5
    assert next_banking_day(moved, "ECB") == moved


def test_an_unknown_calendar_is_refused() -> None:
    for wrong in ("XX", "DE-QQ"):
        with pytest.raises(CalendarError):
            next_banking_day(date(2026, 1, 1), wrong)
