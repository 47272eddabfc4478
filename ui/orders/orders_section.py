"""Quotes and orders by stage: chips with live counts, search, Enter opens the document."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.orders.queries import OrderDetail, OrderRow, count_stages, list_orders
from app.orders.states import Progress, Stage
from ui.office.section import OfficeDesk, Section
from ui.orders.entry_panel import EntryPanel
from ui.orders.links import money
from ui.orders.order_page import OrderPanel
from ui.orders.words import order_status, progress_word, stage_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_ALL: Final = "all"
_PAGE: Final = 200
_TONES: Final = {Progress.NONE: "text2", Progress.PART: "warn", Progress.FULL: "ok"}


class OrdersSection(Section):
    """Orders."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._counts: dict[Stage, int] = {}
        self._last_id: int | None = None
        self.search = SearchLine(self.tr("Search: number, quote or customer"))
        self.new_button = Button(self.tr("New"), "primary", icon="add", hint="Ctrl+N")
        self.chips = ChipBar(self.tr("Stage"))
        self.table = DataTable(self.tr("Orders"), self._columns())
        self.empty = EmptyState(
            "edit_note", self.tr("No orders here"),
            self.tr("Choose another stage, search for something else, or write a new one."),
            self.tr("New quote or order"),
        )  # fmt: skip
        self._lay_out()
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.chips.chosen.connect(lambda _key: self.reload())
        self.table.opened.connect(lambda key: self.open_order(int(key)))
        self.table.more_wanted.connect(lambda _place: self._ask(self._last_id))
        self.new_button.clicked.connect(self.new_order)
        self.empty.action_triggered.connect(self.new_order)
        self._show_chips()

    def _columns(self) -> list[Column]:
        tr = self.tr
        return [
            Column("number", tr("Number"), 168),
            Column("customer", tr("Customer")),
            Column("day", tr("Day"), 116),
            Column("status", tr("Status"), 112),
            Column("shipment", tr("Shipped"), 88),
            Column("invoicing", tr("Invoiced"), 98),
            Column("payment", tr("Paid"), 80),
            Column("total", tr("Total"), 124, figure=True),
        ]

    def _lay_out(self) -> None:
        top = line(label(self.tr("Orders"), tokens.KEY, 700), 4, self.search, self.new_button, gap=8)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)

    def entered(self) -> None:
        """Read the first page."""
        may = self.desk.may(Permission.ORDERS)
        self.new_button.setVisible(may)
        self.reload()
        panel = self.panel()
        if isinstance(panel, OrderPanel):
            panel.reload()
        elif panel is None:
            self.search.setFocus()

    def show_item(self, what: str) -> None:
        """An order by its id."""
        self.open_order(int(what))

    def scanned(self, raw: str) -> bool:
        """Goods while a quote is written; else the number on a paper."""
        panel = self.panel()
        if isinstance(panel, EntryPanel):
            panel.scanned(raw)
            return True
        if panel is not None:
            return False
        self.search.setText(raw.strip())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N writes a new one, F2 searches, F10 does the next step."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        panel = self.panel()
        if event.key() == Qt.Key.Key_N and control and self.desk.may(Permission.ORDERS):
            self.new_order()
        elif event.key() == Qt.Key.Key_F2 and panel is None:
            self.search.setFocus()
        elif event.key() == Qt.Key.Key_F10 and isinstance(panel, OrderPanel):
            panel.do_next()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.reload()
        self.table.setFocus()

    def stage(self) -> Stage | None:
        """The stage that is chosen."""
        key = self.chips.selected()
        return None if key in ("", _ALL) else Stage(key)

    def reload(self) -> None:
        """Read the counts and the first page."""
        self._asked += 1
        self._ask(None)
        self.desk.ask(count_stages, self._have_counts)

    def _ask(self, after_id: int | None) -> None:
        asked = self._asked
        self.desk.ask(
            list_orders, lambda found: self._have(found, after_id, asked), stage=self.stage(),
            text=self.search.text(), after_id=after_id, limit=_PAGE,
        )  # fmt: skip

    def _have(self, found: list[OrderRow], after_id: int | None, asked: int) -> None:
        if asked != self._asked:
            return
        self._last_id = found[-1].id if found else after_id
        rows = [self._row(row) for row in found]
        if after_id is not None:
            self.table.add_rows(rows, more=len(found) == _PAGE)
            return
        kept = self.table.current()
        if not rows and self.table.hasFocus():
            self.setFocus()  # else Qt gives the keyboard to a button at the left
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=len(found) == _PAGE)
        self.table.select(kept)

    def _row(self, row: OrderRow) -> TableRow:
        day = row.ordered_on or row.valid_until
        tones = {
            "shipment": _TONES[row.shipment], "invoicing": _TONES[row.invoicing],
            "payment": _TONES[row.payment],
        }  # fmt: skip
        if Stage.ON_HOLD in row.stages:
            tones["status"] = "danger"
        elif Stage.DROPPED in row.stages:
            tones["status"] = "text2"
        cells = (
            row.number or row.quote_number or "-", row.party_name,
            self.desk.formats.date(day) if day else "-", order_status(row.status),
            progress_word(row.shipment), progress_word(row.invoicing), progress_word(row.payment),
            money(self.desk, row.gross_minor, row.currency),
        )  # fmt: skip
        return TableRow(str(row.id), cells, tones)

    def _have_counts(self, counts: dict[Stage, int]) -> None:
        if counts != self._counts:
            self._counts = counts
            self._show_chips()

    def _show_chips(self) -> None:
        chosen = self.chips.selected() or _ALL
        chips = [(_ALL, self.tr("All"))]
        for stage in Stage:
            count = self.desk.formats.number(self._counts.get(stage, 0))
            chips.append((stage.value, f"{stage_word(stage)} {count}"))
        self.chips.set_chips(chips, chosen)
        self.chips.select(chosen)

    def open_order(self, order_id: int) -> OrderPanel:
        """Show an order."""
        panel = OrderPanel(self.desk)
        panel.edit_wanted.connect(self.edit_order)
        self.open_panel(panel)
        panel.load(order_id)
        return panel

    def new_order(self) -> EntryPanel:
        """Write a new quote or order."""
        panel = EntryPanel(self.desk)
        panel.done.connect(self.open_order)
        self.open_panel(panel)
        return panel

    def edit_order(self, detail: OrderDetail) -> EntryPanel:
        """Change one."""
        panel = self.new_order()
        panel.show_order(detail)
        return panel
