"""One price of a list: what for, from how many on, on which days."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.catalog.price_files import ListedPrice
from app.catalog.queries import ProductView, get_product
from app.kernel.refusal import Refusal
from app.pricing.operations import remove_price, set_price
from app.pricing.queries import PriceList
from app.promotions.goods import NamedGoods
from ui.office.section import OfficeDesk
from ui.pricing.goods_field import GoodsField
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit, QuantityEdit
from ui.widgets.form import Choice, Form
from ui.widgets.optional_day import OptionalDay


class PriceEditor(EditorPanel):
    """The panel of a price.

    Signals:
        done(str): saved or taken away; the product's name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, price_list: PriceList, one: ListedPrice | None) -> None:
        self._desk, self._list, self._one = desk, price_list, one
        tr, form, formats = self.tr, Form(2), desk.formats
        self.goods = GoodsField(desk)
        self.packaging = Choice([(None, tr("Base unit"))])
        self.least = QuantityEdit(tr("From this quantity on"), formats)
        self.price = MoneyEdit(tr("Price"), formats)
        today = desk.services.context.on
        self.first_day, self.last_day = OptionalDay(today), OptionalDay(today)
        form.add(tr("Product"), self.goods, wide=True)
        form.add(tr("Sold in"), self.packaging)
        form.add(tr("Price"), self.price)
        form.add(tr("From this quantity on"), self.least, hint=tr("Empty: from the first piece on"))
        form.section(tr("Only on these days"))
        form.add(tr("First day"), self.first_day)
        form.add(tr("Last day"), self.last_day)
        form.end()
        super().__init__(one.name if one else tr("New price"), form)
        self.first = self.price if one else self.goods.text
        self.remove_button = Button(tr("Take away"), "danger_soft", icon="delete")
        self.remove_button.setVisible(one is not None)
        self.remove_button.clicked.connect(self._remove)
        self.foot.insertWidget(0, self.remove_button)
        if one is not None:
            self._fill(one)
        self.watch([self.packaging, self.least, self.price, self.first_day, self.last_day])
        self.goods.found.connect(self._found)
        self.saved.connect(self._write)
        self.clean()

    def _fill(self, one: ListedPrice) -> None:
        self.goods.show_goods(one.product_id, one.name)
        self.goods.text.setVisible(False)
        self.packaging.set_options([(one.packaging_id, one.packaging or self._desk.formats.unit(one.unit))])
        self.least.set_value(one.min_quantity_milli or None)
        self.price.set_value(one.price_minor)
        self.first_day.set_value(one.valid_from)
        self.last_day.set_value(one.valid_to)
        for fixed in (self.packaging, self.least, self.first_day):  # they make it the price it is
            fixed.setEnabled(False)

    def scanned(self, raw: str) -> None:
        """A scan is the product."""
        if self._one is None:
            self.goods.look(raw)

    def _found(self, goods: NamedGoods) -> None:
        self.touch()
        context = self._desk.services.context
        self._desk.ask(
            get_product, self._have_product, product_id=goods.id, price_list_id=self._list.id,
            location_id=context.stock_location_id, with_cost=False,
        )  # fmt: skip

    def _have_product(self, view: ProductView) -> None:
        units = [(None, self._desk.formats.unit(view.details.unit) or view.details.unit)]
        self.packaging.set_options([*units, *((p.id, p.name) for p in view.packagings)])
        self.price.setFocus()

    def _write(self) -> None:
        goods, minor = self.goods.goods, self.price.value()
        if goods is None:
            self.refuse(self.tr("Choose a product first."))
            return
        if minor is None or self.least.error():
            self.refuse(self.price.error() or self.least.error() or self.tr("Enter the price."))
            return
        self._desk.run(
            set_price, lambda _none: self._written(goods.name), self._refused, price_list_id=self._list.id,
            product_id=goods.id, price_minor=minor, packaging_id=self.packaging.value(),
            min_quantity_milli=self.least.value() or 0, valid_from=self.first_day.value(),
            valid_to=self.last_day.value(),
        )  # fmt: skip

    def _remove(self) -> None:
        one = self._one
        if one is not None:
            self._desk.run(
                remove_price, lambda _none: self._written(one.name), self._refused,
                price_list_id=self._list.id, product_id=one.product_id, packaging_id=one.packaging_id,
                min_quantity_milli=one.min_quantity_milli, valid_from=one.valid_from,
            )  # fmt: skip

    def _written(self, name: str) -> None:
        self.clean()
        self.done.emit(name)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
