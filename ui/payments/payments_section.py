"""Payments: the list, recording one, and what is open of a customer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.payments.queries import PaymentRow
from app.payments.screen_queries import search_payments
from app.payments.states import CustomerPaymentStatus
from ui.office.paging import show_page
from ui.office.section import OfficeDesk, Section
from ui.orders.links import money
from ui.payments.payment_page import PaymentPanel
from ui.payments.record_panel import RecordPanel
from ui.payments.words import kind_word, method_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 200
_ALL: Final = "all"
_LEFT: Final = "unapplied"


class PaymentsSection(Section):
    """Payments."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._last_id: int | None = None
        tr = self.tr
        self.search = SearchLine(tr("Search: number or customer"))
        self.new_button = Button(tr("Record payment"), "primary", icon="payments", hint="Ctrl+N")
        self.chips = ChipBar(tr("State"))
        self.chips.set_chips([(_ALL, tr("All")), (_LEFT, tr("Not applied"))], _ALL)
        self.table = DataTable(tr("Payments"), [
            Column("number", tr("Number"), 170), Column("kind", tr("Kind"), 100),
            Column("customer", tr("Customer")), Column("day", tr("Day"), 120),
            Column("method", tr("How"), 130), Column("amount", tr("Amount"), 120, figure=True),
            Column("left", tr("Not applied"), 146, figure=True),
        ])  # fmt: skip
        self.empty = EmptyState(
            "payments", tr("No payments here"), tr("Record what came in."), tr("Record payment")
        )
        top = line(label(tr("Payments"), tokens.KEY, 700), 4, self.search, self.new_button, gap=8)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.chips.chosen.connect(lambda _key: self.reload())
        self.table.opened.connect(lambda key: self.open_payment(int(key)))
        self.table.more_wanted.connect(lambda _place: self._ask(self._last_id))
        self.new_button.clicked.connect(self.record)
        self.empty.action_triggered.connect(self.record)

    def entered(self) -> None:
        """Read the first page."""
        self.new_button.setVisible(self.desk.may(Permission.RECEIVE_PAYMENT))
        self.reload()
        panel = self.panel()
        if isinstance(panel, PaymentPanel | RecordPanel):
            panel.reload()
        elif panel is None:
            self.search.setFocus()

    def show_item(self, what: str) -> None:
        """pay:CUSTOMER records one, payment:ID or an id shows one."""
        kind, _, key = what.rpartition(":")
        if kind == "pay":
            self.record().set_customer(int(key))
        else:
            self.open_payment(int(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N records one, F2 searches."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_N and control and self.desk.may(Permission.RECEIVE_PAYMENT):
            self.record()
        elif event.key() == Qt.Key.Key_F2 and self.panel() is None:
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.reload()
        self.table.setFocus()

    def reload(self) -> None:
        """Read the first page."""
        self._asked += 1
        self._ask(None)

    def _ask(self, after_id: int | None) -> None:
        asked = self._asked
        self.desk.ask(
            search_payments, lambda found: self._have(found, after_id, asked), text=self.search.text(),
            unapplied=self.chips.selected() == _LEFT, after_id=after_id, limit=_PAGE,
        )  # fmt: skip

    def _have(self, found: list[PaymentRow], after_id: int | None, asked: int) -> None:
        if asked != self._asked:
            return
        self._last_id = found[-1].id if found else after_id
        rows = [self._row(x) for x in found]
        show_page(self, self.table, self.empty, rows, further=after_id is not None, more=len(found) == _PAGE)

    def _row(self, x: PaymentRow) -> TableRow:
        back = x.status == CustomerPaymentStatus.REVERSED.value
        keys = ("number", "kind", "customer", "day", "method", "amount", "left")
        tones = dict.fromkeys(keys, "text2") if back else {"left": "warn"}
        left = money(self.desk, x.unapplied_minor, x.currency) if x.unapplied_minor else "-"
        if back:
            left = self.tr("taken back")
        cells = (
            x.number, kind_word(x.kind), x.party_name, self.desk.formats.date(x.business_date),
            method_word(x.method), money(self.desk, x.amount_minor, x.currency), left,
        )  # fmt: skip
        return TableRow(str(x.id), cells, tones)

    def record(self) -> RecordPanel:
        """Record a payment."""
        panel = RecordPanel(self.desk)
        panel.recorded.connect(self.open_payment)
        self.open_panel(panel)
        return panel

    def open_payment(self, payment_id: int) -> PaymentPanel:
        """Show a payment."""
        panel = PaymentPanel(self.desk)
        self.open_panel(panel)
        panel.load(payment_id)
        return panel
