"""Stores see each other's stock: what the other places have of a product, less what is promised there."""

from __future__ import annotations

from uuid import uuid4

from app.inventory.elsewhere import list_elsewhere
from app.inventory.operations import SALES_FLOOR, create_location
from app.inventory.receipts import ReceivedLine, receive_goods
from app.kernel.permission import SYSTEM_ACTOR
from app.orders.screen_queries import preview_order
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import make_wholesale


def test_another_store_sees_what_is_free_here_and_not_its_own(shop: Shop) -> None:
    trade = make_wholesale(shop)
    trade.order(("WINE", 30))
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        north = create_location(uow, code="NORTH", name="Store north", kind="internal")
        empty = create_location(uow, code="SOUTH", name="Store south", kind="internal")
    wine = shop.products["WINE"]
    trade.run(receive_goods, uuid=str(uuid4()), location_id=north, lines=[ReceivedLine(wine, 5000)])
    here = shop.locations[SALES_FLOOR]
    (seen,) = trade.ask(list_elsewhere, product_id=wine, location_id=here)
    assert (seen.name, seen.on_hand_milli, seen.available_milli) == ("Store north", 5000, 5000)
    (seen,) = trade.ask(list_elsewhere, product_id=wine, location_id=north)
    assert (seen.location_id, seen.on_hand_milli, seen.available_milli) == (here, 100_000, 70_000)
    wanted = {"party_id": shop.parties["Unlimited Ltd"], "discount_hundredths": 0, "on": TODAY}
    lines = [trade.line("WINE", 71), trade.line("MILK", 1)]
    short, there = trade.ask(preview_order, location_id=here, lines=lines, **wanted).lines
    assert [x.name for x in short.elsewhere] == ["Store north"]
    assert there.elsewhere == ()
    both = trade.ask(list_elsewhere, product_id=wine, location_id=empty)
    assert [x.location_id for x in both] == [here, north]
