"""The control pages of the back office: cashiers, returns, the day of the store, gift cards."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QWidget

from app.reporting.loss import COUNTED
from app.till.store_day import get_store_day
from app.till.tables import store_day
from app.vouchers.queries import find_voucher
from tests.factories.shop import TODAY, Shop
from tests.integration.reporting.test_loss import _busy
from tests.integration.till.checkout import card, check_out
from tests.integration.till.helpers import close, rows
from tests.ui.office_driver import OfficeDriver
from ui.reporting.cashiers_page import CashiersPage
from ui.reporting.control_section import ControlSection
from ui.reporting.day_page import DayPage
from ui.reporting.loose_returns_page import LooseReturnsPage
from ui.reporting.vouchers_page import VouchersPage

NUMBER = "GC12121212121212"


def _section(office: OfficeDriver, key: str) -> ControlSection:
    section = office.go("control")
    assert isinstance(section, ControlSection)
    section.choose(key)
    office.settle()
    return section


def _cells(page: CashiersPage, name: str) -> dict[str, str]:
    keys = ["name", *(f.value for f in COUNTED), "patterns"]
    for place in range(page.table.count()):
        row = page.table.row(place)
        if row.cells[0] == name:
            return dict(zip(keys, row.cells, strict=True)) | {"red": ",".join(sorted(row.tones))}
    raise AssertionError(name)


def test_cashiers_stand_beside_each_other_and_receipts_behind_a_figure(office: OfficeDriver) -> None:
    _busy(office.shop)
    page = _section(office, "cashiers").pages["cashiers"]
    assert isinstance(page, CashiersPage)
    found = _cells(page, "supervisor")
    assert (found["refunds"], found["sales"], found["discounts"]) == ("7", "3", "1")
    assert found["red"] == "no_receipt,no_sales,refunds"
    assert _cells(page, "cashier")["red"] == ""
    page.table.select(str(office.shop.users["supervisor"]))
    office.settle()
    assert page.evidence.count() == 7
    assert page.why.text() == (
        "Refunds: 7 beside 3 sales; all the others 0 beside 9. Unusual: by chance once in 16,384."
    )
    office.tap_text("Under limit")
    assert page.why.text().endswith("Nothing unusual.")
    assert page.figures.selected() == ""
    office.tap_text("Discounts")
    assert page.patterns.selected() == ""
    assert page.evidence.row(0).cells[3] == "loyal"
    asked: list[tuple[str, str]] = []
    page.desk.go_to.connect(lambda where, what: asked.append((where, what)))
    page.evidence.opened.emit("0")
    assert asked == [("sales", page.evidence.row(0).cells[1])]


def test_returns_without_a_receipt_are_listed(office: OfficeDriver) -> None:
    _busy(office.shop)
    page = _section(office, "returns").pages["returns"]
    assert isinstance(page, LooseReturnsPage)
    assert page.table.count() == 7
    assert page.sum.text() == "−€8.33"


def _saved(office: OfficeDriver, button: QWidget, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    office.tap(button)
    office.settle()
    assert office.banner == f"Saved as {path}."
    return path


def test_returns_are_saved_with_moments_and_amounts_that_a_spreadsheet_reckons_with(
    office: OfficeDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _busy(office.shop)
    page = _section(office, "returns").pages["returns"]
    assert isinstance(page, LooseReturnsPage)
    path = _saved(office, page.save_button, tmp_path / "returns.xlsx", monkeypatch)
    heads, *found = load_workbook(path).active.values
    assert heads == ("When", "Return", "Cashier", "Allowed by", "Reason", "Amount")
    shown = [page.table.row(i).cells for i in range(page.table.count())]
    assert [tuple(cell or "" for cell in row[1:5]) for row in found] == [row[1:5] for row in shown]
    assert sum(row[5] for row in found) == pytest.approx(-8.33)
    assert all(isinstance(row[0], datetime) for row in found)
    paper = PdfReader(_saved(office, page.save_button, tmp_path / "returns.pdf", monkeypatch))
    words = paper.pages[0].extract_text()
    assert all(row[1] in words for row in shown)


def test_cashiers_are_saved_as_counts_and_what_is_behind_a_figure_as_receipts(
    office: OfficeDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _busy(office.shop)
    page = _section(office, "cashiers").pages["cashiers"]
    assert isinstance(page, CashiersPage)
    path = _saved(office, page.save_button, tmp_path / "cashiers.csv", monkeypatch)
    table = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    row = next(x for x in table if x[0] == "supervisor")
    keys = [f.value for f in COUNTED]
    assert row[1 + keys.index("refunds")] == "7"
    assert "." in row[1 + keys.index("differences")]
    page.table.select(str(office.shop.users["supervisor"]))
    office.settle()
    path = _saved(office, page.save_evidence, tmp_path / "behind.csv", monkeypatch)
    numbers = [x[1] for x in csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";")]
    assert numbers == ["Receipt", *(page.evidence.row(i).cells[1] for i in range(7))]


def _traded(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    close(shop, shift, off=-20, why="miscounted", by="supervisor", next_float=0)


def test_the_day_is_closed_with_a_bag_for_the_bank(office: OfficeDriver) -> None:
    _traded(office.shop)
    page = _section(office, "day").pages["day"]
    assert isinstance(page, DayPage)
    assert page.table.row(0).cells[4] == "−€0.20"
    assert "€12.90" in page.figures.text()
    page.banked.set_value(1000)
    page.close_day.click()
    office.settle()
    assert "goes in a bag" in office.banner
    page.bag.setText("BAG1")
    page.close_day.click()
    office.settle()
    (row,) = rows(office.shop, store_day)
    assert (row.banked_minor, row.bag, row.over_short_minor) == (1000, "BAG1", -20)
    assert "Closed by" in page.figures.text()
    assert not page.close_day.isEnabled()
    found = office.shop.runtime.ask(get_store_day, store_id=row.store_id, business_date=TODAY)
    assert found.closed is not None


def test_a_card_is_found_blocked_and_taken_again(office: OfficeDriver) -> None:
    shop = office.shop
    check_out(shop, shop.open_shift(), card(5000, NUMBER))
    page = _section(office, "vouchers").pages["vouchers"]
    assert isinstance(page, VouchersPage)
    assert page.owed.text() == "Owed on cards: Gift card: €50.00 (1)"
    page.search.setText("1212")
    office.settle()
    page.table.select(page.table.keys()[0])
    office.settle()
    assert page.history.row(0).cells[2] == "+€50.00"
    page.block.click()
    office.settle()
    assert "Say why" in office.banner
    page.reason.setText("stolen")
    page.block.click()
    office.settle()
    assert page.table.row(0).cells[2] == "blocked"
    page.free.click()
    office.settle()
    found = shop.runtime.ask(find_voucher, code=NUMBER)
    assert found is not None
    assert found.status == "active"
