"""Names with bars beside them, the longest first; and one large figure with its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.theme import font, theme, theme_changed, tokens
from ui.widgets.text import Card, label

_ROW_H: Final = 32


class Ranking(QWidget):
    """Bars that lie, for names too long to stand under a column.

    Setters: set_bars.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[tuple[str, int]] = []
        self._write: Callable[[int], str] = str
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changed().changed.connect(self.update)

    def set_bars(self, bars: Sequence[tuple[str, int]], *, write: Callable[[int], str] = str) -> None:
        """Show (name, value) pairs, the largest first; `write` puts a value in words."""
        self._bars, self._write = list(bars), write
        self.setAccessibleDescription("; ".join(f"{name}: {write(value)}" for name, value in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Eight rows."""
        return QSize(320, 8 * _ROW_H)

    def minimumSizeHint(self) -> QSize:
        """Three rows."""
        return QSize(200, 3 * _ROW_H)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many rows as there is room for."""
        del event
        painter, now = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(tokens.CAPTION))
        metrics = painter.fontMetrics()
        shown = self._bars[: max(1, self.height() // _ROW_H)]
        largest = max((value for _, value in shown), default=1) or 1
        figures = max((metrics.horizontalAdvance(self._write(v)) for _, v in shown), default=0) + 10
        names = int(self.width() * 0.42)
        for place, (name, value) in enumerate(shown):
            top = place * _ROW_H
            room = self.width() - names - figures
            length = max(2.0, room * max(0, value) / largest)
            bar = self._seen(QRect(names, top + 7, round(length), _ROW_H - 14))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.stripes[place % len(now.stripes)]))
            painter.drawRoundedRect(QRectF(bar), 4, 4)
            painter.setPen(QColor(now.text))
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - 10)
            leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(self._seen(QRect(0, top, names - 10, _ROW_H)), leading, words)
            end = self._seen(QRect(self.width() - figures, top, figures, _ROW_H))
            painter.drawText(end, trailing, self._write(value))

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class FigureCard(Card):
    """One figure, large, with what it is above and a remark below.

    Setters: set_figure.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, pad=16)
        self._name = name
        self._figure = label("–", tokens.PAY, 700)
        self._remark = label("", tokens.CAPTION, 400, "text2")
        self.body.addWidget(label(name, tokens.CAPTION, 500, "text2"))
        self.body.addWidget(self._figure)
        self.body.addWidget(self._remark)
        self.setAccessibleName(name)

    def set_figure(self, figure: str, remark: str = "") -> None:
        """Show a figure."""
        self._figure.setText(figure)
        self._remark.setText(remark)
        self.setAccessibleName(f"{self._name}: {figure}")
        self.setAccessibleDescription(remark)
