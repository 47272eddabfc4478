"""Work that waits is handed to one person, however many press at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest

from app.collections.operations.contacts import note_contact
from app.collections.operations.queue import next_call
from app.collections.states import ContactKind
from app.fulfilment.operations.picking import create_pick_list
from app.fulfilment.operations.queue import next_pack, next_pick
from app.kernel.permission import SYSTEM_ACTOR
from app.queues.operations import (
    HELD_FOR,
    NothingWaitsError,
    WorkHeldError,
    give_back_work,
    keep_work,
    take_work,
)
from app.queues.queries import list_claims
from app.queues.states import WorkKind
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """A wholesaler with work."""
    return make_wholesale(shop)


def lists(trade: Wholesale, count: int) -> list[int]:
    """So many pick lists, the oldest first."""
    return [
        trade.run(
            create_pick_list, by="clerk", uuid=str(uuid4()), order_ids=[trade.order(("WINE", 1)).order_id]
        ).pick_list_id
        for _ in range(count)
    ]  # fmt: skip


def test_each_clerk_gets_another_walk_the_oldest_first_and_then_one_is_made(trade: Wholesale) -> None:
    first, second = lists(trade, 2)
    trade.order(("COFFEE", 1))
    assert trade.run(next_pick, by="clerk").item_id == first
    assert trade.run(next_pick, by="clerk").item_id == first  # pressed twice
    assert trade.run(next_pick, by="manager").item_id == second
    assert trade.run(next_pick).item_id not in {first, second}
    trade.run(give_back_work, by="clerk", kind=WorkKind.PICK, item_id=second)  # is not his
    trade.run(give_back_work, by="manager", kind=WorkKind.PICK, item_id=second)
    trade.run(give_back_work, by="manager", kind=WorkKind.PICK, item_id=second)
    trade.pick_whole(first)
    assert trade.run(next_pick, by="clerk").item_id == second
    with pytest.raises(NothingWaitsError):
        trade.run(next_pick, by="manager")


def test_who_walks_one_place_is_handed_no_work_of_another(trade: Wholesale) -> None:
    elsewhere = trade.location_id + 1
    (walk,) = lists(trade, 1)
    trade.order(("COFFEE", 1))
    with pytest.raises(NothingWaitsError):
        trade.run(next_pick, by="clerk", location_id=elsewhere)
    assert trade.run(next_pick, by="clerk", location_id=trade.location_id).item_id == walk
    assert trade.run(next_pick, by="manager", location_id=trade.location_id).item_id != walk


def test_who_is_not_heard_of_for_half_an_hour_has_it_no_more(trade: Wholesale, clock: SteadyClock) -> None:
    (walk,) = lists(trade, 1)
    trade.run(take_work, by="clerk", kind=WorkKind.PICK, item_id=walk)
    with pytest.raises(WorkHeldError, match="clerk"):
        trade.run(take_work, by="manager", kind=WorkKind.PICK, item_id=walk)
    began = trade.ask(list_claims, kind=WorkKind.PICK, at=clock())[walk].since
    clock.advance(minutes=29)
    assert trade.run(keep_work, by="clerk", kind=WorkKind.PICK, item_id=walk)
    assert not trade.run(keep_work, by="manager", kind=WorkKind.PICK, item_id=walk)
    clock.advance(minutes=29)
    assert trade.ask(list_claims, kind=WorkKind.PICK, at=clock())[walk].since == began
    with pytest.raises(NothingWaitsError):
        trade.run(next_pick, by="manager")
    clock.moment += HELD_FOR
    assert trade.ask(list_claims, kind=WorkKind.PICK, at=clock()) == {}
    assert trade.run(next_pick, by="manager").item_id == walk
    assert not trade.run(keep_work, by="clerk", kind=WorkKind.PICK, item_id=walk)


def test_those_who_press_at_once_never_get_the_same(trade: Wholesale) -> None:
    walks = lists(trade, 3)
    for _ in range(3):
        trade.order(("COFFEE", 1))
    people = [replace(SYSTEM_ACTOR, user_id=900 + n, name=f"Clerk {n}") for n in range(6)]
    start, runtime = Barrier(len(people)), trade.shop.runtime

    def press(n: int) -> int:
        start.wait()
        try:
            return runtime.run(next_pick, actor=people[n]).item_id
        finally:
            runtime.factory.close_thread()

    with ThreadPoolExecutor(len(people)) as pool:
        got = list(pool.map(press, range(len(people))))
    assert len(set(got)) == len(people)
    assert set(walks) <= set(got)
    with pytest.raises(NothingWaitsError):
        trade.run(next_pick, by="manager")


def test_orders_are_packed_by_one_the_first_that_is_wanted_first(
    trade: Wholesale, clock: SteadyClock
) -> None:
    later, sooner = (
        trade.order(("WINE", 1), requested_on=clock().date() + timedelta(days=days)).order_id
        for days in (9, 2)
    )
    for order_id in (later, sooner):
        trade.pick_all(order_id)
    assert trade.run(next_pack, by="clerk").item_id == sooner
    assert trade.run(next_pack, by="manager").item_id == later
    with pytest.raises(NothingWaitsError):
        trade.run(next_pack)


def test_customers_are_called_by_one_the_largest_stake_first(trade: Wholesale, clock: SteadyClock) -> None:
    for customer, bottles in (("Unlimited Ltd", 1), ("Limited Ltd", 2)):
        trade.bill(trade.ship_all(trade.order(("WINE", bottles), customer=customer).order_id))
    clock.advance(days=60)
    large, small = trade.shop.parties["Limited Ltd"], trade.shop.parties["Unlimited Ltd"]
    assert trade.run(next_call, by="manager").item_id == large
    assert trade.run(next_call).item_id == small
    trade.run(
        note_contact, by="manager", party_id=large, kind=ContactKind.CALL, remark="Pays",
        next_action="Look", next_on=clock().date() + timedelta(days=3),
    )  # fmt: skip
    trade.run(give_back_work, by="manager", kind=WorkKind.CALL, item_id=large)
    with pytest.raises(NothingWaitsError):
        trade.run(next_call, by="manager")
