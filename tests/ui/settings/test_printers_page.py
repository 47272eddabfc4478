"""The plan of the printers is made in the settings, tested there, and used from the next paper on."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QLineEdit

from app.printing.rules import PLAN_SETTING, MorePrinter, PrintPlan, SlipRule, plan_of
from drivers.printer.virtual_printer import VirtualPrinter
from tests.ui.office_driver import OfficeDriver
from ui.settings.printers_page import PrintersPage
from ui.settings.settings_section import SettingsSection


def printers_page(office: OfficeDriver) -> PrintersPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("printers")
    office.settle()
    page = section.page()
    assert isinstance(page, PrintersPage)
    return page


def add(office: OfficeDriver, page: PrintersPage, name: str, address: str) -> None:
    office.tap(page.printers.add_button)
    fields = page.printers.lines()[-1]
    cast("QLineEdit", fields[0]).setText(name)
    cast("QLineEdit", fields[1]).setText(address)


def test_a_printer_is_added_gets_papers_and_slips_and_is_tested(office: OfficeDriver) -> None:
    page = printers_page(office)
    add(office, page, "Kitchen", "virtual:")
    page.kinds["x_report"].choose("Kitchen")
    page.own_fallback.choose("Kitchen")
    category = office.shop.category_id
    page.tick("Kitchen", category).click()
    office.tap(page.save_button)
    wanted = PrintPlan(
        (MorePrinter("Kitchen", "virtual:"),), {"x_report": "Kitchen"}, (SlipRule("Kitchen", (category,)),),
        "Kitchen",
    )  # fmt: skip
    assert plan_of(office.shop.context().settings) == wanted
    assert not page.dirty
    page.test_choice.choose("Kitchen")
    office.tap(page.test_button)
    printers = office.services.printers
    assert printers is not None
    kitchen = printers.printer("Kitchen")
    assert isinstance(kitchen, VirtualPrinter)
    assert [p.paper.title for p in kitchen.papers] == ["Test page"]
    sold = office.shop.sell(office.shop.cart("MILK"), office.shop.open_shift())
    office.settle()
    assert [p.paper.title for p in kitchen.papers][1:] == [f"To prepare {sold.number}"]


def test_an_address_that_is_none_is_told_and_the_old_plan_stays(office: OfficeDriver) -> None:
    page = printers_page(office)
    add(office, page, "Kitchen", "kitchen")
    office.tap(page.save_button)
    assert page.message.text()
    assert PLAN_SETTING not in office.shop.context().settings
    assert office.services.printers is not None
    assert office.services.printers.plan == PrintPlan()


def test_two_printers_of_one_name_are_refused(office: OfficeDriver) -> None:
    page = printers_page(office)
    add(office, page, "Kitchen", "virtual:")
    add(office, page, "Kitchen", "none:")
    office.tap(page.save_button)
    assert "name of its own" in page.message.text()
