"""Each pattern done once with the real operations of the till, and found with its document."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.reporting.loss import Evidence, Figure, list_cashiers, list_evidence
from app.till.back import Back
from app.till.cart import Discount, DiscountKind
from app.till.operations.carts import void_line, void_sale
from app.till.operations.cash import move_cash, open_drawer
from app.till.states import CashMovementKind
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import approval_of, close
from tests.integration.till.returning import take_back

PERIOD = {"since": TODAY, "until": TODAY}


def _behind(shop: Shop, figure: Figure, name: str = "cashier") -> list[Evidence]:
    found = shop.runtime.ask(list_evidence, user_id=shop.users[name], figure=figure, **PERIOD)
    row = next(r for r in shop.runtime.ask(list_cashiers, **PERIOD) if r.name == name)
    assert row.figures[figure].count == len(found)
    return found


def _give_up(shop: Shop, shift: int, *skus: str) -> None:
    cart = shop.cart(*skus)
    shop.runtime.run(
        void_sale, actor=shop.actor("manager"), cart=cart, total_minor=shop.total(cart), reason="no money",
        shift_id=shift,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("bought", "after", "found"),
    [
        (("COFFEE",), 3, 1),
        (("COFFEE", "MILK"), 3, 0),  # all of it: not for less
        (("WINE",), 3, 0),  # something else
        (("COFFEE",), 11, 0),  # another customer
    ],
)
def test_a_sale_given_up_and_rung_again_for_less(
    shop: Shop, clock: SteadyClock, bought: tuple[str, ...], after: int, found: int
) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("MILK"), shift, by="manager")
    _give_up(shop, shift, "COFFEE", "MILK")
    clock.advance(minutes=after)
    shop.sell(shop.cart("COFFEE"), shift)  # another hand
    sold = shop.sell(shop.cart(*bought), shift, by="manager")
    shop.sell(shop.cart("COFFEE"), shift, by="manager")  # only the next one counts
    behind = _behind(shop, Figure.RERUNG, "manager")
    told = [(x.what, x.amount_minor, x.sale_id) for x in behind]
    assert told == [(sold.number, 119, sold.sale_id)] * found


def test_goods_taken_back_that_nobody_bought_that_day(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("MILK"), shift)
    take_back(shop, shift, shop.cart("MILK").coming_back(Back("Faulty")))  # the only one, and sold before
    back = take_back(shop, shift, shop.cart("MILK", "WINE").coming_back(Back("Faulty")))
    assert [x.what for x in _behind(shop, Figure.UNSOLD, "supervisor")] == [back.number]


def test_discounts_just_under_the_limit_that_nobody_allowed(shop: Shop) -> None:
    shift = shop.open_shift()
    given = []
    for kind, value in (
        (DiscountKind.PERCENT, 480), (DiscountKind.PERCENT, 300), (DiscountKind.AMOUNT, 62),
        (DiscountKind.AMOUNT, 20),
    ):  # fmt: skip
        cart = shop.cart("COFFEE").set_discount(Discount(kind, value, "loyal"))
        given.append(shop.sell(cart, shift).number)
    line = shop.cart("COFFEE")
    on_line = line.set_line_discount(line.lines[0].line_id, Discount(DiscountKind.PERCENT, 950, "loyal"))
    given.append(shop.sell(on_line, shift).number)
    assert [x.what for x in _behind(shop, Figure.JUST_UNDER)] == [given[0], given[2], given[4]]


def test_a_difference_just_under_the_limit_and_a_shift_a_little_short(shop: Shop) -> None:
    for off in (-480, -100, 100, -500):
        shift = shop.open_shift()
        shop.sell(shop.cart("COFFEE"), shift)
        close(shop, shift, off=off, why="miscounted")
    assert [x.amount_minor for x in _behind(shop, Figure.JUST_UNDER)] == [-480, -500]
    assert [x.amount_minor for x in _behind(shop, Figure.SHORT)] == [-480, -100, -500]


def test_what_one_person_allowed(shop: Shop) -> None:
    shift = shop.open_shift()
    for approver, times in (("supervisor", 1), ("manager", 2)):
        for _ in range(times):
            cart = shop.cart("COFFEE")
            lower = cart.set_price(
                cart.lines[0].line_id, 990, approver_id=shop.users[approver], reason="label"
            )  # fmt: skip
            shop.sell(lower, shift)
    take_back(
        shop, shift, shop.cart("MILK").coming_back(Back("Faulty")), by="cashier",
        approval=approval_of(shop, "manager"),
    )  # fmt: skip
    assert [x.approver for x in _behind(shop, Figure.ONE_PAIR)] == ["manager"] * 3


@pytest.mark.parametrize(("before", "off", "found"), [(10, 0, 1), (10, -20, 0), (45, 0, 0)])
def test_a_drawer_that_is_evened_out_before_the_close(
    shop: Shop, clock: SteadyClock, before: int, off: int, found: int
) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    shop.runtime.run(
        move_cash, actor=shop.actor(), context=shop.context(), shift_id=shift,
        kind=CashMovementKind.PAY_OUT, amount_minor=120, reason="window cleaner",
    )  # fmt: skip
    clock.advance(minutes=before)
    close(shop, shift, off=off, why="miscounted" if off else "")
    assert [(x.what, x.amount_minor) for x in _behind(shop, Figure.ZEROED)] == [("Z 1", -120)] * found


def test_what_happens_in_the_last_hour_of_a_shift(shop: Shop, clock: SteadyClock) -> None:
    shift, actor = shop.open_shift(), shop.actor("supervisor")
    for minutes in (0, 240, 70):
        clock.advance(minutes=minutes)
        cart = shop.cart("MILK", "COFFEE")
        shop.runtime.run(
            void_line, actor=actor, cart=cart, line_id=cart.lines[0].line_id, value_minor=119,
            reason="dropped", shift_id=shift,
        )  # fmt: skip
        shop.runtime.run(open_drawer, actor=actor, context=shop.context(), shift_id=shift, reason="change")
    assert _behind(shop, Figure.LATE, "supervisor") == []  # not closed: nobody knows its last hour
    clock.advance(minutes=5)
    close(shop, shift, by="supervisor")
    behind = _behind(shop, Figure.LATE, "supervisor")
    assert [x.reason for x in behind] == ["dropped", "change"]
    assert {clock.moment - x.at for x in behind} == {timedelta(minutes=5)}
