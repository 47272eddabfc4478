"""One's own password and second factor, for everybody who comes into the back office."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.access.guesses import Guess
from app.access.own_sign_in import OwnSignIn, own_sign_in, stop_two_factor
from ui.office.own_steps import OwnSteps
from ui.office.sign_in_steps import SecretStep
from ui.office.step_stack import StepStack
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.side_panel import SidePanel, scrolling
from ui.widgets.text import Card, column, label, line

if TYPE_CHECKING:
    from ui.office.section import OfficeDesk


class MySignInPanel(SidePanel):
    """What I have, and the steps that change it; the first of them asks who I am."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(self.tr("My sign-in"))
        self.once = True
        self._desk = desk
        self._own: OwnSignIn | None = None
        self._next: Callable[[], None] = self._show_own
        self._stopping = False
        self.proof = SecretStep(self.tr("First: is it you?"), self.tr("Go on"))
        self._stack = StepStack(self.proof, before=self._make_overview())
        self.password, self.app, self.recovery = self._stack.password, self._stack.app, self._stack.recovery
        self._steps = OwnSteps(desk.services, desk.formats, self._stack)
        actor = desk.services.gateway.actor
        self._steps.user_id = actor.user_id if actor else 0
        self._steps.after = self._reread
        self.content.addWidget(scrolling(self._stack), 1)
        self.proof.submitted.connect(self._proved)
        self.password.submitted.connect(self._choose)
        self.app.submitted.connect(self._confirm)
        self.recovery.submitted.connect(self._steps.finish)
        self._reread()

    def _make_overview(self) -> QWidget:
        self.overview = QWidget()
        self._password_state = label("", tokens.BODY, wrap=True)
        self._code_state = label("", tokens.BODY, wrap=True)
        self.password_button = Button(self.tr("Choose a password"), icon="lock")
        self.code_button = Button(self.tr("Set up the second factor"), icon="verified_user")
        self.password_button.clicked.connect(lambda: self._prove(self._ask_password))
        self.code_button.clicked.connect(self._code_pressed)
        outer = column(self.overview)
        for title, state, button in (
            (self.tr("Password"), self._password_state, self.password_button),
            (self.tr("Second factor"), self._code_state, self.code_button),
        ):
            card = Card(well=True)
            card.body.addWidget(label(title, tokens.LABEL, 600))
            card.body.addWidget(state)
            card.body.addLayout(line(button, None))
            outer.addWidget(card)
        outer.addStretch(1)
        return self.overview

    # --- what I have ---

    def _reread(self) -> None:
        self._desk.ask(own_sign_in, self._have, user_id=self._steps.user_id)

    def _have(self, own: OwnSignIn) -> None:
        self._own = own
        has, none = self.tr("You have a password."), self.tr("You have none: the PIN of the till is enough.")
        self._password_state.setText(has if own.has_password else none)
        self.password_button.setText(
            self.tr("Change the password") if own.has_password else self.tr("Choose a password")
        )
        self._code_state.setText(self._code_text(own))
        self.code_button.setText(self.tr("Switch it off") if own.has_code else self.tr("Set it up"))
        self.code_button.setVisible(own.may_use_codes or own.has_code)
        self.code_button.setEnabled(not (own.has_code and own.must_use_codes))
        self._show_own()

    def _code_text(self, own: OwnSignIn) -> str:
        if own.has_code:
            text = self.tr("A code of your app is asked for. Recovery codes left: {count}.")
            return text.format(count=own.recovery_left)
        if own.may_use_codes:
            return self.tr("Nothing but the password or PIN is asked for.")
        return self.tr("The shop does not use it.")

    def _show_own(self) -> None:
        self._stack.forget()
        self._stack.setCurrentWidget(self.overview)
        self.first = self.password_button
        self.take_focus()

    # --- the steps ---

    def _code_pressed(self) -> None:
        self._stopping = self._own is not None and self._own.has_code
        self._prove(self._stop if self._stopping else self._steps.begin_app)

    def _prove(self, then: Callable[[], None]) -> None:
        self._next = then
        own = self._own
        if own is not None:
            self._stack.show_proof(password=own.has_password, code=then == self._stop)

    def _proved(self) -> None:
        self._steps.secret = self.proof.secret.text()
        if self._steps.secret:
            self._next()

    def _ask_password(self) -> None:
        self._stack.show_password(self._own.least if self._own else 0)

    def _choose(self) -> None:
        password = self.password.password()
        if password:
            self.password.set_busy(busy=True)
            self._steps.choose(password, self._chosen)

    def _chosen(self) -> None:
        self._desk.say(self.tr("Your password is changed."))
        self._steps.finish()

    def _confirm(self) -> None:
        code = self.app.code.text()
        if code:
            self.app.set_busy(busy=True)
            self._steps.confirm_app(code)

    def _stop(self) -> None:
        def done(refused: Guess | None) -> None:
            if refused is not None:
                self._steps.refuse(refused)
                return
            self._desk.say(self.tr("No code is asked for any more."))
            self._steps.finish()

        self._steps.run(stop_two_factor, done, proof=self._steps.secret, code=self.proof.code.text())

    def step(self) -> QWidget:
        """What is shown: the overview or a step."""
        current: QWidget | None = self._stack.currentWidget()
        return current if current is not None else self.overview
