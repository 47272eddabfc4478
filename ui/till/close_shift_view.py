"""Closing a shift: a blind count first; only after it is handed in, what was expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from ui.formatting import Formats
from ui.theme import tokens
from ui.till.count_page import CountPage
from ui.widgets.button import Button
from ui.widgets.denominations import Denomination
from ui.widgets.edits import MoneyEdit
from ui.widgets.side_panel import scrolling
from ui.widgets.text import Card, column, label, line, rule


@dataclass(frozen=True, slots=True)
class TenderResult:
    """What came out for one tender; amounts in minor units."""

    key: str
    name: str
    expected_minor: int
    counted_minor: int


class CloseShiftView(QStackedWidget):
    """Two pages: the blind count, then the result.

    Signals:
        counted(object, object): dict[value_minor, pieces] of the cash, and
            dict[tender key, minor units] of the other tenders. Nothing expected was shown so far.
        confirmed(str, int): the explanation of the difference, and the float left for the next
            shift in minor units.
        approval_requested(): the manager is asked for his PIN.
        recount_requested(): back to counting.
        resume_requested(): the count is dropped, and the shift sells on.
        closed(): Back, or Esc, on the first page.
    Setters: show_count, set_denominations, set_tenders, show_result, set_approval, set_message,
        set_busy.
    """

    counted = Signal(object, object)
    confirmed = Signal(str, object)
    approval_requested = Signal()
    recount_requested = Signal()
    resume_requested = Signal()
    closed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._others: dict[str, MoneyEdit] = {}
        self._count = CountPage(
            formats,
            self.tr("Close the shift"),
            self.tr("Count what is there. The expected amounts are shown after the count is handed in."),
        )
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._hand_in = Button(self.tr("Hand in the count"), "primary", icon="task_alt", hint="⏎")
        self._count.side.addLayout(self._form)
        self._count_message = label("", tokens.BODY, 500, "danger", wrap=True)
        self._count.side.addWidget(self._count_message)
        self._count.side.addStretch(1)
        self._count.right.body.addWidget(self._hand_in)
        self._hand_in.clicked.connect(self._emit_count)
        self._count.back.clicked.connect(self.closed)
        self._count.table.finished.connect(self._after_cash)
        self.addWidget(self._count)
        self.addWidget(self._make_result())

    def set_denominations(self, denominations: Sequence[Denomination]) -> None:
        """The notes and coins of the currency."""
        self._count.table.set_denominations(denominations)

    def set_tenders(self, tenders: Sequence[tuple[str, str]]) -> None:
        """The other tenders to count: (key, name), e.g. card slips."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._others.clear()
        for key, name in tenders:
            edit = MoneyEdit(name, self._formats)
            self._others[key] = edit
            self._form.addRow(label(name, tokens.LABEL, 600), edit)
        edits = list(self._others.values())
        for edit, following in zip_longest(edits, edits[1:]):
            edit.returnPressed.connect(following.setFocus if following else self._hand_in.click)

    def show_count(self) -> None:
        """The first page."""
        self.setCurrentIndex(0)
        self._count.table.setFocus()

    def show_result(self, results: Sequence[TenderResult], *, next_float_minor: int) -> None:
        """The second page: expected, counted and difference of each tender."""
        while (item := self._results.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        heads = (self.tr("Tender"), self.tr("Expected"), self.tr("Counted"), self.tr("Over or short"))
        for x, head in enumerate(heads):
            self._put(head, 0, x, tokens.CAPTION, 600, "text2")
        for y, result in enumerate(results, 1):
            self._result_row(y, result)
        self._results.setRowStretch(len(results) + 1, 1)
        self._next.set_value(next_float_minor)
        self.set_approval(needed=False)
        self.setCurrentIndex(1)
        self._why.setFocus()

    def set_approval(self, *, needed: bool, given_by: str = "") -> None:
        """Whether the difference needs a manager, and who approved it."""
        waiting = needed and not given_by
        self._approve.setVisible(waiting)
        self._approved.setVisible(bool(given_by) or waiting)
        text = self.tr("Approved by {name}.").format(name=given_by)
        limit = self.tr("The difference is over the limit: a manager has to approve it.")
        self._approved.setText(text if given_by else limit)
        self._confirm.setEnabled(not waiting)

    def set_message(self, text: str) -> None:
        """A sentence when it was refused; "" for none."""
        self._message.setText(text)
        self._count_message.setText(text)

    def set_busy(self, *, busy: bool) -> None:
        """While it is being written."""
        self._confirm.setEnabled(not busy)
        self._hand_in.setEnabled(not busy)

    def _emit_count(self) -> None:
        others = {key: edit.value() or 0 for key, edit in self._others.items()}
        self.counted.emit(self._count.table.pieces(), others)

    def _after_cash(self) -> None:
        following = next(iter(self._others.values()), None)
        (following or self._hand_in).setFocus()

    def _put(self, text: str, y: int, x: int, size: int, weight: int, tone: str = "text") -> None:
        align = Qt.AlignmentFlag.AlignTrailing if x else Qt.AlignmentFlag.AlignLeading
        self._results.addWidget(label(text, size, weight, tone, align), y, x)

    def _result_row(self, y: int, result: TenderResult) -> None:
        difference = result.counted_minor - result.expected_minor
        tone = "ok" if difference == 0 else "danger" if difference < 0 else "warn"
        word = self._formats.signed_money(difference) if difference else self.tr("agrees")
        self._put(result.name, y, 0, tokens.LABEL, 600)
        self._put(self._formats.money(result.expected_minor), y, 1, tokens.PRICE, 500, "text2")
        self._put(self._formats.money(result.counted_minor), y, 2, tokens.PRICE, 600)
        self._put(word, y, 3, tokens.LINE_TOTAL, 700, tone)

    def _result_head(self) -> QHBoxLayout:
        recount = Button(self.tr("Count again"), icon="refresh")
        recount.clicked.connect(self.recount_requested)
        resume = Button(self.tr("Sell on"), icon="undo")
        resume.clicked.connect(self.resume_requested)
        return line(label(self.tr("Result of the count"), tokens.PAY, 700), None, resume, recount)

    def _make_result(self) -> QWidget:
        page = QWidget()
        card = Card(pad=24)
        card.setMaximumWidth(980)
        card.body.setSpacing(tokens.GUTTER)
        card.body.addLayout(self._result_head())
        body = QWidget()
        self._results = QGridLayout(body)
        self._results.setVerticalSpacing(14)
        self._results.setHorizontalSpacing(20)
        for x in range(4):
            self._results.setColumnStretch(x, 1)
        card.body.addWidget(scrolling(body), 1)
        card.body.addWidget(rule())
        self._why = QLineEdit()
        self._why.setMaxLength(200)
        self._why.setAccessibleName(self.tr("Explanation of the difference"))
        self._why.setPlaceholderText(self.tr("Explanation of the difference"))
        self._next = MoneyEdit(self.tr("Float for the next shift"), self._formats)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(label(self.tr("Explanation"), tokens.LABEL, 600), self._why)
        form.addRow(label(self.tr("Float for the next shift"), tokens.LABEL, 600), self._next)
        card.body.addLayout(form)
        self._approved = label("", tokens.BODY, 600, "warn", wrap=True)
        self._approve = Button(self.tr("Ask the manager"), icon="verified_user")
        self._approve.clicked.connect(self.approval_requested)
        self._message = label("", tokens.BODY, 500, "danger", wrap=True)
        self._confirm = Button(self.tr("Close shift and print the Z report"), "pay", icon="lock", hint="⏎")
        for edit in (self._why, self._next):
            edit.returnPressed.connect(self._confirm.click)
        self._confirm.clicked.connect(self._emit_confirm)
        approval = line(self._approved, self._approve)
        approval.setStretch(0, 1)
        card.body.addLayout(approval)
        card.body.addWidget(self._message)
        card.body.addWidget(self._confirm)
        outer = column(page, margin=tokens.GUTTER)
        inside = line()
        inside.addWidget(card)
        outer.addLayout(inside)
        return page

    def _emit_confirm(self) -> None:
        self.confirmed.emit(self._why.text().strip(), self._next.value() or 0)
