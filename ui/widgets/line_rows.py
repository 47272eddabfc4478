"""A handful of lines to be edited in a form: barcodes, packagings, attributes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import on_change
from ui.widgets.text import column, label, line

MakeFields = Callable[[], Sequence[QWidget]]


class LineRows(QWidget):
    """Lines of the same fields, with a button to add one and one to take each away.

    Signals:
        changed(): a field, or the number of lines.

    Args:
        name: what the lines are.
        heads: names of the fields.
        make: makes the fields of a new line.
        add_text: what the button says.
        stretches: how the room is shared.
    """

    changed = Signal()

    def __init__(
        self, name: str, heads: Sequence[str], make: MakeFields, add_text: str,
        stretches: Sequence[int] = (), parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._heads = list(heads)
        self._make = make
        self._lines: list[tuple[list[QWidget], Button]] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(tokens.GAP)
        for place, head in enumerate(heads):
            self._grid.addWidget(label(head, tokens.CAPTION, 500, "text2"), 0, place)
            self._grid.setColumnStretch(place, stretches[place] if stretches else 1)
        self.add_button = Button(add_text, icon="add")
        self.add_button.clicked.connect(self._added)
        body = column(self, gap=tokens.GAP)
        body.addLayout(self._grid)
        body.addLayout(line(self.add_button, None))
        self._show_heads()

    def lines(self) -> list[list[QWidget]]:
        """The fields of each line."""
        return [fields for fields, _ in self._lines]

    def add_line(self) -> list[QWidget]:
        """One more line; returns its fields."""
        fields = list(self._make())
        remove = Button("", icon="delete", name=self.tr("Remove this line"))
        row = self._grid.rowCount()
        for place, part in enumerate(fields):
            if not part.accessibleName():
                part.setAccessibleName(f"{self._heads[place]} {len(self._lines) + 1}")
            self._grid.addWidget(part, row, place, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(remove, row, len(fields), Qt.AlignmentFlag.AlignTop)
        entry = (fields, remove)
        self._lines.append(entry)
        remove.clicked.connect(lambda: self._remove(entry))
        on_change(fields, self.changed.emit)
        self._show_heads()
        return fields

    def clear(self) -> None:
        """No lines."""
        for entry in list(self._lines):
            self._take(entry)

    def _added(self) -> None:
        fields = self.add_line()
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, entry: tuple[list[QWidget], Button]) -> None:
        self._take(entry)
        self.changed.emit()

    def _take(self, entry: tuple[list[QWidget], Button]) -> None:
        self._lines.remove(entry)
        for part in (*entry[0], entry[1]):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._show_heads()

    def _show_heads(self) -> None:
        for place in range(len(self._heads)):
            item = self._grid.itemAtPosition(0, place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(bool(self._lines))
