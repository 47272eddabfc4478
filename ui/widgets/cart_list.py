"""The lines of the cart: an own widget that scrolls pixels and paints only what changed.

A table view spends a whole frame on one scan of a long cart; this paints one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from ui.theme import font, pixmap, theme, theme_changed, tokens
from ui.widgets.scrolling import DragScroll

_PAD: Final = 20
_BAR: Final = 4
_END: Final = 18


@dataclass(frozen=True, slots=True)
class CartRow:
    """One line as it is shown; all numbers are text already, in the user's locale."""

    line_id: str
    name: str
    detail: str  # "2 × € 8.60"
    total: str
    badge: str = ""  # "−10 %"
    note: str = ""
    struck: bool = False  # a return or a voided line: total in the danger colour

    @property
    def height(self) -> int:
        """Pixels of the row."""
        return tokens.LINE_NOTE_H if self.note else tokens.LINE_H

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.name, self.detail, self.badge, self.note, self.total) if part)


class CartList(QAbstractScrollArea):
    """The lines of the cart.

    Signals:
        selected_changed(str): the line_id of the selected line, "" for none; by hand or by setter.
        line_activated(str): a tap on the selected line.
    Setters: set_lines, select. Up, Down, Home and End move the selection; Enter belongs to the till.
    """

    selected_changed = Signal(str)
    line_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CartRow, ...] = ()
        self._tops: list[int] = [0]
        self._selected = -1
        self._empty = ("", "")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(tokens.LINE_H)
        self._drag = DragScroll(self)
        self._drag.tapped.connect(self._tapped)
        theme_changed().changed.connect(self.viewport().update)
        self._name_it()

    @property
    def rows(self) -> tuple[CartRow, ...]:
        """What is shown."""
        return self._rows

    @property
    def selected(self) -> str:
        """The line_id of the selected line, or ""."""
        return self._rows[self._selected].line_id if self._selected >= 0 else ""

    def set_empty_text(self, title: str, text: str) -> None:
        """What an empty cart says."""
        self._empty = (title, text)
        self.viewport().update()

    def set_lines(self, rows: Sequence[CartRow], selected: str | None = None) -> None:
        """Show these lines; only rows that differ are painted again.

        Args:
            rows: all lines of the cart.
            selected: line_id to select and scroll to; None selects the line that is new or has
                changed (the last of them), or keeps the selection when none is.
        """
        old, new = self._rows, tuple(rows)
        was = self.selected
        changed = [i for i, row in enumerate(new) if i >= len(old) or row != old[i]]
        self._rows = new
        self._place(changed[0] if changed else len(new))
        self._repaint(old, changed)
        wanted = selected if selected is not None else (new[changed[-1]].line_id if changed else was)
        self._set_selected(self._index(wanted), force=was != wanted)
        self._name_it()

    def select(self, line_id: str) -> None:
        """Select a line and scroll to it; "" or an unknown id selects none."""
        self._set_selected(self._index(line_id))

    def sizeHint(self) -> QSize:
        """Room for five lines."""
        return QSize(360, 5 * tokens.LINE_H)

    def minimumSizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(240, 2 * tokens.LINE_H)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -len(self._rows),
                 Qt.Key.Key_End: len(self._rows)}  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.move_selection(step)
        else:
            event.ignore()

    def move_selection(self, step: int) -> None:
        """Select the line that many rows further down (negative: up), at most to the ends."""
        if self._rows:
            self._set_selected(max(0, min(len(self._rows) - 1, self._selected + step)))
            self._announce()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the pixels that are there; only the strip that appears is painted."""
        self.viewport().scroll(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar; the selected line stays in sight."""
        super().resizeEvent(event)
        self._fit_bar()
        self._show_selected()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event touches."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        area = event.rect()
        painter.fillRect(area, QColor(theme().surface))
        if not self._rows:
            self._paint_empty(painter)
        offset = self.verticalScrollBar().value()
        for index, row in enumerate(self._rows):
            top = self._tops[index] - offset
            if top < area.bottom() + 1 and top + row.height > area.top():
                where = QRect(0, top, self.viewport().width(), row.height)
                _RowPainter(painter, where, self.layoutDirection()).paint(
                    row, selected=index == self._selected, last=index == len(self._rows) - 1
                )

    def _index(self, line_id: str) -> int:
        return next((i for i, row in enumerate(self._rows) if row.line_id == line_id), -1)

    def _place(self, first: int) -> None:
        del self._tops[first + 1 :]
        for row in self._rows[first:]:
            self._tops.append(self._tops[-1] + row.height)
        self._fit_bar()

    def _fit_bar(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._tops[-1] - self.viewport().height()))
        bar.setPageStep(self.viewport().height())

    def _repaint(self, old: tuple[CartRow, ...], changed: list[int]) -> None:
        heights_moved = any(i < len(old) and old[i].height != self._rows[i].height for i in changed)
        if heights_moved or len(self._rows) < len(old) or not old:
            self.viewport().update()
            return
        for index in changed:
            self._update_row(index)
        if len(self._rows) > len(old):  # the line under what was the last row
            self._update_row(len(old) - 1)

    def _update_row(self, index: int) -> None:
        if 0 <= index < len(self._rows):
            top = self._tops[index] - self.verticalScrollBar().value()
            self.viewport().update(0, top, self.viewport().width(), self._rows[index].height)

    def _set_selected(self, index: int, *, force: bool = False) -> None:
        before, self._selected = self._selected, index
        if before != index:
            self._update_row(before)
            self._update_row(index)
        self._show_selected()
        if before != index or force:
            self.setAccessibleDescription(self._rows[index].spoken if index >= 0 else "")
            self.selected_changed.emit(self.selected)

    def _show_selected(self) -> None:
        if self._selected < 0:
            return
        bar, top = self.verticalScrollBar(), self._tops[self._selected]
        bottom = self._tops[self._selected + 1]
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def _tapped(self, where: QPoint) -> None:
        offset = where.y() + self.verticalScrollBar().value()
        for index, row in enumerate(self._rows):
            if self._tops[index] <= offset < self._tops[index] + row.height:
                again = index == self._selected
                self._set_selected(index)
                if again:
                    self.line_activated.emit(row.line_id)

    def _name_it(self) -> None:
        text = QCoreApplication.translate("CartList", "Cart, %n line(s)", "", len(self._rows))
        self.setAccessibleName(text)

    def _announce(self) -> None:
        if QAccessible.isActive() and self._selected >= 0:
            event = QAccessibleAnnouncementEvent(self, self._rows[self._selected].spoken)
            QAccessible.updateAccessibility(event)

    def _paint_empty(self, painter: QPainter) -> None:
        now, (title, text) = theme(), self._empty
        area = self.viewport().rect()
        middle = area.center().y()
        image = pixmap("shopping_basket", now.border_strong, 56, self.devicePixelRatioF())
        painter.drawPixmap(area.center().x() - 28, middle - 76, image)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(font(tokens.LABEL, 600))
        painter.setPen(QColor(now.text))
        painter.drawText(area.adjusted(12, middle - 8, -12, 0), centre, title)
        painter.setFont(font(tokens.SUB))
        painter.setPen(QColor(now.text2))
        painter.drawText(area.adjusted(12, middle + 18, -12, 0), centre, text)


class _RowPainter:
    """Paints one row into its rectangle, either way round."""

    def __init__(self, painter: QPainter, where: QRect, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._where = where
        self._direction = direction

    def paint(self, row: CartRow, *, selected: bool, last: bool) -> None:
        """Ground, total, then the texts in the room that is left."""
        now, where = theme(), self._where
        if selected:
            self._paint_selection()
        elif not last:
            self._painter.fillRect(
                where.left() + 16, where.bottom(), where.width() - 30, 1, QColor(now.border)
            )
        total_font = font(tokens.LINE_TOTAL, 700)
        width = QFontMetrics(total_font).horizontalAdvance(row.total) + 2
        right = where.right() - _END
        amount = QRect(right - width, where.top(), width, tokens.LINE_H)
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self._text(amount, row.total, total_font, now.danger if row.struck else now.text, trailing)
        room = right - width - 12 - where.left() - _PAD
        self._line(
            QRect(where.left() + _PAD, where.top() + 7, room, 24), row.name, font(tokens.LABEL, 600), now.text
        )
        used = self._line(
            QRect(where.left() + _PAD, where.top() + 31, room, 22),
            row.detail,
            font(tokens.SUB, 500),
            now.text2,
        )
        if row.badge:
            self._badge(where.left() + _PAD + used + 10, where.top() + 31, row.badge)
        if row.note:
            note = QRect(where.left() + _PAD, where.top() + 52, where.width() - _PAD - _END, 20)
            self._line(note, row.note, font(tokens.CAPTION), now.text2)

    def _paint_selection(self) -> None:
        now = theme()
        pill = self._where.adjusted(4, 2, -4, -2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(now.primary_soft))
        self._painter.drawRoundedRect(pill, 8, 8)
        self._painter.setBrush(QColor(now.primary))
        bar = QRect(pill.left() + 1, pill.top() + 5, _BAR, pill.height() - 10)
        self._painter.drawRoundedRect(self._seen(bar), 2, 2)

    def _line(self, where: QRect, text: str, face: QFont, colour: str) -> int:
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self._text(where, shown, face, colour, leading)
        return metrics.horizontalAdvance(shown)

    def _text(self, where: QRect, text: str, face: QFont, colour: str, align: Qt.AlignmentFlag) -> None:
        self._painter.setFont(face)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(self._seen(where), align, text)

    def _badge(self, left: int, top: int, text: str) -> None:
        now, face = theme(), font(tokens.CAPTION, 600)
        where = QRect(left, top + 1, QFontMetrics(face).horizontalAdvance(text) + 16, 20)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(now.warn_soft))
        self._painter.drawRoundedRect(self._seen(where), 6, 6)
        self._text(where, text, face, now.warn, Qt.AlignmentFlag.AlignCenter)

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._where, rect)
