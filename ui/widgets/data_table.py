"""A table over a list that may be long: rows come page by page, columns may be sorted by their head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.theme import font, theme, theme_changed, tokens
from ui.widgets.tips import plain_tip

_DISPLAY: Final = Qt.ItemDataRole.DisplayRole.value
_ALIGN: Final = Qt.ItemDataRole.TextAlignmentRole.value
_COLOUR: Final = Qt.ItemDataRole.ForegroundRole.value
_FONT: Final = Qt.ItemDataRole.FontRole.value
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole.value
_TIP: Final = Qt.ItemDataRole.ToolTipRole.value
_LEADING: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_ROW_H: Final = 48
_CELL_PAD: Final = 10
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` 0 takes the room that is left, `least` hides it in a narrower table."""

    key: str
    title: str
    width: int = 0
    figure: bool = False  # at the end of its cell, in stronger letters
    sortable: bool = False
    least: int = 0


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; the key comes back in the signals. `tones` colours single cells, by column key."""

    key: str
    cells: tuple[str, ...]
    tones: dict[str, str] = field(default_factory=dict)


class _Model(QAbstractTableModel):
    more_wanted = Signal(int)

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.rows: list[TableRow] = []
        self.more = False
        self._asked = False

    def set_rows(self, rows: Sequence[TableRow], *, more: bool) -> None:
        self.beginResetModel()
        self.rows, self.more, self._asked = list(rows), more, False
        self.endResetModel()

    def add_rows(self, rows: Sequence[TableRow], *, more: bool) -> None:
        self.more, self._asked = more, False
        if rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def replace(self, row: TableRow) -> None:
        for place, old in enumerate(self.rows):
            if old.key == row.key:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self.more and not self._asked

    def fetchMore(self, parent: AnyIndex) -> None:
        del parent
        if self.more and not self._asked:
            self._asked = True
            self.more_wanted.emit(len(self.rows))

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == _DISPLAY:
            return row.cells[index.column()]
        if role == _ALIGN:
            return _TRAILING if column.figure else _LEADING
        if role == _FONT:
            return font(tokens.BODY, 600 if column.figure else 400)
        if role == _COLOUR:
            return QColor(getattr(theme(), row.tones.get(column.key, "text")))
        return self._words(row, column, index, role)

    def _words(self, row: TableRow, column: Column, index: AnyIndex, role: int) -> Any:
        if role == _SPOKEN:
            return (
                f"{column.title}: {row.cells[index.column()]}" if column.title else row.cells[index.column()]
            )
        if role == _TIP and column.width == 0:
            return plain_tip(row.cells[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == _ALIGN:
            return _TRAILING if self.columns[section].figure else _LEADING
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a cell: twice as fast as the sheet, and with the distance that the heads have."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        area, state, direction, alternate = _geometry(option)
        now = theme()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(now.primary_soft))
        elif alternate:
            painter.fillRect(area, QColor(now.surface2))
        painter.setPen(index.data(_COLOUR))
        painter.setFont(index.data(_FONT))
        painter.setLayoutDirection(direction)
        room = area.adjusted(_CELL_PAD, 0, -_CELL_PAD, 0)
        text = painter.fontMetrics().elidedText(
            index.data(_DISPLAY), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, index.data(_ALIGN), text)


def _geometry(option: Any) -> tuple[QRect, QStyle.StateFlag, Qt.LayoutDirection, bool]:
    alternate = bool(option.features & QStyleOptionViewItem.ViewItemFeature.Alternate)
    return option.rect, option.state, option.direction, alternate


class DataTable(QTableView):
    """Rows in columns.

    Signals:
        opened(str): key of a row on which Enter was pressed or that was tapped (twice where many
            can be chosen).
        current_changed(str): key of the row the keyboard is on, or "".
        selection_changed(int): how many rows are chosen.
        more_wanted(int): the user has come to the end; rows from this place on are wanted.
        sort_chosen(str, bool): key of the column, and whether from the end.
    Setters: set_rows, add_rows, replace_row, select, set_sort, set_hidden.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    selection_changed = Signal(int)
    more_wanted = Signal(int)
    sort_chosen = Signal(str, bool)

    def __init__(
        self, name: str, columns: Sequence[Column], *, many: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = _Model(columns, self)
        self._many = many
        self._sort = ("", False)
        self._hidden: tuple[str, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self._model.more_wanted.connect(self.more_wanted)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.ExtendedSelection
            if many
            else QAbstractItemView.SelectionMode.SingleSelection
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(_ROW_H)
        self._set_up_header()
        self.selectionModel().selectionChanged.connect(self._selected)
        (self.doubleClicked if many else self.clicked).connect(self._clicked)
        theme_changed().changed.connect(self.viewport().update)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setAccessibleName(self.accessibleName())
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setFixedHeight(40)
        header.setSectionsClickable(any(column.sortable for column in self._model.columns))
        for place, column in enumerate(self._model.columns):
            if column.width:
                header.resizeSection(place, column.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.sectionClicked.connect(self._head_clicked)

    def set_rows(self, rows: Sequence[TableRow], *, more: bool = False) -> None:
        """Show these; the first becomes the current one."""
        self._model.set_rows(rows, more=more)
        if rows:
            self.selectRow(0)
        self.scrollToTop()
        self.selection_changed.emit(self.selected_count())

    def add_rows(self, rows: Sequence[TableRow], *, more: bool) -> None:
        """Further rows at the end."""
        self._model.add_rows(rows, more=more)

    def replace_row(self, row: TableRow) -> None:
        """Show one row anew."""
        self._model.replace(row)

    def count(self) -> int:
        """How many rows are there so far."""
        return len(self._model.rows)

    def keys(self) -> list[str]:
        """Keys of all rows so far."""
        return [row.key for row in self._model.rows]

    def row(self, place: int) -> TableRow:
        """A row."""
        return self._model.rows[place]

    def current(self) -> str:
        """Key of the current row, or ""."""
        place = self.currentIndex().row()
        return self._model.rows[place].key if 0 <= place < self.count() else ""

    def selected(self) -> list[str]:
        """Keys of the chosen rows."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.rows[place].key for place in places]

    def selected_count(self) -> int:
        """How many are chosen."""
        return len(self.selectionModel().selectedRows())

    def select(self, key: str) -> None:
        """Go to the row of that key, if it is there."""
        for place, row in enumerate(self._model.rows):
            if row.key == key:
                self.selectRow(place)
                self.scrollTo(self._model.index(place, 0))

    def set_sort(self, key: str, *, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._sort = (key, descending)
        header = self.horizontalHeader()
        for place, column in enumerate(self._model.columns):
            if column.key == key:
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                header.setSortIndicatorShown(True)
                header.setSortIndicator(place, order)

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(480, 320)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Other words above some columns, by key."""
        columns = self._model.columns
        self._model.columns = [replace(x, title=titles.get(x.key, x.title)) for x in columns]
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def hidden(self) -> tuple[str, ...]:
        """Keys of the columns that somebody does not want to see."""
        return self._hidden

    def set_hidden(self, keys: Sequence[str]) -> None:
        """Leave these columns out."""
        known = [column.key for column in self._model.columns]
        self._hidden = tuple(key for key in known if key in keys)
        self._show_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table shows the columns that matter."""
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        stretched = False
        for place, column in enumerate(self._model.columns):
            hidden = column.least > self.width() or column.key in self._hidden
            self.setColumnHidden(place, hidden)
            stretched = stretched or (not column.width and not hidden)
        self.horizontalHeader().setStretchLastSection(not stretched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which row it is now."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())

    def _selected(self) -> None:
        self.selection_changed.emit(self.selected_count())

    def _clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].key)

    def _head_clicked(self, place: int) -> None:
        column = self._model.columns[place]
        if column.sortable:
            descending = self._sort[0] == column.key and not self._sort[1]
            self.set_sort(column.key, descending=descending)
            self.sort_chosen.emit(column.key, descending)
