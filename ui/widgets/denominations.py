"""Counting a drawer: how many of each note and coin, and what they come to."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ui.formatting import Formats
from ui.theme import tokens
from ui.widgets.edits import PiecesEdit
from ui.widgets.text import column, label

_EDIT_W: Final = 84
_NEXT: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class Denomination:
    """A note or a coin, by its value in minor units."""

    value_minor: int
    note: bool


class DenominationTable(QWidget):
    """Two columns, notes and coins: value, pieces, sum.

    Signals:
        counted(int): what all pieces come to, in minor units, after each change.
        finished(): Enter on the last field.
        field_entered(object): the QLineEdit that has the focus now; a keypad types into it.
    Setters: set_denominations, set_pieces. Readers: pieces, total.
    Enter and Down go to the next field, Up to the one before.
    """

    counted = Signal(object)
    finished = Signal()
    field_entered = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._edits: dict[int, PiecesEdit] = {}
        self._sums: dict[int, QLabel] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(28)

    def set_denominations(self, denominations: Sequence[Denomination]) -> None:
        """Build the table, the largest first."""
        self._edits.clear()
        self._sums.clear()
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        ordered = sorted(denominations, key=lambda d: -d.value_minor)
        for is_note, title in ((True, self.tr("Notes")), (False, self.tr("Coins"))):
            some = [d for d in ordered if d.note == is_note]
            if some:
                self._layout.addWidget(self._column(title, some), 1)
        edits = list(self._edits.values())
        for one, following in itertools.pairwise(edits):
            QWidget.setTabOrder(one, following)
        if edits:
            self.setFocusProxy(edits[0])

    def pieces(self) -> dict[int, int]:
        """Pieces by value in minor units; only those above 0."""
        return {value: edit.value() or 0 for value, edit in self._edits.items() if edit.value()}

    def set_pieces(self, pieces: Mapping[int, int]) -> None:
        """Fill in a proposal or an earlier count."""
        for value, edit in self._edits.items():
            edit.set_value(pieces.get(value) or None)

    def total(self) -> int:
        """What all pieces come to, in minor units."""
        return sum(value * pieces for value, pieces in self.pieces().items())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Down and Up walk through the fields."""
        if event.type() == QEvent.Type.FocusIn:
            self.field_entered.emit(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _NEXT:
                self._walk(watched, 1)
                return True
            if event.key() == Qt.Key.Key_Up:
                self._walk(watched, -1)
                return True
        return super().eventFilter(watched, event)

    def _column(self, title: str, some: list[Denomination]) -> QWidget:
        box = QWidget()
        rows = column(box, gap=6)
        rows.addWidget(label(title, tokens.CAPTION, 600, "text2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for y, denomination in enumerate(some):
            self._row(grid, y, denomination)
        rows.addLayout(grid)
        rows.addStretch(1)
        return box

    def _row(self, grid: QGridLayout, y: int, denomination: Denomination) -> None:
        value = denomination.value_minor
        text = self._formats.money(value)
        edit = PiecesEdit(self.tr("Pieces of {value}").format(value=text), self._formats)
        edit.setFixedWidth(_EDIT_W)
        edit.setPlaceholderText("0")
        edit.value_changed.connect(lambda _pieces, value=value: self._changed(value))
        edit.installEventFilter(self)
        name = label(text, tokens.LABEL, 600)
        name.setMinimumWidth(84)
        sum_label = label("", tokens.BODY, 500, "text2", Qt.AlignmentFlag.AlignTrailing)
        self._edits[value], self._sums[value] = edit, sum_label
        grid.addWidget(name, y, 0)
        grid.addWidget(edit, y, 1)
        grid.addWidget(sum_label, y, 2)

    def _changed(self, value: int) -> None:
        pieces = self._edits[value].value()
        self._sums[value].setText(self._formats.money(value * pieces) if pieces else "")
        self.counted.emit(self.total())

    def _walk(self, field: QObject, step: int) -> None:
        edits: list[QObject] = list(self._edits.values())
        place = edits.index(field) + step
        if place >= len(edits):
            self.finished.emit()
        elif place >= 0:
            list(self._edits.values())[place].setFocus(Qt.FocusReason.TabFocusReason)
