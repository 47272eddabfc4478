"""Serial numbers: which piece is where; a scan of a number opens its history."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.inventory.states import LocationKind
from app.orders.screen_queries import ScannedGoods, find_goods
from app.reporting.serials import SerialRow, find_serials, list_serials
from ui.inventory.area import StockArea
from ui.inventory.name_serials_panel import NameSerialsPanel
from ui.inventory.serial_panel import SerialPanel
from ui.office.section import Section
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState

ALL: Final = "all"
_TONES: Final = {"internal": "ok", "customer": "text2", "adjustment": "warn"}


def piece_state(kind: str) -> str:
    """Where a piece is, in a word."""
    tr = QCoreApplication.translate
    return {
        LocationKind.INTERNAL.value: tr("Stock", "In stock"),
        LocationKind.CUSTOMER.value: tr("Stock", "Sold"),
    }.get(kind, tr("Stock", "Missing"))  # fmt: skip


class SerialsArea(StockArea):
    """The list of pieces."""

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        super().__init__(
            section, sound, tr("Serial numbers"),
            [
                Column("code", tr("Serial number"), 220), Column("sku", tr("Number"), 150, least=750),
                Column("item", tr("Item")), Column("state", tr("State"), 120),
                Column("place", tr("Where"), 180, least=640),
            ],
            EmptyState(
                "barcode_scanner", tr("No serial numbers found"),
                tr("Goods have serial numbers when it is said so at the product, under On hand."),
            ),
            Button(tr("Note serial numbers"), "primary", icon="add", hint="F10"),
        )  # fmt: skip
        self.search = SearchLine(tr("Serial number, number or name"))
        self.view = Choice(
            [
                (ALL, tr("All")), (LocationKind.INTERNAL.value, tr("In stock")),
                (LocationKind.CUSTOMER.value, tr("Sold")), (LocationKind.ADJUSTMENT.value, tr("Missing")),
            ],
            ALL,
        )  # fmt: skip
        self.view.setAccessibleName(tr("Which pieces"))
        self.view.setFixedWidth(200)
        self.top.addWidget(self.search, 1)
        self.top.addWidget(self.view)
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.take_focus)
        self.view.currentIndexChanged.connect(lambda _place: self.reload())

    def hint(self) -> str:
        """What a scan does here."""
        return self.tr("A scan of a serial number opens its history.")

    def ask(self, asked: int) -> None:
        """The newest first."""
        kind = self.view.value()
        kinds = () if kind == ALL else (LocationKind(kind),)
        self.desk.report(
            list_serials, lambda found: self.show_rows([self._row(x) for x in found], asked),
            text=self.search.text(), kinds=kinds,
        )  # fmt: skip

    def _row(self, x: SerialRow) -> TableRow:
        cells = (x.code, x.sku, x.name, piece_state(x.kind), x.place)
        return TableRow(str(x.id), cells, {"state": _TONES.get(x.kind, "text")})

    def open(self, key: str) -> None:
        """Its history."""
        panel = SerialPanel(self.desk)
        panel.changed.connect(self.done)
        self.section.open_panel(panel)
        panel.load(int(key))

    def primary(self) -> None:
        """Pieces that lie there get their numbers."""
        panel = NameSerialsPanel(self.desk, self.sound)
        panel.named.connect(self.done)
        self.section.open_panel(panel)
        panel.load()

    def scanned(self, raw: str) -> bool:
        """A code with a serial number, or the number itself; one of goods shows their pieces."""
        self.desk.services.gateway.ask(
            find_goods, on_done=lambda goods: self._scanned(goods, raw),
            on_error=lambda _error: self._find(raw.strip(), None), raw=raw,
        )  # fmt: skip
        return True

    def _scanned(self, goods: ScannedGoods | None, raw: str) -> None:
        if goods is None:
            self._find(raw.strip(), None)
        elif goods.serial:
            self._find(goods.serial, goods.product_id)
        else:
            self.search.setText(goods.name)

    def _find(self, code: str, product_id: int | None) -> None:
        def found(pieces: list[SerialRow]) -> None:
            if len(pieces) == 1:
                self.open(str(pieces[0].id))
            elif pieces:
                self.search.setText(code)
            else:
                self.desk.say(self.tr("Nobody knows the serial number {code}.").format(code=code), "warn")

        self.desk.report(find_serials, found, code=code, product_id=product_id)
