"""Lines that are no product: words, charges, allowances, services of their own."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.invoicing.operations.bill import invoice_order
from app.invoicing.queries import get_invoice
from app.kernel.refusal import Refusal
from app.orders.drafts import LineDraft, OrderHead
from app.orders.operations.amend import amend_order
from app.orders.operations.entry import create_order
from app.orders.operations.progress import finish_service
from app.orders.queries import get_order, list_orders
from app.orders.refusals import (
    AllowanceTooBigError,
    FreeLineError,
    LineTextError,
    OrderEmptyError,
    PriceNegativeError,
)
from app.orders.screen_queries import preview_order
from app.orders.states import LineKind
from app.reporting.verify import verify_database
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _class(trade: Wholesale, sku: str = "WINE") -> int:
    order = trade.draft((sku, 1))
    return int(trade.lines_of(order.order_id)[sku].tax_class_id)


def _words(text: str = "By the side door, please") -> LineDraft:
    return LineDraft(None, 1000, kind=LineKind.TEXT, name=text)


def _charge(trade: Wholesale, minor: int, name: str = "Delivery") -> LineDraft:
    return LineDraft(
        None, 1000, unit_price_minor=minor, kind=LineKind.CHARGE, name=name, tax_class_id=_class(trade)
    )


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_words_a_charge_and_an_allowance_go_with_the_goods_to_the_invoice(trade: Wholesale):
    order = trade.order(trade.line("WINE", 2), _words(), _charge(trade, 490), _charge(trade, -100, "Loyalty"))
    head = trade.head_of(order.order_id)
    assert head.net_minor == 1400 + 490 - 100
    bill = trade.bill(trade.ship_all(order.order_id))
    found = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    assert [(x.name, x.amount_minor) for x in found.lines] == [
        ("Red wine", 1400), ("By the side door, please", 0), ("Delivery", 490), ("Loyalty", -100),
    ]  # fmt: skip
    assert len(found.taxes) == 1
    assert bill.gross_minor == head.gross_minor
    assert not trade.head_of(order.order_id).to_invoice
    _books_agree(trade)


def test_an_allowance_waits_until_an_invoice_can_bear_it(trade: Wholesale):
    order = trade.order(
        trade.line("MILK", 1), trade.line("WRAP", 20), _charge(trade, -2000, "Agreed"),
    )  # fmt: skip
    first = trade.bill(trade.ship_all(order.order_id))
    assert [x.name for x in trade.ask(get_invoice, invoice_id=first.invoice_id).lines] == ["Milk 1 l"]
    wrap = trade.lines_of(order.order_id)["WRAP"]
    trade.run(finish_service, order_id=order.order_id, line_id=wrap.id)
    last = trade.run(invoice_order, uuid=str(uuid4()), order_id=order.order_id)
    assert trade.ask(get_invoice, invoice_id=last.invoice_id).net_minor == 20 * 150 - 2000
    _books_agree(trade)


def test_words_alone_a_charge_without_price_and_too_big_an_allowance_are_refused(trade: Wholesale):
    tax = _class(trade)
    before = len(trade.ask(list_orders))
    goods = trade.line("MILK", 1)
    bad: list[tuple[list[LineDraft], type[Refusal]]] = [
        ([_words()], OrderEmptyError),
        ([goods, _words("  ")], LineTextError),
        ([goods, LineDraft(None, 1000, kind=LineKind.CHARGE, name="Delivery")], FreeLineError),
        ([goods, LineDraft(None, 1000, kind=LineKind.CHARGE, name="", tax_class_id=tax)], LineTextError),
        ([goods, _charge(trade, -9000)], AllowanceTooBigError),
        (
            [goods, LineDraft(None, 1000, None, -5, kind=LineKind.SERVICE, name="x", tax_class_id=tax)],
            PriceNegativeError,
        ),
    ]
    before = len(trade.ask(list_orders))
    for lines, refusal in bad:
        with pytest.raises(refusal) as raised:
            trade.run(
                create_order, uuid=str(uuid4()), party_id=trade.shop.parties["Unlimited Ltd"], lines=lines
            )
        assert "{" not in str(raised.value)
    assert len(trade.ask(list_orders)) == before


def test_what_an_allowance_gives_is_a_discount_that_may_need_a_yes(trade: Wholesale):
    order = trade.order(trade.line("WINE", 1), _charge(trade, -600, "Friendship"), by="office")
    assert order.holds == ("discount",)


def test_a_preview_shows_words_and_the_quantity_breaks(trade: Wholesale):
    found = trade.ask(
        preview_order, party_id=trade.shop.parties["Unlimited Ltd"],
        lines=[_words(), trade.line("COFFEE", 1)], discount_hundredths=0, location_id=trade.location_id,
        on=TODAY,
    )  # fmt: skip
    assert [(x.name, x.refusal, x.breaks) for x in found.lines] == [
        ("By the side door, please", None, ()),
        ("Coffee beans 1 kg", None, ((0, 1000), (50_000, 900))),
    ]
    assert found.net_minor == 1000


def test_the_words_of_a_free_line_can_be_amended(trade: Wholesale):
    order = trade.order(trade.line("WINE", 1), _words("Ring twice"))
    lines = trade.lines_of(order.order_id)
    detail = trade.ask(get_order, order_id=order.order_id)
    assert [x.kind for x in detail.lines] == [LineKind.GOODS, LineKind.TEXT]
    trade.run(
        amend_order, order_id=order.order_id, head=OrderHead(), reason="the bell is broken",
        lines=[
            trade.line("WINE", 1, line_id=lines["WINE"].id),
            LineDraft(None, 1000, kind=LineKind.TEXT, name="Knock", line_id=lines["Ring twice"].id),
        ],
    )  # fmt: skip
    assert set(trade.lines_of(order.order_id)) == {"WINE", "Knock"}
    _books_agree(trade)
