"""Orders that are made again and again, and goods that are called off from what was agreed."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.agreements.operations import agree_price, make_agreement
from app.orders.operations.call_off import CallOffError, NotHoldingError, call_off
from app.orders.operations.confirm import confirm_order
from app.orders.operations.recurring import (
    NoPatternError,
    NoSuchRepeatError,
    RepeatOrderError,
    make_due_orders,
    repeat_order,
    stop_repeating,
)
from app.orders.queries import get_order
from app.orders.recurring import delivery_day, list_recurring_orders
from app.orders.states import OrderStatus, RepeatUnit
from app.parties.tables import party
from app.reporting.verify import verify_database
from app.story.screen_queries import order_page
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale

WEEK, MONTH = RepeatUnit.WEEK, RepeatUnit.MONTH


def test_each_delivery_is_ordered_once_at_the_prices_of_its_day(trade: Wholesale, clock: SteadyClock):
    pattern = trade.order(("COFFEE", 2), ("WINE", 3), customer_reference="standing")
    trade.run(
        repeat_order, order_id=pattern.order_id, every=2, unit=WEEK, first=TODAY + timedelta(days=7),
        last=TODAY + timedelta(days=40), lead_days=3, confirms=True,
    )  # fmt: skip
    assert trade.run(make_due_orders).made == ()
    agreed = trade.run(make_agreement, party_id=trade.shop.parties["Unlimited Ltd"], valid_from=TODAY)
    trade.run(
        agree_price, agreement_id=agreed, product_id=trade.shop.products["COFFEE"], unit_price_minor=500
    )
    clock.advance(days=4)
    (first,) = trade.run(make_due_orders).made
    assert trade.run(make_due_orders).made == ()
    detail = trade.ask(get_order, order_id=first.order_id)
    assert (first.status, detail.row.requested_on) == (OrderStatus.CONFIRMED, TODAY + timedelta(days=7))
    assert [(x.sku, x.unit_price_minor, x.ordered_milli) for x in detail.lines] == [
        ("COFFEE", 500, 2_000), ("WINE", 700, 3_000),
    ]  # fmt: skip
    assert detail.row.customer_reference == "standing"
    assert trade.ask(order_page, order_id=first.order_id, on=TODAY).story
    clock.advance(days=60)
    assert len(trade.run(make_due_orders).made) == 2  # the days that were missed, up to the last
    (row,) = trade.ask(list_recurring_orders)
    assert (row.made, row.active) == (3, False)
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_who_may_not_order_waits_and_what_is_stopped_ends(trade: Wholesale):
    pattern = trade.order(("WINE", 3))
    made = trade.run(repeat_order, order_id=pattern.order_id, every=1, unit=MONTH, first=TODAY)
    with trade.shop.runtime.factory.begin(actor=trade.shop.actor("manager")) as uow:
        uow.connection.execute(party.update().values(active=False))
    run = trade.run(make_due_orders)
    assert (run.made, run.waiting) == ((), ("Unlimited Ltd",))
    trade.run(stop_repeating, recurring_id=made)
    assert trade.run(make_due_orders).waiting == ()
    with pytest.raises(NoSuchRepeatError):
        trade.run(stop_repeating, recurring_id=1)
    with pytest.raises(RepeatOrderError):
        trade.run(repeat_order, order_id=pattern.order_id, every=0, unit=MONTH, first=TODAY)


def test_a_quote_is_no_pattern(trade: Wholesale):
    draft = trade.draft(("WINE", 3))
    with pytest.raises(NoPatternError):
        trade.run(repeat_order, order_id=draft.order_id, every=1, unit=MONTH, first=TODAY)


def test_the_last_day_of_a_month_stays_the_last_day():
    first = date(2026, 1, 31)
    days = [delivery_day(first, 1, MONTH, n) for n in range(3)]
    assert days == [first, date(2026, 2, 28), date(2026, 3, 31)]


def test_goods_are_called_off_at_the_agreed_price_and_no_more_than_is_left(trade: Wholesale):
    coffee, who = trade.shop.products["COFFEE"], trade.shop.parties["Unlimited Ltd"]
    agreed = trade.run(make_agreement, party_id=who, valid_from=TODAY, valid_to=TODAY, remark="frame 1")
    trade.run(
        agree_price, agreement_id=agreed, product_id=coffee, unit_price_minor=500, quantity_milli=10_000
    )
    order = trade.run(
        call_off, uuid=str(uuid4()), agreement_id=agreed, product_id=coffee, quantity_milli=8_000
    )
    trade.run(confirm_order, order_id=order.order_id)
    assert trade.all_lines(order.order_id)[0].unit_price_minor == 500
    with pytest.raises(CallOffError) as refused:
        trade.run(call_off, uuid=str(uuid4()), agreement_id=agreed, product_id=coffee, quantity_milli=3_000)
    assert "2 is left of AG-" in str(refused.value)
    later = trade.run(make_agreement, party_id=who, valid_from=TODAY + timedelta(days=1))
    with pytest.raises(NotHoldingError):
        trade.run(call_off, uuid=str(uuid4()), agreement_id=later, product_id=coffee, quantity_milli=1_000)
