"""Icons: bundled SVG outlines, coloured while loading, sharp at every scale of the screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from resources import resource
from ui.theme import tokens


@cache
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@cache
def pixmap(name: str, colour: str, size: int = tokens.ICON, ratio: float = 1.0) -> QPixmap:
    """The icon in a colour "#rrggbb", at size logical pixels on a screen of that pixel ratio.

    Raises:
        FileNotFoundError: when no icon of that name is bundled.
    """
    from PySide6.QtSvg import QSvgRenderer

    drawing = _source(name).replace(b"<svg ", f'<svg fill="{colour}" '.encode(), 1)
    renderer = QSvgRenderer(QByteArray(drawing))
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, colour: str, *, off_colour: str = "", size: int = tokens.ICON) -> QIcon:
    """A QIcon for Qt's own widgets, with the pictures for pixel ratios 1 and that of the screen."""
    made = QIcon()
    for ratio in {1.0, QGuiApplication.primaryScreen().devicePixelRatio()}:
        made.addPixmap(pixmap(name, colour, size, ratio))
        if off_colour:
            made.addPixmap(pixmap(name, off_colour, size, ratio), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource("takings.svg")))
