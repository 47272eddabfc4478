"""A QR code as a picture: dark on white whatever the theme, with the margin that readers want."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_MARGIN: Final = 4  # modules (ISO/IEC 18004)


def qr_pixmap(text: str, room: int) -> QPixmap:
    """The code of a text, at most so many pixels wide; each module is a whole number of pixels."""
    import segno

    rows = [bytes(row) for row in segno.make(text, error="m", micro=False, encoding="utf-8").matrix]
    size = len(rows) + 2 * _MARGIN
    scale = max(room // size, 1)
    made = QPixmap(size * scale, size * scale)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(
                    (x + _MARGIN) * scale, (y + _MARGIN) * scale, scale, scale, QColor(Qt.GlobalColor.black)
                )
    painter.end()
    return made
