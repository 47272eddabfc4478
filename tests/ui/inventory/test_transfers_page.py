"""Goods between two places by scanning: sent, on their way, arrived, short."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.inventory.places import create_place
from app.ledger.queries import list_balances
from app.reporting.verify import verify_database
from tests.ui.inventory.stock_driver import StockDriver, cells
from ui.inventory.arrive_panel import ArrivePanel
from ui.inventory.send_panel import SendPanel


@pytest.fixture
def porter(keeper: StockDriver) -> StockDriver:
    """At the transfers of a shop with a back room."""
    shop = keeper.trade.shop
    shop.locations["BACK"] = keeper.trade.run(create_place, code="back", name="Back room")
    keeper.at("Transfers")
    return keeper


def send(porter: StockDriver, *skus: str, pieces: str = "") -> None:
    porter.key(Qt.Key.Key_F10)
    panel = porter.panel(SendPanel)
    porter.scan(*skus)
    if pieces:
        porter.enter(panel.quantity, pieces)
    porter.key(Qt.Key.Key_F10)


def state(porter: StockDriver) -> list[tuple[str, ...]]:
    page = porter.office.page.section()
    area = page.area()  # type: ignore[union-attr]
    return [row[:5] for row in cells(area)]


def difference(porter: StockDriver) -> int:
    return next((b.balance_minor for b in porter.trade.ask(list_balances) if b.code == "5100"), 0)


def test_goods_leave_by_scan_are_in_neither_place_and_arrive_by_scan(porter: StockDriver) -> None:
    send(porter, "WINE", "MILK", "MILK")
    assert porter.office.banner == "TR-000001 is on its way."
    assert state(porter) == [("On its way", "TR-000001", "Shop", "Back room", "3")]
    assert (porter.on_hand("MILK"), porter.on_hand("MILK", "BACK")) == (98_000, 0)
    porter.scan("TR-000001")
    panel = porter.panel(ArrivePanel)
    porter.scan("COFFEE")
    assert panel.message() == "Coffee beans 1 kg is not on this transfer."
    porter.scan("WINE", "WINE")
    assert panel.message() == "All of Red wine that was sent is here already."
    porter.scan("MILK")
    porter.key(Qt.Key.Key_F10)
    assert porter.office.banner == "TR-000001: the rest is still on its way."
    assert state(porter)[0][4] == "2 of 3"
    porter.key(Qt.Key.Key_Return)
    porter.key(Qt.Key.Key_F6)
    porter.key(Qt.Key.Key_F10)
    assert state(porter) == [("Arrived", "TR-000001", "Shop", "Back room", "3")]
    assert porter.on_hand("MILK", "BACK") == 2000
    assert [r for r in porter.trade.ask(verify_database) if not r.holds] == []


def test_what_is_missing_on_arrival_is_booked_out_with_its_reason_at_the_cost_it_left(
    porter: StockDriver,
) -> None:
    before = difference(porter)
    send(porter, "WINE", pieces="10")
    porter.key(Qt.Key.Key_Return)
    panel = porter.panel(ArrivePanel)
    porter.scan("WINE")
    porter.enter(panel.quantity, "7")
    porter.office.tap_text("The rest is missing")
    assert panel.message() == "Book what is here first, then say that the rest is missing."
    porter.key(Qt.Key.Key_F10)
    porter.key(Qt.Key.Key_Return)
    porter.office.tap_text("The rest is missing")
    porter.key(Qt.Key.Key_Return)
    panel = porter.panel(ArrivePanel)
    assert panel.message() == "Say why the stock is changed. Nothing was booked."
    porter.enter(panel.asking.field, "fell off")
    porter.key(Qt.Key.Key_Return)
    assert state(porter) == [("Ended short", "TR-000001", "Shop", "Back room", "7 of 10")]
    assert difference(porter) - before == 3 * 479 + 1
    assert [r for r in porter.trade.ask(verify_database) if not r.holds] == []


def test_more_than_is_free_does_not_leave(porter: StockDriver) -> None:
    porter.trade.order(("WINE", 98))
    porter.key(Qt.Key.Key_F10)
    panel = porter.panel(SendPanel)
    porter.scan("WINE")
    porter.enter(panel.quantity, "3")
    assert cells(panel)[0] == ("WINE", "Red wine", "", "2 pc", "3 pc")
    porter.key(Qt.Key.Key_F10)
    assert panel.message() == "Only 2 of this product is free at that place, not 3."
    panel.to_choice.choose(porter.trade.shop.locations["SHOP"])
    porter.enter(panel.quantity, "2")
    porter.key(Qt.Key.Key_F10)
    assert panel.message() == "Choose two different places of ours."
    porter.scan("STAMP")
    assert [row[0] for row in cells(panel)] == ["WINE", "STAMP"]
    panel.from_choice.choose(porter.trade.shop.locations["BACK"])
    porter.office.settle()
    assert cells(panel) == []
    porter.scan("WINE")
    assert panel.message() == "Of Red wine, 0\u00a0pc is free there."
