"""Quotes and orders by stage: chips with live counts, search, Enter opens the document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.kernel.permission import Permission
from app.orders.list_queries import OrderFilter, OrderMark, OrderSort, search_orders
from app.orders.queries import OrderDetail, OrderRow, count_stages
from app.orders.states import Stage
from ui.office.list_views import ViewBar, column_menu
from ui.office.section import OfficeDesk, Section
from ui.orders.claim_panel import ClaimPanel
from ui.orders.direct_panel import DirectPanel
from ui.orders.entry_panel import EntryPanel
from ui.orders.filter_bar import FilterBar
from ui.orders.import_orders import ImportOrdersButton
from ui.orders.layaways import LayawaysButton
from ui.orders.order_list import HIDDEN_AT_FIRST, listed_row, order_columns
from ui.orders.order_page import OrderPanel
from ui.orders.phone_desk import PHONE, PhoneDesk, PhoneDeskButton, Writing
from ui.orders.recurring_orders import RecurringOrdersButton, RecurringOrdersPanel
from ui.orders.route_panel import RoutePanel
from ui.orders.words import stage_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import DataTable
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_ALL: Final = "all"
_PAGE: Final = 200


class OrdersSection(Section):
    """Orders."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._counts: dict[Stage, int] = {}
        self._mark: OrderMark | None = None
        self.sort, self.descending = OrderSort.NEWEST, True
        self.search = SearchLine(self.tr("Search: number, quote or customer"))
        self.new_button = Button(self.tr("New"), "primary", icon="add", hint="Ctrl+N")
        self.chips = ChipBar(self.tr("Stage"))
        self.columns = order_columns()
        self.table = DataTable(self.tr("Orders"), self.columns)
        self.table.set_hidden(HIDDEN_AT_FIRST)
        self.filters = FilterBar(desk.formats, desk.services.context.on)
        self.views = ViewBar(desk, "orders", self.state)
        self.filter_button = Button(self.tr("Filter"), checkable=True)
        self.columns_button = Button(self.tr("Columns"))
        self.empty = EmptyState(
            "edit_note", self.tr("No orders here"),
            self.tr("Choose another stage, search for something else, or write a new one."),
            self.tr("New quote or order"),
        )  # fmt: skip
        self.phone_button = PhoneDeskButton(self)
        self.recurring_button = RecurringOrdersButton(self)
        self._lay_out()
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.chips.chosen.connect(lambda _key: self.reload())
        self.filters.changed.connect(self._filtered)
        self.filter_button.toggled.connect(self.filters.setVisible)
        self.columns_button.clicked.connect(self.choose_columns)
        self.views.chosen.connect(self.show_state)
        self.table.sort_chosen.connect(self._sorted)
        self.table.opened.connect(lambda key: self.open_order(int(key)))
        self.table.more_wanted.connect(lambda _place: self._ask(self._mark))
        self.new_button.clicked.connect(self.new_order)
        self.empty.action_triggered.connect(self.new_order)
        self._show_chips()

    def _lay_out(self) -> None:
        top = line(
            label(self.tr("Orders"), tokens.KEY, 700), 4, self.search, self.views, self.filter_button,
            self.columns_button, LayawaysButton(self), ImportOrdersButton(self), self.new_button, gap=8,
        )  # fmt: skip
        top.setStretch(2, 1)
        self.body.addLayout(top)
        stages = line(self.chips, self.recurring_button, self.phone_button, gap=8)
        stages.setStretch(0, 1)
        self.body.addLayout(stages)
        self.body.addWidget(self.views.saving)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)

    def entered(self) -> None:
        """Read the first page."""
        may = self.desk.may(Permission.ORDERS)
        self.new_button.setVisible(may)
        self.phone_button.setVisible(may)
        self.views.load(self.reload)
        panel = self.panel()
        if isinstance(panel, OrderPanel):
            panel.reload()
        elif panel is None:
            self.search.setFocus()

    def show_item(self, what: str) -> None:
        """An order by its id, or the desk for orders by telephone."""
        if what == PHONE:
            self.open_phone_desk()
        else:
            self.open_order(int(what))

    def scanned(self, raw: str) -> bool:
        """Goods while a quote is written, who rings at the telephone; else the number on a paper."""
        panel = self.panel()
        if isinstance(panel, EntryPanel | PhoneDesk):
            panel.scanned(raw)
            return True
        if panel is not None:
            return False
        self.search.setText(raw.strip())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N writes a new one, F2 searches, F8 is the telephone, F10 does the next step."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        panel = self.panel()
        if event.key() == Qt.Key.Key_N and control and self.desk.may(Permission.ORDERS):
            self.new_order()
        elif event.key() == Qt.Key.Key_F2 and panel is None:
            self.search.setFocus()
        elif event.key() == Qt.Key.Key_F8 and panel is None and self.desk.may(Permission.ORDERS):
            self.open_phone_desk()
        elif event.key() == Qt.Key.Key_F10 and isinstance(panel, OrderPanel):
            panel.do_next()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.reload()
        (self.table if self.table.isVisible() else self).setFocus()

    def stage(self) -> Stage | None:
        """The stage that is chosen."""
        key = self.chips.selected()
        return None if key in ("", _ALL) else Stage(key)

    # --- what is shown ---

    def state(self) -> dict[str, Any]:
        """What the list shows, as a saved view keeps it."""
        return {
            "stage": self.chips.selected() or _ALL, "text": self.search.text().strip(),
            "filters": self.filters.state(), "sort": self.sort.value, "descending": self.descending,
            "hidden": list(self.table.hidden()),
        }  # fmt: skip

    def show_state(self, state: dict[str, Any]) -> None:
        """Show the list as a saved view says; what it does not know stays plain."""
        known = {x.value for x in OrderSort}
        wanted = state.get("sort")
        self.sort = OrderSort(wanted) if wanted in known else OrderSort.NEWEST
        self.descending = bool(state.get("descending", True))
        stage = state.get("stage")
        self.chips.select(stage if stage in {x.value for x in Stage} else _ALL)
        self.search.blockSignals(True)
        self.search.setText(str(state.get("text", "")))
        self.search.blockSignals(False)
        self.filters.set_state(dict(state.get("filters") or {}))
        self.table.set_hidden([str(key) for key in state.get("hidden", HIDDEN_AT_FIRST)])
        self.table.set_sort(self.sort.value, descending=self.descending)
        self._show_filters()
        self.reload()

    def _sorted(self, key: str, descending: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.sort, self.descending = OrderSort(key), descending
        self.reload()

    def _filtered(self) -> None:
        self._show_filters()
        self.reload()

    def _show_filters(self) -> None:
        """The button tells how many filters are set, also while they are hidden."""
        count = self.filters.count()
        word = self.tr("Filter")
        self.filter_button.setText(f"{word} {self.desk.formats.number(count)}" if count else word)
        if count:
            self.filter_button.setChecked(True)

    def columns_menu(self) -> QMenu:
        """Shows or hides columns."""
        return column_menu(self, self.table, self.columns, self.views.mark)

    def choose_columns(self) -> None:
        """Open the menu of columns below its button."""
        below = self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft())
        self.columns_menu().popup(below)

    def _wanted(self) -> OrderFilter:
        actor = self.desk.services.gateway.actor
        plain = self.filters.filter(actor.user_id if actor is not None else 0)
        return replace(plain, stage=self.stage(), text=self.search.text())

    def reload(self) -> None:
        """Read the counts and the first page."""
        self._asked += 1
        self._ask(None)
        self.views.mark()
        self.desk.ask(count_stages, self._have_counts)

    def _ask(self, after: OrderMark | None) -> None:
        asked = self._asked
        self.desk.ask(
            search_orders, lambda found: self._have(*found, after, asked), wanted=self._wanted(),
            sort=self.sort, descending=self.descending, after=after, limit=_PAGE,
        )  # fmt: skip

    def _have(
        self, found: list[OrderRow], mark: OrderMark | None, after: OrderMark | None, asked: int
    ) -> None:
        if asked != self._asked:
            return
        self._mark = mark
        rows = [listed_row(row, self.desk) for row in found]
        if after is not None:
            self.table.add_rows(rows, more=mark is not None)
            return
        kept = self.table.current()
        if not rows and self.table.hasFocus():
            self.setFocus()  # else Qt gives the keyboard to a button at the left
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=mark is not None)
        self.table.select(kept)

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
        panel.claim_wanted.connect(self.claim_goods)
        panel.route_wanted.connect(self.route_order)
        panel.direct_wanted.connect(self.order_directly)
        panel.repeat_wanted.connect(lambda detail: self.open_recurring(detail.row.number or ""))
        self.open_panel(panel)
        panel.load(order_id)
        return panel

    def claim_goods(self, detail: OrderDetail) -> ClaimPanel:
        """Goods of an order came back, were missing or damaged."""
        panel = ClaimPanel(self.desk, detail.row.id, f"{detail.row.number} · {detail.row.party_name}")
        panel.done.connect(self.open_order)
        self.open_panel(panel)
        panel.load()
        return panel

    def route_order(self, detail: OrderDetail) -> RoutePanel:
        """Choose the places an order ships from."""
        panel = RoutePanel(self.desk, detail)
        panel.done.connect(self.open_order)
        self.open_panel(panel)
        return panel

    def order_directly(self, detail: OrderDetail) -> DirectPanel:
        """A supplier brings goods of an order to the customer."""
        panel = DirectPanel(self.desk, detail)
        self.open_panel(panel)
        return panel

    def open_recurring(self, number: str = "") -> RecurringOrdersPanel:
        """What is ordered again and again."""
        panel = RecurringOrdersPanel(self.desk, number)
        self.open_panel(panel)
        return panel

    def new_order(self) -> EntryPanel:
        """Write a new quote or order."""
        panel = EntryPanel(self.desk)
        panel.done.connect(self.open_order)
        self.open_panel(panel)
        return panel

    def open_phone_desk(self) -> PhoneDesk:
        """Somebody rings."""
        panel = PhoneDesk(self.desk)
        panel.write_wanted.connect(self.write_order)
        self.open_panel(panel)
        return panel

    def write_order(self, wanted: Writing) -> EntryPanel:
        """Write an order of somebody, with lines that are known already."""
        panel = self.new_order()
        panel.show_entries(wanted.lines)
        panel.set_customer(wanted.party_id, wanted.name)
        panel.refuse(wanted.sentence)
        return panel

    def edit_order(self, detail: OrderDetail) -> EntryPanel:
        """Change one."""
        panel = self.new_order()
        panel.show_order(detail)
        return panel
