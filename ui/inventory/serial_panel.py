"""A piece by its serial number: where it is, whence it came, who got it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.inventory.serials import miss_serial
from app.inventory.states import LocationKind
from app.kernel.permission import Permission
from app.reporting.lots import LotTrace
from app.reporting.serials import SerialRow, trace_serial
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import open_document
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Elided, label, line


class SerialPanel(DocumentPanel):
    """The history of one piece.

    Signals:
        changed(): it was said to be missing.
    """

    changed = Signal()

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Serial number"))
        tr = self.tr
        self.shown: SerialRow | None = None
        self.traces: list[LotTrace] = []
        self.about = Elided("", tokens.LABEL, 600)
        self.lies = label("", tokens.KEY, 700, wrap=True)
        self.table = DataTable(
            tr("History"),
            [
                Column("when", tr("When"), 205), Column("what", tr("What"), 160),
                Column("who", tr("With whom")), Column("number", tr("Document"), 170),
                Column("reference", tr("Reference"), 150, least=850),
            ],
        )  # fmt: skip
        self.missing_button = Button(tr("It is missing"), "danger_soft")
        self.open_button = Button(tr("Open the document"), icon="arrow_forward")
        self.page.addWidget(self.about)
        self.page.addWidget(self.lies)
        self.page.addWidget(self.table, 1)
        self.content.addLayout(line(self.missing_button, None, self.open_button))
        self.first = self.table
        self.table.current_changed.connect(self._current)
        self.table.opened.connect(lambda _key: self._open())
        self.open_button.clicked.connect(self._open)
        self.missing_button.clicked.connect(self._ask_missing)

    def load(self, serial_id: int) -> None:
        """Read it."""
        self.ask(trace_serial, self._have, serial_id=serial_id)

    def _have(self, found: tuple[SerialRow, list[LotTrace]]) -> None:
        head, self.traces = found
        self.shown = head
        self.set_title(self.tr("Serial number {code}").format(code=head.code))
        self.about.set_text(f"{head.name} · {head.sku}")
        self.lies.setText(self._where(head))
        self.table.set_rows([self._row(n, x) for n, x in enumerate(self.traces)])
        here = head.kind == LocationKind.INTERNAL.value
        self.missing_button.setVisible(here and self.desk.may(Permission.ADJUST_STOCK))
        self._current(self.table.current())

    def _where(self, head: SerialRow) -> str:
        if head.kind == LocationKind.INTERNAL.value:
            return self.tr("In stock: {place}").format(place=head.place)
        if head.kind == LocationKind.CUSTOMER.value:
            last = self.traces[-1] if self.traces else None
            who = " · ".join(x for x in (last.number, last.who) if x) if last else ""
            return self.tr("Sold: {document}").format(document=who)
        return self.tr("Missing")

    def _row(self, place: int, x: LotTrace) -> TableRow:
        cells = (self.desk.formats.date_time(x.at), self._what(x), x.who, x.number, x.reference)
        return TableRow(str(place), cells, {"what": "ok" if x.came else "text"})

    def _what(self, x: LotTrace) -> str:
        if x.kind == LocationKind.CUSTOMER.value and x.came:
            return self.tr("Came back")
        if x.document_type == "serial":
            return self.tr("Named") if x.came else self.tr("Missing")
        return {
            "goods_receipt": self.tr("Goods received"), "shipment": self.tr("Shipment"),
            "sale": self.tr("Sale"), "transfer": self.tr("Transfer"),
        }.get(x.document_type, self.tr("Adjustment"))  # fmt: skip

    def _current(self, key: str) -> None:
        known = bool(key) and self.traces[int(key)].document_type in {"shipment", "sale"}
        self.open_button.setEnabled(known)

    def _open(self) -> None:
        key = self.table.current()
        if not key:
            return
        x = self.traces[int(key)]
        if x.document_type == "sale":
            self.desk.go_to.emit("sales", str(x.document_id))
        elif x.document_type == "shipment":
            open_document(self.desk, f"shipment:{x.document_id}")

    def _ask_missing(self) -> None:
        self.asking.ask(
            self.tr("Why is it missing? Count or adjust the stock afterwards."), self.tr("It is missing"),
            self._missing,
        )  # fmt: skip

    def _missing(self, reason: str) -> None:
        if self.shown is not None:
            self.run(miss_serial, self._done, serial_id=self.shown.id, reason=reason)

    def _done(self, _none: Any) -> None:
        if self.shown is not None:
            self.desk.say(self.tr("{code} is noted as missing.").format(code=self.shown.code))
        self.changed.emit()
