"""Bars and a small line, painted from the tokens; the charts of Qt are GPL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import font, theme, theme_changed, tokens

_STEPS: Final = (1, 2, 5)
_LINES: Final = 4


def nice_step(largest: int, lines: int = _LINES) -> int:
    """The distance of grid lines: 1, 2 or 5 times a power of ten, at most `lines` of them."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * lines >= largest:
                return step * power
        power *= 10


class BarChart(QWidget):
    """Bars over names, one of them marked.

    Setters: set_bars.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[tuple[str, int]] = []
        self._marked = -1
        self._write: Callable[[int], str] = str
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changed().changed.connect(self.update)

    def set_bars(
        self, bars: Sequence[tuple[str, int]], *, marked: int = -1, write: Callable[[int], str] = str
    ) -> None:
        """Show (name, value) pairs; `write` puts values in words on the axis; `marked` is a place."""
        self._bars, self._marked, self._write = list(bars), marked, write
        self.setAccessibleDescription("; ".join(f"{name}: {write(value)}" for name, value in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(420, 240)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(200, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, bars, names."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(tokens.META))
        largest = max((value for _, value in self._bars), default=0)
        step = nice_step(max(1, largest))
        top = step * max(1, -(-largest // step))
        left = max(painter.fontMetrics().horizontalAdvance(self._write(v)) for v in (0, top)) + 10
        plot = QRect(left, 8, self.width() - left - 4, self.height() - 34)
        self._grid(painter, plot, step, top)
        self._paint_bars(painter, plot, top)

    def _grid(self, painter: QPainter, plot: QRect, step: int, top: int) -> None:
        now = theme()
        for value in range(0, top + 1, step):
            y = plot.bottom() - plot.height() * value // top
            painter.setPen(QPen(QColor(now.border), 1))
            painter.drawLine(plot.left(), y, plot.right(), y)
            painter.setPen(QColor(now.text2))
            where = QRect(0, y - 9, plot.left() - 8, 18)
            painter.drawText(
                where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._write(value)
            )

    def _paint_bars(self, painter: QPainter, plot: QRect, top: int) -> None:
        now, room = theme(), plot.width() / max(1, len(self._bars))
        for place, (name, value) in enumerate(self._bars):
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place = len(self._bars) - 1 - place  # noqa: PLW2901 - counted from the other end
            height = plot.height() * max(0, value) / top
            bar = QRectF(plot.left() + room * (place + 0.18), plot.bottom() - height, room * 0.64, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.ok if place == self._marked else now.primary))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(now.text2))
            where = QRectF(plot.left() + room * place, plot.bottom() + 6, room, 18)
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, shown)


class Sparkline(QWidget):
    """The course of a figure without axes.

    Setters: set_values.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[int] = []
        self.setAccessibleName(name)
        theme_changed().changed.connect(self.update)

    def set_values(self, values: Sequence[int]) -> None:
        """Show these, the oldest first."""
        self._values = list(values)
        self.update()

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(120, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line and a dot at its end."""
        del event
        if len(self._values) < 2:  # noqa: PLR2004 - a line has two ends
            return
        painter, now = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = min(self._values), max(self._values)
        wide, tall = self.width() - 10, self.height() - 10
        points = [
            QPointF(5 + wide * i / (len(self._values) - 1), 5 + tall * (high - value) / max(1, high - low))
            for i, value in enumerate(self._values)
        ]
        painter.setPen(QPen(QColor(now.primary), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(now.primary))
        painter.drawEllipse(points[-1], 3, 3)
