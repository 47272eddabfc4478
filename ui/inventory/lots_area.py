"""Lots: what expires first at the top; a scan of goods or of a lot opens it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from app.orders.screen_queries import ScannedGoods
from app.reporting.lots import LotRow, find_lots, list_lots
from ui.inventory.lot_panel import LotPanel
from ui.inventory.name_lot_panel import NameLotPanel
from ui.inventory.traced_area import TracedArea
from ui.office.section import Section
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState

THERE: Final = "there"
SOON: Final = "soon"
EXPIRED: Final = "expired"
ALL: Final = "all"
_SOON: Final = timedelta(days=30)


class LotsArea(TracedArea):
    """The list of lots."""

    finds = staticmethod(find_lots)

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        super().__init__(
            section, sound, tr("Lots"),
            [
                Column("lot", tr("Lot"), 170), Column("sku", tr("Number"), 150, least=750),
                Column("item", tr("Item")), Column("day", tr("Last day"), 140),
                Column("state", tr("State"), 160), Column("stock", tr("On hand"), 120, figure=True),
            ],
            EmptyState(
                "inventory_2", tr("No lots found"),
                tr("Goods are kept by lot when it is said so at the product, under On hand."),
            ),
            Button(tr("Note a lot"), "primary", icon="add", hint="F10"),
        )  # fmt: skip
        search = SearchLine(tr("Lot, number or name"))
        view = Choice(
            [
                (THERE, tr("That lie there")), (SOON, tr("Expire within 30 days")),
                (EXPIRED, tr("Expired")), (ALL, tr("All, also used up")),
            ],
            THERE,
        )  # fmt: skip
        view.setAccessibleName(tr("Which lots"))
        view.setFixedWidth(230)
        self.add_search(search, view)

    def hint(self) -> str:
        """What a scan does here."""
        return self.tr("A scan of goods or of a lot opens it.")

    def ask(self, asked: int) -> None:
        """What expires first at the top."""
        view, on = self.view.value(), self.desk.services.context.on
        by = {SOON: on + _SOON, EXPIRED: on - timedelta(days=1)}.get(view)
        self.desk.report(
            list_lots, lambda found: self.show_rows([self._row(x) for x in found], asked),
            text=self.search.text(), expires_by=by, there=view != ALL,
        )  # fmt: skip

    def _row(self, x: LotRow) -> TableRow:
        formats, on = self.desk.formats, self.desk.services.context.on
        state, tone = "", "text"
        if x.expires_on is not None and x.expires_on < on:
            state, tone = self.tr("Expired"), "danger"
        elif x.expires_on is not None and x.expires_on <= on + _SOON:
            left = (x.expires_on - on).days
            state, tone = self.tr("%n day(s) left", "", left), "warn"
        day = formats.date(x.expires_on) if x.expires_on else ""
        cells = (x.code, x.sku, x.name, day, state, formats.quantity(x.on_hand_milli, x.unit))
        return TableRow(str(x.id), cells, {"state": tone, "day": tone})

    def open(self, key: str) -> None:
        """Trace it."""
        panel = LotPanel(self.desk)
        self.section.open_panel(panel)
        panel.load(int(key))

    def primary(self) -> None:
        """Goods that lie there get their lot."""
        panel = NameLotPanel(self.desk, self.sound)
        panel.named.connect(self.done)
        self.section.open_panel(panel)
        panel.load()

    def code_of(self, goods: ScannedGoods) -> str:
        """Of a GS1 code."""
        return goods.lot

    def unknown(self, code: str) -> str:
        """Said when nobody knows it."""
        return self.tr("Nobody knows the lot {lot}.").format(lot=code)
