"""Lists about the stock: what hardly sells, what is to be ordered, what runs out of date; saved as a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.accounting.table_files import Cell
from app.inventory.reordering import set_reorder_point
from app.kernel.permission import Permission
from app.reporting.stock_lists import (
    Expiring,
    SlowMover,
    ToReorder,
    list_expiring,
    list_slow_movers,
    list_to_reorder,
)
from ui.inventory.area import StockArea
from ui.office.export import save_table
from ui.office.section import Section
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, TableRow
from ui.widgets.edits import QuantityEdit
from ui.widgets.form import Choice, NumberBox
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, Elided, label, line

SLOW: Final = "slow"
ORDER: Final = "order"
EXPIRES: Final = "expires"
_PERIODS: Final = (14, 28, 56, 90, 180)
_KEYS: Final = ("sku", "item", "a", "b", "c", "d")
# the column that says what goods cost
_VALUE: Final = {SLOW: "b", EXPIRES: "d"}


class ListsArea(StockArea):
    """Three lists over the same columns; what they mean stands above."""

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        self._heads: tuple[str, ...] = ()
        self._plain: list[tuple[Cell, ...]] = []
        self._orders: dict[str, ToReorder] = {}
        self._may_cost = section.desk.may(Permission.VIEW_COST)
        super().__init__(
            section, sound, tr("Lists"),
            [
                Column("sku", tr("Number"), 130, least=640), Column("item", tr("Item")),
                Column("a", "", 126, figure=True), Column("b", "", 126, figure=True),
                Column("c", "", 126, figure=True), Column("d", "", 126, figure=True),
            ],
            EmptyState("inventory_2", tr("Nothing on this list"), tr("Choose another list or other days.")),
            Button(tr("Save as"), "primary", icon="download", hint="F10"),
        )  # fmt: skip
        self.names = {SLOW: tr("Slow movers"), ORDER: tr("To be ordered"), EXPIRES: tr("Running out of date")}
        self.which = ChipBar(tr("List"))
        self.which.set_chips(list(self.names.items()), SLOW)
        self.period = Choice([(days, tr("pace of {days} days").format(days=days)) for days in _PERIODS], 28)
        self.period.setAccessibleName(tr("Pace"))
        self.period.setFixedWidth(190)
        self.lead, self.cover = NumberBox(0, 365, 7, tr(" days")), NumberBox(1, 365, 14, tr(" days"))
        self.within = NumberBox(0, 999, 30, tr(" days"))
        self.top.addWidget(self.which, 1)
        self.top.addWidget(self.period)
        self.point_button = Button(tr("Set the least …"), icon="edit", hint="F4")
        self._lay_out()
        self.which.chosen.connect(lambda _key: self.reload())
        self.period.currentIndexChanged.connect(lambda _place: self.reload())
        for box in (self.lead, self.cover, self.within):
            box.value_changed.connect(lambda _value: self.reload())
        self.point_button.clicked.connect(self.ask_point)
        self.table.current_changed.connect(lambda _key: self._close_card())

    def _lay_out(self) -> None:
        rows = self.layout()
        assert isinstance(rows, QBoxLayout)  # noqa: S101 - as StockArea made it
        rows.insertLayout(1, self._more_fields())
        rows.insertWidget(4, self._make_card())
        self.foot.insertWidget(2, self.point_button)

    def _more_fields(self) -> QHBoxLayout:
        tr = self.tr
        self._lead_words = label(tr("A delivery takes"))
        self._cover_words = label(tr("and should last"))
        self._within_words = label(tr("Within"))
        for box, name in (
            (self.lead, self._lead_words), (self.cover, self._cover_words), (self.within, self._within_words),
        ):  # fmt: skip
            box.setAccessibleName(name.text())
            box.setFixedWidth(110)
        return line(
            self._lead_words, self.lead, self._cover_words, self.cover, self._within_words, self.within, None,
            gap=8,
        )  # fmt: skip

    def _make_card(self) -> QWidget:
        tr, formats = self.tr, self.desk.formats
        self.card = Card(well=True)
        self.card_name = Elided("")
        self.least, self.up_to = QuantityEdit(tr("At least"), formats), QuantityEdit(tr("Up to"), formats)
        for edit in (self.least, self.up_to):
            edit.setFixedWidth(110)
        self.keep_button = Button(tr("Keep"), "primary", icon="check")
        self.reckon_button = Button(tr("Reckon it from the sales"))
        row = line(
            self.card_name, label(tr("At least")), self.least, label(tr("up to")), self.up_to,
            self.reckon_button, self.keep_button, gap=8,
        )  # fmt: skip
        row.setStretch(0, 1)
        self.card.body.addLayout(row)
        self.card.setVisible(False)
        self.least.returnPressed.connect(self.up_to.setFocus)
        self.up_to.returnPressed.connect(self.keep_point)
        self.keep_button.clicked.connect(self.keep_point)
        self.reckon_button.clicked.connect(lambda: self._set_point(None, None))
        return self.card

    def hint(self) -> str:
        """What Enter does here."""
        return self.tr("Enter shows the product or the lot.")

    def ask(self, asked: int) -> None:
        """Read the list that is chosen."""
        which, on, days = self.which.selected(), self.desk.services.context.on, self.period.value()
        ordering = which == ORDER
        for part in (self._lead_words, self.lead, self._cover_words, self.cover):
            part.setVisible(ordering)
        for part in (self._within_words, self.within):
            part.setVisible(which == EXPIRES)
        self.point_button.setVisible(ordering and self.desk.may(Permission.RECEIVE_GOODS))
        self._close_card()
        if which == SLOW:
            self.desk.report(list_slow_movers, lambda found: self._slow(found, asked), on=on, days=days)
        elif ordering:
            self.desk.report(
                list_to_reorder, lambda found: self._order(found, asked), on=on, days=days,
                lead_days=self.lead.value(), cover_days=self.cover.value(),
            )  # fmt: skip
        else:
            self.desk.report(
                list_expiring, lambda found: self._expires(found, asked), on=on, days=days,
                within=self.within.value(),
            )  # fmt: skip

    def _slow(self, found: list[SlowMover], asked: int) -> None:
        tr, quantity = self.tr, self.desk.formats.quantity
        heads = (tr("On hand"), tr("Value at cost"), tr("Last sold"), tr("Lasts"))
        rows: list[tuple[str, tuple[Cell, ...]]] = [
            (f"p{x.product_id}", (
                x.sku, x.name, quantity(x.on_hand_milli, x.unit), x.value_minor,
                x.last_sold or tr("never"),
                tr("%n day(s)", "", x.lasts_days) if x.lasts_days is not None else tr("unsold"),
            ))
            for x in found
        ]  # fmt: skip
        self._show(heads, rows, {}, asked)

    def _order(self, found: list[ToReorder], asked: int) -> None:
        tr, quantity = self.tr, self.desk.formats.quantity
        heads = (tr("Free"), tr("Coming"), tr("At least"), tr("Order"))
        rows: list[tuple[str, tuple[Cell, ...]]] = [
            (f"p{x.product_id}", (
                x.sku, x.name, quantity(x.free_milli, x.unit), quantity(x.coming_milli, x.unit),
                quantity(x.need_milli, x.unit), quantity(x.order_milli, x.unit),
            ))
            for x in found
        ]  # fmt: skip
        if asked == self._asked:
            self._orders = {f"p{x.product_id}": x for x in found}
        self._show(heads, rows, {f"p{x.product_id}": "danger" for x in found if x.free_milli <= 0}, asked)

    def _expires(self, found: list[Expiring], asked: int) -> None:
        tr, quantity, on = self.tr, self.desk.formats.quantity, self.desk.services.context.on
        heads = (tr("Last day"), tr("On hand"), tr("Will be left"), tr("Value at cost"))
        rows: list[tuple[str, tuple[Cell, ...]]] = [
            (f"l{x.lot_id}", (
                x.sku, f"{x.name} · {x.lot}", x.expires_on, quantity(x.on_hand_milli, x.unit),
                quantity(x.unsold_milli, x.unit), x.value_minor,
            ))
            for x in found
        ]  # fmt: skip
        tones = {f"l{x.lot_id}": "danger" if x.expires_on < on else "warn" for x in found}
        self._show(heads, rows, tones, asked)

    def _show(
        self, heads: tuple[str, ...], rows: Sequence[tuple[str, tuple[Cell, ...]]],
        tones: Mapping[str, str], asked: int,
    ) -> None:  # fmt: skip
        if asked != self._asked:
            return
        tr = self.tr
        self.table.set_titles(dict(zip(("a", "b", "c", "d"), heads, strict=True)))
        value = _VALUE.get(self.which.selected(), "")
        self.table.set_hidden((value,) if value and not self._may_cost else ())
        self._heads = (tr("Number"), tr("Item"), *heads)
        self._plain = [cells for _key, cells in rows]
        self.show_rows(
            [
                TableRow(key, tuple(map(self._shown, cells)), {"a": tones[key]} if key in tones else {})
                for key, cells in rows
            ],
            asked,
        )
        self.primary_button.setEnabled(bool(rows))

    def _shown(self, cell: Cell) -> str:
        """An amount or a day as the screen writes it."""
        if isinstance(cell, int):
            return self.desk.formats.money(cell)
        return self.desk.formats.date(cell) if isinstance(cell, date) else cell or ""

    def open(self, key: str) -> None:
        """The product, or the lot."""
        self.section.show_item(key[1:] if key.startswith("p") else f"lot:{key[1:]}")

    # --- the least of a product ---

    def pressed(self, key: Qt.Key) -> bool:
        """F4 sets the least; F10 saves the list."""
        if key == Qt.Key.Key_F4 and self.point_button.isVisible():
            self.ask_point()
            return True
        return super().pressed(key)

    def _close_card(self) -> None:
        """What was begun for another product is not kept."""
        self.card.setVisible(False)

    def ask_point(self) -> None:
        """How much of the product should be there?"""
        chosen = self._orders.get(self.table.current())
        if chosen is None:
            return
        self.card_name.set_text(f"{chosen.sku} {chosen.name}")
        self.least.set_value(chosen.least_milli)
        self.up_to.set_value(chosen.up_to_milli)
        self.reckon_button.setVisible(chosen.least_milli is not None)
        self.card.setVisible(True)
        self.least.setFocus()

    def keep_point(self) -> None:
        """Keep what was entered."""
        least = self.least.value()
        self._set_point(least if least is not None else 0, self.up_to.value())

    def _set_point(self, least: int | None, up_to: int | None) -> None:
        chosen = self._orders.get(self.table.current())
        if chosen is not None:
            self.desk.run(
                set_reorder_point, lambda _none: self.reload(), product_id=chosen.product_id,
                least_milli=least, up_to_milli=up_to,
            )  # fmt: skip

    # --- the file ---

    def primary(self) -> None:
        """Save what is shown as PDF, spreadsheet or CSV."""
        shown = [n for n, key in enumerate(_KEYS) if key not in self.table.hidden()]
        save_table(
            self, self.desk, self.names[self.which.selected()], [self._heads[n] for n in shown],
            [[row[n] for n in shown] for row in self._plain],
        )  # fmt: skip
