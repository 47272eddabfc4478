"""A bin: its name, its place in the walk, and what lives in it; goods are put there by scanning them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.place_queries import BinGoods, BinRow, get_bin
from app.inventory.places import change_bin, set_home_bin
from app.kernel.permission import Permission
from app.orders.screen_queries import ScannedGoods
from ui.fulfilment.scan_panel import ScanPanel
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Form, Tick, text_field
from ui.widgets.sound import Sound
from ui.widgets.text import label, line, set_tone


class BinPanel(ScanPanel):
    """One bin."""

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Bin"))
        self.shown: BinRow | None = None
        self.name, self.walk = text_field(limit=40), text_field(limit=40)
        self.active = Tick(self.tr("In use"))
        self.state = label(self.tr("Scan what lives here"), tokens.KEY, 700)
        self.table = DataTable(
            self.tr("Goods"),
            [
                Column("sku", self.tr("Number"), 160), Column("item", self.tr("Item")),
                Column("stock", self.tr("On hand at the place"), 180, figure=True),
            ],
        )  # fmt: skip
        self.out_button = Button(self.tr("No place any more"), icon="delete", hint="F8")
        self.save_button = Button(self.tr("Save"), "primary", icon="check", hint="Ctrl+S")
        form = Form(3)
        form.add(self.tr("Name on the label"), self.name)
        form.add(self.tr("Place in the walk"), self.walk)
        form.add("", self.active)
        self.page.addWidget(form)
        self.page.addWidget(self.state)
        self.page.addWidget(self.code)
        self.page.addWidget(self.table, 1)
        self.content.addLayout(line(self.out_button, None, self.save_button, gap=8))
        may = desk.may(Permission.ADJUST_STOCK)
        for part in (form, self.code, self.out_button, self.save_button):
            part.setEnabled(may)
        self.out_button.clicked.connect(self.take_out)
        self.save_button.clicked.connect(self.save)

    def load(self, bin_id: int) -> None:
        """Read it."""
        self.ask(get_bin, self._have, bin_id=bin_id)

    def _have(self, found: tuple[BinRow, list[BinGoods]]) -> None:
        first = self.shown is None
        self.shown, goods = found
        self.set_title(self.tr("Bin {code}").format(code=self.shown.code))
        if first:
            self.name.setText(self.shown.code)
            self.walk.setText(self.shown.walk_key)
            self.active.setChecked(self.shown.active)
        quantity = self.desk.formats.quantity
        self.table.set_rows(
            [TableRow(str(x.product_id), (x.sku, x.name, quantity(x.on_hand_milli, x.unit))) for x in goods]
        )

    def show_wrong(self, *, wrong: bool) -> None:
        """Red while the scan was no goods."""
        set_tone(self.state, "danger" if wrong else "text")

    def found(self, goods: ScannedGoods) -> None:
        """It lives here from now on."""
        self._put(goods.product_id, here=True)

    def take_out(self) -> None:
        """The current product has no place any more."""
        if self.table.current():
            self._put(int(self.table.current()), here=False)

    def _put(self, product_id: int, *, here: bool) -> None:
        shown = self.shown
        if shown is None:
            self.ready()
            return

        def put(_none: Any) -> None:
            self.good()
            self.load(shown.id)

        self.book(
            set_home_bin, put, product_id=product_id, location_id=shown.location_id,
            code=shown.code if here else "",
        )  # fmt: skip

    def save(self) -> None:
        """Keep name, walk and use."""
        if self.shown is not None:
            self.run(
                change_bin, lambda _none: self.closed.emit(), bin_id=self.shown.id, code=self.name.text(),
                walk=self.walk.text(), active=self.active.isChecked(),
            )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 takes goods out, Ctrl+S saves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F8:
            self.take_out()
        elif event.key() == Qt.Key.Key_S and control:
            self.save()
        else:
            super().keyPressEvent(event)
