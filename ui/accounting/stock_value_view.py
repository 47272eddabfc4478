"""What the stock was worth on any day, by place and product, beside the inventory account."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.accounting.stock_value import StockRow, StockValue, stock_value
from app.accounting.table_files import Cell
from ui.accounting.report_view import ReportView
from ui.office.section import OfficeDesk
from ui.widgets.data_table import Column, TableRow
from ui.widgets.form import Choice


class StockValueView(ReportView):
    """Products of all places, or of one."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self.shown: StockValue | None = None
        tr = self.tr
        super().__init__(desk, tr("Stock value"), [
            Column("sku", tr("SKU"), 140), Column("name", tr("Product")), Column("place", tr("Place"), 170),
            Column("quantity", tr("Quantity"), 130, figure=True),
            Column("value", tr("Value"), 140, figure=True),
        ], spans=False, parent=parent)  # fmt: skip
        self.place = Choice([(None, tr("All places"))])
        self.place.setAccessibleName(tr("Place"))
        self.place.setMinimumWidth(190)
        self.top.insertWidget(2, self.place)
        self.place.currentIndexChanged.connect(lambda _place: self._fill())
        self.table.opened.connect(lambda key: desk.go_to.emit("products", key.partition(":")[0]))

    def reload(self) -> None:
        """Read it again."""
        self.desk.report(stock_value, self._have, on=self.days()[1])

    def _have(self, found: StockValue) -> None:
        self.shown = found
        kept = self.place.value()
        places = [(name, name) for name in found.by_location()]
        self.place.set_options([(None, self.tr("All places")), *places], kept)
        self._fill()

    def rows(self) -> list[StockRow]:
        """Those of the chosen place."""
        chosen = self.place.value()
        rows = self.shown.rows if self.shown is not None else ()
        return [r for r in rows if chosen in (None, r.location)]

    def _fill(self) -> None:
        found = self.shown
        if found is None:
            return
        formats = self.desk.formats
        rows = self.rows()
        self.show_rows(
            [
                TableRow(
                    f"{r.product_id}:{r.location_id}",
                    (
                        r.sku, r.name, r.location, formats.quantity(r.quantity_milli, r.unit),
                        formats.amount(r.value_minor),
                    ),
                    {"quantity": "danger"} if r.quantity_milli < 0 else {},
                )
                for r in rows
            ]
        )  # fmt: skip
        money = formats.money
        value = money(sum(r.value_minor for r in rows))
        if found.difference_minor:
            text = self.tr("{value}; all places {all} and the inventory account {ledger} differ. Verify.")
        else:
            text = self.tr("{value}; all places together are the inventory account: {all}.")
        self.prove(
            text.format(value=value, all=money(found.value_minor), ledger=money(found.ledger_minor)),
            good=not found.difference_minor,
        )  # fmt: skip

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported; the quantity in words."""
        quantity = self.desk.formats.quantity
        return [
            [r.sku, r.name, r.location, quantity(r.quantity_milli, r.unit), r.value_minor]
            for r in self.rows()
        ]
