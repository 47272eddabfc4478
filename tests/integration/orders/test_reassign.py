"""Goods promised to one order are given to a more urgent one; what is on a pick list stays."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.fulfilment.operations.picking import create_pick_list
from app.fulfilment.promise_queries import Promise, list_promises
from app.kernel.permission import PermissionNeededError
from app.orders.operations.reassign import NothingToGiveError, OtherGoodsError, give_goods
from app.reporting.verify import verify_database
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """Net prices, bins, customers with terms."""
    return make_wholesale(shop)


def promises(trade: Wholesale) -> list[Promise]:
    return trade.ask(
        list_promises, product_id=trade.shop.products["WINE"], location_id=trade.location_id
    )  # fmt: skip


def line(trade: Wholesale, order_id: int, sku: str = "WINE") -> int:
    return int(trade.lines_of(order_id)[sku].id)


def test_an_urgent_order_gets_the_goods_of_another_and_that_one_waits_again(trade: Wholesale) -> None:
    first, urgent = trade.order(("WINE", 100)).order_id, trade.order(("WINE", 10)).order_id
    assert [(x.held_milli, x.waits_milli) for x in promises(trade)] == [(100_000, 0), (0, 10_000)]
    wish = {"to_line_id": line(trade, urgent), "from_line_id": line(trade, first)}
    with pytest.raises(PermissionNeededError):
        trade.run(give_goods, by="clerk", **wish)
    assert trade.run(give_goods, by="manager", **wish) == 10_000
    assert [(x.held_milli, x.waits_milli) for x in promises(trade)] == [(90_000, 10_000), (10_000, 0)]
    assert trade.head_of(urgent).allocation == "full"
    assert (trade.head_of(first).allocation, trade.head_of(first).to_allocate) == ("part", True)
    with pytest.raises(NothingToGiveError):
        trade.run(give_goods, **wish)
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_what_is_on_a_pick_list_stays_there(trade: Wholesale) -> None:
    first, urgent = trade.order(("WINE", 100)).order_id, trade.order(("WINE", 10)).order_id
    trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[first])
    assert promises(trade)[0].spare_milli == 0
    with pytest.raises(NothingToGiveError):
        trade.run(give_goods, to_line_id=line(trade, urgent), from_line_id=line(trade, first))


def test_only_the_same_goods_can_be_given_and_only_what_is_free_without_another_order(
    trade: Wholesale,
) -> None:
    first, urgent = trade.order(("WINE", 100), ("MILK", 1)).order_id, trade.order(("WINE", 10)).order_id
    with pytest.raises(OtherGoodsError):
        trade.run(give_goods, to_line_id=line(trade, urgent), from_line_id=line(trade, first, "MILK"))
    with pytest.raises(OtherGoodsError):
        trade.run(give_goods, to_line_id=1)
    with pytest.raises(NothingToGiveError):
        trade.run(give_goods, to_line_id=line(trade, urgent))
