"""How much to order: up to the most, whole pieces, and nothing where the least is reached."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.quantity import ONE
from app.reporting.stock_lists import to_order

QUANTITIES = st.integers(-500_000, 5_000_000)
DAYS = st.integers(1, 365)


def test_without_a_least_the_pace_says_how_much_a_delivery_has_to_bring() -> None:
    # 28 pieces in 28 days; a delivery takes 7 days and should last 14 more: 21 in all
    pace = {"sold_milli": 28_000, "days": 28, "lead_days": 7, "cover_days": 14}
    assert to_order(6_000, point=None, **pace) == (7_000, 15_000)
    assert to_order(7_000, point=None, **pace) == (7_000, 0)


def test_a_least_that_was_set_is_kept_whatever_was_sold() -> None:
    pace = {"sold_milli": 0, "days": 28, "lead_days": 7, "cover_days": 14}
    assert to_order(4_500, point=(5_000, 12_000), **pace) == (5_000, 8_000)
    assert to_order(5_000, point=(5_000, 12_000), **pace) == (5_000, 0)


@given(QUANTITIES, st.integers(0, 5_000_000), DAYS, st.integers(0, 365), DAYS)
def test_what_is_ordered_reaches_the_most_by_less_than_a_piece_too_much(
    there: int, sold: int, days: int, lead: int, cover: int
) -> None:
    least, order = to_order(there, sold_milli=sold, days=days, lead_days=lead, cover_days=cover, point=None)
    assert order % ONE == 0
    assert (order > 0) == (there < least)
    if order:
        assert least <= there + order
        wanted = sold * (lead + cover) / days
        assert wanted - 1 <= there + order <= wanted + ONE + 1


@given(QUANTITIES, st.integers(0, 500_000), st.integers(0, 500_000))
def test_a_set_most_is_reached_by_less_than_a_piece_too_much(there: int, least: int, more: int) -> None:
    found, order = to_order(
        there, sold_milli=9_000, days=7, lead_days=7, cover_days=7, point=(least, least + more)
    )
    assert found == least
    assert (order > 0) == (there < least)
    if order:
        assert least + more <= there + order < least + more + ONE
