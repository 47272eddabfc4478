"""An order is fetched in the store: told, handed over, billed, from its page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.orders.queries import get_order
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice
from tests.ui.orders.test_orders_section import orders


def test_ready_then_handed_over_then_billed(trade: Wholesale, make_office: MakeOffice) -> None:
    order = trade.order(("WINE", 2), pickup=True)
    trade.pick_all(order.order_id)
    trade.pack_all(order.order_id)
    desk = make_office(local={"sound": "off"})
    page = orders(desk).open_order(order.order_id)
    desk.settle()
    assert page.primary.text() == "Ready to be fetched"
    desk.key(Qt.Key.Key_F10)
    assert desk.banner == "O-2026-000001 is ready. Tell the customer."
    assert "fetched in the store, told on" in page.about.text()
    assert page.primary.text() == "Hand over"
    desk.key(Qt.Key.Key_F10)
    assert page.asking.field.text() == "Unlimited Ltd"
    page.asking.field.selectAll()
    desk.type("Mr Long")
    desk.key(Qt.Key.Key_Return)
    assert page.primary.text() == "Create invoice"
    assert any("Mr Long" in row.detail for row in page.timeline._rows.rows)
    assert trade.ask(get_order, order_id=order.order_id).lines[0].shipped_milli == 2000
