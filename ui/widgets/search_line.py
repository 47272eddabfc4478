"""A line that searches while one types, and waits until the fingers rest."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ui.theme import font, icon, theme, theme_changed, tokens

_REST_MS: Final = 90


class SearchLine(QLineEdit):
    """Search as you type.

    Signals:
        searched(str): the text, some hundredths of a second after the last key.
        down_pressed(): on to the list; by Enter as well, unless that has a meaning of its own.
        entered(): Enter, where it has one.

    Args:
        name: for screen readers, and what the empty line says.
        own_enter: Enter does not lead to the list.
    """

    searched = Signal(str)
    down_pressed = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, own_enter: bool = False) -> None:
        super().__init__(parent)
        self._own_enter = own_enter
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFont(font(tokens.BODY))
        self.setMaxLength(200)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(lambda _text: self._timer.start())
        self._colour()
        theme_changed().changed.connect(self._colour)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear"))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the list, Enter searches at once."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._timer.stop()
            self._search()
            (self.entered if self._own_enter else self.down_pressed).emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self.searched.emit(self.text())

    def _colour(self) -> None:
        self._sign.setIcon(icon("search", theme().text2))
