"""Goods in: what came is scanned, free or against a delivery that is expected, and put away."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.fulfilment.goods import GoodsInfo, Place, bin_codes, list_places
from app.fulfilment.goods_in import DeliveryLine, DeliveryRow, get_delivery
from app.inventory.expected import close_delivery
from app.inventory.places import PutAwayReason
from app.inventory.receipts import Receipt, ReceivedLine
from app.inventory.refusals import OverReceiptError
from app.inventory.rules import value_of
from app.kernel.permission import Permission
from app.orders.operations.receive import receive_for_orders
from app.orders.screen_queries import ScannedGoods
from ui.inventory.goods_lines import GoodsLine
from ui.inventory.goods_panel import GoodsPanel
from ui.inventory.line_fields import CostEdit, ExpiryField
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Choice, Form, text_field
from ui.widgets.sound import DONE, Sound


class ReceivePanel(GoodsPanel):
    """One delivery that came.

    Signals:
        received(object): the id of the goods receipt.
        given_up(): the rest of the delivery is expected no more.
    """

    received = Signal(object)
    given_up = Signal()

    def __init__(
        self, desk: OfficeDesk, sound: Sound, delivery: DeliveryRow | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self.delivery = delivery
        self._with_cost = desk.may(Permission.VIEW_COST)
        super().__init__(desk, sound, "", parent)
        self.set_title(
            self.tr("Goods in · {reference}").format(reference=delivery.reference)
            if delivery
            else self.tr("Goods in")
        )
        self._uuid = str(uuid4())
        self._bins: list[str] = []
        self.place_choice = Choice()
        self.supplier, self.reference = text_field(), text_field()
        self.freight = MoneyEdit(self.tr("Freight and duty"), desk.formats)
        self.lot, self.bin = text_field(), text_field(limit=40)
        self.cost = CostEdit(self.tr("Cost of one"), desk.formats)
        self.expiry = ExpiryField(desk.services.context.on)
        self._make_head()
        self._make_line_fields()
        self.close_button = Button(self.tr("The rest will not come"), "danger_soft")
        self.foot.insertWidget(1, self.close_button)
        self.close_button.setVisible(delivery is not None)
        self.close_button.clicked.connect(self._ask_close)
        self.finish_button.setText(self.tr("Book goods in"))
        self.show_all()

    def _make_head(self) -> None:
        form = Form(4)
        form.add(self.tr("Into"), self.place_choice)
        form.add(self.tr("Supplier"), self.supplier)
        form.add(self.tr("His delivery note"), self.reference)
        form.add(self.tr("Freight and duty"), self.freight)
        self.head.addWidget(form)
        self.freight.setEnabled(self._with_cost)
        self.place_choice.setEnabled(self.delivery is None)
        self.supplier.setText(self.delivery.supplier if self.delivery is not None else "")
        self.place_choice.currentIndexChanged.connect(lambda _place: self._ask_bins())

    def _make_line_fields(self) -> None:
        if self._with_cost:
            self.add_field(self.tr("Cost of one"), self.cost, 120)
        self.add_field(self.tr("Lot"), self.lot, 150)
        self.add_field(self.tr("Last day"), self.expiry, 280)
        self.add_field(self.tr("Put into bin"), self.bin, 110)
        self.cost.value_changed.connect(lambda _value: self._typed_cost())
        self.lot.textEdited.connect(lambda _text: self._typed())
        self.bin.textEdited.connect(lambda _text: self._typed())
        self.expiry.changed.connect(self._typed)
        for part in (self.cost, self.lot, self.bin):
            part.returnPressed.connect(self.code.setFocus)

    # --- what is read ---

    def load(self) -> None:
        """The places, and what is expected."""
        self.ask(list_places, self._have_places)

    def _have_places(self, places: list[Place]) -> None:
        wanted = self.delivery.location_id if self.delivery else super().place_id()
        self.place_choice.set_options([(p.id, p.name) for p in places], wanted)
        self._ask_bins()
        if self.delivery is not None:
            self.ask(
                get_delivery, self._have_delivery, reference=self.delivery.reference,
                location_id=self.delivery.location_id,
            )  # fmt: skip

    def _ask_bins(self) -> None:
        def have(codes: list[str]) -> None:
            self._bins = codes
            self.bin.setPlaceholderText(self.tr("scan it") if codes else "")

        self.ask(bin_codes, have, location_id=self.place_id())

    def _have_delivery(self, lines: list[DeliveryLine]) -> None:
        for x in lines:
            self.goods.add(
                GoodsLine(
                    "", x.product_id, x.sku, x.name, x.unit, 0, x.left_milli, x.incoming_id,
                    x.unit_cost_micro, bin=x.bin, numbered=x.numbered,
                )
            )  # fmt: skip
        self.show_all()
        self.code.setFocus()

    def place_id(self) -> int:
        """Where it is put."""
        return self.place_choice.value() or super().place_id()

    # --- what is shown ---

    def columns(self) -> Sequence[Column]:
        """Expected, came, lot, last day, bin, cost."""
        tr = self.tr
        expected = [Column("expected", tr("Expected"), 100, figure=True)] if self.delivery else []
        cost = [Column("cost", tr("Cost"), 110, figure=True, least=800)] if self._with_cost else []
        return [
            Column("item", tr("Item")), *expected, Column("came", tr("Came"), 112, figure=True),
            Column("lot", tr("Lot"), 130), Column("day", tr("Last day"), 120, least=700),
            Column("bin", tr("Bin"), 112), *cost,
        ]  # fmt: skip

    def row(self, x: GoodsLine) -> TableRow:
        """Red where more came than is expected."""
        formats = self.desk.formats
        expected = [formats.quantity(x.expected_milli or 0, x.unit)] if self.delivery else []
        cost = [formats.money(value_of(x.quantity_milli, x.unit_cost_micro))] if self._with_cost else []
        day = formats.date(x.expires_on) if x.expires_on else ""
        cells = (
            x.name, *expected, formats.quantity(x.quantity_milli, x.unit), x.lot, day, x.bin, *cost,
        )  # fmt: skip
        return TableRow(x.key, cells, {"came": self._tone(x)})

    def _tone(self, x: GoodsLine) -> str:
        if self.delivery is None:
            return "text"
        if not x.source_id:
            return "warn"
        came = self.goods.came_milli(x.source_id)
        if came > (x.expected_milli or 0):
            return "danger"
        return "ok" if came == x.expected_milli else "warn"

    def state_text(self) -> str:
        """What is left to be scanned."""
        missing = {
            x.source_id
            for x in self.goods.lines
            if x.source_id and self.goods.came_milli(x.source_id) < (x.expected_milli or 0)
        }
        if missing:
            return self.tr("Scan what came; %n line(s) not complete yet", "", len(missing))
        if self.delivery is not None and self.goods.lines:
            return self.tr("Everything that is expected is here.")
        return self.tr("Scan what came")

    def show_fields(self, x: GoodsLine | None) -> None:
        """Lot, day, bin and cost of the current line."""
        self.lot.setText(x.lot if x else "")
        self.bin.setText(x.bin if x else "")
        self.expiry.set_value(x.expires_on if x else None)
        self.cost.set_micro(x.unit_cost_micro if x else None)

    def made(self, info: GoodsInfo, goods: ScannedGoods) -> GoodsLine:
        """A line that says why its bin is proposed."""
        made = super().made(info, goods)
        told = {
            PutAwayReason.HOME: self.tr("it lives in {bin}"),
            PutAwayReason.LAST: self.tr("it was put into {bin} last time"),
            PutAwayReason.FREE: self.tr("{bin} is free"),
            PutAwayReason.NONE: "",
        }[info.bin_reason]
        made.note = told.format(bin=info.bin)
        return made

    # --- what is typed and scanned ---

    def _typed(self) -> None:
        current = self.goods.current
        if current is not None and not self.filling:
            current.lot, current.bin = self.lot.text().strip(), self.bin.text().strip().upper()
            current.expires_on = self.expiry.value()
            self.changed_line()

    def _typed_cost(self) -> None:
        current = self.goods.current
        if current is not None and not self.filling:
            current.unit_cost_micro = self.cost.micro()
            self.changed_line()

    def place(self, raw: str) -> bool:
        """The bin the current line is put into."""
        code = raw.strip().upper()
        if code not in self._bins:
            return False
        if self.goods.current is None:
            self.wrong(self.tr("Scan the goods first, then the bin."))
        else:
            self.goods.current.bin = code
            self.touch()
            self.good()
        return True

    def found(self, goods: ScannedGoods) -> None:
        """Another lot of goods that are expected fulfils the same line of the delivery."""
        known = self.goods.sibling(goods.product_id)
        if known is not None and self.goods.find(goods.product_id, goods.lot) is None:
            line = GoodsLine(
                "", known.product_id, known.sku, known.name, known.unit, 0, known.expected_milli,
                known.source_id, known.unit_cost_micro, goods.lot, goods.expires_on, known.bin,
                numbered=known.numbered,
            )  # fmt: skip
            self.taken(self.goods.add(line), goods)
        else:
            super().found(goods)

    # --- booking ---

    def _ask_close(self) -> None:
        delivery = self.delivery
        if delivery is None:
            return
        if self.goods.filled():
            self.refuse(self.tr("Book what came first, then say that the rest will not come."))
            return
        self.asking.ask(
            self.tr("Expect nothing more of {reference}?").format(reference=delivery.reference),
            self.tr("The rest will not come"),
            lambda _text: self.run(
                close_delivery, self._closed, reference=delivery.reference,
                location_id=delivery.location_id,
            ),
            text=None,
        )  # fmt: skip

    def _closed(self, _count: int) -> None:
        self.booked()
        if self.delivery is not None:
            told = self.tr("{reference} is expected no more.")
            self.desk.say(told.format(reference=self.delivery.reference))
        self.given_up.emit()

    def finish(self) -> None:
        """Book it; more than is tolerated is asked about."""
        self._book(accept=False)

    def _book(self, *, accept: bool) -> None:
        self.run(
            receive_for_orders, self._booked, uuid=self._uuid, location_id=self.place_id(),
            lines=[self._received(x) for x in self.goods.filled()], supplier=self.supplier.text(),
            reference=self.reference.text(), landed_minor=self.freight.value() or 0, accept_surplus=accept,
        )  # fmt: skip

    def _received(self, x: GoodsLine) -> ReceivedLine:
        cost = value_of(x.quantity_milli, x.unit_cost_micro) if x.unit_cost_micro else None
        return ReceivedLine(
            x.product_id, x.quantity_milli, cost, x.source_id or None, x.lot, x.expires_on, x.bin,
            tuple(x.serials),
        )  # fmt: skip

    def failed(self, error: Exception) -> None:
        """More than was ordered: keep it, or put the rest back."""
        if isinstance(error, OverReceiptError):
            self.busy = False
            self.after_refusal()
            self.asking.ask(
                describe(error), self.tr("Keep it"), lambda _text: self._book(accept=True), text=None
            )
            return
        super().failed(error)

    def _booked(self, answer: tuple[Receipt, list[int]]) -> None:
        receipt, served = answer
        self.booked()
        self.sound.play(DONE)
        said = self.tr("{number} is booked.").format(number=receipt.number)
        if served:
            said += " " + self.tr("%n order(s) got goods of it.", "", len(served))
        self.desk.say(said)
        self.received.emit(receipt.receipt_id)
