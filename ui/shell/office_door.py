"""Who comes into the back office, when it closes itself, and who finds it as it was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.access.office import OfficeNeeds, get_policy, office_needs
from app.access.policy import AccessPolicy
from app.kernel.permission import Actor
from ui.formatting import Formats
from ui.office.door_page import DoorPage
from ui.office.door_presenter import DoorPresenter
from ui.shell.idle_timer import IdleTimer

if TYPE_CHECKING:
    from ui.office.office_page import OfficePage
    from ui.runtime.services import Services
    from ui.shell.main_window import MainWindow


class OfficeDoor(QObject):
    """Stands before the office page.

    As delivered it is open: whoever has signed in at the till walks through. Where the shop asks for a
    password or a second factor it asks once for each sign-in at the till, and again after the time that
    the shop has set. After that time, and after the till's own, the office stays as it was behind the door
    for the same person; anybody else finds it empty.

    Args:
        window: where pages are shown.
        office: what lies behind.
        till: the services of the till, whose settings say whether anybody is asked.
        formats: of the office.
        parent: owns it.
    """

    def __init__(
        self, window: MainWindow, office: OfficePage, till: Services, formats: Formats, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._office = office
        self._till = till
        self.page = DoorPage()
        self._presenter = DoorPresenter(office.services, formats, self.page)
        self._presenter.on_entered = self._entered
        self.idle = IdleTimer(0, self)
        self._inside: Actor | None = None  # who came through with this sign-in
        self._left_by = 0  # the user behind whom the door has closed; 0: nobody
        self._asked = False
        self.on_refused: Callable[[Exception], None] = lambda _error: None  # it cannot be asked

    def open(self) -> None:
        """Let in who is signed in at the till, or ask him."""
        actor = self._till.gateway.actor
        if actor is None or self._asked:
            return
        if actor is self._inside:
            self._show(actor)
            return
        self._asked = True
        self._till.gateway.ask(
            get_policy, on_done=lambda policy: self._have_policy(actor, policy), on_error=self._failed
        )

    def close(self) -> bool:
        """Nobody was here for a while: who was inside has to come through again.

        Returns whether the office was in front, and the door is now.
        """
        actor, self._inside = self._inside, None
        if actor is None or self._window.page() is not self._office:
            return False
        self._left_by = actor.user_id
        self._presenter.ask(actor, OfficeNeeds(), closed=True)
        self._office.services.gateway.ask(
            office_needs, user_id=actor.user_id,
            on_done=lambda needs: self._presenter.ask(actor, needs, closed=True),
            on_error=lambda _error: None,  # the door stays shut; what is typed is answered with the reason
        )  # fmt: skip
        self._window.show_page(self.page)
        return True

    @property
    def is_in_front(self) -> bool:
        """Whether somebody stands before it."""
        return self._window.page() is self.page

    def _have_policy(self, actor: Actor, policy: AccessPolicy) -> None:
        self.idle.set_minutes(policy.idle_minutes)
        if not policy.asks:
            self._entered(actor)
            return
        self._office.services.gateway.ask(
            office_needs, user_id=actor.user_id, on_done=lambda needs: self._have_needs(actor, needs),
            on_error=self._failed,
        )  # fmt: skip

    def _have_needs(self, actor: Actor, needs: OfficeNeeds) -> None:
        self._asked = False
        if not needs.asks:
            self._entered(actor)
            return
        self._presenter.ask(actor, needs, closed=False)
        self._window.show_page(self.page)

    def _failed(self, error: Exception) -> None:
        """Nobody is let in while it cannot be known what to ask."""
        self._asked = False
        self.on_refused(error)

    def _entered(self, actor: Actor, remark: str = "") -> None:
        self._asked = False
        self._till.gateway.actor = actor
        self._show(actor)
        if remark:
            self._office.say(remark, "warn")

    def _show(self, actor: Actor) -> None:
        same, self._left_by = actor.user_id == self._left_by, 0
        self._inside = actor
        self.idle.touch()
        self._window.show_page(self._office)
        self._office.open_for(actor.user_id, as_left=same)
