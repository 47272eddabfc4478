"""Labels are chosen, looked at and printed in the window."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt

from app.devices.label import Label
from app.devices.ports import PrintOutcome
from app.kernel.permission import SYSTEM_ACTOR
from app.pricing.operations import set_price
from tests.ui.office_driver import OfficeDriver
from ui.pricing.labels_page import LabelsPage
from ui.pricing.prices_section import PricesSection


class Roll:
    """A label printer that remembers."""

    def __init__(self) -> None:
        self.labels: list[Label] = []

    def print_labels(self, labels: list[Label]) -> PrintOutcome:
        self.labels.extend(labels)
        return PrintOutcome.SENT

    def close(self) -> None:
        """Nothing to close."""


def labels_page(office: OfficeDriver) -> LabelsPage:
    section = office.go("prices")
    assert isinstance(section, PricesSection)
    section.choose("labels")
    office.settle()
    page = section.page()
    assert isinstance(page, LabelsPage)
    return page


def listed(page: LabelsPage) -> list[tuple[str, ...]]:
    return [page.table.row(place).cells for place in range(page.table.count())]


def test_goods_are_scanned_shown_on_a_sheet_and_then_only_changed_prices_come_again(
    office: OfficeDriver,
) -> None:
    page = labels_page(office)
    assert page.empty.isVisible()
    page.scanned("400000000046")
    office.settle()
    page.scanned("400000000046")
    office.settle()
    page.field.text.setText("MILK")
    page.field.text.setFocus()
    office.key(Qt.Key.Key_Return)
    assert [(row[0], row[5]) for row in listed(page)] == [("WINE", "2"), ("MILK", "1")]
    assert page.told.text() == "3 label(s)"
    page.paper.choose("5x13")
    page.first_place.setValue(64)
    office.tap(page.print_button)
    assert page.paper_over.isVisible()
    assert page.paper_over.pages == 2
    office.key(Qt.Key.Key_Escape)
    assert not page.paper_over.isVisible()
    assert [row[2] for row in listed(page)] == ["7.99", "1.19"]
    office.tap(page.clear_button)
    office.tap(page.changed_button)
    assert "Every label says" in office.banner
    office.shop.runtime.run(
        set_price, actor=SYSTEM_ACTOR, price_list_id=office.shop.price_list_id, price_minor=749,
        product_id=office.shop.products["WINE"],
    )  # fmt: skip
    office.tap(page.changed_button)
    assert listed(page) == [("WINE", "Red wine", "7.99", "7.49", "", "1")]


def test_a_category_goes_to_the_label_printer_in_wanted_numbers(office: OfficeDriver) -> None:
    roll = Roll()
    office.devices.labels = roll  # type: ignore[assignment]
    page = labels_page(office)
    page.paper.choose("roll")
    assert not page.first_place.isEnabled()
    office.tap(page.category_button)
    assert page.table.count() == 6
    page.table.select(str(office.shop.products["WINE"]))
    page.count.setValue(4)
    page.day.setDate(QDate(2026, 3, 9))
    office.settle()
    office.tap(page.print_button)
    assert sorted(x.copies for x in roll.labels) == [1, 1, 1, 1, 1, 4]
    assert office.banner == "9 label(s) printed."
