"""Direct debit mandates: who gave one, a new one, taken back."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.banking.debit_queries import Mandate, list_mandates
from app.banking.operations.debits import MandateDraft, revoke_mandate, save_mandate
from app.banking.states import MandateKind
from ui.banking.customer_line import CustomerLine
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, DayField, Form, text_field
from ui.widgets.text import label, line


class MandatesPanel(DocumentPanel):
    """The panel of the mandates."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Direct debit mandates"))
        self._mandates: dict[str, Mandate] = {}
        tr = self.tr
        self.table = DataTable(tr("Mandates"), [
            Column("customer", tr("Customer")), Column("reference", tr("Reference"), 170),
            Column("iban", tr("IBAN"), 250, least=900), Column("signed", tr("Signed"), 125),
            Column("state", tr("State"), 150),
        ])  # fmt: skip
        self.customer = CustomerLine(self)
        self.reference, self.iban, self.holder = (
            text_field(limit=35),
            text_field(limit=40),
            text_field(limit=70),
        )
        self.signed = DayField()
        self.kind = Choice(
            [(MandateKind.CORE, tr("Consumer or company (CORE)")), (MandateKind.B2B, tr("Company (B2B)"))]
        )
        self.save_button = Button(tr("Enter the mandate"), "primary", icon="check", hint="F10")
        self.revoke_button = Button(tr("Taken back"), "danger_soft", icon="close")
        form = Form(3)
        form.add(tr("Mandate reference"), self.reference)
        form.add(tr("IBAN"), self.iban)
        form.add(tr("Holder of the account"), self.holder)
        form.add(tr("Signed on"), self.signed)
        form.add(tr("Scheme"), self.kind)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(label(tr("New mandate"), tokens.SUB, 600))
        self.page.addWidget(self.customer)
        self.page.addWidget(form)
        self.content.addLayout(line(self.revoke_button, None, self.save_button, gap=8))
        self.first = self.customer.field
        self.table.current_changed.connect(lambda _key: self._show_buttons())
        self.customer.chosen.connect(self._customer_chosen)
        self.save_button.clicked.connect(self.save)
        self.revoke_button.clicked.connect(self._revoke)

    def load(self) -> None:
        """Read them."""
        on = self.desk.services.context.on
        self.signed.setDate(QDate(on.year, on.month, on.day))
        self.ask(list_mandates, self._have)

    def _have(self, found: list[Mandate]) -> None:
        self._mandates = {str(m.id): m for m in found}
        self.table.set_rows([self._row(m) for m in found])
        self._show_buttons()

    def _row(self, m: Mandate) -> TableRow:
        formats = self.desk.formats
        live = m.revoked_at is None
        used = formats.date(m.last_used_on) if m.last_used_on else self.tr("never used")
        cells = (
            m.party_name, m.reference, m.iban, formats.date(m.signed_on),
            used if live else self.tr("taken back"),
        )  # fmt: skip
        return TableRow(str(m.id), cells, {"state": "ok" if live else "text2"})

    def _show_buttons(self) -> None:
        current = self._mandates.get(self.table.current())
        self.revoke_button.setVisible(current is not None and current.revoked_at is None)

    def _customer_chosen(self, _party_id: int, name: str) -> None:
        if not self.holder.text():
            self.holder.setText(name)
        self.reference.setFocus()

    def save(self) -> None:
        """Enter it."""
        if self.customer.party_id is None:
            self.refuse(self.tr("Choose the customer first."))
            self.customer.setFocus()
            return
        draft = MandateDraft(
            self.customer.party_id, self.reference.text(), self.iban.text(), self.holder.text(),
            cast("date", self.signed.date().toPython()), MandateKind(self.kind.value()),
        )  # fmt: skip
        self.run(save_mandate, self._saved, draft=draft)

    def _saved(self, _mandate_id: int) -> None:
        self.desk.say(
            self.tr("Mandate {reference} is entered.").format(reference=self.reference.text().strip())
        )
        for field in (self.reference, self.iban, self.holder, self.customer.field):
            field.clear()
        self.customer.party_id = None
        self.load()

    def _revoke(self) -> None:
        current = self._mandates.get(self.table.current())
        if current is not None:
            self.asking.ask(
                self.tr("Has {name} taken the mandate back? It cannot be used any more.").format(
                    name=current.party_name
                ),
                self.tr("Taken back"),
                lambda _text: self.run(
                    revoke_mandate, lambda _none: self.load(), party_id=current.party_id
                ),
                text=None,
            )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 enters it."""
        if event.key() == Qt.Key.Key_F10:
            self.save()
        else:
            super().keyPressEvent(event)
