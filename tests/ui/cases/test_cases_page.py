"""Cases in the back office: from a scanned receipt to a closed case, and the recall of a lot."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.queries import get_case, list_cases
from app.cases.states import CaseKind, CaseState
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.kernel.permission import SYSTEM_ACTOR
from tests.ui.office_driver import OfficeDriver
from ui.cases.case_panel import CasePanel
from ui.cases.cases_section import CasesSection
from ui.cases.new_case_panel import NewCasePanel
from ui.reporting.sales_section import SalesSection

CONTROL = Qt.KeyboardModifier.ControlModifier


def cases(office: OfficeDriver) -> CasesSection:
    section = office.go("cases")
    assert isinstance(section, CasesSection)
    return section


def words(panel: NewCasePanel, text: str) -> None:
    QTest.keyClicks(panel.words, text)


def test_a_scanned_receipt_becomes_a_complaint_with_a_document_and_is_closed(
    office: OfficeDriver, tmp_path: Path
) -> None:
    shop = office.shop
    sold = shop.sell(shop.cart(("COFFEE", 2000), "MILK"), shop.open_shift())
    assert cases(office).scanned(sold.number)
    office.settle()
    panel = office.panel(NewCasePanel)
    assert panel.sold.count() == 2
    words(panel, "The bag was open")
    office.key(Qt.Key.Key_S, CONTROL)
    case = office.panel(CasePanel)
    assert case.title().startswith("Complaint CA-")
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF of the customer")
    case.attach_path(letter)
    office.settle()
    QTest.keyClicks(case.text, "New bag sent")
    office.key(Qt.Key.Key_Return)
    QTest.keyClicks(case.text, "Customer is content")
    office.tap(case.finish)
    (row,) = shop.runtime.ask(list_cases)
    found = shop.runtime.ask(get_case, case_id=row.id)
    assert (row.state, found.outcome) == (CaseState.CLOSED, "Customer is content")
    assert [s.words for s in found.steps] == ["New bag sent"]
    assert [f.name for f in found.files] == ["letter.pdf"]
    assert not case.write.isEnabled()
    case.save_to(tmp_path / "copy.pdf", b"%PDF")
    office.settle()
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF"


def test_what_is_wrong_is_said_in_the_panel_and_nothing_is_lost(office: OfficeDriver) -> None:
    panel = cases(office).begin()
    office.settle()
    panel.take_receipt("T01-999999")
    office.settle()
    assert "no receipt of that number" in panel.message()
    words(panel, "Something")
    office.key(Qt.Key.Key_S, CONTROL)
    assert "needs a line of a receipt" in panel.message()
    assert panel.words.toPlainText() == "Something"
    panel.kind.choose(CaseKind.RECALL)
    assert not panel.receipt.isEnabled()
    assert panel.lot_code.isEnabled()


def test_a_recall_lists_who_bought_the_lot_and_who_was_told(office: OfficeDriver) -> None:
    shop, wine = office.shop, office.shop.products["WINE"]
    shop.runtime.run(set_policy, actor=SYSTEM_ACTOR, product_id=wine, policy=Policy(by_lot=True))
    shop.runtime.run(
        receive_goods, actor=SYSTEM_ACTOR, uuid=str(uuid4()), location_id=shop.locations["SHOP"],
        lines=[ReceivedLine(wine, 2000, 1000, lot="L7", expires_on=date(2027, 1, 1))],
    )  # fmt: skip
    sold = shop.sell(shop.cart("WINE"), shop.open_shift())
    panel = cases(office).begin()
    office.settle()
    panel.kind.choose(CaseKind.RECALL)
    panel.lot_code.setFocus()
    QTest.keyClicks(panel.lot_code, "L7")
    office.key(Qt.Key.Key_Return)
    assert "Red wine" in panel.lot.currentText()
    words(panel, "Corks break")
    office.key(Qt.Key.Key_S, CONTROL)
    case = office.panel(CasePanel)
    office.settle()
    assert case.buyers.row(0).cells[1] == sold.number
    assert case.buyers.row(0).cells[4] == ""
    case.buyers.select(case.buyers.row(0).key)
    office.tap(case.told)
    assert case.buyers.row(0).cells[4] == "yes"


def test_a_case_begins_at_a_receipt_in_the_list_of_sales(office: OfficeDriver) -> None:
    shop = office.shop
    sold = shop.sell(shop.cart("MILK"), shop.open_shift())
    sales = office.go("sales")
    assert isinstance(sales, SalesSection)
    office.tap(sales.case_button)
    panel = office.panel(NewCasePanel)
    assert panel.receipt.text() == sold.number
    assert panel.sold.count() == 1


def test_a_long_list_of_cases_goes_on_where_it_is_scrolled_to(
    office: OfficeDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.cases.cases_section._PAGE", 3)
    shop = office.shop
    sold = shop.sell(shop.cart("MILK"), shop.open_shift())
    section = cases(office)
    for number in range(7):
        assert section.scanned(sold.number)
        office.settle()
        words(office.panel(NewCasePanel), f"The {number}th bottle leaks")
        office.key(Qt.Key.Key_S, CONTROL)
        office.key(Qt.Key.Key_Escape)
    section.reload()
    office.settle()
    office.bot.waitUntil(lambda: section.table.count() == 7)  # three, three and one: the view asks for more
    numbers = [section.table.row(place).cells[0] for place in range(section.table.count())]
    assert len(numbers) == len(set(numbers)) == 7
    assert numbers == sorted(numbers, reverse=True)
