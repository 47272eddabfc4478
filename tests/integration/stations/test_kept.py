"""Cut off between what is kept and what is booked: nothing is lost, nothing is given twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.db.errors import DatabaseUnreachableError
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import CommitUnknownError, Refusal
from app.stations.keeping import keep_for_till
from app.stations.outbox import next_messages
from app.stations.queries import list_inbox
from app.stations.refusals import (
    OfflineTenderError,
    RetiredTillError,
)
from app.stations.registry import replace_station
from app.stations.rules import MOST_REFUSALS
from app.stations.states import Answer, InboxStatus
from app.stations.taking import take_message, try_again
from app.till.operations.holds import HoldGoneError, give_up_hold, list_holds
from app.vouchers.queries import list_voucher_moves
from app.vouchers.refusals import VoucherTooSmallError
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.stations.conftest import PEPPER, TillMachine, open_machine
from tests.integration.stations.counter import CARD, all_well, both, on_card, sell_card, the_card
from tests.integration.stations.test_sending import broken
from tests.integration.till.checkout import card, check_out

pytestmark = pytest.mark.postgres


def test_a_till_that_died_between_keeping_and_booking_gives_back_when_it_starts_again(
    till: TillMachine, server_shop: Shop, clock: SteadyClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shift = till.shop.open_shift()
    sell_card(till, shift)

    class Killed(BaseException):
        """kill -9: nothing that follows is run."""

    def die(*_args: object, **_named: object) -> None:
        raise Killed

    monkeypatch.setattr(till.runtime, "_tell", die)
    cart = till.shop.cart("WINE")
    with pytest.raises(Killed):
        check_out(till.shop, shift, cart, ("gift_card", 799, CARD))
    assert on_card(server_shop) == 4201
    (kept,) = server_shop.runtime.ask(list_holds)
    assert (kept.uuid, kept.till_code, kept.what, kept.amount_minor) == (cart.uuid, "T01", CARD, 799)
    all_well(server_shop)
    till.runtime.factory.dispose()
    again = open_machine(till.path, server_shop, clock)
    again.drainer.round()
    assert (on_card(server_shop), server_shop.runtime.ask(list_holds)) == (5000, [])
    check_out(again.shop, shift, cart, ("gift_card", 799, CARD))  # the cart is there, and is paid
    assert again.drainer.round().unsent == 0
    assert on_card(server_shop) == 4201
    all_well(again.shop, server_shop)
    again.runtime.factory.dispose()


def test_what_is_booked_and_not_told_stays_kept_and_told_twice_counts_once(
    till: TillMachine, server_shop: Shop
) -> None:
    shift = till.shop.open_shift()
    sell_card(till, shift)
    cart = till.shop.cart("WINE")
    done = check_out(till.shop, shift, cart, ("gift_card", 799, CARD))
    again = check_out(till.shop, shift, cart, ("gift_card", 799, CARD))
    assert (again.was_there, again.number) == (True, done.number)
    till.runtime.keeper.give_back_forgotten([cart.uuid])  # it is booked here: nothing is given back
    assert on_card(server_shop) == 4201
    (message,) = till.runtime.ask(next_messages, limit=9)
    answers = [
        server_shop.runtime.run(take_message, actor=SYSTEM_ACTOR, message=message).answer for _ in range(3)
    ]
    assert answers == [Answer.CREATED, Answer.EXISTS, Answer.EXISTS]
    moves = server_shop.runtime.ask(list_voucher_moves, voucher_id=the_card(server_shop).id)
    assert [(m.kind, m.amount_minor) for m in moves] == [
        ("loaded", 5000), ("held", -799), ("freed", 799), ("redeemed", -799),
    ]  # fmt: skip
    assert till.drainer.round().unsent == 0
    all_well(till.shop, server_shop)


class Cut:
    """A server whose answer to one question is lost, after or before the work."""

    def __init__(self, server: Any, fault: str) -> None:
        self._server = server
        self._fault = fault

    def run(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        if operation is not keep_for_till:
            return self._server.run(operation, **arguments)
        if self._fault == "before":
            raise DatabaseUnreachableError(detail="cut")
        self._server.run(operation, **arguments)
        raise CommitUnknownError(detail="cut")

    def ask(self, query: Callable[..., Any], **arguments: Any) -> Any:
        return self._server.ask(query, **arguments)


@pytest.mark.parametrize("fault", ["before", "after"])
def test_an_answer_that_is_lost_keeps_nothing_for_good(
    till: TillMachine, server_shop: Shop, fault: str
) -> None:
    shift = till.shop.open_shift()
    sell_card(till, shift)
    till.line.server = Cut(server_shop.runtime, fault)  # type: ignore[assignment]
    with pytest.raises(OfflineTenderError, match="cannot be reached"):
        check_out(till.shop, shift, till.shop.cart("WINE"), ("gift_card", 799, CARD))
    assert on_card(server_shop) == (5000 if fault == "before" else 4201)
    assert till.drainer.round().unsent == 0
    assert on_card(server_shop) == 5000
    till.shop.sell(till.shop.cart("WINE"), shift)
    assert till.drainer.round().unsent == 0
    all_well(till.shop, server_shop)


def test_what_the_till_refuses_after_keeping_is_given_back_at_once(
    till: TillMachine, server_shop: Shop
) -> None:
    shift = till.shop.open_shift()
    sell_card(till, shift)
    cart = till.shop.cart("WINE")
    with pytest.raises(Refusal):
        check_out(till.shop, shift + 1, cart, ("gift_card", 799, CARD))
    assert on_card(server_shop) == 5000
    check_out(till.shop, shift, cart, ("gift_card", 700, CARD), ("cash", 99, ""))
    assert on_card(server_shop) == 4300
    with pytest.raises(VoucherTooSmallError, match="43"):
        check_out(till.shop, shift, till.shop.cart(("COFFEE", 5000)), ("gift_card", 6450, CARD))
    assert till.drainer.round().unsent == 0
    all_well(till.shop, server_shop)


def test_a_till_that_is_lost_is_given_up_and_its_late_sale_waits_where_its_money_is_gone(
    till: TillMachine, second: TillMachine, server_shop: Shop
) -> None:
    shifts = {code: m.shop.open_shift(code) for m, code in both(till, second)}
    sell_card(till, shifts["T01"])
    cart = till.shop.cart("WINE")
    check_out(till.shop, shifts["T01"], cart, ("gift_card", 799, CARD))
    server_shop.runtime.run(give_up_hold, actor=server_shop.actor("manager"), uuid=cart.uuid)
    with pytest.raises(HoldGoneError):
        server_shop.runtime.run(give_up_hold, actor=server_shop.actor("manager"), uuid=cart.uuid)
    check_out(second.shop, shifts["T02"], card(-5000, CARD), by="manager", till="T02")
    assert second.drainer.round().unsent == 0
    for _ in range(MOST_REFUSALS):
        till.drainer.round()
    (waiting,) = server_shop.runtime.ask(list_inbox, status=InboxStatus.QUARANTINED)
    assert "0" in (waiting.remark or "")
    assert till.drainer.round().unsent == 0
    check_out(second.shop, shifts["T02"], card(800, CARD), till="T02")
    assert second.drainer.round().unsent == 0
    server_shop.runtime.run(
        try_again, actor=server_shop.actor("manager"), till_id=waiting.till_id, epoch=1, seq=waiting.seq
    )
    assert on_card(server_shop) == 1
    all_well(till.shop, second.shop, server_shop)


def test_another_machine_in_a_tills_place_ends_what_was_kept_for_the_one_before(
    till: TillMachine, server_shop: Shop
) -> None:
    shift = till.shop.open_shift()
    sell_card(till, shift)
    check_out(till.shop, shift, till.shop.cart("WINE"), ("gift_card", 799, CARD))
    server_shop.runtime.run(
        replace_station, actor=SYSTEM_ACTOR, till_code="T01", pepper=PEPPER, nothing_left=True
    )
    assert on_card(server_shop) == 5000
    with pytest.raises(RetiredTillError):
        check_out(till.shop, shift, till.shop.cart("WINE"), ("gift_card", 799, CARD))
    assert broken(server_shop) == {}
