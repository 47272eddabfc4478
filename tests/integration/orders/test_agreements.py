"""What was agreed with a customer is his price, as long as it lasts and as much as is left."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.agreements.operations import agree_price, drop_product, end_agreement, make_agreement
from app.agreements.queries import get_agreement, list_agreements
from app.agreements.refusals import (
    AgreedPriceError,
    AgreementDaysError,
    AgreementOverError,
    NoSuchAgreementError,
)
from app.orders.agreed import drawn_of, orders_of
from app.orders.drafts import OrderHead
from app.orders.operations.amend import amend_order, cancel_order
from app.orders.pricing import explain
from app.orders.screen_queries import preview_order
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import Wholesale, make_wholesale

NAME = "Unlimited Ltd"


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """A wholesaler: COFFEE is 9.00 by his list."""
    return make_wholesale(shop)


def _agree(trade: Wholesale, *, pieces: float | None = 100, minor: int = 800, **days: Any) -> int:
    made: int = trade.run(
        make_agreement, party_id=trade.shop.parties[NAME], remark="frame 2026",
        **{"valid_from": TODAY, **days},
    )  # fmt: skip
    trade.run(
        agree_price, agreement_id=made, product_id=trade.shop.products["COFFEE"], unit_price_minor=minor,
        quantity_milli=None if pieces is None else int(pieces * 1000),
    )  # fmt: skip
    return made


def _line(trade: Wholesale, order_id: int) -> Any:
    return trade.lines_of(order_id)["COFFEE"]


def _drawn(trade: Wholesale, agreement_id: int) -> int:
    found = trade.ask(get_agreement, agreement_id=agreement_id)
    drawn = trade.ask(drawn_of, party_id=found.party_id, numbers=[found.number])
    return int(drawn.get((found.number, trade.shop.products["COFFEE"]), 0))


def test_an_order_takes_the_agreed_price_says_so_and_draws_it_down(trade: Wholesale) -> None:
    made = _agree(trade)
    order = trade.order(("COFFEE", 60), customer=NAME)
    line = _line(trade, order.order_id)
    number = trade.ask(get_agreement, agreement_id=made).number
    assert line.unit_price_minor == 800
    assert explain(line).list_code == number
    assert number.startswith("AG-")
    assert _drawn(trade, made) == 60_000
    (drew,) = trade.ask(orders_of, party_id=trade.shop.parties[NAME], number=number)
    assert (drew.order_id, drew.quantity_milli) == (order.order_id, 60_000)


def test_more_than_is_left_is_sold_at_the_list_and_what_is_cancelled_comes_back(trade: Wholesale) -> None:
    made = _agree(trade)
    first = trade.order(("COFFEE", 60), customer=NAME)
    second = trade.order(("COFFEE", 60), customer=NAME)
    assert _line(trade, second.order_id).unit_price_minor == 900
    assert _line(trade, trade.order(("COFFEE", 40), customer=NAME).order_id).unit_price_minor == 800
    trade.run(cancel_order, order_id=first.order_id, reason="no room")
    assert _drawn(trade, made) == 40_000
    assert _line(trade, trade.order(("COFFEE", 60), customer=NAME).order_id).unit_price_minor == 800


def test_what_an_order_drew_itself_is_left_for_it_when_it_is_changed(trade: Wholesale) -> None:
    made = _agree(trade)
    order = trade.order(("COFFEE", 90), customer=NAME)
    line = _line(trade, order.order_id)
    trade.run(
        amend_order, order_id=order.order_id, reason="a little more", head=OrderHead(),
        lines=[trade.line("COFFEE", 100, line_id=line.id)],
    )  # fmt: skip
    assert _line(trade, order.order_id).unit_price_minor == 800
    assert _drawn(trade, made) == 100_000


def test_it_holds_between_its_days_for_its_customer_alone(trade: Wholesale) -> None:
    _agree(trade, pieces=None, valid_from=TODAY + timedelta(days=1), valid_to=TODAY + timedelta(days=5))
    party = trade.shop.parties[NAME]

    def price(days: int, party_id: int = party) -> int | None:
        shown = trade.ask(
            preview_order, party_id=party_id, lines=[trade.line("COFFEE", 5000)], discount_hundredths=0,
            location_id=trade.location_id, on=TODAY + timedelta(days=days),
        )  # fmt: skip
        found: int | None = shown.lines[0].unit_price_minor
        return found

    assert [price(d) for d in (0, 1, 5, 6)] == [900, 800, 800, 900]
    assert price(1, trade.shop.parties["Limited Ltd"]) == 900


def test_the_one_begun_last_counts_and_a_dropped_product_has_the_lists_price(trade: Wholesale) -> None:
    _agree(trade, minor=800, valid_from=TODAY - timedelta(days=9))
    newer = _agree(trade, minor=700)
    assert _line(trade, trade.order(("COFFEE", 10), customer=NAME).order_id).unit_price_minor == 700
    trade.run(drop_product, agreement_id=newer, product_id=trade.shop.products["COFFEE"])
    assert _line(trade, trade.order(("COFFEE", 10), customer=NAME).order_id).unit_price_minor == 800
    assert [x.customer for x in trade.ask(list_agreements, text="unlim")] == [NAME, NAME]
    assert trade.ask(list_agreements, text="nobody") == []


def test_what_cannot_be_agreed(trade: Wholesale, clock: SteadyClock) -> None:
    party = trade.shop.parties[NAME]
    with pytest.raises(AgreementDaysError):
        trade.run(make_agreement, party_id=party, valid_from=TODAY, valid_to=TODAY - timedelta(days=1))
    made = _agree(trade)
    with pytest.raises(AgreementDaysError):
        trade.run(end_agreement, agreement_id=made, last_day=TODAY - timedelta(days=1))
    for price, quantity in ((-1, None), (100, 0)):
        with pytest.raises(AgreedPriceError):
            trade.run(
                agree_price, agreement_id=made, product_id=trade.shop.products["MILK"],
                unit_price_minor=price, quantity_milli=quantity,
            )  # fmt: skip
    trade.run(end_agreement, agreement_id=made, last_day=TODAY)
    clock.advance(days=2)
    with pytest.raises(AgreementOverError):
        trade.run(drop_product, agreement_id=made, product_id=trade.shop.products["COFFEE"])
    with pytest.raises(NoSuchAgreementError):
        trade.ask(get_agreement, agreement_id=1)
