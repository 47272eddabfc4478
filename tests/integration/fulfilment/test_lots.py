"""Lots through the chain: picked first expired first, shipped, brought back, found again."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from app.fulfilment.lots import free_lots
from app.fulfilment.operations.delivery import return_shipment
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import Pick, cancel_pick_list, create_pick_list, record_picks
from app.fulfilment.operations.shipping import dispatch_shipment
from app.fulfilment.refusals import (
    BelowZeroWarnedError,
    ExpiredPickError,
    LotShortError,
    LotUnknownError,
    NotInStockError,
    WrongLotError,
)
from app.fulfilment.screen_queries import get_walk
from app.inventory.operations import adjust_stock
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.states import NegativeStock
from app.kernel.permission import PermissionNeededError
from app.reporting.verify import verify_database
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale

SOON, LATER = date(2026, 4, 1), date(2026, 6, 1)


@pytest.fixture
def cellar(trade: Wholesale) -> Wholesale:
    """Wine by lot: three of SOON, five of LATER."""
    wine = trade.shop.products["WINE"]
    trade.run(
        adjust_stock, product_id=wine, location_id=trade.location_id, quantity_milli=-100_000,
        reason="moved", business_date=TODAY,
    )  # fmt: skip
    trade.run(set_policy, product_id=wine, policy=Policy(by_lot=True))
    trade.run(
        receive_goods, uuid=str(uuid4()), location_id=trade.location_id,
        lines=[
            ReceivedLine(wine, 5000, 2500, lot="LATER", expires_on=LATER),
            ReceivedLine(wine, 3000, 1500, lot="SOON", expires_on=SOON),
        ],
    )  # fmt: skip
    return trade


def walk(trade: Wholesale, order_id: int) -> tuple[int, Any]:
    made = trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order_id])
    return made.pick_list_id, trade.pick_lines(made.pick_list_id)["WINE"]


def pick(
    trade: Wholesale, list_id: int, line: Any, pieces: int, lot: str = "", *, by: str = "clerk", **more: Any
) -> None:
    scan = Pick(line.id, line.product_id, pieces * 1000, lot, **more)
    trade.run(record_picks, by=by, pick_list_id=list_id, picks=[scan])


def free(trade: Wholesale) -> dict[str, int]:
    found = trade.ask(
        free_lots, product_id=trade.shop.products["WINE"], location_id=trade.location_id, on=TODAY
    )
    return {x.code: x.on_hand_milli // 1000 for x in found}


def ship(trade: Wholesale, list_id: int, order_id: int, **more: Any) -> int:
    trade.run(record_picks, pick_list_id=list_id, picks=[], finish=True)
    contents = {x.id: x.picked_milli for x in trade.lines_of(order_id).values() if x.picked_milli}
    packed = trade.run(
        pack_shipment, uuid=str(uuid4()), order_id=order_id, packages=[PackageDraft(contents, 900)]
    )
    trade.run(dispatch_shipment, shipment_id=packed.shipment_id, **more)
    return int(packed.shipment_id)


def sound(trade: Wholesale) -> None:
    assert [(r.name, r.faults) for r in trade.ask(verify_database) if not r.holds] == []


def test_the_first_to_expire_is_proposed_and_another_lot_is_refused(cellar: Wholesale) -> None:
    list_id, line = walk(cellar, cellar.order(("WINE", 6)).order_id)
    found = cellar.ask(get_walk, pick_list_id=list_id, on=TODAY).lots[line.product_id]
    assert [x.code for x in found] == ["SOON", "LATER"]
    with pytest.raises(LotUnknownError, match="take SOON"):
        pick(cellar, list_id, line, 1)
    with pytest.raises(WrongLotError, match="LATER is not SOON, which expires first"):
        pick(cellar, list_id, line, 1, "LATER")
    with pytest.raises(WrongLotError, match="X-9 is not SOON"):
        pick(cellar, list_id, line, 1, "X-9")
    with pytest.raises(LotShortError, match="Of lot SOON, 3 is there, not 4"):
        pick(cellar, list_id, line, 4, "SOON")
    pick(cellar, list_id, line, 3, "SOON")
    pick(cellar, list_id, line, 3)  # only one lot is left: no question
    assert free(cellar) == {"LATER": 2}
    cellar.run(cancel_pick_list, pick_list_id=list_id)
    assert free(cellar) == {"SOON": 3, "LATER": 5}


def test_an_expired_lot_is_blocked_unless_somebody_who_may_takes_it(
    cellar: Wholesale, clock: SteadyClock
) -> None:
    list_id, line = walk(cellar, cellar.order(("WINE", 2)).order_id)
    clock.advance(days=60)
    with pytest.raises(ExpiredPickError, match="Lot SOON expired on 2026-04-01"):
        pick(cellar, list_id, line, 1, "SOON")
    with pytest.raises(PermissionNeededError):
        pick(cellar, list_id, line, 1, "SOON", override=True)
    pick(cellar, list_id, line, 1, "SOON", by="manager", override=True)
    pick(cellar, list_id, line, 1, "LATER")


def test_what_was_picked_is_what_leaves_and_what_comes_back(cellar: Wholesale) -> None:
    order = cellar.order(("WINE", 4))
    list_id, line = walk(cellar, order.order_id)
    pick(cellar, list_id, line, 2, "LATER", by="manager", override=True)
    pick(cellar, list_id, line, 2, "SOON")
    shipment_id = ship(cellar, list_id, order.order_id)
    assert free(cellar) == {"SOON": 1, "LATER": 3}
    sound(cellar)
    cellar.run(return_shipment, shipment_id=shipment_id, reason="refused")
    assert free(cellar) == {"SOON": 3, "LATER": 5}
    sound(cellar)


@pytest.mark.parametrize("policy", [None, NegativeStock.WARN, NegativeStock.ALLOW])
def test_books_below_zero_are_blocked_warned_of_or_allowed(
    trade: Wholesale, policy: NegativeStock | None
) -> None:
    wine = trade.shop.products["WINE"]
    order = trade.order(("WINE", 4))
    list_id, line = walk(trade, order.order_id)
    pick(trade, list_id, line, 4)
    trade.run(set_policy, product_id=wine, policy=Policy(negative=policy))
    trade.run(
        adjust_stock, product_id=wine, location_id=trade.location_id, quantity_milli=-98_000,
        reason="stolen", business_date=TODAY,
    )  # fmt: skip
    if policy is None:
        with pytest.raises(NotInStockError):
            ship(trade, list_id, order.order_id, below_zero=True)
    elif policy is NegativeStock.WARN:
        with pytest.raises(BelowZeroWarnedError, match="Only 2 of Red wine is in stock by the books, not 4"):
            ship(trade, list_id, order.order_id)
    else:
        ship(trade, list_id, order.order_id)
