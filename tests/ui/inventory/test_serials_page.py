"""Serial numbers in the office: received by scans, named, missing, found by Ctrl+K."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.fulfilment.operations.delivery import return_shipment
from app.fulfilment.operations.shipping import dispatch_shipment
from app.fulfilment.queries import list_shipments
from app.inventory.operations import adjust_stock
from app.inventory.policies import Policy, get_policy, set_policy
from app.inventory.serials import find_place
from app.inventory.states import SerialUse
from app.reporting.verify import verify_database
from tests.factories.shop import TODAY
from tests.ui.inventory.stock_driver import StockDriver, cells
from ui.fulfilment.pack_panel import PackPanel
from ui.fulfilment.pick_panel import PickPanel
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.name_serials_panel import NameSerialsPanel
from ui.inventory.policy_panel import PolicyPanel
from ui.inventory.receive_panel import ReceivePanel
from ui.inventory.serial_panel import SerialPanel


@pytest.fixture
def cellar(keeper: StockDriver) -> StockDriver:
    """Wine has serial numbers from goods in on; none is there yet."""
    wine = keeper.trade.shop.products["WINE"]
    keeper.trade.run(
        adjust_stock, product_id=wine, location_id=keeper.trade.location_id, quantity_milli=-100_000,
        reason="moved", business_date=TODAY,
    )  # fmt: skip
    keeper.trade.run(set_policy, product_id=wine, policy=Policy(serials=SerialUse.ALWAYS))
    return keeper


def receive(cellar: StockDriver, *codes: str) -> None:
    cellar.at("Goods in")
    cellar.key(Qt.Key.Key_F10)
    cellar.scan(*codes)
    cellar.key(Qt.Key.Key_F10)


def test_each_piece_is_scanned_at_goods_in_and_its_history_opens_by_a_scan(cellar: StockDriver) -> None:
    receive(cellar, "WINE", "S1", "WINE")
    assert "serial number" in cellar.panel(ReceivePanel).state.text()
    assert cellar.on_hand("WINE") == 0
    cellar.scan("S1")
    assert cellar.on_hand("WINE") == 0
    cellar.scan("S2")
    cellar.key(Qt.Key.Key_F10)
    assert cellar.on_hand("WINE") == 2000
    area = cellar.at("Serial numbers").area()
    assert area is not None
    assert sorted(row[0] for row in cells(area)) == ["S1", "S2"]
    cellar.scan("S2")
    history = cellar.panel(SerialPanel)
    assert [row[1] for row in cells(history)] == ["Goods received"]


def test_a_missing_piece_is_said_so_and_named_again(cellar: StockDriver) -> None:
    receive(cellar, "WINE", "S1")
    cellar.at("Serial numbers")
    cellar.scan("S1")
    cellar.office.tap_text("It is missing")
    cellar.office.type("not on the shelf")
    cellar.key(Qt.Key.Key_Return)
    area = cellar.at("Serial numbers").area()
    assert area is not None
    assert cells(area)[0][3] == "Missing"
    cellar.key(Qt.Key.Key_F10)
    panel = cellar.panel(NameSerialsPanel)
    cellar.scan("WINE", "S1", "S1")
    assert panel.codes == ["S1"]
    cellar.key(Qt.Key.Key_F10)
    assert cells(area)[0][3] == "In stock"


def test_the_product_says_how_its_pieces_are_kept(keeper: StockDriver) -> None:
    keeper.at("On hand")
    keeper.scan("WINE")
    keeper.panel(AdjustPanel).policy_button.click()
    keeper.office.settle()
    panel = keeper.panel(PolicyPanel)
    panel.serials.choose(SerialUse.SALE)
    keeper.office.tap_text("Save")
    found = keeper.trade.ask(get_policy, product_id=keeper.trade.shop.products["WINE"])
    assert found.serials is SerialUse.SALE


def test_ctrl_k_finds_a_piece_by_its_number(cellar: StockDriver) -> None:
    receive(cellar, "WINE", "S77")
    cellar.office.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    cellar.office.type("S77")
    cellar.office.settle()
    cellar.key(Qt.Key.Key_Return)
    assert cellar.panel(SerialPanel).shown is not None
    place = cellar.trade.ask(find_place, product_id=cellar.trade.shop.products["WINE"], code="S77")
    assert place is not None
    assert not place.is_sold


def test_pieces_are_picked_packed_and_shipped_by_their_numbers(cellar: StockDriver) -> None:
    trade = cellar.trade
    receive(cellar, "WINE", "S1", "WINE", "S2")
    order = trade.order(("WINE", 2))
    cellar.office.go("warehouse")
    cellar.key(Qt.Key.Key_F10)
    panel = cellar.panel(PickPanel)
    cellar.scan("WINE", "X9")  # the goods are right, the piece is not here by the books
    cellar.scan("WINE", "S1", "WINE", "S2")
    assert panel.card is None
    cellar.key(Qt.Key.Key_F10)
    packing = cellar.panel(PackPanel)
    cellar.scan("S1", "S1")
    assert "was not picked for this order" in packing.message()
    cellar.scan("S2")
    assert packing.packing.done
    packing.weight.set_value(900)
    cellar.key(Qt.Key.Key_F10)
    shipments = trade.ask(list_shipments, order_id=order.order_id)
    trade.run(dispatch_shipment, shipment_id=shipments[0].id)
    wine = trade.shop.products["WINE"]
    place = trade.ask(find_place, product_id=wine, code="S2")
    assert place is not None
    assert place.is_sold
    trade.run(return_shipment, shipment_id=shipments[0].id, reason="refused")
    back = trade.ask(find_place, product_id=wine, code="S2")
    assert back is not None
    assert not back.is_sold
    assert [r.name for r in trade.ask(verify_database) if not r.holds] == []
