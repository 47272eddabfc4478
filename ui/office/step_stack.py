"""The steps of a password and a second factor, one at a time: before the door and in one's own panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.office.sign_in_steps import AppStep, PasswordStep, RecoveryStep, SecretStep, Step


class StepStack(QStackedWidget):
    """Fulfils ui.office.own_steps.StepsView.

    Attributes:
        proof: where somebody shows who he is; the first of the steps.
        password, app, recovery: the further ones.
    """

    def __init__(self, proof: SecretStep, *, before: QWidget | None = None) -> None:
        """`before` is shown before any step; else the proof is."""
        super().__init__()
        self.proof = proof
        self.password = PasswordStep()
        self.app = AppStep()
        self.recovery = RecoveryStep()
        for part in (before, self.proof, self.password, self.app, self.recovery):
            if part is not None:
                self.addWidget(part)

    def show_proof(self, *, password: bool, code: bool) -> None:
        """Ask who it is, by password or PIN, and for a code of the app where one is asked for."""
        self.setCurrentWidget(self.proof)
        self.proof.ask(password=password, code=code)

    def show_password(self, least: int) -> None:
        """See StepsView."""
        self.setCurrentWidget(self.password)
        self.password.ask(least)

    def show_app(self, uri: str, shown: str) -> None:
        """See StepsView."""
        self.setCurrentWidget(self.app)
        self.app.ask(uri, shown)

    def show_recovery(self, codes: Sequence[str]) -> None:
        """See StepsView."""
        self.app.forget()
        self.setCurrentWidget(self.recovery)
        self.recovery.ask(codes)

    def refuse(self, text: str) -> None:
        """See StepsView."""
        step = self.currentWidget()
        if not isinstance(step, Step):
            return
        if step is not self.password:
            step.reset()
        step.set_busy(busy=False)
        step.set_message(text)

    def refuse_proof(self, text: str) -> None:
        """See StepsView."""
        self.setCurrentWidget(self.proof)
        self.refuse(text)

    def forget(self) -> None:
        """The key and the recovery codes that were shown stay nowhere."""
        self.app.forget()
        self.recovery.forget()
