"""Plug-ins in the office: turned on by a manager, their report read, their orders taken in."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.ui.office_driver import OfficeDriver
from ui.orders.import_orders import ImportOrdersPanel
from ui.reporting.control_section import ControlSection
from ui.reporting.other_reports_page import OtherReportsPage
from ui.settings.plugins_page import PluginsPage
from ui.settings.settings_section import SettingsSection

EXAMPLES = Path(__file__).resolve().parents[3] / "docs" / "plugins" / "examples"


def plugins_page(office: OfficeDriver) -> PluginsPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("plugins")
    office.settle()
    page = section.page()
    assert isinstance(page, PluginsPage)
    return page


def reports_page(office: OfficeDriver) -> OtherReportsPage:
    section = office.go("control")
    assert isinstance(section, ControlSection)
    section.choose("others")
    office.settle()
    page = section.current()
    assert isinstance(page, OtherReportsPage)
    return page


def shown(page: PluginsPage) -> dict[str, str]:
    return {page.table.row(at).key: page.table.row(at).cells[1] for at in range(page.table.count())}


def test_a_manager_turns_a_report_on_reads_it_saves_it_and_is_told_when_its_file_changes(
    office: OfficeDriver, tmp_path: Path
) -> None:
    assert plugins_page(office).empty.isVisible()
    assert reports_page(office).empty.isVisible()
    shutil.copytree(EXAMPLES, tmp_path / "plugins")
    page = plugins_page(office)
    office.tap(page.again)
    assert set(shown(page).values()) == {"off"}
    page.table.select("sales_by_weekday")
    office.tap(page.on)
    assert shown(page)["sales_by_weekday"] == "on"
    assert page.table.row(len(shown(page)) - 1).cells == ("Weekdays", "on", "Receipts by day of the week")
    assert not page.on.isEnabled()
    report = reports_page(office)
    assert report.table is not None
    assert [report.table.row(at).cells[0] for at in (0, 6)] == ["Monday", "Sunday"]
    report.write_to(tmp_path / "days.csv")
    office.settle()
    assert (tmp_path / "days.csv").read_text(encoding="utf-8-sig").startswith("Day,Receipts\n")
    assert office.banner == "7 lines are in days.csv."
    with (tmp_path / "plugins" / "sales_by_weekday.py").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    page = plugins_page(office)
    assert shown(page)["sales_by_weekday"] == "changed, so off"
    page.table.select("sales_by_weekday")
    office.tap(page.off)
    assert shown(page)["sales_by_weekday"] == "off"
    assert office.errors == []


def test_a_file_that_changed_since_it_was_shown_is_not_turned_on(
    office: OfficeDriver, tmp_path: Path
) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "plugins")
    page = plugins_page(office)
    page.table.select("market_orders")
    (tmp_path / "plugins" / "market_orders.py").write_text("raise ValueError\n", encoding="utf-8")
    office.tap(page.on)
    assert page.message.text().startswith("The plug-in “market_orders” changed since it was looked at.")


def test_the_profile_of_a_plugin_takes_orders_in(office: OfficeDriver, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "plugins")
    page = plugins_page(office)
    page.table.select("market_orders")
    office.tap(page.on)
    file = tmp_path / "market.txt"
    file.write_text("M-1;ann@example.com;Ann Smith;COFFEE;2;12.90\n", encoding="utf-8")
    office.go("orders")
    office.tap_text("Import orders of a web shop")
    panel = office.panel(ImportOrdersPanel)
    panel.profile.choose("market")
    panel.open_file(file)
    office.tap(panel.start)
    assert panel.table.count() == 1
    assert panel.table.row(0).cells[0] == "M-1"
