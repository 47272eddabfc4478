"""Labels from the window: to a label printer by TCP, or as a paper where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.drivers.test_label_printer import Counterpart
from tests.factories.wholesale import Wholesale
from tests.ui.inventory.stock_driver import StockDriver
from tests.ui.office_driver import MakeOffice
from ui.fulfilment.ship_panel import ShipPanel
from ui.fulfilment.warehouse_section import WarehouseSection
from ui.inventory.counting_panel import CountingPanel
from ui.inventory.receipt_panel import ReceiptPanel


@pytest.fixture
def counterpart() -> Iterator[Counterpart]:
    """A label printer on a socket."""
    made = Counterpart()
    yield made
    made.close()


@pytest.fixture
def clerk(trade: Wholesale, make_office: MakeOffice) -> StockDriver:
    """The warehouse clerk."""
    return StockDriver(make_office("clerk", local={"sound": "off"}), trade)


def shipment(clerk: StockDriver) -> ShipPanel:
    order = clerk.trade.order(("WINE", 2))
    clerk.trade.pick_all(order.order_id)
    packed = clerk.trade.pack_all(order.order_id)
    section = clerk.office.go("warehouse")
    assert isinstance(section, WarehouseSection)
    panel = section.open_ship(packed.shipment_id)
    clerk.office.settle()
    return panel


def test_a_parcel_gets_its_label_from_the_printer_by_one_key(
    clerk: StockDriver, counterpart: Counterpart
) -> None:
    clerk.office.devices.reopen("labels", f"tcp://127.0.0.1:{counterpart.port}")
    panel = shipment(clerk)
    clerk.key(Qt.Key.Key_F9)
    heard = counterpart.settled()
    assert "^FDUnlimited Ltd^FS" in heard
    assert clerk.office.banner == "1 label(s) sent to the label printer."
    assert not panel.paper.isVisible()


def test_a_printer_that_is_out_of_labels_is_told_in_place(clerk: StockDriver) -> None:
    empty = Counterpart(("030,1,0,0320", "000,0,0,0", "1234,0"))
    clerk.office.devices.reopen("labels", f"tcp://127.0.0.1:{empty.port}")
    panel = shipment(clerk)
    clerk.key(Qt.Key.Key_F9)
    assert panel.message() == "The label printer does not work: it has no paper. Put in a new roll."
    empty.close()


def test_without_a_label_printer_the_labels_are_a_paper(clerk: StockDriver) -> None:
    panel = shipment(clerk)
    clerk.office.tap_text("Labels")
    clerk.office.settle()
    assert panel.paper.isVisible()
    assert panel.paper.where.text() == "Page 1 of 1"


def test_goods_get_labels_when_they_come_and_when_they_are_counted(
    clerk: StockDriver, counterpart: Counterpart
) -> None:
    clerk.office.devices.reopen("labels", f"tcp://127.0.0.1:{counterpart.port}")
    clerk.at("Goods in")
    clerk.key(Qt.Key.Key_F10)
    clerk.scan("WINE", "WINE", "APPLE")
    clerk.key(Qt.Key.Key_F10)
    clerk.panel(ReceiptPanel)
    clerk.key(Qt.Key.Key_F9)
    heard = counterpart.settled()
    assert [heard.count(f"^PQ{n}\n") for n in (2, 1)] == [1, 1]
    clerk.office.tap_text("One label")
    assert "^FDRed wine^FS" in counterpart.settled()
    clerk.at("Counts")
    clerk.key(Qt.Key.Key_F10)
    clerk.key(Qt.Key.Key_F10)
    clerk.panel(CountingPanel)
    clerk.scan("MILK")
    clerk.key(Qt.Key.Key_F9)
    assert "^FDMilk 1 l^FS" in counterpart.settled()
