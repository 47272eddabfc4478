"""A grid of fields or buttons: one for each combination of up to three attributes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from app.catalog.templates import Axis, Cell, Value, all_cells
from ui.theme import tokens
from ui.widgets.chip_bar import ChipBar
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column, label

_MOST: Final = 3
_NONE: Final = Value(0, "", "")


class MatrixGrid(QWidget):
    """The first attribute goes down, the second across, the third is chosen by chips.

    Args:
        name: what the grid holds, for screen readers.
        make: makes what stands in a cell; None leaves it empty.
    """

    def __init__(
        self, name: str, make: Callable[[Cell, str], QWidget | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._make = make
        self.widgets: dict[Cell, QWidget] = {}
        self.chips = ChipBar(name)
        self._pages = QStackedWidget()
        self._keys: list[str] = []
        body = column(self, gap=tokens.GAP)
        body.addWidget(self.chips)
        body.addWidget(self._pages, 1)
        self.chips.chosen.connect(self.choose)

    def set_axes(self, axes: Sequence[Axis]) -> None:
        """Another template: everything is made anew."""
        self.widgets = {}
        while (page := self._pages.widget(0)) is not None:
            self._pages.removeWidget(page)
            page.deleteLater()
        third = axes[2].values if len(axes) == _MOST else (_NONE,)
        self._keys = [str(v.id) for v in third]
        self.chips.setVisible(len(axes) == _MOST)
        if len(axes) == _MOST:
            self.chips.set_chips([(str(v.id), v.name) for v in third], self._keys[0] if self._keys else "")
        for value in third:
            self._pages.addWidget(scrolling(self._page(axes, value)))

    def choose(self, key: str) -> None:
        """Show the cells of a value of the third attribute."""
        if key in self._keys:
            self._pages.setCurrentIndex(self._keys.index(key))

    def cells(self) -> list[Cell]:
        """The cells that hold something, in order."""
        return list(self.widgets)

    def _page(self, axes: Sequence[Axis], third: Value) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.GAP)
        rows = axes[0].values if axes else ()
        across = axes[1].values if len(axes) > 1 else (_NONE,)
        for x, value in enumerate(across, start=1):
            if value.id:
                head = label(value.name, tokens.CAPTION, 600, "text2", wrap=True)
                grid.addWidget(head, 0, x, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(x, 1)
        for y, value in enumerate(rows, start=1):
            grid.addWidget(label(value.name, tokens.BODY, 600), y, 0)
            for x, other in enumerate(across, start=1):
                self._put(grid, (y, x), (value, other, third))
        grid.setRowStretch(len(rows) + 1, 1)
        return page

    def _put(self, grid: QGridLayout, place: tuple[int, int], values: tuple[Value, Value, Value]) -> None:
        cell = (values[0].id, values[1].id, values[2].id)
        name = " ".join(v.name for v in values if v.id)
        made = self._make(cell, name)
        if made is None:
            grid.addWidget(label("–", tokens.BODY, 400, "text2"), *place, Qt.AlignmentFlag.AlignHCenter)
            return
        if not made.accessibleName():
            made.setAccessibleName(name)
        self.widgets[cell] = made
        grid.addWidget(made, *place)


def cell_names(axes: Sequence[Axis]) -> dict[Cell, str]:
    """What each cell is called: "M Red"."""
    values = {v.id: v.name for a in axes for v in a.values}
    return {cell: " ".join(values[i] for i in cell if i) for cell in all_cells(tuple(axes))}
