"""Invoices that are written again and again: which, how often, when next; and all that is due at a press."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

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
from ui.orders.links import money
from ui.orders.repeat_panel import RepeatPanel
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.field_line import field_line
from ui.widgets.form import Choice
from ui.widgets.status import EmptyState


class RecurringPanel(RepeatPanel):
    """The list, a line to add to it, and the button that bills what is due."""

    pattern_section = "invoices"
    stops = staticmethod(stop_recurring)

    def __init__(self, desk: OfficeDesk, number: str = "") -> None:
        today = desk.services.context.on
        following = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        super().__init__(desk, number, Choice(), following)
        tr = self.tr
        self.every.set_options([(months, self.every_months(months)) for months in PERIODS])
        self.set_title(tr("Recurring invoices"))
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
        self.number.setPlaceholderText("INV-2026-000001")
        fields = field_line((
            (tr("Invoice to repeat"), self.number, 0), (tr("Every"), self.every, 150),
            (tr("First day"), self.first_day, 150), (tr("No period after"), self.last_day, 150),
        ))  # fmt: skip
        fields.addWidget(self.repeat_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.lay_out(fields, None, Permission.INVOICE)
        self.first = self.table
        self.load()

    def load(self) -> None:
        """See RepeatPanel."""
        self.ask(list_recurring, self.show_rows)

    def row(self, x: RecurringRow) -> TableRow:
        """See RepeatPanel."""
        formats = self.desk.formats
        cells = (
            x.party_name, x.pattern_number, self.every_months(x.months),
            formats.date(x.next_on) if x.active else self.tr("ended"),
            formats.date(x.last_on) if x.last_on else "-", formats.number(x.billed),
            money(self.desk, x.net_minor, x.currency),
        )  # fmt: skip
        return TableRow(str(x.id), cells, self.next_tone(x))

    def due_text(self, due: int) -> str:
        """See RepeatPanel."""
        return self.tr("Bill what is due (%n)", "", due)

    def stop_question(self, number: str) -> str:
        """See RepeatPanel."""
        return self.tr("Write no more invoices like {number}?").format(number=number)

    def repeat(self) -> None:
        """The invoice is written again from now on."""

        def found(row: InvoiceRow | None) -> None:
            if row is None:
                self.refuse(
                    self.tr("There is no invoice of that number. Look it up in the list of invoices.")
                )
                return
            self.run(
                repeat_invoice, self._repeated, invoice_id=row.id, months=int(self.every.value()),
                first=self.chosen_first(), last=self.last_day.value(),
            )  # fmt: skip

        self.refuse("")
        self.ask(find_invoice, found, number=self.number.text())

    def _repeated(self, repeated: Repeated) -> None:
        self.number.clear()
        day = self.desk.formats.date(repeated.next_on)
        self.desk.say(self.tr("It is written again from {day} on.").format(day=day))
        self.load()

    def make(self) -> None:
        """Write and post what is due."""
        self.run(bill_recurring, self._billed)

    def _billed(self, made: list[SavedInvoice]) -> None:
        self.desk.say(self.tr("%n invoice(s) posted.", "", len(made)))
        self.load()
