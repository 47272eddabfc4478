"""Side panels about card payments: waiting, not knowing, and what is open at the end of a shift."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.till.panels_ask import AskPanel, text_edit
from ui.widgets.button import Button
from ui.widgets.row_list import Row, RowList
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label


class CardWaitPanel(SidePanel):
    """The card terminal is being asked.

    Signals:
        abort_requested(): break it off; its word is waited for all the same.
    """

    abort_requested = Signal()
    once = True

    def __init__(
        self, amount: str, words: str = "", parent: QWidget | None = None, *, can_abort: bool = False
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Card payment"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._back.setVisible(False)
        self.content.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.content.addWidget(label(amount, tokens.CHANGE, 700, align=centre))
        words = words or self.tr("The customer pays at the terminal.")
        self._words = label(words, tokens.LABEL, tone="text2", align=centre, wrap=True)
        self.content.addWidget(self._words)
        self.content.addStretch(2)
        self._abort = Button(self.tr("Break off"), "danger_soft", icon="block", hint=self.tr("Esc"))
        self._abort.clicked.connect(self._break_off)
        self.content.addWidget(self._abort)
        self._abort.setVisible(can_abort)  # in its place: else it would be a window of its own

    def _break_off(self) -> None:
        self._abort.setEnabled(False)
        self._words.setText(self.tr("Broken off. What the terminal says counts: one moment …"))
        self.abort_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes through to what lies below; Esc breaks off."""
        if event.key() == Qt.Key.Key_Escape and self._abort.isVisible() and self._abort.isEnabled():
            self._break_off()
        event.accept()


class CardUnknownPanel(AskPanel):
    """Nobody knows how a card payment ended: whoever reads the terminal says it, or it is asked again.

    Signals:
        paid(str): with the number on the slip.
        not_paid(): the card was not charged.
        ask_requested(): ask the terminal again.
    Setters: set_message.
    """

    paid = Signal(str)
    not_paid = Signal()
    ask_requested = Signal()
    once = True

    def __init__(
        self, amount: str, why: str, parent: QWidget | None = None, *, can_ask: bool, goes_back: bool = False
    ) -> None:
        super().__init__("", "", "check", parent)
        self.set_title(self.tr("Pay-out by card") if goes_back else self.tr("Card payment"))
        self.go.setText(self.tr("Yes, it was paid"))
        self._slip = text_edit(
            self.tr("Number on the slip"), self.tr("Number on the slip (may stay empty)"), 40
        )
        self.first = self._slip
        self.add(label(why, tokens.LABEL, 600, "warn", wrap=True), label(amount, tokens.CHANGE, 700))
        look = self.tr("Look at the terminal, or at the paper it printed: was exactly this amount paid?")
        self.add(label(look, tokens.LABEL, tone="text2", wrap=True), self._slip)
        no = Button(self.tr("No, it was not paid"), "danger_soft", icon="block")
        no.clicked.connect(self.not_paid)
        self._ask = Button(self.tr("Ask the terminal again"), icon="refresh")
        self._ask.clicked.connect(self.ask_requested)
        self.content.addWidget(no)
        self.content.addWidget(self._ask)
        self._ask.setVisible(can_ask)
        self._slip.returnPressed.connect(self._slip_entered)

    def _slip_entered(self) -> None:
        """Enter says "paid" only behind a number: the Enter of a scan must not."""
        if self._slip.text().strip():
            self.go.click()

    def _submit(self) -> None:
        self.paid.emit(self._slip.text().strip())


class OpenCardsPanel(AskPanel):
    """The card payments whose end nobody knows, before a shift is closed.

    Signals:
        chosen(str): settle this one.
        left_open(): close the shift all the same; they stay on the list.
    Setters: set_rows.
    """

    chosen = Signal(str)
    left_open = Signal()
    once = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "arrow_forward", parent)
        self.set_title(self.tr("Card payments that are not settled"))
        self.go.setText(self.tr("Leave them open and count"))
        text = self.tr("It is not known whether these were paid. Choose one and say what the terminal says.")
        self.list = RowList(self.tr("Card payments that are not settled"))
        self.list.chosen.connect(self.chosen)
        self.add(label(text, tokens.LABEL, tone="text2", wrap=True), self.list)
        self.content.setStretch(1, 1)
        self.first = self.list

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Which there are."""
        self.list.set_rows(list(rows))

    def _submit(self) -> None:
        self.left_open.emit()
