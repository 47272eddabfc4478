"""A field for one customer: typed, and named when he is found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.parties.queries import CustomerRow, search_customers
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.form import text_field
from ui.widgets.text import column, label


class CustomerField(QWidget):
    """One customer.

    Signals:
        found(object): the CustomerRow that was found.
    """

    found = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.customer: CustomerRow | None = None
        self.text = text_field(limit=100, placeholder=self.tr("Number or name, then Enter"))
        self.text.setAccessibleName(self.tr("Customer"))
        self.name = label("", tokens.SUB, 600, wrap=True)
        body = column(self, gap=4)
        body.addWidget(self.text)
        body.addWidget(self.name)
        self.setFocusProxy(self.text)
        self.text.returnPressed.connect(self.look)
        self.text.editingFinished.connect(self.look)

    def look(self) -> None:
        """Look for who was typed."""
        text = self.text.text().strip()
        if text:
            self._desk.ask(search_customers, lambda found: self._have(found, text), text=text, limit=2)

    def clear(self) -> None:
        """Nobody."""
        self.customer = None
        self.text.clear()
        self.name.setText("")

    def _have(self, found: list[CustomerRow], text: str) -> None:
        exact = [x for x in found if text.casefold() in (x.number.casefold(), x.name.casefold())]
        chosen = exact or found
        if len(chosen) != 1:
            self.customer = None
            several = self.tr("Several customers fit. Type the number of the one you mean.")
            nobody = self.tr("No customer is found by “{text}”.").format(text=text[:40])
            self.name.setText(several if chosen else nobody)
            return
        self.customer = chosen[0]
        self.text.clear()
        self.name.setText(f"{chosen[0].name} ({chosen[0].number})")
        self.found.emit(chosen[0])
