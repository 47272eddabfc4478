"""Putting a product together or taking it apart: scan it, say how many, see what that takes."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.assembly.operations import Assembled, Incoming, assemble, take_apart
from app.assembly.rules import needed
from app.assembly.states import AssemblyKind
from app.catalog.kits import Part, list_parts, makes
from app.kernel.quantity import ONE
from app.orders.screen_queries import ScannedGoods
from ui.fulfilment.scan_panel import ScanPanel
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import QuantityEdit
from ui.widgets.form import Form, text_field
from ui.widgets.sound import DONE, Sound
from ui.widgets.text import Card, label, line, set_tone


class AssemblyPanel(ScanPanel):
    """A further scan of the product counts one more.

    Signals:
        made(): it is booked.
    """

    made = Signal()

    def __init__(
        self, desk: OfficeDesk, sound: Sound, kind: AssemblyKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, sound, "", parent)
        tr = self.tr
        self._kind = kind
        self._uuid = str(uuid4())
        self._goods: ScannedGoods | None = None
        self._parts: list[Part] = []
        build = kind is AssemblyKind.BUILD
        self.set_title(tr("Put together") if build else tr("Take apart"))
        self.state = label("", tokens.KEY, 700)
        self.there = label("", tokens.BODY, 400, "text2")
        self.quantity = QuantityEdit(tr("How many"), desk.formats)
        self.remark = text_field(limit=200)
        self.lot = text_field(limit=100, placeholder=tr("only for goods kept by lot"))
        self.table = DataTable(
            tr("Parts"),
            [
                Column("sku", tr("Number"), 150, least=700), Column("item", tr("Item")),
                Column("there", tr("On hand"), 140, figure=True),
                Column("takes", tr("It takes") if build else tr("It gives"), 140, figure=True),
            ],
        )  # fmt: skip
        self.finish_button = Button(
            tr("Put together") if build else tr("Take apart"), "primary", icon="task_alt", hint="F10"
        )
        self._lay_out(build=build)
        self.quantity.value_changed.connect(lambda _milli: self._show())
        self.quantity.returnPressed.connect(self.code.setFocus)
        self.finish_button.clicked.connect(self.finish)
        self._show()

    def _lay_out(self, *, build: bool) -> None:
        well = Card(well=True)
        well.body.addWidget(self.state)
        well.body.addWidget(self.there)
        well.body.addWidget(self.code)
        self.page.addWidget(well)
        form = Form(3)
        form.add(self.tr("How many"), self.quantity)
        form.add(self.tr("Note"), self.remark)
        if build:
            form.add(self.tr("Lot"), self.lot)
        form.end()
        self.page.addWidget(form)
        self.page.addWidget(self.table, 1)
        self.content.addLayout(line(None, self.finish_button))

    def found(self, goods: ScannedGoods) -> None:
        """The product, or one more of it."""
        if self._goods is not None and goods.product_id == self._goods.product_id:
            self.quantity.set_value((self.quantity.value() or 0) + goods.quantity_milli)
            self._show()
            self.good()
            return

        def have(parts: list[Part]) -> None:
            if not parts:
                words = self.tr("Nobody has said what {name} is made of. Enter its parts in the catalogue.")
                self.wrong(words.format(name=goods.name))
                return
            self._goods, self._parts = goods, parts
            self.quantity.set_value(goods.quantity_milli)
            self._show()
            self.good()

        self.desk.services.gateway.ask(
            list_parts, on_done=have, on_error=self.scan_failed, product_id=goods.product_id,
            location_id=self.desk.services.context.stock_location_id,
        )  # fmt: skip

    def show_wrong(self, *, wrong: bool) -> None:
        """The state says it in red."""
        set_tone(self.state, "danger" if wrong else "text")

    def _show(self) -> None:
        formats, goods = self.desk.formats, self._goods
        build = self._kind is AssemblyKind.BUILD
        self.state.setText(goods.name if goods else self.tr("Scan the product"))
        most = makes(self._parts)
        told = self.tr("What is there makes {count}.")
        self.there.setVisible(goods is not None and build and most is not None)
        self.there.setText(told.format(count=formats.quantity(most or 0, goods.unit if goods else "")))
        wanted = self.quantity.value() or 0
        self.table.set_rows([self._row(p, wanted, build=build) for p in self._parts])
        self.finish_button.setEnabled(goods is not None and wanted > 0)

    def _row(self, part: Part, wanted: int, *, build: bool) -> TableRow:
        quantity = self.desk.formats.quantity
        takes = needed(wanted, part.quantity_milli)
        there = self.tr("no stock") if part.on_hand_milli is None else quantity(part.on_hand_milli, part.unit)
        short = build and part.on_hand_milli is not None and takes > part.on_hand_milli
        cells = (part.sku, part.name, there, quantity(takes, part.unit))
        return TableRow(str(part.product_id), cells, {"takes": "danger" if short else "text"})

    def finish(self) -> None:
        """Book it."""
        if self._goods is None or not self.finish_button.isEnabled():
            return
        common = {
            "uuid": self._uuid, "product_id": self._goods.product_id,
            "location_id": self.desk.services.context.stock_location_id,
            "quantity_milli": self.quantity.value() or ONE, "remark": self.remark.text(),
        }  # fmt: skip
        if self._kind is AssemblyKind.BUILD:
            self.run(assemble, self._booked, incoming=Incoming(self.lot.text()), **common)
        else:
            self.run(take_apart, self._booked, **common)

    def _booked(self, done: Assembled) -> None:
        self.sound.play(DONE)
        self.desk.say(self.tr("{number} is booked.").format(number=done.number))
        self.made.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 books it."""
        if event.key() == Qt.Key.Key_F10:
            self.finish()
        else:
            super().keyPressEvent(event)
