"""A transfer is sent: from where, to where, and the goods by scan."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.fulfilment.goods import GoodsInfo, Place, list_places
from app.inventory.transfers import SentLot, Transfer, send_transfer
from app.orders.screen_queries import ScannedGoods
from ui.inventory.goods_lines import GoodsLine
from ui.inventory.goods_panel import GoodsPanel
from ui.office.section import OfficeDesk
from ui.widgets.data_table import Column, TableRow
from ui.widgets.form import Choice, Form
from ui.widgets.sound import DONE, Sound


class SendPanel(GoodsPanel):
    """Goods leave one of our places for another.

    Signals:
        sent(): they are on their way.
    """

    sent = Signal()

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Transfer"))
        self._uuid = str(uuid4())
        self.from_choice, self.to_choice = Choice(), Choice()
        form = Form(2)
        form.add(self.tr("From"), self.from_choice)
        form.add(self.tr("To"), self.to_choice)
        self.head.addWidget(form)
        self.finish_button.setText(self.tr("Send"))
        self.from_choice.currentIndexChanged.connect(lambda _place: self._emptied())
        self.show_all()

    def load(self) -> None:
        """The places."""
        self.ask(list_places, self._have_places)

    def _have_places(self, places: list[Place]) -> None:
        here = super().place_id()
        options = [(p.id, p.name) for p in places]
        self.from_choice.set_options(options, here)
        other = next((p.id for p in places if p.id != here), here)
        self.to_choice.set_options(options, other)
        if len(places) < 2:  # noqa: PLR2004 - two ends
            self.refuse(self.tr("There is only one place. Add another one under Places first."))

    def _emptied(self) -> None:
        """What is free was asked of another place: the goods are scanned anew."""
        if self.goods.lines:
            self.goods = type(self.goods)()
            self.refuse(self.tr("Another place: scan the goods again."))
            self.show_all()

    def place_id(self) -> int:
        """Where they lie now."""
        return self.from_choice.value() or super().place_id()

    def columns(self) -> Sequence[Column]:
        """Item, free, sent."""
        return [
            Column("sku", self.tr("Number"), 150, least=700), Column("item", self.tr("Item")),
            Column("lot", self.tr("Lot"), 150, least=850),
            Column("free", self.tr("Free there"), 140, figure=True),
            Column("quantity", self.tr("Send"), 140, figure=True),
        ]  # fmt: skip

    def row(self, x: GoodsLine) -> TableRow:
        """Red where more is sent than is free."""
        quantity = self.desk.formats.quantity
        free = x.expected_milli or 0
        cells = (x.sku, x.name, x.lot, quantity(free, x.unit), quantity(x.quantity_milli, x.unit))
        return TableRow(x.key, cells, {"quantity": "danger" if x.quantity_milli > free else "text"})

    def state_text(self) -> str:
        """What is to be done."""
        return self.tr("Scan what leaves")

    def wants(self, info: GoodsInfo, goods: ScannedGoods) -> str:
        """Only what is free there."""
        if info.free_milli < goods.quantity_milli:
            return self.tr("Of {name}, {free} is free there.").format(
                name=info.name, free=self.desk.formats.quantity(max(info.free_milli, 0), info.unit)
            )
        return ""

    def made(self, info: GoodsInfo, goods: ScannedGoods) -> GoodsLine:
        """A line that knows what is free."""
        line = super().made(info, goods)
        line.expected_milli = info.free_milli
        return line

    def finish(self) -> None:
        """They are on their way."""
        quantities: dict[int, int] = {}
        serials: dict[int, list[str]] = {}
        for x in self.goods.filled():
            quantities[x.product_id] = quantities.get(x.product_id, 0) + x.quantity_milli
            serials.setdefault(x.product_id, []).extend(x.serials)
        self.run(
            send_transfer, self._sent, uuid=self._uuid, from_location_id=self.place_id(),
            to_location_id=self.to_choice.value() or 0, quantities=quantities,
            lots=[SentLot(x.product_id, x.lot, x.quantity_milli) for x in self.goods.filled() if x.lot],
            serials=serials,
        )  # fmt: skip

    def _sent(self, transfer: Transfer) -> None:
        self.booked()
        self.sound.play(DONE)
        self.desk.say(self.tr("{number} is on its way.").format(number=transfer.number))
        self.sent.emit()
