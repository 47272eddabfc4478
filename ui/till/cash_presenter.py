"""Cash that moves without a sale, the drawer, and the figures so far."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.devices.paper import Paper
from app.kernel.permission import Approval, Permission
from app.printing.queries import PrintJob
from app.printing.states import PrintStatus
from app.runtime.approvals import about_shift
from app.till.operations.cash import move_cash, open_drawer, print_x_report
from app.till.shift_report import expected_by_tender
from app.till.states import CashMovementKind
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_ask import ReasonPanel
from ui.till.panels_money import CashMovementPanel
from ui.till.panels_show import PaperPanel
from ui.till.paper_text import paper_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("CashDesk", text)


def preview_job(desk: Desk, kind: str, document_type: str, document_id: int) -> PrintJob:
    """A job that is not in the queue: to show a paper on the screen."""
    return PrintJob(
        id=0, station=desk.services.context.till.code, kind=kind, document_type=document_type,
        document_id=document_id, is_copy=False, status=PrintStatus.QUEUED, attempts=0, last_error=None,
        created_at=desk.now(),
    )  # fmt: skip


class CashPresenter:
    """Pay-in, pay-out, safe drop, no sale, X report."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._busy = False
        self._x_approval: Approval | None = None

    @cached_property
    def _panel(self) -> CashMovementPanel:
        panel = CashMovementPanel(self.desk.formats)
        panel.submitted.connect(self.submitted)
        return panel

    @cached_property
    def _x_panel(self) -> PaperPanel:
        panel = PaperPanel(_tr("X report"))
        panel.print_requested.connect(self._print_x)
        return panel

    # --- money without a sale ---

    def show(self, kind: str = "pay_in") -> None:
        """Ask what moves."""
        self._panel.ask(kind)
        self._panel.set_busy(busy=False)
        self.desk.view.show_panel(self._panel)

    def catch_bag(self, raw: str) -> bool:
        """A bag is scanned while its money is typed in; False when none is asked for."""
        asked = "_panel" in self.__dict__ and self.desk.view.panel() is self._panel
        if not asked or not self._panel.takes_bag():
            return False
        self.desk.sound.play("good")
        self._panel.set_bag(raw)
        return True

    def submitted(self, kind: str, minor: int, reason: str, bag: str = "") -> None:
        """Book it; the slip is printed and the drawer opens."""
        shift = self.desk.state.shift
        if self._busy or shift is None:
            return
        amount = self.desk.formats.money(minor)
        self.desk.run(
            move_cash, context=self.desk.services.context, shift_id=shift.id, kind=CashMovementKind(kind),
            amount_minor=minor, reason=reason, bag=bag, permission=Permission.CASH_MOVEMENT,
            what=_tr("Move {amount}").format(amount=amount),
            on_start=lambda: self._set_busy(busy=True), on_done=self._moved, on_error=self._failed,
        )  # fmt: skip

    def _moved(self, number: str) -> None:
        self._set_busy(busy=False)
        self.desk.view.close_panel()
        self.desk.say(_tr("Booked as {number}.").format(number=number), "ok")

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.desk.sound.play("error")
        self._panel.set_message(describe(error))

    def _hold(self, *, busy: bool) -> None:
        self._busy = busy

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._panel.set_busy(busy=busy)

    # --- the drawer ---

    def open_drawer(self) -> None:
        """No sale: the drawer opens for a reason that is kept."""
        reasons = [_tr("Change money"), _tr("Check the drawer"), _tr("Wrong change given")]
        title = _tr("Open the drawer")
        panel = ReasonPanel(title, _tr("Nothing is sold. The reason is written down."), reasons, title)
        panel.given.connect(self._open)
        self.desk.view.show_panel(panel)

    def _open(self, reason: str) -> None:
        shift = self.desk.state.shift
        if self._busy or shift is None:
            return
        self.desk.run(
            open_drawer, context=self.desk.services.context, shift_id=shift.id, reason=reason,
            permission=Permission.NO_SALE, what=_tr("Open the drawer without a sale"),
            on_start=lambda: self._hold(busy=True), on_done=self._opened, on_error=self._refused,
        )  # fmt: skip

    def _opened(self, _answer: object) -> None:
        self._busy = False
        self.desk.view.close_panel()
        self.desk.say(_tr("The drawer opens."), "ok")

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self.desk.refuse(error)

    def check_limit(self) -> None:
        """After a sale: say so when there is more cash in the drawer than there should be."""
        shift = self.desk.state.shift
        limit = self.desk.services.context.till.drawer_limit_minor
        if shift is None or not limit:
            return

        def show(expected: dict[str, int]) -> None:
            if expected.get("cash", 0) > limit:
                text = _tr("More than {limit} is in the drawer: bring some to the safe.")
                self.desk.view.change.add_note(text.format(limit=self.desk.formats.money(limit)))

        self.desk.services.gateway.ask(
            expected_by_tender, shift_id=shift.id, on_done=show, on_error=self.desk.refuse
        )

    # --- the X report ---

    def x_report(self) -> None:
        """The figures so far, on the screen."""
        shift = self.desk.state.shift
        if shift is None:
            return
        if not self.desk.may(Permission.X_REPORT):
            if self.desk.ask_approval is not None:
                self.desk.ask_approval(
                    Permission.X_REPORT, _tr("See the X report"), self._ask_x, about=about_shift(shift.id)
                )
            return
        self._ask_x(None)

    def _ask_x(self, approval: Approval | None) -> None:
        self._x_approval = approval
        shift = self.desk.state.shift
        if shift is not None:
            from app.documents.build import build_paper

            self.desk.services.gateway.ask(
                build_paper, job=preview_job(self.desk, "x_report", "shift", shift.id), on_done=self._show_x,
                on_error=self.desk.refuse,
            )  # fmt: skip

    def _show_x(self, paper: Paper) -> None:
        self._x_panel.show_text(paper_text(paper))
        self.desk.view.show_panel(self._x_panel)

    def _print_x(self) -> None:
        shift = self.desk.state.shift
        if shift is None:
            return
        given, self._x_approval = self._x_approval, None  # it prints once
        self.desk.run(
            print_x_report, context=self.desk.services.context, shift_id=shift.id,
            permission=Permission.X_REPORT, what=_tr("See the X report"), approval=given,
            on_done=lambda _a: self.desk.say(_tr("The X report is printing."), "info"),
        )  # fmt: skip
