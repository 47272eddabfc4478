"""Bills several deliveries at once: everything of a period, one invoice for each customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.flows.billing import BY_ITSELF_SETTING, bills_by_itself
from app.invoicing.bill_queries import Billable, list_billable
from app.invoicing.operations.bill import invoice_shipments
from app.invoicing.operations.drafts import draft_from_shipments
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import SavedInvoice
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Tick
from ui.widgets.optional_day import OptionalDay
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_REST_MS: Final = 60


@dataclass(frozen=True, slots=True)
class _Bill:
    """What goes on one invoice."""

    uuid: str
    shipment_ids: tuple[int, ...]
    order_ids: tuple[int, ...]


class BillPanel(DocumentPanel):
    """The panel.

    Signals:
        written(object): one invoice was written; its id. Several are told in a sentence.
    """

    written = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Invoice deliveries"))
        tr, on = self.tr, desk.services.context.on
        self.found: dict[str, Billable] = {}
        self._asked = 0
        self._bills: list[_Bill] = []
        self._done: list[SavedInvoice] = []
        self._refused: list[str] = []
        self._draft_only = False
        self.search = SearchLine(tr("Customer or order number"))
        self.first_day, self.last_day = OptionalDay(on.replace(day=1)), OptionalDay(on)
        self.first_day.setAccessibleName(tr("From"))
        self.last_day.setAccessibleName(tr("To"))
        self.table = DataTable(tr("To invoice"), [
            Column("customer", tr("Customer")), Column("document", tr("Delivery note"), 180),
            Column("order", tr("Order"), 160), Column("day", tr("Day"), 124),
            Column("amount", tr("Amount"), 130, figure=True),
        ], many=True)  # fmt: skip
        self.empty = EmptyState(
            "receipt_long", tr("Nothing to invoice"), tr("Everything that left in these days is billed.")
        )
        self.by_itself = Tick(tr("From now on, an invoice follows each delivery by itself"))
        self.total = label("", tokens.LABEL, 700)
        self.all_button = Button(tr("Choose all"), hint="Ctrl+A")
        self.draft_button = Button(tr("Drafts only"), icon="edit_note")
        self.primary = Button(tr("Create invoices"), "primary", hint="F10", icon="task_alt")
        self._lay_out()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.reload)
        self._connect()
        self.first = self.search

    def _lay_out(self) -> None:
        tr = self.tr
        top = line(
            self.search, label(tr("From"), tokens.SUB, 500, "text2"), self.first_day,
            label(tr("To"), tokens.SUB, 500, "text2"), self.last_day, gap=8,
        )  # fmt: skip
        top.setStretch(0, 1)
        self.page.addLayout(top)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.empty, 1)
        hint = tr("One invoice is written for each customer and currency.")
        below = line(label(hint, tokens.META, 400, "text2"), None, self.by_itself, gap=8)
        self.by_itself.setMinimumWidth(self.by_itself.sizeHint().width() + 30)
        self.page.addLayout(below)
        self.by_itself.setVisible(self.desk.may(Permission.SETTINGS))
        self.content.addLayout(
            line(self.total, None, self.all_button, self.draft_button, self.primary, gap=8)
        )

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        for day in (self.first_day, self.last_day):
            day.value_changed.connect(lambda _day: self._rest.start())
        self.table.selection_changed.connect(lambda _count: self._show_total())
        self.all_button.clicked.connect(self.table.selectAll)
        self.draft_button.clicked.connect(lambda: self.write(draft_only=True))
        self.primary.clicked.connect(self.write)
        self.by_itself.clicked.connect(self._turn_by_itself)
        self.ask(bills_by_itself, self.by_itself.setChecked)

    def _turn_by_itself(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """From now on, or no longer."""
        self.run(save_setting, lambda _none: None, name=BY_ITSELF_SETTING, value=on)

    def reload(self) -> None:
        """Read what can be billed."""
        self._asked += 1
        asked = self._asked
        self.ask(
            list_billable, lambda found: self._have(found, asked), text=self.search.text(),
            first=self.first_day.value(), last=self.last_day.value(),
        )  # fmt: skip

    def _have(self, found: list[Billable], asked: int) -> None:
        if asked != self._asked:
            return
        self.found = {f"{x.shipment_id or 0}:{x.order_id}": x for x in found}
        self.table.set_rows([self._row(key, x) for key, x in self.found.items()])
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.selectAll()
        self._show_total()

    def _row(self, key: str, x: Billable) -> TableRow:
        document = x.number if x.shipment_id is not None else self.tr("as ordered or done")
        cells = (
            x.party_name, document, x.order_number, self.desk.formats.date(x.on),
            money(self.desk, x.amount_minor, x.currency),
        )  # fmt: skip
        return TableRow(key, cells)

    def chosen(self) -> list[Billable]:
        """What is chosen."""
        return [self.found[key] for key in self.table.selected()]

    def _show_total(self) -> None:
        chosen = self.chosen()
        sums: dict[str, int] = {}
        for x in chosen:
            sums[x.currency] = sums.get(x.currency, 0) + x.amount_minor
        told = [self.tr("%n chosen", "", len(chosen))]
        told += [money(self.desk, minor, currency) for currency, minor in sums.items()]
        self.total.setText(" · ".join(told))
        for button in (self.draft_button, self.primary):
            button.setEnabled(bool(chosen))

    # --- writing ---

    def write(self, *, draft_only: bool = False) -> None:
        """An invoice for each customer of what is chosen; the next one begins when one is written."""
        if self.busy or not self.chosen():
            return
        self._bills = self._sort_out()
        self._done, self._refused, self._draft_only = [], [], draft_only
        self._write_next()

    def _sort_out(self) -> list[_Bill]:
        groups: dict[tuple[int, str, bool], list[Billable]] = {}
        for x in self.chosen():
            groups.setdefault((x.party_id, x.currency, x.includes_tax), []).append(x)
        return [
            _Bill(
                str(uuid4()), tuple(x.shipment_id for x in group if x.shipment_id is not None),
                tuple(x.order_id for x in group if x.shipment_id is None),
            )
            for group in groups.values()
        ]  # fmt: skip

    def _period(self) -> tuple[date, date] | None:
        first, last = self.first_day.value(), self.last_day.value()
        return (first, last) if first is not None and last is not None else None

    def _write_next(self) -> None:
        if not self._bills:
            self._tell()
            return
        bill = self._bills.pop(0)
        operation = draft_from_shipments if self._draft_only else invoice_shipments
        self.run(
            operation, self._written, uuid=bill.uuid, shipment_ids=bill.shipment_ids,
            order_ids=bill.order_ids, period=self._period(),
        )  # fmt: skip

    def _written(self, saved: SavedInvoice) -> None:
        self._done.append(saved)
        self._write_next()

    def failed(self, error: Exception) -> None:
        """One customer's refusal does not keep the others from their invoices."""
        if not isinstance(error, Refusal) or not (self._bills or self._done):
            super().failed(error)
            return
        self.busy = False
        self._refused.append(describe(error))
        self._write_next()

    def _tell(self) -> None:
        held = [x for x in self._done if x.status is InvoiceStatus.HELD]
        if len(self._done) == 1 and not self._refused:
            self.written.emit(self._done[0].invoice_id)
            return
        text = self.tr("%n invoice(s) are written.", "", len(self._done))
        if held:
            text += " " + self.tr("%n of them are held.", "", len(held))
        self.desk.say(text, "warn" if held or self._refused else "ok")
        if self._refused:
            self.refuse(" ".join(dict.fromkeys(self._refused)))
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 writes, Ctrl+A chooses all."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F10:
            self.write()
        elif event.key() == Qt.Key.Key_A and control:
            self.table.selectAll()
        else:
            super().keyPressEvent(event)
