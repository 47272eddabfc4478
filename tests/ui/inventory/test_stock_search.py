"""Ctrl+K finds goods receipts, transfers, counts and lots by their number and opens them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt

from app.inventory.counts import start_count
from app.inventory.places import create_place
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.transfers import send_transfer
from tests.ui.inventory.stock_driver import StockDriver
from ui.fulfilment.ship_panel import ShipPanel
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.arrive_panel import ArrivePanel
from ui.inventory.counting_panel import CountingPanel
from ui.inventory.lot_panel import LotPanel
from ui.inventory.receipt_panel import ReceiptPanel


def go_to(keeper: StockDriver, text: str) -> None:
    keeper.office.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    keeper.office.type(text)
    keeper.key(Qt.Key.Key_Return)


def test_every_document_of_the_stock_is_found_by_its_number(keeper: StockDriver) -> None:
    trade = keeper.trade
    wine, here = trade.shop.products["WINE"], trade.location_id
    back = trade.run(create_place, code="back", name="Back room")
    trade.run(set_policy, product_id=wine, policy=Policy(by_lot=True))
    line = ReceivedLine(wine, 2000, 900, lot="L-77", expires_on=date(2027, 1, 1))
    trade.run(receive_goods, uuid=str(uuid4()), location_id=here, lines=[line], supplier="Vineyard")
    trade.run(
        send_transfer, uuid=str(uuid4()), from_location_id=here, to_location_id=back,
        quantities={wine: 1000},
    )  # fmt: skip
    trade.run(start_count, uuid=str(uuid4()), location_id=here)
    for text, kind in (
        ("gr-2026", ReceiptPanel), ("tr-0", ArrivePanel), ("sc-0", CountingPanel), ("L-77", LotPanel),
    ):  # fmt: skip
        go_to(keeper, text)
        keeper.office.settle()
        assert keeper.office.page.section_id() == "stock"
        keeper.panel(kind)


def test_the_history_of_a_product_leads_to_the_documents(keeper: StockDriver) -> None:
    trade = keeper.trade
    wine, here = trade.shop.products["WINE"], trade.location_id
    trade.run(receive_goods, uuid=str(uuid4()), location_id=here, lines=[ReceivedLine(wine, 2000, 900)])
    keeper.office.clock.advance(minutes=1)
    order = trade.order(("WINE", 1))
    trade.ship_all(order.order_id)
    for row, kind, section in ((0, ShipPanel, "warehouse"), (1, ReceiptPanel, "stock")):
        page = keeper.at("On hand")
        keeper.scan("WINE")
        panel = keeper.panel(AdjustPanel)
        assert page.panel() is panel
        panel.table.selectRow(row)
        panel.table.setFocus()
        keeper.key(Qt.Key.Key_Return)
        assert keeper.office.page.section_id() == section
        keeper.panel(kind)
