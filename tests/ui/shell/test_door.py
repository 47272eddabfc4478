"""The door of the back office in the program's own window: PIN, password, app, and closing by itself."""

from __future__ import annotations

from base64 import b32decode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.access.one_time_codes import hotp, step_of
from app.access.own_sign_in import choose_password, own_sign_in
from app.access.pins import hash_pin
from app.access.policy import AccessPolicy, save_policy
from app.access.tables import user_account
from app.kernel.permission import SYSTEM_ACTOR
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.ui.conftest import PEPPER, PINS
from tests.ui.shell.test_start import Start, prepare, start
from ui.office.door_page import DoorPage
from ui.settings.company_page import CompanyPage
from ui.settings.settings_section import SettingsSection
from ui.shell.shell import Shell
from ui.shell.startup import Startup

__all__ = ["prepare", "start"]
FIRST, SECOND = "tuba-kiwi-lampe", "regen-mais-ofen"


@dataclass
class Visitor:
    """Somebody at the program, with keys."""

    shell: Shell
    shop: Shop
    bot: QtBot
    clock: SteadyClock

    @property
    def door(self) -> DoorPage:
        assert self.shell.door is not None
        return self.shell.door.page

    def wait(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=6_000)

    def signed_in(self, role: str) -> None:
        """At the till, by PIN; who was there before is gone."""
        till = self.shell.till
        assert till is not None
        if till.page() != "sign_in":
            till.lock()
        self.wait(lambda: till.services.gateway.actor is None)
        till.sign_in_view.pin_entered.emit(self.shop.users[role], PINS[role])
        self.wait(lambda: till.page() == "open_shift")

    def open(self) -> None:
        self.shell.open_office()

    def is_inside(self) -> bool:
        return self.shell.office is not None and self.shell.window.page() is self.shell.office

    def is_asked(self) -> bool:
        return self.shell.door is not None and self.shell.door.is_in_front

    def type(self, field: QWidget, text: str, *, enter: bool = True) -> None:
        assert field.isVisible()
        field.setFocus()
        QTest.keyClicks(field, text)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def says(self, words: str) -> None:
        self.wait(lambda: words in self.door.step().message())

    def set_policy(self, **values: Any) -> None:
        self.shop.runtime.run(save_policy, actor=self.shop.actor("manager"), policy=AccessPolicy(**values))

    def has_password(self, role: str, password: str = FIRST) -> None:
        self.shop.runtime.run(
            choose_password, actor=SYSTEM_ACTOR, user_id=self.shop.users[role], proof=PINS[role],
            password=password, pepper=PEPPER,
        )  # fmt: skip


@pytest.fixture
def visitor(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot, ui_shop: Shop, clock: SteadyClock
) -> Visitor:
    with ui_shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        for role, pin in PINS.items():
            uow.connection.execute(
                update(user_account).where(user_account.c.id == ui_shop.users[role]),
                {"pin_hash": hash_pin(pin, PEPPER)},
            )
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    return Visitor(shell, ui_shop, qtbot, clock)


def test_as_delivered_the_pin_of_the_till_is_enough(visitor: Visitor) -> None:
    visitor.signed_in("manager")
    visitor.open()
    visitor.wait(visitor.is_inside)


def test_who_needs_a_password_chooses_one_and_is_asked_for_it_then(visitor: Visitor) -> None:
    visitor.set_policy(password=True)
    visitor.signed_in("manager")
    visitor.open()
    visitor.wait(visitor.is_asked)
    door = visitor.door
    assert door.secret.secret.accessibleName() == "PIN"
    assert not door.secret.code.isVisible()
    visitor.type(door.secret.secret, "0000")
    visitor.says("Tries left")
    visitor.type(door.secret.secret, PINS["manager"])
    visitor.wait(lambda: door.step() is door.password)
    visitor.type(door.password.new, "Password2026!", enter=False)
    visitor.type(door.password.again, "Password2026")
    visitor.says("not the same")
    visitor.type(door.password.again, "!")
    visitor.says("easy to guess")
    door.password.reset()
    visitor.type(door.password.new, FIRST, enter=False)
    visitor.type(door.password.again, FIRST)
    visitor.wait(visitor.is_inside)
    # again within the same sign-in: nobody is asked twice
    assert visitor.shell.office is not None
    QTest.keyClick(visitor.shell.office, Qt.Key.Key_Escape)
    assert visitor.shell.window.page() is visitor.shell.till
    visitor.open()
    visitor.wait(visitor.is_inside)
    # another sign-in at the till is asked again, and for the password now
    visitor.shell.leave_office()
    visitor.signed_in("manager")
    visitor.open()
    visitor.wait(visitor.is_asked)
    assert door.secret.secret.accessibleName() == "Password"
    visitor.type(door.secret.secret, FIRST)
    visitor.wait(visitor.is_inside)


def test_what_is_begun_stands_as_it_was_when_the_same_person_comes_back(visitor: Visitor) -> None:
    visitor.set_policy(password=True, idle_minutes=5)
    visitor.has_password("manager")
    visitor.signed_in("manager")
    visitor.open()
    visitor.wait(visitor.is_asked)
    visitor.type(visitor.door.secret.secret, FIRST)
    visitor.wait(visitor.is_inside)
    office, door = visitor.shell.office, visitor.shell.door
    assert office is not None
    assert door is not None
    assert door.idle._timer.interval() == 5 * 60_000
    office.go("settings")
    section = office.section()
    assert isinstance(section, SettingsSection)
    section.choose("company")
    page = section.page()
    assert isinstance(page, CompanyPage)
    visitor.wait(lambda: page.texts["name"].text() == "Corner Shop")
    page.texts["name"].setText("Corner Shop & Sons")
    door.idle.idle.emit()
    assert visitor.is_asked()
    assert not page.isVisible()
    gateway = visitor.shell.services
    assert gateway is not None
    visitor.wait(lambda: gateway.gateway.actor is None)
    visitor.wait(lambda: visitor.door.secret.secret.accessibleName() == "Password")
    till = visitor.shell.till
    assert till is not None
    visitor.wait(lambda: bool(till.sign_in_view._tiles))
    assert QApplication.focusWidget() is visitor.door.secret.secret
    visitor.type(visitor.door.secret.secret, FIRST)
    visitor.wait(visitor.is_inside)
    assert page.isVisible()
    assert page.texts["name"].text() == "Corner Shop & Sons"
    assert gateway.gateway.actor is not None
    assert gateway.gateway.actor.name == "manager"


def test_another_person_finds_nothing_of_what_was_begun(visitor: Visitor) -> None:
    visitor.signed_in("manager")
    visitor.open()
    visitor.wait(visitor.is_inside)
    office = visitor.shell.office
    assert office is not None
    before = office.section()
    visitor.shell.idle.idle.emit()
    assert visitor.is_asked()
    QTest.keyClick(visitor.door, Qt.Key.Key_Escape)
    assert visitor.shell.window.page() is visitor.shell.till
    visitor.signed_in("supervisor")
    visitor.open()
    visitor.wait(visitor.is_inside)
    assert office.section() is not before


def test_a_role_that_must_sets_up_its_app_and_types_its_code_then(visitor: Visitor) -> None:
    visitor.set_policy(two_factor=True, code_roles=("manager",))
    visitor.signed_in("manager")
    visitor.open()
    visitor.wait(visitor.is_asked)
    door = visitor.door
    visitor.type(door.secret.secret, PINS["manager"])
    visitor.wait(lambda: door.step() is door.app)
    assert door.app.picture.pixmap().width() > 100
    key = b32decode(door.app.shown.text().replace(" ", ""))
    visitor.type(door.app.code, "000000")
    visitor.says("Tries left")
    visitor.type(door.app.code, hotp(key, step_of(visitor.clock())))
    visitor.wait(lambda: door.step() is door.recovery)
    codes = door.recovery.codes()
    assert len(set(codes)) == 8
    assert not door.app.shown.text(), "the key is not shown any longer"
    QTest.mouseClick(door.recovery.button, Qt.MouseButton.LeftButton)
    visitor.wait(visitor.is_inside)
    own = visitor.shop.runtime.ask(own_sign_in, user_id=visitor.shop.users["manager"])
    assert (own.has_code, own.recovery_left) == (True, 8)
    # the device is lost: a recovery code opens, and says how many are left
    visitor.shell.idle.idle.emit()
    visitor.wait(door.secret.code.isVisible)
    visitor.type(door.secret.secret, PINS["manager"], enter=False)
    visitor.type(door.secret.code, codes[3])
    visitor.wait(visitor.is_inside)
    assert visitor.shell.office is not None
    assert "Left: 7" in visitor.shell.office.banner.text


def test_a_scan_before_the_door_does_nothing(visitor: Visitor) -> None:
    visitor.set_policy(password=True)
    visitor.signed_in("manager")
    visitor.open()
    visitor.wait(visitor.is_asked)
    assert visitor.shell.till is not None
    before = visitor.shell.till.desk.state.cart
    visitor.shell.scanned("MILK")
    QTest.qWait(20)
    assert visitor.shell.till.desk.state.cart is before
    assert visitor.is_asked()
