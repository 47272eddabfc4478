"""The settings: the shop's in the database, this machine's in its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.operations import sign_in
from app.access.queries import list_roles, list_users
from app.kernel.permission import SYSTEM_ACTOR, Permission
from app.organisation.queries import find_setting, get_company, get_till
from drivers.printer.virtual_printer import VirtualPrinter
from tests.ui.conftest import PEPPER
from tests.ui.office_driver import MakeOffice, OfficeDriver, S
from ui.settings.about_page import AboutPage
from ui.settings.appearance_page import AppearancePage
from ui.settings.backup_page import BackupPage
from ui.settings.company_page import CompanyPage
from ui.settings.devices_page import DevicesPage, shown_code
from ui.settings.keys_page import KeyCapture, KeysPage
from ui.settings.page import SettingsPage
from ui.settings.roles_page import RoleEditor, RolesPage, permission_texts
from ui.settings.scanner_page import ScannerPage
from ui.settings.settings_section import SettingsSection
from ui.settings.tills_page import TillsPage
from ui.settings.users_page import UserEditor, UsersPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def settings(office: OfficeDriver, kind: type[S], page_id: str) -> S:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose(page_id)
    office.settle()
    page = section.page()
    assert isinstance(page, kind)
    return page


def test_the_company_is_saved_and_the_next_receipt_follows(office: OfficeDriver) -> None:
    page = settings(office, CompanyPage, "company")
    page.texts["name"].setText("Corner Shop & Sons")
    page.footer.setPlainText("See you soon")
    office.tap(page.save_button)
    company = office.shop.runtime.ask(get_company)
    assert (company.name, company.receipt_footer) == ("Corner Shop & Sons", "See you soon")
    assert office.services.context.company.name == "Corner Shop & Sons"
    assert not page.dirty


def test_a_company_without_a_name_is_refused(office: OfficeDriver) -> None:
    page = settings(office, CompanyPage, "company")
    page.texts["name"].setText("  ")
    office.tap(page.save_button)
    assert page.message.text()
    assert office.shop.runtime.ask(get_company).name == "Corner Shop"


def test_leaving_a_page_with_changes_asks_first(office: OfficeDriver) -> None:
    page = settings(office, CompanyPage, "company")
    section = office.page.section()
    assert isinstance(section, SettingsSection)
    page.texts["city"].setText("Hamburg")
    section.choose("tills")
    assert section.page() is page
    assert section.question.isVisible()
    office.tap_text("Throw away")
    section.choose("tills")
    office.settle()
    assert isinstance(section.page(), TillsPage)
    assert office.shop.runtime.ask(get_company).city == "Berlin"


def test_the_limits_of_a_till_are_changed(office: OfficeDriver) -> None:
    page = settings(office, TillsPage, "tills")
    till = office.shop.runtime.ask(get_till, code="T01")
    editor = page.edit(till)
    editor.float_edit.set_value(15000)
    office.key(Qt.Key.Key_S, CONTROL)
    assert office.shop.runtime.ask(get_till, code="T01").default_float_minor == 15000
    assert office.services.context.till.default_float_minor == 15000


def test_a_new_user_can_sign_in(office: OfficeDriver) -> None:
    page = settings(office, UsersPage, "users")
    office.tap(page.new_button)
    editor = office.panel(UserEditor)
    editor.name.setText("Ben")
    editor.pin.setText("4826")
    editor.again.setText("4826")
    office.key(Qt.Key.Key_S, CONTROL)
    ben = next(u for u in office.shop.runtime.ask(list_users) if u.name == "Ben")
    answer = office.shop.runtime.run(
        sign_in, actor=SYSTEM_ACTOR, user_id=ben.id, pin="4826", pepper=PEPPER, station="T01", till_id=None
    )
    assert answer.actor is not None
    assert answer.actor.role == "cashier"


@pytest.mark.parametrize(
    ("pin", "again", "said"),
    [("4826", "4827", "not the same"), ("1234", "1234", "too easy"), ("12", "12", "too easy")],
)
def test_a_pin_that_will_not_do_is_one_sentence(
    office: OfficeDriver, pin: str, again: str, said: str
) -> None:
    page = settings(office, UsersPage, "users")
    office.tap(page.new_button)
    editor = office.panel(UserEditor)
    editor.name.setText("Ben")
    editor.pin.setText(pin)
    editor.again.setText(again)
    office.key(Qt.Key.Key_S, CONTROL)
    assert said in editor.message()


def test_the_last_manager_stays(office: OfficeDriver) -> None:
    page = settings(office, UsersPage, "users")
    editor = page.edit(page._users[str(office.shop.users["manager"])])
    editor.active.setChecked(False)
    office.key(Qt.Key.Key_S, CONTROL)
    assert "last who may manage users" in editor.message()


def test_a_locked_user_is_unlocked(office: OfficeDriver) -> None:
    user = office.shop.users["cashier"]
    for _ in range(3):
        office.shop.runtime.run(
            sign_in, actor=SYSTEM_ACTOR, user_id=user, pin="0000", pepper=PEPPER, station="T01", till_id=None
        )
    page = settings(office, UsersPage, "users")
    page.table.select(str(user))
    office.tap(page.unlock_button)
    found = next(u for u in office.shop.runtime.ask(list_users) if u.id == user)
    assert found.failed_attempts == 0


def test_a_supervisor_may_unlock_but_makes_no_users(make_office: MakeOffice) -> None:
    office = make_office("supervisor")
    page = settings(office, UsersPage, "users")
    assert page.unlock_button.isVisible()
    assert not page.new_button.isVisible()


def test_a_role_gets_another_limit_and_another_right(office: OfficeDriver) -> None:
    page = settings(office, RolesPage, "roles")
    role = next(r for r in page._roles.values() if r.code == "cashier")
    page.edit(role)
    editor = office.panel(RoleEditor)
    editor.line_limit.set_value(1500)
    editor.ticks[Permission.RETURN].setChecked(True)
    office.key(Qt.Key.Key_S, CONTROL)
    saved = next(r for r in office.shop.runtime.ask(list_roles) if r.code == "cashier")
    assert saved.line_discount_limit == 1500
    assert saved.permissions == role.permissions | {Permission.RETURN}


def test_a_discount_above_a_hundred_per_cent_is_refused(office: OfficeDriver) -> None:
    page = settings(office, RolesPage, "roles")
    editor = page.edit(next(iter(page._roles.values())))
    editor.sale_limit.set_value(10_100)
    office.key(Qt.Key.Key_S, CONTROL)
    assert "100" in editor.message()


def test_every_right_has_words() -> None:
    assert set(permission_texts()) == set(Permission) - {Permission.SYSTEM}


def test_another_address_is_used_at_once_and_kept_for_this_till(office: OfficeDriver) -> None:
    page = settings(office, DevicesPage, "devices")
    page.cards["printer"].edit.setText("virtual:?columns=32")
    office.tap(page.cards["printer"].use)
    assert office.devices.urls()["printer"] == "virtual:?columns=32"
    kept = office.shop.runtime.ask(find_setting, name="device.printer", scope="T01")
    assert kept == "virtual:?columns=32"


def test_an_address_that_is_none_is_one_sentence_and_the_old_device_stays(office: OfficeDriver) -> None:
    page = settings(office, DevicesPage, "devices")
    page.cards["printer"].edit.setText("carrier-pigeon:")
    office.tap(page.cards["printer"].use)
    assert "carrier-pigeon" in page.cards["printer"].text()
    assert office.devices.urls()["printer"] == "virtual:"
    assert office.shop.runtime.ask(find_setting, name="device.printer", scope="T01") is None


def test_the_test_button_prints_a_page_and_opens_the_drawer(office: OfficeDriver) -> None:
    page = settings(office, DevicesPage, "devices")
    printer = office.devices.printer
    assert isinstance(printer, VirtualPrinter)
    office.tap(page.cards["printer"].test)
    office.tap(page.cards["drawer"].test)
    assert [p.paper.title for p in printer.papers] == ["Test page"]
    assert printer.kicks == 1


def test_a_device_that_is_not_there_cannot_be_tested(office: OfficeDriver) -> None:
    page = settings(office, DevicesPage, "devices")
    office.tap(page.cards["display"].test)
    assert "There is none" in page.cards["display"].text()


def test_a_scan_on_the_page_of_the_devices_is_shown_and_looks_nothing_up(office: OfficeDriver) -> None:
    page = settings(office, DevicesPage, "devices")
    office.page.scanned("4006381333931")
    assert "4006381333931" in page.cards["scanner"].text()
    assert office.page.section_id() == "settings"


def test_control_signs_and_length_of_a_scan_do_no_harm() -> None:
    assert shown_code("01\x1d02\x00") == "01␝02�"
    assert len(shown_code("1" * 10_000)) < 130


def test_the_scanner_of_this_machine_is_set(office: OfficeDriver) -> None:
    page = settings(office, ScannerPage, "scanner")
    page.gap.setValue(60)
    page.prefix.setText("~")
    with office.bot.waitSignal(office.page.local_changed):
        page.save()
    assert office.services.local["scanner_gap_ms"] == 60
    assert office.services.local["scanner_prefix"] == "~"
    office.page.scanned("123")
    assert "123" in page.shown.text()


def keys(office: OfficeDriver) -> KeysPage:
    return settings(office, KeysPage, "keys")


def test_a_key_is_changed_by_pressing_it(office: OfficeDriver) -> None:
    page = keys(office)
    page.capture("park")
    panel = office.panel(KeyCapture)
    QTest.keyClick(panel.field, Qt.Key.Key_J, CONTROL)
    office.settle()
    assert office.open_panel is None
    office.tap(page.save_button)
    assert office.services.local["keys"] == {"park": "Ctrl+J"}


def test_a_key_that_is_taken_is_shown_and_not_saved(office: OfficeDriver) -> None:
    page = keys(office)
    for action in ("park", "recall"):
        page.capture(action)
        QTest.keyClick(office.panel(KeyCapture).field, Qt.Key.Key_J, CONTROL)
        office.settle()
    assert set(page.conflicts()) == {"recall"}
    office.tap(page.save_button)
    assert "Ctrl+J" in page.message.text()
    assert "keys" not in office.services.local


def test_keys_go_back_to_the_usual(make_office: MakeOffice) -> None:
    office = make_office(local={"keys": {"park": "Ctrl+J"}})
    page = keys(office)
    office.tap(page.reset)
    office.tap(page.save_button)
    assert office.services.local["keys"] == {}


def test_colours_change_at_once_and_size_from_the_next_start(office: OfficeDriver) -> None:
    page = settings(office, AppearancePage, "appearance")
    page.theme.choose("dark")
    page.zoom.choose(125)
    page.idle.setValue(3)
    with office.bot.waitSignal(office.page.theme_chosen) as chosen:
        page.save()
    assert chosen.args == ["dark"]
    assert (office.services.local["zoom"], office.services.local["idle_minutes"]) == (125, 3)
    assert "Start Takings again" in office.banner


def test_a_backup_is_made_and_stands_in_the_list(office: OfficeDriver, tmp_path: Path) -> None:
    def work(folder: Path) -> Path:
        folder.mkdir(exist_ok=True)
        path = folder / "takings-1.db"
        path.write_bytes(b"x" * 4096)
        return path

    office.page.back_up = work
    page = settings(office, BackupPage, "backup")
    assert page.empty.isVisible()
    office.tap(page.now)
    assert page.table.row(0).cells[0] == "takings-1.db"
    assert "takings-1.db" in office.banner


def test_a_backup_that_fails_is_one_sentence_and_can_be_tried_again(office: OfficeDriver) -> None:
    def work(folder: Path) -> Path:
        raise OSError(28, "No space left on device")

    office.page.back_up = work
    page = settings(office, BackupPage, "backup")
    office.tap(page.now)
    assert "could not be written" in office.banner
    assert page.now.isEnabled()


def test_the_page_about_names_versions_and_licences(office: OfficeDriver) -> None:
    page = settings(office, AboutPage, "about")
    text = page.licences.toPlainText()
    assert "sqlalchemy" in text.lower()
    assert "Open Font License" in text


def test_the_theme_of_the_office_follows(office: OfficeDriver, qapp: QApplication) -> None:
    with office.bot.waitSignal(office.page.theme_chosen) as chosen:
        office.tap_text("Light or dark")
    assert chosen.args == ["dark"]


def test_pages_are_pages(office: OfficeDriver) -> None:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    for name in section.page_ids():
        section.choose(name)
        office.settle()
        page = section.page()
        assert isinstance(page, SettingsPage)
        assert not page.dirty, name
