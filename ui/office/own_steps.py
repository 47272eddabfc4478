"""Leads through the steps of one's own sign-in: at the door of the back office, and under "My sign-in"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from app.access.guesses import Guess
from app.access.own_sign_in import Enrolment, begin_two_factor, choose_password, confirm_two_factor
from app.kernel.clock import system_clock
from ui.formatting import Formats
from ui.runtime.services import Services
from ui.shell.errors import describe


def guess_refused(guess: Guess, formats: Formats) -> str:
    """Why nobody was let in, in one sentence."""
    tr = QCoreApplication.translate
    if guess.locked:
        return tr("Door", "Locked after too many wrong tries. Ask a manager to unlock it.")
    if guess.wait_until is not None:
        seconds = max(1, round((guess.wait_until - system_clock()).total_seconds()))
        return tr("Door", "Too many wrong tries. Try again in {wait}.").format(wait=formats.duration(seconds))
    if guess.tries_left:
        text = tr("Door", "That is not right. Tries left before it is locked: {count}.")
        return text.format(count=guess.tries_left)
    return tr("Door", "This cannot be used here.")


class StepsView(Protocol):
    """Where the steps are shown; every method goes to its step."""

    def show_password(self, least: int) -> None:
        """Ask for a new password."""
        ...

    def show_app(self, uri: str, shown: str) -> None:
        """Show the key for the app."""
        ...

    def show_recovery(self, codes: Sequence[str]) -> None:
        """Show the recovery codes."""
        ...

    def refuse(self, text: str) -> None:
        """A sentence at the step that is shown, which can be pressed again."""
        ...

    def refuse_proof(self, text: str) -> None:
        """What was typed first was not right: back to it, with a sentence."""
        ...


class OwnSteps:
    """Runs the operations of one user; `secret` is the proof he typed, kept only while the steps last."""

    def __init__(self, services: Services, formats: Formats, view: StepsView) -> None:
        self._services = services
        self._formats = formats
        self._view = view
        self.user_id = 0
        self.secret = ""
        self.after: Callable[[], None] = lambda: None  # what comes when the steps are done

    def choose(self, password: str, then: Callable[[], None]) -> None:
        """Take a new password."""

        def done(refused: Guess | None) -> None:
            if refused is not None:
                self._view.refuse_proof(guess_refused(refused, self._formats))
                return
            self.secret = password
            then()

        self.run(choose_password, done, proof=self.secret, password=password)

    def begin_app(self) -> None:
        """Show a key for the app."""

        def done(answer: Enrolment | Guess) -> None:
            if isinstance(answer, Enrolment):
                self._view.show_app(answer.uri, answer.shown)
            else:
                self.refuse(answer)

        self.run(begin_two_factor, done, proof=self.secret)

    def confirm_app(self, code: str) -> None:
        """The first code: from now on one is asked for."""

        def done(answer: tuple[str, ...] | Guess) -> None:
            if isinstance(answer, Guess):
                self.refuse(answer)
            else:
                self._view.show_recovery(answer)

        self.run(confirm_two_factor, done, code=code)

    def finish(self) -> None:
        """All steps are done: the secret is forgotten."""
        self.secret = ""
        self.after()

    def refuse(self, guess: Guess) -> None:
        """Say why not."""
        self._view.refuse(guess_refused(guess, self._formats))

    def failed(self, error: Exception) -> None:
        """Say what went wrong."""
        self._view.refuse(describe(error))

    def run(self, operation: Callable[..., Any], on_done: Callable[[Any], None], **arguments: Any) -> None:
        """An operation of the user, as the system: it asks for its own proof."""
        self._services.gateway.run(
            operation, as_system=True, user_id=self.user_id, pepper=self._services.pepper, on_done=on_done,
            on_error=self.failed, **arguments,
        )  # fmt: skip
