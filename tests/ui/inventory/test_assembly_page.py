"""Assembly in the stock pages: scanned, booked, looked at, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.assembly.states import AssemblyKind
from app.catalog.states import ProductKind
from app.inventory.queries import on_hand
from tests.integration.till.kits import make_kit
from tests.ui.office_driver import OfficeDriver, make_office, office
from ui.inventory.assembly_area import AssemblyArea
from ui.inventory.assembly_panel import AssemblyPanel
from ui.inventory.assembly_view import AssemblyView
from ui.inventory.stock_page import ASSEMBLY, StockPage

__all__ = ["make_office", "office"]


@pytest.fixture
def bakery(office: OfficeDriver) -> AssemblyArea:
    """The page, and a cake of one coffee and half a kilogram of apples."""
    make_kit(office.shop, "CAKE", 2500, ("COFFEE", 1000), ("APPLE", 500), kind=ProductKind.COUNTED)
    page = office.go("stock")
    assert isinstance(page, StockPage)
    page.choose(ASSEMBLY)
    office.settle()
    area = page.area()
    assert isinstance(area, AssemblyArea)
    return area


def there(office: OfficeDriver, sku: str) -> int:
    """What is on hand of a product."""
    found: int = office.shop.runtime.ask(
        on_hand, product_id=office.shop.products[sku], location_id=office.shop.locations["SHOP"]
    )
    return found


def test_a_product_is_scanned_and_put_together(office: OfficeDriver, bakery: AssemblyArea) -> None:
    office.page.scanned("CAKE")
    office.settle()
    panel = office.panel(AssemblyPanel)
    assert panel.there.text() == "What is there makes 100\N{NO-BREAK SPACE}pc."
    office.page.scanned("CAKE")
    office.settle()
    assert panel.quantity.value() == 2000
    panel.quantity.set_value(4000)
    assert [panel.table.row(n).cells[3] for n in range(2)] == [
        "4\N{NO-BREAK SPACE}pc", "2\N{NO-BREAK SPACE}kg",
    ]  # fmt: skip
    office.key(Qt.Key.Key_F10)
    assert there(office, "CAKE") == 4000
    assert there(office, "COFFEE") == 96_000
    assert bakery.table.row(0).cells[0] == "Put together"
    assert office.open_panel is None


def test_more_than_the_parts_make_is_said_in_place(office: OfficeDriver, bakery: AssemblyArea) -> None:
    panel = bakery.work(AssemblyKind.BUILD)
    panel.scanned("CAKE")
    office.settle()
    panel.quantity.set_value(500_000)
    office.tap(panel.finish_button)
    assert "are needed and" in panel.message()
    assert there(office, "CAKE") == 0


def test_what_was_done_is_opened_and_taken_back(office: OfficeDriver, bakery: AssemblyArea) -> None:
    bakery.scanned("CAKE")
    office.settle()
    office.key(Qt.Key.Key_F10)
    office.tap(bakery.apart_button)
    panel = office.panel(AssemblyPanel)
    panel.scanned("CAKE")
    office.settle()
    office.key(Qt.Key.Key_F10)
    assert there(office, "CAKE") == 0
    assert there(office, "COFFEE") == 100_000
    bakery.open(bakery.table.row(1).key)
    office.settle()
    view = office.panel(AssemblyView)
    assert view.table.count() == 2
    office.tap(view.undo_button)
    office.tap(view.asking.yes)
    assert "of “Cake” are needed" in view.message()  # it is apart already
    office.key(Qt.Key.Key_Escape)
    bakery.open(bakery.table.row(0).key)
    office.settle()
    view = office.panel(AssemblyView)
    office.tap(view.undo_button)
    office.tap(view.asking.yes)
    assert there(office, "CAKE") == 1000
    assert [bakery.table.row(n).cells[0] for n in range(3)] == ["Takes back", "Taken back", "Put together"]


def test_a_product_of_nothing_is_refused_at_the_scan(office: OfficeDriver, bakery: AssemblyArea) -> None:
    bakery.scanned("MILK")
    office.settle()
    assert office.panel(AssemblyPanel).message().startswith("Nobody has said what Milk")
