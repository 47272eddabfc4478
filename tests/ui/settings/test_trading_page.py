"""Returns, cards and points are set in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from app.loyalty.rules import Program, Tier
from app.till.operations.trading_rules import TradingRules, trading_rules_of
from tests.ui.office_driver import OfficeDriver
from ui.settings.settings_section import SettingsSection
from ui.settings.trading_page import TradingPage
from ui.widgets.form import NumberBox


def _page(office: OfficeDriver) -> TradingPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.show_item("trading")
    office.settle()
    page = section.stack.currentWidget()
    assert isinstance(page, TradingPage)
    return page


def _tier(page: TradingPage) -> tuple[QLineEdit, NumberBox, NumberBox]:
    """A new line for a tier."""
    name, start, bonus = page.tiers.add_line()
    assert isinstance(name, QLineEdit)
    assert isinstance(start, NumberBox)
    assert isinstance(bonus, NumberBox)
    return name, start, bonus


def test_the_rules_are_kept_and_the_till_knows_them_at_once(office: OfficeDriver) -> None:
    page = _page(office)
    page.days.setValue(14)
    page.card_cash.setChecked(True)
    page.loose_cash.setChecked(False)
    page.months.setValue(36)
    page.per_unit.setValue(1)
    page.value.setText("0.05")
    name, start, bonus = _tier(page)
    name.setText("Silver")
    start.setValue(500)
    bonus.setValue(10)
    page.touch()
    office.tap_text("Save")
    program = Program(1, 5, (Tier("Silver", 500, 1000),))
    wanted = TradingRules(14, card_in_cash=True, voucher_months=36, program=program)
    assert trading_rules_of(office.services.context.settings) == wanted
    again = _page(office)
    assert (again.days.value(), again.value.value()) == (14, 5)


def test_tiers_that_do_not_rise_are_refused_in_the_page(office: OfficeDriver) -> None:
    page = _page(office)
    for points in (500, 100):
        name, start, _bonus = _tier(page)
        name.setText("Tier")
        start.setValue(points)
    page.touch()
    office.tap_text("Save")
    assert "tiers rise" in page.message.text()
