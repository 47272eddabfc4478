"""What holds in every panel of taxes, price lists and tills: names, room, keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.office.test_office_page import unnamed
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.settings.page import SettingsPage
from ui.settings.price_lists_page import PriceListsPage
from ui.settings.settings_section import SettingsSection
from ui.settings.taxes_page import TaxesPage
from ui.settings.tills_page import TillsPage
from ui.widgets.button import Button

SIZES = ((1024, 768), (1366, 768))


def page_of(office: OfficeDriver, page_id: str) -> SettingsPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose(page_id)
    office.settle()
    page = section.page()
    assert page is not None
    return page


def walk(office: OfficeDriver) -> Iterator[tuple[str, QWidget]]:
    """Open every panel, yield it, and leave it by Esc."""
    for page_id in ("taxes", "price_lists", "tills"):
        page = page_of(office, page_id)
        for name, show in openers(page):
            show()
            office.settle()
            panel = office.open_panel
            assert panel is not None, name
            yield f"{page_id} {name}", panel
            office.key(Qt.Key.Key_Escape)
            assert office.open_panel is None, name


def openers(page: SettingsPage) -> list[tuple[str, Callable[[], object]]]:
    if isinstance(page, TaxesPage):
        its_class = page._classes[0]
        return [
            ("new class", page.new_class.click), ("class", lambda: page.edit_class(its_class)),
            ("new tax", page.new_tax.click), ("tax", lambda: page.change(its_class.taxes[0])),
        ]  # fmt: skip
    assert isinstance(page, (PriceListsPage, TillsPage))
    return [("new", page.new_button.click), ("row", lambda: page.table.opened.emit(page.table.row(0).key))]


def test_every_control_has_a_name_and_the_keyboard_is_in_the_panel(office: OfficeDriver) -> None:
    seen = []
    for name, panel in walk(office):
        seen.append(name)
        assert unnamed(panel) == [], name
        focus = QApplication.focusWidget()
        assert focus is not None, name
        assert panel.isAncestorOf(focus), name
    assert len(seen) == 8
    assert office.errors == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_panel_fits_into_the_window(
    make_office: MakeOffice, size: tuple[int, int], locale: str
) -> None:
    office = make_office(size=size, locale=locale)
    for name, panel in walk(office):
        assert (office.page.width(), office.page.height()) == size, name
        for button in panel.findChildren(Button):
            if button.isVisible():
                corner = button.mapTo(office.page, button.rect().bottomRight())
                assert corner.x() < size[0], f"{name}: {button.text()}"
                assert corner.y() < size[1], f"{name}: {button.text()}"
                assert button.width() >= button.minimumSizeHint().width() - 12, f"{name}: {button.text()}"


def test_the_list_keeps_its_row_and_the_keyboard_after_a_panel(office: OfficeDriver) -> None:
    page = page_of(office, "taxes")
    assert isinstance(page, TaxesPage)
    last = page.table.row(page.table.count() - 1).key
    page.table.select(last)
    page.add_tax()
    office.settle()
    office.key(Qt.Key.Key_Escape)
    assert page.table.current() == last
    assert page.table.hasFocus()
