"""Price lists, who gets which, and planned changes, kept in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, Qt

from app.catalog.price_files import list_listed_prices
from app.parties.groups import list_groups
from app.pricing.choosing import Formula
from app.pricing.planning import list_price_changes
from app.pricing.queries import find_unit_price, list_formulas, list_price_lists, list_rules
from tests.factories.shop import TODAY
from tests.ui.office_driver import OfficeDriver, S
from ui.catalog.product_editor import ProductEditor
from ui.catalog.products_section import ProductsSection
from ui.pricing.change_editor import ChangeEditor, ChangeShown
from ui.pricing.changes_page import ChangesPage
from ui.pricing.formula_editor import FormulaEditor
from ui.pricing.groups_page import GroupEditor, GroupsPage
from ui.pricing.history_panel import HistoryPanel
from ui.pricing.import_panel import PriceImportPanel
from ui.pricing.lists_page import ListsPage
from ui.pricing.price_editor import PriceEditor
from ui.pricing.prices_section import PricesSection
from ui.pricing.rules_page import RuleEditor, RulesPage
from ui.settings.price_lists_page import PriceListEditor
from ui.widgets.data_table import DataTable

CONTROL = Qt.KeyboardModifier.ControlModifier


def page(office: OfficeDriver, kind: type[S], page_id: str) -> S:
    section = office.go("prices")
    assert isinstance(section, PricesSection)
    section.choose(page_id)
    office.settle()
    shown = section.page()
    assert isinstance(shown, kind)
    return shown


def texts(table: DataTable) -> list[tuple[str, ...]]:
    return [table.row(place).cells for place in range(table.count())]


def save(office: OfficeDriver) -> None:
    office.key(Qt.Key.Key_S, CONTROL)


def new_list(office: OfficeDriver, shown: ListsPage, code: str, *, base: bool = False) -> int:
    office.tap(shown.new_list)
    editor = office.panel(PriceListEditor)
    editor.code.setText(code)
    editor.name.setText(code.title())
    if base:
        editor.base.choose(office.shop.price_list_id)
    save(office)
    return next(x.id for x in office.shop.runtime.ask(list_price_lists) if x.code == code)


def test_a_list_is_made_its_prices_entered_found_and_taken_away(office: OfficeDriver) -> None:
    shown = page(office, ListsPage, "lists")
    assert shown.table.count() == 7
    trade = new_list(office, shown, "TRADE")
    shown.list.choose(trade)
    office.settle()
    assert shown.empty.isVisible()
    office.tap(shown.new_button)
    editor = office.panel(PriceEditor)
    save(office)
    assert "Choose a product" in editor.message()
    editor.goods.text.setText("MILK")
    office.key(Qt.Key.Key_Return)
    assert editor.goods.name.text() == "Milk 1 l"
    assert editor.packaging.count() == 2
    editor.price.setText("0.99")
    editor.least.setText("12")
    save(office)
    assert [row[1:5] for row in texts(shown.table)] == [("Milk 1 l", "pc", "12", "0.99")]
    shown.edit(next(iter(shown.prices.values())))
    editor = office.panel(PriceEditor)
    assert not editor.least.isEnabled()
    office.tap(editor.remove_button)
    assert shown.table.count() == 0


def test_prices_leave_as_a_file_and_come_back_from_one(office: OfficeDriver, tmp_path: Path) -> None:
    shown = page(office, ListsPage, "lists")
    path = tmp_path / "retail.csv"
    shown.export_to(path)
    office.settle()
    text = path.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "number;name;packaging;from_quantity;valid_from;valid_to;price"
    assert "MILK;Milk 1 l;Six-pack;0.000;;;6.49" in text
    more = "NONE;;;;;;1.00|MILK;;Barrel;;;;1.00|400000000046;;;6;;;7.00|WINE;;;;soon;;7.00|WINE;;;;;;x"
    path.write_text(text.replace("6.49", "5.99") + more.replace("|", "\r\n"), encoding="utf-8")
    office.tap(shown.import_button)
    panel = office.panel(PriceImportPanel)
    panel.read(path)
    office.settle()
    assert panel.summary.text() == "8 price(s) can be used. 4 line(s) are left out."
    office.tap(panel.start)
    assert panel.summary.text() == "2 price(s) changed."
    found = office.shop.runtime.ask(list_listed_prices, price_list_id=office.shop.price_list_id, text="wine")
    assert [(x.min_quantity_milli, x.price_minor) for x in found] == [(0, 799), (6000, 700)]


def test_a_group_gets_a_list_by_formula(office: OfficeDriver) -> None:
    lists = page(office, ListsPage, "lists")
    staff = new_list(office, lists, "STAFF", base=True)
    lists.list.choose(staff)
    office.settle()
    office.tap(lists.formulas)
    formulas = office.panel(FormulaEditor)
    for percent, least in (("95", ""), ("80", "6")):
        formulas.percent.setText(percent)
        formulas.least.setText(least)
        office.tap(formulas.add_button)
    formulas.rows.select("1")
    office.tap(formulas.up_button)
    save(office)
    found = office.shop.runtime.ask(list_formulas, price_list_id=staff)
    assert found == [Formula(None, None, 6000, 8000), Formula(None, None, 0, 9500)]
    groups = page(office, GroupsPage, "groups")
    office.tap(groups.new_button)
    editor = office.panel(GroupEditor)
    editor.code.setText("staff")
    editor.name.setText("Our people")
    editor.customer.setText("Unlimited Ltd")
    editor.customer.setFocus()
    office.key(Qt.Key.Key_Return)
    save(office)
    (group,) = office.shop.runtime.ask(list_groups)
    assert (group.code, group.members) == ("STAFF", 1)
    rules = page(office, RulesPage, "rules")
    office.tap(rules.new_button)
    rule = office.panel(RuleEditor)
    rule.list.choose(staff)
    save(office)
    assert "Say for which group" in rule.message()
    rule.group.choose(group.id)
    save(office)
    assert texts(rules.table) == [("Staff", "Our people", "every store", "always", "0")]
    assert office.services.context.prices.rules != ()
    rules.table.select(rules.table.keys()[0])
    office.tap(rules.remove_button)
    assert office.shop.runtime.ask(list_rules) == []


def test_a_change_is_planned_from_goods_a_category_and_a_file_and_cancelled(
    office: OfficeDriver, tmp_path: Path
) -> None:
    shown = page(office, ChangesPage, "changes")
    assert shown.empty.isVisible()
    office.tap(shown.new_button)
    editor = office.panel(ChangeEditor)
    editor.name.setText("Easter")
    editor.percent.setText("-10")
    editor.round_to.choose(5)
    office.tap(editor.percent_button)
    assert editor.table.count() == 7
    editor.goods.text.setText("WINE")
    editor.goods.text.setFocus()
    office.key(Qt.Key.Key_Return)
    editor.price.setText("6.66")
    office.key(Qt.Key.Key_Return)
    assert [row for row in texts(editor.table) if row[0] == "Red wine"] == [("Red wine", "", "7.99", "6.66")]
    path = tmp_path / "prices.csv"
    path.write_text("number;price\nMILK;1.01\nNONE;1\n", encoding="utf-8")
    editor.use_file(path)
    office.settle()
    assert "1 line(s) are left out" in editor.message()
    editor.from_day.setDate(QDate(2026, 3, 9))
    save(office)
    (change,) = office.shop.runtime.ask(list_price_changes)
    assert (change.name, change.valid_from.isoformat(), change.prices) == ("Easter", "2026-03-09", 7)
    wanted = {"WINE": 666, "MILK": 101, "COFFEE": 1160}
    found = {
        sku: office.shop.runtime.ask(
            find_unit_price, product_id=office.shop.products[sku], price_list_id=office.shop.price_list_id,
            on=change.valid_from,
        )
        for sku in wanted
    }  # fmt: skip
    assert found == wanted
    assert texts(shown.table)[0][4:] == ("7", "planned")
    shown.show_change(str(change.id))
    office.settle()
    assert office.panel(ChangeShown).table.count() == 7
    office.key(Qt.Key.Key_Escape)
    shown.table.select(str(change.id))
    office.tap(shown.cancel_button)
    assert office.shop.runtime.ask(list_price_changes)[0].stage(TODAY) == "cancelled"
    assert not shown.cancel_button.isEnabled()


def test_what_the_prices_of_a_product_were_is_told_on_its_page(office: OfficeDriver) -> None:
    shown = page(office, ListsPage, "lists")
    wine = next(x for x in shown.prices.values() if x.name == "Red wine")
    shown.edit(wine)
    editor = office.panel(PriceEditor)
    editor.price.setText("8.49")
    save(office)
    products = office.go("products")
    assert isinstance(products, ProductsSection)
    products.open_product(office.shop.products["WINE"])
    office.settle()
    office.tap(office.panel(ProductEditor).history_button)
    told = texts(office.panel(HistoryPanel).table)
    assert [row[1:5] for row in told] == [("Retail", "", "7.99", "8.49")]
    assert told[0][6] == "manager"
