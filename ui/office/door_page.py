"""The door of the back office: who is before it types what the shop asks for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from ui.office.sign_in_steps import SecretStep, Step
from ui.office.step_stack import StepStack
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.side_panel import scrolling
from ui.widgets.text import Card, label, line

_WIDTH: Final = 560
_HEIGHT: Final = 620


class DoorPage(QWidget):
    """A card with one step at a time.

    Signals:
        entered(str, str): the password or PIN, and the code.
        password_chosen(str), code_typed(str), recovery_kept(): of the further steps.
        left(): to the till.
    """

    entered = Signal(str, str)
    password_chosen = Signal(str)
    code_typed = Signal(str)
    recovery_kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = label("", tokens.PAY, 700)
        self._who = label("", tokens.LABEL, tone="text2")
        self.secret = SecretStep(self.tr("Enter the back office"), self.tr("Enter"))
        self.steps = StepStack(self.secret)
        self.password, self.app, self.recovery = self.steps.password, self.steps.app, self.steps.recovery
        self.back_button = Button(self.tr("Till"), icon="arrow_back", hint=self.tr("Esc"))
        self.back_button.clicked.connect(self.left)
        self.secret.submitted.connect(self._enter)
        self.password.submitted.connect(self._choose)
        self.app.submitted.connect(lambda: self._send(self.app, self.app.code.text(), self.code_typed))
        self.recovery.submitted.connect(self._kept)
        self.steps.currentChanged.connect(lambda _place: self._follow())
        self._follow()
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_keyboard)

    def _keep_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The till behind must not take the keyboard by an answer that comes late."""
        if now is None or not self.isVisible() or now is self or self.isAncestorOf(now):
            return
        if now.window() is self.window():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card(pad=28)
        card.setMaximumSize(_WIDTH, _HEIGHT)
        card.body.setSpacing(tokens.GUTTER)
        card.body.addLayout(line(self._shop, None, self.back_button))
        card.body.addWidget(self._who)
        card.body.addWidget(scrolling(self.steps), 1)
        outer = QGridLayout(self)
        outer.setContentsMargins(*[tokens.GUTTER * 2] * 4)
        outer.addWidget(card, 0, 0, Qt.AlignmentFlag(0))

    def ask(self, shop: str, name: str, *, password: bool, code: bool, closed: bool) -> None:
        """Show the first step.

        Args:
            shop: its name.
            name: of the user.
            password: whether he types a password; else his PIN.
            code: whether a code of his app is asked for as well.
            closed: whether the back office has closed itself and waits behind the door.
        """
        self._shop.setText(shop)
        self._who.setText(self.tr("Back office, {name}").format(name=name))
        closed_text = self.tr("Nobody was here for a while, so it was closed. Everything is as you left it.")
        self.secret.set_hint(closed_text if closed else "")
        self.steps.show_proof(password=password, code=code)

    def step(self) -> Step:
        """What is shown."""
        current: QWidget | None = self.steps.currentWidget()
        assert isinstance(current, Step)  # noqa: S101 - nothing else is ever put there
        return current

    def forget(self) -> None:
        """Nothing that was typed or shown stays behind."""
        self.steps.forget()
        for step in (self.secret, self.password, self.app):
            step.reset()

    def _follow(self) -> None:
        self.setFocusProxy(self.step())

    def _enter(self) -> None:
        if self.secret.secret.text():
            self.secret.set_busy(busy=True)
            self.entered.emit(self.secret.secret.text(), self.secret.code.text())

    def _choose(self) -> None:
        self._send(self.password, self.password.password(), self.password_chosen)

    @staticmethod
    def _send(step: Step, text: str, signal: object) -> None:
        if text:
            step.set_busy(busy=True)
            signal.emit(text)  # type: ignore[attr-defined]

    def _kept(self) -> None:
        self.recovery_kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads to the till; Enter has been taken by a field."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)
