"""Goods kept by lot: received, named, picked first expired first, traced both ways."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import record_picks
from app.fulfilment.operations.shipping import dispatch_shipment
from app.inventory.operations import adjust_stock
from app.inventory.policies import Policy, get_policy, set_policy
from app.inventory.states import Costing, NegativeStock
from tests.factories.shop import TODAY
from tests.ui.inventory.stock_driver import StockDriver, cells
from ui.fulfilment.pick_panel import PickPanel
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.lot_panel import LotPanel
from ui.inventory.name_lot_panel import NameLotPanel
from ui.inventory.policy_panel import PolicyPanel
from ui.inventory.receipt_panel import ReceiptPanel
from ui.inventory.receive_panel import ReceivePanel

GTIN = "]C10100400000000046"
SOON = f"{GTIN}17260401" + "10SOON"
LATER = f"{GTIN}17260601" + "10LATER"


@pytest.fixture
def cellar(keeper: StockDriver) -> StockDriver:
    """Wine is kept by lot; none is there yet."""
    wine = keeper.trade.shop.products["WINE"]
    keeper.trade.run(
        adjust_stock, product_id=wine, location_id=keeper.trade.location_id, quantity_milli=-100_000,
        reason="moved", business_date=TODAY,
    )  # fmt: skip
    keeper.trade.run(set_policy, product_id=wine, policy=Policy(by_lot=True))
    return keeper


def receive(cellar: StockDriver, *codes: str, supplier: str = "Vineyard") -> None:
    cellar.at("Goods in")
    cellar.key(Qt.Key.Key_F10)
    panel = cellar.panel(ReceivePanel)
    cellar.enter(panel.supplier, supplier)
    cellar.scan(*codes)
    cellar.key(Qt.Key.Key_F10)


def lots(cellar: StockDriver) -> list[tuple[str, ...]]:
    area = cellar.at("Lots").area()
    assert area is not None
    return [(row[0], *row[3:]) for row in cells(area)]


def ship(cellar: StockDriver, order_id: int, list_id: int) -> None:
    trade = cellar.trade
    trade.run(record_picks, pick_list_id=list_id, picks=[], finish=True)
    contents = {x.id: x.picked_milli for x in trade.lines_of(order_id).values() if x.picked_milli}
    packed = trade.run(
        pack_shipment, uuid="a", order_id=order_id, packages=[PackageDraft(contents, 900)]
    )  # fmt: skip
    trade.run(dispatch_shipment, shipment_id=packed.shipment_id)


def test_a_lot_is_asked_for_at_goods_in_and_stands_in_the_list_by_its_day(cellar: StockDriver) -> None:
    receive(cellar, "WINE")
    panel = cellar.panel(ReceivePanel)
    assert panel.message().startswith("These goods are kept by lot.")
    cellar.office.tap_text("Take out")
    cellar.scan(LATER, LATER, SOON)
    assert [row[2] for row in cells(panel)] == ["LATER", "SOON"]
    cellar.key(Qt.Key.Key_F10)
    cellar.panel(ReceiptPanel)
    cellar.key(Qt.Key.Key_Escape)
    assert lots(cellar) == [
        ("SOON", "Apr 1, 2026", "30 day(s) left", "1 pc"), ("LATER", "Jun 1, 2026", "", "2 pc"),
    ]  # fmt: skip


def test_the_clerk_is_told_the_lot_and_another_is_taken_only_by_who_may(cellar: StockDriver) -> None:
    receive(cellar, SOON, LATER)
    order = cellar.trade.order(("WINE", 2))
    cellar.office.go("warehouse")
    cellar.key(Qt.Key.Key_F10)
    panel = cellar.panel(PickPanel)
    assert panel.view.lot.text() == "Lot SOON · last day Apr 1, 2026"
    cellar.scan("WINE")
    assert panel.message().endswith("Scan the code that holds the lot, or type it: take SOON.")
    cellar.scan(LATER)
    assert panel.message().startswith("Wrong lot: LATER is not SOON, which expires first.")
    assert panel.view.is_wrong
    cellar.office.tap_text("Take it")
    assert panel.message() == ""
    assert panel.view.left.text() == "take 1"
    cellar.scan("SOON")
    assert panel.card is None
    assert panel.walk is not None
    ship(cellar, order.order_id, panel.walk.row.id)
    cellar.office.tap_text("Back")
    cellar.at("Lots")
    cellar.scan("LATER")
    trace = cellar.panel(LotPanel)
    assert trace.lies.text() == "Nothing of it is left."
    assert [row[1:] for row in cells(trace)] == [
        ("Shipment", "Unlimited Ltd", "D-2026-000001", "O-2026-000001", "−1 pc")
    ]
    cellar.office.tap_text("Whence it came 1")
    assert [row[1:] for row in cells(trace)] == [
        ("Goods received", "Vineyard", "GR-2026-000001", "", "+1 pc")
    ]


def test_an_expired_lot_is_not_picked_without_the_right(cellar: StockDriver) -> None:
    receive(cellar, SOON)
    cellar.trade.order(("WINE", 1))
    cellar.office.clock.advance(days=40)
    cellar.office.go("warehouse")
    cellar.key(Qt.Key.Key_F10)
    panel = cellar.panel(PickPanel)
    cellar.scan(SOON)
    assert panel.message() == "Lot SOON expired on 2026-04-01. It must not leave; put it aside."
    cellar.office.tap_text("Not now")
    assert panel.card is not None


def test_how_goods_are_kept_is_set_at_the_product(
    keeper: StockDriver,
) -> None:
    keeper.at("On hand")
    keeper.scan("MILK")
    keeper.panel(AdjustPanel)
    keeper.office.tap_text("How it is kept")
    panel = keeper.panel(PolicyPanel)
    assert not panel.standard.isEnabled()
    panel.costing.choose(Costing.STANDARD)
    keeper.office.tap_text("Save")
    assert panel.message() == "Enter what one of it is to cost, 0 or more."
    keeper.enter(panel.standard, "0.80")
    keeper.office.tap_text("Save")
    keeper.panel(AdjustPanel)
    assert cells(keeper.panel(AdjustPanel))[0][1:4] == ("New value", "", "0")
    keeper.office.tap_text("How it is kept")
    panel = keeper.panel(PolicyPanel)
    assert panel.standard.text() == "0.80"
    panel.costing.choose(Costing.FIFO)
    panel.negative.choose(NegativeStock.BLOCK)
    panel.by_lot.setChecked(True)
    keeper.office.tap_text("Save")
    keeper.panel(AdjustPanel)
    found = keeper.trade.ask(get_policy, product_id=keeper.trade.shop.products["MILK"])
    assert found == Policy(Costing.FIFO, by_lot=True, negative=NegativeStock.BLOCK)


def test_the_lot_of_goods_that_lie_there_is_noted_afterwards(keeper: StockDriver) -> None:
    milk = keeper.trade.shop.products["MILK"]
    keeper.trade.run(set_policy, product_id=milk, policy=Policy(by_lot=True))
    keeper.at("Lots")
    keeper.key(Qt.Key.Key_F10)
    naming = keeper.panel(NameLotPanel)
    keeper.key(Qt.Key.Key_F10)
    assert naming.message() == "Scan the goods first."
    keeper.scan("MILK")
    keeper.office.type("M-1")
    naming.expiry.set_value(date(2026, 3, 20))
    keeper.enter(naming.quantity, "101")
    keeper.key(Qt.Key.Key_F10)
    assert naming.message() == "100 lie there without a lot, not 101."
    keeper.enter(naming.quantity, "60")
    keeper.key(Qt.Key.Key_F10)
    assert lots(keeper) == [("M-1", "Mar 20, 2026", "18 day(s) left", "60 pc")]
    keeper.scan("MILK")
    keeper.scan("NOBODY")
    assert keeper.office.banner == "Nobody knows the lot NOBODY."
