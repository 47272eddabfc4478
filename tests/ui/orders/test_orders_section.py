"""The list of orders, the page of one, and its entry by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.orders.states import OrderStatus
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.orders.entry_panel import EntryPanel
from ui.orders.next_step import Act
from ui.orders.order_page import OrderPanel
from ui.orders.orders_section import OrdersSection

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def orders(office: OfficeDriver) -> OrdersSection:
    section = office.go("orders")
    assert isinstance(section, OrdersSection)
    return section


def write(office: OfficeDriver, customer: str, *items: tuple[str, str]) -> EntryPanel:
    """Type a whole entry, never touching the mouse."""
    office.key(Qt.Key.Key_N, CONTROL)
    panel = office.panel(EntryPanel)
    office.type(customer)
    office.key(Qt.Key.Key_Return)
    for text, quantity in items:
        office.type(text)
        office.key(Qt.Key.Key_Return)
        office.type(quantity)
        office.key(Qt.Key.Key_Return)
    return panel


def test_an_entry_is_typed_priced_and_becomes_a_quote(desk: OfficeDriver, trade: Wholesale) -> None:
    section = orders(desk)
    panel = write(desk, "unlim", ("coffee", "4"), ("wine", "6"))
    assert [panel.table.row(i).cells[:2] for i in range(2)] == [("Coffee beans 1 kg", "4"), ("Red wine", "6")]
    assert panel.table.row(0).cells[5] == "40.00"
    assert "total €97.58" in panel.totals.text()
    assert panel.card.why.text() == "List “trade”: 7.00"
    desk.key(Qt.Key.Key_S, CONTROL)
    page = desk.panel(OrderPanel)
    assert page.shown is not None
    assert page.shown.detail.row.status is OrderStatus.QUOTED
    assert page.act() is Act.ACCEPT
    assert page.title() == "Q-2026-000001 · Unlimited Ltd"
    desk.key(Qt.Key.Key_Escape)
    assert section.table.count() == 1
    del trade
