"""Products in the back office: found, edited, made, changed in bulk, imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.catalog.operations import create_product, update_product
from app.catalog.queries import ProductView, get_product
from app.inventory.operations import SALES_FLOOR
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.catalog.bulk_panel import BulkPanel
from ui.catalog.categories_section import CategoriesSection
from ui.catalog.import_panel import ImportPanel
from ui.catalog.product_editor import ProductEditor
from ui.catalog.products_section import ProductsSection
from ui.widgets.edits import NumberEdit
from ui.widgets.form import Choice

CONTROL = Qt.KeyboardModifier.ControlModifier


def products(office: OfficeDriver) -> ProductsSection:
    section = office.go("products")
    assert isinstance(section, ProductsSection)
    return section


def shown(section: ProductsSection) -> list[str]:
    return [section.table.row(n).cells[0] for n in range(section.table.count())]


def stored(office: OfficeDriver, sku: str) -> ProductView:
    return office.shop.runtime.ask(
        get_product, product_id=office.shop.products[sku], price_list_id=office.shop.price_list_id,
        location_id=office.shop.locations[SALES_FLOOR], with_cost=True,
    )  # fmt: skip


def edit(office: OfficeDriver, sku: str) -> ProductEditor:
    editor = products(office).open_product(office.shop.products[sku])
    office.settle()
    return editor


@pytest.mark.parametrize(
    ("typed", "found"),
    [("beans", ["COFFEE"]), ("red wi", ["WINE"]), ("milk", ["MILK"]), ("400000000046", ["WINE"])],
)
def test_any_word_of_name_number_or_barcode_finds_a_product(
    office: OfficeDriver, typed: str, found: list[str]
) -> None:
    section = products(office)
    section.search.setFocus()
    office.type(typed)
    assert shown(section) == found


def test_nothing_found_says_so_and_offers_a_new_product(office: OfficeDriver) -> None:
    section = products(office)
    section.search.setText("no such thing")
    QTest.qWait(120)
    office.settle()
    assert section.empty.isVisible()
    office.tap_text("New product")
    assert isinstance(office.open_panel, ProductEditor)


def test_the_heads_sort(office: OfficeDriver) -> None:
    section = products(office)
    section.table._head_clicked(4)
    office.settle()
    assert shown(section)[:2] == ["STAMP", "MILK"]
    section.table._head_clicked(4)
    office.settle()
    assert shown(section)[0] == "COFFEE"


def test_a_long_list_comes_page_by_page(office: OfficeDriver) -> None:
    from app.catalog.drafts import ProductDetails

    shop = office.shop
    with shop.runtime.factory.begin(actor=shop.actor("manager")) as uow:
        for n in range(230):
            details = ProductDetails(f"Screw {n:03d}", shop.category_id, shop.classes["A"], sku=f"S{n:03d}")
            create_product(uow, details=details)
    section = products(office)
    assert section.table.count() == 100
    assert section.count.text() == "236 products"
    model = section.table.model()
    while model.canFetchMore(section.table.rootIndex()):
        model.fetchMore(section.table.rootIndex())
        office.settle()
    assert section.table.count() == 236
    assert len(set(section.table.keys())) == 236


def test_enter_opens_and_ctrl_s_saves_what_was_changed(office: OfficeDriver) -> None:
    section = products(office)
    section.table.setFocus()
    section.table.select(str(office.shop.products["MILK"]))
    office.key(Qt.Key.Key_Return)
    editor = office.panel(ProductEditor)
    assert editor.form.name.text() == "Milk 1 l"
    editor.form.name.setText("Milk, fresh")
    editor.form.price_fields[office.shop.price_list_id].set_value(129)
    office.key(Qt.Key.Key_S, CONTROL)
    assert office.open_panel is None
    view = stored(office, "MILK")
    assert view.details.name == "Milk, fresh"
    assert [p.price_minor for p in view.prices if p.packaging_id is None] == [129]
    assert view.version == 2


def test_saving_without_a_change_of_price_writes_no_price(office: OfficeDriver) -> None:
    before = stored(office, "COFFEE").prices
    editor = edit(office, "COFFEE")
    editor.form.note.setPlainText("top shelf")
    office.key(Qt.Key.Key_S, CONTROL)
    assert stored(office, "COFFEE").prices == before


def test_a_product_gets_packagings_barcodes_and_attributes(office: OfficeDriver) -> None:
    editor = edit(office, "WINE")
    name, quantity, price = editor.form.packagings.add_line()
    assert isinstance(name, QLineEdit)
    assert isinstance(quantity, NumberEdit)
    assert isinstance(price, NumberEdit)
    name.setText("Case")
    quantity.set_value(6000)
    price.set_value(4500)
    editor.form.add_barcode("4006381333931", "")
    _code, choice = editor.form.barcodes.lines()[-1]
    assert isinstance(choice, Choice)
    choice.choose("Case")
    key, value = editor.form.attributes.add_line()
    assert isinstance(key, QLineEdit)
    assert isinstance(value, QLineEdit)
    key.setText("Region")
    value.setText("Rioja")
    office.key(Qt.Key.Key_S, CONTROL)
    view = stored(office, "WINE")
    assert [(p.name, p.quantity_milli) for p in view.packagings] == [("Case", 6000)]
    assert ("4006381333931", "Case") in [(b.code, b.packaging) for b in view.barcodes]
    assert view.details.attributes == (("Region", "Rioja"),)
    assert sorted(p.price_minor for p in view.prices) == [799, 4500]


def test_a_new_product_without_a_name_is_refused_in_the_panel(office: OfficeDriver) -> None:
    products(office)
    office.key(Qt.Key.Key_N, CONTROL)
    office.key(Qt.Key.Key_S, CONTROL)
    editor = office.panel(ProductEditor)
    assert editor.message() == "Enter a name for the product."
    editor.form.name.setText("Tea")
    editor.form.price_fields[office.shop.price_list_id].set_value(250)
    office.key(Qt.Key.Key_S, CONTROL)
    assert office.open_panel is None
    assert office.banner.endswith("is saved.")


def test_a_price_in_words_is_refused_by_the_name_of_its_field(office: OfficeDriver) -> None:
    editor = edit(office, "MILK")
    editor.form.price_fields[office.shop.price_list_id].setText("three")
    office.key(Qt.Key.Key_S, CONTROL)
    assert "three" in editor.message()
    assert "Retail" in editor.message()
    assert stored(office, "MILK").version == 1


def test_a_barcode_of_another_product_is_refused_and_nothing_is_lost(office: OfficeDriver) -> None:
    editor = edit(office, "MILK")
    editor.form.name.setText("Milk, fresh")
    editor.form.add_barcode("400000000046")
    office.key(Qt.Key.Key_S, CONTROL)
    assert "Red wine" in editor.message()
    assert editor.form.name.text() == "Milk, fresh"
    assert stored(office, "MILK").details.name == "Milk 1 l"


def test_a_change_by_somebody_else_is_told_and_not_written_over(office: OfficeDriver) -> None:
    editor = edit(office, "MILK")
    view = stored(office, "MILK")
    office.shop.runtime.run(
        update_product, actor=office.shop.actor("manager"), product_id=view.id, version=1,
        details=view.details,
    )  # fmt: skip
    editor.form.name.setText("Mine")
    office.key(Qt.Key.Key_S, CONTROL)
    assert editor.message()
    assert stored(office, "MILK").details.name == "Milk 1 l"


def test_a_scan_into_the_open_editor_adds_the_code(office: OfficeDriver) -> None:
    editor = edit(office, "MILK")
    office.page.scanned("4006381333931")
    assert editor.dirty
    office.key(Qt.Key.Key_S, CONTROL)
    assert "4006381333931" in [b.code for b in stored(office, "MILK").barcodes]


def test_the_lowest_price_and_the_largest_discount_are_kept_and_shown_again(office: OfficeDriver) -> None:
    from app.pricing.limits import limits_of
    from app.pricing.rules import ProductLimit

    editor = edit(office, "MILK")
    editor.form.floor.setText("1.00")
    editor.form.most.setText("12.5")
    office.key(Qt.Key.Key_S, CONTROL)
    product_id = office.shop.products["MILK"]
    wanted = ProductLimit(100, 1250)
    assert office.shop.runtime.ask(limits_of, product_ids=[product_id]) == {product_id: wanted}
    again = edit(office, "MILK")
    assert again.form.limit() == wanted
    assert not again.dirty


def test_who_may_not_see_cost_does_not_see_it_and_does_not_erase_it(make_office: MakeOffice) -> None:
    office = make_office("clerk")
    shop = office.shop
    view = stored(office, "MILK")
    from dataclasses import replace

    shop.runtime.run(
        update_product, actor=shop.actor("manager"), product_id=view.id, version=1,
        details=replace(view.details, cost_minor=70),
    )  # fmt: skip
    editor = edit(office, "MILK")
    assert not editor.form.cost.isVisible()
    editor.form.note.setPlainText("x")
    office.key(Qt.Key.Key_S, CONTROL)
    assert stored(office, "MILK").details.cost_minor == 70
    assert stored(office, "MILK").details.note == "x"


def test_a_cashier_may_look_but_not_change(make_office: MakeOffice) -> None:
    office = make_office("cashier")
    section = products(office)
    assert not section.new_button.isVisible()
    assert not section.import_button.isVisible()
    assert not edit(office, "MILK").save_button.isVisible()


def test_out_of_use_takes_a_product_from_the_list(office: OfficeDriver) -> None:
    edit(office, "STAMP")
    office.tap_text("Take out of use")
    section = products(office)
    assert "STAMP" not in shown(section)
    section.state.choose("unused")
    office.settle()
    assert shown(section) == ["STAMP"]


def test_many_are_changed_at_once_after_a_preview(office: OfficeDriver) -> None:
    section = products(office)
    section.table.selectAll()
    office.tap_text("Change many…")
    panel = office.panel(BulkPanel)
    assert not panel.save_button.isEnabled()
    panel.percent.setText("10")
    QTest.qWait(200)
    office.settle()
    assert ("€2.99", "€3.29") in [panel.table.row(n).cells[3:] for n in range(panel.table.count())]
    assert stored(office, "APPLE").prices[0].price_minor == 299
    office.tap(panel.save_button)
    assert stored(office, "APPLE").prices[0].price_minor == 329
    assert office.open_panel is None


def test_prices_cannot_be_changed_below_zero(office: OfficeDriver) -> None:
    section = products(office)
    section.table.selectAll()
    office.tap_text("Change many…")
    panel = office.panel(BulkPanel)
    panel.amount.setText("-5,00" if office.page.desk.formats.mark == "," else "-5.00")
    QTest.qWait(200)
    office.settle()
    assert panel.message()
    assert not panel.save_button.isEnabled()


CSV = "sku,name,price,barcode\nTEA,Green tea,2.50,4006381333931\nBAD,Bad price,abc,\nMILK,Milk 1 l,1.29,\n"


def open_import(office: OfficeDriver, folder: Path, text: str = CSV) -> ImportPanel:
    path = folder / "goods.csv"
    path.write_text(text, encoding="utf-8")
    products(office)
    office.tap_text("Import…")
    panel = office.panel(ImportPanel)
    panel.open_file(path)
    office.settle()
    return panel


def test_an_import_is_shown_first_with_each_error_in_words(office: OfficeDriver, tmp_path: Path) -> None:
    panel = open_import(office, tmp_path)
    assert panel.summary.text() == "1 new, 1 changed, 0 as they are, 1 wrong"
    assert panel.table.row(0).cells[0] == "3"
    assert "abc" in panel.table.row(0).cells[3]
    assert stored(office, "MILK").prices[0].price_minor == 119


def test_an_import_is_written_and_its_errors_can_be_saved(office: OfficeDriver, tmp_path: Path) -> None:
    panel = open_import(office, tmp_path)
    office.tap(panel.start)
    assert panel.summary.text().startswith("Done: 1 new, 1 changed")
    assert 129 in [p.price_minor for p in stored(office, "MILK").prices]
    panel.write_errors(tmp_path / "errors.csv")
    assert "abc" in (tmp_path / "errors.csv").read_text(encoding="utf-8-sig")


def test_a_file_that_is_no_table_is_one_sentence(office: OfficeDriver, tmp_path: Path) -> None:
    panel = open_import(office, tmp_path, "")
    assert panel.message.isVisible()
    assert not panel.start.isEnabled()


def test_a_category_is_made_renamed_and_not_removed_while_it_is_used(office: OfficeDriver) -> None:
    section = office.go("categories")
    assert isinstance(section, CategoriesSection)
    section.edit(None).name.setText("Tea")
    office.key(Qt.Key.Key_S, CONTROL)
    assert [section.table.row(n).cells[1] for n in range(section.table.count())] == ["All", "Tea"]
    editor = section.edit(section._categories[str(office.shop.category_id)])
    office.settle()
    office.tap_text("Remove")
    assert "still has products" in editor.message()
