"""Lists about the stock: what hardly sells, what is to be ordered, what runs out of date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.audit.tables import document_step
from app.inventory.expected import ExpectedGoods, expect_delivery
from app.inventory.operations import adjust_stock
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.reordering import ReorderPointError, set_reorder_point
from app.kernel.permission import PermissionNeededError
from app.reporting.stock_lists import ToReorder, list_expiring, list_slow_movers, list_to_reorder
from tests.factories.shop import TODAY, Shop

PACE = {"on": TODAY, "days": 28}
ORDERING = {**PACE, "lead_days": 7, "cover_days": 14}


def run(shop: Shop, operation: Any, by: str = "manager", **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor(by), **arguments)


def sell(shop: Shop, sku: str, pieces: int) -> None:
    cart = shop.cart((sku, pieces * 1000))
    shop.sell(cart, shop.open_shift(), ("card", shop.total(cart)))


def left(shop: Shop, sku: str, pieces: int) -> None:
    """Take away until so many are there."""
    row = next(x for x in shop.runtime.ask(list_slow_movers, **PACE) if x.sku == sku)
    run(
        shop, adjust_stock, product_id=row.product_id, location_id=shop.locations["SHOP"],
        quantity_milli=pieces * 1000 - row.on_hand_milli, reason="moved", business_date=TODAY,
    )  # fmt: skip


def to_order(shop: Shop) -> dict[str, ToReorder]:
    return {x.sku: x for x in shop.runtime.ask(list_to_reorder, **ORDERING)}


def test_the_dearest_that_lies_longest_stands_first_with_its_last_sale(shop: Shop) -> None:
    sell(shop, "COFFEE", 4)
    found = {x.sku: x for x in shop.runtime.ask(list_slow_movers, **PACE)}
    coffee, wine = found["COFFEE"], found["WINE"]
    assert (coffee.sold_milli, coffee.last_sold) == (4_000, TODAY)
    assert coffee.lasts_days == round(coffee.on_hand_milli * 28 / 4_000)
    assert (wine.last_sold, wine.lasts_days) == (None, None)
    values = [x.value_minor for x in found.values()]
    assert values == sorted(values, reverse=True)
    left(shop, "COFFEE", 4)
    assert "COFFEE" not in {x.sku for x in shop.runtime.ask(list_slow_movers, **PACE)}


def test_what_sells_is_ordered_before_it_is_gone_and_not_while_enough_is_coming(shop: Shop) -> None:
    sell(shop, "COFFEE", 28)
    assert to_order(shop) == {}
    left(shop, "COFFEE", 6)
    row = to_order(shop)["COFFEE"]
    assert (row.free_milli, row.need_milli, row.order_milli) == (6_000, 7_000, 15_000)
    run(
        shop, expect_delivery, reference="PO-1", location_id=shop.locations["SHOP"],
        due_on=TODAY + timedelta(days=3), lines=[ExpectedGoods(row.product_id, 15_000)],
    )  # fmt: skip
    assert to_order(shop) == {}


def test_the_least_of_a_product_is_set_journalled_and_taken_back(shop: Shop) -> None:
    wine = shop.products["WINE"]
    left(shop, "WINE", 5)
    run(shop, set_reorder_point, product_id=wine, least_milli=6_000, up_to_milli=24_000)
    row = to_order(shop)["WINE"]
    assert (row.least_milli, row.up_to_milli, row.order_milli) == (6_000, 24_000, 19_000)
    run(shop, set_reorder_point, product_id=wine, least_milli=5_500)
    assert to_order(shop)["WINE"].order_milli == 1_000
    run(shop, set_reorder_point, product_id=wine, least_milli=None)
    assert to_order(shop) == {}
    with shop.runtime.factory.read() as connection:
        steps = connection.execute(
            select(document_step.c.document_id).where(document_step.c.step == "reorder_point")
        ).scalars()
        assert list(steps) == [wine] * 3


@pytest.mark.parametrize(("least", "most"), [(-1, 5), (5_000, 4_999)])
def test_a_most_below_the_least_is_refused_in_words(shop: Shop, least: int, most: int) -> None:
    with pytest.raises(ReorderPointError, match="Enter the least"):
        run(shop, set_reorder_point, product_id=shop.products["WINE"], least_milli=least, up_to_milli=most)


def test_a_cashier_sets_no_least(shop: Shop) -> None:
    with pytest.raises(PermissionNeededError):
        run(shop, set_reorder_point, by="cashier", product_id=shop.products["WINE"], least_milli=1_000)


def test_what_expires_stands_by_its_day_with_what_nobody_will_have_bought(shop: Shop) -> None:
    sell(shop, "MILK", 28)
    left(shop, "MILK", 0)
    milk = shop.products["MILK"]
    run(shop, set_policy, product_id=milk, policy=Policy(by_lot=True))

    def line(lot: str, pieces: int, day: date) -> ReceivedLine:
        return ReceivedLine(milk, pieces * 1000, pieces * 70, lot=lot, expires_on=day)

    lines = [
        line("FAR", 9, TODAY + timedelta(days=60)), line("NEXT", 10, TODAY + timedelta(days=10)),
        line("SOON", 8, TODAY + timedelta(days=5)), line("GONE", 2, TODAY),
    ]  # fmt: skip
    run(shop, receive_goods, uuid=str(uuid4()), location_id=shop.locations["SHOP"], lines=lines)
    found = shop.runtime.ask(list_expiring, on=TODAY + timedelta(days=1), within=30, days=28)
    assert [(x.lot, x.on_hand_milli, x.unsold_milli, x.value_minor) for x in found] == [
        ("GONE", 2_000, 2_000, 140), ("SOON", 8_000, 3_000, 560), ("NEXT", 10_000, 5_000, 700),
    ]  # fmt: skip
