"""Invoices that are written again and again: which, how often, when next; and all that is due at a press."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.invoicing.operations.recurring import (
    PERIODS,
    Repeated,
    bill_recurring,
    repeat_invoice,
    stop_recurring,
)
from app.invoicing.queries import InvoiceRow, find_invoice
from app.invoicing.recurring_queries import RecurringRow, list_recurring
from app.invoicing.store import SavedInvoice
from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, DayField, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, column, label, line


class RecurringPanel(DocumentPanel):
    """The list, a line to add to it, and the button that bills what is due."""

    def __init__(self, desk: OfficeDesk, number: str = "") -> None:
        super().__init__(desk, "")
        tr = self.tr
        self.set_title(tr("Recurring invoices"))
        self.rows: dict[str, RecurringRow] = {}
        self.table = DataTable(tr("Recurring invoices"), [
            Column("customer", tr("Customer")), Column("pattern", tr("Like invoice"), 170),
            Column("every", tr("Every"), 120), Column("next", tr("Next period"), 130),
            Column("until", tr("Until"), 120, least=900), Column("billed", tr("Billed"), 80, figure=True),
            Column("net", tr("Net"), 120, figure=True),
        ])  # fmt: skip
        self.empty = EmptyState(
            "refresh", tr("Nothing is repeated yet"),
            tr("Enter the number of a posted invoice of services, and how often it is written again."),
        )  # fmt: skip
        self.number = text_field(number, placeholder="INV-2026-000001")
        self.every = Choice([(months, self._every(months)) for months in PERIODS])
        self.first_day = DayField()
        today = desk.services.context.on
        following = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        self.first_day.setDate(QDate(following.year, following.month, following.day))
        self.last_day = OptionalDay(following)
        self.repeat_button = Button(tr("Repeat"), icon="add")
        self.stop_button = Button(tr("Stop"), "danger_soft", icon="block")
        self.bill_button = Button("", "primary", icon="task_alt", hint="F10")
        self._lay_out()
        self.first = self.table
        self.repeat_button.clicked.connect(self._repeat)
        self.number.returnPressed.connect(self._repeat)
        self.stop_button.clicked.connect(self._ask_stop)
        self.bill_button.clicked.connect(self.bill)
        self.table.current_changed.connect(lambda _key: self._show_buttons())
        self.table.opened.connect(self._open)
        self.load()

    def _lay_out(self) -> None:
        tr = self.tr
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.empty, 1)
        card = Card(well=True)
        fields = line(gap=10)
        for title, field, width in (
            (tr("Invoice to repeat"), self.number, 0), (tr("Every"), self.every, 150),
            (tr("First day"), self.first_day, 150), (tr("No period after"), self.last_day, 150),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=2)
            head = label(title, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            field.setAccessibleName(title)
            inner.addWidget(head)
            inner.addWidget(field)
            if width:
                field.setFixedWidth(width)
            fields.addWidget(holder, 0 if width else 1)
        fields.addWidget(self.repeat_button, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(fields)
        self.page.addWidget(card)
        self.content.addLayout(line(self.stop_button, None, self.bill_button, gap=8))
        may = self.desk.may(Permission.INVOICE)
        for part in (card, self.stop_button, self.bill_button):
            part.setVisible(may)

    def _every(self, months: int) -> str:
        if months == 12:  # noqa: PLR2004 - a year
            return self.tr("year")
        return self.tr("month") if months == 1 else self.tr("%n month(s)", "", months)

    def load(self) -> None:
        """Read the list."""
        self.ask(list_recurring, self._have)

    def _have(self, found: list[RecurringRow]) -> None:
        self.rows = {str(x.id): x for x in found}
        kept = self.table.current()
        self.table.set_rows([self._row(x) for x in found])
        self.table.select(kept)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_buttons()

    def _row(self, x: RecurringRow) -> TableRow:
        formats = self.desk.formats
        following = formats.date(x.next_on) if x.active else self.tr("ended")
        cells = (
            x.party_name, x.pattern_number, self._every(x.months), following,
            formats.date(x.last_on) if x.last_on else "-", formats.number(x.billed),
            money(self.desk, x.net_minor, x.currency),
        )  # fmt: skip
        due = x.is_due(self.desk.services.context.on)
        return TableRow(str(x.id), cells, {"next": "warn" if due else "text" if x.active else "text2"})

    def due(self) -> list[RecurringRow]:
        """What has a period that is to be billed."""
        return [x for x in self.rows.values() if x.is_due(self.desk.services.context.on)]

    def _show_buttons(self) -> None:
        current = self.rows.get(self.table.current())
        self.stop_button.setEnabled(current is not None and current.active)
        due = len(self.due())
        self.bill_button.setText(self.tr("Bill what is due (%n)", "", due))
        self.bill_button.setEnabled(bool(due))

    # --- what is done ---

    def _repeat(self) -> None:
        def found(row: InvoiceRow | None) -> None:
            if row is None:
                self.refuse(
                    self.tr("There is no invoice of that number. Look it up in the list of invoices.")
                )
                return
            day = self.first_day.date()
            self.run(
                repeat_invoice, self._repeated, invoice_id=row.id, months=int(self.every.value()),
                first=date(day.year(), day.month(), day.day()), last=self.last_day.value(),
            )  # fmt: skip

        self.refuse("")
        self.ask(find_invoice, found, number=self.number.text())

    def _repeated(self, repeated: Repeated) -> None:
        self.number.clear()
        day = self.desk.formats.date(repeated.next_on)
        self.desk.say(self.tr("It is written again from {day} on.").format(day=day))
        self.load()

    def _ask_stop(self) -> None:
        current = self.rows.get(self.table.current())
        if current is None:
            return
        self.asking.ask(
            self.tr("Write no more invoices like {number}?").format(number=current.pattern_number),
            self.tr("Stop"),
            lambda _text: self.run(stop_recurring, self._stopped, recurring_id=current.id), text=None,
        )  # fmt: skip

    def _stopped(self, _none: Any) -> None:
        self.load()

    def bill(self) -> None:
        """Write and post what is due."""
        if self.bill_button.isVisible() and self.bill_button.isEnabled():
            self.run(bill_recurring, self._billed)

    def _billed(self, made: list[SavedInvoice]) -> None:
        self.desk.say(self.tr("%n invoice(s) posted.", "", len(made)))
        self.load()

    def _open(self, key: str) -> None:
        """Enter shows the pattern."""
        found = self.rows.get(key)
        if found is not None:
            self.desk.go_to.emit("invoices", str(found.pattern_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 bills."""
        if event.key() == Qt.Key.Key_F10:
            self.bill()
        else:
            super().keyPressEvent(event)
