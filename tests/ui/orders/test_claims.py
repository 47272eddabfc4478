"""Goods that came back, were missing or damaged: entered by keys from the page of the order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.invoicing.queries import list_invoices
from app.invoicing.states import ClaimKind, InvoiceKind
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from tests.ui.orders.test_orders_section import orders
from ui.orders.claim_panel import ClaimPanel
from ui.orders.order_page import OrderPanel


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def _open(desk: OfficeDriver, order_id: int) -> ClaimPanel:
    orders(desk).open_order(order_id)
    desk.settle()
    desk.tap_text("Goods back or missing")
    return desk.panel(ClaimPanel)


def test_damaged_goods_open_a_credit_note(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("WINE", 6), ("MILK", 4))
    trade.bill(trade.ship_all(order.order_id))
    panel = _open(desk, order.order_id)
    panel.kind.choose(ClaimKind.DAMAGED)
    desk.key(Qt.Key.Key_Return)  # nothing of the wine
    desk.type("7")
    desk.key(Qt.Key.Key_F10)
    assert panel.message() == "Of Milk 1 l, only 4 can be credited, not 7."
    panel.quantity.setFocus()
    panel.quantity.selectAll()
    desk.type("2")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert panel.message() == "Say why the credit note is written. Nothing was saved."
    desk.type("crushed")
    desk.key(Qt.Key.Key_Return)
    assert desk.banner == "Saved; CN-2026-000001 is written."
    assert isinstance(desk.open_panel, OrderPanel)
    note = trade.ask(list_invoices, kind=InvoiceKind.CREDIT_NOTE)[0]
    assert note.gross_minor == 214


def test_a_part_comes_back_and_is_sent_again(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("WINE", 6))
    trade.bill(trade.ship_all(order.order_id))
    panel = _open(desk, order.order_id)
    desk.key(Qt.Key.Key_F10)
    assert panel.message() == "Enter a quantity first."
    desk.tap(panel.all_button)
    panel.quantity.setFocus()
    panel.quantity.selectAll()
    desk.type("2")
    desk.tap(panel.again)
    assert panel.primary.text() == "Save"
    panel.reason.setFocus()
    desk.type("wrong vintage")
    desk.key(Qt.Key.Key_F10)
    assert desk.banner == "Saved."
    assert trade.lines_of(order.order_id)["WINE"].shipped_milli == 4000
    assert trade.ask(list_invoices, kind=InvoiceKind.CREDIT_NOTE) == []


def test_a_pro_forma_is_made_from_the_order_and_leaves_it_as_it_was(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    order = trade.order(("WINE", 6))
    before = trade.head_of(order.order_id)
    orders(desk).open_order(order.order_id)
    desk.settle()
    desk.tap_text("Pro-forma")
    (made,) = trade.ask(list_invoices, kind=InvoiceKind.PRO_FORMA)
    assert made.gross_minor == before.gross_minor
    assert trade.head_of(order.order_id) == before
