"""The number pad; always 7-8-9 on top and left to right, in every language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QWidget

from ui.theme import tokens
from ui.widgets.button import Button

TILL: Final = ("789", "456", "123", "s0.")
PAY: Final = ("789", "456", "123", ".0b")
PIN: Final = ("789", "456", "123", "c0b")
COUNT: Final = ("789", "456", "123", "b0n")


class Keypad(QWidget):
    """Keys of 52 pixels.

    Signals:
        pressed(str): "0" to "9", "." (the decimal mark), "back", "clear", "sign" or "next".
        mode_chosen(str): key of a mode button.
    Setters: set_modes, select_mode, set_mark, drive.

    Args:
        rows: one of TILL, PAY, PIN, COUNT, top row first; s sign, b backspace, c clear, n next.
        mark: the decimal mark shown.
    """

    pressed = Signal(str)
    mode_chosen = Signal(str)

    def __init__(self, rows: tuple[str, ...] = PAY, mark: str = ".", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.GAP)
        self._mark = mark
        self._keys: dict[str, Button] = {}
        self._modes: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._target: QLineEdit | None = None
        for y, row in enumerate(rows):
            for x, key in enumerate(row):
                self._add(key, y, x)
                self._grid.setColumnStretch(x, 1)

    def set_modes(self, modes: list[tuple[str, str]]) -> None:
        """Put modes (key, text) in a column at the right, backspace below them; the first is down."""
        for y, (key, text) in enumerate(modes):
            button = Button(text, "mode", checkable=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setChecked(y == 0)
            button.clicked.connect(lambda _=False, key=key: self.mode_chosen.emit(key))
            self._group.addButton(button)
            self._modes[key] = button
            self._grid.addWidget(button, y, 3)
        self._grid.setColumnStretch(3, 1)
        self._add("b", len(modes), 3)

    def select_mode(self, key: str) -> None:
        """Put a mode down without a signal."""
        self._modes[key].setChecked(True)

    def mode(self) -> str:
        """Key of the mode that is down, or ""."""
        return next((key for key, button in self._modes.items() if button.isChecked()), "")

    def drive(self, target: QLineEdit | None) -> None:
        """Type into a field from now on (None: into none)."""
        self._target = target

    def key(self, name: str) -> Button:
        """The button of a key, by the name its signal carries."""
        return self._keys[name]

    def _add(self, key: str, y: int, x: int) -> None:
        name, button = self._make(key)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._press(name))
        if name == "back":
            button.setAutoRepeat(True)
        self._keys[name] = button
        self._grid.addWidget(button, y, x)

    def _make(self, key: str) -> tuple[str, Button]:
        if key == "b":
            return "back", Button("", "key", icon="backspace", name=self.tr("Delete the last digit"))
        if key == "s":
            button = Button("+/−", "mode", name=self.tr("Change the sign"))
            return "sign", button
        if key == "c":
            return "clear", Button("C", "mode", name=self.tr("Delete all digits"))
        if key == "n":
            return "next", Button("", "key", icon="keyboard_return", name=self.tr("Next field"))
        if key == ".":
            return ".", Button(self._mark, "key", name=self.tr("Decimal mark"))
        return key, Button(key, "key")

    def _press(self, name: str) -> None:
        self.pressed.emit(name)
        target = self._target
        if target is None:
            return
        if name == "back":
            target.backspace()
        elif name == "clear":
            target.clear()
        elif name == "next":
            self.focusNextPrevChild(True)
        elif name != "sign":
            target.insert(self._mark if name == "." else name)
