"""The list of orders: sorted by its heads, filtered, with columns of one's own, kept as views."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.access.queries import list_roles
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from tests.ui.orders.test_orders_section import orders, rows
from ui.orders.orders_section import OrdersSection


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler, with four orders."""
    for customer, pieces in (("Unlimited Ltd", 3), ("Limited Ltd", 1), ("No Credit", 2)):
        trade.order(("MILK", pieces), customer=customer, requested_on=TODAY + timedelta(days=pieces))
    trade.draft(("MILK", 4))
    return make_office(local={"sound": "off"})


def tap_head(desk: OfficeDriver, section: OrdersSection, key: str) -> None:
    """Tap the head of a column."""
    place = [c.key for c in section.columns].index(key)
    header = section.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settle()


def totals(section: OrdersSection) -> list[str]:
    return [section.table.row(i).cells[-1] for i in range(section.table.count())]


def do(desk: OfficeDriver, section: OrdersSection, words: str) -> None:
    """Choose from the menu of views."""
    _words, work, possible = next(act for act in section.views.acts() if act[0] == words)
    assert possible
    work()
    desk.settle()


def test_a_tap_on_a_head_sorts_and_a_second_one_turns_it(desk: OfficeDriver) -> None:
    section = orders(desk)
    tap_head(desk, section, "total")
    assert totals(section) == ["€1.07", "€2.14", "€3.21", "€4.28"]
    tap_head(desk, section, "total")
    assert totals(section) == ["€4.28", "€3.21", "€2.14", "€1.07"]
    tap_head(desk, section, "customer")
    assert [section.table.row(i).cells[1] for i in range(4)] == [
        "Limited Ltd", "No Credit", "Unlimited Ltd", "Unlimited Ltd",
    ]  # fmt: skip
    assert section.views.choice.currentText() == "Standard view *"


def test_filters_narrow_and_the_button_tells_how_many(desk: OfficeDriver) -> None:
    section = orders(desk)
    desk.tap(section.filter_button)
    section.filters.least.setFocus()
    desk.type("2")
    section.filters.wanted_by.setFocus()
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up)
    desk.bot.waitUntil(lambda: not section.filters._rest.isActive())
    desk.settle()
    assert totals(section) == ["€2.14"]
    assert section.filter_button.text() == "Filter 2"
    desk.tap(section.filters.clear_button)
    desk.bot.waitUntil(lambda: not section.filters._rest.isActive())
    desk.settle()
    assert len(totals(section)) == 4


def test_a_view_is_kept_marked_when_modified_and_opens_the_list(
    desk: OfficeDriver, make_office: MakeOffice
) -> None:
    section = orders(desk)
    desk.tap_text("To pick 2")
    tap_head(desk, section, "total")
    shown = {act.text(): act for act in section.columns_menu().actions()}
    shown["Paid"].setChecked(False)
    shown["Wanted on"].setChecked(True)
    do(desk, section, "Save as a new view")
    desk.tap(section.views.saving.yes)
    assert section.views.saving.message.text() == "A view needs a name. Enter it."
    desk.tap(section.views.saving.default)
    section.views.saving.name.setFocus()
    desk.type("Small first")
    desk.key(Qt.Key.Key_Return)
    assert section.views.choice.currentText() == "Small first"
    desk.tap_text("All")
    assert section.views.choice.currentText() == "Small first *"
    do(desk, section, "As it was saved")
    assert section.stage() is not None
    tap_head(desk, section, "total")
    do(desk, section, "Save this view")
    assert section.views.choice.currentText() == "Small first"
    other = orders(make_office(local={"sound": "off"}))
    assert totals(other) == ["€3.21", "€1.07"]
    assert other.views.choice.currentText() == "Small first"
    assert other.table.isColumnHidden([c.key for c in other.columns].index("payment"))
    do(desk, section, "Delete this view")
    assert section.views.choice.currentText() == "Standard view"
    assert len(rows(section)) == 4


def test_a_view_for_a_role_is_offered_to_who_has_it_and_only_the_manager_changes_it(
    desk: OfficeDriver, trade: Wholesale, make_office: MakeOffice
) -> None:
    section = orders(desk)
    desk.tap_text("To pick 2")
    do(desk, section, "Save as a new view")
    name = next(r.name for r in trade.ask(list_roles) if r.code == "office")
    section.views.saving.whose.setCurrentText(f"For the role {name}")
    section.views.saving.name.setFocus()
    desk.type("Morning")
    desk.key(Qt.Key.Key_Return)
    office = make_office("office", local={"sound": "off"})
    other = orders(office)
    other.views.choice.setCurrentIndex(1)
    other.views.choice.activated.emit(1)
    office.settle()
    assert other.views.choice.currentText() == "Morning (role)"
    assert len(rows(other)) == 2
    assert [words for words, _work, possible in other.views.acts() if possible] == ["Save as a new view"]
