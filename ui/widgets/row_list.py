"""A list of rows with title, second line and a figure at the end: customers, parked sales, receipts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import font, pixmap, theme, theme_changed, tokens
from ui.widgets.scrolling import DragScroll

_DISPLAY: Final = Qt.ItemDataRole.DisplayRole.value
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole.value
_ROW: Final = Qt.ItemDataRole.UserRole.value
_HEIGHT: Final = 64
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the key comes back in the signal."""

    key: str
    title: str
    detail: str = ""
    figure: str = ""
    remark: str = ""  # small, under the figure
    icon: str = ""
    tone: str = "text"  # colour of the figure

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.detail, self.figure, self.remark) if part)


class _RowModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        del parent
        return len(self.rows)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None:
            return None
        return {_ROW: row, _DISPLAY: row.title, _SPOKEN: row.spoken}.get(role)


class _RowDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(_ROW)
        if row is None:
            return
        area, direction, state = _geometry(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        _paint_row(painter, area, row, direction, state)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option, index
        return QSize(200, _HEIGHT)


def _geometry(option: Any) -> tuple[QRect, Qt.LayoutDirection, QStyle.StateFlag]:
    return option.rect, option.direction, option.state


def _paint_row(
    painter: QPainter, area: QRect, row: Row, direction: Qt.LayoutDirection, state: QStyle.StateFlag
) -> None:
    now = theme()

    def seen(rect: QRect) -> QRect:
        return QStyle.visualRect(direction, area, rect)

    if state & QStyle.StateFlag.State_Selected:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(now.focus), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.primary_soft))
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 8, 8)
    else:
        painter.fillRect(area.left() + 12, area.bottom(), area.width() - 24, 1, QColor(now.border))
    left = area.left() + 16
    if row.icon:
        image = pixmap(row.icon, now.text2, tokens.ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(seen(QRect(left, area.center().y() - 12, 24, 24)).topLeft(), image)
        left += 36
    trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font(tokens.PRICE, 700))
    width = painter.fontMetrics().horizontalAdvance(row.figure) + 2
    single = 0 if row.remark else 10
    painter.setPen(QColor(getattr(now, row.tone)))
    painter.drawText(
        seen(QRect(area.right() - 16 - width, area.top() + 9 + single, width, 24)), trailing, row.figure
    )
    painter.setFont(font(tokens.CAPTION))
    width = max(width, painter.fontMetrics().horizontalAdvance(row.remark) + 2)
    painter.setPen(QColor(now.text2))
    painter.drawText(seen(QRect(area.right() - 16 - width, area.top() + 33, width, 20)), trailing, row.remark)
    room = area.right() - 28 - width - left
    painter.drawText(
        seen(QRect(left, area.top() + 33, room, 20)), leading,
        painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, room),
    )  # fmt: skip
    painter.setFont(font(tokens.LABEL, 600))
    painter.setPen(QColor(now.text))
    painter.drawText(
        seen(QRect(left, area.top() + (9 if row.detail else 20), room, 24)), leading,
        painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room),
    )  # fmt: skip


class RowList(QListView):
    """Rows to choose from.

    Signals:
        chosen(str): key of a row that was tapped or on which Enter was pressed.
        current_changed(str): key of the row the keyboard is on.
    Setters: set_rows, select.
    """

    chosen = Signal(str)
    current_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self.setAccessibleName(name)
        self._rows = _RowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._drag = DragScroll(self)
        self.clicked.connect(self._clicked)
        theme_changed().changed.connect(self.viewport().update)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the first becomes the current one."""
        self._rows.set_rows(rows)
        if rows:
            self.setCurrentIndex(self._rows.index(0))

    def count(self) -> int:
        """How many rows there are."""
        return self._rows.rowCount()

    def current(self) -> str:
        """Key of the current row, or ""."""
        row = self.currentIndex().row()
        return self._rows.rows[row].key if 0 <= row < self.count() else ""

    def select(self, key: str) -> None:
        """Make the row of that key the current one."""
        for place, row in enumerate(self._rows.rows):
            if row.key == key:
                self.setCurrentIndex(self._rows.index(place))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which row it is now."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.chosen.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._drag.dragging:
            self.chosen.emit(self._rows.rows[index.row()].key)
