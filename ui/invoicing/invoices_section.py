"""Invoices and credit notes by what is to be done with them; Enter opens the document."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.invoicing.list_queries import InvoiceMark, InvoiceSort, sorted_invoices
from app.invoicing.screen_queries import InvoiceView, ListedInvoice, count_invoices
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.kernel.permission import Permission
from ui.invoicing.bill_panel import BillPanel
from ui.invoicing.invoice_page import InvoicePanel
from ui.invoicing.recurring_panel import RecurringPanel
from ui.office.list_views import ViewBar, column_menu
from ui.office.paging import show_page
from ui.office.section import OfficeDesk, Section
from ui.orders.links import money
from ui.orders.words import document_status, document_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 200
_WIDE: Final = 960  # a narrower table leaves out what the number and the due day say as well
_COUNTED: Final = (InvoiceView.DRAFT, InvoiceView.HELD, InvoiceView.OPEN, InvoiceView.OVERDUE)


class InvoicesSection(Section):
    """Invoices."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._mark: InvoiceMark | None = None
        self.sort, self.descending = InvoiceSort.NEWEST, True
        self._counts: dict[InvoiceView, int] = {}
        self.search = SearchLine(self.tr("Search: number or customer"))
        self.chips = ChipBar(self.tr("State"))
        self.recurring_button = Button(self.tr("Recurring"), icon="refresh")
        self.recurring_button.clicked.connect(self.open_recurring)
        tr = self.tr
        sort = InvoiceSort
        self.columns = [
            Column(sort.NUMBER.value, tr("Number"), 178, sortable=True),
            Column("kind", tr("Kind"), 120, least=_WIDE),
            Column(sort.CUSTOMER.value, tr("Customer"), sortable=True),
            Column(sort.DAY.value, tr("Day"), 122, least=_WIDE, sortable=True),
            Column(sort.DUE.value, tr("Due"), 122, sortable=True), Column("status", tr("Status"), 142),
            Column(sort.TOTAL.value, tr("Total"), 116, figure=True, sortable=True),
            Column("open", tr("Open"), 116, figure=True),
        ]  # fmt: skip
        self.table = DataTable(tr("Invoices"), self.columns)
        self.views = ViewBar(desk, "invoices", self.state)
        self.columns_button = Button(tr("Columns"))
        self.empty = EmptyState(
            "receipt_long", self.tr("No invoices here"),
            self.tr("Invoices are written from orders: open one and press Create invoice."),
        )  # fmt: skip
        self.bill_button = Button(self.tr("Invoice deliveries"), "primary", icon="add", hint="Ctrl+N")
        self.bill_button.clicked.connect(self.bill_deliveries)
        head = label(self.tr("Invoices"), tokens.KEY, 700)
        top = line(head, 4, self.search, self.recurring_button, self.bill_button, gap=8)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        choices = line(self.chips, self.views, self.columns_button, gap=8)
        choices.setStretch(0, 1)
        self.body.addLayout(choices)
        self.body.addWidget(self.views.saving)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.chips.chosen.connect(lambda _key: self.reload())
        self.table.opened.connect(lambda key: self.open_invoice(int(key)))
        self.table.more_wanted.connect(lambda _place: self._ask(self._mark))
        self.table.sort_chosen.connect(self._sorted)
        self.views.chosen.connect(self.show_state)
        self.columns_button.clicked.connect(self.choose_columns)
        self._show_chips()

    def entered(self) -> None:
        """Read the first page."""
        self.bill_button.setVisible(self.desk.may(Permission.INVOICE))
        self.views.load(self.reload)
        panel = self.panel()
        if isinstance(panel, InvoicePanel):
            panel.reload()
        elif panel is None:
            self.search.setFocus()

    def show_item(self, what: str) -> None:
        """An invoice by its id."""
        self.open_invoice(int(what))

    def scanned(self, raw: str) -> bool:
        """The number on a paper."""
        if self.panel() is not None:
            return False
        self.search.setText(raw.strip())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 searches, Ctrl+N bills deliveries, F10 does the next step of the open document."""
        panel = self.panel()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F2 and panel is None:
            self.search.setFocus()
        elif event.key() == Qt.Key.Key_F10 and isinstance(panel, InvoicePanel):
            panel.do_next()
        elif event.key() == Qt.Key.Key_N and control and self.desk.may(Permission.INVOICE):
            self.bill_deliveries()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.reload()
        (self.table if self.table.isVisible() else self).setFocus()

    def view(self) -> InvoiceView:
        """The chip that is chosen."""
        return InvoiceView(self.chips.selected() or InvoiceView.ALL.value)

    # --- what is shown ---

    def state(self) -> dict[str, Any]:
        """What the list shows, as a saved view keeps it."""
        return {
            "view": self.view().value, "text": self.search.text().strip(), "sort": self.sort.value,
            "descending": self.descending, "hidden": list(self.table.hidden()),
        }  # fmt: skip

    def show_state(self, state: dict[str, Any]) -> None:
        """Show the list as a saved view says; what it does not know stays plain."""
        wanted, view = state.get("sort"), state.get("view")
        self.sort = InvoiceSort(wanted) if wanted in {x.value for x in InvoiceSort} else InvoiceSort.NEWEST
        self.descending = bool(state.get("descending", True))
        known = view in {x.value for x in InvoiceView}
        self.chips.select(str(view) if known else InvoiceView.ALL.value)
        self.search.blockSignals(True)
        self.search.setText(str(state.get("text", "")))
        self.search.blockSignals(False)
        self.table.set_hidden([str(key) for key in state.get("hidden", ())])
        self.table.set_sort(self.sort.value, descending=self.descending)
        self.reload()

    def _sorted(self, key: str, descending: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.sort, self.descending = InvoiceSort(key), descending
        self.reload()

    def choose_columns(self) -> None:
        """Open the menu of columns below its button."""
        below = self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft())
        column_menu(self, self.table, self.columns, self.views.mark).popup(below)

    def reload(self) -> None:
        """Read the counts and the first page."""
        self._asked += 1
        self._ask(None)
        self.views.mark()
        self.desk.ask(count_invoices, self._have_counts, on=self.desk.services.context.on)

    def _ask(self, after: InvoiceMark | None) -> None:
        asked = self._asked
        self.desk.ask(
            sorted_invoices, lambda found: self._have(*found, after, asked), view=self.view(),
            text=self.search.text(), on=self.desk.services.context.on, sort=self.sort,
            descending=self.descending, after=after, limit=_PAGE,
        )  # fmt: skip

    def _have(
        self, found: list[ListedInvoice], mark: InvoiceMark | None, after: InvoiceMark | None, asked: int
    ) -> None:
        if asked != self._asked:
            return
        self._mark = mark
        rows = [self._row(x) for x in found]
        show_page(self, self.table, self.empty, rows, further=after is not None, more=mark is not None)

    def _row(self, x: ListedInvoice) -> TableRow:
        row, formats = x.row, self.desk.formats
        tones = {"open": "text2"}
        status = document_status(row.status.value)
        if row.status is InvoiceStatus.HELD:
            tones["status"] = "danger"
        elif row.status is InvoiceStatus.POSTED and row.kind is not InvoiceKind.PRO_FORMA:
            status, tone = self._standing(x)
            tones |= {"status": tone, "open": tone}
        gross = -row.gross_minor if row.kind is InvoiceKind.CREDIT_NOTE else row.gross_minor
        cells = (
            row.number or "-", document_word(row.kind.value), row.party_name,
            formats.date(row.on) if row.on else "-", formats.date(row.due_date) if row.due_date else "-",
            status, money(self.desk, gross, row.currency),
            money(self.desk, x.open_minor, row.currency) if x.open_minor else "-",
        )  # fmt: skip
        return TableRow(str(row.id), cells, tones)

    def _standing(self, x: ListedInvoice) -> tuple[str, str]:
        row = x.row
        if row.kind is InvoiceKind.CREDIT_NOTE:
            return (self.tr("Credit left"), "warn") if x.open_minor else (self.tr("Applied"), "ok")
        if not x.open_minor:
            return self.tr("Paid"), "ok"
        if row.due_date is not None and row.due_date < self.desk.services.context.on:
            return self.tr("Overdue"), "danger"
        part = x.open_minor < row.payable_minor
        return (self.tr("Part paid") if part else self.tr("Open")), "warn"

    def _have_counts(self, counts: dict[InvoiceView, int]) -> None:
        if counts != self._counts:
            self._counts = counts
            self._show_chips()

    def _show_chips(self) -> None:
        words = {
            InvoiceView.ALL: self.tr("All"), InvoiceView.DRAFT: self.tr("Drafts"),
            InvoiceView.HELD: self.tr("Held"), InvoiceView.OPEN: self.tr("Open"),
            InvoiceView.OVERDUE: self.tr("Overdue"), InvoiceView.CREDIT_NOTES: self.tr("Credit notes"),
        }  # fmt: skip
        chips = []
        for view, word in words.items():
            count = self.desk.formats.number(self._counts.get(view, 0))
            chips.append((view.value, f"{word} {count}" if view in _COUNTED else word))
        self.chips.set_chips(chips, self.chips.selected() or InvoiceView.ALL.value)

    def bill_deliveries(self) -> BillPanel:
        """Bill what left, several deliveries at once."""
        panel = BillPanel(self.desk)
        panel.written.connect(self.open_invoice)
        self.open_panel(panel)
        panel.reload()
        return panel

    def open_recurring(self) -> RecurringPanel:
        """What is written again and again; the invoice that is chosen is offered to be repeated."""
        current = self.table.current()
        place = next((i for i in range(self.table.count()) if self.table.row(i).key == current), None)
        panel = RecurringPanel(self.desk, "" if place is None else self.table.row(place).cells[0].strip("-"))
        self.open_panel(panel)
        return panel

    def open_invoice(self, invoice_id: int) -> InvoicePanel:
        """Show an invoice."""
        panel = InvoicePanel(self.desk)
        self.open_panel(panel)
        panel.load(invoice_id)
        return panel
