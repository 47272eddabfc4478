"""A goods receipt as it was booked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.documents.labels import GoodsLabelWish, build_goods_labels
from app.fulfilment.goods_in import ReceiptLine, ReceiptRow, get_receipt
from app.kernel.permission import Permission
from app.kernel.quantity import ONE
from ui.fulfilment.label_printing import print_labels
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Elided, label, line


class ReceiptPanel(DocumentPanel):
    """What came, what it cost, where it was put."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Goods in"))
        self._with_cost = desk.may(Permission.VIEW_COST)
        self.lines: list[ReceiptLine] = []
        tr = self.tr
        cost = [
            Column("cost", tr("Cost"), 120, figure=True),
            Column("landed", tr("Freight and duty"), 140, figure=True, least=900),
        ]
        self.about = Elided("", tokens.LABEL, 600)
        self.table = DataTable(
            tr("Goods"),
            [
                Column("sku", tr("Number"), 130, least=800), Column("item", tr("Item")),
                Column("came", tr("Came"), 110, figure=True), Column("lot", tr("Lot"), 130),
                Column("day", tr("Last day"), 120), Column("bin", tr("Bin"), 112),
                *(cost if self._with_cost else []),
            ],
        )  # fmt: skip
        self.total = label("", tokens.KEY, 700)
        self.one_button = Button(tr("One label"), icon="print")
        self.labels_button = Button(tr("Labels for every piece"), icon="print", hint="F9")
        self.page.addWidget(self.about)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.total)
        self.content.addLayout(line(None, self.one_button, self.labels_button, gap=8))
        self.first = self.table
        self.one_button.clicked.connect(self.print_one)
        self.labels_button.clicked.connect(self.print_all)

    def load(self, receipt_id: int) -> None:
        """Read it."""
        self.ask(get_receipt, self._have, receipt_id=receipt_id)

    def _have(self, found: tuple[ReceiptRow, list[ReceiptLine]]) -> None:
        head, self.lines = found
        formats = self.desk.formats
        self.set_title(self.tr("Goods in · {reference}").format(reference=head.number))
        parts = (head.supplier, head.reference, head.place, formats.date_time(head.at), head.who)
        self.about.set_text(" · ".join(part for part in parts if part))
        self.table.set_rows([self._row(x) for x in self.lines])
        if self._with_cost:
            self.total.setText(
                self.tr("Goods {cost}, freight and duty {landed}").format(
                    cost=formats.money(head.cost_minor), landed=formats.money(head.landed_minor)
                )
            )

    def _row(self, x: ReceiptLine) -> TableRow:
        formats = self.desk.formats
        day = formats.date(x.expires_on) if x.expires_on else ""
        cost = [formats.money(x.cost_minor), formats.money(x.landed_minor)] if self._with_cost else []
        cells = (x.sku, x.name, formats.quantity(x.quantity_milli, x.unit), x.lot, day, x.bin, *cost)
        return TableRow(str(x.id), cells)

    # --- labels ---

    def print_one(self) -> None:
        """A label for the goods of the current row."""
        wanted = [x for x in self.lines if str(x.id) == self.table.current()]
        self._print([GoodsLabelWish(x.product_id, ONE, x.lot, x.expires_on) for x in wanted])

    def print_all(self) -> None:
        """As many labels as pieces came; one for goods that are weighed or measured."""
        self._print(
            [
                GoodsLabelWish(x.product_id, x.quantity_milli if x.unit == "pc" else ONE, x.lot, x.expires_on)
                for x in self.lines
            ]
        )

    def _print(self, wishes: list[GoodsLabelWish]) -> None:
        if wishes:
            language = self.desk.services.context.company.language
            print_labels(self, build_goods_labels, self.title(), wishes=wishes, language=language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 prints the labels."""
        if event.key() == Qt.Key.Key_F9:
            self.print_all()
        else:
            super().keyPressEvent(event)
