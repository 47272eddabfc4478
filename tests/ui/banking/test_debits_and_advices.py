"""Direct debits, card payouts, returns and advices on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.banking.debit_queries import list_debit_runs, list_mandates
from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.banking.queries import list_bank_accounts, list_lines
from app.banking.states import LineStatus
from app.ledger.queries import list_balances
from app.receivables.queries import owed_minor
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import IBAN, Mt940
from tests.ui.banking.conftest import CUSTOMER, section, statement, words
from tests.ui.banking.test_bank_page import bring
from tests.ui.office_driver import OfficeDriver
from ui.banking.advice_panel import AdvicePanel
from ui.banking.debits_area import DebitsArea
from ui.banking.line_panel import LinePanel
from ui.banking.mandates_panel import MandatesPanel
from ui.banking.run_panel import RunPanel

K = Qt.Key


def first_line(bank: OfficeDriver) -> LinePanel:
    """The first open line, opened by Enter."""
    page = section(bank)
    page.choose(LineStatus.OPEN.value)
    bank.settle()
    page.table.selectRow(0)
    page.table.setFocus()
    bank.key(K.Key_Return)
    return bank.panel(LinePanel)


def debits(bank: OfficeDriver, trade: Wholesale) -> DebitsArea:
    """The page of the direct debits; the account may collect."""
    (account,) = trade.ask(list_bank_accounts)
    draft = AccountDraft("Main", IBAN, "EUR", creditor_id="DE98ZZZ09999999999")
    trade.run(save_bank_account, draft=draft, account_id=account.id)
    page = section(bank)
    page.choose("debits")
    bank.settle()
    area = page._area("debits")
    assert isinstance(area, DebitsArea)
    return area


def enter_mandate(bank: OfficeDriver, trade: Wholesale, area: DebitsArea) -> None:
    """By hand, as it was signed."""
    bank.tap(area.mandates_button)
    mandates = bank.panel(MandatesPanel)
    bank.key(K.Key_F10)
    assert mandates.message() == "Choose the customer first."
    bank.type("unlim")
    bank.key(K.Key_Return)
    bank.type("M-77")
    mandates.iban.setFocus()
    bank.type("DE21500500009876543210")
    bank.key(K.Key_F10)
    assert [m.reference for m in trade.ask(list_mandates)] == ["M-77"]
    assert mandates.table.row(0).cells[0] == CUSTOMER
    bank.key(K.Key_Escape)


def test_a_mandate_a_run_its_file_its_money_and_one_that_came_back(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = debits(bank, trade)
    enter_mandate(bank, trade, area)
    target = tmp_path / "run.xml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    bank.tap(area.new_button)
    run = bank.panel(RunPanel)
    run.day.setDate(run.day.date().addDays(40))
    bank.settle()
    assert run.table.count() == 2
    run.table.selectRow(1)
    run.table.setFocus()
    bank.key(K.Key_F8)
    assert run.total.text() == "1 item(s), €11.90"
    bank.key(K.Key_F10)
    assert b'<InstdAmt Ccy="EUR">11.90</InstdAmt>' in target.read_bytes()
    assert area.table.row(0).cells[-1] == "waits for its money"
    path = statement(tmp_path, mt940, (1190, "Sammler"), (-1490, "159?00RETOURE?20MREF+M-77?32UNLIMITED LTD"))
    bring(bank, path)
    bank.key(K.Key_F10)
    panel = first_line(bank)
    assert panel.found.current().startswith("run:")
    bank.key(K.Key_F10)
    assert trade.ask(list_debit_runs)[0].status == "paid"
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == 833
    panel = bank.panel(LinePanel)
    assert panel.found.current().startswith("return:")
    bank.key(K.Key_F10)
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == 1190 + 833
    assert {b.code: b.balance_minor for b in trade.ask(list_balances)}["6920"] == 300


def test_a_payout_of_cards_is_booked_with_its_fees(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path
) -> None:
    shift = trade.shop.open_shift()
    cart = trade.shop.cart("COFFEE")
    trade.shop.sell(cart, shift, ("card", 1290))
    bring(bank, statement(tmp_path, mt940, (1270, "ACQUIRER")))
    bank.key(K.Key_F10)
    panel = first_line(bank)
    row = panel.found.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Payout of cards" in row
    assert "fee €0.20" in row
    panel.found.select(next(k for k in ("payout:2026-03-02",)))
    bank.key(K.Key_F10)
    found = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    assert (found["1100"], found["1200"], found["6920"]) == (0, 1270, 20)


def test_an_advice_is_pasted_and_its_money_booked_by_it(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path
) -> None:
    section(bank)
    bank.key(K.Key_F6)
    panel = bank.panel(AdvicePanel)
    bank.type("unlim")
    bank.key(K.Key_Return)
    bank.type("ADV-1")
    panel.text.setPlainText("INV-2026-000001; 11,90\nINV-2026-000002; 3,00")
    assert panel.total.text() == "€14.90 will come"
    bank.key(K.Key_F10)
    assert bank.open_panel is None
    bring(bank, statement(tmp_path, mt940, (1490, words("ADV-1"))))
    bank.key(K.Key_F10)
    section(bank)
    bank.key(K.Key_F9)
    assert trade.ask(list_lines)[0].status == "booked"
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == 533
