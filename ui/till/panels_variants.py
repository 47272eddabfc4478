"""The variants of a template as large buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.catalog.templates import Cell
from app.till.cart import Sellable
from app.till.variants import Matrix
from ui.formatting import Formats
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.matrix_grid import MatrixGrid
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label


class VariantsPanel(SidePanel):
    """One tap sells a variant; sold out ones are grey, and still sold when they lie on the counter.

    Signals:
        chosen(object): product_id of a variant.
    """

    chosen = Signal(object)
    stays = False

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._formats = formats
        self._matrix: Matrix | None = None
        self._usual = 0
        self.use_full_width()
        self._words = label("", tokens.BODY, 400, "text2")
        self.grid = MatrixGrid(self.tr("Variants"), self._button)
        self.content.addWidget(self._words)
        self.content.addWidget(self.grid, 1)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show the variants of a template."""
        self._matrix = matrix
        prices = [x.unit_price_minor for x in matrix.items.values()]
        self._usual = max(set(prices), key=prices.count) if prices else 0
        self.set_title(matrix.name)
        names = " · ".join(a.name for a in matrix.axes)
        self._words.setText(
            f"{names}   {self._formats.money(self._usual)}" if prices else self.tr("No variants")
        )
        self.grid.set_axes(matrix.axes)
        first = next(iter(self.grid.widgets.values()), None)
        self.first = first

    def _button(self, cell: Cell, name: str) -> QWidget | None:
        item = self._matrix.items.get(cell) if self._matrix is not None else None
        if item is None or item.product_id is None:
            return None
        sold_out = item.on_hand_milli is not None and item.on_hand_milli <= 0
        text = self._text(item, sold_out=sold_out)
        button = Button(text, "function" if sold_out else "choice")
        button.setAccessibleName(f"{name}, {text}")
        product_id = item.product_id
        button.clicked.connect(lambda: self.chosen.emit(product_id))
        return button

    def _text(self, item: Sellable, *, sold_out: bool) -> str:
        formats = self._formats
        stock = "" if item.on_hand_milli is None else formats.quantity(item.on_hand_milli, item.unit)
        if sold_out:
            stock = self.tr("sold out")
        price = formats.money(item.unit_price_minor) if item.unit_price_minor != self._usual else ""
        return " · ".join(part for part in (price, stock) if part) or formats.money(item.unit_price_minor)
