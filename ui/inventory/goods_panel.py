"""A panel in which goods are listed by scanning them: the line scanned last can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.goods import GoodsInfo, goods_info
from app.orders.screen_queries import ScannedGoods
from ui.fulfilment.scan_panel import ScanPanel
from ui.inventory.goods_lines import GoodsLine, GoodsLines
from ui.office.section import OfficeDesk
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import QuantityEdit
from ui.widgets.sound import ERROR, Sound
from ui.widgets.text import Card, Elided, column, label, line, set_tone

if TYPE_CHECKING:
    from app.catalog.templates import Template
    from ui.orders.entry_lines import EntryLine
    from ui.orders.matrix_page import MatrixPage


class GoodsPanel(ScanPanel):
    """Base of goods in, deliveries, transfers.

    Subclasses say which `columns` there are and what stands in a `row`, may add fields of the current
    line with `add_field`, and end with `finish`.
    """

    def __init__(self, desk: OfficeDesk, sound: Sound, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(title)
        self.goods = GoodsLines()
        self.dirty = False
        self.filling = False
        self.grid: MatrixPage | None = None  # of a template's variants
        self._back.clicked.disconnect(self.closed)
        self._back.clicked.connect(self.leave)
        self.table = DataTable(self.tr("Goods"), self.columns())
        self.state = label("", tokens.KEY, 700)
        self.chosen = Elided("", tokens.LABEL, 600)
        self.quantity = QuantityEdit(self.tr("Quantity"), desk.formats)
        self.drop_button = Button(self.tr("Take out"), icon="delete", hint="F8")
        self.finish_button = Button("", "primary", icon="task_alt", hint="F10")
        self.head = column(gap=8)
        self.foot = line(self.drop_button, None, gap=8)
        self._fields = line(gap=12)
        self._holders: list[QWidget] = []
        self._lay_out()
        self.add_field(self.tr("Quantity"), self.quantity, 130)
        self.quantity.value_changed.connect(self._quantity_typed)
        self.quantity.returnPressed.connect(self.code.setFocus)
        self.table.current_changed.connect(self._chosen)
        self.drop_button.clicked.connect(self.drop)
        self.finish_button.clicked.connect(self.finish)

    def _lay_out(self) -> None:
        well = Card(well=True)
        well.body.addWidget(self.state)
        well.body.addWidget(self.code)
        self.page.addLayout(self.head)
        self.page.addWidget(well)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.chosen)
        self.page.addLayout(self._fields)
        self._fields.addStretch(1)
        self.foot.addWidget(self.finish_button)
        self.content.addLayout(self.foot)

    def add_field(self, name: str, field: QWidget, width: int) -> None:
        """A field of the current line, under its name; each change calls `typed`."""
        holder = QWidget()
        inner = column(holder, gap=2)
        head = label(name, tokens.CAPTION, 500, "text2")
        head.setBuddy(field)
        field.setAccessibleName(name)
        field.setFont(font(tokens.BODY, 600))
        field.setFixedWidth(width)
        inner.addWidget(head)
        inner.addWidget(field)
        self._holders.append(holder)
        self._fields.insertWidget(self._fields.count() - 1, holder)

    # --- what subclasses say ---

    def columns(self) -> Sequence[Column]:
        """Columns of the table."""
        raise NotImplementedError

    def row(self, x: GoodsLine) -> TableRow:
        """A line as it stands in the table."""
        raise NotImplementedError

    def state_text(self) -> str:
        """What is to be done, over the code."""
        raise NotImplementedError

    def finish(self) -> None:
        """The button at the end."""
        raise NotImplementedError

    def place_id(self) -> int:
        """The place where the goods lie or are put."""
        return self.desk.services.context.stock_location_id

    def wants(self, info: GoodsInfo, goods: ScannedGoods) -> str:
        """Why the goods cannot be put on the list, or ""."""
        del info, goods
        return ""

    def made(self, info: GoodsInfo, goods: ScannedGoods) -> GoodsLine:
        """A new line for goods that are not on the list yet."""
        return GoodsLine(
            "", info.product_id, info.sku, info.name, info.unit, unit_cost_micro=info.unit_cost_micro,
            lot=goods.lot, expires_on=goods.expires_on, bin=info.bin, numbered=info.numbered,
        )  # fmt: skip

    def show_fields(self, x: GoodsLine | None) -> None:
        """Fill the further fields of the current line."""
        del x

    # --- scans ---

    def show_wrong(self, *, wrong: bool) -> None:
        """The state says it in red."""
        set_tone(self.state, "danger" if wrong else "text")
        self.state.setText(self.tr("Wrong") if wrong else self.waits_for() or self.state_text())

    def found(self, goods: ScannedGoods) -> None:
        """So much more of it, on the line of its lot."""
        target = self.goods.find(goods.product_id, goods.lot)
        if target is not None:
            if goods.lot and not target.lot:
                target.lot, target.expires_on = goods.lot, goods.expires_on
            self.taken(target, goods)
            return

        def known(info: GoodsInfo) -> None:
            refused = self.wants(info, goods)
            if refused:
                self.wrong(refused)
            else:
                self.taken(self.goods.add(self.made(info, goods)), goods)

        self.desk.services.gateway.ask(
            goods_info, on_done=known, on_error=self.scan_failed, product_id=goods.product_id,
            location_id=self.place_id(),
        )  # fmt: skip

    def taken(self, target: GoodsLine, goods: ScannedGoods) -> None:
        """A scan goes onto a line."""
        if target.numbered and goods.serial and not self._name(target, goods.serial):
            return
        self.goods.put(target, goods.quantity_milli)
        self.touch()
        self.good()
        if goods.doubtful:
            self.refuse(self.tr("Compare the lot with the label: the scanner sent no sign where it ends."))

    def other(self, raw: str) -> bool:
        """The serial number of a piece that was scanned before."""
        line = self.goods.current
        if line is None or not line.serials_missing:
            return False
        if self._name(line, raw.strip()):
            self.touch()
            self.good()
        return True

    def _name(self, line: GoodsLine, code: str) -> bool:
        """Note the number of a piece; False when it is on the list already."""
        if any(code in x.serials for x in self.goods.lines if x.product_id == line.product_id):
            self.wrong(self.tr("Serial number {serial} is on the list already.").format(serial=code))
            return False
        line.serials.append(code)
        return True

    def waits_for(self) -> str:
        """What is to be scanned next where a piece has no number yet, or ""."""
        line = self.goods.current
        if line is None or not line.serials_missing:
            return ""
        return self.tr("Scan the serial number of {name}").format(name=line.name)

    # --- variants ---

    def ask_grid(self, goods: ScannedGoods) -> bool:
        """How much of each variant: asked in the grid of its template."""
        from app.catalog.templates import get_template

        context = self.desk.services.context
        self.ask(
            get_template, self._show_grid, template_id=goods.product_id, location_id=self.place_id(),
            price_list_id=context.till.price_list_id, on=context.on,
        )  # fmt: skip
        return True

    def _show_grid(self, template: Template) -> None:
        from ui.orders.matrix_page import MatrixPage

        if self.grid is None:
            self.grid = MatrixPage(self.desk.formats)
            self.grid.taken.connect(self._take_grid)
            self.grid.left.connect(self._leave_grid)
            self.page.addWidget(self.grid, 2)
        self.table.setVisible(False)
        self.grid.setVisible(True)
        self.grid.show_template(template)

    def _take_grid(self, entries: list[EntryLine]) -> None:
        self._leave_grid()
        for x in entries:
            self.found(ScannedGoods(x.product_id or 0, x.name, "", None, x.quantity_milli))

    def _leave_grid(self) -> None:
        if self.grid is not None:
            self.grid.setVisible(False)
        self.table.setVisible(True)
        self.code.setFocus()

    # --- the current line ---

    def touch(self) -> None:
        """Something was changed."""
        self.dirty = True
        self.show_all()

    def drop(self) -> None:
        """Take the current line out."""
        if self.goods.current is not None:
            self.goods.drop(self.goods.current)
            self.refuse("")
            self.touch()
        self.code.setFocus()

    def _quantity_typed(self, milli: int | None) -> None:
        current = self.goods.current
        if current is not None and not self.filling and milli is not None:
            current.quantity_milli = milli
            self.changed_line()

    def changed_line(self) -> None:
        """A field of the current line was typed in: only its row is shown anew."""
        if self.goods.current is not None and not self.filling:
            self.dirty = True
            self.table.replace_row(self.row(self.goods.current))
            self.show_wrong(wrong=False)
            self.finish_button.setEnabled(self.can_finish())

    def can_finish(self) -> bool:
        """Whether there is something to book."""
        return bool(self.goods.filled())

    def _chosen(self, key: str) -> None:
        if not self.filling:
            self.goods.choose(key)
            self._show_current()

    def show_all(self) -> None:
        """The table, the state and the current line."""
        self.filling = True
        self.table.set_rows([self.row(x) for x in self.goods.lines])
        if self.goods.current is not None:
            self.table.select(self.goods.current.key)
        else:
            self.goods.choose(self.table.current())
        self.filling = False
        self.show_wrong(wrong=False)
        self._show_current()
        self.finish_button.setEnabled(self.can_finish())

    def _show_current(self) -> None:
        current = self.goods.current
        self.filling = True
        parts = (current.name, current.sku, ", ".join(current.serials), current.note) if current else ()
        self.chosen.set_text(" · ".join(part for part in parts if part))
        self.quantity.set_value(current.quantity_milli if current else None)
        self.show_fields(current)
        for part in self._holders:
            part.setEnabled(current is not None)
        self.drop_button.setEnabled(current is not None)
        self.filling = False

    def after_refusal(self) -> None:
        """A low tone: the eye is on the goods."""
        self.sound.play(ERROR)

    def booked(self, _answer: Any = None) -> None:
        """Nothing is left to be saved."""
        self.dirty = False

    def leave(self) -> None:
        """Esc: what was scanned is not thrown away without a word."""
        plain = self.paper.isVisible() or self.asking.isVisible() or not self.dirty
        if plain:
            super().leave()
        else:
            self.asking.ask(
                self.tr("Nothing is booked yet. Throw away what was scanned?"), self.tr("Throw away"),
                self._throw_away, text=None,
            )  # fmt: skip

    def _throw_away(self, _text: str) -> None:
        self.dirty = False
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 takes the line out, F10 finishes, Esc asks first."""
        work = {Qt.Key.Key_F8: self.drop, Qt.Key.Key_F10: self._press, Qt.Key.Key_Escape: self.leave}
        done = work.get(Qt.Key(event.key()))
        if done is not None:
            done()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self.finish_button.isEnabled() and self.finish_button.isVisible():
            self.finish()
