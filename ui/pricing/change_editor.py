"""A planned price change: its days, and the prices in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.catalog.price_files import ListedPrice, PriceFile, list_listed_prices, read_price_file
from app.catalog.queries import Category, list_all_categories
from app.catalog.repricing import new_prices
from app.kernel.refusal import Refusal
from app.pricing.operations import PriceDraft
from app.pricing.planning import PriceChange, plan_price_change
from app.pricing.queries import PriceList, find_unit_price
from app.promotions.goods import NamedGoods, name_goods
from ui.formatting.typed import parse_scaled
from ui.office.section import OfficeDesk
from ui.pricing.goods_field import GoodsField
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit, NumberEdit
from ui.widgets.form import Choice, DayField, Form, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import column, line

_PERCENT_DIGITS = 2
_SHOWN = 5000
_Key = tuple[int, int | None, int]  # product, packaging, break


@dataclass(frozen=True, slots=True)
class Wanted:
    """A price of the change, with what it is shown by."""

    draft: PriceDraft
    name: str = ""
    now_minor: int | None = None

    @property
    def key(self) -> _Key:
        """What it is the price of."""
        return self.draft.product_id, self.draft.packaging_id, self.draft.min_quantity_milli


class ChangeEditor(EditorPanel):
    """The panel of a new change.

    Signals:
        done(str): planned; its name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, lists: list[PriceList]) -> None:
        self._desk = desk
        self.wanted: dict[_Key, Wanted] = {}
        page = QWidget()
        page.setObjectName("plainBody")
        self._make_fields(lists)
        self._lay_out(page)
        super().__init__(self.tr("New change"), page, save=self.tr("Plan it"))
        self.use_full_width()
        self.first = self.name
        self.watch([self.name, self.list, self.from_day, self.to_day])
        self.add_button.clicked.connect(self._add)
        self.price.returnPressed.connect(self._add)
        self.goods.found.connect(self._found)
        self.percent_button.clicked.connect(self._add_percent)
        self.file_button.clicked.connect(self._choose_file)
        self.take_off.clicked.connect(self._take_off)
        self.list.currentIndexChanged.connect(lambda _place: self._forget())
        self.saved.connect(self._write)
        self.clean()
        desk.ask(list_all_categories, self._have_categories)

    def _make_fields(self, lists: list[PriceList]) -> None:
        tr, formats, context = self.tr, self._desk.formats, self._desk.services.context
        self.name = text_field(placeholder=tr("Spring offers"))
        self.list = Choice([(x.id, x.name) for x in lists], context.till.price_list_id)
        self.from_day, self.to_day = DayField(), OptionalDay(context.on)
        tomorrow = QDate(context.on.year, context.on.month, context.on.day).addDays(1)
        self.from_day.setDate(tomorrow)
        self.goods = GoodsField(self._desk)
        self.price = MoneyEdit(tr("New price"), formats)
        self.add_button = Button(tr("Add"), icon="add")
        self.category = Choice([(None, tr("All categories"))])
        self.category.setAccessibleName(tr("Category"))

        def parse(text: str) -> int:
            signless, minus = text.strip().lstrip("+-"), text.strip().startswith("-")
            found = parse_scaled(signless.replace("%", ""), digits=_PERCENT_DIGITS, mark=formats.mark)
            return -found if minus else found

        self.percent = NumberEdit(tr("Per cent more, or less with a minus"), parse, formats.percent)
        self.round_to = Choice([(minor, formats.amount(minor)) for minor in (1, 5, 10, 50, 100)], 1)
        self.round_to.setAccessibleName(tr("Rounded to"))
        self.percent_button = Button(tr("Add all of these"), icon="percent")
        self.file_button = Button(tr("From a file…"), icon="upload")
        self.take_off = Button(tr("Take off"), icon="remove")
        self.table = DataTable(
            tr("Prices of the change"),
            [
                Column("name", tr("Product")), Column("least", tr("From"), 90, figure=True),
                Column("now", tr("Now"), 110, figure=True), Column("new", tr("Then"), 110, figure=True),
            ],
        )  # fmt: skip

    def _lay_out(self, page: QWidget) -> None:
        tr, head = self.tr, Form(4)
        head.add(tr("Name"), self.name)
        head.add(tr("Price list"), self.list)
        head.add(tr("From this day on"), self.from_day)
        head.add(tr("Last day; empty: for good"), self.to_day)
        one = Form(2)
        one.add(tr("Product"), self.goods)
        one.add(tr("New price"), self.price)
        many = Form(3)
        many.add(tr("Or all of a category"), self.category)
        many.add(tr("Per cent more, or less with a minus"), self.percent)
        many.add(tr("Rounded to"), self.round_to)
        body = column(page, gap=6)
        body.addWidget(head)
        for form, button in ((one, self.add_button), (many, self.percent_button)):
            row = line(form, button, gap=8)
            row.setStretch(0, 1)
            body.addLayout(row)
        body.addWidget(self.table, 1)
        body.addLayout(line(self.take_off, None, self.file_button))

    @property
    def from_on(self) -> date:
        """The first day."""
        day = self.from_day.date()
        return date(day.year(), day.month(), day.day())

    def scanned(self, raw: str) -> None:
        """A scan is the product."""
        self.goods.look(raw)

    def _have_categories(self, found: list[Category]) -> None:
        self.category.set_options([(None, self.tr("All categories")), *((c.id, c.name) for c in found)])

    def _forget(self) -> None:
        """Prices of another list are not those of this one."""
        self.wanted.clear()
        self._show()

    def _found(self, _goods: NamedGoods) -> None:
        self.price.setFocus()

    def _add(self) -> None:
        goods, minor = self.goods.goods, self.price.value()
        if goods is None or minor is None:
            self.refuse(self.price.error() or self.tr("Choose a product and enter its new price."))
            return
        self.goods.clear()
        self.price.set_value(None)
        self.goods.text.setFocus()
        self._take([PriceDraft(goods.id, minor)])

    def _add_percent(self) -> None:
        percent = self.percent.value()
        if percent is None:
            self.refuse(self.percent.error() or self.tr("Enter the per cent."))
            return
        self._desk.report(
            new_prices, self._take, price_list_id=self.list.value(), on=self.from_on,
            percent_hundredths=percent, category_id=self.category.value(),
            round_to_minor=self.round_to.value(),
        )  # fmt: skip

    def _choose_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("A file with prices"), str(Path.home()), self.tr("Tables (*.csv *.xlsx *.txt *.gz)")
        )
        if path:
            self.use_file(Path(path))

    def use_file(self, path: Path) -> None:
        """Take the prices of a file; its days do not count."""
        self._desk.report(read_price_file, self._have_file, path=path, price_list_id=self.list.value())

    def _have_file(self, found: PriceFile) -> None:
        self._take(found.drafts)
        if found.errors:
            number, why = found.errors[0]
            told = self.tr("%n line(s) are left out.", "", len(found.errors))
            self.refuse(f"{told} {self.tr('Line {number}').format(number=number)}: {why}")

    def _take(self, drafts: list[PriceDraft]) -> None:
        for draft in drafts:
            one = Wanted(draft)
            self.wanted[one.key] = one
        self._show()
        if drafts:
            self.touch()
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            self.table.setFocus()  # a button was pressed: the keyboard stays in the panel
        ids = sorted({d.product_id for d in drafts})
        self._desk.ask(name_goods, self._have_names, products=ids, categories=[])
        if len(drafts) == 1:  # one that was typed: its price today is shown beside it
            self._desk.ask(
                find_unit_price, partial(self._have_now, Wanted(drafts[0]).key), product_id=ids[0],
                price_list_id=self.list.value(), on=self.from_on,
            )  # fmt: skip

    def _have_names(self, found: list[NamedGoods]) -> None:
        names = {g.id: g.name for g in found}
        self.wanted = {
            k: Wanted(w.draft, names.get(k[0], w.name), w.now_minor) for k, w in self.wanted.items()
        }
        self._show()

    def _have_now(self, key: _Key, minor: int | None) -> None:
        if key in self.wanted:
            one = self.wanted[key]
            self.wanted[key] = Wanted(one.draft, one.name, minor)
            self._show()

    def _show(self) -> None:
        formats = self._desk.formats
        self.table.set_rows([
            TableRow(
                _key_text(key),
                (
                    w.name, formats.quantity(key[2]) if key[2] else "",
                    formats.amount(w.now_minor) if w.now_minor is not None else "",
                    formats.amount(w.draft.price_minor),
                ),
            )
            for key, w in list(self.wanted.items())[:_SHOWN]
        ])  # fmt: skip
        self.take_off.setEnabled(bool(self.wanted))

    def _take_off(self) -> None:
        current = self.table.current()
        self.wanted = {key: w for key, w in self.wanted.items() if _key_text(key) != current}
        self._show()
        self.touch()
        self.table.setFocus()

    def _write(self) -> None:
        name = self.name.text().strip()
        self._desk.run(
            plan_price_change, lambda _id: self._written(name), self._refused, name=name,
            price_list_id=self.list.value(), valid_from=self.from_on, valid_to=self.to_day.value(),
            drafts=tuple(w.draft for w in self.wanted.values()),
        )  # fmt: skip

    def _written(self, name: str) -> None:
        self.clean()
        self.done.emit(name)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))


def _key_text(key: _Key) -> str:
    return f"{key[0]}/{key[1] or 0}/{key[2]}"


class ChangeShown(SidePanel):
    """The prices of a change that was planned."""

    def __init__(self, desk: OfficeDesk, change: PriceChange, price_list: PriceList) -> None:
        super().__init__(change.name)
        tr = self.tr
        self._desk = desk
        self.table = DataTable(
            tr("Prices of the change"),
            [
                Column("sku", tr("Number"), 130), Column("name", tr("Product")),
                Column("unit", tr("Unit"), 110), Column("least", tr("From"), 90, figure=True),
                Column("new", tr("Then"), 110, figure=True),
            ],
        )  # fmt: skip
        self.first = self.table
        self.content.addWidget(self.table, 1)
        desk.ask(
            list_listed_prices, self._have, price_list_id=price_list.id, change_id=change.id, limit=_SHOWN
        )

    def _have(self, found: list[ListedPrice]) -> None:
        formats = self._desk.formats
        self.table.set_rows([
            TableRow(
                str(x.id),
                (
                    x.sku, x.name, x.packaging or formats.unit(x.unit),
                    formats.quantity(x.min_quantity_milli) if x.min_quantity_milli else "",
                    formats.amount(x.price_minor),
                ),
            )
            for x in found
        ])  # fmt: skip
