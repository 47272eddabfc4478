"""An order to a supplier, as what is expected: number, day, goods and what they cost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from app.fulfilment.goods import Place, list_places
from app.inventory.expected import ExpectedGoods, expect_delivery
from app.inventory.rules import value_of
from app.kernel.permission import Permission
from ui.inventory.goods_lines import GoodsLine
from ui.inventory.goods_panel import GoodsPanel
from ui.inventory.line_fields import CostEdit
from ui.office.section import OfficeDesk
from ui.widgets.data_table import Column, TableRow
from ui.widgets.form import Choice, DayField, Form, text_field
from ui.widgets.sound import DONE, Sound


class ExpectPanel(GoodsPanel):
    """One delivery that is to come.

    Signals:
        expected(): it is noted.
    """

    expected = Signal()

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        self._with_cost = desk.may(Permission.VIEW_COST)
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Order to a supplier"))
        self.number = text_field()
        self.place_choice = Choice()
        self.day = DayField()
        on = desk.services.context.on
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.cost = CostEdit(self.tr("Cost of one"), desk.formats)
        form = Form(3)
        form.add(self.tr("Number of the order"), self.number)
        form.add(self.tr("Into"), self.place_choice)
        form.add(self.tr("Expected on"), self.day)
        self.head.addWidget(form)
        if self._with_cost:
            self.add_field(self.tr("Cost of one"), self.cost, 120)
        self.cost.value_changed.connect(lambda _value: self._typed_cost())
        self.cost.returnPressed.connect(self.code.setFocus)
        self.number.returnPressed.connect(self.code.setFocus)
        self.finish_button.setText(self.tr("Expect it"))
        self.first = self.number
        self.show_all()

    def load(self) -> None:
        """The places."""
        self.ask(list_places, self._have_places)

    def _have_places(self, places: list[Place]) -> None:
        self.place_choice.set_options([(p.id, p.name) for p in places], super().place_id())

    def place_id(self) -> int:
        """Where it will be put."""
        return self.place_choice.value() or super().place_id()

    def columns(self) -> Sequence[Column]:
        """Item, quantity, cost."""
        cost = [Column("cost", self.tr("Cost"), 130, figure=True)] if self._with_cost else []
        return [
            Column("sku", self.tr("Number"), 150), Column("item", self.tr("Item")),
            Column("quantity", self.tr("Quantity"), 130, figure=True), *cost,
        ]  # fmt: skip

    def row(self, x: GoodsLine) -> TableRow:
        """A line."""
        formats = self.desk.formats
        cost = [formats.money(value_of(x.quantity_milli, x.unit_cost_micro))] if self._with_cost else []
        return TableRow(x.key, (x.sku, x.name, formats.quantity(x.quantity_milli, x.unit), *cost))

    def state_text(self) -> str:
        """What is to be done."""
        return self.tr("Scan what is ordered, or type its number")

    def show_fields(self, x: GoodsLine | None) -> None:
        """The cost."""
        self.cost.set_micro(x.unit_cost_micro if x else None)

    def _typed_cost(self) -> None:
        current = self.goods.current
        if current is not None and not self.filling:
            current.unit_cost_micro = self.cost.micro()
            self.changed_line()

    def finish(self) -> None:
        """Note it."""
        self.run(
            expect_delivery, self._noted, reference=self.number.text(), location_id=self.place_id(),
            due_on=cast("date", self.day.date().toPython()),
            lines=[
                ExpectedGoods(x.product_id, x.quantity_milli, x.unit_cost_micro)
                for x in self.goods.filled()
            ],
        )  # fmt: skip

    def _noted(self, _ids: list[int]) -> None:
        self.booked()
        self.sound.play(DONE)
        self.desk.say(self.tr("{number} is expected.").format(number=self.number.text().strip()))
        self.expected.emit()
