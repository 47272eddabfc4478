"""A day beside the day before and the same day of last week, up to the same time of day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.reporting.comparison import DayPart, change, compare_day
from app.till.states import SaleKind
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import close


def _day(shop: Shop, clock: SteadyClock, *amounts: str) -> None:
    """Sold in the morning, and one more in the afternoon; the shift is closed."""
    shift = shop.open_shift()
    for sku in amounts:
        shop.sell(shop.cart(sku), shift)
    clock.advance(hours=6)
    shop.sell(shop.cart("WINE"), shift)
    close(shop, shift, by="supervisor", next_float=0)
    clock.advance(hours=-6)


def test_a_morning_is_compared_with_mornings(shop: Shop, clock: SteadyClock) -> None:
    _day(shop, clock, "COFFEE")  # a week ago: 12.90, in the afternoon 7.99
    clock.advance(days=6)
    _day(shop, clock, "MILK", "MILK")  # yesterday
    clock.advance(days=1, minutes=30)
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    shop.sell(shop.cart("MILK"), shift)
    shop.sell(shop.cart("MILK"), shift, by="supervisor", kind=SaleKind.RETURN)
    found = shop.runtime.ask(compare_day, on=TODAY + timedelta(days=7), now=clock())
    assert (found.today.receipts, found.today.gross_minor) == (2, 1290)
    assert found.today.average_minor == 645
    assert (found.yesterday.on, found.last_week.on) == (TODAY + timedelta(days=6), TODAY)
    assert (found.yesterday.so_far.gross_minor, found.yesterday.whole.gross_minor) == (238, 238 + 799)
    assert (found.last_week.so_far.gross_minor, found.last_week.whole.gross_minor) == (1290, 1290 + 799)
    assert found.last_week.so_far.margin_minor == found.today.margin_minor


def test_without_days_before_there_is_nothing_beside(shop: Shop, clock: SteadyClock) -> None:
    found = shop.runtime.ask(compare_day, on=TODAY, now=clock())
    assert found.today == found.yesterday.whole == found.last_week.so_far == DayPart()


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [(150, 100, 5000), (50, 100, -5000), (1, 3, -6667), (5, 0, None), (5, -1, None)],
)
def test_a_change_is_in_hundredths_of_a_per_cent(now: int, before: int, told: int | None) -> None:
    assert change(now, before) == told
