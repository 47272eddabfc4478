"""What is known of a customer: handed out, joined with a double, forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.kernel.text import file_name
from app.parties.queries import CustomerRow, search_customers
from app.personal.erasing import erase_customer
from app.personal.exporting import export_customer
from app.personal.merging import Merged, merge_customers
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import text_field
from ui.widgets.search_line import SearchLine
from ui.widgets.side_panel import scrolling
from ui.widgets.text import Card, column, label, line, set_tone

_FOUND = 20
_LIST_H = 128


class PersonalPage(QWidget):
    """Three cards.

    Signals:
        gone(): the customer was merged or erased; there is nothing left to show.
    """

    gone = Signal()

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__()
        self.desk = desk
        self.party_id = 0
        self.number = ""
        tr = self.tr
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        holder = QWidget()
        inner = column(holder, gap=12)
        for card in (self._export_card(), self._merge_card(), self._erase_card()):
            inner.addWidget(card)
        inner.addStretch(1)
        outer = column(self, margin=4)
        outer.addWidget(scrolling(holder), 1)
        outer.addWidget(self.message)
        self.setAccessibleName(tr("Personal data"))

    def _card(self, title: str, about: str) -> Card:
        card = Card(well=True)
        card.body.addWidget(label(title, tokens.LABEL, 600))
        card.body.addWidget(label(about, tokens.BODY, 400, "text2", wrap=True))
        return card

    def _export_card(self) -> Card:
        tr = self.tr
        card = self._card(
            tr("Hand out what is known"),
            tr("A ZIP file with all that is kept of the customer, and the invoices as they were sent."),
        )
        self.export_button = Button(tr("Export"), icon="download")
        self.export_button.clicked.connect(self._choose_file)
        card.body.addLayout(line(None, self.export_button))
        return card

    def _merge_card(self) -> Card:
        tr = self.tr
        card = self._card(
            tr("The same customer twice"),
            tr("Choose the other entry. Its invoices, payments and orders come here; it is given up."),
        )
        self.search = SearchLine(tr("Name, town, number or telephone of the other entry"))
        self.doubles = DataTable(tr("Other entries"), [
            Column("number", tr("Number"), 110), Column("name", tr("Name")), Column("city", tr("Town"), 150),
            Column("phone", tr("Telephone"), 150, least=560),
        ])  # fmt: skip
        self.doubles.setFixedHeight(_LIST_H)
        self.merge_button = Button(tr("Join it with this customer"), "danger_soft", icon="group")
        self.merge_button.setEnabled(False)
        self.search.searched.connect(lambda _text: self._find())
        self.doubles.current_changed.connect(lambda key: self.merge_button.setEnabled(bool(key)))
        self.merge_button.clicked.connect(self._merge)
        card.body.addWidget(self.search)
        card.body.addWidget(self.doubles)
        card.body.addLayout(line(None, self.merge_button))
        return card

    def _erase_card(self) -> Card:
        tr = self.tr
        card = self._card(
            tr("Forget the person"),
            tr(
                "Name, addresses, contacts, messages and notes are erased for good. Posted invoices and "
                "receipts stay as long as the law asks."
            ),
        )
        self.confirm = text_field(limit=40)
        self.confirm.setAccessibleName(tr("Customer number, to confirm"))
        self.confirm_label = label("", tokens.BODY)
        self.erase_button = Button(tr("Erase"), "danger_soft", icon="delete")
        self.erase_button.setEnabled(False)
        self.confirm.textChanged.connect(self._confirmed)
        self.erase_button.clicked.connect(self._erase)
        row = line(self.confirm_label, self.confirm, self.erase_button, gap=8)
        row.setStretch(1, 1)
        card.body.addLayout(row)
        return card

    def load(self, party_id: int, number: str) -> None:
        """Whose data these are."""
        self.party_id, self.number = party_id, number
        self.confirm_label.setText(self.tr("Type {number} to confirm:").format(number=number))
        self.setEnabled(self.desk.may(Permission.PERSONAL_DATA))

    # --- export ---

    def _choose_file(self) -> None:
        name = str(Path.home() / file_name(f"{self.number}.zip"))
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Export"), name, self.tr("ZIP (*.zip)"))
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write it; on the lane of the reports."""
        runtime, party_id = self.desk.services.gateway.runtime, self.party_id
        self._tell("", "danger")
        self.desk.services.submit(
            "reports", lambda: path.write_bytes(runtime.ask(export_customer, party_id=party_id)),
            on_done=lambda _size: self._tell(self.tr("Saved as {path}.").format(path=path), "ok"),
            on_error=lambda error: self._not_written(error, path),
        )  # fmt: skip

    def _not_written(self, error: Exception, path: Path) -> None:
        if isinstance(error, OSError):
            text = self.tr("{path} could not be written. Choose another folder.")
            self._tell(text.format(path=path), "danger")
        else:
            self._failed(error)

    # --- merge ---

    def _find(self) -> None:
        text = self.search.text().strip()
        if not text:
            self._have([])
            return
        self.desk.ask(search_customers, self._have, text=text, active=None, limit=_FOUND)

    def _have(self, found: list[CustomerRow]) -> None:
        if not isValid(self):
            return
        self.doubles.set_rows([
            TableRow(str(r.id), (r.number, r.name, r.city, r.phone)) for r in found if r.id != self.party_id
        ])  # fmt: skip
        self.merge_button.setEnabled(bool(self.doubles.current()) and self.doubles.count() > 0)

    def _merge(self) -> None:
        key = self.doubles.current()
        if key:
            self._run(merge_customers, self._merged, keep_id=self.party_id, gone_id=int(key))

    def _merged(self, _done: Merged) -> None:
        self.desk.say(self.tr("The two entries are one customer now."))
        if isValid(self):
            self.gone.emit()

    # --- erase ---

    def _confirmed(self, text: str) -> None:
        self.erase_button.setEnabled(text.strip().upper() == self.number and bool(self.number))

    def _erase(self) -> None:
        self._run(erase_customer, self._erased, party_id=self.party_id)

    def _erased(self, _none: None) -> None:
        self.desk.say(self.tr("The person is forgotten."))
        if isValid(self):
            self.gone.emit()

    def _run(self, operation: Any, done: Any, **arguments: Any) -> None:
        self._tell("", "danger")
        self.desk.run(operation, done, self._failed, **arguments)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._tell(describe(error), "danger")

    def _tell(self, text: str, tone: str) -> None:
        if isValid(self):
            self.message.setText(text)
            set_tone(self.message, tone)
