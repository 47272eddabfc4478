"""Stock moves, levels and cost of goods by moving average."""

from __future__ import annotations

from typing import Any

import pytest

from app.audit.tables import journal
from app.inventory.operations import (
    NothingToAdjustError,
    ReasonMissingError,
    adjust_stock,
)
from app.inventory.queries import list_moves, list_product_days, list_stock_faults, on_hand
from app.inventory.tables import stock_level
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import balance, books_are_whole, rows


def adjust(shop: Shop, milli: int, **more: Any) -> int:
    arguments: dict[str, Any] = {"reason": "counted", **more}
    return shop.runtime.run(
        adjust_stock, actor=shop.actor("clerk"), product_id=shop.products["MILK"],
        location_id=shop.locations["SHOP"], quantity_milli=milli, business_date=TODAY, **arguments,
    )  # fmt: skip


def milk(shop: Shop) -> Any:
    return rows(shop, stock_level, stock_level.c.product_id == shop.products["MILK"])[0]


def test_goods_in_change_the_average_and_goods_out_leave_at_it(shop: Shop) -> None:
    before = milk(shop)
    assert (before.on_hand_milli, before.value_minor) == (100_000, 7140)
    adjust(shop, 100_000, cost_minor=10_000, source="SUPPLIERS")
    after = milk(shop)
    assert (after.on_hand_milli, after.value_minor, after.unit_cost_micro) == (200_000, 17_140, 85_700_000)
    shift = shop.open_shift()
    shop.sell(shop.cart(("MILK", 10_000)), shift, ("cash", 1190))
    assert milk(shop).value_minor == 17_140 - 857
    assert balance(shop, "cost_of_goods") == 857
    assert sum(r.value_minor for r in rows(shop, stock_level)) == balance(shop, "inventory")
    books_are_whole(shop)


def test_every_move_stands_in_the_history_with_its_reason(shop: Shop) -> None:
    adjust(shop, -2000, reason="broken")
    shift = shop.open_shift()
    shop.sell(shop.cart(("MILK", 3000)), shift)
    moves = shop.runtime.ask(list_moves, product_id=shop.products["MILK"], location_id=shop.locations["SHOP"])
    assert sorted(m.quantity_milli for m in moves) == [-3000, -2000, 100_000]
    assert {m.reason for m in moves} == {None, "broken", "opening stock"}
    day = shop.runtime.ask(list_product_days, product_id=shop.products["MILK"])[0]
    assert (day.sold_milli, day.in_milli, day.out_milli) == (3000, 100_000, 2000)
    assert shop.runtime.ask(list_stock_faults) == []
    assert balance(shop, "stock_adjustment") == 143
    assert shop.users["clerk"] in {
        r.actor_id for r in rows(shop, journal, journal.c.kind == "stock.adjusted")
    }


def test_an_adjustment_needs_a_quantity_and_a_reason(shop: Shop) -> None:
    with pytest.raises(NothingToAdjustError):
        adjust(shop, 0)
    with pytest.raises(ReasonMissingError):
        adjust(shop, 1000, reason="\x00 ")


def test_the_same_goods_twice_on_one_receipt_move_once_each(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart(("APPLE", 250), ("APPLE", 750))
    assert len(cart.lines) == 2
    shop.sell(cart, shift)
    apple, place = shop.products["APPLE"], shop.locations["SHOP"]
    assert shop.runtime.ask(on_hand, product_id=apple, location_id=place) == 99_000
    assert shop.runtime.ask(list_stock_faults) == []
