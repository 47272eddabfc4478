"""The formulas of a list: factors on the prices of its base list, the first that fits counts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.catalog.queries import Category, list_all_categories
from app.kernel.refusal import Refusal
from app.pricing.choosing import Formula
from app.pricing.keeping import set_formulas
from app.pricing.queries import PriceList, list_formulas
from app.promotions.goods import NamedGoods, name_goods
from ui.office.section import OfficeDesk
from ui.pricing.goods_field import GoodsField
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import PercentEdit, QuantityEdit
from ui.widgets.form import Choice, Form
from ui.widgets.row_list import Row, RowList
from ui.widgets.text import column, label, line


class FormulaEditor(EditorPanel):
    """The panel of a list's formulas.

    Signals:
        done(): saved.
    """

    done = Signal()

    def __init__(self, desk: OfficeDesk, price_list: PriceList) -> None:
        self._desk, self._list = desk, price_list
        self._formulas: list[Formula] = []
        self._names: dict[tuple[bool, int], str] = {}
        page = QWidget()
        page.setObjectName("plainBody")
        self._make(page)
        super().__init__(self.tr("Formulas of {name}").format(name=price_list.name), page)
        self.first = self.percent
        self.add_button.clicked.connect(self._add)
        self.up_button.clicked.connect(self._up)
        self.remove_button.clicked.connect(self._remove)
        self.saved.connect(self._write)
        self.clean()
        desk.ask(list_all_categories, self._have_categories)

    def _make(self, page: QWidget) -> None:
        tr, formats = self.tr, self._desk.formats
        self.rows = RowList(tr("Formulas"))
        self.rows.setMinimumHeight(140)
        self.percent = PercentEdit(tr("Per cent of the base price"), formats)
        self.least = QuantityEdit(tr("From so many base units on"), formats)
        self.category = Choice([(None, tr("All categories"))])
        self.goods = GoodsField(self._desk)
        self.add_button = Button(tr("Add"), icon="add")
        self.up_button = Button(tr("Further up"))
        self.remove_button = Button(tr("Take off"), icon="remove")
        form = Form(2)
        form.add(
            tr("Per cent of the base price"), self.percent, hint=tr("90: a tenth less; 110: a tenth more")
        )
        form.add(tr("From so many base units on"), self.least)
        form.add(tr("Only this category"), self.category)
        form.add(tr("Only this product"), self.goods)
        form.end()
        body = column(page, gap=8)
        hint = tr("The first formula that fits counts. What the list has a price of its own for costs that.")
        body.addWidget(label(hint, tokens.META, 400, "text2", wrap=True))
        body.addWidget(self.rows, 1)
        body.addLayout(line(None, self.up_button, self.remove_button, gap=8))
        body.addWidget(form)
        body.addLayout(line(None, self.add_button))

    def _have_categories(self, found: list[Category]) -> None:
        self._names |= {(True, c.id): c.name for c in found}
        self.category.set_options([(None, self.tr("All categories")), *((c.id, c.name) for c in found)])
        self._desk.ask(list_formulas, self._have, price_list_id=self._list.id)

    def _have(self, found: list[Formula]) -> None:
        self._formulas = found
        products = [f.product_id for f in found if f.product_id is not None]
        self._desk.ask(name_goods, self._have_names, products=products, categories=[])

    def _have_names(self, found: list[NamedGoods]) -> None:
        self._names |= {(False, g.id): g.name for g in found}
        self._show()

    def _show(self) -> None:
        formats, rows = self._desk.formats, []
        for place, f in enumerate(self._formulas):
            meant = [
                self._names.get((False, f.product_id or 0), ""),
                self._names.get((True, f.category_id or 0), ""),
                self.tr("from {quantity}").format(quantity=formats.quantity(f.min_quantity_milli))
                if f.min_quantity_milli else "",
            ]  # fmt: skip
            told = ", ".join(x for x in meant if x) or self.tr("Everything")
            rows.append(Row(str(place), told, "", formats.percent(f.factor_hundredths)))
        self.rows.set_rows(rows)

    def _add(self) -> None:
        percent = self.percent.value()
        if percent is None or self.least.error():
            self.refuse(self.percent.error() or self.least.error() or self.tr("Enter the per cent."))
            return
        goods = self.goods.goods
        if goods is not None:
            self._names[False, goods.id] = goods.name
        self._formulas.append(
            Formula(goods.id if goods else None, self.category.value(), self.least.value() or 0, percent)
        )
        self.goods.clear()
        self.percent.set_value(None)
        self.least.set_value(None)
        self._shown_anew()
        self.percent.setFocus()

    def _place(self) -> int | None:
        key = self.rows.current()
        return int(key) if key else None

    def _up(self) -> None:
        place = self._place()
        if place:
            one = self._formulas.pop(place)
            self._formulas.insert(place - 1, one)
            self._shown_anew()
            self.rows.select(str(place - 1))
            self.rows.setFocus()

    def _remove(self) -> None:
        place = self._place()
        if place is not None:
            del self._formulas[place]
            self._shown_anew()
            self.rows.setFocus()

    def _shown_anew(self) -> None:
        self._show()
        self.touch()

    def _write(self) -> None:
        self._desk.run(
            set_formulas, lambda _none: self._written(), self._refused, price_list_id=self._list.id,
            formulas=tuple(self._formulas),
        )  # fmt: skip

    def _written(self) -> None:
        self.clean()
        self.done.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
