"""Small signs: the state of a device, and a place that is empty."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.theme import DARK, font, pixmap, theme, theme_changed, tokens
from ui.widgets.button import Button
from ui.widgets.text import column, label
from ui.widgets.tips import plain_tip

OK: Final = "ok"
WARN: Final = "warn"
BAD: Final = "bad"
OFF: Final = "off"


class StatusDot(QWidget):
    """A sign and a word: disc for well, triangle for a warning, cross for trouble, ring for off.

    Setters: set_state. It stands on the header, so its colours are those of the dark ground.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state = OFF
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(OFF, "")
        theme_changed().changed.connect(self.update)

    @property
    def state(self) -> str:
        """OK, WARN, BAD or OFF."""
        return self._state

    def set_state(self, state: str, explanation: str) -> None:
        """Show another state; the explanation is the tooltip and what a screen reader says."""
        self._state = state
        self.setToolTip(plain_tip(explanation or self._text))
        self.setAccessibleName(f"{self._text}: {explanation}" if explanation else self._text)
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the word only when there is trouble."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and word."""
        width = QFontMetrics(font(tokens.SUB, 500)).horizontalAdvance(self._text) + 8
        return QSize(16 + (0 if self._compact and self._state in (OK, OFF) else width), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign and the word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sign(painter, QPointF(self._seen(QRect(0, 0, 14, self.height())).center()))
        if self.width() > 20:  # noqa: PLR2004 - wider than the sign
            painter.setFont(font(tokens.SUB, 500))
            painter.setPen(QColor(theme().on_header))
            flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self._seen(QRect(20, 0, self.width() - 20, self.height())), flags, self._text)

    def _paint_sign(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self._state == OK:
            painter.setBrush(QColor(DARK.ok))
            painter.drawEllipse(centre, 4.5, 4.5)
        elif self._state == WARN:
            painter.setBrush(QColor(DARK.warn))
            corners = [QPointF(0, -6), QPointF(6, 5), QPointF(-6, 5)]
            painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
        elif self._state == BAD:
            painter.setPen(QPen(QColor(DARK.danger), 2.5))
            painter.drawLine(centre + QPointF(-4, -4), centre + QPointF(4, 4))
            painter.drawLine(centre + QPointF(-4, 4), centre + QPointF(4, -4))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme().header2), 1.5))
            painter.drawEllipse(centre, 4, 4)

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class _Picture(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(64, 64)
        theme_changed().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        image = pixmap(self._name, theme().border_strong, 64, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, image)


class EmptyState(QWidget):
    """What an empty list says: why it is empty, and the next thing to do.

    Signals:
        action_triggered(): its button.
    """

    action_triggered = Signal()

    def __init__(self, icon: str, title: str, text: str = "", action: str = "") -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = column(self, gap=8)
        layout.addStretch(1)
        layout.addWidget(_Picture(icon), 0, centre)
        layout.addWidget(label(title, tokens.LABEL, 600, align=centre, wrap=True))
        if text:
            layout.addWidget(label(text, tokens.SUB, tone="text2", align=centre, wrap=True))
        if action:
            button = Button(action, "primary")
            button.clicked.connect(self.action_triggered)
            layout.addWidget(button, 0, centre)
        layout.addStretch(1)
        self.setAccessibleName(title)
