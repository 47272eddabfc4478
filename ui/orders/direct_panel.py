"""What a supplier brings to the customer: ordered from him, told by him, booked in and out at once."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast
from uuid import uuid4

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.documents.direct_papers import build_direct_order
from app.fulfilment.operations.direct import Brought, deliver_direct
from app.fulfilment.operations.packing import Shipment
from app.fulfilment.operations.shipping import Transport
from app.inventory.rules import MICRO
from app.kernel.permission import Permission
from app.orders.direct import DirectLine, DirectPage, direct_page
from app.orders.operations.direct import order_direct, stop_direct
from app.orders.queries import OrderDetail
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit, QuantityEdit
from ui.widgets.form import DayField, Form, text_field
from ui.widgets.text import Card, column, label, line

_WIDE: Final = 900


class DirectPanel(DocumentPanel):
    """Above what he is asked to bring, below what he was asked to and what he brought.

    Signals:
        changed(object): the id of the order, of which something was ordered or brought.
    """

    changed = Signal(object)

    def __init__(self, desk: OfficeDesk, detail: OrderDetail) -> None:
        super().__init__(desk, "")
        tr = self.tr
        self.detail = detail
        self.shown: DirectPage | None = None
        self._uuid = str(uuid4())
        number = detail.row.number or "-"
        self.set_title(tr("{number}: a supplier brings it").format(number=number))
        self.can = DataTable(tr("Open goods"), [
            Column("item", tr("Item")), Column("open", tr("Open"), 130, figure=True),
        ], many=True)  # fmt: skip
        self.supplier, self.number, self.day = text_field(), text_field(), DayField()
        on = desk.services.context.on
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.cost = MoneyEdit(tr("Price of one unit"), desk.formats)
        self.order_button = Button(tr("Order it from him"), "primary", icon="add")
        self.asked = DataTable(tr("Brought by suppliers"), [
            Column("item", tr("Item")), Column("number", tr("Order no."), 130),
            Column("supplier", tr("Supplier"), 160, least=_WIDE), Column("day", tr("Expected on"), 122),
            Column("ordered", tr("Ordered"), 110, figure=True),
            Column("brought", tr("Brought"), 110, figure=True),
        ])  # fmt: skip
        self.quantity = QuantityEdit(tr("Brought now"), desk.formats)
        self.total = MoneyEdit(tr("What he charges for it"), desk.formats)
        self.note, self.carrier, self.tracking = text_field(), text_field(), text_field()
        self.paper_button = Button(tr("Order as PDF"), icon="print")
        self.stop_button = Button(tr("He does not bring it"), "danger_soft", icon="block")
        self.brought_button = Button(tr("He brought it"), "primary", icon="task_alt", hint="F10")
        self._lay_out()
        self.first = self.can
        self.order_button.clicked.connect(self.order)
        self.number.returnPressed.connect(self.order)
        self.paper_button.clicked.connect(self._paper)
        self.stop_button.clicked.connect(self._ask_stop)
        self.brought_button.clicked.connect(self.bring)
        self.asked.current_changed.connect(lambda _key: self._show_current())
        self.load()

    def _lay_out(self) -> None:
        tr = self.tr
        self.open_part = QWidget()
        above = column(self.open_part, gap=6)
        above.addWidget(label(tr("What a supplier is to bring to the customer"), tokens.SUB, 600))
        above.addWidget(self.can, 1)
        form = Form(4)
        form.add(tr("Supplier"), self.supplier)
        form.add(tr("Number of the order"), self.number)
        form.add(tr("Expected on"), self.day)
        form.add(tr("Price of one unit"), self.cost)
        form.end()
        above.addWidget(form)
        above.addLayout(line(None, self.order_button))
        self.told_part = QWidget()
        below = column(self.told_part, gap=6)
        below.addWidget(label(tr("Brought by suppliers"), tokens.SUB, 600))
        below.addWidget(self.asked, 1)
        well = Card(well=True)
        told = Form(5)
        told.add(tr("Brought now"), self.quantity)
        told.add(tr("What he charges for it"), self.total)
        told.add(tr("His delivery note"), self.note)
        told.add(tr("Carrier"), self.carrier)
        told.add(tr("Tracking number"), self.tracking)
        told.end()
        well.body.addWidget(told)
        below.addWidget(well)
        below.addLayout(line(self.stop_button, None, self.paper_button, self.brought_button, gap=8))
        self.page.addWidget(self.open_part, 1)
        self.page.addWidget(self.told_part, 1)

    def load(self) -> None:
        """Read both lists."""
        self.ask(direct_page, self._have, order_id=self.detail.row.id)

    def _have(self, found: DirectPage) -> None:
        self.shown = found
        self.open_part.setVisible(bool(found.can))
        self.told_part.setVisible(bool(found.lines))
        formats = self.desk.formats
        self.can.set_rows([
            TableRow(str(x.line_id), (f"{x.sku} {x.name}", formats.quantity(x.open_milli, x.unit)))
            for x in found.can
        ])  # fmt: skip
        kept = self.asked.current()
        self.asked.set_rows([self._row(x) for x in found.lines])
        first = next((x for x in found.lines if x.open_milli), None)
        self.asked.select(kept or (str(first.incoming_id) if first else ""))
        self._show_current()
        self.first = self.can if found.can else self.asked
        self.take_focus()

    def _row(self, x: DirectLine) -> TableRow:
        formats = self.desk.formats
        cells = (
            f"{x.sku} {x.name}", x.reference, x.supplier, formats.date(x.due_on),
            formats.quantity(x.ordered_milli, x.unit), formats.quantity(x.received_milli),
        )  # fmt: skip
        return TableRow(str(x.incoming_id), cells, {"brought": "warn" if x.open_milli else "ok"})

    def current(self) -> DirectLine | None:
        """The line that the keyboard is on."""
        lines = self.shown.lines if self.shown is not None else ()
        return next((x for x in lines if str(x.incoming_id) == self.asked.current()), None)

    def _show_current(self) -> None:
        found = self.current()
        waits = found is not None and found.open_milli > 0
        self.quantity.set_value(found.open_milli if found is not None and waits else None)
        self.total.set_value(None)
        self.brought_button.setEnabled(waits and self.desk.may(Permission.SHIP))
        self.stop_button.setEnabled(waits)
        self.paper_button.setEnabled(found is not None)

    # --- what is done ---

    def order(self) -> None:
        """The chosen goods are ordered from the supplier, to be brought to the customer."""
        chosen = [int(key) for key in self.can.selected()]
        minor = self.cost.value()
        costs = dict.fromkeys(chosen, minor * MICRO) if minor is not None else None
        self.run(
            order_direct, self._ordered, order_id=self.detail.row.id, line_ids=chosen,
            reference=self.number.text(), supplier=self.supplier.text(),
            due_on=cast("date", self.day.date().toPython()), costs=costs,
        )  # fmt: skip

    def _ordered(self, _ids: list[int]) -> None:
        text = self.tr("{number}: send the order to the supplier.")
        self.desk.say(text.format(number=self.number.text().strip()))
        for field in (self.supplier, self.number):
            field.clear()
        self.cost.set_value(None)
        self._told()

    def bring(self) -> None:
        """F10: he told that he brought it; it came in and left."""
        found, quantity = self.current(), self.quantity.value()
        if found is None or not self.brought_button.isEnabled():
            return
        if not quantity:
            self.refuse(self.tr("Enter how much he brought."))
            return
        self.run(
            deliver_direct, self._brought, uuid=self._uuid, order_id=self.detail.row.id,
            brought=[Brought(found.incoming_id, quantity, self.total.value())], note=self.note.text(),
            transport=Transport(self.carrier.text(), "", self.tracking.text()),
        )  # fmt: skip

    def _brought(self, shipment: Shipment) -> None:
        self._uuid = str(uuid4())
        text = self.tr("{number}: it is with the customer and can be invoiced.")
        self.desk.say(text.format(number=shipment.number or ""))
        for field in (self.note, self.carrier, self.tracking):
            field.clear()
        self._told()

    def _told(self) -> None:
        self.changed.emit(self.detail.row.id)
        self.load()

    def _paper(self) -> None:
        found = self.current()
        if found is not None:
            self.show_paper(
                build_direct_order, found.reference, order_id=self.detail.row.id, reference=found.reference
            )

    def _ask_stop(self) -> None:
        found = self.current()
        if found is None:
            return

        def stopped(_saved: Any) -> None:
            self._told()

        self.asking.ask(
            self.tr("{number}: does it ship from our own place instead?").format(number=found.reference),
            self.tr("He does not bring it"),
            lambda _text: self.run(
                stop_direct, stopped, order_id=self.detail.row.id, reference=found.reference
            ),
            text=None,
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10: he brought it; before anything is ordered, it orders."""
        if event.key() != Qt.Key.Key_F10:
            super().keyPressEvent(event)
        elif self.told_part.isVisible():
            self.bring()
        else:
            self.order()
