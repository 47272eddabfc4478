"""Which key does what: the table of the actions, with what this shop has changed.

Keys are matched by their code, and where the layout has no Latin letters by their place on the
keyboard, so that Ctrl+L locks the till on a Cyrillic or an AZERTY keyboard as well.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.till.actions import ACTIONS, hints

_PLAIN: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
# what the till needs for itself: nobody may put an action on these
_TAKEN: Final = frozenset(
    {
        Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Space,
        *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
    }
)  # fmt: skip
# place on the keyboard -> letter or digit of the Latin layout (evdev key codes plus 8, as X11 and
# Wayland send them)
_PLACES: Final = {
    first + offset: sign
    for first, signs in ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
    for offset, sign in enumerate(signs)
}
_LAST_LATIN: Final = 0x7F
_FIRST_SPECIAL: Final = 0x01000000

Combination = tuple[int, int]


def parse_key(text: str) -> Combination | None:
    """Read "Ctrl+L" as (key code, modifiers); None for what is no single key."""
    sequence = QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1:
        return None
    combination: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs do not know it
    key = combination.key()
    if key == Qt.Key.Key_unknown:
        return None
    return _normal(key.value, combination.keyboardModifiers())


def _normal(key: int, modifiers: Qt.KeyboardModifier) -> Combination:
    """Signs such as * are typed with Shift on one layout and without on another: Shift is left out."""
    kept = modifiers & _PLAIN
    sign = key < _FIRST_SPECIAL and not chr(key).isalpha()
    if sign:
        kept &= ~Qt.KeyboardModifier.ShiftModifier
    return key, kept.value


class KeyMap:
    """The keys of the till.

    Args:
        changed: keys that the shop has put elsewhere, by action: portable text, "" for none.

    Attributes:
        conflicts: actions whose changed key was not taken: it does not exist, is needed by the till
            itself, or belongs to another action already. Each keeps no key; the settings show it.
    """

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        self._changed = {name: key for name, key in (changed or {}).items() if name in hints()}
        self._actions: dict[Combination, str] = {}
        self._keys: dict[str, str] = {}
        self.conflicts: dict[str, str] = {}
        # those that a shop has chosen come first, so that they win over a default
        for name, key in self._changed.items():
            self._bind(name, key)
        for action in ACTIONS:
            if action.action_id not in self._changed:
                self._bind(action.action_id, action.key)

    @property
    def hints(self) -> dict[str, str]:
        """The key of each action as it is shown on the buttons."""
        return dict(self._keys)

    def action(self, event: QKeyEvent) -> str:
        """The action of a key, or ""."""
        found = self._actions.get(_normal(event.key(), event.modifiers()))
        return found or self._by_place(event)

    def _bind(self, name: str, key: str) -> None:
        self._keys[name] = ""
        if not key:
            return
        combination = parse_key(key)
        if combination is None or _is_taken(combination) or combination in self._actions:
            self.conflicts[name] = key
        else:
            self._actions[combination] = name
            self._keys[name] = key

    def _by_place(self, event: QKeyEvent) -> str:
        if not event.modifiers() & _CHORD:
            return ""
        sign = _latin(event)
        return self._actions.get(_normal(ord(sign), event.modifiers()), "") if sign else ""


_TAKEN_CODES: Final = frozenset(key.value for key in _TAKEN)


def _is_taken(combination: Combination) -> bool:
    return combination[0] in _TAKEN_CODES and not combination[1]


def _latin(event: QKeyEvent) -> str:
    """The Latin sign at the place of the key, where the layout gave another; "" when unknown."""
    if event.key() <= _LAST_LATIN and chr(event.key()).isalnum():
        return ""
    if sys.platform == "win32":
        code = event.nativeVirtualKey()
        return chr(code) if code <= _LAST_LATIN and chr(code).isalnum() else ""
    return _PLACES.get(event.nativeScanCode(), "")
