"""A remittance advice: what a customer says he pays, typed or pasted, kept until the money comes."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.banking.operations.advices import AdviceLine, read_advice, save_advice
from app.kernel.refusal import Refusal
from ui.banking.customer_line import CustomerLine
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import note_field, text_field
from ui.widgets.text import label, line


class AdvicePanel(DocumentPanel):
    """The panel of an advice.

    Signals:
        kept(): it waits for its money.
    """

    kept = Signal()

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Remittance advice"))
        self._uuid = str(uuid4())
        self._lines: list[AdviceLine] = []
        tr = self.tr
        self.customer = CustomerLine(self)
        self.reference = text_field(limit=40, placeholder=tr("As the customer will write it to the bank"))
        self.reference.setAccessibleName(tr("Reference"))
        self.text = note_field(lines=6)
        self.text.setAccessibleName(tr("Lines"))
        self.text.setPlaceholderText("INV-2026-000001; 1190,00\nINV-2026-000002; 500,00; 10,00")
        self.table = DataTable(tr("What was understood"), [
            Column("document", tr("Document")), Column("amount", tr("Pays"), 150, figure=True),
            Column("discount", tr("Discount"), 130, figure=True),
        ])  # fmt: skip
        self.total = label("", tokens.LABEL, 700)
        self.keep_button = Button(tr("Keep"), "primary", icon="check", hint="F10")
        for part in (
            self.customer, label(tr("Reference"), tokens.CAPTION, 500, "text2"), self.reference,
            label(tr("A line each: document; amount; discount"), tokens.CAPTION, 500, "text2"), self.text,
        ):  # fmt: skip
            self.page.addWidget(part)
        self.page.addWidget(self.table, 1)
        foot = line(self.total, None, self.keep_button, gap=10)
        self.content.addLayout(foot)
        self.first = self.customer.field
        self.customer.chosen.connect(lambda _party, _name: self.reference.setFocus())
        self.text.textChanged.connect(self._read)
        self.keep_button.clicked.connect(self.keep)
        self.keep_button.setEnabled(False)

    def _read(self) -> None:
        """What was typed, as it is understood."""
        formats = self.desk.formats
        try:
            self._lines = read_advice(self.text.toPlainText(), formats.currency)
        except Refusal as refusal:
            self._lines = []
            self.total.setText(describe(refusal) if self.text.toPlainText().strip() else "")
        else:
            total = sum(x.amount_minor for x in self._lines)
            self.total.setText(self.tr("{amount} will come").format(amount=formats.money(total)))
        self.table.set_rows([self._row(i, x) for i, x in enumerate(self._lines)])
        self.keep_button.setEnabled(bool(self._lines))

    def _row(self, place: int, x: AdviceLine) -> TableRow:
        money = self.desk.formats.money
        off = money(x.discount_minor) if x.discount_minor else ""
        return TableRow(str(place), (x.number, money(x.amount_minor), off))

    def keep(self) -> None:
        """Keep it until the money comes."""
        if self.customer.party_id is None:
            self.refuse(self.tr("Choose the customer first."))
            self.customer.setFocus()
            return
        if self._lines:
            self.run(
                save_advice, self._kept, uuid=self._uuid, party_id=self.customer.party_id,
                reference=self.reference.text(), on=self.desk.services.context.on, lines=self._lines,
            )  # fmt: skip

    def _kept(self, _advice_id: int) -> None:
        self.desk.say(self.tr("The advice is kept. A line of that amount will be matched by it."))
        self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 keeps it."""
        if event.key() == Qt.Key.Key_F10:
            self.keep()
        else:
            super().keyPressEvent(event)
