"""What confirmed orders wait for: chosen lines become an expected delivery of a supplier."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.orders.buying import Proposal, list_proposals
from app.orders.operations.buy import buy_for_orders
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import DayField, Form, text_field
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_WIDE: Final = 900


class ProposalsPanel(DocumentPanel):
    """The list; what is chosen (Shift or Ctrl for several) is bought together.

    Signals:
        bought(): a delivery is expected.
    """

    bought = Signal()

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        tr = self.tr
        self.set_title(tr("Needed for orders"))
        self.proposals: dict[str, Proposal] = {}
        self.table = DataTable(
            tr("Proposals"),
            [
                Column("item", tr("Item")), Column("missing", tr("Missing"), 100, figure=True),
                Column("coming", tr("Incoming"), 100, figure=True, least=_WIDE),
                Column("order", tr("Order"), 160), Column("customer", tr("Customer"), 170),
                Column("wanted", tr("Wanted on"), 122),
                Column("supplier", tr("Last supplier"), 150, least=_WIDE),
            ],
            many=True,
        )  # fmt: skip
        self.empty = EmptyState(
            "inbox", tr("Nothing has to be bought for orders"),
            tr("Every order has its goods, or they are ordered from a supplier."),
        )  # fmt: skip
        self.supplier, self.number, self.day = text_field(), text_field(), DayField()
        on = desk.services.context.on
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.form = Form(3)
        self.form.add(tr("Supplier"), self.supplier)
        self.form.add(tr("Number of the order"), self.number)
        self.form.add(tr("Expected on"), self.day)
        self.chosen = label("", tokens.SUB, 400, "text2")
        self.buy_button = Button(tr("Expect it"), "primary", icon="task_alt", hint="F10")
        for part in (self.table, self.empty):
            self.page.addWidget(part, 1)
        self.page.addWidget(self.form)
        self.content.addLayout(line(self.chosen, None, self.buy_button, gap=8))
        self.first = self.table
        self.table.opened.connect(lambda _key: self.supplier.setFocus())
        self.table.selection_changed.connect(lambda _count: self._show_chosen())
        self.supplier.returnPressed.connect(self.number.setFocus)
        self.number.returnPressed.connect(self.buy)
        self.buy_button.clicked.connect(self.buy)

    def load(self) -> None:
        """Read what is missing."""
        self.ask(list_proposals, self._have)

    def _have(self, found: list[Proposal]) -> None:
        formats = self.desk.formats
        self.proposals = {str(x.line_id): x for x in found}
        self.table.set_rows([
            TableRow(
                key,
                (
                    f"{x.sku} {x.name}", formats.quantity(x.missing_milli, x.unit),
                    formats.quantity(x.coming_milli) if x.coming_milli else "", x.number, x.customer,
                    formats.date(x.requested_on) if x.requested_on else "", x.supplier,
                ),
                {"missing": "danger"},
            )
            for key, x in self.proposals.items()
        ])  # fmt: skip
        self.table.setVisible(bool(found))
        self.form.setVisible(bool(found))
        self.buy_button.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_chosen()
        self.take_focus()

    def _show_chosen(self) -> None:
        count = len(self.table.selected())
        self.chosen.setText(self.tr("%n line(s) chosen", "", count) if self.proposals else "")
        known = [self.proposals[key].supplier for key in self.table.selected() if key in self.proposals]
        if len(set(known)) == 1 and not self.supplier.isModified():
            self.supplier.setText(known[0])

    def buy(self) -> None:
        """F10: what is chosen is expected from the supplier."""
        self.run(
            buy_for_orders, self._bought, reference=self.number.text(), supplier=self.supplier.text(),
            due_on=cast("date", self.day.date().toPython()),
            line_ids=[int(key) for key in self.table.selected()],
        )  # fmt: skip

    def _bought(self, _ids: list[int]) -> None:
        self.desk.say(self.tr("{number} is expected.").format(number=self.number.text().strip()))
        self.bought.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 buys."""
        if event.key() == Qt.Key.Key_F10 and self.buy_button.isVisible():
            self.buy()
        else:
            super().keyPressEvent(event)
