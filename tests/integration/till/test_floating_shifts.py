"""A shift that goes on at another till, a drawer for two tills, two drawers at one till."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import save_setting
from app.reporting.reconcile import FigureKind, reconcile
from app.reporting.verify import verify_database
from app.till.context import TillContext
from app.till.drawers import DRAWERS, SHARES, list_in_hand, list_suspended
from app.till.operations.carts import save_cart
from app.till.operations.cash import move_cash
from app.till.operations.floating import suspend_shift, take_up_shift
from app.till.operations.sales import complete_sale
from app.till.operations.shifts import Counted, close_shift, open_shift, save_count
from app.till.operations.tills import change_till_and_drawers
from app.till.queries import find_open_shift, proposed_float_minor
from app.till.refusals import (
    DrawerShareError,
    NoShiftError,
    NotSuspendedError,
    OpenCartError,
    ShiftAlreadyOpenError,
    TillOpenError,
)
from app.till.states import CashMovementKind
from app.till.tables import shift
from tests.factories.shop import Shop
from tests.integration.till.helpers import balance, report_of, rows


def run(shop: Shop, operation: Any, till: str = "T01", by: str = "cashier", **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor(by, till), **arguments)


def close(shop: Shop, shift_id: int, context: TillContext, till: str, left: int = 0) -> Any:
    """Count what is expected, and close."""

    def count(minor: int) -> Any:
        counts = [Counted("cash", minor)]
        return run(shop, save_count, till, context=context, shift_id=shift_id, counts=counts)

    count(next(d.expected_minor for d in count(0) if d.tender_code == "cash"))
    return run(
        shop, close_shift, till, context=context, shift_id=shift_id, explanation="", next_float_minor=left
    )


def sound(shop: Shop) -> None:
    assert [(r.name, r.faults) for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_a_shift_goes_on_at_another_till_with_its_drawer_and_its_figures(shop: Shop) -> None:
    first = shop.open_shift("T01")
    shop.sell(shop.cart("COFFEE"), first)
    run(
        shop, move_cash, context=shop.context("T01"), shift_id=first, kind=CashMovementKind.PAY_IN,
        amount_minor=500, reason="change",
    )  # fmt: skip
    run(shop, suspend_shift, context=shop.context("T01"), shift_id=first)
    with pytest.raises(NoShiftError):
        shop.sell(shop.cart("COFFEE"), first)
    assert shop.runtime.ask(find_open_shift, till_id=shop.tills["T01"]) is None
    other = shop.open_shift("T01", float_minor=10_000)  # the till is free for another drawer
    context = shop.context("T02")
    (aside,) = shop.runtime.ask(list_suspended, store_id=context.till.store_id)
    assert (aside.id, aside.till_code, aside.name) == (first, "T01", "cashier")
    run(shop, take_up_shift, "T02", context=context, shift_id=first)
    with pytest.raises(NotSuspendedError):
        run(shop, take_up_shift, "T02", context=context, shift_id=first)
    shop.sell(shop.cart("MILK"), first, till="T02")
    with pytest.raises(NoShiftError):
        shop.sell(shop.cart("MILK"), first, till="T01")
    z = close(shop, first, context, "T02", left=20_000)
    assert z.z_number == 1
    assert report_of(shop, first).sales_gross_minor == 1290 + 119
    close(shop, other, shop.context("T01"), "T01")
    assert balance(shop, "cash_drawer") == 20_000
    assert shop.runtime.ask(proposed_float_minor, till_id=shop.tills["T02"]) == 20_000
    sound(shop)


def test_goods_on_the_counter_keep_the_shift_where_it_is(shop: Shop) -> None:
    first = shop.open_shift("T01")
    cart = shop.cart("COFFEE")
    run(shop, save_cart, till_id=shop.tills["T01"], cart=cart, total_minor=1290)
    with pytest.raises(OpenCartError):
        run(shop, suspend_shift, context=shop.context("T01"), shift_id=first)
    shop.sell(cart, first)
    run(shop, suspend_shift, context=shop.context("T01"), shift_id=first)
    shop.open_shift("T02")
    with pytest.raises(ShiftAlreadyOpenError):  # a till has one shift for each drawer
        run(shop, take_up_shift, "T02", context=shop.context("T02"), shift_id=first)


def test_two_tills_take_money_into_one_drawer_and_close_it_together(shop: Shop) -> None:
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name=SHARES, value="T01", scope="T02")
    first = shop.open_shift("T01")
    context = shop.context("T02")
    assert (context.drawer_till_id, context.drawer_till_code) == (shop.tills["T01"], "T01")
    with pytest.raises(ShiftAlreadyOpenError):
        shop.open_shift("T02")
    shop.sell(shop.cart("COFFEE"), first, till="T01")
    sold = shop.sell(shop.cart("MILK"), first, till="T02")
    assert sold.number.startswith("T02-")
    run(
        shop, move_cash, "T02", context=context, shift_id=first, kind=CashMovementKind.PAY_IN,
        amount_minor=500, reason="change",
    )  # fmt: skip
    cart = shop.cart("COFFEE")
    run(shop, save_cart, "T01", till_id=shop.tills["T01"], cart=cart, total_minor=1290)
    with pytest.raises(OpenCartError):  # the other till is in the middle of a sale
        run(shop, save_count, "T02", context=context, shift_id=first, counts=[Counted("cash", 0)])
    shop.sell(cart, first, till="T01")
    close(shop, first, context, "T02")
    assert report_of(shop, first).sales_gross_minor == 1290 + 119 + 1290
    assert [r.z_number for r in rows(shop, shift)] == [1]
    sound(shop)


def test_two_drawers_at_one_till_have_a_shift_and_a_rest_each(shop: Shop) -> None:
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name=DRAWERS, value=["Left", "Right"], scope="T01")
    context = shop.context("T01")
    assert context.drawers == ("Left", "Right")
    left, right = (replace(context, drawer=name) for name in context.drawers)
    shifts = [
        run(shop, open_shift, context=c, counts=[Counted("cash", minor)])
        for c, minor in ((left, 10_000), (right, 5000))
    ]
    assert [(x.id, x.drawer) for x in shop.runtime.ask(list_in_hand, till_id=context.till.id)] == [
        (shifts[0], "Left"), (shifts[1], "Right")
    ]  # fmt: skip
    paying = shop.pay(shop.cart("COFFEE"))
    run(
        shop, complete_sale, context=right, shift_id=shifts[1], cart=shop.cart("COFFEE"),
        tenders=paying.tenders,
    )  # fmt: skip
    assert [report_of(shop, s).sales_gross_minor for s in shifts] == [0, 1290]
    zs = [close(shop, s, c, "T01", left=rest) for s, c, rest in zip(
        shifts, (left, right), (10_000, 6000), strict=True
    )]  # fmt: skip
    assert [z.z_number for z in zs] == [1, 2]
    for drawer, rest in (("Left", 10_000), ("Right", 6000)):
        assert shop.runtime.ask(proposed_float_minor, till_id=context.till.id, drawer=drawer) == rest
    again = run(shop, open_shift, context=right, counts=[Counted("cash", 6000)])
    assert shop.runtime.ask(proposed_float_minor, till_id=context.till.id, drawer="Right") is None
    assert report_of(shop, again).float_minor == 6000
    cash = next(f for f in shop.runtime.ask(reconcile) if f.kind is FigureKind.CASH)
    assert (cash.told_minor, cash.ledger_minor) == (16_000, 16_000)
    sound(shop)


def test_drawers_are_set_at_a_till_without_a_shift_and_no_shared_drawer_is_shared_on(shop: Shop) -> None:
    values = {
        "name": "Front", "default_float_minor": 0, "difference_limit_minor": 0, "drawer_limit_minor": 0,
    }  # fmt: skip

    def change(code: str, drawers: list[str], shares: str = "") -> None:
        shop.runtime.run(
            change_till_and_drawers, actor=SYSTEM_ACTOR, till_id=shop.tills[code], code=code, drawers=drawers,
            shares=shares, values=values,
        )  # fmt: skip

    change("T01", ["Left", " Right ", "Left", ""])
    assert shop.context("T01").drawers == ("Left", "Right")
    with pytest.raises(DrawerShareError):
        change("T02", [], "T01")
    change("T01", ["Left"])
    assert shop.context("T01").drawers == ()
    change("T02", [], "T01")
    assert shop.context("T02").drawer_till_code == "T01"
    with pytest.raises(DrawerShareError):
        change("T01", [], "T02")
    shop.open_shift("T01")
    change("T01", [])  # nothing about the drawers is changed
    with pytest.raises(TillOpenError):
        change("T01", ["Left", "Right"])
