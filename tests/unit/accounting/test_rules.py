"""DSO and its kin against published and worked examples."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.accounting.rules import (
    MonthSales,
    Settled,
    collection_effectiveness,
    dso_count_back,
    dso_simple,
    habit_of,
    plain_days,
    week_of,
    weighted_days,
)

DAY = date(2026, 3, 2)


def test_simple_is_receivables_over_sales_times_days() -> None:
    assert dso_simple(1_200_000, 9_000_000, 90) == 120
    assert dso_simple(100, 0, 90) is None


def test_count_back_of_212000_is_73_7_days() -> None:
    months = [MonthSales(DAY, sales, 30) for sales in (100_000, 80_000, 70_000)]
    assert dso_count_back(212_000, months) == 737
    assert dso_count_back(0, months) == 0
    assert dso_count_back(180_000, months) == 600
    assert dso_count_back(999_999, months) == 900


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**8), min_size=1, max_size=12))
def test_count_back_never_counts_more_days_than_there_are(receivable: int, sales: list[int]) -> None:
    found = dso_count_back(receivable, [MonthSales(DAY, s, 30) for s in sales])
    assert 0 <= found <= len(sales) * 300
    assert found <= dso_count_back(receivable + 1000, [MonthSales(DAY, s, 30) for s in sales])


def test_everything_due_collected_is_100_per_cent() -> None:
    assert collection_effectiveness(100_000, 300_000, 80_000, 80_000, 3) == 10_000
    assert collection_effectiveness(100_000, 300_000, 140_000, 80_000, 3) == 5000
    assert collection_effectiveness(0, 0, 0, 0, 3) is None


def test_days_to_pay_are_weighted_by_amount_and_plain() -> None:
    settled = [Settled(1, 9000, 10, -4), Settled(1, 1000, 30, 16)]
    assert (weighted_days(settled), plain_days(settled)) == (120, 200)
    assert (weighted_days(settled, late=True), plain_days(settled, late=True)) == (-20, 60)
    assert (weighted_days([]), plain_days([])) == (None, None)


def test_a_habit_says_how_far_off_it_may_be() -> None:
    assert habit_of([]) is None
    steady = habit_of([Settled(1, 1, 1, 5)] * 4)
    assert steady is not None
    assert (steady.days_late, steady.payments, steady.error_tenths) == (5, 4, 0)
    uneven = habit_of([Settled(1, 1, 1, 0), Settled(1, 1, 1, 10)])
    assert uneven is not None
    assert (uneven.days_late, uneven.error_tenths) == (5, 100)


def test_what_has_passed_is_expected_in_the_first_week() -> None:
    assert [week_of(DAY + timedelta(days=n), DAY) for n in (-3, 0, 6, 7, 90, 91)] == [0, 0, 0, 1, 12, 13]
