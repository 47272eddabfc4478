"""Opening a shift: the float is counted by notes and coins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Permission
from app.till.drawers import list_suspended
from app.till.operations.shifts import Counted, open_shift
from app.till.queries import OpenShift, find_open_shift, proposed_float_minor
from app.till.tender import denominations, notes
from ui.shell.errors import describe
from ui.till.desk import Desk, PanelPlace
from ui.till.open_shift_view import OpenShiftView
from ui.widgets.denominations import Denomination


def denomination_list(currency: str) -> list[Denomination]:
    """The notes and coins of a currency, the largest first."""
    paper = notes(currency)
    return [Denomination(value, value in paper) for value in denominations(currency)]


def cash_counts(pieces: Mapping[int, int]) -> list[Counted]:
    """A count of notes and coins as the operations take it; an empty drawer is counted as well."""
    counts = [Counted("cash", value * n, value, n) for value, n in pieces.items() if n]
    return counts or [Counted("cash", 0)]


def _counts(total_minor: int, pieces: Mapping[int, int]) -> list[Counted]:
    """By pieces; or, where the last count is taken over, its sum."""
    return cash_counts(pieces) if pieces or not total_minor else [Counted("cash", total_minor)]


class OpenShiftPresenter:
    """Counts the float and opens the shift.

    Hooks set by the page: `on_opened(shift)`, `on_cancelled()`, `on_aside()`; `place` is where
    approvals are asked.
    """

    def __init__(self, desk: Desk, view: OpenShiftView, place: PanelPlace) -> None:
        self.desk = desk
        self.view = view
        self.on_opened: Callable[[OpenShift], None] = lambda _shift: None
        self.on_cancelled: Callable[[], None] = lambda: None
        self.on_aside: Callable[[], None] = lambda: None
        self._place = place
        self._busy = False
        self._nothing_counted = False
        view.opened.connect(self.opened)
        view.aside.connect(lambda: self.on_aside())  # noqa: PLW0108 - set later
        view.closed.connect(lambda: self.on_cancelled())  # noqa: PLW0108 - set later

    def show(self) -> None:
        """Begin to count."""
        services = self.desk.services
        self._nothing_counted = False
        self.view.set_message("")
        self.view.set_denominations(denomination_list(services.currency))
        services.gateway.ask(
            proposed_float_minor, till_id=services.context.drawer_till_id, drawer=services.context.drawer,
            on_done=self.view.set_proposal, on_error=self._failed,
        )  # fmt: skip
        services.gateway.ask(
            list_suspended, store_id=services.context.till.store_id, on_error=self._failed,
            on_done=lambda found: self.view.set_aside(len(found)),
        )  # fmt: skip

    def say(self, text: str) -> None:
        """A sentence with the low tone."""
        self.desk.sound.play("error")
        self.view.set_message(text)

    def opened(self, total_minor: int, pieces: dict[int, int]) -> None:
        """Open it; with nothing counted it takes a second press."""
        if self._busy:
            return
        if not total_minor and not self._nothing_counted:
            self._nothing_counted = True
            self.say(
                QCoreApplication.translate(
                    "OpenShift", "Nothing is counted. Count the float, or press again for an empty drawer."
                )
            )
            return
        self.desk.run(
            open_shift, context=self.desk.services.context, counts=_counts(total_minor, pieces),
            permission=Permission.OPEN_SHIFT,
            what=QCoreApplication.translate("OpenShift", "Open the shift"), place=self._place,
            on_start=lambda: self._set_busy(busy=True), on_done=self._done, on_error=self._failed,
        )  # fmt: skip

    def _done(self, _shift_id: int) -> None:
        services = self.desk.services
        services.gateway.ask(
            find_open_shift, till_id=services.context.drawer_till_id, drawer=services.context.drawer,
            on_done=self._found, on_error=self._failed,
        )  # fmt: skip

    def _found(self, shift: OpenShift | None) -> None:
        self._set_busy(busy=False)
        if shift is not None:
            self.on_opened(shift)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.say(describe(error))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.view.set_busy(busy=busy)
