"""A run of direct debits: what is due and may be collected, and the file for the bank."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast
from uuid import uuid4

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.banking.debit_queries import DebitRun, RunItem, list_collectable, run_xml
from app.banking.operations.debits import SavedRun, cancel_debit_run, create_debit_run
from app.banking.queries import BankAccount, list_bank_accounts
from app.banking.states import RunStatus
from app.kernel.text import file_name
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, DayField
from ui.widgets.text import label, line


class RunPanel(DocumentPanel):
    """The panel of a run.

    Signals:
        changed(): a run was made or called off.
    """

    changed = Signal()

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Collect by direct debit"))
        self._uuid = str(uuid4())
        self._items: dict[str, RunItem] = {}
        self._left_out: set[str] = set()
        self._run: DebitRun | None = None
        tr = self.tr
        self.day = DayField()
        self.account = Choice()
        self.account.setAccessibleName(tr("Bank account"))
        self.table = DataTable(tr("What is due"), [
            Column("customer", tr("Customer")), Column("document", tr("Document"), 170),
            Column("due", tr("Due"), 125), Column("mandate", tr("Mandate"), 150, least=900),
            Column("amount", tr("Amount"), 130, figure=True), Column("state", tr("State"), 130),
        ])  # fmt: skip
        self.total = label("", tokens.LABEL, 700, wrap=True)
        self.toggle_button = Button(tr("Leave out"), icon="block", hint="F8")
        self.make_button = Button(tr("Make the file"), "primary", icon="check", hint="F10")
        self.file_button = Button(tr("Save the file…"), "primary", icon="download", hint="F9")
        self.cancel_button = Button(tr("Call off"), "danger_soft", icon="close")
        self._lay_out()
        self._connect()
        self.first = self.table

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = line(
            label(self.tr("Collected on"), tokens.CAPTION, 500, "text2"), self.day,
            label(self.tr("Into"), tokens.CAPTION, 500, "text2"), self.account, None, gap=10,
        )  # fmt: skip
        head.setContentsMargins(0, 0, 0, 0)
        self._head.setLayout(head)
        self.day.setFixedWidth(150)
        self.account.setMinimumWidth(240)
        self.page.addWidget(self._head)
        self.page.addWidget(self.table, 1)
        foot = line(
            self.total, self.cancel_button, self.toggle_button, self.file_button, self.make_button, gap=8
        )
        foot.setStretch(0, 1)
        self.content.addLayout(foot)

    def _connect(self) -> None:
        self.day.date_changed.connect(lambda _day: self._ask())
        self.table.opened.connect(lambda _key: self._toggle())
        self.toggle_button.clicked.connect(self._toggle)
        self.make_button.clicked.connect(self.make)
        self.file_button.clicked.connect(self._save_file)
        self.cancel_button.clicked.connect(self._cancel)

    def load(self) -> None:
        """A new run: what is due by a day."""
        self._show_parts(made=False)
        on = self.desk.services.context.on
        self.day.blockSignals(True)
        self.day.setDate(QDate(on.year, on.month, on.day).addDays(5))
        self.day.blockSignals(False)
        self.ask(list_bank_accounts, self._have_accounts)
        self._ask()

    def _have_accounts(self, found: list[BankAccount]) -> None:
        able = [a for a in found if a.creditor_id]
        self.account.set_options([(a.id, a.name) for a in able])
        if not able:
            self.refuse(self.tr("No bank account has a creditor identifier. Enter it with the account."))

    def _day(self) -> date:
        return cast("date", self.day.date().toPython())

    def _ask(self) -> None:
        self.ask(list_collectable, self._have, until=self._day())

    def _have(self, found: list[RunItem]) -> None:
        self._items = {str(i.item_id): i for i in found}
        self._fill()

    def _fill(self) -> None:
        kept = self.table.current()
        self.table.set_rows([self._row(key, i) for key, i in self._items.items()])
        self.table.select(kept)
        chosen = self._chosen()
        total = self.desk.formats.money(sum(i.open_minor for i in chosen))
        text = self.tr("%n item(s), {amount}", "", len(chosen)).format(amount=total)
        if not self._items:
            text = self.tr("Nothing is due from customers with a mandate.")
        self.total.setText(text)
        self.make_button.setEnabled(bool(chosen))

    def _chosen(self) -> list[RunItem]:
        return [i for key, i in self._items.items() if key not in self._left_out]

    def _row(self, key: str, i: RunItem) -> TableRow:
        out = key in self._left_out
        state = self.tr("left out") if out else self.tr("first time") if i.is_first else self.tr("again")
        formats = self.desk.formats
        cells = (
            i.party_name, i.document_number, formats.date(i.due_date), i.mandate_reference,
            formats.money(i.open_minor), state,
        )  # fmt: skip
        tones = (
            dict.fromkeys(("customer", "document", "amount", "state"), "text2") if out else {"state": "ok"}
        )
        return TableRow(key, cells, tones)

    def _toggle(self) -> None:
        if self.toggle_button.isVisible() and self.table.current():
            self._left_out ^= {self.table.current()}
            self._fill()

    def make(self) -> None:
        """Make the run and its file."""
        if not self.make_button.isVisible() or not self.make_button.isEnabled():
            return
        if self.account.value() is None:
            self.refuse(self.tr("No bank account has a creditor identifier. Enter it with the account."))
            return
        self.run(
            create_debit_run, self._made, uuid=self._uuid, account_id=self.account.value(),
            item_ids=[i.item_id for i in self._chosen()], collect_on=self._day(),
        )  # fmt: skip

    def _made(self, saved: SavedRun) -> None:
        text = self.tr("{number} over {amount} is made. Give its file to the bank.")
        self.desk.say(text.format(number=saved.number, amount=self.desk.formats.money(saved.amount_minor)))
        self._offer(saved.number, saved.xml)
        self.changed.emit()

    # --- one that was made ---

    def show_run(self, run: DebitRun) -> None:
        """A run of the list."""
        self._run = run
        self.set_title(self.tr("Direct debits {number}").format(number=run.number))
        formats = self.desk.formats
        self.total.setText(f"{formats.date(run.collect_on)} · {formats.money(run.amount_minor)}")
        self._show_parts(made=True)
        self.file_button.setFocus()

    def _show_parts(self, *, made: bool) -> None:
        for part in (self._head, self.table, self.toggle_button, self.make_button):
            part.setVisible(not made)
        self.file_button.setVisible(made)
        waits = self._run is not None and self._run.status == RunStatus.MADE.value
        self.cancel_button.setVisible(made and waits)

    def _save_file(self) -> None:
        run = self._run
        if run is not None:
            self.ask(run_xml, lambda xml: self._offer(run.number, xml), run_id=run.id)

    def _offer(self, number: str, xml: bytes) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the file for the bank"), str(Path.home() / file_name(f"{number}.xml")),
            self.tr("XML (*.xml)"),
        )  # fmt: skip
        if path:
            self.write_file(Path(path), xml)

    def write_file(self, path: Path, xml: bytes) -> None:
        """Write the file."""
        try:
            path.write_bytes(xml)
        except OSError:
            text = self.tr("{path} could not be written. Choose another folder.").format(path=path)
            self.desk.say(text, "error")

    def _cancel(self) -> None:
        run = self._run
        if run is not None:
            self.asking.ask(
                self.tr("Call the run off? Only if its file was not given to the bank."), self.tr("Call off"),
                lambda _text: self.run(cancel_debit_run, lambda _none: self.changed.emit(), run_id=run.id),
                text=None,
            )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 makes the file, F8 leaves an item out, F9 saves the file of a run."""
        acts = {Qt.Key.Key_F10: self.make, Qt.Key.Key_F8: self._toggle, Qt.Key.Key_F9: self._save_file}
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)
