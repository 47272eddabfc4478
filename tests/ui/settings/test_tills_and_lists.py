"""Price lists and tills are made in the window, and a till sells by its list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.organisation.queries import get_till, list_tills
from app.pricing.operations import create_price_list, set_price
from app.pricing.queries import PriceList, list_price_lists
from tests.ui.conftest import MakeTill
from tests.ui.office_driver import OfficeDriver, S
from ui.settings.price_lists_page import PriceListEditor, PriceListsPage
from ui.settings.settings_section import SettingsSection
from ui.settings.tills_page import TillEditor, TillsPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def settings(office: OfficeDriver, kind: type[S], page_id: str) -> S:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose(page_id)
    office.settle()
    page = section.page()
    assert isinstance(page, kind)
    return page


def listed(office: OfficeDriver, code: str) -> PriceList:
    return next(x for x in office.shop.runtime.ask(list_price_lists) if x.code == code)


def new_list(
    office: OfficeDriver, page: PriceListsPage, code: str, name: str, *, currency: str = "EUR"
) -> PriceListEditor:
    """Add a list without tax in its prices, as a person does."""
    office.tap(page.new_button)
    editor = office.panel(PriceListEditor)
    editor.code.setText(code)
    editor.name.setText(name)
    editor.currency.setText(currency)
    editor.tax.choose(key=False)
    office.key(Qt.Key.Key_S, CONTROL)
    return editor


def till_editor(office: OfficeDriver, page: TillsPage, code: str) -> TillEditor:
    page.edit(next(t for t in page._tills.values() if t.code == code))
    return office.panel(TillEditor)


def test_a_new_list_without_tax_is_given_to_a_till_and_sold_by(
    office: OfficeDriver, make_till: MakeTill
) -> None:
    page = settings(office, PriceListsPage, "price_lists")
    new_list(office, page, "TRADE", "Trade prices")
    trade = listed(office, "TRADE")
    assert (trade.name, trade.currency, trade.includes_tax) == ("Trade prices", "EUR", False)
    office.shop.runtime.run(
        set_price, actor=office.shop.actor("manager"), price_list_id=trade.id,
        product_id=office.shop.products["COFFEE"], price_minor=1000,
    )  # fmt: skip
    tills = settings(office, TillsPage, "tills")
    editor = till_editor(office, tills, "T02")
    editor.price_list.choose(trade.id)
    office.key(Qt.Key.Key_S, CONTROL)
    assert office.shop.runtime.ask(get_till, code="T02").price_list_id == trade.id
    page = settings(office, PriceListsPage, "price_lists")
    shown = {row.cells[0]: row.cells[3:] for row in map(page.table.row, range(page.table.count()))}
    assert shown == {"TRADE": ("without tax", "T02"), "retail": ("include tax", "T01")}
    office.shop.open_shift("T02")
    till = make_till("T02")
    till.sign_in()
    till.scan_sku("COFFEE")
    assert till.total == 1190


def test_of_a_list_that_is_there_only_the_name_changes(office: OfficeDriver) -> None:
    page = settings(office, PriceListsPage, "price_lists")
    page.edit(listed(office, "retail"))
    editor = office.panel(PriceListEditor)
    assert editor.code.isReadOnly()
    assert editor.currency.isReadOnly()
    assert not editor.tax.isEnabled()
    editor.name.setText("Counter")
    office.key(Qt.Key.Key_S, CONTROL)
    assert listed(office, "retail").name == "Counter"


@pytest.mark.parametrize(
    ("code", "name", "currency", "said"),
    [
        ("retail", "x", "EUR", "already"),
        ("NEW", "", "EUR", "needs a code"),
        ("NEW", "x", "E1", "three letters"),
    ],
)
def test_a_list_that_cannot_be_is_one_sentence_in_place(
    office: OfficeDriver, code: str, name: str, currency: str, said: str
) -> None:
    page = settings(office, PriceListsPage, "price_lists")
    editor = new_list(office, page, code, name, currency=currency)
    assert said in editor.message()
    assert len(office.shop.runtime.ask(list_price_lists)) == 1


def test_a_till_is_offered_only_lists_in_the_shops_money(office: OfficeDriver) -> None:
    office.shop.runtime.run(
        create_price_list, actor=office.shop.actor("manager"), code="USD", name="Dollars", currency="USD",
        includes_tax=True,
    )  # fmt: skip
    page = settings(office, TillsPage, "tills")
    offered = till_editor(office, page, "T01").price_list
    assert [offered.itemText(n) for n in range(offered.count())] == ["Retail"]


def test_a_new_till_is_made_and_sells(office: OfficeDriver, make_till: MakeTill) -> None:
    page = settings(office, TillsPage, "tills")
    office.tap(page.new_button)
    editor = office.panel(TillEditor)
    editor.code.setText("t03")
    editor.name.setText("Garden")
    editor.float_edit.set_value(10_000)
    editor.difference.set_value(300)
    office.key(Qt.Key.Key_S, CONTROL)
    made = office.shop.runtime.ask(get_till, code="T03")
    assert (made.name, made.store_name, made.default_float_minor) == ("Garden", "Main street", 10_000)
    assert (made.difference_limit_minor, made.drawer_limit_minor) == (300, 100_000)  # as the till at hand
    assert made.price_list_id == office.shop.price_list_id
    assert "--till T03" in office.banner
    office.shop.tills["T03"] = made.id
    office.shop.open_shift("T03")
    till = make_till("T03")
    till.sign_in()
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert till.page.desk.state.last_number == "T03-000001"


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [("T01", "x", "already"), ("T-3", "x", "no code of a till"), ("T03", " ", "Enter the name")],
)
def test_a_till_that_cannot_be_is_one_sentence_in_place(
    office: OfficeDriver, code: str, name: str, said: str
) -> None:
    page = settings(office, TillsPage, "tills")
    office.tap(page.new_button)
    editor = office.panel(TillEditor)
    editor.code.setText(code)
    editor.name.setText(name)
    office.key(Qt.Key.Key_S, CONTROL)
    assert said in editor.message()
    assert [t.code for t in office.shop.runtime.ask(list_tills)] == ["T01", "T02"]


def test_a_till_is_taken_out_of_use_and_back(office: OfficeDriver) -> None:
    page = settings(office, TillsPage, "tills")
    office.tap(till_editor(office, page, "T02").retire)
    assert [t.code for t in office.shop.runtime.ask(list_tills)] == ["T01"]
    assert page.table.row(1).cells[1] == "Till T02 (out of use)"
    office.tap(till_editor(office, page, "T02").retire)
    assert [t.code for t in office.shop.runtime.ask(list_tills)] == ["T01", "T02"]


def test_the_till_one_sits_at_and_one_with_an_open_shift_stay(office: OfficeDriver) -> None:
    page = settings(office, TillsPage, "tills")
    editor = till_editor(office, page, "T01")
    office.tap(editor.retire)
    assert "You are at this till" in editor.message()
    office.key(Qt.Key.Key_Escape)
    office.shop.open_shift("T02")
    editor = till_editor(office, page, "T02")
    office.tap(editor.retire)
    assert "shift of till T02 is open" in editor.message()
    assert [t.code for t in office.shop.runtime.ask(list_tills)] == ["T01", "T02"]
