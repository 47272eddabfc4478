"""A field for one product: scanned or typed, and named when it is found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.promotions.goods import NamedGoods, find_goods
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.form import text_field
from ui.widgets.text import column, label


class GoodsField(QWidget):
    """One product.

    Signals:
        found(object): the NamedGoods that was found.
    """

    found = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.goods: NamedGoods | None = None
        self.text = text_field(limit=100, placeholder=self.tr("Scan a product, or type number or name"))
        self.text.setAccessibleName(self.tr("Product"))
        self.name = label("", tokens.SUB, 600, wrap=True)
        body = column(self, gap=4)
        body.addWidget(self.text)
        body.addWidget(self.name)
        self.setFocusProxy(self.text)
        self.text.returnPressed.connect(lambda: self.look(self.text.text()))
        self.text.editingFinished.connect(lambda: self.look(self.text.text()))

    def look(self, text: str) -> None:
        """Look for what was scanned or typed."""
        if text.strip():
            self._desk.ask(find_goods, lambda goods: self._have(goods, text), text=text)

    def show_goods(self, product_id: int, name: str) -> None:
        """Show a product that is known."""
        self.goods = NamedGoods(product_id, name)
        self.name.setText(name)

    def clear(self) -> None:
        """None."""
        self.goods = None
        self.text.clear()
        self.name.setText("")

    def _have(self, goods: NamedGoods | None, text: str) -> None:
        if goods is None:
            self.goods = None
            self.name.setText(self.tr("No product is found by “{text}”.").format(text=text[:40]))
            return
        self.goods = goods
        self.text.clear()
        self.name.setText(goods.name)
        self.found.emit(goods)
