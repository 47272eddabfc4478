"""Rates of commission: for a person, a category, a product, or all."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.access.queries import User, list_users
from app.commission.operations import RateDraft, drop_rate, save_rate
from app.commission.queries import RateRow, list_rates
from app.orders.screen_queries import ScannedGoods, find_goods
from app.till.lookup import list_categories
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import PercentEdit
from ui.widgets.form import Choice, text_field
from ui.widgets.text import label, line

_TEN: int = 10  # a rate is thousandths, a typed per cent hundredths


class RatesPage(ControlPage):
    """The list, the most particular first; below one is added, its product scanned or typed."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self._goods: ScannedGoods | None = None
        self.table = DataTable(
            tr("Rates"),
            [
                Column("person", tr("Who"), 240), Column("goods", tr("What")),
                Column("rate", tr("Rate"), 120, figure=True),
            ],
        )  # fmt: skip
        self.person, self.category = Choice(), Choice()
        self.product = text_field(placeholder=tr("Product: scan or type its number"))
        self.rate = PercentEdit(tr("Rate"), desk.formats)
        self.rate.setPlaceholderText("%")
        for name, field in ((tr("Who"), self.person), (tr("Category"), self.category),
                            (tr("Product"), self.product), (tr("Rate"), self.rate)):  # fmt: skip
            field.setAccessibleName(name)
        self.rate.setFixedWidth(110)
        self.add_button = Button(tr("Add"), "primary", icon="add")
        self.drop_button = Button(tr("Take away"), "danger_soft")
        hint = tr("A rate for a product goes before one for its category, one for a person before all.")
        self.body.addWidget(self.table, 1)
        fields = line(self.person, self.category, self.product, self.rate, self.add_button, gap=8)
        fields.setStretch(2, 1)
        self.body.addLayout(fields)
        self.body.addLayout(line(label(hint, tokens.SUB, tone="text2"), None, self.drop_button))
        self.table.current_changed.connect(lambda key: self.drop_button.setEnabled(bool(key)))
        self.product.textEdited.connect(lambda _text: setattr(self, "_goods", None))
        self.rate.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.drop_button.clicked.connect(self._drop)

    def read(self) -> None:
        """People and categories, then the rates."""
        self.desk.ask(list_users, self._have_users)
        self.desk.ask(list_categories, self._have_categories)
        self._again()

    def _have_users(self, users: list[User]) -> None:
        options = [(None, self.tr("Everybody")), *((u.id, u.name) for u in users)]
        self.person.set_options(options, self.person.value())

    def _have_categories(self, found: list[tuple[int, str, int]]) -> None:
        options = [(None, self.tr("Everything")), *((i, name) for i, name, _colour in found)]
        self.category.set_options(options, self.category.value())

    def _again(self, _answer: Any = None) -> None:
        self.desk.ask(list_rates, self._have)

    def _have(self, rows: list[RateRow]) -> None:
        tr, rate = self.tr, self.desk.formats.rate
        self.table.set_rows(
            [
                TableRow(str(r.id), (r.person or tr("Everybody"), r.goods or tr("Everything"), rate(r.rate)))
                for r in rows
            ]
        )
        self.drop_button.setEnabled(bool(self.table.current()))

    def take_scan(self, raw: str) -> None:
        """The product that was scanned."""
        self.product.setText(raw.strip())
        self.desk.ask(find_goods, self._have_goods, raw=raw)

    def _have_goods(self, goods: ScannedGoods | None) -> None:
        self._goods = goods
        if goods is None:
            self.desk.say(self.tr("Nobody knows the code {code}.").format(code=self.product.text()), "warn")
        else:
            self.product.setText(goods.name)

    def _add(self) -> None:
        if self.product.text().strip() and self._goods is None:
            self.desk.ask(find_goods, self._found_then_add, raw=self.product.text())
        else:
            self._save()

    def _found_then_add(self, goods: ScannedGoods | None) -> None:
        self._have_goods(goods)
        if goods is not None:
            self._save()

    def _save(self) -> None:
        if self.rate.value() is None:
            self.desk.say(self.rate.error() or self.tr("Type the rate in per cent."), "warn")
            return
        product_id = self._goods.product_id if self._goods else None
        draft = RateDraft(
            (self.rate.value() or 0) * _TEN, self.person.value(),
            None if product_id else self.category.value(), product_id,
        )  # fmt: skip
        self.desk.run(save_rate, self._saved, draft=draft)

    def _saved(self, _rate_id: int) -> None:
        self._goods = None
        self.product.clear()
        self.rate.set_value(None)
        self._again()

    def _drop(self) -> None:
        if self.table.current():
            self.desk.run(drop_rate, self._again, rate_id=int(self.table.current()))
