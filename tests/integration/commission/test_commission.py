"""Commission by the lines that were sold, less what came back; a period is settled once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from app.commission.operations import RateDraft, drop_rate, pay_run, post_run, save_rate
from app.commission.queries import (
    commission_report,
    list_commission_lines,
    list_rates,
    list_run_lines,
    list_runs,
)
from app.commission.refusals import (
    NoSuchRateError,
    NoSuchRunError,
    NothingToSettleError,
    RateTwiceError,
    RateWrongError,
    RunDaysError,
    RunOverlapsError,
)
from app.commission.tables import commission_run
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.reporting.verify import verify_database
from app.till.cart import Cart, Seller
from app.till.cart_json import cart_from_json, cart_to_json
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.integration.till.returning import back_cart, take_back


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=SYSTEM_ACTOR, **arguments)


def earned(shop: Shop) -> dict[str, tuple[int, int]]:
    found = shop.runtime.ask(commission_report, first=TODAY, last=TODAY)
    return {e.name: (e.base_minor, e.commission_minor) for e in found}


def by(shop: Shop, name: str) -> Seller:
    return Seller(shop.users[name], name)


@pytest.fixture
def paid(shop: Shop) -> Shop:
    """Five per cent for all, ten for coffee."""
    run(shop, save_rate, draft=RateDraft(5000))
    run(shop, save_rate, draft=RateDraft(10_000, product_id=shop.products["COFFEE"]))
    return shop


def sold(shop: Shop, shift: int) -> int:
    """The supervisor sells a coffee, milk by somebody else."""
    cart = shop.cart("COFFEE", "MILK").set_seller(by(shop, "supervisor"))
    cart = cart.set_seller(by(shop, "manager"), cart.lines[1].line_id)
    return shop.sell(cart, shift).sale_id


def test_a_line_counts_for_its_seller_else_the_carts_else_the_cashier(paid: Shop) -> None:
    shift = paid.open_shift()
    sold(paid, shift)
    paid.sell(paid.cart("MILK"), shift)
    found = earned(paid)
    coffee = 1084  # 12.90 less 19 % tax
    assert found["supervisor"] == (coffee, 108)
    assert found["manager"] == (111, 6)
    assert found["cashier"] == (111, 6)


def test_what_comes_back_counts_against_who_sold_it(paid: Shop) -> None:
    shift = paid.open_shift()
    sale_id = sold(paid, shift)
    take_back(paid, shift, back_cart(paid, sale_id, (1, 1000)))
    assert earned(paid)["supervisor"] == (0, 0)
    lines = paid.runtime.ask(
        list_commission_lines, seller_id=paid.users["supervisor"], first=TODAY, last=TODAY
    )
    assert [(x.net_minor, x.rate, x.commission_minor) for x in lines] == [
        (1084, 10_000, 108), (-1084, 10_000, -108)
    ]  # fmt: skip


def test_a_period_is_settled_once_and_stands_whatever_rates_become(paid: Shop, clock: SteadyClock) -> None:
    sold(paid, paid.open_shift())
    days = {"first": TODAY, "last": TODAY}
    with pytest.raises(RunDaysError):  # the day is not over
        run(paid, post_run, uuid="a", **days)
    clock.advance(days=1)
    made = run(paid, post_run, uuid="a", **days)
    assert run(paid, post_run, uuid="a", **days).was_there
    with pytest.raises(RunOverlapsError):
        run(paid, post_run, uuid="b", first=TODAY - timedelta(days=3), last=TODAY)
    with pytest.raises(NothingToSettleError):
        run(paid, post_run, uuid="c", first=TODAY - timedelta(days=9), last=TODAY - timedelta(days=5))
    for rate in paid.runtime.ask(list_rates):
        run(paid, drop_rate, rate_id=rate.id)
    (row,) = paid.runtime.ask(list_runs)
    assert (row.number, row.commission_minor, row.paid_at) == (made.number, 114, None)
    lines = paid.runtime.ask(list_run_lines, run_id=row.id)
    assert [(x.name, x.commission_minor) for x in lines] == [("supervisor", 108), ("manager", 6)]
    run(paid, pay_run, run_id=row.id)
    with pytest.raises(NoSuchRunError):
        run(paid, pay_run, run_id=row.id)
    assert [r.name for r in paid.runtime.ask(verify_database) if not r.holds] == []
    with paid.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(commission_run).values(commission_minor=999))
        again = {"id": 1, "uuid": "z", "number": "CM-9", "first_day": TODAY, "last_day": TODAY}
        amounts = {"posted_at": uow.now, "posted_by": 0, "base_minor": 0, "commission_minor": 0}
        uow.connection.execute(insert(commission_run), {**again, **amounts})
    broken = [r.name for r in paid.runtime.ask(verify_database) if not r.holds]
    assert broken == ["commission_adds_up", "commission_once"]


def test_rates_are_sane_and_there_is_one_for_each_thing(paid: Shop) -> None:
    with pytest.raises(RateTwiceError):
        run(paid, save_rate, draft=RateDraft(1))
    with pytest.raises(RateWrongError):
        run(paid, save_rate, draft=RateDraft(100_001, user_id=paid.users["manager"]))
    with pytest.raises(NoSuchRateError):
        run(paid, drop_rate, rate_id=1)
    with pytest.raises(PermissionNeededError):
        paid.runtime.run(save_rate, actor=paid.actor("cashier"), draft=RateDraft(1))


def test_a_cart_keeps_its_sellers() -> None:
    cart = Cart().set_seller(Seller(7, "Ann"))
    assert cart_from_json(cart_to_json(cart)) == cart
