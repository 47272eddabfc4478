"""A template scanned at goods in asks in its grid how much of each variant came."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt

from app.inventory.queries import on_hand
from tests.integration.catalog.test_templates import make_shirt, template
from tests.ui.inventory.stock_driver import StockDriver
from ui.inventory.receive_panel import ReceivePanel
from ui.widgets.edits import QuantityEdit


def test_the_grid_of_a_template_is_received_line_by_line(keeper: StockDriver) -> None:
    shop = keeper.trade.shop
    made = make_shirt(shop)
    keeper.at("Goods in")
    keeper.key(Qt.Key.Key_F10)
    keeper.scan("SHIRT")
    panel = keeper.panel(ReceivePanel)
    assert panel.grid is not None
    assert not panel.table.isVisible()
    fields = [cast("QuantityEdit", w) for w in panel.grid.grid.widgets.values()]
    for field, quantity in zip(fields[:2], (5000, 7000), strict=True):
        field.set_value(quantity)
    keeper.office.tap(panel.grid.take_button)
    keeper.office.settle()
    assert [(x.name, x.quantity_milli) for x in panel.goods.lines] == [
        ("Linen shirt S Red", 5000), ("Linen shirt S Dark blue", 7000),
    ]  # fmt: skip
    keeper.key(Qt.Key.Key_F10)
    found = [
        shop.runtime.ask(on_hand, product_id=v.product_id, location_id=shop.locations["SHOP"])
        for v in template(shop, made).variants[:3]
    ]
    assert found == [5000, 7000, 0]
