"""Pieces that lie there get their serial numbers: the goods are scanned, then each number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.goods import Place, list_places
from app.inventory.serials import name_serials
from app.orders.screen_queries import ScannedGoods
from ui.fulfilment.scan_panel import ScanPanel
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form
from ui.widgets.row_list import Row, RowList
from ui.widgets.sound import DONE, Sound
from ui.widgets.text import label, line, set_tone


class NameSerialsPanel(ScanPanel):
    """Which numbers, of what, where.

    Signals:
        named(): they are noted.
    """

    named = Signal()

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Serial numbers of goods that lie there"))
        self.goods: ScannedGoods | None = None
        self.codes: list[str] = []
        self.what = label(self.tr("Scan the goods"), tokens.KEY, 700, wrap=True)
        self.place_choice = Choice()
        self.list = RowList(self.tr("Serial numbers"))
        self.save_button = Button(self.tr("Note the numbers"), "primary", icon="task_alt", hint="F10")
        form = Form(1)
        form.add(self.tr("Where"), self.place_choice)
        form.end()
        for part in (self.what, self.code, form):
            self.page.addWidget(part)
        self.page.addWidget(self.list, 1)
        self.content.addLayout(line(None, self.save_button))
        self.save_button.setEnabled(False)
        self.list.chosen.connect(self._drop)
        self.save_button.clicked.connect(self.save)

    def load(self) -> None:
        """The places."""
        self.ask(list_places, self._have_places)

    def _have_places(self, places: list[Place]) -> None:
        here = self.desk.services.context.stock_location_id
        self.place_choice.set_options([(p.id, p.name) for p in places], here)

    def show_wrong(self, *, wrong: bool) -> None:
        """Red while the scan was wrong."""
        set_tone(self.what, "danger" if wrong else "text")

    def found(self, goods: ScannedGoods) -> None:
        """These goods; their code may hold a number."""
        if self.goods is None or self.goods.product_id != goods.product_id:
            self.goods, self.codes = goods, []
        self.what.setText(self.tr("{name}: scan the serial numbers").format(name=goods.name))
        if goods.serial:
            self.other(goods.serial)
            return
        self._show()
        self.good()

    def other(self, raw: str) -> bool:
        """A number of a piece."""
        code = raw.strip()
        if self.goods is None:
            return False
        if code in self.codes:
            self.wrong(self.tr("Serial number {serial} is on the list already.").format(serial=code))
            return True
        self.codes.append(code)
        self._show()
        self.good()
        return True

    def _drop(self, code: str) -> None:
        self.codes.remove(code)
        self._show()

    def _show(self) -> None:
        hint = self.tr("tap to take it off")
        self.list.set_rows([Row(c, c, hint, icon="barcode_scanner") for c in self.codes])
        self.save_button.setEnabled(bool(self.codes))

    def save(self) -> None:
        """Note them."""
        if self.goods is None or not self.codes:
            self.refuse(self.tr("Scan the goods first, then the numbers."))
            return
        self.run(
            name_serials, self._saved, product_id=self.goods.product_id,
            location_id=self.place_choice.value(), codes=tuple(self.codes),
        )  # fmt: skip

    def _saved(self, count: int) -> None:
        self.sound.play(DONE)
        self.desk.say(self.tr("%n serial number(s) noted.", "", count))
        self.named.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 notes them."""
        if event.key() == Qt.Key.Key_F10:
            self.save()
        else:
            super().keyPressEvent(event)
