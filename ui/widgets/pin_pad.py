"""A PIN typed on keys or keyboard; when somebody approves, it says what is asked of him."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.keypad import PIN, Keypad
from ui.widgets.text import Card, column, label, set_tone

MAX_PIN: Final = 12


class PinPad(QWidget):
    """A field of dots, a keypad and a button.

    Signals:
        pin_entered(str): Enter, or the button. The field is emptied at once.
        cancelled(): Esc.
        sideways(int): the key Left or Right, in an empty field.
    Setters: ask, set_message, clear.
    """

    pin_entered = Signal(str)
    cancelled = Signal()
    sideways = Signal(int)

    def __init__(self, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = Card(well=True)
        self._action = label("", tokens.LABEL, 600, wrap=True)
        self._amount = label("", tokens.KEY, 700)
        self._limit = label("", tokens.SUB, tone="text2", wrap=True)
        for part in (self._action, self._amount, self._limit):
            self._request.body.addWidget(part)
        self._request.setVisible(False)
        self._edit = QLineEdit()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setMaxLength(MAX_PIN)
        self._edit.setFont(font(tokens.KEY, 700))
        self._edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._edit.setAccessibleName(self.tr("PIN"))
        self._edit.setPlaceholderText(self.tr("PIN"))
        self._edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._edit.installEventFilter(self)
        self._message = label("", tokens.SUB, 500, "text2", Qt.AlignmentFlag.AlignHCenter, wrap=True)
        self._message.setMinimumHeight(40)
        self._keypad = Keypad(PIN)
        self._keypad.drive(self._edit)
        self._go = Button(button or self.tr("Sign in"), "primary", icon="login", hint="⏎")
        self._go.clicked.connect(self._enter)
        self.setFocusProxy(self._edit)
        layout = column(self, gap=10)
        for widget in (self._request, self._edit, self._message, self._keypad, self._go):
            layout.addWidget(widget)

    def ask(self, action: str, amount: str = "", limit: str = "") -> None:
        """Say what is asked: the action, the amount, and the limit that it goes over."""
        for part, text in ((self._action, action), (self._amount, amount), (self._limit, limit)):
            part.setText(text)
            part.setVisible(bool(text))
        self._request.setVisible(True)
        self._edit.setAccessibleDescription(f"{action} {amount} {limit}".strip())

    def set_message(self, text: str, *, bad: bool = False) -> None:
        """A sentence under the field: wrong PIN, locked until."""
        set_tone(self._message, "danger" if bad else "text2")
        self._message.setText(text)

    def set_locked(self, *, locked: bool) -> None:
        """Take no PIN for a while."""
        for part in (self._edit, self._keypad, self._go):
            part.setEnabled(not locked)

    def clear(self) -> None:
        """Empty the field."""
        self._edit.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the field; in an empty field it cancels."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._edit.text():
                self.clear()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self._edit.text():
                self.sideways.emit(event.key())
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        pin = self._edit.text()
        self.clear()
        self._edit.setFocus()
        if pin:
            self.pin_entered.emit(pin)
