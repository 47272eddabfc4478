"""A price check tells what the other stores have of the goods."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.inventory.operations import create_location
from app.inventory.receipts import ReceivedLine, receive_goods
from app.kernel.permission import SYSTEM_ACTOR
from tests.ui.conftest import TillDriver
from ui.till.panels_show import PriceCheckPanel


def test_a_price_check_tells_what_another_store_has(till: TillDriver) -> None:
    shop = till.shop
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        north = create_location(uow, code="NORTH", name="Store north", kind="internal")
        lines = [ReceivedLine(shop.products["WINE"], 7000)]
        receive_goods(uow, uuid="north-1", location_id=north, lines=lines)
    till.key(Qt.Key.Key_F5)
    till.scan_sku("WINE")
    till.settle()
    panel = till.panel
    assert isinstance(panel, PriceCheckPanel)
    assert "Free elsewhere: Store north 7" in panel._details.text()
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("WINE", 1000)]
