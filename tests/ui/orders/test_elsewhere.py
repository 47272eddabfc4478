"""While an order is written, a line that is short here says who has the goods."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.inventory.operations import create_location
from app.inventory.receipts import ReceivedLine, receive_goods
from app.kernel.permission import SYSTEM_ACTOR
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice
from ui.orders.entry_panel import EntryPanel


def test_a_line_that_is_short_here_says_where_it_is_free(trade: Wholesale, make_office: MakeOffice) -> None:
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        north = create_location(uow, code="NORTH", name="Store north", kind="internal")
        lines = [ReceivedLine(trade.shop.products["WINE"], 7000)]
        receive_goods(uow, uuid="north-1", location_id=north, lines=lines)
    office = make_office(local={"sound": "off"})
    office.go("orders")
    office.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = office.panel(EntryPanel)
    office.type("unlim")
    office.key(Qt.Key.Key_Return)
    office.type("wine")
    office.key(Qt.Key.Key_Return)
    office.type("5")
    assert "Store north" not in panel.card.why.text()
    office.type("00")
    assert panel.card.why.text().endswith("free at Store north 7")
