"""Rates of foreign currencies: entered in the settings, taken by the next document."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.terms.queries import list_rates, rate_on
from tests.factories.shop import TODAY
from tests.ui.office_driver import OfficeDriver
from ui.settings.rates_page import RateEditor, RatesPage
from ui.settings.settings_section import SettingsSection


def test_a_rate_is_typed_listed_and_taken_from_its_day_on(office: OfficeDriver) -> None:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("rates")
    office.settle()
    page = section.page()
    assert isinstance(page, RatesPage)
    assert page.empty.isVisible()
    office.tap(page.new_button)
    editor = office.panel(RateEditor)
    office.type("us")
    editor.rate.setFocus()
    office.type("0")
    office.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert editor.message() == "A rate needs a currency of three letters and must be above 0."
    editor.currency.setText("jpy")
    editor.rate.setFocus()
    office.type("0.0061")
    office.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.table.row(0).cells == ("JPY", "Mar 2, 2026", "1 JPY = 0.0061 EUR")
    kept = office.shop.runtime.ask(list_rates)
    assert [(x.currency, x.rate_micro) for x in kept] == [("JPY", 610_000)]
    found = office.shop.runtime.ask(rate_on, currency="JPY", company_currency="EUR", on=TODAY)
    assert found == 610_000
