"""A kit typed into an order: one line while it is written, its parts when it is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.factories.wholesale import Wholesale
from tests.integration.orders.test_kits import kit
from tests.ui.office_driver import MakeOffice
from ui.orders.entry_panel import EntryPanel
from ui.orders.order_page import OrderPanel


def test_a_kit_is_typed_and_the_order_shows_its_parts(make_office: MakeOffice, trade: Wholesale) -> None:
    kit(trade, "BREAKFAST", 999, ("COFFEE", 1000), ("MILK", 2000))
    office = make_office(local={"sound": "off"})
    office.go("orders")
    office.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = office.panel(EntryPanel)
    for text in ("Unlimited", "breakf", "3"):
        office.type(text)
        office.key(Qt.Key.Key_Return)
    assert panel.preview is not None
    assert panel.preview.net_minor == 2997
    office.key(Qt.Key.Key_F10)
    page = office.panel(OrderPanel)
    assert page.shown is not None
    detail = page.shown.detail
    assert [(x.name, x.quantity_milli, x.ordered_milli, x.reserved_milli) for x in detail.lines] == [
        ("Breakfast: Coffee beans 1 kg", 3000, 3000, 3000), ("Breakfast: Milk 1 l", 3000, 6000, 6000),
    ]  # fmt: skip
