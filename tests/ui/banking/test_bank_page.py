"""The bank on the screen: a statement comes in, lines are booked by keys, spread by hand, undone."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt

from app.banking.queries import list_lines, list_matches, list_profiles
from app.banking.states import LineStatus
from app.invoicing.operations.settle import record_payment
from app.ledger.queries import list_balances
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.queries import list_open_items, owed_minor
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import Mt940
from tests.ui.banking.conftest import CUSTOMER, section, statement, words
from tests.ui.office_driver import OfficeDriver
from ui.banking.account_editor import AccountEditor
from ui.banking.agree_area import AgreeArea
from ui.banking.import_panel import ImportPanel
from ui.banking.line_panel import LinePanel
from ui.banking.statement_panel import StatementPanel

CONTROL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


def bring(office: OfficeDriver, path: Path) -> ImportPanel:
    """Choose the file on the import's page."""
    section(office)
    office.key(K.Key_N, CONTROL)
    panel = office.panel(ImportPanel)
    panel.open_file(path)
    office.settle()
    return panel


def balances(trade: Wholesale) -> dict[str, int]:
    return {b.code: b.balance_minor for b in trade.ask(list_balances)}


def test_a_statement_is_looked_at_brought_and_booked_by_keys(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path
) -> None:
    path = statement(
        tmp_path, mt940, (1190, words("INV-2026-000001")), (833, words("INV-2026-000002", "ANNA PRIVAT", "")),
        (-500, "Charges"),
    )  # fmt: skip
    panel = bring(bank, path)
    assert panel.statements.row(0).cells[:2] == ("Main", "1")
    assert panel.statements.row(0).cells[-1] == "balances proven"
    assert panel.summary.text() == "New lines: 3, known already: 0"
    bank.key(K.Key_F10)
    assert bank.banner == "New lines: 3. Known already: 0."
    page = section(bank)
    assert [page.table.row(i).cells[4] for i in range(3)] == ["€11.90", "€8.33", "−€5.00"]
    bank.key(K.Key_F9)
    assert bank.banner.startswith("Booked: 1 (€11.90). Suggested: 1")
    # the stranger's line: looked at, and booked by a person
    assert page.table.count() == 2
    page.table.selectRow(0)
    page.table.setFocus()
    bank.key(K.Key_Return)
    line = bank.panel(LinePanel)
    assert "somebody else pays" in line.found.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert line.why.text() == "number INV-2026-000002, amount exact, somebody else pays ANNA PRIVAT"
    assert line.parts.row(0).cells[0] == "Invoice INV-2026-000002"
    bank.key(K.Key_F10)
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == 0
    # the next line is there already: the charges go to an account
    line = bank.panel(LinePanel)
    assert line.title().startswith("−€5.00")
    bank.key(K.Key_F7)
    account, _amount = line.accounts.rows.lines()[0]
    account.choose("6920")
    line.accounts.words.setFocus()
    bank.type("March")
    bank.key(K.Key_F10)
    assert balances(trade)["6920"] == 500
    assert bank.open_panel is None
    assert page.table.count() == 0
    assert page.empty.isVisible()


def test_a_recorded_payment_of_somebody_else_stands_below_what_the_line_names(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path
) -> None:
    draft = PaymentDraft(trade.shop.parties["Limited Ltd"], 500, PaymentMethod.BANK)
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    path = statement(
        tmp_path, mt940, (500, words("INV-2026-000001")), (500, words("on account", "LIMITED LTD", "")),
        (500, words("on account", "")),
    )  # fmt: skip
    bring(bank, path)
    bank.key(K.Key_F10)
    page = section(bank)
    shown = []
    for place in range(3):
        page.open_line(int(page.table.keys()[place]))
        bank.settle()
        rows = bank.panel(LinePanel).found.model()
        shown.append([
            rows.index(i, 0).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(rows.rowCount())
        ])  # fmt: skip
        bank.key(K.Key_Escape)
    named, own, nameless = shown
    assert named[0].startswith("Unlimited Ltd · INV-2026-000001")
    assert "R-2026-000001 recorded, not on a statement yet, somebody else pays" in named[-1]
    for told in (own, nameless):
        assert "R-2026-000001 recorded" in told[0]
        assert "somebody else pays" not in told[0]


def test_a_line_is_spread_by_hand_with_discount_fee_and_rest(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path
) -> None:
    bring(bank, statement(tmp_path, mt940, (2000, words("thanks", "SOMEBODY"))))
    bank.key(K.Key_F10)
    page = section(bank)
    page.table.selectRow(0)
    page.table.setFocus()
    bank.key(K.Key_Return)
    line = bank.panel(LinePanel)
    bank.key(K.Key_F6)
    line.hand.customer.setFocus()
    bank.type("unlim")
    bank.key(K.Key_Return)
    assert [line.hand.table.row(i).cells[3] for i in range(2)] == ["€11.90", "€8.10"]
    line.hand.table.selectRow(1)
    line.hand.share.setFocus()
    line.hand.share.selectAll()
    bank.type("8.33")
    assert line.hand.left.text() == "€0.23 more is settled than came"
    bank.key(K.Key_F10)
    assert "The parts come to" in line.message()
    line.hand.fee.setFocus()
    bank.type("0.20")
    bank.tap(line.hand.difference)
    assert line.hand.left.text() == "€0.03 is let go of"
    bank.key(K.Key_F10)
    assert trade.ask(list_open_items, party_id=trade.shop.parties[CUSTOMER]) == []
    found = balances(trade)
    assert (found["6920"], found["6910"]) == (20, 3)


def test_a_match_is_undone_with_a_reason_and_stays_in_the_history(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path
) -> None:
    bring(bank, statement(tmp_path, mt940, (1190, words("INV-2026-000001"))))
    bank.key(K.Key_F10)
    page = section(bank)
    bank.key(K.Key_F9)
    page.choose(LineStatus.BOOKED.value)
    bank.settle()
    page.table.selectRow(0)
    page.table.setFocus()
    bank.key(K.Key_Return)
    line = bank.panel(LinePanel)
    assert "by the program" in line.history.row(0).cells[2]
    assert "number INV-2026-000001" in line.history.row(0).cells[0]
    bank.tap(line.undo_button)
    bank.key(K.Key_Return)
    assert line.message() == "Say why. Nothing was changed."
    line.asking.field.setFocus()
    bank.type("wrong customer")
    bank.key(K.Key_Return)
    assert line.found.count() == 1
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == 1190 + 833
    (kept,) = trade.ask(list_lines)
    (match,) = trade.ask(list_matches, line_id=kept.id)
    assert (match.status, match.undone_reason) == ("undone", "wrong customer")
    bank.key(K.Key_F8)
    bank.type("the accountant did it")
    bank.key(K.Key_Return)
    assert trade.ask(list_lines)[0].status == "left_out"


def test_a_file_that_is_wrong_or_of_an_unknown_account_says_so_before_anything_is_kept(
    bank: OfficeDriver, trade: Wholesale, mt940: Mt940, tmp_path: Path
) -> None:
    wrong = statement(tmp_path, mt940, (100, "a"))
    wrong.write_bytes(wrong.read_bytes().replace(b"EUR1,00\n-", b"EUR9,00\n-"))
    panel = bring(bank, wrong)
    assert panel.summary.text().startswith("Opening balance")
    assert not panel.start.isEnabled()
    no_bank = tmp_path / "letter.txt"
    no_bank.write_text("hello")
    panel.open_file(no_bank)
    bank.settle()
    assert panel.message().startswith("This is neither CAMT")
    stranger = statement(tmp_path, mt940, (100, "a"), iban="NL91ABNA0417164300")
    panel.open_file(stranger)
    bank.settle()
    assert "Enter this bank account first" in panel.statements.row(0).cells[-1]
    bank.tap(panel.enter_button)
    editor = bank.panel(AccountEditor)
    assert editor.number.text() == "NL91ABNA0417164300"
    editor.name.setFocus()
    bank.type("Second")
    bank.key(K.Key_S, CONTROL)
    assert bank.banner == "Bank account Second is saved."
    panel = bring(bank, stranger)
    bank.key(K.Key_F10)
    assert len(trade.ask(list_lines)) == 1


def test_a_table_is_meant_as_its_profile_says_and_the_profile_is_kept(
    bank: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text("When;Sum;Who\n02.03.2026;1.190,00;Unlimited\n")
    panel = bring(bank, path)
    assert panel.message().startswith("Say which column is the booking day")
    panel.box.columns["booked"].choose("When")
    bank.settle()
    panel.box.columns["amount"].choose("Sum")
    panel.box.columns["name"].choose("Who")
    bank.settle()
    panel.box.decimal.choose(",")
    panel.box.order.choose("dmy")
    panel.account.setCurrentIndex(1)
    bank.settle()
    assert panel.lines.row(0).cells[-1] == "€1,190.00"
    panel.name.setFocus()
    bank.type("House bank")
    bank.tap(panel.keep_button)
    assert [p.name for p in trade.ask(list_profiles)] == ["House bank"]
    bank.key(K.Key_F10)
    assert trade.ask(list_lines)[0].amount_minor == 119_000
    again = tmp_path / "april.csv"
    again.write_text("When;Sum;Who\n03.03.2026;2,00;Limited\n")
    panel = bring(bank, again)
    panel.kept.choose("House bank")
    panel.account.setCurrentIndex(1)
    bank.settle()
    assert panel.summary.text() == "New lines: 1, known already: 0"


def test_statements_show_what_is_missing_before_them_and_their_lines(
    bank: OfficeDriver, mt940: Mt940, tmp_path: Path
) -> None:
    for number, opening in ((1, 0), (3, 900)):
        day = f"26030{number}" if number == 1 else "260302"
        path = statement(
            tmp_path, mt940, (100, "a"), name=f"{number}.sta", number=number, opening=opening, day=day
        )
        bring(bank, path)
        bank.key(K.Key_F10)
    assert "Statement 2 is missing" in bank.banner
    page = section(bank)
    page.choose("statements")
    bank.settle()
    area = page._area("statements")
    assert area.table.row(0).tones["state"] == "danger"
    assert area.hint.text() == "1 statement(s) with something missing before"
    area.table.selectRow(0)
    area.table.setFocus()
    bank.key(K.Key_Return)
    panel = bank.panel(StatementPanel)
    assert panel.table.count() == 1
    panel.table.selectRow(0)
    panel.table.setFocus()
    bank.key(K.Key_Return)
    assert isinstance(bank.open_panel, LinePanel)


def test_the_three_figures_agree_when_all_is_booked(bank: OfficeDriver, mt940: Mt940, tmp_path: Path) -> None:
    bring(bank, statement(tmp_path, mt940, (1190, words("INV-2026-000001")), opening=5000))
    bank.key(K.Key_F10)
    page = section(bank)
    page.choose("agreement")
    bank.settle()
    area = page._area("agreement")
    assert isinstance(area, AgreeArea)
    assert [area.table.row(i).cells[3] for i in range(3)] == ["agrees", "agrees", "−€61.90"]
    assert area.head.text() == "1 figure(s) not as in the ledger."
    assert [area.items.row(i).cells[0] for i in range(2)] == [
        "before the first statement", "on a statement, to be matched",
    ]  # fmt: skip
    bank.tap(area.take_button)
    assert area.items.count() == 1
    area.items.selectRow(0)
    area.items.setFocus()
    bank.key(K.Key_Return)
    assert isinstance(bank.open_panel, LinePanel)
    bank.key(K.Key_F10)
    page.choose("agreement")
    bank.settle()
    assert area.head.text() == "Receivables, cash and bank agree with the ledger."
