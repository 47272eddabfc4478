"""Passwords and the second factor in the settings: the shop's rules, one's own, and help for who lost his."""

from __future__ import annotations

from base64 import b32decode

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import update

from app.access.office import enter_office, get_policy, office_needs
from app.access.one_time_codes import hotp, step_of
from app.access.own_sign_in import own_sign_in
from app.access.pins import hash_pin
from app.access.policy import AccessPolicy, save_policy
from app.access.tables import user_account
from app.kernel.permission import SYSTEM_ACTOR
from tests.factories.shop import Shop
from tests.ui.conftest import PEPPER, PINS
from tests.ui.office.test_office_page import unnamed
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.office.my_sign_in import MySignInPanel
from ui.settings.reset_panel import ResetPanel
from ui.settings.settings_section import SettingsSection
from ui.settings.sign_in_page import SignInPage
from ui.settings.users_page import UsersPage

FIRST = "tuba-kiwi-lampe"


@pytest.fixture(autouse=True)
def _pins(ui_shop: Shop) -> None:
    with ui_shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        for role, pin in PINS.items():
            uow.connection.execute(
                update(user_account).where(user_account.c.id == ui_shop.users[role]),
                {"pin_hash": hash_pin(pin, PEPPER)},
            )


def page_of(office: OfficeDriver, page_id: str) -> QWidget:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose(page_id)
    office.settle()
    page = section.page()
    assert page is not None
    return page


def fill(office: OfficeDriver, field: QWidget, text: str, *, enter: bool = False) -> None:
    assert field.isVisible()
    field.setFocus()
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)
    office.settle()


def my_sign_in(office: OfficeDriver) -> MySignInPanel:
    office.tap(office.page.me_button)
    panel = office.page.panel()
    assert isinstance(panel, MySignInPanel)
    office.settle()
    return panel


def set_policy(office: OfficeDriver, **values: object) -> None:
    policy = AccessPolicy(**values)  # type: ignore[arg-type]
    office.shop.runtime.run(save_policy, actor=office.shop.actor("manager"), policy=policy)


def test_the_shop_says_what_is_asked_for(office: OfficeDriver) -> None:
    page = page_of(office, "sign_in")
    assert isinstance(page, SignInPage)
    assert not page.password.isChecked()
    assert not page.roles["manager"].isEnabled()
    page.password.setChecked(True)
    page.length.setValue(12)
    page.idle.setValue(15)
    page.two_factor.setChecked(True)
    page.roles["manager"].setChecked(True)
    office.tap(page.save_button)
    assert office.shop.runtime.ask(get_policy) == AccessPolicy(
        password=True, length=12, idle_minutes=15, two_factor=True, code_roles=("manager",)
    )
    page.entered()
    office.settle()
    assert page.roles["manager"].isChecked()
    assert not page.roles["office"].isChecked()
    assert not page.dirty


def test_somebody_chooses_a_password_and_changes_it(office: OfficeDriver) -> None:
    panel = my_sign_in(office)
    me = office.shop.users["manager"]
    office.tap(panel.password_button)
    fill(office, panel.proof.secret, "0001", enter=True)
    fill(office, panel.password.new, FIRST)
    fill(office, panel.password.again, FIRST, enter=True)
    assert "Tries left" in panel.proof.message()
    fill(office, panel.proof.secret, PINS["manager"], enter=True)
    fill(office, panel.password.new, FIRST)
    fill(office, panel.password.again, FIRST, enter=True)
    assert panel.step() is panel.overview
    assert office.shop.runtime.ask(own_sign_in, user_id=me).has_password
    office.tap(panel.password_button)
    fill(office, panel.proof.secret, FIRST, enter=True)
    fill(office, panel.password.new, FIRST)
    fill(office, panel.password.again, FIRST, enter=True)
    assert "used this password before" in panel.password.message()
    office.key(Qt.Key.Key_Escape)
    assert office.page.panel() is None


def test_somebody_sets_up_the_app_and_switches_it_off(office: OfficeDriver) -> None:
    set_policy(office, two_factor=True)
    panel = my_sign_in(office)
    me = office.shop.users["manager"]
    office.tap(panel.code_button)
    fill(office, panel.proof.secret, PINS["manager"], enter=True)
    assert panel.step() is panel.app
    key = b32decode(panel.app.shown.text().replace(" ", ""))
    fill(office, panel.app.code, hotp(key, step_of(office.clock())), enter=True)
    assert panel.step() is panel.recovery
    assert len(panel.recovery.codes()) == 8
    office.tap(panel.recovery.button)
    assert panel.step() is panel.overview
    assert office.shop.runtime.ask(office_needs, user_id=me).code
    office.clock.advance(seconds=30)
    office.tap(panel.code_button)
    fill(office, panel.proof.secret, PINS["manager"])
    fill(office, panel.proof.code, hotp(key, step_of(office.clock())), enter=True)
    assert panel.step() is panel.overview
    assert not office.shop.runtime.ask(office_needs, user_id=me).code


def test_who_must_use_the_app_cannot_switch_it_off(office: OfficeDriver) -> None:
    set_policy(office, two_factor=True, code_roles=("manager",))
    panel = my_sign_in(office)
    office.tap(panel.code_button)
    fill(office, panel.proof.secret, PINS["manager"], enter=True)
    key = b32decode(panel.app.shown.text().replace(" ", ""))
    fill(office, panel.app.code, hotp(key, step_of(office.clock())), enter=True)
    office.tap(panel.recovery.button)
    assert not panel.code_button.isEnabled()


def test_a_manager_helps_somebody_back_in(office: OfficeDriver) -> None:
    set_policy(office, password=True)
    page = page_of(office, "users")
    assert isinstance(page, UsersPage)
    page.table.select(str(office.shop.users["manager"]))
    assert not page.help_button.isEnabled(), "nobody helps himself"
    page.table.select(str(office.shop.users["supervisor"]))
    office.tap(page.help_button)
    panel = office.panel(ResetPanel)
    office.tap(panel.password_button)
    handed = panel.shown.text()
    assert "shown only now" in panel.message()
    answer = office.shop.runtime.run(
        enter_office, actor=SYSTEM_ACTOR, user_id=office.shop.users["supervisor"], secret=handed, code="",
        pepper=PEPPER, station="T01",
    )  # fmt: skip
    assert (answer.passed, answer.choose_password) == (True, True)
    office.tap(panel.code_button)
    assert "is reset" in panel.message()


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_every_control_has_a_name_and_stands_in_the_window(
    make_office: MakeOffice, size: tuple[int, int]
) -> None:
    office = make_office(size=size)
    assert unnamed(page_of(office, "sign_in")) == []
    panel = my_sign_in(office)
    assert unnamed(panel) == []
    office.tap(panel.password_button)
    focus = QApplication.focusWidget()
    assert focus is panel.proof.secret
    assert panel.rect().contains(panel.mapFromGlobal(focus.mapToGlobal(focus.rect().bottomRight())))
