"""Goods in by scanning: free or against an order to a supplier, into bins, with lots and cost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.fulfilment.goods_in import list_deliveries
from app.inventory.receipts import TOLERANCE_SETTING
from app.organisation.queries import find_setting
from tests.factories.wholesale import Wholesale
from tests.ui.inventory.stock_driver import StockDriver, cells
from tests.ui.office_driver import MakeOffice
from ui.inventory.expect_panel import ExpectPanel
from ui.inventory.proposals_panel import ProposalsPanel
from ui.inventory.receipt_panel import ReceiptPanel
from ui.inventory.receipts_area import ReceiptsArea
from ui.inventory.receive_panel import ReceivePanel
from ui.widgets.sound import ERROR, GOOD, SilentSound

GS1_WINE = "]C1010040000000004617270331" + "10L-77"


@pytest.fixture
def buyer(keeper: StockDriver) -> StockDriver:
    """At goods in."""
    keeper.at("Goods in")
    return keeper


def order(buyer: StockDriver, number: str, *skus: str) -> None:
    """An order to a supplier, noted by keys and scans; ten of the last one."""
    buyer.key(Qt.Key.Key_F9)
    panel = buyer.panel(ExpectPanel)
    buyer.office.type(number)
    buyer.scan(*skus)
    buyer.enter(panel.quantity, "10")
    buyer.key(Qt.Key.Key_F10)
    assert buyer.office.banner == f"{number} is expected."


def test_goods_nobody_announced_come_in_by_scan_with_lot_day_bin_and_cost(buyer: StockDriver) -> None:
    buyer.key(Qt.Key.Key_F10)
    panel = buyer.panel(ReceivePanel)
    assert not panel.finish_button.isEnabled()
    buyer.scan(GS1_WINE, GS1_WINE)
    assert cells(panel)[0][:5] == ("Red wine", "2 pc", "L-77", "Mar 31, 2027", "A-1")
    buyer.enter(panel.cost, "4.50")
    buyer.scan("A-2", "MILK")
    assert [row[4] for row in cells(panel)] == ["A-2", "A-3"]
    assert panel.chosen.text() == "Milk 1 l · MILK · it lives in A-3"
    buyer.enter(panel.freight, "1.00")
    buyer.key(Qt.Key.Key_F10)
    shown = buyer.panel(ReceiptPanel)
    assert [(x.sku, x.quantity_milli, x.cost_minor, x.lot, x.bin) for x in shown.lines] == [
        ("WINE", 2000, 900, "L-77", "A-2"), ("MILK", 1000, 71, "", "A-3"),
    ]  # fmt: skip
    assert shown.lines[0].expires_on == date(2027, 3, 31)
    assert sum(x.landed_minor for x in shown.lines) == 100
    assert (buyer.on_hand("WINE"), buyer.on_hand("MILK")) == (102_000, 101_000)


def test_an_order_to_a_supplier_is_received_in_parts_and_leaves_the_list(buyer: StockDriver) -> None:
    order(buyer, "PO-7", "COFFEE", "WINE")
    buyer.scan("PO-8")
    assert buyer.office.banner.startswith("PO-8 is not expected.")
    buyer.scan("po-7")
    panel = buyer.panel(ReceivePanel)
    assert [row[:3] for row in cells(panel)] == [
        ("Coffee beans 1 kg", "1 pc", "0 pc"), ("Red wine", "10 pc", "0 pc"),
    ]  # fmt: skip
    buyer.scan("WINE")
    buyer.enter(panel.quantity, "4")
    buyer.key(Qt.Key.Key_F10)
    receipt = buyer.panel(ReceiptPanel).lines[0]
    assert (receipt.sku, receipt.quantity_milli) == ("WINE", 4000)
    buyer.key(Qt.Key.Key_Escape)
    open_ones = buyer.trade.ask(list_deliveries)
    assert [(d.reference, d.lines, d.received_milli) for d in open_ones] == [("PO-7", 2, 4000)]
    buyer.scan("PO-7", "COFFEE", "WINE")
    panel = buyer.panel(ReceivePanel)
    buyer.enter(panel.quantity, "6")
    assert panel.state.text() == "Everything that is expected is here."
    buyer.key(Qt.Key.Key_F10)
    assert buyer.trade.ask(list_deliveries) == []
    assert buyer.on_hand("WINE") == 110_000


def test_more_than_was_ordered_is_asked_about_beyond_the_tolerance(buyer: StockDriver) -> None:
    page = buyer.at("Goods in")
    area = page.area()
    assert isinstance(area, ReceiptsArea)
    buyer.enter(area.tolerance, "10")
    buyer.key(Qt.Key.Key_Return)
    assert buyer.office.banner == "So much more than was ordered is taken without a question."
    assert buyer.trade.ask(find_setting, name=TOLERANCE_SETTING) == 1000
    order(buyer, "PO-9", "WINE")
    buyer.scan("PO-9", "WINE")
    panel = buyer.panel(ReceivePanel)
    buyer.enter(panel.quantity, "12")
    buyer.key(Qt.Key.Key_F10)
    assert panel.asking.isVisible()
    buyer.office.tap_text("Not now")
    assert buyer.on_hand("WINE") == 100_000
    buyer.enter(panel.quantity, "11")
    buyer.key(Qt.Key.Key_F10)
    receipt = buyer.panel(ReceiptPanel)
    assert receipt.lines[0].quantity_milli == 11_000
    buyer.key(Qt.Key.Key_Escape)
    order(buyer, "PO-10", "WINE")
    buyer.scan("PO-10", "WINE")
    panel = buyer.panel(ReceivePanel)
    buyer.enter(panel.quantity, "20")
    buyer.key(Qt.Key.Key_F10)
    buyer.office.tap_text("Keep it")
    assert buyer.on_hand("WINE") == 131_000


def test_what_will_not_come_is_expected_no_more(buyer: StockDriver) -> None:
    order(buyer, "PO-7", "WINE")
    buyer.scan("PO-7", "WINE")
    panel = buyer.panel(ReceivePanel)
    buyer.office.tap(panel.close_button)
    assert panel.message() == "Book what came first, then say that the rest will not come."
    buyer.key(Qt.Key.Key_F10)
    buyer.key(Qt.Key.Key_Escape)
    buyer.scan("PO-7")
    panel = buyer.panel(ReceivePanel)
    buyer.office.tap(panel.close_button)
    buyer.office.tap(panel.asking.yes)
    assert buyer.office.banner == "PO-7 is expected no more."
    assert buyer.trade.ask(list_deliveries) == []


def test_an_unknown_code_sounds_low_and_what_was_scanned_is_not_thrown_away_by_a_slip(
    buyer: StockDriver,
) -> None:
    buyer.key(Qt.Key.Key_F10)
    panel = buyer.panel(ReceivePanel)
    buyer.scan("WINE", "9999999999994")
    assert panel.message() == "Nobody knows the code 9999999999994."
    sound = panel.sound
    assert isinstance(sound, SilentSound)
    assert sound.played == [GOOD, ERROR]
    buyer.key(Qt.Key.Key_Escape)
    assert buyer.office.open_panel is panel
    buyer.office.tap_text("Throw away")
    assert buyer.office.open_panel is None
    assert buyer.on_hand("WINE") == 100_000


def test_a_clerk_books_goods_in_without_seeing_what_they_cost(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    clerk = StockDriver(make_office("clerk", local={"sound": "off"}), trade)
    clerk.at("Goods in")
    clerk.key(Qt.Key.Key_F10)
    panel = clerk.panel(ReceivePanel)
    clerk.scan("WINE")
    assert len(cells(panel)[0]) == 5
    assert not panel.cost.isVisible()
    clerk.key(Qt.Key.Key_F10)
    assert clerk.panel(ReceiptPanel).lines[0].cost_minor > 0


def test_what_orders_wait_for_is_bought_and_put_aside_for_them(buyer: StockDriver) -> None:
    waiting = buyer.trade.order(("WINE", 112)).order_id
    buyer.at("Goods in")
    buyer.key(Qt.Key.Key_F8)
    panel = buyer.panel(ProposalsPanel)
    rows = [panel.table.row(place) for place in range(panel.table.count())]
    (row,) = [x for x in rows if "Red wine" in x.cells[0]]
    assert (row.cells[1].replace("\xa0", " "), row.cells[4]) == ("12 pc", "Unlimited Ltd")
    panel.table.select(row.key)
    assert panel.chosen.text() == "1 line(s) chosen"
    buyer.key(Qt.Key.Key_F10)
    assert panel.message() == "Enter the number of the order to the supplier."
    buyer.enter(panel.supplier, "Winery")
    buyer.enter(panel.number, "B-7")
    buyer.key(Qt.Key.Key_F10)
    assert buyer.office.banner == "B-7 is expected."
    (coming,) = buyer.trade.ask(list_deliveries)
    assert (coming.supplier, coming.ordered_milli) == ("Winery", 12_000)
    buyer.scan("B-7", "WINE")
    receive = buyer.panel(ReceivePanel)
    assert receive.supplier.text() == "Winery"
    buyer.enter(receive.quantity, "12")
    buyer.key(Qt.Key.Key_F10)
    assert buyer.trade.head_of(waiting).allocation == "full"
