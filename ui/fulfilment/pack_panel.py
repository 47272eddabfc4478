"""Packing: every picked unit is scanned into a package, packages are weighed, nothing is forgotten."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.operations.packing import Shipment, pack_shipment
from app.fulfilment.operations.surplus import Surplus, pack_surplus
from app.fulfilment.serials import picked_serials
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.orders.queries import OrderDetail, OrderLine, get_order
from app.orders.screen_queries import ScannedGoods
from app.orders.tolerance import surplus_left
from ui.fulfilment.packing import Packing
from ui.fulfilment.scan_panel import ScanPanel
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit, QuantityEdit
from ui.widgets.form import Tick
from ui.widgets.row_list import Row, RowList
from ui.widgets.sound import DONE, GOOD, Sound
from ui.widgets.text import Card, column, label, line, set_tone


class PackPanel(ScanPanel):
    """The goods of one order into packages.

    Signals:
        packed(object): the id of the shipment.
    """

    packed = Signal(object)

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Pack"))
        self.order: OrderDetail | None = None
        self.packing = Packing([])
        self._uuid = str(uuid4())
        self._pieces: dict[str, int] = {}  # serial numbers that were picked, with their order lines
        self._put_pieces: set[str] = set()
        tr = self.tr
        self.table = DataTable(tr("Picked goods"), [
            Column("item", tr("Item")), Column("picked", tr("Picked"), 90, figure=True),
            Column("packed", tr("Packed"), 90, figure=True), Column("left", tr("Left"), 90, figure=True),
        ])  # fmt: skip
        self.state = label("", tokens.KEY, 700)
        self.boxes = RowList(tr("Packages"))
        self.weight = QuantityEdit(tr("Weight of the open package in kilograms"), desk.formats)
        self.charge = MoneyEdit(tr("Delivery charge"), desk.formats)
        self.rest = Tick(tr("The rest leaves later"))
        self.rest.setMinimumWidth(self.rest.sizeHint().width() + 30)
        self.all_button = Button(tr("Everything in"), icon="inventory_2", hint="F6")
        self.box_button = Button(tr("Next package"), icon="add", hint="F7")
        self.empty_button = Button(tr("Start again"), icon="undo")
        self.more_button = Button(tr("More than ordered"), icon="add", hint="F8")
        self.pack_button = Button(tr("Pack"), "primary", icon="task_alt", hint="F10")
        self._lay_out()
        self.weight.value_changed.connect(self._weighed)
        self.weight.returnPressed.connect(self.code.setFocus)
        self.all_button.clicked.connect(self.put_all)
        self.box_button.clicked.connect(self.new_box)
        self.empty_button.clicked.connect(self._empty)
        self.more_button.clicked.connect(self.ask_surplus)
        self.pack_button.clicked.connect(self.pack)

    def _lay_out(self) -> None:
        well = Card(well=True)
        well.body.addWidget(self.state)
        scan = line(self.code, self.more_button, gap=8)
        scan.setStretch(0, 1)
        well.body.addLayout(scan)
        side = QWidget()
        side.setFixedWidth(300)
        right = column(side, gap=8)
        right.addWidget(label(self.tr("Packages"), tokens.SUB, 600))
        right.addWidget(self.boxes, 1)
        for title, field in (
            (self.tr("Weight of the open package, kg"), self.weight),
            (self.tr("Delivery charge"), self.charge),
        ):
            head = label(title, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            field.setFont(font(tokens.BODY, 600))
            right.addWidget(head)
            right.addWidget(field)
        middle = line(self.table, side, gap=14)
        middle.setStretch(0, 1)
        self.page.addWidget(well)
        self.page.addLayout(middle, 1)
        self.content.addLayout(
            line(
                self.empty_button, self.rest, None, self.box_button, self.all_button,
                self.pack_button, gap=8,
            )
        )  # fmt: skip

    def load(self, order_id: int) -> None:
        """Read what is picked of the order."""
        self.ask(get_order, self._have, order_id=order_id)

    def _have(self, detail: OrderDetail) -> None:
        self.order = detail
        self.packing = Packing(detail.lines)
        self._put_pieces.clear()
        self.ask(
            picked_serials, lambda found: setattr(self, "_pieces", found),
            order_line_ids=[x.id for x in self.packing.lines],
        )  # fmt: skip
        self.set_title(
            self.tr("Pack {number} · {customer}").format(
                number=detail.row.number or "-", customer=detail.row.party_name
            )
        )
        self._show()

    # --- scans ---

    def show_wrong(self, *, wrong: bool) -> None:
        """The state says it in red."""
        set_tone(self.state, "danger" if wrong else "text")
        if wrong:
            self.state.setText(self.tr("Wrong"))
        else:
            self._show_state()

    def found(self, goods: ScannedGoods) -> None:
        """One more into the open package, where it belongs to this shipment."""
        packing = self.packing
        if goods.serial and self._pieces:
            self.other(goods.serial)
            return
        if not packing.knows(goods.product_id):
            self.wrong(self.tr("{name} does not belong to this order. Take it out.").format(name=goods.name))
            return
        target = packing.line_for(goods.product_id, goods.quantity_milli)
        if target is None:
            self.wrong(self.tr("All of {name} that was picked is packed.").format(name=goods.name))
            line = next(x for x in packing.lines if x.product_id == goods.product_id)
            self._offer_surplus(line, goods.quantity_milli)
            return
        packing.put(target, goods.quantity_milli)
        self._show()
        self.good()
        if packing.done:
            self.sound.play(DONE)

    def other(self, raw: str) -> bool:
        """A piece by its serial number: it goes in once, and only where it was picked for this order."""
        code = raw.strip()
        line_id = self._pieces.get(code)
        target = next((x for x in self.packing.lines if x.id == line_id), None)
        if not self._pieces:
            return False
        if target is None or code in self._put_pieces:
            self.wrong(self.tr("Serial number {serial} was not picked for this order.").format(serial=code))
            return True
        self._put_pieces.add(code)
        self.packing.put(target, ONE)
        self._show()
        self.good()
        if self.packing.done:
            self.sound.play(DONE)
        return True

    # --- more than ordered ---

    def ask_surplus(self) -> None:
        """F8: how much more than ordered of the line the keyboard is on goes along."""
        line = next((x for x in self.packing.lines if str(x.id) == self.table.current()), None)
        line = line or next(iter(self.packing.lines), None)
        if line is not None:
            self._offer_surplus(line, None)

    def _offer_surplus(self, line: OrderLine, wanted_milli: int | None) -> None:
        formats = self.desk.formats

        def have(left: int) -> None:
            if left <= 0 or (wanted_milli is not None and wanted_milli > left):
                if wanted_milli is None:
                    text = self.tr("No more of {name} than ordered may leave.")
                    self.refuse(text.format(name=line.name))
                return
            self.asking.ask(
                self.tr("{name}: how much more than ordered goes along? Up to {left} may.").format(
                    name=line.name, left=formats.quantity(left, line.unit)
                ),
                self.tr("Pack it too"), lambda text: self._pack_surplus(line, text),
                text=formats.quantity(left if wanted_milli is None else wanted_milli),
            )  # fmt: skip

        self.ask(surplus_left, have, order_line_id=line.surplus_of or line.id)

    def _pack_surplus(self, line: OrderLine, text: str) -> None:
        try:
            quantity = self.desk.formats.parse_quantity(text)
        except Refusal as error:
            self.refuse(describe(error))
            return
        order_id = line.surplus_of or line.id

        def packed(found: Surplus) -> None:
            if self.order is not None:
                self.ask(
                    get_order, lambda detail: self._put_surplus(detail, found.line_id, quantity),
                    order_id=self.order.row.id,
                )  # fmt: skip

        if self.order is not None:
            self.run(
                pack_surplus, packed, order_id=self.order.row.id, line_id=order_id, quantity_milli=quantity
            )

    def _put_surplus(self, detail: OrderDetail, line_id: int, quantity_milli: int) -> None:
        self.order = detail
        self.packing.refresh(detail.lines)
        target = next((x for x in self.packing.lines if x.id == line_id), None)
        if target is not None:
            self.packing.put(target, quantity_milli)
        self.show_wrong(wrong=False)
        self.sound.play(GOOD)
        self._show()

    # --- buttons ---

    def put_all(self) -> None:
        """Confirm the quantities instead of scanning each unit, e.g. a sealed case."""
        self.packing.put_all()
        self.refuse("")
        self._show()
        self.weight.setFocus()

    def new_box(self) -> None:
        """Close the package; the next scans go into another one."""
        if self.packing.new_box():
            self.weight.set_value(None)
            self._show()
        self.code.setFocus()

    def _empty(self) -> None:
        self._put_pieces.clear()
        self.packing.empty()
        self.weight.set_value(None)
        self.refuse("")
        self._show()

    def _weighed(self, kilograms_milli: int | None) -> None:
        self.packing.boxes[-1].weight_grams = kilograms_milli or 0
        self._show_boxes()

    def pack(self) -> None:
        """Close everything; the room refuses goods that lie in no package."""
        if self.order is None:
            return
        self.run(
            pack_shipment, self._packed, uuid=self._uuid, order_id=self.order.row.id,
            packages=self.packing.drafts(), charge_minor=self.charge.value() or 0,
            leave_rest=self.rest.isChecked(),
        )  # fmt: skip

    def _packed(self, shipment: Shipment) -> None:
        self.sound.play(DONE)
        self.packed.emit(shipment.shipment_id)

    # --- what is shown ---

    def _show(self) -> None:
        kept = self.table.current()
        self.table.set_rows([self._row(x) for x in self.packing.lines])
        self.table.select(kept)
        set_tone(self.state, "text")
        self._show_state()
        self._show_boxes()
        self.pack_button.setEnabled(any(b.contents for b in self.packing.boxes))

    def _row(self, x: OrderLine) -> TableRow:
        quantity = self.desk.formats.quantity
        left = self.packing.left_milli(x)
        tone = "ok" if left == 0 else "text"
        cells = (
            x.name, quantity(x.picked_milli), quantity(self.packing.packed_milli(x.id)), quantity(left),
        )  # fmt: skip
        return TableRow(str(x.id), cells, {"left": "text2" if left == 0 else "warn", "packed": tone})

    def _show_state(self) -> None:
        left = sum(1 for x in self.packing.lines if self.packing.left_milli(x))
        if not self.packing.lines:
            self.state.setText(self.tr("Nothing is picked for this order."))
        elif left:
            self.state.setText(self.tr("Scan every unit into package {number}").format(
                number=len(self.packing.boxes)
            ))  # fmt: skip
        else:
            self.state.setText(self.tr("Everything is packed. Weigh it and press Pack."))

    def _show_boxes(self) -> None:
        quantity = self.desk.formats.quantity
        names = {x.id: x.name for x in self.packing.lines}
        rows = []
        for place, box in enumerate(self.packing.boxes, 1):
            inside = ", ".join(f"{quantity(q)} × {names[i]}" for i, q in box.contents.items())
            weight = quantity(box.weight_grams, "kg") if box.weight_grams else ""
            title = self.tr("Package {number}").format(number=place)
            rows.append(Row(str(place), title, inside or self.tr("empty"), weight, icon="inventory_2"))
        self.boxes.set_rows(rows)
        self.boxes.select(str(len(rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 everything in, F7 the next package, F8 more than ordered, F10 packs."""
        work = {
            Qt.Key.Key_F6: self.put_all, Qt.Key.Key_F7: self.new_box, Qt.Key.Key_F10: self.pack,
            Qt.Key.Key_F8: self.ask_surplus,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if work is not None:
            work()
        else:
            super().keyPressEvent(event)
