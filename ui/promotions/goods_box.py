"""A list of products and categories that grows by scanning, typing and choosing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.catalog.queries import Category
from app.promotions.drafts import Goods
from app.promotions.goods import NamedGoods, find_goods, name_goods
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, text_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.text import column, label, line


class GoodsBox(QWidget):
    """Products and categories.

    Signals:
        changed(): something was added or taken off.
    """

    changed = Signal()

    def __init__(self, name: str, empty: str, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._goods: list[NamedGoods] = []
        self.rows = RowList(name)
        self.rows.setMinimumHeight(90)
        self.rows.setMaximumHeight(170)
        self._empty = label(empty, tokens.SUB, tone="text2", wrap=True)
        self.product = text_field(limit=100, placeholder=self.tr("Scan a product, or type number or name"))
        self.product.setAccessibleName(name)
        self.category = Choice()
        self.category.setAccessibleName(self.tr("Category"))
        self._add = Button(self.tr("Add category"), icon="add")
        self._remove = Button(self.tr("Take off"), icon="remove")
        body = column(self)
        body.addWidget(label(name, tokens.CAPTION, 500, "text2"))
        body.addWidget(self.rows)
        body.addWidget(self._empty)
        body.addLayout(line(self.product, self.category, self._add, self._remove, gap=8))
        self.product.returnPressed.connect(self._find)
        self._add.clicked.connect(self._add_category)
        self._remove.clicked.connect(self._take_off)
        self._show()

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer these."""
        self.category.set_options([(c.id, c.name) for c in categories])

    def load(self, goods: Goods) -> None:
        """Show what a promotion has."""
        self._desk.ask(
            name_goods, self._have, products=list(goods.products), categories=list(goods.categories)
        )

    def goods(self) -> Goods:
        """What is in the list."""
        return Goods(
            tuple(g.id for g in self._goods if not g.is_category),
            tuple(g.id for g in self._goods if g.is_category),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the chosen one off."""
        if event.key() == Qt.Key.Key_Delete:
            self._take_off()
        else:
            super().keyPressEvent(event)

    def _have(self, found: list[NamedGoods]) -> None:
        self._goods = found
        self._show()

    def _find(self) -> None:
        text = self.product.text()
        if text.strip():
            self._desk.ask(find_goods, lambda found: self._found(found, text), text=text)

    def _found(self, found: NamedGoods | None, text: str) -> None:
        if found is None:
            self._desk.say(self.tr("No product is found by “{text}”.").format(text=text[:40]), "error")
            return
        self.product.clear()
        self._put(found)

    def _add_category(self) -> None:
        if self.category.value() is not None:
            self._put(NamedGoods(self.category.value(), self.category.currentText(), is_category=True))

    def _put(self, goods: NamedGoods) -> None:
        if goods not in self._goods:
            self._goods.append(goods)
            self._show()
            self.changed.emit()

    def _take_off(self) -> None:
        key = self.rows.current()
        left = [g for g in self._goods if _key(g) != key]
        if len(left) < len(self._goods):
            self._goods = left
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        words = {True: self.tr("Category"), False: self.tr("Product")}
        self.rows.set_rows([Row(_key(g), g.name, words[g.is_category]) for g in self._goods])
        self.rows.setVisible(bool(self._goods))
        self._empty.setVisible(not self._goods)
        self._remove.setEnabled(bool(self._goods))


def _key(goods: NamedGoods) -> str:
    return f"{'c' if goods.is_category else 'p'}{goods.id}"
