"""The list of products: searched, sorted, opened, changed in bulk. Pages come as they are scrolled to."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.catalog.drafts import SavedProduct
from app.catalog.events import CategoriesChanged, ProductsChanged
from app.catalog.queries import (
    Category,
    ProductFilter,
    ProductRow,
    ProductSort,
    ProductView,
    TaxClassName,
    count_products,
    list_all_categories,
    list_product_ids,
    list_products,
    list_tax_class_names,
)
from app.catalog.states import ProductKind
from app.kernel.permission import Permission
from app.pricing.queries import PriceList, list_price_lists
from ui.catalog.more_panels import made, open_more
from ui.catalog.product_editor import ProductEditor
from ui.catalog.product_form import ProductChoices
from ui.fulfilment.scan_panel import ScanPanel
from ui.office.section import OfficeDesk, Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 100
_STATES: Final = {
    "used": True,
    "unused": False,
    "all": None,
    "grouped": True,
    "templates": True,
    "kits": True,
}
_KINDS: Final = {"templates": ProductKind.TEMPLATE, "kits": ProductKind.KIT}


class ProductsSection(Section):
    """Products."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._sort, self._descending = ProductSort.NAME, False
        self._categories: list[Category] = []
        self._classes: list[TaxClassName] = []
        self._lists: list[PriceList] = []
        self._total = 0
        self._all_chosen = False
        self._open_later = ""
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        tr = self.tr
        self.search = SearchLine(tr("Search: any word of name, number or barcode"))
        self.category = Choice([(None, tr("All categories"))])
        self.category.setAccessibleName(tr("Category"))
        self.state = Choice(
            [
                ("used", tr("In use")), ("grouped", tr("Grouped")),
                ("templates", tr("Templates")), ("kits", tr("Kits")), ("unused", tr("Out of use")),
                ("all", tr("All")),
            ],
            "used",
        )  # fmt: skip
        self.state.setAccessibleName(tr("In use or not"))
        self.new_button = Button(tr("New"), "primary", icon="add", hint="Ctrl+N")
        self.bulk_button = Button(tr("Change many…"), icon="tune")
        self.all_button = Button(tr("Choose all"), icon="check")
        self.import_button = Button(tr("Import…"), icon="upload")
        self.table = DataTable(
            tr("Products"),
            [
                Column("sku", tr("Number"), 130, sortable=True),
                Column("name", tr("Name"), sortable=True),
                Column("category", tr("Category"), 162, sortable=True),
                Column("barcode", tr("Barcode"), 150),
                Column("price", tr("Price"), 100, figure=True, sortable=True),
                Column("stock", tr("Stock"), 100, figure=True, sortable=True),
            ],
            many=True,
        )
        self.table.set_sort("name", descending=False)
        self.count = label("", tokens.SUB, 400, "text2")
        self.empty = EmptyState(
            "inventory_2", tr("No products found"), tr("Search for other words, or make a new product."),
            tr("New product"),
        )  # fmt: skip

    def _lay_out(self) -> None:
        top = line(
            label(self.tr("Products"), tokens.KEY, 700), 4, self.search, self.category, self.state, gap=8
        )
        top.setStretch(2, 1)
        self.category.setMinimumWidth(160)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.body.addLayout(
            line(
                self.count,
                None,
                self.all_button,
                self.bulk_button,
                self.import_button,
                self.new_button,
                gap=8,
            )
        )

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.category.currentIndexChanged.connect(lambda _place: self.reload())
        self.state.currentIndexChanged.connect(lambda _place: self.reload())
        self.table.sort_chosen.connect(self._sorted)
        self.table.more_wanted.connect(self._ask)
        self.table.opened.connect(lambda key: self.open_product(int(key)))
        self.table.selection_changed.connect(self._selection)
        self.new_button.clicked.connect(self._new)
        self.empty.action_triggered.connect(self._new)
        self.bulk_button.clicked.connect(self._bulk)
        self.all_button.clicked.connect(self._choose_all)
        self.import_button.clicked.connect(self._import)
        self.desk.services.bridge.happened.connect(self._happened)

    def entered(self) -> None:
        """Read categories, tax classes, price lists, and the first page."""
        may = self.desk.may(Permission.EDIT_CATALOG)
        for button in (self.new_button, self.bulk_button, self.all_button):
            button.setVisible(may)
        self.import_button.setVisible(self.desk.may(Permission.IMPORT))
        self.desk.ask(list_tax_class_names, lambda found: setattr(self, "_classes", found))
        self.desk.ask(list_price_lists, lambda found: setattr(self, "_lists", found))
        self.desk.ask(list_all_categories, self._have_categories)
        if self.panel() is None:
            self.search.setFocus()

    def show_item(self, what: str) -> None:
        """A product by its id, or "new"."""
        self._open_later = what
        if self._lists:
            self._open_wanted()

    def scanned(self, raw: str) -> bool:
        """Into the editor that is open, else the product is looked for."""
        panel = self.panel()
        if isinstance(panel, (ProductEditor, ScanPanel)):
            panel.scanned(raw)
        elif panel is None:
            from app.catalog.operations.products import code_of_scan
            from app.kernel.refusal import Refusal

            try:
                code = code_of_scan(raw)
            except Refusal as refusal:
                self.desk.failed(refusal)
                return True
            self.state.choose("all")
            self.category.choose(None)
            self.search.setText(code.lstrip("0") or code)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N makes a product, Ctrl+F or F2 searches, F5 reads again."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_N and control and self.new_button.isVisible():
            self.new_product()
        elif event.key() == Qt.Key.Key_F2 or (event.key() == Qt.Key.Key_F and control):
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_F5:
            self.reload()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()

    # --- the list ---

    def wanted(self) -> ProductFilter:
        """What the list is narrowed to."""
        state = self.state.value() or "used"
        return ProductFilter(
            text=self.search.text(), category_id=self.category.value(), active=_STATES[state],
            grouped=state == "grouped", kind=_KINDS.get(state),
        )  # fmt: skip

    def reload(self) -> None:
        """Read the first page."""
        self._asked += 1
        self._all_chosen = False
        self._ask(0)
        asked = self._asked
        self.desk.report(
            count_products, lambda total: self._have_total(total, asked), wanted=self.wanted(),
            price_list_id=self.desk.services.context.till.price_list_id,
        )  # fmt: skip

    def _ask(self, offset: int) -> None:
        context, asked = self.desk.services.context, self._asked
        self.desk.ask(
            list_products, lambda found: self._have(found, offset, asked), wanted=self.wanted(),
            price_list_id=context.till.price_list_id, location_id=context.stock_location_id, on=context.on,
            sort=self._sort, descending=self._descending, limit=_PAGE, offset=offset,
        )  # fmt: skip

    def _have(self, found: list[ProductRow], offset: int, asked: int) -> None:
        if asked != self._asked:
            return
        rows = [self._row(row) for row in found]
        more = len(found) == _PAGE
        if offset:
            self.table.add_rows(rows, more=more)
            return
        kept = self.table.current()
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=more)
        self.table.select(kept)

    def _row(self, row: ProductRow) -> TableRow:
        formats = self.desk.formats
        price = self.tr("no price") if row.price_minor is None else formats.money(row.price_minor)
        stock = "" if row.on_hand_milli is None else formats.quantity(row.on_hand_milli, row.unit)
        tones: dict[str, str] = {} if row.active else dict.fromkeys(("sku", "name", "category"), "text2")
        if row.price_minor is None:
            tones["price"] = "warn"
        if row.on_hand_milli is not None and row.on_hand_milli <= 0:
            tones["stock"] = "danger" if row.on_hand_milli < 0 else "warn"
        return TableRow(str(row.id), (row.sku, row.name, row.category, row.barcode, price, stock), tones)

    def _have_total(self, total: int, asked: int) -> None:
        if asked == self._asked:
            self._total = total
            self._selection(self.table.selected_count())

    def _selection(self, chosen: int) -> None:
        number = self.desk.formats.number
        if self._all_chosen:
            self.count.setText(self.tr("All {total} chosen").format(total=number(self._total)))
        elif chosen > 1:
            self.count.setText(
                self.tr("{chosen} of {total} chosen").format(chosen=number(chosen), total=number(self._total))
            )
        else:
            words = self.tr("1 product") if self._total == 1 else self.tr("{total} products")
            self.count.setText(words.format(total=number(self._total)))
        self.bulk_button.setEnabled(chosen > 0)

    def _sorted(self, key: str, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._sort, self._descending = ProductSort(key), descending
        self.reload()

    def _have_categories(self, found: list[Category]) -> None:
        self._categories = found
        self.category.set_options(
            [(None, self.tr("All categories")), *((c.id, c.name) for c in found)], self.category.value()
        )
        self.reload()
        self._open_wanted()

    def _happened(self, event: object) -> None:
        if isinstance(event, (ProductsChanged, CategoriesChanged)) and self.isVisible():
            self.reload()

    # --- one product ---

    def _choices(self) -> ProductChoices:
        context = self.desk.services.context
        return ProductChoices(
            self._categories, self._classes, self._lists, context.till.price_list_id, context.on,
            self.desk.may(Permission.VIEW_COST),
        )  # fmt: skip

    def _open_wanted(self) -> None:
        what, self._open_later = self._open_later, ""
        if what == "new":
            self.new_product()
        elif what:
            self.open_product(int(what))

    def open_product(self, product_id: int) -> ProductEditor:
        """Show a product in the editor."""
        editor = ProductEditor(self.desk, self._choices())
        editor.done.connect(self.saved)
        editor.more_wanted.connect(partial(open_more, self))
        editor.history_wanted.connect(self.open_history)
        self.open_panel(editor)
        editor.load(product_id)
        return editor

    def open_history(self, view: ProductView) -> None:
        """What the prices of a product were."""
        from ui.pricing.history_panel import HistoryPanel

        self.open_panel(HistoryPanel(self.desk, view.id, view.details.name))

    def new_product(self, **known: Any) -> ProductEditor:
        """An empty editor."""
        known.setdefault("category_id", self.category.value())
        editor = ProductEditor(self.desk, self._choices(), **known)
        editor.done.connect(lambda saved: made(self, saved, editor))
        self.open_panel(editor)
        return editor

    def _new(self) -> None:
        self.new_product()

    def saved(self, saved: SavedProduct) -> None:
        """Back to the list, on what was saved."""
        self.close_panel()
        self.desk.say(self.tr("{sku} is saved.").format(sku=saved.sku))
        self.reload()
        self.table.select(str(saved.id))

    # --- many ---

    def _choose_all(self) -> None:
        self.table.selectAll()
        self._all_chosen = True
        self._selection(self.table.selected_count())

    def _bulk(self) -> None:
        if self._all_chosen:
            self.desk.ask(
                list_product_ids, self._open_bulk, wanted=self.wanted(),
                price_list_id=self.desk.services.context.till.price_list_id,
            )  # fmt: skip
        else:
            self._open_bulk([int(key) for key in self.table.selected()])

    def _open_bulk(self, ids: list[int]) -> None:
        from ui.catalog.bulk_panel import BulkPanel

        panel = BulkPanel(self.desk, self._choices(), ids)
        panel.done.connect(self._bulk_done)
        self.open_panel(panel)

    def _bulk_done(self, changed: int) -> None:
        self.close_panel()
        self.desk.say(self.tr("%n products were changed.", "", changed))
        self.reload()

    def _import(self) -> None:
        from ui.catalog.import_panel import ImportPanel

        panel = ImportPanel(self.desk)
        panel.done.connect(self.reload)
        self.open_panel(panel)
