"""Helps somebody out who forgot his password or lost his device."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.access.own_sign_in import reset_password, reset_two_factor
from app.access.policy import ONE_TIME_DAYS
from app.access.queries import User
from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import Card, label, line, set_tone


class ResetPanel(SidePanel):
    """Two buttons; a password that is handed over is shown here and nowhere again."""

    def __init__(self, desk: OfficeDesk, user: User) -> None:
        super().__init__(self.tr("Help {name} back in").format(name=user.name))
        self._desk, self._user = desk, user
        self.password_button = Button(self.tr("Reset the password"), icon="lock_open")
        self.code_button = Button(self.tr("Reset the second factor"), icon="verified_user")
        self.shown = label("", tokens.PAY, 700)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said = label("", tokens.BODY, 400, "text2", wrap=True)
        told_password = self.tr("Makes a password for one sign-in. The old one is not taken any more.")
        told_code = self.tr("Forgets the app and the recovery codes. The role may have it set up anew.")
        for text, button in ((told_password, self.password_button), (told_code, self.code_button)):
            card = Card(well=True)
            card.body.addWidget(label(text, tokens.BODY, wrap=True))
            card.body.addLayout(line(button, None))
            self.content.addWidget(card)
        self.content.addWidget(self.shown)
        self.content.addWidget(self._said)
        self.content.addStretch(1)
        self.first = self.password_button
        self.password_button.clicked.connect(self._reset_password)
        self.code_button.clicked.connect(self._reset_code)

    def message(self) -> str:
        """The sentence that is shown."""
        return self._said.text()

    def _reset_password(self) -> None:
        self._set_busy(busy=True)
        self._desk.run(
            reset_password, self._made, self._failed, user_id=self._user.id,
            pepper=self._desk.services.pepper,
        )  # fmt: skip

    def _made(self, password: str) -> None:
        self._set_busy(busy=False)
        self.shown.setText(password)
        text = self.tr(
            "Hand it to {name}. It is shown only now, is good for {days} days, and is changed at the next "
            "sign-in."
        )
        self._say(text.format(name=self._user.name, days=ONE_TIME_DAYS))

    def _reset_code(self) -> None:
        self._set_busy(busy=True)
        self._desk.run(reset_two_factor, lambda _none: self._forgotten(), self._failed, user_id=self._user.id)

    def _forgotten(self) -> None:
        self._set_busy(busy=False)
        self._say(self.tr("The second factor of {name} is reset.").format(name=self._user.name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._set_busy(busy=False)
        self._say(describe(error), "danger")

    def _say(self, text: str, tone: str = "text2") -> None:
        set_tone(self._said, tone)
        self._said.setText(text)

    def _set_busy(self, *, busy: bool) -> None:
        self.password_button.setEnabled(not busy)
        self.code_button.setEnabled(not busy)
        if not busy:
            self.take_focus()
