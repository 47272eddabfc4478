"""The grid of a template in an order: a quantity for each variant, all of them taken over at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.catalog.templates import Cell, Template, Variant
from ui.formatting import Formats
from ui.orders.entry_lines import EntryLine
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.edits import QuantityEdit
from ui.widgets.matrix_grid import MatrixGrid
from ui.widgets.text import column, label, line


class MatrixPage(QWidget):
    """Type the quantities; Enter or the button makes lines of them.

    Signals:
        taken(object): the EntryLines, in the order of the grid.
        left(): nothing is wanted.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._template: Template | None = None
        self.title = label("", tokens.KEY, 600)
        self.hint = label(self.tr("What is on hand stands in the fields."), tokens.SUB, 400, "text2")
        self.grid = MatrixGrid(self.tr("Quantities"), self._field)
        self.take_button = Button(self.tr("Take over"), "primary", icon="check", hint="⏎")
        self.back_button = Button(self.tr("Not now"), hint=self.tr("Esc"))
        body = column(self, gap=tokens.GAP)
        body.addLayout(line(self.title, 12, self.hint, None))
        body.addWidget(self.grid, 1)
        body.addLayout(line(None, self.back_button, self.take_button, gap=8))
        self.take_button.clicked.connect(self.take)
        self.back_button.clicked.connect(self.left)

    def show_template(self, template: Template) -> None:
        """Ask for the quantities of its variants."""
        self._template = template
        self.title.setText(template.name)
        self.grid.set_axes(template.axes)
        first = next(iter(self.grid.widgets.values()), self)
        first.setFocus()

    def lines(self) -> list[EntryLine]:
        """A line for each variant of which something is wanted."""
        found: list[EntryLine] = []
        for cell, edit in self.grid.widgets.items():
            variant = self._variant(cell)
            quantity = edit.value() if isinstance(edit, QuantityEdit) else None
            if variant is not None and quantity:
                found.append(EntryLine(variant.product_id, variant.name, quantity))
        return found

    def take(self) -> None:
        """Make lines of what was typed."""
        lines = self.lines()
        if lines:
            self.taken.emit(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes over, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _variant(self, cell: Cell) -> Variant | None:
        return self._template.at(cell) if self._template is not None else None

    def _field(self, cell: Cell, name: str) -> QWidget | None:
        found = self._variant(cell)
        if found is None or not found.active:
            return None
        edit = QuantityEdit(name, self._formats)
        edit.setPlaceholderText(self._formats.quantity(found.on_hand_milli, found.unit))
        return edit
