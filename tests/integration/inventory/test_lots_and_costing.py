"""Goods kept by lot, and goods that cost what came in first: through receipts, sales, transfers, counts."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from app.inventory.lots import lots_at, name_lot
from app.inventory.operations import adjust_stock
from app.inventory.places import create_place
from app.inventory.policies import Policy, get_policy, set_place_policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.refusals import (
    BelowZeroError,
    LotDayError,
    LotElsewhereError,
    LotNeededError,
    LotQuantityError,
    NoSuchPlaceError,
    StandardCostError,
)
from app.inventory.states import Costing, NegativeStock
from app.inventory.tables import cost_layer, lot_level, lot_move, stock_level
from app.inventory.transfers import SentLot, close_transfer_short, receive_transfer, send_transfer
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import balance, rows
from tests.integration.till.returning import back_cart, take_back

SOON, LATER, PAST = date(2026, 4, 1), date(2026, 6, 1), date(2026, 3, 1)


def run(shop: Shop, operation: Any, by: str = "manager", **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor(by), **arguments)


def keep(shop: Shop, sku: str, **policy: Any) -> None:
    run(shop, set_policy, product_id=shop.products[sku], policy=Policy(**policy))


def receive(shop: Shop, *lines: ReceivedLine, place: str = "SHOP", **more: Any) -> int:
    return run(
        shop, receive_goods, uuid=str(uuid4()), location_id=shop.locations[place], lines=lines, **more
    ).receipt_id  # fmt: skip


def milk(shop: Shop, pieces: int, lot: str = "", day: date | None = None, cost: int = 71) -> ReceivedLine:
    return ReceivedLine(shop.products["MILK"], pieces * 1000, pieces * cost, lot=lot, expires_on=day)


def there(shop: Shop, place: str = "SHOP") -> dict[str, int]:
    found = shop.runtime.ask(
        lots_at, product_id=shop.products["MILK"], location_id=shop.locations[place]
    )  # fmt: skip
    return {x.code: x.on_hand_milli // 1000 for x in found}


def level(shop: Shop, sku: str = "MILK") -> Any:
    return rows(shop, stock_level, stock_level.c.product_id == shop.products[sku])[0]


def take(shop: Shop, pieces: int, reason: str = "broken") -> None:
    run(
        shop, adjust_stock, product_id=shop.products["MILK"], location_id=shop.locations["SHOP"],
        quantity_milli=-pieces * 1000, reason=reason, business_date=TODAY,
    )  # fmt: skip


def sound(shop: Shop) -> None:
    assert [(r.name, r.faults) for r in shop.runtime.ask(verify_database) if not r.holds] == []


def emptied(shop: Shop) -> None:
    """No milk, so that every piece has a known cost or lot."""
    take(shop, 100, "moved out")


def test_lots_come_with_their_day_and_leave_first_expired_first_at_the_till(shop: Shop) -> None:
    emptied(shop)
    keep(shop, "MILK", by_lot=True)
    with pytest.raises(LotNeededError):
        receive(shop, milk(shop, 5))
    receive(shop, milk(shop, 5, "L-LATER", LATER), milk(shop, 3, "L-SOON", SOON))
    with pytest.raises(LotDayError, match="2026-04-01"):
        receive(shop, milk(shop, 1, "L-SOON", LATER))
    shift = shop.open_shift()
    shop.sell(shop.cart(("MILK", 4000)), shift)
    assert there(shop) == {"L-LATER": 4}
    shop.sell(shop.cart(("MILK", 6000)), shift)
    assert there(shop) == {}
    assert level(shop).on_hand_milli == -2000
    sound(shop)


def test_a_lot_that_is_past_its_day_is_used_last(shop: Shop) -> None:
    emptied(shop)
    keep(shop, "MILK", by_lot=True)
    receive(shop, milk(shop, 2, "A", TODAY), milk(shop, 2, "B", SOON))
    shop.runtime.factory.clock.advance(days=1)  # type: ignore[attr-defined]
    run(
        shop, adjust_stock, product_id=shop.products["MILK"], location_id=shop.locations["SHOP"],
        quantity_milli=-3000, reason="used", business_date=date(2026, 3, 3),
    )  # fmt: skip
    assert there(shop) == {"A": 1}


def test_a_transfer_brings_the_lots_that_were_sent(shop: Shop) -> None:
    shop.locations["BACK"] = shop.runtime.run(create_place, actor=SYSTEM_ACTOR, code="back", name="Back")
    emptied(shop)
    keep(shop, "MILK", by_lot=True, costing=Costing.FIFO)
    receive(shop, milk(shop, 2, "A", SOON, cost=50))
    receive(shop, milk(shop, 5, "B", LATER, cost=80))
    ids = [
        run(
            shop, send_transfer, uuid=str(uuid4()), from_location_id=shop.locations["SHOP"],
            to_location_id=shop.locations["BACK"], quantities={shop.products["MILK"]: 3000},
        ).transfer_id
        for _ in range(2)
    ]  # fmt: skip
    run(shop, receive_transfer, transfer_id=ids[1])
    assert there(shop, "BACK") == {"B": 3}
    sound(shop)
    before = balance(shop, "stock_adjustment")
    run(shop, close_transfer_short, transfer_id=ids[0], reason="lost")
    assert balance(shop, "stock_adjustment") - before == 2 * 50 + 80
    assert there(shop) == {"B": 1}
    sound(shop)


def test_the_lot_that_is_scanned_is_the_one_that_is_sent(shop: Shop) -> None:
    shop.locations["BACK"] = shop.runtime.run(create_place, actor=SYSTEM_ACTOR, code="back", name="Back")
    emptied(shop)
    keep(shop, "MILK", by_lot=True)
    receive(shop, milk(shop, 2, "A", SOON), milk(shop, 3, "B", LATER))
    wish = {
        "uuid": str(uuid4()), "from_location_id": shop.locations["SHOP"],
        "to_location_id": shop.locations["BACK"], "quantities": {shop.products["MILK"]: 3000},
    }  # fmt: skip
    lots = [SentLot(shop.products["MILK"], "B", 4000)]
    with pytest.raises(LotElsewhereError, match="Of lot B, 3 lie at that place, not 4"):
        run(shop, send_transfer, **wish, lots=lots)
    sent = run(shop, send_transfer, **wish, lots=[SentLot(shop.products["MILK"], "B", 2000)])
    assert there(shop) == {"A": 1, "B": 1}
    run(shop, receive_transfer, transfer_id=sent.transfer_id)
    assert there(shop, "BACK") == {"A": 1, "B": 2}
    wine = shop.products["WINE"]
    plain = {**wish, "uuid": str(uuid4()), "quantities": {wine: 1000}}
    run(shop, send_transfer, **plain, lots=[SentLot(wine, "on its label", 1000)])
    sound(shop)


def test_goods_of_a_receipt_come_back_with_their_lots_part_by_part(shop: Shop) -> None:
    emptied(shop)
    keep(shop, "MILK", by_lot=True)
    receive(shop, milk(shop, 2, "A", SOON), milk(shop, 3, "B", LATER))
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("MILK", 4000)), shift).sale_id
    assert there(shop) == {"B": 1}
    take_back(shop, shift, back_cart(shop, sold, (1, 1000)))
    take_back(shop, shift, back_cart(shop, sold, (1, 2000)))
    assert there(shop) == {"A": 2, "B": 2}
    sound(shop)


def test_goods_that_lie_there_get_their_lot_afterwards_but_not_twice(shop: Shop) -> None:
    keep(shop, "MILK", by_lot=True)
    wish = {"product_id": shop.products["MILK"], "location_id": shop.locations["SHOP"], "expires_on": SOON}
    run(shop, name_lot, by="clerk", **wish, code="OLD", quantity_milli=90_000)
    with pytest.raises(LotQuantityError, match="10 lie there without a lot, not 11"):
        run(shop, name_lot, by="clerk", **wish, code="NEW", quantity_milli=11_000)
    with pytest.raises(LotNeededError):
        run(shop, name_lot, by="clerk", **wish, code=" ", quantity_milli=1000)
    take(shop, 95)
    assert there(shop) == {}
    assert level(shop).on_hand_milli == 5000
    sound(shop)


def test_goods_cost_what_came_first_with_their_share_of_the_freight(shop: Shop) -> None:
    emptied(shop)
    keep(shop, "MILK", costing=Costing.FIFO)
    receive(shop, milk(shop, 10, cost=50), landed_minor=100)
    receive(shop, milk(shop, 10, cost=90))
    shift = shop.open_shift()
    shop.sell(shop.cart(("MILK", 12_000)), shift)
    assert balance(shop, "cost_of_goods") == 10 * 60 + 2 * 90
    assert (level(shop).on_hand_milli, level(shop).value_minor) == (8000, 720)
    sound(shop)


def test_what_is_there_is_the_first_layer_when_the_costing_is_changed(shop: Shop) -> None:
    keep(shop, "MILK", costing=Costing.FIFO)
    receive(shop, milk(shop, 100, cost=100))
    take(shop, 150)
    assert balance(shop, "stock_adjustment") == 7140 + 5000
    sound(shop)
    keep(shop, "MILK", costing=Costing.AVERAGE)
    receive(shop, milk(shop, 50, cost=200))
    assert (level(shop).value_minor, level(shop).unit_cost_micro) == (15_000, 150_000_000)
    sound(shop)
    assert shop.runtime.ask(get_policy, product_id=shop.products["MILK"]) == Policy()


def test_a_set_cost_values_what_comes_and_goes_and_the_difference_is_booked(shop: Shop) -> None:
    before = balance(shop, "stock_adjustment")
    keep(shop, "MILK", costing=Costing.STANDARD, standard_micro=80_000_000)
    assert (level(shop).value_minor, balance(shop, "stock_adjustment") - before) == (8000, 7140 - 8000)
    sound(shop)
    receive(shop, milk(shop, 10, cost=100), landed_minor=50)
    assert level(shop).value_minor == 8800
    assert balance(shop, "stock_adjustment") - before == 7140 - 8000 + 250
    shift = shop.open_shift()
    shop.sell(shop.cart(("MILK", 4000)), shift)
    assert balance(shop, "cost_of_goods") == 320
    keep(shop, "MILK", costing=Costing.STANDARD, standard_micro=90_000_000)
    assert level(shop).value_minor == 106 * 90
    sound(shop)
    keep(shop, "MILK", costing=Costing.FIFO)
    take(shop, 6)
    assert level(shop).value_minor == 9000
    sound(shop)
    for policy in (
        Policy(Costing.STANDARD),
        Policy(standard_micro=1),
        Policy(Costing.STANDARD, standard_micro=-1),
    ):
        with pytest.raises(StandardCostError):
            run(shop, set_policy, product_id=shop.products["MILK"], policy=policy)


def test_below_zero_is_blocked_for_a_product_or_a_place_and_the_product_comes_first(shop: Shop) -> None:
    shift = shop.open_shift()
    run(shop, set_place_policy, location_id=shop.locations["SHOP"], negative=NegativeStock.BLOCK)
    with pytest.raises(BelowZeroError, match="Only 100 of this product is there by the books, not 101"):
        shop.sell(shop.cart(("MILK", 101_000)), shift)
    with pytest.raises(BelowZeroError):
        take(shop, 101)
    keep(shop, "MILK", negative=NegativeStock.ALLOW)
    shop.sell(shop.cart(("MILK", 101_000)), shift)
    run(shop, set_place_policy, location_id=shop.locations["SHOP"], negative=None)
    keep(shop, "WINE", negative=NegativeStock.BLOCK)
    with pytest.raises(BelowZeroError):
        shop.sell(shop.cart(("WINE", 101_000)), shift)
    with pytest.raises(NoSuchPlaceError):
        run(shop, set_place_policy, location_id=1, negative=None)


def test_a_lot_or_a_layer_that_was_tampered_with_is_found(shop: Shop) -> None:
    emptied(shop)
    keep(shop, "MILK", by_lot=True, costing=Costing.FIFO)
    receive(shop, milk(shop, 5, "A", SOON))
    sound(shop)
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(lot_level).values(on_hand_milli=4000))
        uow.connection.execute(
            update(cost_layer).where(cost_layer.c.left_milli > 0).values(left_minor=1)
        )  # fmt: skip
    broken = {r.name for r in shop.runtime.ask(verify_database) if not r.holds}
    assert {"lots_equal_moves", "layers_equal_stock"} <= broken
    with shop.runtime.factory.read() as connection:
        assert len(connection.execute(select(lot_move)).all()) == 1
