"""The stock: products with what is on hand, and beside them goods in, transfers, counts, lots, places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.catalog.events import ProductsChanged
from app.catalog.operations.products import code_of_scan
from app.catalog.queries import ProductFilter, ProductRow, ProductSort, list_products
from app.inventory.elsewhere import PlaceStock, list_elsewhere
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from ui.fulfilment.scan_panel import ScanPanel
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.adjust_presenter import AdjustPresenter
from ui.inventory.area import StockArea
from ui.inventory.assembly_area import AssemblyArea
from ui.inventory.counts_area import CountsArea
from ui.inventory.lists_area import ListsArea
from ui.inventory.lots_area import LotsArea
from ui.inventory.places_area import PlacesArea
from ui.inventory.policy_panel import PolicyPanel
from ui.inventory.promises_panel import PromisesPanel
from ui.inventory.receipts_area import ReceiptsArea
from ui.inventory.serials_area import SerialsArea
from ui.inventory.transfers_area import TransfersArea
from ui.office.section import OfficeDesk, Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.pages import Pages
from ui.widgets.search_line import SearchLine
from ui.widgets.sound import SilentSound, Sound, make_sound
from ui.widgets.status import EmptyState
from ui.widgets.text import Elided, column, line

ON_HAND: Final = "stock"
RECEIPTS: Final = "receipts"
TRANSFERS: Final = "transfers"
COUNTS: Final = "counts"
ASSEMBLY: Final = "assembly"
LOTS: Final = "lots"
SERIALS: Final = "serials"
PLACES: Final = "places"
LISTS: Final = "lists"
_P: Final = Permission
_AREAS: Final[dict[str, tuple[Callable[[Section, Sound], StockArea], tuple[Permission, ...]]]] = {
    RECEIPTS: (ReceiptsArea, (_P.RECEIVE_GOODS,)),
    TRANSFERS: (TransfersArea, (_P.TRANSFER_STOCK,)),
    COUNTS: (CountsArea, (_P.COUNT_STOCK,)),
    ASSEMBLY: (AssemblyArea, (_P.ASSEMBLE,)),
    LOTS: (LotsArea, (_P.VIEW_STOCK, _P.ADJUST_STOCK, _P.RECEIVE_GOODS)),
    SERIALS: (SerialsArea, (_P.VIEW_STOCK, _P.ADJUST_STOCK, _P.RECEIVE_GOODS)),
    PLACES: (PlacesArea, (_P.VIEW_STOCK, _P.ADJUST_STOCK, _P.RECEIVE_GOODS)),
    LISTS: (ListsArea, (_P.VIEW_STOCK, _P.ADJUST_STOCK, _P.RECEIVE_GOODS)),
}
_OF_KIND: Final = {
    "receipt": RECEIPTS,
    "transfer": TRANSFERS,
    "count": COUNTS,
    "assembly": ASSEMBLY,
    "lot": LOTS,
    "serial": SERIALS,
}
_PAGE: Final = 100
_PLACES: Final = 6  # with most of it


class StockPage(Section):
    """Stock on hand at the place of this till."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        silent = desk.services.local.get("sound") == "off"
        self.sound: Sound = SilentSound() if silent else make_sound()
        self._areas: dict[str, StockArea] = {}
        self._chosen = ON_HAND
        self.chips = ChipBar(self.tr("Stock"))
        self.stack = Pages()
        self._list = QWidget()
        self._asked = 0
        self._sort, self._descending = ProductSort.NAME, False
        self.search = SearchLine(self.tr("Scan, or search: any word of name, number or barcode"))
        self.table = DataTable(
            self.tr("Stock"),
            [
                Column("sku", self.tr("Number"), 140, sortable=True),
                Column("name", self.tr("Name"), sortable=True),
                Column("category", self.tr("Category"), 160, sortable=True, least=640),
                Column("barcode", self.tr("Barcode"), 150, least=560),
                Column("stock", self.tr("On hand"), 130, figure=True, sortable=True),
            ],
        )
        self.table.set_sort("name", descending=False)
        self.open_button = Button(self.tr("Adjust or history"), "primary", icon="swap_horiz", hint="Enter")
        self.hint = Elided(self.tr("A scan opens the product."), tokens.SUB, 400, "text2")
        self.empty = EmptyState(
            "inventory_2", self.tr("No products found"), self.tr("Search for other words, or scan.")
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(self.chips)
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(self._list)
        rows = column(self._list, gap=tokens.GUTTER)
        rows.addWidget(self.search)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        foot = line(self.hint, self.open_button, gap=8)
        foot.setStretch(0, 1)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self.chips.chosen.connect(self.choose)
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.table.sort_chosen.connect(self._sorted)
        self.table.more_wanted.connect(self._ask)
        self.table.opened.connect(lambda key: self.open_product(int(key)))
        self.table.current_changed.connect(self._row_chosen)
        self.open_button.clicked.connect(self._open_current)
        self.desk.services.bridge.happened.connect(self._happened)

    def _row_chosen(self, key: str) -> None:
        """What the other places have of it stands below the list."""
        self.open_button.setEnabled(bool(key))
        if key:
            self.desk.ask(
                list_elsewhere, lambda found: self._have_elsewhere(key, found), product_id=int(key),
                location_id=self.desk.services.context.stock_location_id,
            )  # fmt: skip

    def _have_elsewhere(self, key: str, found: list[PlaceStock]) -> None:
        if key != self.table.current():
            return
        quantity = self.desk.formats.quantity
        places = [f"{x.name} {quantity(x.available_milli)}" for x in found[:_PLACES]]
        told = self.tr("Free elsewhere: {places}").format(places=" · ".join(places))
        self.hint.set_text(told if places else self.tr("A scan opens the product."))

    def entered(self) -> None:
        """Show what who is signed in may do, and read the list."""
        may = self.desk.may(Permission.ADJUST_STOCK)
        self.open_button.setText(self.tr("Adjust or history") if may else self.tr("History"))
        names = self._names()
        shown = [key for key in names if self._may(key)]
        if self._chosen not in shown:
            self._chosen = shown[0]
        self.chips.set_chips([(key, names[key]) for key in shown], self._chosen)
        self.chips.setVisible(len(shown) > 1)
        self.choose(self._chosen)

    def _names(self) -> dict[str, str]:
        return {
            ON_HAND: self.tr("On hand"), RECEIPTS: self.tr("Goods in"), TRANSFERS: self.tr("Transfers"),
            COUNTS: self.tr("Counts"), ASSEMBLY: self.tr("Assembly"),
            LOTS: self.tr("Lots"), SERIALS: self.tr("Serial numbers"),
            PLACES: self.tr("Places"), LISTS: self.tr("Lists"),
        }  # fmt: skip

    def _may(self, key: str) -> bool:
        rights = _AREAS[key][1] if key in _AREAS else (Permission.VIEW_STOCK, Permission.ADJUST_STOCK)
        return self.desk.may(*rights)

    def choose(self, key: str) -> None:
        """Show a part of the stock pages."""
        self._chosen = key
        self.chips.select(key)
        if key in _AREAS and key not in self._areas:
            self._areas[key] = _AREAS[key][0](self, self.sound)
            self.stack.addWidget(self._areas[key])
        self.stack.setCurrentWidget(self._areas.get(key, self._list))
        self.refresh()
        if self.panel() is None:
            self._take_focus()

    def area(self) -> StockArea | None:
        """The part that is shown; None: what is on hand."""
        return self._areas.get(self._chosen)

    def refresh(self) -> None:
        """Read the list that is shown."""
        area = self.area()
        if area is None:
            self.reload()
        else:
            area.reload()

    def _take_focus(self) -> None:
        area = self.area()
        if area is None:
            self.search.setFocus()
        else:
            area.take_focus()

    def show_item(self, what: str) -> None:
        """A product by its id, a part of the pages by its name, or a document as "receipt:ID"."""
        kind, _, key = what.partition(":")
        part = _OF_KIND.get(kind, "")
        if part and key.isdigit() and self._may(part):
            self.choose(part)
            area = self.area()
            if area is not None:
                area.show_document(int(key))
        elif what.isdigit():
            self.open_product(int(what))
        elif what in self._names() and self._may(what):
            self.choose(what)

    def scanned(self, raw: str) -> bool:
        """To the panel, else to the list; a product's code opens the product, what is typed is not lost."""
        panel, area = self.panel(), self.area()
        if isinstance(panel, ScanPanel):
            panel.scanned(raw)
            return True
        if panel is None and area is not None:
            return area.scanned(raw)
        if isinstance(panel, AdjustPanel) and panel.dirty:
            panel.refuse(self.tr("Book this correction first, or go back without it. Then scan again."))
            return True
        try:
            code = code_of_scan(raw)
        except Refusal as refusal:
            self.desk.failed(refusal)
            return True
        wanted = code.lstrip("0") or code
        context = self.desk.services.context
        self.desk.ask(
            list_products, lambda found: self._have_scanned(found, wanted),
            wanted=ProductFilter(text=wanted, active=None), price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, on=context.on, limit=2,
        )  # fmt: skip
        return True

    def _have_scanned(self, found: list[ProductRow], code: str) -> None:
        if len(found) == 1:
            self.open_product(found[0].id)
        elif found:
            self.close_panel()
            self.search.setText(code)
        else:
            self.desk.say(self.tr("No product has the code {code}.").format(code=code), "warn")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 or Ctrl+F searches, F5 reads again, F10 is the button at the end."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        area = self.area()
        if area is not None and self.panel() is None and area.pressed(Qt.Key(event.key())):
            return
        if event.key() == Qt.Key.Key_F2 or (event.key() == Qt.Key.Key_F and control):
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list, with what was booked."""
        self.refresh()
        area = self.area()
        (area.take_focus if area is not None else self.table.setFocus)()

    # --- the list ---

    def reload(self) -> None:
        """Read the first page."""
        self._asked += 1
        self._ask(0)

    def _ask(self, offset: int) -> None:
        context, asked = self.desk.services.context, self._asked
        self.desk.ask(
            list_products, lambda found: self._have(found, offset, asked),
            wanted=ProductFilter(text=self.search.text(), active=True),
            price_list_id=context.till.price_list_id, location_id=context.stock_location_id, on=context.on,
            sort=self._sort, descending=self._descending, limit=_PAGE, offset=offset,
        )  # fmt: skip

    def _have(self, found: list[ProductRow], offset: int, asked: int) -> None:
        if asked != self._asked:
            return
        rows = [self._row(row) for row in found]
        if offset:
            self.table.add_rows(rows, more=len(found) == _PAGE)
            return
        kept = self.table.current()
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=len(found) == _PAGE)
        self.table.select(kept)
        self.open_button.setEnabled(bool(self.table.current()))

    def _row(self, row: ProductRow) -> TableRow:
        tones: dict[str, str] = {}
        stock = ""
        if row.on_hand_milli is not None:
            stock = self.desk.formats.quantity(row.on_hand_milli, row.unit)
            if row.on_hand_milli <= 0:
                tones["stock"] = "danger" if row.on_hand_milli < 0 else "warn"
        return TableRow(str(row.id), (row.sku, row.name, row.category, row.barcode, stock), tones)

    def _sorted(self, key: str, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._sort, self._descending = ProductSort(key), descending
        self.reload()

    def _happened(self, event: object) -> None:
        if isinstance(event, ProductsChanged) and self.isVisible() and self.panel() is None:
            self.reload()

    # --- one product ---

    def _open_current(self) -> None:
        if self.table.current():
            self.open_product(int(self.table.current()))

    def open_product(self, product_id: int) -> AdjustPanel:
        """A product's stock, with its history."""
        panel = AdjustPanel(self.desk.formats, may_adjust=self.desk.may(Permission.ADJUST_STOCK))
        self.open_panel(panel)
        panel.policy_button.setVisible(self.desk.may(Permission.SETTINGS))
        panel.policy_wanted.connect(lambda: self.open_policy(product_id, panel.title()))
        panel.promises_wanted.connect(lambda: self.open_promises(product_id, panel.title()))
        AdjustPresenter(self.desk, panel, product_id).load()
        return panel

    def open_policy(self, product_id: int, name: str) -> PolicyPanel | None:
        """How a product is kept."""
        if self._is_typed():
            return None
        panel = PolicyPanel(self.desk, product_id, name)
        panel.saved.connect(lambda: self.open_product(product_id))
        self.open_panel(panel)
        panel.load()
        return panel

    def open_promises(self, product_id: int, name: str) -> PromisesPanel | None:
        """The orders that want a product."""
        if self._is_typed():
            return None
        panel = PromisesPanel(self.desk, product_id, name)
        self.open_panel(panel)
        panel.load()
        return panel

    def _is_typed(self) -> bool:
        """Whether something is typed and not booked; it is said so."""
        here = self.panel()
        if isinstance(here, AdjustPanel) and here.dirty:
            here.refuse(self.tr("Book this correction first, or go back without it."))
            return True
        return False
