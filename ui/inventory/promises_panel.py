"""To which orders a product is promised, who waits for it, and giving it to another order."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.promise_queries import Promise, list_promises
from app.kernel.permission import Permission
from app.orders.operations.reassign import give_goods
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import open_document
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.text import label, line

_FREE: Final = 0


class PromisesPanel(DocumentPanel):
    """The orders of one product."""

    def __init__(self, desk: OfficeDesk, product_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("{name} in orders").format(name=name))
        self._product_id = product_id
        self.promises: list[Promise] = []
        tr = self.tr
        self.table = DataTable(
            tr("Orders"),
            [
                Column("order", tr("Order"), 160), Column("customer", tr("Customer")),
                Column("open", tr("Wanted"), 105, figure=True),
                Column("held", tr("Committed"), 115, figure=True),
                Column("waits", tr("Waits for"), 110, figure=True),
                Column("busy", tr("Being picked"), 125, figure=True, least=850),
                Column("day", tr("Promised for"), 135, least=750),
            ],
        )  # fmt: skip
        self.what = label("", tokens.KEY, 700, wrap=True)
        self.source = Choice()
        self.source.setAccessibleName(tr("Take the goods from"))
        self.source.setMinimumWidth(330)
        self.order_button = Button(tr("Open the order"), icon="edit_note")
        self.give_button = Button(tr("Give it the goods"), "primary", icon="swap_horiz", hint="F10")
        self.page.addWidget(self.what)
        self.page.addWidget(self.table, 1)
        foot = line(
            self.order_button, None, label(tr("Take them from"), tokens.CAPTION, 500, "text2"), self.source,
            self.give_button, gap=8,
        )  # fmt: skip
        self.content.addLayout(foot)
        self.first = self.table
        may = desk.may(Permission.RELEASE_ORDER)
        self.source.setVisible(may)
        self.give_button.setVisible(may)
        self.table.current_changed.connect(lambda _key: self._show_sources())
        self.give_button.clicked.connect(self.give)
        self.order_button.clicked.connect(self._open_order)

    def load(self) -> None:
        """Read who wants it."""
        self.ask(
            list_promises, self._have, product_id=self._product_id,
            location_id=self.desk.services.context.stock_location_id,
        )  # fmt: skip

    def _have(self, found: list[Promise]) -> None:
        kept = self.table.current()
        self.promises = found
        self.table.set_rows([self._row(x) for x in found])
        self.table.select(kept)
        waiting = sum(1 for x in found if x.waits_milli)
        if not found:
            self.what.setText(self.tr("No order wants it."))
        elif waiting:
            self.what.setText(self.tr("%n order(s) wait for it", "", waiting))
        else:
            self.what.setText(self.tr("Every order has what it wants."))
        self._show_sources()

    def _row(self, x: Promise) -> TableRow:
        formats = self.desk.formats
        day = formats.date(x.promised_on) if x.promised_on else ""
        figures = (x.open_milli, x.held_milli, x.waits_milli, x.busy_milli)
        cells = (x.number, x.customer, *(formats.quantity(q) for q in figures), day)
        return TableRow(str(x.line_id), cells, {"waits": "danger" if x.waits_milli else "text2"})

    def _current(self) -> Promise | None:
        return next((x for x in self.promises if str(x.line_id) == self.table.current()), None)

    def _show_sources(self) -> None:
        current = self._current()
        options: list[tuple[int, str]] = [(_FREE, self.tr("What is free"))]
        for x in self.promises:
            if current is not None and x.line_id != current.line_id and x.spare_milli:
                spare = self.desk.formats.quantity(x.spare_milli)
                options.append((x.line_id, f"{x.number} · {x.customer} · {spare}"))
        self.source.set_options(options, self.source.value())
        self.give_button.setEnabled(current is not None and current.waits_milli > 0)
        self.order_button.setEnabled(current is not None)

    def give(self) -> None:
        """Give the current order what it waits for."""
        current = self._current()
        if current is not None and self.give_button.isEnabled():
            self.run(
                give_goods, self._given, to_line_id=current.line_id,
                from_line_id=self.source.value() or None,
            )  # fmt: skip

    def _given(self, milli: int) -> None:
        quantity = self.desk.formats.quantity(milli)
        current = self._current()
        number = current.number if current else ""
        self.desk.say(self.tr("{quantity} given to {number}.").format(quantity=quantity, number=number))
        self.load()

    def _open_order(self) -> None:
        current = self._current()
        if current is not None:
            open_document(self.desk, f"order:{current.order_id}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 gives the goods."""
        if event.key() == Qt.Key.Key_F10:
            self.give()
        else:
            super().keyPressEvent(event)
