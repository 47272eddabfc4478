"""Lets somebody into the back office, or not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.access.office import OfficeNeeds, OfficeSignIn, enter_office
from app.access.own_sign_in import OwnSignIn, own_sign_in
from app.access.queries import get_actor
from app.kernel.permission import Actor
from ui.formatting import Formats
from ui.office.door_page import DoorPage
from ui.office.own_steps import OwnSteps
from ui.runtime.services import Services


class DoorPresenter:
    """Asks for what is needed, step by step.

    Hooks set by the owner: `on_entered(actor, remark)`, called once all steps are done; the remark is a
    sentence to be shown inside, or "".
    """

    def __init__(self, services: Services, formats: Formats, view: DoorPage) -> None:
        self._services = services
        self._view = view
        self._steps = OwnSteps(services, formats, view.steps)
        self._steps.after = self._read_actor
        self._remark = ""
        self._set_up = False
        self.on_entered: Callable[[Actor, str], None] = lambda _actor, _remark: None
        view.entered.connect(self._entered)
        view.password_chosen.connect(lambda text: self._steps.choose(text, self._after_password))
        view.code_typed.connect(self._steps.confirm_app)
        view.recovery_kept.connect(self._steps.finish)

    def ask(self, actor: Actor, needs: OfficeNeeds, *, closed: bool) -> None:
        """Ask a user; `closed`: the back office has closed itself before him."""
        self._steps.user_id, self._steps.secret, self._remark = actor.user_id, "", ""
        self._view.ask(
            self._services.context.company.name, actor.name, password=needs.has_password, code=needs.code,
            closed=closed,
        )  # fmt: skip

    def _entered(self, secret: str, code: str) -> None:
        def answered(answer: OfficeSignIn) -> None:
            if not answer.passed:
                self._steps.refuse(answer)
                return
            self._steps.secret = secret
            self._go_on(answer)

        self._steps.run(
            enter_office, answered, secret=secret, code=code, station=self._services.context.till.code
        )

    def _go_on(self, answer: OfficeSignIn) -> None:
        if answer.recovery_left is not None:
            text = QCoreApplication.translate("Door", "A recovery code was used. Left: {count}.")
            self._remark = text.format(count=answer.recovery_left)
        self._set_up = answer.set_up_code
        if answer.choose_password:
            self._services.gateway.ask(
                own_sign_in, user_id=self._steps.user_id, on_done=self._ask_password,
                on_error=self._steps.failed,
            )  # fmt: skip
        else:
            self._after_password()

    def _ask_password(self, own: OwnSignIn) -> None:
        self._view.steps.show_password(own.least)

    def _after_password(self) -> None:
        if self._set_up:
            self._steps.begin_app()
        else:
            self._steps.finish()

    def _read_actor(self) -> None:
        till = self._services.context.till
        self._services.gateway.ask(
            get_actor, user_id=self._steps.user_id, station=till.code, till_id=till.id,
            on_done=self._let_in, on_error=self._steps.failed,
        )  # fmt: skip

    def _let_in(self, actor: Actor) -> None:
        self._view.forget()
        self.on_entered(actor, self._remark)
