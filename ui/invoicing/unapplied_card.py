"""Offers what a customer has paid too much, or was credited, for the invoice that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.receivables.queries import OpenItem
from app.receivables.rules import Owed, Part, oldest_first
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.orders.words import document_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.text import Card, label, line


class UnappliedCard(Card):
    """A sentence and a button.

    Signals:
        wanted(): use the credit here.
    """

    wanted = Signal()

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True, pad=8)
        self._desk = desk
        self.credit: OpenItem | None = None
        self._owed: list[OpenItem] = []
        self.words = label("", tokens.SUB, 500, wrap=True)
        self.button = Button(self.tr("Use it here"), icon="link")
        row = line(self.words, self.button, gap=8)
        row.setStretch(0, 1)
        self.body.addLayout(row)
        self.button.clicked.connect(self.wanted)
        self.setVisible(False)

    def offer(self, credits_: Sequence[OpenItem], owed: Sequence[OpenItem]) -> None:
        """Offer the oldest credit of the same currency, as far as something is open."""
        self._owed = [x for x in owed if x.open_minor > 0]
        currency = self._owed[0].currency if self._owed else None
        self.credit = next((c for c in credits_ if self._owed and c.currency == currency), None)
        self.setVisible(self.credit is not None)
        if self.credit is not None:
            text = self.tr("The customer has {amount} to his credit from {document}.")
            named = f"{document_word(self.credit.document_type)} {self.credit.document_number}"
            amount = money(self._desk, -self.credit.open_minor, self.credit.currency)
            self.words.setText(text.format(amount=amount, document=named))

    def parts(self) -> list[Part]:
        """So much of the credit pays which item, the oldest first."""
        if self.credit is None:
            return []
        owed = [Owed(x.id, x.due_date, x.open_minor) for x in self._owed]
        return oldest_first(-self.credit.open_minor, owed)
