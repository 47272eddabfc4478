"""Shows a receipt as it leaves the printer: white paper, in the dark theme as well."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import theme
from ui.widgets.scrolling import DragScroll

_PAPER: Final = "#ffffff"
_INK: Final = "#1a1a1a"
_EDGE: Final = "#c9d2de"
_MARGIN: Final = 12
_LETTERS: Final = (13, 12, 11, 10)  # the largest that fits the width


class _Sheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._lines: list[str] = []
        self._font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._font.setPixelSize(13)
        self._font.setStyleHint(QFont.StyleHint.Monospace)

    def fit(self, width: int) -> None:
        """Take the largest letters that need no scrolling sideways."""
        for size in _LETTERS:
            self._font.setPixelSize(size)
            if self.sizeHint().width() <= width:
                break
        self.resize(self.sizeHint())
        self.update()

    def show_image(self, image: QImage) -> None:
        self._image, self._lines = image, []
        self.resize(self.sizeHint())
        self.update()

    def show_lines(self, lines: list[str]) -> None:
        self._image, self._lines = QImage(), lines
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if not self._image.isNull():
            size = self._image.deviceIndependentSize().toSize()
        else:
            metrics = QFontMetrics(self._font)
            width = max((metrics.horizontalAdvance(text) for text in self._lines), default=200)
            size = QSize(width, metrics.lineSpacing() * max(1, len(self._lines)))
        return size + QSize(2 * _MARGIN, 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_PAPER))
        painter.setPen(QPen(QColor(_EDGE), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if not self._image.isNull():
            painter.drawImage(_MARGIN, _MARGIN, self._image)
            return
        painter.setFont(self._font)
        painter.setPen(QColor(_INK))
        height = painter.fontMetrics().lineSpacing()
        for row, text in enumerate(self._lines):
            where = QRect(_MARGIN, _MARGIN + row * height, self.width(), height)
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class PaperView(QScrollArea):
    """The paper, scrolled by finger.

    Setters: show_image (PNG bytes), show_text.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._drag = DragScroll(self)

    def show_image(self, png: bytes, *, ratio: float = 1.0) -> bool:
        """Show a picture; ratio is its pixels for one of the screen. False when it is no picture."""
        image = QImage.fromData(png)
        image.setDevicePixelRatio(ratio)
        self._sheet.show_image(image)
        return not image.isNull()

    def show_text(self, text: str) -> None:
        """Show text in letters of equal width; screen readers read it."""
        self._sheet.show_lines(text.splitlines())
        self._sheet.fit(self.viewport().width())
        self._sheet.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the letters to the width."""
        super().resizeEvent(event)
        self._sheet.fit(self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground around the paper."""
        QPainter(self.viewport()).fillRect(event.rect(), QColor(theme().surface2))
        super().paintEvent(event)
