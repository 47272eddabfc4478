"""Counting by scan: each scan is one more, a typed quantity as many; several people count one count."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.documents.labels import GoodsLabelWish, build_goods_labels
from app.fulfilment.count_queries import CountRow, SheetRow, count_sheet, get_count
from app.inventory.counts import enter_count, set_count_status, undo_count_entry
from app.inventory.states import CountStatus
from app.orders.screen_queries import ScannedGoods
from ui.fulfilment.label_printing import print_labels
from ui.fulfilment.scan_panel import ScanPanel
from ui.office.section import OfficeDesk
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import QuantityEdit
from ui.widgets.sound import Sound
from ui.widgets.text import Card, Elided, label, line, set_tone

MINE: Final = "mine"
OPEN: Final = "open"


class CountingPanel(ScanPanel):
    """The sheet of one counter.

    Signals:
        reviewed(object): it is counted; the id of the count.
    """

    reviewed = Signal(object)

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Stock count"))
        self.shown: CountRow | None = None
        self.sheet: dict[int, SheetRow] = {}  # by product, in the order of the walk
        self._current = 0
        self._entries: list[str] = []
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setAccessibleName(self.tr("Products counted"))
        self.state = label("", tokens.KEY, 700)
        self.last = Elided("", tokens.LABEL, 600)
        self.quantity = QuantityEdit(self.tr("So many more"), desk.formats)
        self.quantity.setFont(font(tokens.BODY, 600))
        self.quantity.setFixedWidth(130)
        self.quantity.setPlaceholderText(self.tr("so many"))
        self.add_button = Button(self.tr("Add"), icon="add")
        self.none_button = Button(self.tr("None is there"), hint="F6")
        self.undo_button = Button(self.tr("Take back"), icon="undo", hint="F8")
        self.label_button = Button(self.tr("One label"), icon="print", hint="F9")
        self.review_button = Button(self.tr("Counted: review"), "primary", icon="task_alt", hint="F10")
        self.chips = ChipBar(self.tr("Products"))
        self.table = DataTable(
            self.tr("Products"),
            [
                Column("bin", self.tr("Bin"), 100), Column("sku", self.tr("Number"), 150, least=700),
                Column("item", self.tr("Item")),
                Column("expected", self.tr("Expected"), 120, figure=True, least=600),
                Column("mine", self.tr("Counted by me"), 150, figure=True),
            ],
        )  # fmt: skip
        self._lay_out()
        self.quantity.returnPressed.connect(self.add_typed)
        self.add_button.clicked.connect(self.add_typed)
        self.none_button.clicked.connect(self.none_there)
        self.undo_button.clicked.connect(self.undo)
        self.review_button.clicked.connect(self.review)
        self.label_button.clicked.connect(self.print_label)
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.opened.connect(self._choose)

    def _lay_out(self) -> None:
        well = Card(well=True)
        well.body.addWidget(self.state)
        well.body.addWidget(self.code)
        row = line(self.last, self.quantity, self.add_button, self.none_button, self.undo_button, gap=8)
        row.setStretch(0, 1)
        well.body.addLayout(row)
        self.page.addWidget(self.bar)
        self.page.addWidget(well)
        self.page.addWidget(self.chips)
        self.page.addWidget(self.table, 1)
        self.content.addLayout(line(self.label_button, None, self.review_button))

    # --- what is read and shown ---

    def load(self, count_id: int) -> None:
        """Read the count and the own sheet."""
        self.ask(get_count, self._have_count, count_id=count_id)

    def _have_count(self, found: CountRow) -> None:
        self.shown = found
        self.set_title(f"{found.number} · {found.place}")
        self._ask_sheet(self._have_sheet, None)

    def _ask_sheet(self, have: Callable[[list[SheetRow]], None], product_id: int | None) -> None:
        actor = self.desk.services.gateway.actor
        if self.shown is not None and actor is not None:
            self.ask(
                count_sheet, have, count_id=self.shown.id, actor_id=actor.user_id, product_id=product_id
            )  # fmt: skip

    def _have_sheet(self, sheet: list[SheetRow]) -> None:
        self.sheet = {x.product_id: x for x in sheet}
        self._show()

    def _have_row(self, found: list[SheetRow]) -> None:
        """One product was counted: only its row is shown anew, whatever the size of the count."""
        for x in found:
            before = self.sheet.get(x.product_id)
            self.sheet[x.product_id] = x
            if before is None or (before.mine_milli is None) != (x.mine_milli is None):
                self._show()
            else:
                self.table.replace_row(self._row(x))
                self.table.select(str(x.product_id))
                self.show_wrong(wrong=False)
        self._show_last()

    def _show_chips(self) -> None:
        mine = sum(x.mine_milli is not None for x in self.sheet.values())
        self.bar.setMaximum(max(len(self.sheet), 1))
        self.bar.setValue(mine)
        number = self.desk.formats.number
        self.chips.set_chips(
            [
                (MINE, f"{self.tr('Counted by me')} {number(mine)}"),
                (OPEN, f"{self.tr('Not by me')} {number(len(self.sheet) - mine)}"),
            ],
            self.chips.selected() or MINE,
        )

    def _show(self) -> None:
        self._show_chips()
        self._show_rows()

    def _show_rows(self) -> None:
        done = self.chips.selected() != OPEN
        self.table.set_rows([self._row(x) for x in self.sheet.values() if (x.mine_milli is not None) == done])
        if self._current:
            self.table.select(str(self._current))
        self.show_wrong(wrong=False)
        self._show_last()

    def _row(self, x: SheetRow) -> TableRow:
        quantity = self.desk.formats.quantity
        expected = "" if x.expected_milli is None else quantity(x.expected_milli, x.unit)
        mine = "" if x.mine_milli is None else quantity(x.mine_milli, x.unit)
        return TableRow(str(x.product_id), (x.bin, x.sku, x.name, expected, mine))

    def _show_last(self) -> None:
        current = self.sheet.get(self._current)
        for part in (self.quantity, self.add_button, self.none_button, self.label_button):
            part.setEnabled(current is not None)
        self.undo_button.setEnabled(bool(self._entries))
        if current is None:
            self.last.set_text("")
            return
        counted = self.desk.formats.quantity(current.mine_milli or 0, current.unit)
        self.last.set_text(f"{current.name}: {counted}")

    def show_wrong(self, *, wrong: bool) -> None:
        """The state says it in red."""
        set_tone(self.state, "danger" if wrong else "text")
        self.state.setText(self.tr("Wrong") if wrong else self.tr("Scan every piece"))

    # --- counting ---

    def found(self, goods: ScannedGoods) -> None:
        """One more of it."""
        self._enter(goods.product_id, goods.quantity_milli)

    def add_typed(self) -> None:
        """As many as was typed, of what was scanned last."""
        milli = self.quantity.value()
        if milli is None or not self._current:
            self.refuse(self.quantity.error() or self.tr("Scan one first, then type how many more."))
            return
        self.quantity.clear()
        self._enter(self._current, milli)
        self.code.setFocus()

    def none_there(self) -> None:
        """Nothing of it lies there: it is counted, with 0."""
        if self._current:
            self._enter(self._current, 0)
        self.code.setFocus()

    def _choose(self, key: str) -> None:
        self._current = int(key)
        self._show_last()
        self.quantity.setFocus()

    def _enter(self, product_id: int, milli: int) -> None:
        if self.shown is None:
            return
        uuid, count_id = str(uuid4()), self.shown.id

        def entered(_none: Any) -> None:
            self._entries.append(uuid)
            self._current = product_id
            self.good()
            self._ask_sheet(self._have_row, product_id)

        self.book(
            enter_count, entered, uuid=uuid, count_id=count_id, product_id=product_id, quantity_milli=milli
        )

    def undo(self) -> None:
        """Take the last entry of this sitting back."""
        if self.shown is None or not self._entries:
            return
        uuid, count_id = self._entries.pop(), self.shown.id
        self.run(undo_count_entry, lambda _done: self.load(count_id), count_id=count_id, uuid=uuid)

    def print_label(self) -> None:
        """A label for the goods that were scanned last: theirs is missing or cannot be read."""
        if self._current:
            print_labels(
                self, build_goods_labels, self.title(), wishes=[GoodsLabelWish(self._current)],
                language=self.desk.services.context.company.language,
            )  # fmt: skip

    def review(self) -> None:
        """Counted: on to the differences."""
        if self.shown is not None:
            count_id = self.shown.id
            self.run(
                set_count_status, lambda _none: self.reviewed.emit(count_id), count_id=count_id,
                status=CountStatus.REVIEW,
            )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 none is there, F8 takes the last entry back, F9 prints a label, F10 goes to the review."""
        work = {
            Qt.Key.Key_F6: self.none_there, Qt.Key.Key_F8: self.undo, Qt.Key.Key_F9: self.print_label,
            Qt.Key.Key_F10: self.review,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if work is not None:
            work()
        else:
            super().keyPressEvent(event)
