"""Turns a receipt of the till into a full invoice: choose the customer, F10."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.invoicing.store import SavedInvoice
from app.parties.queries import CustomerRow, search_customers
from app.till.operations.receipt_invoices import invoice_receipt
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_line import SearchLine
from ui.widgets.text import label, line

_FOUND: Final = 30


class ReceiptPanel(DocumentPanel):
    """The panel.

    Signals:
        written(object): the invoice; its id.
    """

    written = Signal(object)

    def __init__(
        self, desk: OfficeDesk, sale_id: int, number: str, customer: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Invoice for receipt {number}").format(number=number))
        self._sale_id = sale_id
        self._asked = 0
        self.party_id: int | None = None
        self._found: dict[str, CustomerRow] = {}
        self.search = SearchLine(self.tr("Customer: name, town or number"), own_enter=True)
        self.results = RowList(self.tr("Found"))
        hint = self.tr(
            "The invoice repeats the receipt and gets a number of its own. Turnover and tax were booked with "
            "the receipt and are not booked again."
        )
        self.chosen = label(
            self.tr("Customer of the receipt: {name}").format(name=customer) if customer else "",
            tokens.LABEL, 600,
        )  # fmt: skip
        self.primary = Button(self.tr("Create invoice"), "primary", hint="F10", icon="receipt_long")
        self.page.addWidget(label(hint, tokens.SUB, 400, "text2", wrap=True))
        self.page.addWidget(self.search)
        self.page.addWidget(self.results, 1)
        foot = line(self.chosen, None, self.primary, gap=8)
        self.content.addLayout(foot)
        self.search.setVisible(not customer)
        self.results.setVisible(not customer)
        if customer:
            self.page.addStretch(1)
        self.first = self.primary if customer else self.search
        self.search.searched.connect(lambda text: self._search(text, take=False))
        self.search.entered.connect(lambda: self._search(self.search.text(), take=True))
        self.search.down_pressed.connect(self.results.setFocus)
        self.results.chosen.connect(self._choose)
        self.primary.clicked.connect(self.write)

    def _search(self, text: str, *, take: bool) -> None:
        if not text.strip():
            return
        self._asked += 1
        asked = self._asked

        def have(found: list[CustomerRow]) -> None:
            if asked != self._asked:
                return
            self._found = {str(c.id): c for c in found}
            self.results.set_rows([Row(str(c.id), c.name, c.city, c.number, icon="person") for c in found])
            self.refuse("" if found else self.tr("No such customer."))
            if take and found:
                self._choose(str(found[0].id))

        self.ask(search_customers, have, text=text, limit=_FOUND)

    def _choose(self, key: str) -> None:
        found = self._found.get(key)
        if found is not None:
            self.party_id = found.id
            self.chosen.setText(found.name)
            self.primary.setFocus()

    def write(self) -> None:
        """Make the invoice; a receipt that has one leads to it."""

        def done(saved: SavedInvoice) -> None:
            before, now = self.tr("{number} was written before."), self.tr("{number} is written.")
            self.desk.say((before if saved.was_there else now).format(number=saved.number or ""))
            self.written.emit(saved.invoice_id)

        self.run(invoice_receipt, done, sale_id=self._sale_id, party_id=self.party_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 writes it."""
        if event.key() == Qt.Key.Key_F10:
            self.write()
        else:
            super().keyPressEvent(event)
