"""The key map: by code, by place, remapped, conflicts told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.ui.conftest import MakeTill, TillDriver
from ui.till.actions import ACTIONS
from ui.till.keys import KeyMap

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def _event(key: int, modifiers: Qt.KeyboardModifier = NONE, *, place: int = 0, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, 0, 0, text)


def test_the_usual_keys_do_not_collide() -> None:
    keys = KeyMap()
    assert keys.conflicts == {}
    for action in ACTIONS:
        assert keys.hints[action.action_id] == action.key


@pytest.mark.parametrize(
    "modifiers", [NONE, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier]
)
def test_the_star_counts_wherever_it_is_typed(modifiers: Qt.KeyboardModifier) -> None:
    assert KeyMap().action(_event(Qt.Key.Key_Asterisk, modifiers, text="*")) == "quantity"


def test_control_l_locks_on_a_cyrillic_keyboard() -> None:
    assert KeyMap().action(_event(0x0414, CONTROL, place=46, text="д")) == "lock"


def test_a_letter_without_control_is_no_action() -> None:
    assert KeyMap().action(_event(Qt.Key.Key_L, text="l")) == ""
    assert KeyMap().action(_event(0x0414, place=46, text="д")) == ""


def test_a_shop_may_put_an_action_on_another_key() -> None:
    keys = KeyMap({"pay": "F8", "park": "F12"})
    assert keys.action(_event(Qt.Key.Key_F8)) == "pay"
    assert keys.action(_event(Qt.Key.Key_F12)) == "park"
    assert keys.conflicts == {}


def test_a_key_of_another_action_is_told_and_the_chosen_one_wins() -> None:
    keys = KeyMap({"pay": "F3"})
    assert keys.action(_event(Qt.Key.Key_F3)) == "pay"
    assert keys.conflicts == {"discount": "F3"}
    assert keys.hints["discount"] == ""


@pytest.mark.parametrize("key", ["Esc", "Return", "5", "Bogus+Key+Stuff", "Ctrl+A, Ctrl+B"])
def test_a_key_that_the_till_needs_or_that_is_none_is_not_taken(key: str) -> None:
    assert KeyMap({"pay": key}).conflicts == {"pay": key}


def test_an_action_may_have_no_key() -> None:
    keys = KeyMap({"quit": ""})
    assert keys.action(_event(Qt.Key.Key_Q, CONTROL)) == ""
    assert keys.conflicts == {}


def test_the_buttons_show_the_keys_of_this_machine(make_till: MakeTill) -> None:
    till = make_till(local={"keys": {"pay": "F8", "park": "F12"}})
    till.shop.open_shift()
    till.sign_in()
    assert till.button("Pay").hint == "F8"
    assert till.button("Park").hint == "F12"
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F8)
    assert till.page.view.page() == "pay"


def test_a_conflict_is_said_when_the_till_opens(make_till: MakeTill) -> None:
    till = make_till(local={"keys": {"pay": "F3"}})
    till.shop.open_shift()
    till.sign_in()
    assert "F3" in till.banner


def test_keys_may_change_while_the_till_is_open(till: TillDriver) -> None:
    assert till.page.use_keys({"pay": "F3"}) == {"discount": "F3"}
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    assert till.page.view.page() == "pay"
