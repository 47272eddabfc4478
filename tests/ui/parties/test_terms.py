"""Addresses, contacts, terms and taxes of a customer, by clicks; terms of payment in the settings."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate

from app.organisation.queries import find_setting
from app.parties.queries import get_customer
from app.terms.calendar import get_banking_days
from app.terms.queries import get_terms, list_addresses, list_contacts, list_payment_terms, postal_address
from app.terms.rules import TermLine
from app.terms.states import LatePolicy, TaxTreatment
from app.terms.tax_rules import find_tax_rule
from tests.factories.shop import Shop
from tests.ui.office_driver import MakeOffice, OfficeDriver
from tests.ui.parties.test_customers import edit
from ui.parties.customer_editor import CustomerEditor
from ui.settings.settings_section import SettingsSection
from ui.settings.terms_page import TermEditor, TermsPage

NAME = "Limited Ltd"


def test_addresses_and_people_are_kept_and_an_address_has_a_country(office: OfficeDriver) -> None:
    party_id = office.shop.parties[NAME]
    editor = edit(office, NAME)
    page = editor.addresses
    editor.tabs.setCurrentWidget(page)
    office.settle()
    page.street.setText("Dock 4")
    page.city.setText("Hamburg")
    office.tap(page.keep_button)
    assert page.message.text().startswith("The address has no country.")
    page.country.setText("de")
    page.default.setChecked(True)
    office.tap(page.keep_button)
    office.tap(page.new_button)
    page.kind.choose("billing")
    page.street.setText("Office Street 1")
    page.city.setText("Kiel")
    page.country.setText("DE")
    office.tap(page.keep_button)
    found = office.shop.runtime.ask(list_addresses, party_id=party_id)
    assert {(a.kind, a.street, a.is_default) for a in found} == {
        ("delivery", "Dock 4", True), ("billing", "Office Street 1", False),
    }  # fmt: skip
    printed = office.shop.runtime.ask(postal_address, party_id=party_id, kind="delivery")
    assert (printed["street"], printed["country"]) == ("Dock 4", "DE")
    page.street.setText("Office Street 2")
    office.tap(page.keep_button)
    office.tap(page.remove_button)
    assert [a.street for a in office.shop.runtime.ask(list_addresses, party_id=party_id)] == ["Dock 4"]

    # contacts likewise
    contacts_are_kept_changed_and_removed(office, editor, party_id)


def contacts_are_kept_changed_and_removed(
    office: OfficeDriver, editor: CustomerEditor, party_id: int
) -> None:
    page = editor.contacts
    editor.tabs.setCurrentWidget(page)
    office.settle()
    page.name.setText("Ms Miller")
    page.email.setText("miller")
    office.tap(page.keep_button)
    assert page.message.text().startswith("“miller” is no e-mail address.")
    page.email.setText("miller@example.com")
    office.tap(page.keep_button)
    page.role.setText("Accounts")
    office.tap(page.keep_button)
    found = office.shop.runtime.ask(list_contacts, party_id=party_id)
    assert [(c.name, c.role, c.email) for c in found] == [("Ms Miller", "Accounts", "miller@example.com")]
    office.tap(page.remove_button)
    assert office.shop.runtime.ask(list_contacts, party_id=party_id) == []


def test_terms_and_taxes_are_agreed_on_one_page(office: OfficeDriver) -> None:
    party_id = office.shop.parties[NAME]
    editor = edit(office, NAME)
    page = editor.terms
    editor.tabs.setCurrentWidget(page)
    office.settle()
    page.late.choose(LatePolicy.NO_SALE.value)
    page.language.choose("de")
    page.delivery.setText("DAP Kiel")
    page.treatment.choose(TaxTreatment.EXEMPT.value)
    office.tap(page.save_button)
    assert page.message.text() == "An exemption needs the number of its certificate. Enter it."
    page.certificate.setText("F 77")
    page.limited.setChecked(True)
    page.until.setDate(QDate(2026, 12, 31))
    office.tap(page.save_button)
    terms = office.shop.runtime.ask(get_terms, party_id=party_id)
    assert (terms.late_policy, terms.language, terms.delivery_terms) == (LatePolicy.NO_SALE, "de", "DAP Kiel")
    rule = office.shop.runtime.ask(find_tax_rule, party_id=party_id)
    assert (rule.treatment, rule.certificate, rule.valid_until) == (
        TaxTreatment.EXEMPT, "F 77", date(2026, 12, 31),
    )  # fmt: skip
    assert office.banner.startswith("The terms are saved.")


def test_a_wrong_vat_number_is_told_and_a_right_one_kept(office: OfficeDriver) -> None:
    editor = edit(office, NAME)
    editor.tax_number.setText("DE136695978")
    office.tap(editor.save_button)
    assert editor.message().startswith("“DE136695978” is no VAT number of DE")
    editor.tax_number.setText("DE 136 695 976")
    office.tap(editor.save_button)
    kept = office.shop.runtime.ask(get_customer, party_id=office.shop.parties[NAME])
    assert kept.details.tax_number == "DE136695976"


def test_who_may_not_set_credit_terms_sees_them_switched_off(make_office: MakeOffice, ui_shop: Shop) -> None:
    office = make_office("cashier")
    editor = edit(office, NAME)
    assert not editor.credit.isEnabled()
    assert not editor.limit.isEnabled()
    editor.tabs.setCurrentWidget(editor.terms)
    assert not editor.terms.late.isEnabled()
    assert editor.tabs.indexOf(editor.personal) == -1  # nor may he merge, export or erase
    assert editor.terms.language.isEnabled()


@pytest.fixture
def page(office: OfficeDriver) -> TermsPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("terms")
    office.settle()
    shown = section.page()
    assert isinstance(shown, TermsPage)
    return shown


def test_a_term_with_instalments_day_rules_and_discount(office: OfficeDriver, page: TermsPage) -> None:
    office.tap(page.new_button)
    editor = office.panel(TermEditor)
    editor.code.setText("thirds")
    editor.name.setText("In two parts")
    first, second = editor.parts[0], editor.parts[1]
    first.share.setText("40 %")
    first.days.setValue(10)
    assert editor.sample.text() == "60% are still missing."
    office.tap(editor.save_button)
    assert editor.message() == "The instalments come to 40 %, not to 100 %. Change the shares."
    second.share.setText("60 %")
    second.month_end.setChecked(True)
    second.days.setValue(15)
    editor.discount.setText("2 %")
    editor.discount_days.setValue(8)
    assert "€400.00 Mar 12, 2026 · €600.00 Apr 15, 2026" in editor.sample.text()
    office.tap(editor.save_button)
    term = office.shop.runtime.ask(list_payment_terms)[0]
    assert term.lines == (TermLine(4000, 0, 10), TermLine(6000, 0, 15, None, from_month_end=True))
    assert page.table.row(0).cells == ("thirds", "In two parts", "2", "2% within 8 day(s)", "yes")
    again = page.edit(term)
    office.settle()
    again.active.setChecked(False)
    office.tap(again.save_button)
    assert not office.shop.runtime.ask(list_payment_terms)[0].active


def test_banking_days_and_the_amount_that_waits_for_approval(office: OfficeDriver, page: TermsPage) -> None:
    page.banking.setChecked(True)
    page.calendar.setText("XX")
    office.tap(page.save_button)
    assert page.message.text().startswith("No holidays are known for “XX”.")
    page.calendar.setText("de-by")
    page.approval.setText("500")
    office.tap(page.save_button)
    days = office.shop.runtime.ask(get_banking_days)
    assert (days.on, days.calendar) == (True, "DE-BY")
    assert office.shop.runtime.ask(find_setting, name="orders.approval_minor") == 50_000
