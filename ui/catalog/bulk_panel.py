"""Changing many products at once: what would change is shown before anything does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.catalog.operations import BulkChange, bulk_edit, preview_bulk
from app.catalog.operations.bulk import BulkPreview, BulkRow
from app.kernel.refusal import Refusal
from ui.catalog.product_form import ProductChoices
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit, NumberEdit
from ui.widgets.form import Choice, Form, on_change
from ui.widgets.text import column, label


class BulkPanel(EditorPanel):
    """What shall change for all of them; Save does it, in one transaction.

    Signals:
        done(int): how many were changed.
    """

    done = Signal(int)

    def __init__(
        self, desk: OfficeDesk, choices: ProductChoices, product_ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._desk = desk
        self._ids = list(product_ids)
        self._on = choices.on
        body = QWidget()
        self._make_form(choices)
        layout = column(body)
        layout.addWidget(self.form)
        self.total = label("", tone="text2", wrap=True)
        self.table = DataTable(
            self.tr("What changes"),
            [
                Column("sku", self.tr("Number"), 130),
                Column("name", self.tr("Name")),
                Column("what", self.tr("Field"), 130),
                Column("before", self.tr("Before"), 150),
                Column("after", self.tr("After"), 150),
            ],
        )
        self.table.setMinimumHeight(220)
        layout.addWidget(self.total)
        layout.addWidget(self.table, 1)
        super().__init__(
            self.tr("Change %n products", "", len(self._ids)),
            body,
            save=self.tr("Change them"),
            parent=parent,
        )
        self.save_button.setEnabled(False)
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._preview)
        on_change(self._fields(), self._timer.start)
        self.saved.connect(self._write)
        self.first = self.category
        self._show_nothing()

    def _make_form(self, choices: ProductChoices) -> None:
        tr, stay = self.tr, (None, self.tr("stays as it is"))
        yes_no = [stay, (True, tr("yes")), (False, tr("no"))]
        self.form = Form(3)
        self.category = Choice([stay, *((c.id, c.name) for c in choices.categories)])
        self.tax_class = Choice([stay, *((t.id, f"{t.code} {t.name}") for t in choices.tax_classes)])
        self.discountable, self.active = Choice(yes_no), Choice(yes_no)
        self.price_list = Choice([(x.id, x.name) for x in choices.price_lists], choices.price_list_id)
        formats = self._desk.formats
        self.percent = NumberEdit(
            tr("Prices up or down, per cent"),
            lambda text: _signed(text, formats.parse_percent),
            formats.percent,
        )
        self.amount = MoneyEdit(tr("And by an amount"), formats, allow_negative=True)
        self.rounding = Choice(
            [(1, tr("to the smallest coin")), (5, "0.05"), (10, "0.10"), (50, "0.50"), (100, "1.00")]
        )
        self.form.add(tr("Category"), self.category)
        self.form.add(tr("Tax class"), self.tax_class)
        self.form.add(tr("Discounts allowed"), self.discountable)
        self.form.add(tr("In use"), self.active)
        self.form.add(tr("Price list"), self.price_list)
        self.form.add(tr("Round new prices"), self.rounding)
        self.form.add(tr("Prices up or down, per cent"), self.percent, hint=tr("−5 makes them cheaper"))
        self.form.add(tr("And by an amount"), self.amount)

    def _fields(self) -> list[QWidget]:
        return [
            self.category, self.tax_class, self.discountable, self.active, self.price_list, self.rounding,
            self.percent, self.amount,
        ]  # fmt: skip

    def change(self) -> BulkChange:
        """What the fields say."""
        return BulkChange(
            category_id=self.category.value(), tax_class_id=self.tax_class.value(),
            discountable=self.discountable.value(), active=self.active.value(),
            price_list_id=self.price_list.value(), price_percent=self.percent.value() or 0,
            price_amount_minor=self.amount.value() or 0, round_to_minor=self.rounding.value() or 1,
        )  # fmt: skip

    def _preview(self) -> None:
        self.touch()
        change = self.change()
        if not (change.columns or change.touches_prices):
            self._show_nothing()
            return
        self._desk.report(
            preview_bulk, self._have, product_ids=self._ids, change=change, on=self._on, limit=200
        )

    def _show_nothing(self) -> None:
        self.table.set_rows([])
        self.total.setText(self.tr("Choose what shall change; it is shown here first."))
        self.save_button.setEnabled(False)

    def _have(self, preview: BulkPreview) -> None:
        rows = [row for product in preview.rows for row in self._rows(product)]
        self.table.set_rows(rows)
        number = self._desk.formats.number
        self.total.setText(
            self.tr("{changed} of {total} products change.").format(
                changed=number(preview.changed), total=number(preview.total)
            )
        )
        self.refuse(preview.refusal)
        self.save_button.setEnabled(preview.changed > 0 and not preview.refusal)

    def _rows(self, product: BulkRow) -> list[TableRow]:
        return [
            TableRow(
                f"{product.product_id}/{place}",
                (
                    product.sku, product.name, self._field(name), self._words(name, before),
                    self._words(name, after),
                ),
                {"after": "primary"},
            )
            for place, (name, before, after) in enumerate(product.changes)
        ]  # fmt: skip

    def _field(self, name: str) -> str:
        return {
            "price": self.tr("Price"),
            "category_id": self.tr("Category"),
            "tax_class_id": self.tr("Tax class"),
            "discountable": self.tr("Discounts"),
            "active": self.tr("In use"),
        }.get(name, name)

    def _words(self, name: str, value: Any) -> str:
        if name == "price" and isinstance(value, int):
            return self._desk.formats.money(value)
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return str(value)

    def _write(self) -> None:
        self._desk.run(
            bulk_edit, self._written, self._refused, product_ids=self._ids, change=self.change(), on=self._on
        )

    def _written(self, changed: int) -> None:
        self.clean()
        self.done.emit(changed)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))


def _signed(text: str, parse: Any) -> int:
    """A per cent that may be below zero."""
    bare = text.strip()
    if bare[:1] in {"-", "−", "+"}:
        value = int(parse(bare[1:]))
        return value if bare[0] == "+" else -value
    return int(parse(bare))
