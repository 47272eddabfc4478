"""What is entered in a count can be taken back or thrown away, and what turns up is taken in."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from app.fulfilment.count_queries import (
    count_sheet,
    find_count,
    get_count,
    list_countable,
    products_to_count,
    review_count,
)
from app.inventory.counts import (
    enter_count,
    post_count,
    recount_product,
    set_count_status,
    start_count,
    undo_count_entry,
)
from app.inventory.places import create_place
from app.inventory.refusals import NoSuchCountError
from app.inventory.states import CountStatus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.state import InvalidTransitionError
from app.reporting.verify import verify_database
from tests.factories.shop import Shop


def run(shop: Shop, operation: Any, by: str = "clerk", **arguments: Any) -> Any:
    actor = SYSTEM_ACTOR if by == "system" else shop.actor(by)
    return shop.runtime.run(operation, actor=actor, **arguments)


def begin(shop: Shop, **more: Any) -> int:
    wish = {"location_id": shop.locations["SHOP"], **more}
    return run(shop, start_count, uuid=str(uuid4()), **wish).count_id


def enter(shop: Shop, count_id: int, sku: str, pieces: int, by: str = "clerk") -> str:
    uuid = str(uuid4())
    run(
        shop, enter_count, by, uuid=uuid, count_id=count_id, product_id=shop.products[sku],
        quantity_milli=pieces * 1000,
    )  # fmt: skip
    return uuid


def counted(shop: Shop, count_id: int) -> dict[str, tuple[int | None, int]]:
    rows = shop.runtime.ask(review_count, count_id=count_id)
    return {x.sku: (x.variance.counted_milli, x.variance.expected_milli) for x in rows}


def test_only_the_own_entry_is_taken_back_and_only_while_it_is_counted(shop: Shop) -> None:
    count_id = begin(shop)
    uuid = enter(shop, count_id, "MILK", 5)
    assert not run(shop, undo_count_entry, "manager", count_id=count_id, uuid=uuid)
    assert run(shop, undo_count_entry, count_id=count_id, uuid=uuid)
    assert not run(shop, undo_count_entry, count_id=count_id, uuid=uuid)
    assert counted(shop, count_id)["MILK"] == (None, 100_000)
    uuid = enter(shop, count_id, "MILK", 4)
    run(shop, set_count_status, count_id=count_id, status=CountStatus.REVIEW)
    with pytest.raises(NoSuchCountError):
        run(shop, undo_count_entry, count_id=count_id, uuid=uuid)


def test_a_figure_nobody_believes_is_counted_again(shop: Shop) -> None:
    count_id = begin(shop)
    enter(shop, count_id, "MILK", 5)
    enter(shop, count_id, "WINE", 100)
    run(shop, set_count_status, count_id=count_id, status=CountStatus.REVIEW)
    run(shop, recount_product, count_id=count_id, product_id=shop.products["MILK"])
    assert shop.runtime.ask(get_count, count_id=count_id).status is CountStatus.COUNTING
    enter(shop, count_id, "MILK", 99, by="manager")
    assert counted(shop, count_id)["MILK"] == (99_000, 100_000)
    assert counted(shop, count_id)["WINE"] == (100_000, 100_000)
    run(shop, set_count_status, count_id=count_id, status=CountStatus.REVIEW)
    run(shop, post_count, by="manager", count_id=count_id, uncounted_is_zero=True)
    with pytest.raises(InvalidTransitionError):
        run(shop, recount_product, count_id=count_id, product_id=shop.products["MILK"])
    assert [r for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_what_turns_up_is_part_of_a_count_of_everything_and_of_no_other(shop: Shop) -> None:
    back = run(shop, create_place, by="system", code="back", name="Back room")
    with pytest.raises(NoSuchCountError):
        begin(shop, location_id=back)
    some = begin(shop, product_ids=[shop.products["WINE"]])
    with pytest.raises(NoSuchCountError):
        enter(shop, some, "MILK", 1)
    whole = begin(shop)
    enter(shop, whole, "WRAP", 2)
    assert counted(shop, whole)["WRAP"] == (2000, 0)


def test_a_counter_sees_his_own_figures_and_what_is_expected_only_where_it_is_not_blind(shop: Shop) -> None:
    for is_blind, expected in ((True, None), (False, 100_000)):
        count_id = begin(shop, is_blind=is_blind)
        enter(shop, count_id, "MILK", 5)
        enter(shop, count_id, "MILK", 90, by="manager")
        sheet = shop.runtime.ask(count_sheet, count_id=count_id, actor_id=shop.users["clerk"])
        milk = next(x for x in sheet if x.sku == "MILK")
        assert (milk.mine_milli, milk.expected_milli) == (5000, expected)
        assert sum(x.mine_milli is not None for x in sheet) == 1


def test_a_category_can_be_counted_by_itself(shop: Shop) -> None:
    place = {"location_id": shop.locations["SHOP"]}
    (found,) = shop.runtime.ask(list_countable, **place)
    products = shop.runtime.ask(products_to_count, **place, category_id=found[0])
    assert len(products) == found[2] == 5
    count_id = begin(shop, product_ids=products)
    assert shop.runtime.ask(get_count, count_id=count_id).products == 5
    assert shop.runtime.ask(find_count, number="sc-000001") == count_id
