"""A field to sign in, by finger, pen or mouse; what was drawn becomes a small PNG."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import font, theme, theme_changed, tokens

_PEN: Final = 2.4
_LEAST: Final = 60.0  # pixels drawn in all: less is a slip of the finger, no signature


class SignaturePad(QWidget):
    """Signals: changed().  Setters: clear."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[QPointF]] = []
        self.setAccessibleName(self.tr("Signature"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme_changed().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return QSize(480, 160)

    def is_signed(self) -> bool:
        """Whether something was drawn."""
        # by length: a machine that is busy hands over few points of a long stroke
        return sum(_path(stroke).length() for stroke in self._strokes) >= _LEAST

    def clear(self) -> None:
        """Take the signature away."""
        self._strokes.clear()
        self.changed.emit()
        self.update()

    def png(self) -> bytes | None:
        """Black on white, as it is kept; None when nothing was drawn."""
        if not self.is_signed():
            return None
        image = QImage(self.size(), QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        self._draw(painter, QColor("black"))
        painter.end()
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(held.data())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        self._strokes.append([event.position()])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes on."""
        if self._strokes:
            self._strokes[-1].append(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It ends."""
        event.accept()
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, its line, what was drawn."""
        del event
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(now.surface))
        painter.setPen(QPen(QColor(now.border_strong), 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
        low = self.height() - 34
        painter.setPen(QPen(QColor(now.border), 1))
        painter.drawLine(24, low, self.width() - 24, low)
        painter.setFont(font(tokens.CAPTION))
        painter.setPen(QColor(now.text2))
        painter.drawText(24, low + 20, self.tr("Sign here"))
        self._draw(painter, QColor(now.text))

    def _draw(self, painter: QPainter, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(_path(stroke))


def _path(stroke: list[QPointF]) -> QPainterPath:
    path = QPainterPath(stroke[0])
    for point in stroke[1:]:
        path.lineTo(point)
    return path
