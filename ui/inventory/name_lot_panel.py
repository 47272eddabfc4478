"""Goods that lie there without a lot get theirs: scanned, or typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.goods import Place, list_places
from app.inventory.lots import name_lot
from app.orders.screen_queries import ScannedGoods
from ui.fulfilment.scan_panel import ScanPanel
from ui.inventory.line_fields import ExpiryField
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.edits import QuantityEdit
from ui.widgets.form import Choice, Form, text_field
from ui.widgets.sound import DONE, Sound
from ui.widgets.text import label, line, set_tone


class NameLotPanel(ScanPanel):
    """Which lot it is, of what, how much, where.

    Signals:
        named(): it is noted.
    """

    named = Signal()

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Lot of goods that lie there"))
        self.goods: ScannedGoods | None = None
        self.what = label(self.tr("Scan the goods"), tokens.KEY, 700, wrap=True)
        self.place_choice = Choice()
        self.lot = text_field()
        self.expiry = ExpiryField(desk.services.context.on)
        self.quantity = QuantityEdit(self.tr("Quantity"), desk.formats)
        self.save_button = Button(self.tr("Note the lot"), "primary", icon="task_alt", hint="F10")
        form = Form(2)
        form.add(self.tr("Where"), self.place_choice)
        form.add(self.tr("Quantity"), self.quantity)
        form.add(self.tr("Lot"), self.lot)
        form.add(self.tr("Last day"), self.expiry)
        form.end()
        self.page.addWidget(self.what)
        self.page.addWidget(self.code)
        self.page.addWidget(form)
        self.page.addStretch(1)
        self.content.addLayout(line(None, self.save_button))
        self.save_button.clicked.connect(self.save)

    def load(self) -> None:
        """The places."""
        self.ask(list_places, self._have_places)

    def _have_places(self, places: list[Place]) -> None:
        here = self.desk.services.context.stock_location_id
        self.place_choice.set_options([(p.id, p.name) for p in places], here)

    def show_wrong(self, *, wrong: bool) -> None:
        """Red while the scan was no goods."""
        set_tone(self.what, "danger" if wrong else "text")

    def found(self, goods: ScannedGoods) -> None:
        """These goods; their code may hold lot and day."""
        self.goods = goods
        self.what.setText(goods.name)
        if goods.lot:
            self.lot.setText(goods.lot)
            self.expiry.set_value(goods.expires_on)
        self.good()
        (self.quantity if self.lot.text() else self.lot).setFocus()

    def save(self) -> None:
        """Note it."""
        if self.goods is None:
            self.refuse(self.tr("Scan the goods first."))
            return
        self.run(
            name_lot, self._saved, product_id=self.goods.product_id, location_id=self.place_choice.value(),
            code=self.lot.text(), expires_on=self.expiry.value(), quantity_milli=self.quantity.value() or 0,
        )  # fmt: skip

    def _saved(self, _lot_id: Any) -> None:
        self.sound.play(DONE)
        self.desk.say(self.tr("Lot {lot} is noted.").format(lot=self.lot.text().strip()))
        self.named.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 notes it."""
        if event.key() == Qt.Key.Key_F10:
            self.save()
        else:
            super().keyPressEvent(event)
