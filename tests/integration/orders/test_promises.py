"""Promised goods that a till sells, or that break, are promised no longer: the newest promise loses first."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from app.fulfilment.operations.picking import create_pick_list
from app.inventory.operations import adjust_stock
from app.reporting.verify import verify_database
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """Net prices, bins, customers with terms; 100 bottles of wine."""
    return make_wholesale(shop)


def wine_held(trade: Wholesale, order_id: int) -> int:
    return sum(trade.held(order_id).values())


def broken(trade: Wholesale) -> list[object]:
    return [r for r in trade.ask(verify_database) if not r.holds]


def sell_wine(trade: Wholesale, pieces: int) -> None:
    shift_id = trade.shop.open_shift()
    trade.shop.sell(trade.shop.cart(("WINE", pieces * 1000)), shift_id)


def test_what_a_till_sells_is_taken_from_the_newest_promise_which_waits_again(trade: Wholesale) -> None:
    first, second = trade.order(("WINE", 60)).order_id, trade.order(("WINE", 40)).order_id
    sell_wine(trade, 45)
    assert (wine_held(trade, first), wine_held(trade, second)) == (55_000, 0)
    assert (trade.head_of(first).allocation, trade.head_of(second).allocation) == ("part", "none")
    assert trade.head_of(second).to_allocate
    assert broken(trade) == []


def test_goods_that_nobody_was_promised_are_sold_without_touching_an_order(trade: Wholesale) -> None:
    first = trade.order(("WINE", 60)).order_id
    version = trade.head_of(first).version
    sell_wine(trade, 40)
    assert (wine_held(trade, first), trade.head_of(first).version) == (60_000, version)


def test_goods_that_broke_are_promised_no_longer(trade: Wholesale) -> None:
    first = trade.order(("WINE", 100)).order_id
    trade.run(
        adjust_stock, product_id=trade.shop.products["WINE"], location_id=trade.location_id,
        business_date=date(2026, 3, 2),
        quantity_milli=-30_000, reason="broken",
    )  # fmt: skip
    assert wine_held(trade, first) == 70_000
    assert broken(trade) == []


def test_what_is_on_a_pick_list_stays_the_clerks_and_the_books_say_nothing(trade: Wholesale) -> None:
    first, second = trade.order(("WINE", 60)).order_id, trade.order(("WINE", 40)).order_id
    trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[second])
    sell_wine(trade, 80)
    assert (wine_held(trade, first), wine_held(trade, second)) == (0, 40_000)
    assert broken(trade) == []
