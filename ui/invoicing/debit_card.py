"""A debit note for the line the keyboard is on: by how much it was billed too low, and why."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Signal

from app.invoicing.operations.debit import debit_invoice
from app.invoicing.store import SavedInvoice
from ui.formatting import Formats
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import text_field
from ui.widgets.text import Card, Elided, label, line


class DebitCard(Card):
    """Fields over the lines of an invoice.

    Signals:
        written(object): the SavedInvoice.
    """

    written = Signal(object)

    def __init__(self, panel: DocumentPanel, formats: Formats) -> None:
        super().__init__(well=True)
        self._panel = panel
        self._uuid, self._invoice_id = "", 0
        self.line_id = 0
        self.name = Elided("", tokens.LABEL, 600)
        self.amount = MoneyEdit(self.tr("By how much it was billed too low"), formats)
        self.amount.setFixedWidth(130)
        self.reason = text_field(placeholder=self.tr("Why? It stands on the paper."))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.write_button = Button(self.tr("Write debit note"), "primary", icon="add")
        self.drop_button = Button(self.tr("Not now"))
        row = line(label(self.tr("Bill afterwards"), tokens.LABEL, 600), self.name, self.amount)
        row.setStretch(1, 1)
        self.body.addLayout(row)
        below = line(self.reason, self.drop_button, self.write_button, gap=8)
        below.setStretch(0, 1)
        self.body.addLayout(below)
        self.amount.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self._write)
        self.write_button.clicked.connect(self._write)
        self.drop_button.clicked.connect(lambda: self.setVisible(False))
        self.setVisible(False)

    def start(self, invoice_id: int) -> None:
        """Begin with nothing entered."""
        self._uuid, self._invoice_id = str(uuid4()), invoice_id
        self.amount.set_value(None)
        self.reason.clear()
        self.setVisible(True)
        self.amount.setFocus()

    def show_line(self, line_id: int, name: str) -> None:
        """The line the keyboard is on."""
        self.line_id = line_id
        self.name.set_text(name)

    def _write(self) -> None:
        self._panel.run(
            debit_invoice, self._done, uuid=self._uuid, invoice_id=self._invoice_id,
            invoice_line_id=self.line_id, amount_minor=self.amount.value() or 0, reason=self.reason.text(),
        )  # fmt: skip

    def _done(self, saved: SavedInvoice) -> None:
        self.setVisible(False)
        self.written.emit(saved)
