"""A part of the stock pages: a list with its buttons; panels are laid over the whole section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.office.section import Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line


class StockArea(QWidget):
    """Base of goods in, transfers, counts, lots, places.

    Subclasses read in `ask`, open a row in `open` and do `primary` when its button or F10 is pressed.
    """

    def __init__(
        self, section: Section, sound: Sound, title: str, columns: Sequence[Column], empty: EmptyState,
        primary: Button,
    ) -> None:  # fmt: skip
        super().__init__(section)
        self.section, self.desk, self.sound = section, section.desk, sound
        self._asked = 0
        self.table = DataTable(title, columns)
        self.empty = empty
        self.primary_button = primary
        self.top = line(gap=8)
        self.foot = line(label(self.hint(), tokens.SUB, 400, "text2"), None, gap=8)
        rows = column(self, gap=tokens.GUTTER)
        rows.addLayout(self.top)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.empty, 1)
        rows.addLayout(self.foot)
        self.foot.addWidget(primary)
        self.empty.setVisible(False)
        self.table.opened.connect(self.open)
        primary.clicked.connect(self.primary)

    def hint(self) -> str:
        """A sentence under the list."""
        return ""

    def ask(self, asked: int) -> None:
        """Read the rows and hand them to `show_rows` with `asked`."""
        raise NotImplementedError

    def open(self, key: str) -> None:
        """A row was opened."""
        raise NotImplementedError

    def show_document(self, document_id: int) -> None:
        """Open a document by its id, as another page asks; by its row where that is the same."""
        self.open(str(document_id))

    def primary(self) -> None:
        """The button at the end of the list."""
        raise NotImplementedError

    def scanned(self, raw: str) -> bool:
        """A scan on the list; False when it means nothing here."""
        del raw
        return False

    def pressed(self, key: Qt.Key) -> bool:
        """A function key on the list; False when it means nothing here."""
        if key == Qt.Key.Key_F10 and self.primary_button.isVisible():
            self.primary()
            return True
        return False

    def reload(self) -> None:
        """Read the list anew."""
        self._asked += 1
        self.ask(self._asked)

    def show_rows(self, rows: Sequence[TableRow], asked: int) -> None:
        """Show what was read, unless something newer was asked since."""
        if asked != self._asked:
            return
        kept = self.table.current()
        if not rows and self.table.hasFocus():
            self.section.setFocus()  # else Qt gives the keyboard to a button at the left
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows)
        self.table.select(kept)
        if rows and self.section.hasFocus():
            self.table.setFocus()

    def take_focus(self) -> None:
        """The keyboard to the list."""
        (self.table if self.table.isVisibleTo(self) else self.section).setFocus()

    def done(self, *_answer: Any) -> None:
        """A panel has done its work: back to the list."""
        self.section.close_panel()
