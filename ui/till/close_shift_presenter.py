"""Closing a shift: counted blind, then the difference, then the Z."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Approval, Permission
from app.runtime.approvals import about_shift
from app.till.operations.shifts import (
    ClosedShift,
    Counted,
    Difference,
    close_shift,
    resume_selling,
    save_count,
)
from app.till.states import ShiftStatus
from ui.shell.errors import describe
from ui.till.card_presenter import CardPresenter
from ui.till.close_shift_view import CloseShiftView, TenderResult
from ui.till.desk import Desk, PanelPlace
from ui.till.open_cards import OpenCards
from ui.till.open_shift_presenter import cash_counts, denomination_list
from ui.till.pay_figures import tender_name


def _tr(text: str) -> str:
    return QCoreApplication.translate("CloseShift", text)


class CloseShiftPresenter:
    """Counts, explains, closes.

    Hooks set by the page: `on_closed(closed)`, `on_cancelled()`, `on_resumed()`; `place` is where
    approvals are asked.
    """

    def __init__(self, desk: Desk, view: CloseShiftView, place: PanelPlace, cards: CardPresenter) -> None:
        self.desk = desk
        self.cards = OpenCards(desk, cards, place)
        self.terminal_words = ""  # how the card terminal's day was closed
        self.view = view
        self.on_closed: Callable[[ClosedShift], None] = lambda _closed: None
        self.on_cancelled: Callable[[], None] = lambda: None
        self.on_resumed: Callable[[], None] = lambda: None
        self._place = place
        self._busy = False
        self._differences: list[Difference] = []
        self._approval: Approval | None = None
        view.counted.connect(self.counted)
        view.confirmed.connect(self.confirmed)
        view.approval_requested.connect(self.approval_requested)
        view.recount_requested.connect(self._recount)
        view.resume_requested.connect(self._resume)
        view.closed.connect(self._back)

    def show(self) -> None:
        """Begin to count, from nothing."""
        context = self.desk.services.context
        self._differences, self._approval = [], None
        self.view.set_message("")
        self.view.set_denominations(denomination_list(context.company.currency))
        others = [(t.code, tender_name(t)) for t in context.tenders if t.counted and t.kind != "cash"]
        self.view.set_tenders(others)
        self.view.show_count()
        self.cards.show()

    def say(self, text: str) -> None:
        """A sentence with the low tone."""
        self.desk.sound.play("error")
        self.view.set_message(text)

    def counted(self, pieces: dict[int, int], others: dict[str, int]) -> None:
        """The count is handed in; only now it is told what should be there."""
        shift = self.desk.state.shift
        if self._busy or shift is None:
            return
        counts = [*cash_counts(pieces), *(Counted(code, minor) for code, minor in others.items())]
        self.desk.run(
            save_count, context=self.desk.services.context, shift_id=shift.id, counts=counts,
            permission=Permission.CLOSE_SHIFT, what=_tr("Close the shift"), place=self._place,
            on_start=lambda: self._set_busy(busy=True), on_done=self._show_result, on_error=self._failed,
        )  # fmt: skip

    def _show_result(self, differences: list[Difference]) -> None:
        context = self.desk.services.context
        self._set_busy(busy=False)
        self._differences, self._approval = differences, None
        self.view.set_message("")
        results = [
            TenderResult(
                d.tender_code, tender_name(context.tender(d.tender_code)), d.expected_minor, d.counted_minor
            )
            for d in differences
        ]
        cash = sum(d.counted_minor for d in differences if context.tender(d.tender_code).kind == "cash")
        self.view.show_result(results, next_float_minor=min(context.till.default_float_minor, max(cash, 0)))
        self.view.set_approval(needed=self._needs_approval())

    def _needs_approval(self) -> bool:
        total = sum(abs(d.difference_minor) for d in self._differences)
        limit = self.desk.services.context.till.difference_limit_minor
        return total > limit and not self.desk.may(Permission.ACCEPT_DIFFERENCE)

    def approval_requested(self) -> None:
        """The manager types his PIN here."""
        ask, shift = self.desk.ask_approval, self.desk.state.shift
        if ask is None or shift is None:
            return
        formats = self.desk.formats
        over = sum(d.difference_minor for d in self._differences)
        limit = formats.money(self.desk.services.context.till.difference_limit_minor)
        ask(
            Permission.ACCEPT_DIFFERENCE,
            _tr("Accept a difference of {amount}").format(amount=formats.signed_money(over)),
            self._approved,
            about=about_shift(shift.id),
            amount_minor=sum(abs(d.difference_minor) for d in self._differences),
            limit=_tr("The limit is {limit}.").format(limit=limit),
            place=self._place,
        )

    def _approved(self, approval: Approval) -> None:
        self._approval = approval
        self.view.set_approval(needed=True, given_by=approval.user_name)

    def confirmed(self, why: str, next_float_minor: int) -> None:
        """Close it."""
        shift = self.desk.state.shift
        if self._busy or shift is None:
            return
        self._set_busy(busy=True)
        self.desk.run(
            close_shift, context=self.desk.services.context, shift_id=shift.id, explanation=why,
            next_float_minor=next_float_minor, approval=self._approval, on_done=self._closed,
            on_error=self._failed,
        )  # fmt: skip

    def _closed(self, closed: ClosedShift) -> None:
        from ui.till.terminal_day import close_terminal_day, closes_with

        self.desk.state.shift = None
        self.terminal_words = ""
        if not closes_with(self.desk.services, "shift"):
            self._all_closed(closed)
            return
        self.view.set_message(_tr("The card terminal closes its day. One moment …"))

        def told(words: str) -> None:
            self.terminal_words = words
            self.view.set_message("")
            self._all_closed(closed)

        close_terminal_day(self.desk.services, self.desk.formats, told)

    def _all_closed(self, closed: ClosedShift) -> None:
        self._set_busy(busy=False)
        self.on_closed(closed)

    def _recount(self) -> None:
        self.view.set_message("")
        self.view.show_count()

    def _resume(self) -> None:
        """Sell on: the count is dropped; who counts blind asks somebody else."""
        shift = self.desk.state.shift
        if self._busy or shift is None:
            return
        self.desk.run(
            resume_selling, context=self.desk.services.context, shift_id=shift.id,
            permission=Permission.X_REPORT, what=_tr("Drop the count and sell on"), place=self._place,
            on_start=lambda: self._set_busy(busy=True), on_done=self._resumed, on_error=self._failed,
        )  # fmt: skip

    def _resumed(self, _answer: object) -> None:
        self._set_busy(busy=False)
        self._differences = []
        self.on_resumed()

    def _back(self) -> None:
        if self._differences:  # the shift is being counted: no sale can be made any more
            self.say(_tr("The count was handed in: count again, close, or press “Sell on”."))
        elif self._is_counting():
            self._resume()  # it was counted before the program was started
        else:
            self.on_cancelled()

    def _is_counting(self) -> bool:
        shift = self.desk.state.shift
        return shift is not None and shift.status == ShiftStatus.COUNTING.value

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.say(describe(error))
        if self._needs_approval() and self._approval is None:
            self.view.set_approval(needed=True)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.view.set_busy(busy=busy)
