"""What is typed to enter the back office, one step at a time: secret, new password, app, recovery codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.access.passwords import MAX_PASSWORD
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.form import Form, Tick, text_field
from ui.widgets.qr import qr_pixmap
from ui.widgets.text import Card, column, label, line, set_tone

_QR_ROOM: Final = 232
_CODE_CHARS: Final = 16
_COLUMNS: Final = 2


class Step(QWidget):
    """A heading, an explanation, fields, a sentence and a button; Enter in a field presses it."""

    submitted = Signal()

    def __init__(self, title: str, button: str, *, icon: str = "check") -> None:
        super().__init__()
        self._title = label(title, tokens.KEY, 600, wrap=True)
        self._hint = label("", tokens.SUB, 400, "text2", wrap=True)
        self.fields = Form(1)
        self._message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.button = Button(button, "primary", icon=icon, hint="⏎")
        self.button.clicked.connect(self.submitted)
        self._layout = column(self, gap=10)
        for part in (self._title, self._hint, self.fields, self._message):
            self._layout.addWidget(part)
        self._layout.addLayout(line(None, self.button))
        self._layout.addStretch(1)
        self._message.setVisible(False)

    def set_hint(self, text: str) -> None:
        """What it is about."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def set_message(self, text: str, *, bad: bool = True) -> None:
        """A sentence over the button; "" takes it away."""
        set_tone(self._message, "danger" if bad else "text2")
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def message(self) -> str:
        """The sentence that is shown."""
        return self._message.text()

    def set_busy(self, *, busy: bool) -> None:
        """It is being checked: nothing can be pressed."""
        self.button.setEnabled(not busy)

    def reset(self) -> None:
        """Empty fields, no sentence, the keyboard in the first field."""
        for edit in self.findChildren(QLineEdit):
            edit.clear()
        self.set_message("")
        self.set_busy(busy=False)

    def take(self, name: str, *, secret: bool, limit: int, hint: str = "") -> QLineEdit:
        """A field of this step."""
        edit = text_field(limit=limit)
        if secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.returnPressed.connect(self._entered)
        self.fields.add(name, edit, hint=hint)
        return edit

    def _entered(self) -> None:
        if self.button.isEnabled():
            self.submitted.emit()


class SecretStep(Step):
    """Password or PIN, and a code where one is asked for."""

    def __init__(self, title: str, button: str) -> None:
        super().__init__(title, button, icon="login")
        self._name = label("", tokens.CAPTION, 500, "text2")
        self.secret = text_field(limit=MAX_PASSWORD)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.returnPressed.connect(self._entered)
        self._name.setBuddy(self.secret)
        self.setFocusProxy(self.secret)
        self._layout.insertWidget(2, self.secret)
        self._layout.insertWidget(2, self._name)
        self.code = self.take(
            self.tr("Code of the app"), secret=False, limit=_CODE_CHARS,
            hint=self.tr("Without the device: a recovery code"),
        )  # fmt: skip

    def ask(self, *, password: bool, code: bool) -> None:
        """Which of them are asked for."""
        name = self.tr("Password") if password else self.tr("PIN")
        self._name.setText(name)
        self.secret.setAccessibleName(name)
        self.fields.setVisible(code)
        self.reset()

    def reset(self) -> None:
        """As of every step."""
        super().reset()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)


class PasswordStep(Step):
    """A new password, twice."""

    def __init__(self) -> None:
        super().__init__(self.tr("Choose a password"), self.tr("Use it"))
        self.new = self.take(self.tr("New password"), secret=True, limit=MAX_PASSWORD)
        self.setFocusProxy(self.new)
        self.again = self.take(self.tr("Once more"), secret=True, limit=MAX_PASSWORD)
        self.show_tick = Tick(self.tr("Show what I type"))
        self.show_tick.toggled.connect(self._show)
        self.fields.add("", self.show_tick)

    def ask(self, least: int) -> None:
        """Begin, and say how long it has to be."""
        text = self.tr(
            "At least {count} characters. Several words that do not belong together are easy to keep in mind."
        )
        self.set_hint(text.format(count=least))
        self.reset()
        self.show_tick.setChecked(False)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def password(self) -> str:
        """What was typed twice; "" when the two are not the same, which is said."""
        if self.new.text() != self.again.text():
            self.set_message(self.tr("The two passwords are not the same. Type them again."))
            return ""
        return self.new.text()

    def _show(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.new.setEchoMode(mode)
        self.again.setEchoMode(mode)


class AppStep(Step):
    """A picture for the authenticator app, and the first code of it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Set up the authenticator app"), self.tr("Switch it on"))
        self.set_hint(
            self.tr("Scan the picture with an authenticator app, then type the code that it shows.")
        )
        self.picture = label("")
        self.picture.setAccessibleName(self.tr("QR code for the authenticator app"))
        self.shown = label("", tokens.SUB, 500, wrap=True)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = column(gap=4)
        told.addWidget(
            label(self.tr("Or type this key into the app:"), tokens.CAPTION, 400, "text2", wrap=True)
        )
        told.addWidget(self.shown)
        told.addStretch(1)
        row = line(self.picture)
        row.addLayout(told, 1)
        self._layout.insertLayout(2, row)
        self.code = self.take(self.tr("Code of the app"), secret=False, limit=_CODE_CHARS)
        self.setFocusProxy(self.code)

    def ask(self, uri: str, shown: str) -> None:
        """Show a key."""
        self.reset()
        self.picture.setPixmap(qr_pixmap(uri, _QR_ROOM))
        self.shown.setText(shown)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The key is not shown any longer than it must be."""
        self.picture.clear()
        self.shown.clear()


class RecoveryStep(Step):
    """Codes for the day the device is lost."""

    def __init__(self) -> None:
        super().__init__(self.tr("Keep these recovery codes"), self.tr("I have written them down"))
        self.set_hint(
            self.tr(
                "Each opens the back office once when the device is not at hand. They are shown only now: "
                "write them down and lock them away."
            )
        )
        card = Card(well=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.GUTTER * 2)
        card.body.addLayout(self._grid)
        self._layout.insertWidget(2, card)
        self.setFocusProxy(self.button)

    def ask(self, codes: Sequence[str]) -> None:
        """Show them."""
        self.forget()
        self.reset()
        for place, code in enumerate(codes):
            shown = label(code, tokens.BODY, 600)
            shown.setFont(font(tokens.BODY, 600))
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(shown, place // _COLUMNS, place % _COLUMNS)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def codes(self) -> list[str]:
        """What is shown."""
        items = [self._grid.itemAt(i) for i in range(self._grid.count())]
        return [item.widget().text() for item in items if item is not None]  # type: ignore[union-attr]

    def forget(self) -> None:
        """They are not shown any longer than they must be."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
