"""An order is repeated from its page, made when it is due, and stopped."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt

from app.orders.list_queries import OrderFilter, search_orders
from app.orders.recurring import list_recurring_orders
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice
from tests.ui.orders.test_orders_section import orders
from ui.orders.recurring_orders import RecurringOrdersPanel


def test_an_order_is_repeated_made_when_it_is_due_and_stopped(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    order = trade.order(("WINE", 2))
    desk = make_office(local={"sound": "off"})
    page = orders(desk).open_order(order.order_id)
    desk.settle()
    desk.tap(next(b for b in page.others if b.text() == "Repeat"))
    panel = desk.panel(RecurringOrdersPanel)
    assert panel.number.text() == "O-2026-000001"
    panel.first_day.setDate(QDate(TODAY.year, TODAY.month, TODAY.day))
    desk.tap(panel.confirms)
    desk.tap(panel.repeat_button)
    assert panel.table.row(0).cells[:3] == ("Unlimited Ltd", "O-2026-000001", "month")
    desk.key(Qt.Key.Key_F10)
    assert not panel.due_button.isEnabled()
    found, _mark = trade.ask(search_orders, wanted=OrderFilter())
    assert [x.number for x in found] == ["O-2026-000002", "O-2026-000001"]
    panel.table.select(panel.table.row(0).key)
    desk.tap(panel.stop_button)
    desk.tap(panel.asking.yes)
    (row,) = trade.ask(list_recurring_orders)
    assert (row.made, row.active) == (1, False)
    panel.number.setText("O-1")
    desk.tap(panel.repeat_button)
    assert panel.message().startswith("There is no order of that number.")
