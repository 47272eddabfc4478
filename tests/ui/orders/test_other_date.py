"""A line is promised for another day, and somebody tells the customer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice
from tests.ui.orders.test_orders_section import orders


def test_another_date_is_kept_in_the_story_and_the_customer_is_to_be_told(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    order = trade.order(("WINE", 2), ("MILK", 1))
    desk = make_office(local={"sound": "off"})
    page = orders(desk).open_order(order.order_id)
    desk.settle()
    page.lines.select(str(trade.lines_of(order.order_id)["MILK"].id))
    desk.tap_text("Another date")
    desk.key(Qt.Key.Key_Escape)
    assert not page.day_bar.isVisible()
    assert desk.open_panel is page
    desk.tap_text("Another date")
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up)
    desk.tap(page.day_bar.yes)
    assert trade.lines_of(order.order_id)["MILK"].promised_on == date(2026, 3, 4)
    assert desk.banner == "O-2026-000001 has another date. Tell the customer."
    assert any(row.title.startswith("Promised for") for row in page.timeline._rows.rows)
