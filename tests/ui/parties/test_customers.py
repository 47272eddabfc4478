"""Customers in the back office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.parties.queries import get_customer, search_customers
from app.till.cart import CartCustomer
from tests.ui.office_driver import OfficeDriver
from ui.parties.customer_editor import CustomerEditor
from ui.parties.customers_section import CustomersSection
from ui.reporting.sales_section import SalesSection

CONTROL = Qt.KeyboardModifier.ControlModifier


def customers(office: OfficeDriver) -> CustomersSection:
    section = office.go("customers")
    assert isinstance(section, CustomersSection)
    return section


def edit(office: OfficeDriver, name: str) -> CustomerEditor:
    editor = customers(office).open_customer(office.shop.parties[name])
    office.settle()
    return editor


def test_no_limit_nothing_on_account_and_a_limit_look_different(office: OfficeDriver) -> None:
    section = customers(office)
    limits = {section.table.row(n).cells[1]: section.table.row(n).cells[4] for n in range(3)}
    assert limits == {"Limited Ltd": "€50.00", "No Credit": "nothing on account", "Unlimited Ltd": "no limit"}


def test_search_finds_by_the_beginning_of_a_word(office: OfficeDriver) -> None:
    section = customers(office)
    section.search.setFocus()
    office.type("unl")
    assert [section.table.row(n).cells[1] for n in range(section.table.count())] == ["Unlimited Ltd"]


def test_a_new_customer_gets_a_number(office: OfficeDriver) -> None:
    customers(office)
    office.key(Qt.Key.Key_N, CONTROL)
    editor = office.panel(CustomerEditor)
    editor.name.setText("Ada Miller")
    editor.phone.setText("030 998877")
    office.key(Qt.Key.Key_S, CONTROL)
    found = office.shop.runtime.ask(search_customers, text="ada")
    assert [(c.name, c.number[0], c.credit_limit_minor) for c in found] == [("Ada Miller", "C", 0)]
    assert office.banner == "Ada Miller is saved."


def test_somebody_of_the_same_name_is_asked_about_and_can_be_made_all_the_same(office: OfficeDriver) -> None:
    customers(office)
    office.key(Qt.Key.Key_N, CONTROL)
    editor = office.panel(CustomerEditor)
    editor.name.setText("Limited Ltd")
    office.key(Qt.Key.Key_S, CONTROL)
    assert "may be the same customer" in editor.message()
    office.tap(editor.all_the_same)
    assert office.open_panel is None
    assert len(office.shop.runtime.ask(search_customers, text="limited")) == 2


def test_a_limit_is_changed_to_no_limit(office: OfficeDriver) -> None:
    names = {n.lower(): n for n in office.shop.parties}
    name = next(n for key, n in names.items() if key.startswith("lim"))
    editor = edit(office, name)
    assert editor.limit.value() == 5000
    editor.credit.choose("any")
    assert not editor.limit.isEnabled()
    office.key(Qt.Key.Key_S, CONTROL)
    view = office.shop.runtime.ask(get_customer, party_id=office.shop.parties[name])
    assert view.details.credit_limit_minor is None


def test_a_bad_address_is_refused_in_the_panel(office: OfficeDriver) -> None:
    editor = edit(office, next(iter(office.shop.parties)))
    editor.email.setText("nowhere")
    office.key(Qt.Key.Key_S, CONTROL)
    assert "nowhere" in editor.message()


def test_a_blocked_customer_leaves_the_list(office: OfficeDriver) -> None:
    edit(office, next(iter(office.shop.parties)))
    office.tap_text("Block")
    assert customers(office).table.count() == 2


def test_what_was_bought_and_what_is_open_is_shown(office: OfficeDriver) -> None:
    shop = office.shop
    name = next(n for n in shop.parties if n.lower().startswith("unl"))
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    cart = replace(cart, customer=CartCustomer(party_id=shop.parties[name], number="C1", name=name))
    sold = shop.sell(cart, shift, ("account", 1290), by="supervisor")
    editor = edit(office, name)
    assert [editor.sales.row(0).cells[0], editor.sales.row(0).cells[3]] == [sold.number, "€12.90"]
    assert editor.open_items.row(0).cells[4] == "€12.90"
    assert editor.owed.text() == "Owes €12.90"
    editor.sales.opened.emit(editor.sales.keys()[0])
    QTest.qWait(120)
    office.settle()
    section = office.page.section()
    assert isinstance(section, SalesSection)
    assert section.table.current() == str(sold.sale_id)


def test_a_birthday_and_who_brought_him_are_kept_with_a_customer(office: OfficeDriver) -> None:
    section = office.go("customers")
    assert isinstance(section, CustomersSection)
    section.open_customer(office.shop.parties["Limited Ltd"])
    office.settle()
    editor = office.panel(CustomerEditor)
    editor.born_on.set_value(date(1980, 3, 5))
    editor.referrer.setText("nobody")
    office.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "There is no customer NOBODY" in editor.message()
    friend = office.shop.runtime.ask(get_customer, party_id=office.shop.parties["Unlimited Ltd"])
    editor.referrer.setText(friend.details.number)
    office.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    kept = office.shop.runtime.ask(get_customer, party_id=office.shop.parties["Limited Ltd"]).details
    assert (kept.born_on, kept.referred_by) == (date(1980, 3, 5), friend.id)
    section.open_customer(office.shop.parties["Limited Ltd"])
    office.settle()
    assert office.panel(CustomerEditor).referrer.text() == friend.details.number
