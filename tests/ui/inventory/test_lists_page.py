"""The lists of the stock pages: slow movers, what is to be ordered, what runs out of date."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.inventory.operations import adjust_stock
from tests.factories.shop import TODAY
from tests.ui.inventory.stock_driver import StockDriver, cells
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.lists_area import ListsArea


@pytest.fixture
def lists(keeper: StockDriver) -> ListsArea:
    """Coffee sold well and is nearly gone, the wine lies."""
    trade = keeper.trade
    trade.ship_all(trade.order(("COFFEE", 28)).order_id)
    trade.run(
        adjust_stock, product_id=trade.shop.products["COFFEE"], location_id=trade.location_id,
        quantity_milli=6_000 - keeper.on_hand("COFFEE"), reason="moved", business_date=TODAY,
    )  # fmt: skip
    area = keeper.at("Lists").area()
    assert isinstance(area, ListsArea)
    return area


def test_slow_movers_say_when_they_were_last_sold_and_open_the_product(
    keeper: StockDriver, lists: ListsArea
) -> None:
    rows = {row[0]: row for row in cells(lists)}
    assert "COFFEE" not in rows
    assert rows["WINE"][4:] == ("never", "unsold")
    assert lists.table.model().headerData(3, Qt.Orientation.Horizontal) == "Value at cost"
    lists.table.setFocus()
    keeper.key(Qt.Key.Key_Return)
    keeper.panel(AdjustPanel)


def test_what_is_to_be_ordered_follows_the_pace_or_the_least_that_is_typed(
    keeper: StockDriver, lists: ListsArea
) -> None:
    keeper.office.tap_text("To be ordered")
    assert cells(lists) == [("COFFEE", "Coffee beans 1 kg", "6 pc", "0 pc", "7 pc", "15 pc")]
    keeper.enter(lists.cover, "21")
    keeper.office.settle()
    assert cells(lists)[0][5] == "22 pc"
    lists.table.setFocus()
    keeper.key(Qt.Key.Key_F4)
    keeper.enter(lists.least, "10")
    keeper.enter(lists.up_to, "40")
    keeper.key(Qt.Key.Key_Return)
    assert cells(lists)[0][4:] == ("10 pc", "34 pc")
    keeper.key(Qt.Key.Key_F4)
    keeper.enter(lists.up_to, "9")
    keeper.key(Qt.Key.Key_Return)
    assert keeper.office.banner.startswith("Enter the least")
    keeper.office.tap(lists.reckon_button)
    keeper.office.settle()
    assert cells(lists)[0][4:] == ("7 pc", "22 pc")


def test_a_list_is_saved_as_a_spreadsheet_with_amounts(
    keeper: StockDriver, lists: ListsArea, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "slow.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    keeper.key(Qt.Key.Key_F10)
    heads, *found = load_workbook(path).active.values
    assert heads == ("Number", "Item", "On hand", "Value at cost", "Last sold", "Lasts")
    assert [row[0] for row in found] == [row[0] for row in cells(lists)]
    assert all(isinstance(row[3], int | float) for row in found)


def test_an_empty_list_says_what_to_do(keeper: StockDriver, lists: ListsArea) -> None:
    keeper.office.tap_text("Running out of date")
    assert lists.empty.isVisible()
    assert not lists.primary_button.isEnabled()
    assert lists.within.isVisible()
    assert not lists.lead.isVisible()
