"""The accounts on the screen: statements with their lines, taxes, journal, expenses, figures, closing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.accounting.settings import sums_by_shift
from app.accounting.years import list_closed_years
from app.invoicing.operations.settle import record_payment
from app.ledger.periods import closed_until
from app.ledger.queries import list_balances
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from tests.conftest import SteadyClock
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.accounting.accounting_section import AccountingSection
from ui.accounting.books_view import AccountForm
from ui.accounting.expenses_view import ExpenseForm, PettyCashForm
from ui.accounting.money_views import ForecastView
from ui.accounting.report_view import ReportView
from ui.accounting.statement_views import AccountPanel
from ui.accounting.stock_value_view import StockValueView
from ui.accounting.tax_journal_views import JournalView
from ui.collections.ageing_view import AgedItemsPanel
from ui.invoicing.invoice_page import InvoicePanel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice, clock: SteadyClock) -> OfficeDriver:
    """The manager: an invoice of 119.00 twenty days ago, 19.00 of it paid, and a sale at the till."""
    trade.bill(trade.ship_all(trade.order(("COFFEE", 10)).order_id))
    clock.advance(days=20)
    draft = PaymentDraft(trade.shop.parties["Unlimited Ltd"], 1900, PaymentMethod.BANK)
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    shift = trade.shop.open_shift()
    trade.shop.sell(trade.shop.cart("COFFEE"), shift)
    return make_office(local={"sound": "off"})


def section(office: OfficeDriver, view: str) -> AccountingSection:
    found = office.go("accounting")
    assert isinstance(found, AccountingSection)
    found.choose(view)
    office.settle()
    return found


def report(office: OfficeDriver, view: str) -> ReportView:
    found = section(office, view).views[view]
    assert isinstance(found, ReportView)
    return found


def rows(table: Any) -> dict[str, tuple[str, ...]]:
    return {table.row(i).cells[0]: table.row(i).cells for i in range(table.count())}


def test_the_trial_balance_leads_to_the_account_and_on_to_the_invoice(desk: OfficeDriver) -> None:
    view = report(desk, "trial")
    assert rows(view.table)["1300"][3:] == ("0.00", "119.00", "19.00", "100.00")
    assert view.proof.text().endswith("all accounts sum to 0.00.")
    view.table.select("1300")
    view.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    panel = desk.panel(AccountPanel)
    assert panel.title() == "1300 Accounts receivable"
    assert [panel.table.row(i).cells[1:3] for i in range(2)] == [
        ("Invoice", "INV-2026-000001"), ("Payment", "R-2026-000001"),
    ]  # fmt: skip
    assert panel.total.text() == "opening 0.00, closing 100.00"
    panel.table.selectRow(0)
    desk.key(Qt.Key.Key_Return)
    desk.panel(InvoicePanel)


def pdf_words(path: Path) -> str:
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize("key", ["trial", "profit", "balance", "taxes", "stock", "forecast"])
def test_every_row_that_a_report_shows_stands_in_its_pdf(
    desk: OfficeDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str
) -> None:
    view: Any = section(desk, key).views[key]
    path = tmp_path / f"{key}.pdf"
    kind = "PDF (*.pdf)"  # the name is typed without its ending
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path.with_suffix("")), kind))
    desk.tap(view.save_button)
    desk.settle()
    assert desk.banner == f"Saved as {path}."
    words = pdf_words(path)
    assert view.plain_rows()
    for cell in (cell for row in view.plain_rows() for cell in row if cell is not None):
        if isinstance(cell, int):
            assert view.desk.formats.amount(cell) in words
        elif isinstance(cell, str):
            assert all(word in words for word in cell.split())
    assert "Page 1 of 1" in words


def test_a_statement_is_saved_as_a_spreadsheet_and_as_csv(
    desk: OfficeDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = report(desk, "trial")
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"trial.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, p=path: (str(p), ""))
        desk.tap(view.save_button)
        desk.settle()
        assert desk.banner == f"Saved as {path}."
    text = (tmp_path / "trial.csv").read_text("utf-8-sig")
    assert "1300;Accounts receivable;asset;0.00;119.00;19.00;100.00" in text
    assert (tmp_path / "trial.xlsx").read_bytes()[:2] == b"PK"


def test_profit_and_balance_agree(desk: OfficeDriver) -> None:
    profit = report(desk, "profit")
    names = [profit.table.row(i).cells for i in range(profit.table.count())]
    assert names[0][1] == "Income"
    assert ("4000", "Sales", "110.84") in names
    balance = report(desk, "balance")
    sums = {c[1]: c[2] for c in (balance.table.row(i).cells for i in range(balance.table.count()))}
    assert sums["Accounts receivable"] == "100.00"
    assert balance.proof.property("tone") == "ok"
    assert profit.proof.text().split()[-1].strip("€") == sums["Result not closed yet"].strip("−")


def test_the_tax_report_is_tied_to_the_ledger(desk: OfficeDriver) -> None:
    view = report(desk, "taxes")
    first = view.table.row(0).cells
    assert first == ("All output tax", "19%", "A", "110.84", "21.06")
    assert view.proof.text().endswith("Every tax line stands in the ledger.")


def test_the_journal_of_the_day_agrees_with_the_till_and_is_exported(
    desk: OfficeDriver, trade: Wholesale, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = report(desk, "journal")
    assert isinstance(view, JournalView)
    assert "is balanced; sales of €10.84 net as the reports of the till say." in view.proof.text()
    desk.tap(view.by_shift)
    assert trade.ask(sums_by_shift)
    path = tmp_path / "saft.xml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    view.layout_choice.choose("saft")
    view.table.setFocus()
    desk.key(Qt.Key.Key_F10)
    desk.settle()
    assert path.read_bytes().startswith(b"<?xml")


def test_an_expense_is_booked_out_of_the_petty_cash_and_taken_back(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    view = section(desk, "expenses").expenses
    desk.tap(view.fill_button)
    form = desk.panel(PettyCashForm)
    form.amount.setFocus()
    desk.type("50")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_N, CONTROL)
    new = desk.panel(ExpenseForm)
    new.gross.setFocus()
    desk.type("11.90")
    new.tax_code.choose("A")
    assert new.tax.text() == "1.90"
    new.remark.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert new.message() == "Say what the expense was for. Nothing was booked."
    desk.type("light bulbs")
    desk.key(Qt.Key.Key_Return)
    assert view.table.row(0).cells[:3] == ("EX-2026-000001", "Mar 22, 2026", "light bulbs")
    balances = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    assert (balances["1030"], balances["1500"], balances["6000"]) == (3810, 190, 1000)
    desk.tap(view.back_button)
    view.asking.field.setFocus()
    desk.type("brought back")
    desk.key(Qt.Key.Key_Return)
    assert view.table.row(0).cells[5] == "taken back"


def test_each_figure_tells_how_it_came_about_and_leads_to_its_items(desk: OfficeDriver) -> None:
    page = section(desk, "figures")
    view = page.figures
    assert view.cards["simple"].accessibleName() == "DSO: 75.6 days"
    assert "€100.00 / €119.00 x 90 = 75.6 days" in view.formula.text()
    view.cards["pay"].setFocus()
    desk.key(Qt.Key.Key_Return)
    assert "over 1 payment(s)" in view.formula.text()
    assert view.formula.text().endswith("Each payment alike: 20 days.")
    desk.tap(view.cards["back"])
    assert view.formula.text().startswith("Receivables of €100.00 are taken off")
    desk.tap(view.list_button)
    assert desk.panel(AgedItemsPanel).table.row(0).cells[6] == "€100.00"
    desk.key(Qt.Key.Key_Escape)
    assert view.table.row(view.table.count() - 1).cells[2] == "100.00"


def test_thirteen_weeks_of_cash_rest_on_how_each_customer_pays(desk: OfficeDriver) -> None:
    view = section(desk, "forecast").views["forecast"]
    assert isinstance(view, ForecastView)
    assert view.told.text().startswith("€100.00 in 13 weeks, €0.00 later")
    assert view.table.row(0).cells[4:6] == ("€100.00", "as all pay")
    assert "1: 100" in view.chart.accessibleDescription()


def test_an_account_is_added_and_a_chart_read_in(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = section(desk, "books")
    view = page.books
    desk.key(Qt.Key.Key_N, CONTROL)
    form = desk.panel(AccountForm)
    form.code.setFocus()
    desk.type("6100")
    form.name.setFocus()
    desk.type("Rent")
    desk.key(Qt.Key.Key_Return)
    assert rows(view.table)["6100"][1] == "Rent"
    path = tmp_path / "chart.csv"
    path.write_text("code;name;kind;roles\n1401;Debtors;asset;receivable\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    desk.tap(view.load_button)
    desk.settle()
    desk.tap(view.asking.yes)
    assert desk.banner == "1 role(s) are booked elsewhere from now on."
    assert {b.code: b.balance_minor for b in trade.ask(list_balances)}["1401"] == 10_000
    invoices = tmp_path / "open.csv"
    invoices.write_text(
        "customer;number;date;due;amount\nK77;R1;2024-01-02;2024-02-01;119.00\n", encoding="utf-8"
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(invoices), ""))
    desk.tap(view.take_button)
    desk.settle()
    desk.tap(view.asking.yes)
    assert desk.banner == "1 invoice(s) taken over; 0 were there already."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    path.write_text("code;name\n", encoding="utf-8")
    desk.tap(view.load_button)
    desk.settle()
    assert "the column kind is missing" in desk.banner


def test_days_and_years_are_closed_after_a_yes(desk: OfficeDriver, trade: Wholesale) -> None:
    view = section(desk, "books").books
    desk.tap(view.year_button)
    desk.tap(view.asking.yes)
    assert [y.last_day for y in trade.ask(list_closed_years)] == [date(2025, 12, 31)]
    desk.tap(view.close_button)
    desk.tap(view.asking.yes)
    assert trade.ask(closed_until) == date(2026, 3, 21)
    assert view.closed.text() == "Nothing is booked up to and including Mar 21, 2026."


def test_the_stock_is_worth_what_the_ledger_says_on_any_day(desk: OfficeDriver) -> None:
    view = report(desk, "stock")
    assert isinstance(view, StockValueView)
    assert view.table.count() > 3
    assert "all places together are the inventory account" in view.proof.text()
    for _day in range(21):
        view.until.setFocus()
        desk.key(Qt.Key.Key_Down)
    assert view.shown is not None
    assert view.shown.on == date(2026, 3, 1)
    assert view.table.count() == 0  # before the first goods came
    assert view.proof.property("tone") == "ok"
