"""Who wants a product, and giving it to a more urgent order, from the stock of the product."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.inventory.stock_driver import StockDriver, cells
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.promises_panel import PromisesPanel


def test_goods_are_given_to_the_order_that_is_more_urgent(keeper: StockDriver) -> None:
    keeper.trade.order(("WINE", 95))
    keeper.trade.order(("WINE", 10))
    keeper.at("On hand")
    keeper.scan("WINE")
    keeper.panel(AdjustPanel)
    keeper.office.tap_text("In orders")
    panel = keeper.panel(PromisesPanel)
    assert panel.what.text() == "1 order(s) wait for it"
    assert [row[:5] for row in cells(panel)] == [
        ("O-2026-000001", "Unlimited Ltd", "95", "95", "0"),
        ("O-2026-000002", "Unlimited Ltd", "10", "5", "5"),
    ]
    assert not panel.give_button.isEnabled()
    keeper.key(Qt.Key.Key_Down)
    keeper.key(Qt.Key.Key_F10)
    assert panel.message().startswith("Nothing can be given")
    panel.source.setCurrentIndex(1)
    assert panel.source.currentText() == "O-2026-000001 · Unlimited Ltd · 95"
    keeper.key(Qt.Key.Key_F10)
    assert keeper.office.banner == "5 given to O-2026-000002."
    assert [row[3:5] for row in cells(panel)] == [("90", "5"), ("10", "0")]
