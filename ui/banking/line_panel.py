"""A line of a statement: what it may pay, with the evidence; accepted, spread by hand, booked, undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.banking.matching.model import Candidate
from app.banking.offers import OfferKind
from app.banking.operations.booking import Booking, book_payment_line, booking_of
from app.banking.operations.debits import book_collection
from app.banking.operations.others import book_to_accounts, leave_out, match_recorded, take_in_again
from app.banking.operations.payouts import book_payout
from app.banking.operations.returns import book_return
from app.banking.operations.undo import undo_match
from app.banking.run import evidence_of
from app.banking.screen_queries import LineLook, look_at_line
from app.banking.states import LineStatus
from app.kernel.permission import Permission
from app.receivables.queries import OpenItem, list_open_items
from ui.banking.account_box import AccountBox
from ui.banking.hand_box import HandBox
from ui.banking.line_rows import candidate_rows, line_texts, match_rows, share_rows
from ui.banking.words import evidence_text
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money, open_document
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable
from ui.widgets.row_list import RowList
from ui.widgets.text import Elided, column, label, line

_SUGGESTED: Final = "suggested"
_HAND: Final = "hand"
_ACCOUNT: Final = "account"
_BOOKED: Final = "booked"
_ROW: Final = 62
_MOST_ROWS: Final = 4 * _ROW


def _ids(key: str) -> list[int]:
    return [int(x) for x in key.split(",") if x.isdigit()]


def _days(key: str) -> list[date]:
    return [date.fromisoformat(x) for x in key.split(",") if "-" in x]


class LinePanel(DocumentPanel):
    """The panel of a line.

    Signals:
        done(object): it was dealt with; its id. The owner shows the next one.
    """

    done = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.look: LineLook | None = None
        self.mode = _SUGGESTED
        self._uuid = str(uuid4())
        self._make_parts()
        self._lay_out()
        self._connect()
        self.first = self.found

    def _make_parts(self) -> None:
        tr, desk = self.tr, self.desk
        self.about = Elided("", tokens.LABEL, 600)
        self.words = label("", tokens.BODY, 400, "text2", wrap=True)
        self.found = RowList(tr("What it may be"))
        self.none = label("", tokens.BODY, 600, "text2", wrap=True)
        self.why = Elided("", tokens.SUB, 400, "text2")
        self.parts = DataTable(tr("What it settles"), [
            Column("document", tr("Document")), Column("due", tr("Due"), 125),
            Column("open", tr("Open"), 120, figure=True), Column("pays", tr("Settles"), 120, figure=True),
            Column("discount", tr("Discount"), 110, figure=True),
        ])  # fmt: skip
        self.history = DataTable(tr("How it was booked"), [
            Column("what", tr("What")), Column("amount", tr("Amount"), 130, figure=True),
            Column("state", tr("State"), 260),
        ])  # fmt: skip
        self.hand, self.accounts = HandBox(self, desk), AccountBox(desk)
        self.accept_button = Button(tr("Book"), "primary", icon="check", hint="F10")
        self.hand_button = Button(tr("By hand"), icon="edit", hint="F6")
        self.account_button = Button(tr("To an account"), icon="account_balance_wallet", hint="F7")
        self.leave_button = Button(tr("Leave out"), icon="block", hint="F8")
        self.again_button = Button(tr("Take in again"), icon="refresh")
        self.undo_button = Button(tr("Undo"), "danger_soft", icon="undo")
        self.payment_button = Button(tr("Show the payment"), icon="payments", hint="F9")

    def _lay_out(self) -> None:
        self.page.addWidget(self.about)
        self.page.addWidget(self.words)
        self.stack = QStackedWidget()
        suggested = QWidget()
        body = column(suggested, gap=tokens.GAP)
        for part in (self.none, self.found, self.why):
            body.addWidget(part)
        body.addWidget(self.parts, 1)
        self._below = QWidget()  # takes the room of the table when there is nothing to settle
        body.addWidget(self._below, 1)
        self._pages = {
            _SUGGESTED: suggested,
            _HAND: self.hand,
            _ACCOUNT: self.accounts,
            _BOOKED: self.history,
        }
        for page in self._pages.values():
            self.stack.addWidget(page)
        self.page.addWidget(self.stack, 1)
        foot = line(
            self.leave_button, self.account_button, self.hand_button, None, self.payment_button,
            self.undo_button, self.again_button, self.accept_button, gap=8,
        )  # fmt: skip
        self.content.addLayout(foot)

    def _connect(self) -> None:
        self.found.current_changed.connect(lambda _key: self._show_parts())
        self.found.chosen.connect(lambda _key: self.accept())
        self.hand_button.clicked.connect(self.by_hand)
        self.account_button.clicked.connect(self.to_account)
        self.leave_button.clicked.connect(self._ask_leave)
        self.again_button.clicked.connect(self._take_in)
        self.undo_button.clicked.connect(self._ask_undo)
        self.payment_button.clicked.connect(self._show_payment)
        self.accept_button.clicked.connect(self.accept)

    # --- what is shown ---

    def load(self, line_id: int) -> None:
        """Read it."""
        self._uuid = str(uuid4())
        self.ask(look_at_line, self._have, lane="reports", line_id=line_id)

    def reload(self) -> None:
        """Read it again."""
        if self.look is not None:
            self.load(self.look.line.id)

    def _have(self, look: LineLook) -> None:
        self.look = look
        self.refuse("")
        title, about, words = line_texts(self.desk, look.line)
        self.set_title(title)
        self.about.set_text(about)
        self.words.setText(words)
        self.found.set_rows(candidate_rows(self.desk, look))
        self.history.set_rows(match_rows(self.desk, look))
        nothing = self.tr("Nothing open fits. Spread it by hand, book it to an account, or leave it out.")
        if look.line.amount_minor < 0:
            nothing = self.tr("Money out. Book it to an account, or leave it out.")
        self.found.setFixedHeight(min(self.found.count() * _ROW, _MOST_ROWS) + 8)
        self.none.setText("" if self.found.count() else nothing)
        self.none.setVisible(not self.found.count())
        self.found.setVisible(bool(self.found.count()))
        is_open = look.line.status == LineStatus.OPEN.value
        self._show_mode(_SUGGESTED if is_open else _BOOKED)
        self._show_parts()
        (self.found if self.found.count() else self.hand_button if is_open else self.history).setFocus()

    def _show_mode(self, mode: str) -> None:
        self.mode = mode
        self.stack.setCurrentWidget(self._pages[mode])
        status = self.look.line.status if self.look is not None else ""
        is_open = status == LineStatus.OPEN.value
        may = self.desk.may(Permission.RECEIVE_PAYMENT)
        money_in = self.look is not None and self.look.line.amount_minor > 0
        self.accept_button.setVisible(is_open and may)
        self.accept_button.setEnabled(mode != _SUGGESTED or bool(self.found.count()))
        self.hand_button.setVisible(is_open and may and money_in)
        for part in (self.account_button, self.leave_button):
            part.setVisible(is_open and may)
        self.again_button.setVisible(status == LineStatus.LEFT_OUT.value and may)
        booked = status == LineStatus.BOOKED.value
        self.undo_button.setVisible(booked and self.desk.may(Permission.UNDO_PAYMENT))
        self.payment_button.setVisible(booked and self._payment() is not None)

    def _candidate(self) -> Candidate | None:
        kind, _, place = self.found.current().partition(":")
        if self.look is None or kind != "candidate":
            return None
        return self.look.candidates[int(place)]

    def _show_parts(self) -> None:
        chosen = self._candidate()
        rows = (
            share_rows(self.desk, self.look, chosen) if self.look is not None and chosen is not None else []
        )
        self.parts.set_rows(rows)
        self.why.set_text(evidence_text(tuple(evidence_of(chosen.reasons))) if chosen is not None else "")
        self.parts.setVisible(bool(rows))
        self._below.setVisible(not rows)

    # --- what is done ---

    def by_hand(self) -> None:
        """Spread it by hand, from the candidate that is chosen."""
        look = self.look
        if look is None or not self.hand_button.isVisible():
            return
        self.hand.start(look.line.amount_minor, look.line.currency)
        chosen = self._candidate()
        if chosen is not None:

            def have(items: list[OpenItem]) -> None:
                self.hand.use(self.hand.hand.like(chosen, items), look.names.get(chosen.party_id, ""))
                self.hand.table.setFocus()

            self.ask(list_open_items, have, party_id=chosen.party_id)
        self._show_mode(_HAND)
        self.hand.customer.setFocus()

    def to_account(self) -> None:
        """Book it to accounts of the ledger."""
        look = self.look
        if look is None or not self.account_button.isVisible():
            return
        self.accounts.start(look.line.amount_minor, look.line.currency, list(look.accounts))
        self._show_mode(_ACCOUNT)
        self.accounts.rows.lines()[0][0].setFocus()

    def accept(self) -> None:
        """Book what is chosen, or what was put together."""
        look = self.look
        if look is None or not self.accept_button.isVisible():
            return
        if self.mode == _ACCOUNT:
            self.run(
                book_to_accounts, self._done, uuid=self._uuid, line_id=look.line.id,
                shares=self.accounts.shares(), words=self.accounts.words.text(),
            )  # fmt: skip
        elif self.mode == _HAND:
            self._book(self.hand.hand.booking(), ())
        else:
            self._accept_chosen(look)

    def _accept_chosen(self, look: LineLook) -> None:
        chosen = self._candidate()
        if chosen is not None:
            self._book(booking_of(chosen), tuple(evidence_of(chosen.reasons)))
            return
        kind, _, key = self.found.current().partition(":")
        acts: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
            OfferKind.RECORDED.value: (match_recorded, {"payment_ids": _ids(key)}),
            OfferKind.RUN.value: (book_collection, {"run_id": sum(_ids(key))}),
            OfferKind.RETURN.value: (book_return, {"payment_id": sum(_ids(key))}),
            OfferKind.PAYOUT.value: (book_payout, {"days": _days(key)}),
        }
        if kind in acts:
            operation, arguments = acts[kind]
            self.run(operation, self._done, uuid=self._uuid, line_id=look.line.id, **arguments)

    def _book(self, booking: Booking, evidence: tuple[tuple[str, str], ...]) -> None:
        if self.look is None:
            return
        self.run(
            book_payment_line, self._done, uuid=self._uuid, line_id=self.look.line.id, booking=booking,
            evidence=evidence,
        )  # fmt: skip

    def _done(self, _answer: Any) -> None:
        if self.look is not None:
            line_row = self.look.line
            shown = money(self.desk, line_row.amount_minor, line_row.currency)
            self.desk.say(
                self.tr("{amount} of {name} is booked.").format(amount=shown, name=line_row.name or "-")
            )
            self.done.emit(line_row.id)

    def _ask_leave(self) -> None:
        look = self.look
        if look is None or not self.leave_button.isVisible():
            return
        self.asking.ask(
            self.tr("Why is this line left out of the books?"), self.tr("Leave out"),
            lambda text: self.run(
                leave_out, lambda _none: self.done.emit(look.line.id), line_id=look.line.id, reason=text
            ),
        )  # fmt: skip

    def _take_in(self) -> None:
        if self.look is not None:
            self.run(take_in_again, lambda _none: self.reload(), line_id=self.look.line.id)

    def _ask_undo(self) -> None:
        look = self.look
        if look is not None:
            self.asking.ask(
                self.tr("Why is this undone? What it paid is open again."), self.tr("Undo"),
                lambda text: self.run(
                    undo_match, lambda _saved: self.reload(), line_id=look.line.id, reason=text
                ),
            )  # fmt: skip

    def _payment(self) -> int | None:
        matches = self.look.matches if self.look is not None else ()
        return next((p.payment_id for m in matches[:1] for p in m.parts if p.payment_id is not None), None)

    def _show_payment(self) -> None:
        payment_id = self._payment()
        if payment_id is not None:
            open_document(self.desk, f"customer_payment:{payment_id}")

    def leave(self) -> None:
        """Esc: out of the box of the hand first."""
        if self.mode in (_HAND, _ACCOUNT):
            self._show_mode(_SUGGESTED)
            self.found.setFocus()
        else:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 books, F6 by hand, F7 to an account, F8 leaves out, F9 shows the payment."""
        acts = {
            Qt.Key.Key_F10: self.accept, Qt.Key.Key_F6: self.by_hand, Qt.Key.Key_F7: self.to_account,
            Qt.Key.Key_F8: self._ask_leave, Qt.Key.Key_F9: self._show_payment,
        }  # fmt: skip
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        elif event.key() == Qt.Key.Key_Escape and not self.asking.isVisible():
            self.leave()
        else:
            super().keyPressEvent(event)
