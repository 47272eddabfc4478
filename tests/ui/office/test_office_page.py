"""The frame of the back office: who sees what, keys, the palette, and names for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from sqlalchemy import select

from app.catalog.drafts import ProductDetails
from app.catalog.operations.products import create_product
from app.catalog.tables import product
from app.kernel.permission import SYSTEM_ACTOR
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.catalog.products_section import ProductsSection
from ui.office.palette import Palette
from ui.settings.settings_section import SettingsSection
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SIZES = ((1024, 768), (1366, 768), (1920, 1080))
ALL = {
    "dashboard", "products", "categories", "customers", "sales", "shifts", "print_queue", "journal",
    "settings",
}  # fmt: skip


@pytest.mark.parametrize(
    ("user", "seen"),
    [
        ("manager", ALL),
        ("cashier", {"products", "customers", "sales", "print_queue"}),
        ("clerk", {"products", "categories"}),
    ],
)
def test_each_role_sees_its_own_pages(make_office: MakeOffice, user: str, seen: set[str]) -> None:
    office = make_office(user)
    assert set(office.page.section_ids()) & ALL == seen
    office.page.go("settings")
    assert (office.page.section_id() == "settings") is ("settings" in seen)


def test_a_page_that_the_next_person_may_not_see_is_gone(office: OfficeDriver) -> None:
    office.go("journal")
    office.services.gateway.actor = office.shop.actor("cashier")
    office.page.open()
    office.settle()
    assert office.page.section_id() == "products"
    assert "journal" not in office.page._made


def test_alt_and_a_digit_goes_to_a_page(office: OfficeDriver) -> None:
    office.key(Qt.Key.Key_2, ALT)
    assert office.page.section_id() == "products"


def test_esc_leads_back_to_the_till(office: OfficeDriver) -> None:
    with office.bot.waitSignal(office.page.closed):
        office.key(Qt.Key.Key_Escape)


def test_esc_closes_a_panel_before_the_office(office: OfficeDriver) -> None:
    section = office.go("products")
    assert isinstance(section, ProductsSection)
    section.new_product()
    office.settle()
    closed: list[int] = []
    office.page.closed.connect(lambda: closed.append(1))
    office.key(Qt.Key.Key_Escape)
    assert office.open_panel is None
    assert closed == []


def test_the_palette_finds_a_page_by_the_beginning_of_its_name(office: OfficeDriver) -> None:
    office.key(Qt.Key.Key_K, CONTROL)
    office.type("jour")
    office.key(Qt.Key.Key_Return)
    assert office.page.section_id() == "journal"


def test_ctrl_k_opens_the_palette_from_within_a_field_too(office: OfficeDriver) -> None:
    office.go("orders")
    field = next(x for x in office.page.findChildren(QLineEdit) if x.isVisible())
    field.setFocus()
    office.key(Qt.Key.Key_K, CONTROL)
    assert isinstance(office.page.panel(), Palette)


def test_an_answer_that_comes_late_does_not_take_the_keyboard_from_the_palette(office: OfficeDriver) -> None:
    section = office.go("products")
    assert isinstance(section, ProductsSection)
    office.key(Qt.Key.Key_K, CONTROL)
    section.table.setFocus()
    office.type("jour")
    office.key(Qt.Key.Key_Return)
    assert office.page.section_id() == "journal"


def visible(office: OfficeDriver) -> list[str]:
    return [name for name, button in office.page.nav.buttons.items() if button.isVisible()]


def test_many_pages_lie_in_groups_and_the_group_of_the_page_is_open(office: OfficeDriver) -> None:
    assert visible(office) == ["dashboard"]
    office.tap_text("Money")
    assert office.page.section_id() == "dashboard"
    assert {"invoices", "payments", "bank"} <= set(visible(office))
    office.tap_text("Goods")
    assert visible(office) == ["dashboard", "products", "categories", "stock", "warehouse"]
    office.go("bank")
    assert "bank" in visible(office)
    assert "products" not in visible(office)


def test_every_page_has_its_place_in_the_navigation_and_all_of_a_group_fit(office: OfficeDriver) -> None:
    assert set(office.page.nav.buttons) == set(office.page.section_ids())
    for name in office.page.section_ids():
        office.page.nav.select(name)
        QTest.qWait(0)
        button = office.page.nav.buttons[name]
        assert button.visibleRegion().boundingRect().height() == button.height(), name


def test_alt_goes_to_a_group_where_it_was_left_and_ctrl_page_down_to_the_neighbour(
    office: OfficeDriver,
) -> None:
    office.key(Qt.Key.Key_2, ALT)
    office.key(Qt.Key.Key_PageDown, CONTROL)
    assert office.page.section_id() == "categories"
    office.key(Qt.Key.Key_1, ALT)
    assert office.page.section_id() == "dashboard"
    office.key(Qt.Key.Key_2, ALT)
    assert office.page.section_id() == "categories"
    office.key(Qt.Key.Key_PageUp, CONTROL)
    assert office.page.section_id() == "products"


def test_the_arrows_go_from_head_to_head_and_enter_opens_a_group(office: OfficeDriver) -> None:
    office.page.nav.buttons["dashboard"].setFocus()
    for _ in range(3):
        office.key(Qt.Key.Key_Down)
    office.key(Qt.Key.Key_Space)
    assert "invoices" in visible(office)
    office.key(Qt.Key.Key_Up)
    office.key(Qt.Key.Key_Space)
    assert "orders" in visible(office)


def test_few_pages_are_listed_without_groups(make_office: MakeOffice) -> None:
    office = make_office("cashier")
    assert visible(office) == office.page.section_ids()


def test_the_palette_finds_a_product_and_opens_it(office: OfficeDriver) -> None:
    office.key(Qt.Key.Key_K, CONTROL)
    office.type("coffee")
    palette = office.page.panel()
    assert isinstance(palette, Palette)
    office.bot.waitUntil(lambda: palette.list.count() == 1)
    office.key(Qt.Key.Key_Return)
    office.settle()
    assert office.page.section_id() == "products"
    assert office.open_panel is not None
    assert office.open_panel.title() == "Coffee beans 1 kg"


def test_enter_before_the_answers_are_there_waits_for_them(office: OfficeDriver) -> None:
    office.key(Qt.Key.Key_K, CONTROL)
    palette = office.page.panel()
    assert isinstance(palette, Palette)
    palette.line.setText("coffee")  # at once: no query can be answered before the key
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    office.settle()
    assert office.open_panel is not None
    assert office.open_panel.title() == "Coffee beans 1 kg"


def test_a_number_typed_whole_goes_before_what_only_resembles_it(office: OfficeDriver) -> None:
    sold = office.shop.sell(office.shop.cart("MILK"), office.shop.open_shift())
    with office.shop.runtime.factory.read() as connection:
        milk = connection.execute(select(product).where(product.c.sku == "MILK")).one()
    like = ProductDetails(f"Copy of {sold.number}", milk.category_id, milk.tax_class_id, sku="COPY")
    office.shop.runtime.run(create_product, actor=SYSTEM_ACTOR, details=like)
    office.key(Qt.Key.Key_K, CONTROL)
    office.type(sold.number)
    palette = office.page.panel()
    assert isinstance(palette, Palette)
    office.bot.waitUntil(lambda: palette.list.count() == 2)
    assert palette.list.current().startswith("sales:")
    office.key(Qt.Key.Key_Return)
    office.settle()
    assert office.page.section_id() == "sales"


def test_what_was_changed_is_asked_about_before_the_office_is_left(office: OfficeDriver) -> None:
    section = office.go("products")
    assert isinstance(section, ProductsSection)
    editor = section.open_product(office.shop.products["MILK"])
    office.settle()
    editor.form.name.setText("Milk, fresh")
    left: list[int] = []
    office.page.closed.connect(lambda: left.append(1))
    office.page.leave()
    office.page.go("customers")
    assert left == []
    assert office.page.section_id() == "products"
    office.tap_text("Throw away")
    office.page.leave()
    assert left == [1]


def test_a_scan_on_any_page_shows_the_product(office: OfficeDriver) -> None:
    office.go("journal")
    barcode = office.shop.items["WINE"].barcode
    assert barcode is not None
    office.page.scanned(barcode)
    QTest.qWait(120)
    office.settle()
    section = office.page.section()
    assert isinstance(section, ProductsSection)
    assert [section.table.row(n).cells[0] for n in range(section.table.count())] == ["WINE"]


def walk(office: OfficeDriver) -> Iterator[tuple[str, QWidget]]:
    """Every page, and every page of the settings."""
    for name in office.page.section_ids():
        section = office.go(name)
        yield name, office.page
        if isinstance(section, SettingsSection):
            for page in section.page_ids():
                section.choose(page)
                office.settle()
                yield f"settings {page}", office.page
        if isinstance(section, ProductsSection):
            section.open_product(office.shop.products["COFFEE"])
            office.settle()
            yield "product", office.page
            office.key(Qt.Key.Key_Escape)


def in_chip_bar(button: QWidget) -> bool:
    """Chips scroll sideways."""
    parent = button.parentWidget()
    while parent is not None:
        if isinstance(parent, ChipBar):
            return True
        parent = parent.parentWidget()
    return False


NAMED = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QTabWidget)


def unnamed(root: QWidget) -> list[str]:
    """Controls on the screen that a screen reader could not name."""
    found = []
    for kind in NAMED:
        for part in root.findChildren(kind):
            words = part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")
            inner = part.objectName().startswith("qt_") or isinstance(part.parent(), QComboBox)
            if part.isVisible() and not inner and not words and type(part).__name__ != "QComboBoxListView":
                found.append(f"{type(part).__name__} in {type(part.parent()).__name__}")
    return found


def test_every_control_on_every_page_has_a_name(office: OfficeDriver) -> None:
    for name, page in walk(office):
        assert unnamed(page) == [], name
    assert office.errors == []


@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits_into_the_window(make_office: MakeOffice, size: tuple[int, int]) -> None:
    office = make_office(size=size)
    for name, page in walk(office):
        assert (page.width(), page.height()) == size, name
        for button in page.findChildren(Button):
            if button.isVisible() and not in_chip_bar(button):
                right = button.mapTo(page, button.rect().bottomRight())
                assert right.x() < size[0], f"{name}: {button.text()}"


def test_in_a_small_window_the_navigation_shows_icons_only(make_office: MakeOffice) -> None:
    office = make_office(size=(1024, 768))
    button = office.page.nav.buttons["products"]
    assert button.text() == ""
    assert button.accessibleName() == "Products"


def test_the_dark_theme_reaches_every_page(make_office: MakeOffice) -> None:
    office = make_office(theme="dark")
    for name, page in walk(office):
        picture = page.grab().toImage()
        # the ground at the lower left, where no page puts anything
        assert picture.pixelColor(4, picture.height() - 4).lightness() < 60, name
