"""After the sale: the change in large figures, until the next scan or Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.text import Card, label, line, set_tone


class ChangeView(Card):
    """The sale is done.

    Signals:
        reprint_requested(): Print again.
        gift_requested(): a gift receipt.
        mail_requested(): the receipt by e-mail.
        text_requested(): the receipt by short message.
        new_sale(): the button, Enter or Esc. (A scan begins the next sale without it.)
    Setters: show_change, set_receipt_state, add_note, clear_notes.
    """

    reprint_requested = Signal()
    gift_requested = Signal()
    mail_requested = Signal()
    text_requested = Signal()
    new_sale = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = label("", tokens.KEY, 600, align=centre)
        self._amount = label("", tokens.CHANGE, 700, "ok", centre)
        self._summary = label("", tokens.LABEL, tone="text2", align=centre, wrap=True)
        self._receipt = label("", tokens.LABEL, 500, "text2", centre, wrap=True)
        self._note = label("", tokens.SUB, 500, "warn", centre, wrap=True)
        self._note.setVisible(False)
        self._again = Button(self.tr("Print again"), icon="print")
        self.mail_button = Button(self.tr("E-mail"), icon="mail")
        self.mail_button.clicked.connect(self.mail_requested)
        self.text_button = Button(self.tr("SMS"), icon="call")
        self.text_button.clicked.connect(self.text_requested)
        self.gift_button = Button(self.tr("Gift receipt"), icon="redeem")
        self.gift_button.clicked.connect(self.gift_requested)
        self._next = Button(self.tr("New sale"), "primary", hint="⏎")
        self._next.setMinimumWidth(320)
        self.body.addStretch(2)
        for part in (self._title, self._amount, self._summary, self._receipt, self._note):
            self.body.addWidget(part)
        self.body.addSpacing(10)
        more = (self._again, self.gift_button, self.mail_button, self.text_button)
        self.body.addLayout(line(None, *more, None, gap=10))
        self.body.addSpacing(10)
        self.body.addLayout(line(None, self._next, None))
        self.body.addWidget(
            label(self.tr("or just scan the next item"), tokens.SUB, tone="text2", align=centre)
        )
        self.body.addStretch(3)
        self._again.clicked.connect(self.reprint_requested)
        self._next.clicked.connect(self.new_sale)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_change(self, change: str, summary: str, *, refund: bool = False) -> None:
        """Show the change, or the money to give back for goods; "" when there is none."""
        owed = self.tr("Give back") if refund else self.tr("Change due")
        self._title.setText(owed if change else self.tr("Paid"))
        self._amount.setText(change or "✓")
        self._summary.setText(summary)
        self.setAccessibleName(f"{self._title.text()} {change}")

    def set_receipt_state(self, text: str, *, bad: bool = False) -> None:
        """Where the receipt is: printed, waiting, needs attention."""
        set_tone(self._receipt, "danger" if bad else "text2")
        self._receipt.setText(text)

    def add_note(self, text: str) -> None:
        """A sentence to notice (drawer did not open, safe drop due), below those that are there."""
        notes = [one for one in self._note.text().split("\n") if one]
        self._note.setText("\n".join([*notes, text] if text not in notes else notes))
        self._note.setVisible(True)

    def clear_notes(self) -> None:
        """A sale begins to be booked: what is told from here on is of this one."""
        self._note.setText("")
        self._note.setVisible(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc begin the next sale."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.new_sale.emit()
        else:
            super().keyPressEvent(event)
