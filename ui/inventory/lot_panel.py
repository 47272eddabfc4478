"""A lot: where it lies, whence it came, who got it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.inventory.states import LocationKind
from app.reporting.lots import LotPlace, LotRow, LotTrace, trace_lot
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import open_document
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Elided, label, line

WHENCE: Final = "whence"
WHO: Final = "who"
ALL: Final = "all"


class LotPanel(DocumentPanel):
    """The page of one lot."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Lot"))
        tr = self.tr
        self.shown: LotRow | None = None
        self.traces: list[LotTrace] = []
        self.about = Elided("", tokens.LABEL, 600)
        self.lies = label("", tokens.KEY, 700, wrap=True)
        self.chips = ChipBar(tr("Trace"))
        self.table = DataTable(
            tr("Trace"),
            [
                Column("when", tr("When"), 205), Column("what", tr("What"), 150),
                Column("who", tr("With whom")), Column("number", tr("Document"), 150),
                Column("reference", tr("Reference"), 150, least=850),
                Column("quantity", tr("Quantity"), 110, figure=True),
            ],
        )  # fmt: skip
        self.open_button = Button(tr("Open the shipment"), icon="arrow_forward")
        self.open_button.setEnabled(False)
        for part in (self.about, self.lies, self.chips):
            self.page.addWidget(part)
        self.page.addWidget(self.table, 1)
        self.content.addLayout(line(None, self.open_button))
        self.first = self.table
        self.chips.chosen.connect(lambda _key: self._show())
        self.table.current_changed.connect(self._current)
        self.open_button.clicked.connect(self._open)

    def load(self, lot_id: int) -> None:
        """Read it, on the lane of long reads."""
        self.ask(trace_lot, self._have, lane="reports", lot_id=lot_id)

    def _have(self, found: tuple[LotRow, list[LotPlace], list[LotTrace]]) -> None:
        head, places, self.traces = found
        self.shown = head
        formats = self.desk.formats
        self.set_title(self.tr("Lot {lot}").format(lot=head.code))
        day = ""
        if head.expires_on is not None:
            day = self.tr("last day {day}").format(day=formats.date(head.expires_on))
        self.about.set_text(" · ".join(part for part in (head.name, head.sku, day) if part))
        lies = ", ".join(f"{p.place} {formats.quantity(p.on_hand_milli, head.unit)}" for p in places)
        self.lies.setText(lies or self.tr("Nothing of it is left."))
        number = formats.number
        whence, who = len(self.rows_of(WHENCE)), len(self.rows_of(WHO))
        self.chips.set_chips(
            [
                (WHO, f"{self.tr('Who got it')} {number(who)}"),
                (WHENCE, f"{self.tr('Whence it came')} {number(whence)}"),
                (ALL, f"{self.tr('Every move')} {number(len(self.traces))}"),
            ],
            WHO if who else WHENCE,
        )
        self._show()

    def rows_of(self, chosen: str) -> list[LotTrace]:
        """The moves behind a chip."""
        if chosen == WHO:
            return [x for x in self.traces if x.kind == LocationKind.CUSTOMER.value]
        if chosen == WHENCE:
            return [x for x in self.traces if x.came and x.kind != LocationKind.CUSTOMER.value]
        return self.traces

    def _show(self) -> None:
        chosen = self.chips.selected()
        rows = [(n, x) for n, x in enumerate(self.traces) if x in self.rows_of(chosen)]
        self.table.set_rows([self._row(n, x) for n, x in rows])
        self._current(self.table.current())

    def _row(self, place: int, x: LotTrace) -> TableRow:
        formats = self.desk.formats
        unit = self.shown.unit if self.shown else ""
        inside = x.kind == LocationKind.INTERNAL.value
        if inside:
            quantity = formats.quantity(x.quantity_milli, unit)
        else:
            quantity = formats.signed_quantity(x.quantity_milli if x.came else -x.quantity_milli, unit)
        cells = (formats.date_time(x.at), self._what(x), x.who, x.number, x.reference, quantity)
        return TableRow(str(place), cells, {"quantity": "text" if inside else "ok" if x.came else "danger"})

    def _what(self, x: LotTrace) -> str:
        if x.kind == LocationKind.CUSTOMER.value and x.came:
            return self.tr("Came back")
        return {
            "goods_receipt": self.tr("Goods received"), "shipment": self.tr("Shipment"),
            "sale": self.tr("Sale"), "transfer": self.tr("Transfer"), "lot": self.tr("Named"),
        }.get(x.document_type, self.tr("Adjustment"))  # fmt: skip

    def _current(self, key: str) -> None:
        self.open_button.setEnabled(bool(key) and self.traces[int(key)].document_type == "shipment")

    def _open(self) -> None:
        key = self.table.current()
        if key:
            open_document(self.desk, f"shipment:{self.traces[int(key)].document_id}")
