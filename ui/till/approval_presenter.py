"""Somebody with the right approves in place: his PIN over what is being done, both are written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.access.operations import SignIn, approve
from app.access.queries import Role, User, list_roles, list_users
from app.kernel.permission import Approval, Permission
from ui.till.desk import Desk, PanelPlace
from ui.till.panels_money import ApprovalPanel
from ui.till.sign_in_presenter import pin_refused

_MS: Final = 1000


def _tr(text: str) -> str:
    return QCoreApplication.translate("Approval", text)


class ApprovalPresenter:
    """Answers `Desk.ask_approval`."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._request: _Request | None = None
        self._last = 0  # who approved last is proposed next time
        desk.ask_approval = self.ask

    def ask(
        self, permission: Permission, what: str, then: Callable[[Approval], None], *, about: str,
        amount_minor: int | None = None, limit: str = "", fits: Callable[[Role], bool] | None = None,
        place: PanelPlace | None = None,
    ) -> None:  # fmt: skip
        """See AskApproval."""
        gateway = self.desk.services.gateway
        actor = gateway.actor
        if actor is None:
            return

        def with_roles(roles: list[Role]) -> None:
            able = {r.id for r in roles if permission in r.permissions and (fits is None or fits(r))}

            def with_users(users: list[User]) -> None:
                people = [(u.id, u.name) for u in users if u.role_id in able and u.id != actor.user_id]
                asked = _Asked(permission, what, about, amount_minor, limit)
                self._open(_Request(self, asked, then, place or self.desk.view), people)

            gateway.ask(list_users, on_done=with_users, on_error=self.desk.refuse)

        gateway.ask(list_roles, on_done=with_roles, on_error=self.desk.refuse)

    def _open(self, request: _Request, people: list[tuple[int, str]]) -> None:
        if not people:
            self.desk.say(_tr("Nobody in this shop may approve this. Nothing was done."), "error")
            return
        last = self._last if self._last in {user_id for user_id, _ in people} else 0
        self._request = request  # what a signal is connected to is not kept by the signal
        request.open(people, last)

    def approved(self, approval: Approval) -> None:
        """Remember who it was."""
        self._last = approval.user_id


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody is to say yes to."""

    permission: Permission
    what: str
    about: str
    amount_minor: int | None
    limit: str


class _Request:
    """One question, from its panel to the answer."""

    def __init__(
        self, owner: ApprovalPresenter, asked: _Asked, then: Callable[[Approval], None], place: PanelPlace
    ) -> None:
        self._owner = owner
        self._asked = asked
        self._then = then
        self._place = place
        self._asking = False
        self._panel = ApprovalPanel(asked.what, "", asked.limit)
        self._panel.pin_entered.connect(self._entered)

    def open(self, people: list[tuple[int, str]], selected: int) -> None:
        """Show the panel."""
        self._panel.set_people(people, selected)
        self._place.show_panel(self._panel)

    def _entered(self, user_id: int, pin: str) -> None:
        services = self._owner.desk.services
        actor = services.gateway.actor
        if self._asking or actor is None or not user_id:
            return
        self._asking = True
        services.gateway.run(
            approve, as_system=True, user_id=user_id, pin=pin, pepper=services.pepper,
            permission=self._asked.permission, asked_by=actor.user_id, about=self._asked.about,
            amount_minor=self._asked.amount_minor, on_done=self._answered, on_error=self._failed,
        )  # fmt: skip

    def _answered(self, answer: SignIn) -> None:
        self._asking = False
        desk = self._owner.desk
        if answer.approval is not None:
            self._owner.approved(answer.approval)
            self._place.close_panel()
            self._then(answer.approval)
            return
        seconds = 0
        if answer.wait_until is not None:
            seconds = max(1, round((answer.wait_until - desk.now()).total_seconds()))
        desk.sound.play("error")
        self._panel.set_message(pin_refused(answer, wait=desk.formats.duration(seconds)))

    def _failed(self, error: Exception) -> None:
        from ui.shell.errors import describe

        self._asking = False
        self._owner.desk.sound.play("error")
        self._panel.set_message(describe(error))
