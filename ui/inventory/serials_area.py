"""Serial numbers: which piece is where; a scan of a number opens its history."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.inventory.states import LocationKind
from app.orders.screen_queries import ScannedGoods
from app.reporting.serials import SerialRow, find_serials, list_serials
from ui.inventory.name_serials_panel import NameSerialsPanel
from ui.inventory.serial_panel import SerialPanel
from ui.inventory.traced_area import TracedArea
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


class SerialsArea(TracedArea):
    """The list of pieces."""

    finds = staticmethod(find_serials)

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
        search = SearchLine(tr("Serial number, number or name"))
        view = Choice(
            [
                (ALL, tr("All")), (LocationKind.INTERNAL.value, tr("In stock")),
                (LocationKind.CUSTOMER.value, tr("Sold")), (LocationKind.ADJUSTMENT.value, tr("Missing")),
            ],
            ALL,
        )  # fmt: skip
        view.setAccessibleName(tr("Which pieces"))
        view.setFixedWidth(200)
        self.add_search(search, view)

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

    def code_of(self, goods: ScannedGoods) -> str:
        """Of a GS1 code."""
        return goods.serial

    def unknown(self, code: str) -> str:
        """Said when nobody knows it."""
        return self.tr("Nobody knows the serial number {code}.").format(code=code)
