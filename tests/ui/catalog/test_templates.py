"""Templates and kits in the back office: attributes typed, variants made and priced, parts scanned."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt

from app.catalog.kits import list_parts
from app.catalog.queries import find_ids_by_sku
from app.catalog.states import ProductKind
from app.catalog.templates import Template, get_template
from tests.factories.shop import TODAY
from tests.ui.conftest import code_of
from tests.ui.office_driver import OfficeDriver
from ui.catalog.parts_panel import PartsPanel
from ui.catalog.product_editor import ProductEditor
from ui.catalog.products_section import ProductsSection
from ui.catalog.template_panel import TemplatePanel
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Tick


def section(office: OfficeDriver) -> ProductsSection:
    """The list of products."""
    found = office.go("products")
    assert isinstance(found, ProductsSection)
    return found


def id_of(office: OfficeDriver, sku: str) -> int:
    """The id of a product that was made on the screen."""
    return office.shop.runtime.ask(find_ids_by_sku, skus=[sku])[sku]


def new_product(office: OfficeDriver, kind: ProductKind, name: str, sku: str, price: int) -> None:
    """Type a product and save it."""
    editor = section(office).new_product()
    editor.form.name.setText(name)
    editor.form.sku.setText(sku)
    editor.form.kind.choose(kind)
    editor.form.price_fields[office.shop.price_list_id].set_value(price)
    editor.touch()
    office.tap(editor.save_button)
    office.settle()


def template(office: OfficeDriver, sku: str) -> Template:
    """The template as it is kept."""
    return office.shop.runtime.ask(
        get_template, template_id=id_of(office, sku), price_list_id=office.shop.price_list_id,
        location_id=office.shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip


def test_a_template_is_typed_its_variants_ticked_and_priced_in_the_grid(office: OfficeDriver) -> None:
    new_product(office, ProductKind.TEMPLATE, "Linen shirt", "SHIRT", 2000)
    panel = office.panel(TemplatePanel)
    for number, (name, values) in enumerate((("Size", "S, M, L"), ("Colour", "Red, Blue")), start=1):
        fields = panel.axis_fields(number)
        fields[0].setText(name)
        fields[1].setText(values)
    office.tap(panel.save_button)
    office.settle()
    first, second, *_ = panel.grid.cells()
    for cell in (first, second):
        cast("Tick", panel.edit_of(cell)).click()
    office.tap(panel.make_button)
    office.settle()
    assert [v.sku for v in template(office, "SHIRT").variants] == ["SHIRT-S-RED", "SHIRT-S-BLUE"]
    office.tap(panel.all_button)
    office.settle()
    assert len(template(office, "SHIRT").variants) == 6
    cast("MoneyEdit", panel.edit_of(first)).set_value(2350)
    panel.base.set_value(2100)
    office.tap(panel.save_button)
    office.settle()
    assert [v.price_minor for v in template(office, "SHIRT").variants] == [2350, *[2100] * 5]
    assert template(office, "SHIRT").variants[0].extra_minor == 250


def test_the_list_shows_a_template_instead_of_its_variants(office: OfficeDriver) -> None:
    new_product(office, ProductKind.TEMPLATE, "Linen shirt", "SHIRT", 2000)
    panel = office.panel(TemplatePanel)
    panel.axis_fields(1)[0].setText("Size")
    panel.axis_fields(1)[1].setText("S, M")
    office.tap(panel.save_button)
    office.tap(panel.all_button)
    office.key(Qt.Key.Key_Escape)
    shown = section(office)

    def skus() -> list[str]:
        office.settle()
        return [shown.table.row(n).cells[0] for n in range(shown.table.count())]

    shown.state.choose("used")
    assert {"SHIRT", "SHIRT-S", "SHIRT-M"} <= set(skus())
    shown.state.choose("grouped")
    assert "SHIRT" in skus()
    assert "SHIRT-S" not in skus()
    shown.state.choose("templates")
    assert skus() == ["SHIRT"]


def test_a_kit_is_made_of_what_is_scanned_and_typed(office: OfficeDriver) -> None:
    new_product(office, ProductKind.KIT, "Breakfast", "BREAKFAST", 1499)
    panel = office.panel(PartsPanel)
    office.page.scanned(code_of(office.shop, "COFFEE"))
    office.settle()
    panel.code.setFocus()
    office.type("milk")
    office.key(Qt.Key.Key_Return)
    panel.quantity.set_value(2000)
    office.settle()
    office.key(Qt.Key.Key_F10)
    parts = office.shop.runtime.ask(
        list_parts, product_id=id_of(office, "BREAKFAST"), location_id=office.shop.locations["SHOP"]
    )
    assert [(p.sku, p.quantity_milli) for p in parts] == [("COFFEE", 1000), ("MILK", 2000)]
    shown = section(office)
    shown.state.choose("kits")
    office.settle()
    assert [shown.table.row(n).cells[5] for n in range(shown.table.count())] == ["50\N{NO-BREAK SPACE}pc"]


def test_what_a_product_is_made_of_is_opened_from_its_editor(office: OfficeDriver) -> None:
    editor = section(office).open_product(office.shop.products["COFFEE"])
    office.settle()
    assert isinstance(editor, ProductEditor)
    office.tap(editor.more_button)
    assert office.panel(PartsPanel).title() == "Parts of Coffee beans 1 kg"


def test_variants_are_taken_out_of_a_file(office: OfficeDriver, tmp_path: Path) -> None:
    new_product(office, ProductKind.TEMPLATE, "Linen shirt", "SHIRT", 2000)
    panel = office.panel(TemplatePanel)
    path = tmp_path / "variants.csv"
    path.write_text("template;Size;price\nSHIRT;S;20,00\nSHIRT;XXL;24,50\n", encoding="utf-8")
    panel.use_file(path)
    office.settle()
    assert panel.message() == ""
    assert [(v.sku, v.price_minor) for v in template(office, "SHIRT").variants] == [
        ("SHIRT-S", 2000), ("SHIRT-XXL", 2450),
    ]  # fmt: skip
    assert len(panel.grid.cells()) == 2
    path.write_text("template;Size\nCOFFEE;S\n", encoding="utf-8")
    panel.use_file(path)
    office.settle()
    assert "is a product and no template" in panel.message()
