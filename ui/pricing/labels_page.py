"""Labels for shelves and goods: which, how many, on which paper; looked at, then printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QDate
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.catalog.queries import Category, list_all_categories
from app.fulfilment.goods_in import ReceiptRow, list_receipts
from app.labels.build import base_text, build_label
from app.labels.operations import note_printed
from app.labels.queries import LabelGoods, category_ids, changed_goods, label_goods, received_ids
from app.labels.rules import GRIDS, ROLL, Grid, LabelKind
from app.labels.sheet_pdf import sheet_pdf
from app.promotions.goods import NamedGoods
from ui.office.section import OfficeDesk, Section
from ui.orders.pdf_over import PdfOver
from ui.pricing.goods_field import GoodsField
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, DayField, Form, NumberBox
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_MOST_COPIES: Final = 999
_ROLL: Final = "roll"
_LANE: Final = "printer"


class LabelsPage(SettingsPage):
    """The labels that are wanted, and what they are printed on."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self.goods: dict[str, LabelGoods] = {}
        self.copies: dict[str, int] = {}
        self._make_parts()
        self._lay_out()
        self._connect()
        self._update()
        desk.ask(list_all_categories, self._have_categories)

    def _make_parts(self) -> None:
        tr, on = self.tr, self.desk.services.context.on
        self.field = GoodsField(self.desk)
        self.changed_button = Button(tr("Changed prices"), "primary", icon="refresh")
        self.category = Choice([(None, tr("All categories"))])
        self.category.setAccessibleName(tr("Category"))
        self.category_button = Button(tr("Add category"), icon="add")
        self.receipt = Choice()
        self.receipt.setAccessibleName(tr("Goods receipt"))
        self.receipt_button = Button(tr("Add receipt"), icon="add")
        self.day = DayField()
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.kind = Choice([(LabelKind.SHELF, tr("Shelf label")), (LabelKind.ITEM, tr("Item label"))])
        sheets = [(g.code, self._grid_text(g)) for g in GRIDS]
        self.paper = Choice([*sheets, (_ROLL, tr("Label printer, 57 × 32 mm"))])
        self.paper.setMinimumContentsLength(20)
        self.first_place = NumberBox(1, max(g.count for g in GRIDS), 1)
        self.count = NumberBox(1, _MOST_COPIES, 1)
        self.table = DataTable(
            tr("Labels"),
            [
                Column("sku", tr("Number"), 120), Column("name", tr("Product")),
                Column("printed", tr("Label says"), 100, figure=True),
                Column("price", tr("Price"), 100, figure=True), Column("base", tr("Per unit"), 150),
                Column("copies", tr("Labels"), 80, figure=True),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "sell", tr("No labels chosen"),
            tr("Take those whose price changed since they were printed, or choose goods."),
        )  # fmt: skip
        self.told = label("", tokens.SUB, 600)
        self.take_off = Button(tr("Take off"), icon="remove")
        self.clear_button = Button(tr("Clear"), icon="delete")
        self.preview = Button(tr("Preview"), icon="search", hint="F8")
        self.print_button = Button(tr("Print"), "primary", icon="print", hint="F9")
        self.paper_over = PdfOver(self.desk.services.submit, self)

    def _grid_text(self, grid: Grid) -> str:
        size = self.desk.formats.quantity
        text = self.tr("A4, {columns} × {rows}, {width} × {height} mm")
        return text.format(
            columns=grid.columns, rows=grid.rows, width=size(round(grid.width * 1000)),
            height=size(round(grid.height * 1000)),
        )  # fmt: skip

    def _lay_out(self) -> None:
        tr = self.tr
        top = line(self.field, self.changed_button, gap=8)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self.body.addLayout(
            line(self.category, self.category_button, 8, self.receipt, self.receipt_button, None, gap=8)
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        form = Form(4)
        form.add(tr("Kind"), self.kind)
        form.add(tr("Paper"), self.paper)
        form.add(tr("First label on the sheet"), self.first_place)
        form.add(tr("Prices of this day"), self.day)
        form.end()
        self.body.addWidget(form)
        words = label(tr("Labels of it"), tokens.SUB, tone="text2")
        self.count.setAccessibleName(tr("Labels of the chosen one"))
        self.count.setFixedWidth(70)
        self.body.addLayout(
            line(
                self.take_off,
                self.clear_button,
                words,
                self.count,
                self.told,
                None,
                self.preview,
                self.print_button,
                gap=8,
            )
        )

    def _connect(self) -> None:
        self.field.found.connect(self._found)
        self.changed_button.clicked.connect(self.take_changed)
        self.category_button.clicked.connect(self._take_category)
        self.receipt_button.clicked.connect(self._take_receipt)
        self.table.current_changed.connect(self._current)
        self.count.value_changed.connect(self._count)
        self.paper.currentIndexChanged.connect(lambda _place: self._paper_chosen())
        self.day.date_changed.connect(lambda _day: self._price_again())
        self.take_off.clicked.connect(self._take_off)
        self.clear_button.clicked.connect(self._clear)
        self.preview.clicked.connect(self.show_preview)
        self.print_button.clicked.connect(self.print_labels)

    def entered(self) -> None:
        """Read the last goods receipts."""
        self.desk.ask(list_receipts, self._have_receipts)

    def _have_categories(self, found: list[Category]) -> None:
        self.category.set_options([(None, self.tr("All categories")), *((c.id, c.name) for c in found)])

    def _have_receipts(self, found: Sequence[ReceiptRow]) -> None:
        self.receipt.set_options([(r.id, f"{r.number} {r.supplier}".strip()) for r in found])
        for part in (self.receipt, self.receipt_button):
            part.setEnabled(bool(found))

    def scanned(self, raw: str) -> None:
        """A scan adds a label."""
        self.field.look(raw)

    # --- which ---

    @property
    def on(self) -> date:
        """The day whose prices are printed."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def _place(self) -> dict[str, Any]:
        context = self.desk.services.context
        lists = context.lists_on(self.on)
        return {"lists": lists, "store_id": context.till.store_id, "on": self.on}

    def _found(self, goods: NamedGoods) -> None:
        key = str(goods.id)
        self._take({goods.id: self.copies.get(key, 0) + 1})

    def take_changed(self) -> None:
        """Those whose price is another than on their label."""
        self.desk.report(changed_goods, self._have_changed, **self._place())

    def _have_changed(self, found: list[LabelGoods]) -> None:
        self._have(dict.fromkeys((x.product_id for x in found), 1), found)
        if not found:
            self.desk.say(self.tr("Every label says the price of this day."))

    def _take_category(self) -> None:
        self.desk.report(
            category_ids, lambda ids: self._take(dict.fromkeys(ids, 1)), category_id=self.category.value()
        )

    def _take_receipt(self) -> None:
        if self.receipt.value() is not None:
            self.desk.ask(received_ids, self._take, receipt_id=self.receipt.value())

    def _take(self, copies: dict[int, int]) -> None:
        self.desk.report(label_goods, partial(self._have, copies), product_ids=list(copies), **self._place())

    def _price_again(self) -> None:
        if self.goods:
            self._take({int(key): count for key, count in self.copies.items()})

    def _have(self, copies: dict[int, int], found: list[LabelGoods]) -> None:
        for x in found:
            self.goods[str(x.product_id)] = x
            self.copies[str(x.product_id)] = min(copies.get(x.product_id, 1), _MOST_COPIES)
        self._show()

    def _show(self) -> None:
        kept = self.table.current()
        self.table.set_rows([TableRow(key, self._cells(x)) for key, x in self.goods.items()])
        self.table.select(kept)
        self._update()

    def _cells(self, x: LabelGoods) -> tuple[str, ...]:
        formats = self.desk.formats
        return (
            x.sku, x.name, formats.amount(x.printed_minor) if x.printed_minor is not None else "",
            formats.amount(x.price_minor), base_text(x, formats.locale),
            formats.number(self.copies[str(x.product_id)]),
        )  # fmt: skip

    def _update(self) -> None:
        some, count = bool(self.goods), sum(self.copies.values())
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self.told.setText(self.tr("%n label(s)", "", count) if some else "")
        parts: tuple[QWidget, ...] = (
            self.take_off, self.clear_button, self.preview, self.print_button, self.count,
        )  # fmt: skip
        for part in parts:
            part.setEnabled(some)

    def _current(self, key: str) -> None:
        if key in self.copies and self.count.value() != self.copies[key]:
            self.count.blockSignals(True)
            self.count.setValue(self.copies[key])
            self.count.blockSignals(False)

    def _count(self, count: int) -> None:
        key = self.table.current()
        if key in self.goods and self.copies[key] != count:
            self.copies[key] = count
            self.table.replace_row(TableRow(key, self._cells(self.goods[key])))
            self._update()

    def _take_off(self) -> None:
        key = self.table.current()
        if self.goods.pop(key, None) is not None:
            del self.copies[key]
            self._show()

    def _clear(self) -> None:
        self.goods.clear()
        self.copies.clear()
        self._show()

    # --- on which paper ---

    @property
    def grid(self) -> Grid | None:
        """The sheet; None: the label printer."""
        return next((g for g in GRIDS if g.code == self.paper.value()), None)

    def _paper_chosen(self) -> None:
        grid = self.grid
        self.first_place.setEnabled(grid is not None)
        if grid is not None and self.first_place.value() > grid.count:
            self.first_place.setValue(1)

    def _labels(self) -> list[Any]:
        grid = self.grid
        width, height = (grid.width, grid.height) if grid else ROLL
        return [
            build_label(
                x, kind=self.kind.value(), width=width, height=height,
                language=self.desk.services.context.company.language, copies=self.copies[key],
            )
            for key, x in self.goods.items()
        ]  # fmt: skip

    def show_preview(self) -> None:
        """The paper, as it would come out."""
        grid, labels = self.grid, self._labels()
        if grid is None:
            from app.documents.label_pdf import labels_pdf

            job = partial(labels_pdf, labels)
        else:
            job = partial(sheet_pdf, labels, grid=grid, first=self.first_place.value())
        self.desk.services.submit(
            "reports", job, on_error=self.desk.failed,
            on_done=lambda content: self.paper_over.show_pdf(content, self.tr("Labels")),
        )  # fmt: skip

    def print_labels(self) -> None:
        """To the label printer; sheets are shown, to be printed or saved. The shelf says these prices now."""
        printer = self.desk.services.devices.labels
        if self.grid is not None or printer is None:
            self.show_preview()
            self._note()
            return
        self.desk.services.submit(
            _LANE, partial(printer.print_labels, self._labels()), on_error=self.desk.failed,
            on_done=lambda _outcome: self._note(),
        )  # fmt: skip

    def _note(self) -> None:
        context, count = self.desk.services.context, sum(self.copies.values())
        currency = next((x.currency for x in self.goods.values()), context.company.currency)
        self.desk.run(
            note_printed, lambda _none: self._noted(count), store_id=context.till.store_id,
            prices={x.product_id: x.price_minor for x in self.goods.values()}, currency=currency,
            for_day=self.on,
        )  # fmt: skip

    def _noted(self, count: int) -> None:
        self.desk.say(self.tr("%n label(s) printed.", "", count))
        self._price_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A paper covers all of it."""
        super().resizeEvent(event)
        self.paper_over.setGeometry(self.rect())
