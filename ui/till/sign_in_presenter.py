"""Who is at the till: sign in, unlock, change cashiers with the cart left on the counter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.access.operations import SignIn, sign_in
from app.access.queries import User, list_users
from app.kernel.permission import Actor
from ui.till.desk import Desk
from ui.till.pay_booking import load_sale
from ui.till.sign_in_view import SignInView, UserTile

_MS: Final = 1000


def pin_refused(answer: SignIn, *, wait: str) -> str:
    """Why a PIN was not taken, in one sentence."""
    tr = QCoreApplication.translate
    if answer.locked:
        return tr("SignIn", "Locked after too many wrong PINs. Ask a manager to unlock it.")
    if answer.wait_until is not None:
        return tr("SignIn", "Too many wrong PINs. Try again in {wait}.").format(wait=wait)
    if answer.tries_left:
        text = tr("SignIn", "Wrong PIN. Tries left before it is locked: {count}.")
        return text.format(count=answer.tries_left)
    return tr("SignIn", "This PIN cannot be used here.")


class SignInPresenter:
    """Asks for a PIN and tells who it was.

    Hooks set by the page: `on_signed_in(actor)`, `on_cancelled()`.
    """

    def __init__(self, desk: Desk, view: SignInView) -> None:
        self.desk = desk
        self.view = view
        self.on_signed_in: Callable[[Actor], None] = lambda _actor: None
        self.on_cancelled: Callable[[], None] = lambda: None
        self.may_cancel = False
        self._asking = False
        self._waiting: set[int] = set()  # users that have to wait after wrong PINs
        self._selected = 0
        view.pin_entered.connect(self.pin_entered)
        view.user_chosen.connect(self.user_chosen)
        view.cancelled.connect(self._cancelled)

    def show(self, *, selected: int = 0, may_cancel: bool = False, message: str = "") -> None:
        """Show who may sign in.

        Args:
            selected: whose PIN is asked for at first.
            may_cancel: whether Esc goes back to the cashier who is signed in.
            message: a sentence under the PIN.
        """
        services = self.desk.services
        self.may_cancel = may_cancel
        self._selected = selected
        self.view.set_shop(services.context.company.name, services.context.till.name)
        self.view.set_training(on=services.training)
        self.view.set_message(message)
        services.gateway.ask(list_users, on_done=self._show_users, on_error=self._failed)
        self.view.setFocus()

    def say(self, text: str) -> None:
        """A sentence with the low tone: a scan before anybody has signed in."""
        self.desk.sound.play("error")
        self.view.set_message(text, bad=True)

    def _show_users(self, users: list[User]) -> None:
        known = {user.id for user in users}
        selected = self._selected if self._selected in known else 0
        if not selected and len(users) == 1:
            selected = users[0].id
        self._selected = selected
        self.view.set_users([UserTile(u.id, u.name, u.role_name) for u in users], selected)

    def user_chosen(self, user_id: int) -> None:
        """A tile was pressed."""
        self._selected = user_id
        self.view.set_locked(locked=user_id in self._waiting)

    def pin_entered(self, user_id: int, pin: str) -> None:
        """Check it; a second Enter while it is checked does nothing."""
        if self._asking:
            return
        chosen = user_id or self._selected
        if not chosen:
            self.say(QCoreApplication.translate("SignIn", "Choose who you are first."))
            return
        self._asking = True
        services = self.desk.services
        till = services.context.till
        services.gateway.run(
            sign_in, as_system=True, user_id=chosen, pin=pin, pepper=services.pepper, station=till.code,
            till_id=till.id, on_done=lambda answer: self._answered(chosen, answer), on_error=self._failed,
        )  # fmt: skip

    def _answered(self, user_id: int, answer: SignIn) -> None:
        self._asking = False
        if answer.actor is not None:
            self.view.set_message("")
            submit = self.desk.services.submit
            submit("reports", load_sale, on_done=lambda _none: None, on_error=self.desk.refuse)
            self.on_signed_in(answer.actor)
            return
        seconds = 0
        if answer.wait_until is not None:
            seconds = max(1, round((answer.wait_until - self.desk.now()).total_seconds()))
            self._waiting.add(user_id)
            self.view.set_locked(locked=True)
            self.desk.later(seconds * _MS, lambda: self._waited(user_id))
        self.say(pin_refused(answer, wait=self.desk.formats.duration(seconds)))

    def _waited(self, user_id: int) -> None:
        self._waiting.discard(user_id)
        if self._selected == user_id:
            self.view.set_locked(locked=False)
            self.view.set_message("")
            self.view.setFocus()

    def _failed(self, error: Exception) -> None:
        from ui.shell.errors import describe

        self._asking = False
        self.say(describe(error))

    def _cancelled(self) -> None:
        if self.may_cancel:
            self.on_cancelled()
