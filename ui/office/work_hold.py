"""The piece of work on the screen is the clerk's while it is there, and the others see it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.queues.operations import Taken, WorkHeldError, give_back_work, keep_work, take_work
from app.queues.queries import Claim
from app.queues.states import WorkKind
from ui.office.section import OfficeDesk
from ui.shell.errors import describe

_EVERY_MS: Final = 5 * 60 * 1000  # well within app.queues.operations.HELD_FOR


class WorkHold(QObject):
    """What is on the screen: taken, kept, given back."""

    def __init__(self, desk: OfficeDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.work: tuple[WorkKind, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.keep)

    def have(self, taken: Taken) -> None:
        """It was handed out."""
        if self.work != (taken.kind, taken.item_id):
            self.let_go()
        self.work = taken.kind, taken.item_id
        self._timer.start()

    def take(self, kind: WorkKind, item_id: int) -> None:
        """It was opened by hand: who has it is told, and may be asked; the page is open all the same."""
        if self.work == (kind, item_id):
            return
        self.let_go()
        self._desk.run(take_work, self.have, self._is_held, kind=kind, item_id=item_id)

    def let_go(self) -> None:
        """It is done, or left."""
        work, self.work = self.work, None
        self._timer.stop()
        if work is not None:
            self._desk.run(give_back_work, lambda _none: None, kind=work[0], item_id=work[1])

    def keep(self) -> None:
        """Somebody is still at it."""
        if self.work is not None:
            self._desk.run(keep_work, lambda _still: None, kind=self.work[0], item_id=self.work[1])

    def _is_held(self, error: Exception) -> None:
        if isinstance(error, WorkHeldError):
            self._desk.say(describe(error), "warn")
        else:
            self._desk.failed(error)


def who_has(claim: Claim | None, desk: OfficeDesk) -> str:
    """Whose it is and since when; "" for nobody's."""
    if claim is None:
        return ""
    text = QCoreApplication.translate("Work", "{name} since {time}")
    return text.format(name=claim.holder, time=desk.formats.time(claim.since))
