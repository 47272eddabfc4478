"""Which step the page of an order names next, from what happened to it."""

from __future__ import annotations

import pytest

from app.orders.operations.amend import cancel_order
from app.orders.operations.confirm import confirm_order
from app.orders.operations.quotes import accept_quote, lose_quote, send_quote
from app.story.screen_queries import OrderPage, order_page
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from ui.orders.next_step import Act, acts_of


def page(trade: Wholesale, order_id: int) -> OrderPage:
    return trade.ask(order_page, order_id=order_id, on=TODAY)


def first(trade: Wholesale, order_id: int) -> Act | None:
    return next(iter(acts_of(page(trade, order_id))), None)


def test_a_quote_is_sent_accepted_confirmed(trade: Wholesale) -> None:
    made = trade.draft(("WINE", 1))
    assert acts_of(page(trade, made.order_id))[:2] == (Act.CONFIRM, Act.SEND)
    trade.run(send_quote, order_id=made.order_id)
    assert first(trade, made.order_id) is Act.ACCEPT
    trade.run(accept_quote, order_id=made.order_id)
    assert first(trade, made.order_id) is Act.CONFIRM
    trade.run(confirm_order, order_id=made.order_id)
    assert first(trade, made.order_id) is Act.PICK_LIST


def test_goods_are_picked_packed_shipped_billed_and_paid(trade: Wholesale) -> None:
    order = trade.order(("WINE", 2))
    trade.pick_all(order.order_id)
    assert first(trade, order.order_id) is Act.PACK
    trade.pack_all(order.order_id)
    assert first(trade, order.order_id) is Act.SHIP


def test_what_left_is_billed_before_it_is_collected(trade: Wholesale) -> None:
    order = trade.order(("WINE", 2))
    shipment = trade.ship_all(order.order_id)
    assert acts_of(page(trade, order.order_id))[:2] == (Act.INVOICE, Act.DELIVER)
    trade.bill(shipment)
    assert acts_of(page(trade, order.order_id))[:2] == (Act.COLLECT, Act.DELIVER)
    assert Act.CANCEL not in acts_of(page(trade, order.order_id))


def test_an_order_that_waits_for_goods_offers_to_commit_stock(trade: Wholesale) -> None:
    order = trade.order(("WINE", 9000))
    assert Act.PICK_LIST in acts_of(page(trade, order.order_id))
    trade.ship_all(order.order_id)
    found = acts_of(page(trade, order.order_id))
    assert found[0] is Act.INVOICE
    assert Act.ALLOCATE in found


def test_a_down_payment_is_asked_for_first(trade: Wholesale) -> None:
    order = trade.order(("WINE", 2), deposit_minor=500)
    assert first(trade, order.order_id) is Act.ASK_DEPOSIT


@pytest.mark.parametrize("lost", [True, False])
def test_what_is_over_offers_nothing_but_another_try(trade: Wholesale, lost: bool) -> None:  # noqa: FBT001
    made = trade.draft(("WINE", 1))
    trade.run(send_quote, order_id=made.order_id)
    trade.run(lose_quote if lost else cancel_order, order_id=made.order_id, reason="too dear")
    assert acts_of(page(trade, made.order_id)) == ((Act.SEND,) if lost else ())
