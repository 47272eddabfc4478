"""Places and bins: made, given goods by scan, taken out of use; books that may not go below zero."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.fulfilment.goods import list_places
from app.inventory.places import PutAway, PutAwayReason, propose_bin
from app.inventory.policies import get_place_policy
from app.inventory.states import NegativeStock
from tests.ui.inventory.stock_driver import StockDriver, cells
from ui.inventory.bin_panel import BinPanel
from ui.inventory.new_place_panel import NewBinsPanel, NewPlacePanel
from ui.inventory.places_area import PlacesArea


def places(keeper: StockDriver) -> PlacesArea:
    area = keeper.at("Places").area()
    assert isinstance(area, PlacesArea)
    return area


def bins(area: PlacesArea) -> list[tuple[str, ...]]:
    return [(row[0], *row[2:]) for row in cells(area)]


def put_away(keeper: StockDriver, sku: str) -> PutAway:
    return keeper.trade.ask(
        propose_bin, product_id=keeper.trade.shop.products[sku], location_id=keeper.trade.location_id
    )


def test_bins_are_added_and_goods_live_where_they_are_scanned(keeper: StockDriver) -> None:
    area = places(keeper)
    assert bins(area)[0] == ("A-1", "Red wine", "1", "In use")
    keeper.key(Qt.Key.Key_F10)
    panel = keeper.panel(NewBinsPanel)
    keeper.key(Qt.Key.Key_F10)
    assert panel.message() == "Enter the name of the bin, as it stands on its label."
    panel.codes.setPlainText("b-2\nB-10\n\n")
    keeper.key(Qt.Key.Key_F10)
    assert [row[0] for row in bins(area)] == ["A-1", "A-2", "A-3", "A-4", "B-2", "B-10"]
    assert put_away(keeper, "STAMP") == PutAway("B-2", PutAwayReason.FREE)
    keeper.scan("B-10")
    page = keeper.panel(BinPanel)
    keeper.scan("STAMP", "WINE")
    assert [row[1] for row in cells(page)] == ["Postage stamp", "Red wine"]
    page.table.select(str(keeper.trade.shop.products["WINE"]))
    keeper.key(Qt.Key.Key_F8)
    keeper.enter(page.name, "B-99")
    keeper.office.tap_text("Save")
    assert put_away(keeper, "STAMP") == PutAway("B-99", PutAwayReason.HOME)
    keeper.scan("WINE")
    assert keeper.office.banner == "Red wine lives in no bin here. Open a bin and scan it."
    keeper.scan("STAMP")
    page = keeper.panel(BinPanel)
    keeper.office.tap(page.active)
    keeper.office.tap_text("Save")
    assert page.message() == "1 products have bin B-99 as their place. Give them another one first."
    keeper.office.tap_text("Back")
    keeper.scan("X-1")
    assert keeper.office.banner == "X-1 is neither a bin nor goods."


def test_a_place_is_added_and_its_books_are_kept_from_going_below_zero(keeper: StockDriver) -> None:
    area = places(keeper)
    keeper.key(Qt.Key.Key_F9)
    panel = keeper.panel(NewPlacePanel)
    keeper.enter(panel.short, "van")
    keeper.key(Qt.Key.Key_F10)
    assert panel.message() == "Enter a short code that no other place has, and a name."
    keeper.enter(panel.name, "Van")
    keeper.key(Qt.Key.Key_F10)
    van = next(p for p in keeper.trade.ask(list_places) if p.code == "VAN")
    assert (area.place_choice.currentText(), area.empty.isVisible()) == ("Van", True)
    area.negative.setFocus()
    keeper.key(Qt.Key.Key_Down)
    area.negative.activated.emit(area.negative.currentIndex())
    keeper.office.settle()
    assert keeper.trade.ask(get_place_policy, location_id=van.id) is NegativeStock.BLOCK
    assert keeper.trade.ask(get_place_policy, location_id=keeper.trade.location_id) is None
    area.place_choice.choose(keeper.trade.location_id)
    keeper.office.settle()
    assert area.negative.value() is None
    assert len(bins(area)) == 4
