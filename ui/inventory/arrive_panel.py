"""A transfer arrives: what is here is scanned, what is missing is named."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.transfer_queries import TransferLine, TransferRow, get_transfer
from app.inventory.states import TransferStatus
from app.inventory.transfers import Transfer, close_transfer_short, receive_transfer
from app.orders.screen_queries import ScannedGoods
from ui.inventory.goods_lines import GoodsLine
from ui.inventory.goods_panel import GoodsPanel
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.sound import DONE, Sound
from ui.widgets.text import Elided


class ArrivePanel(GoodsPanel):
    """One transfer, on its way or arrived.

    Signals:
        arrived(): it was booked.
    """

    arrived = Signal()

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Transfer"))
        self.shown: TransferRow | None = None
        self._lines: list[TransferLine] = []
        self.about = Elided("", tokens.LABEL, 600)
        self.head.addWidget(self.about)
        self.all_button = Button(self.tr("Everything is here"), icon="check", hint="F6")
        self.short_button = Button(self.tr("The rest is missing"), "danger_soft")
        self.foot.insertWidget(1, self.short_button)
        self.foot.insertWidget(3, self.all_button)
        self.finish_button.setText(self.tr("Book what is here"))
        self.all_button.clicked.connect(self.take_all)
        self.short_button.clicked.connect(self._ask_short)

    def load(self, transfer_id: int) -> None:
        """Read it."""
        self.ask(get_transfer, self._have, transfer_id=transfer_id)

    def _have(self, found: tuple[TransferRow, list[TransferLine]]) -> None:
        head, self._lines = found
        self.shown = head
        formats = self.desk.formats
        self.set_title(self.tr("Transfer {number}").format(number=head.number))
        way = self.tr("{place} to {other}").format(place=head.from_place, other=head.to_place)
        self.about.set_text(" · ".join((way, formats.date_time(head.sent_at), head.who)))
        self.goods = type(self.goods)()
        for x in self._lines:
            self.goods.add(
                GoodsLine("", x.product_id, x.sku, x.name, x.unit, 0, x.left_milli, source_id=x.id)
            )
        under_way = head.status is TransferStatus.SENT
        parts = (self.code, self.drop_button, self.all_button, self.short_button, self.finish_button)
        for part in parts:
            part.setVisible(under_way)
        self.show_all()
        if under_way:
            self.code.setFocus()

    def columns(self) -> Sequence[Column]:
        """Item, sent, arrived before, now."""
        return [
            Column("item", self.tr("Item")), Column("sent", self.tr("Sent"), 120, figure=True),
            Column("before", self.tr("Arrived before"), 150, figure=True),
            Column("now", self.tr("Here now"), 120, figure=True),
        ]  # fmt: skip

    def row(self, x: GoodsLine) -> TableRow:
        """Green when all of it is here."""
        quantity = self.desk.formats.quantity
        sent = next(line for line in self._lines if line.id == x.source_id)
        whole = sent.received_milli + x.quantity_milli == sent.quantity_milli
        tone = "ok" if whole else "danger" if x.quantity_milli > sent.left_milli else "warn"
        cells = (
            x.name, quantity(sent.quantity_milli, x.unit), quantity(sent.received_milli, x.unit),
            quantity(x.quantity_milli, x.unit),
        )  # fmt: skip
        return TableRow(x.key, cells, {"now": tone})

    def state_text(self) -> str:
        """What is missing."""
        if self.shown is None:
            return ""
        if self.shown.status is TransferStatus.RECEIVED:
            return self.tr("It ended short.") if self.shown.is_short else self.tr("It has arrived.")
        left = sum(1 for x in self.goods.lines if x.quantity_milli < (x.expected_milli or 0))
        if left:
            return self.tr("Scan what arrived; %n line(s) not complete yet", "", left)
        return self.tr("Everything that was sent is here.")

    def found(self, goods: ScannedGoods) -> None:
        """Only what was sent, and no more of it."""
        target = self.goods.sibling(goods.product_id)
        if target is None:
            self.wrong(self.tr("{name} is not on this transfer.").format(name=goods.name))
        elif target.quantity_milli + goods.quantity_milli > (target.expected_milli or 0):
            self.wrong(self.tr("All of {name} that was sent is here already.").format(name=goods.name))
        else:
            self.taken(target, goods)

    def take_all(self) -> None:
        """All that is on its way, without scanning each piece."""
        for x in self.goods.lines:
            x.quantity_milli = x.expected_milli or 0
        self.touch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6: everything is here."""
        if event.key() == Qt.Key.Key_F6 and self.all_button.isVisible():
            self.take_all()
        else:
            super().keyPressEvent(event)

    def finish(self) -> None:
        """What is here is ours again; the rest stays on its way."""
        if self.shown is not None:
            self.run(
                receive_transfer, self._booked, transfer_id=self.shown.id,
                quantities={x.source_id: x.quantity_milli for x in self.goods.filled()},
            )  # fmt: skip

    def _booked(self, transfer: Transfer) -> None:
        self.booked()
        self.sound.play(DONE)
        if transfer.status is TransferStatus.RECEIVED:
            self.desk.say(self.tr("{number} has arrived.").format(number=transfer.number))
        else:
            self.desk.say(
                self.tr("{number}: the rest is still on its way.").format(number=transfer.number), "warn"
            )
        self.arrived.emit()

    def _ask_short(self) -> None:
        shown = self.shown
        if shown is None:
            return
        if self.goods.filled():
            self.refuse(self.tr("Book what is here first, then say that the rest is missing."))
            return
        self.asking.ask(
            self.tr("What happened to the rest? It is booked out of the stock."),
            self.tr("The rest is missing"),
            lambda text: self.run(close_transfer_short, self._booked, transfer_id=shown.id, reason=text),
        )
