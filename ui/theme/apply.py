"""Put a theme on the application."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.theme import fonts, tokens
from ui.theme.palette import make_palette
from ui.theme.stylesheet import make_stylesheet
from ui.theme.tokens import LIGHT, THEMES, Tokens

ZOOM_RANGE: Final = (80, 150)


class _State(QObject):
    """The theme in force and the word of its change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT


@cache
def _state() -> _State:
    return _State()


def theme() -> Tokens:
    """The tokens in force."""
    return _state().tokens


def theme_changed() -> _State:
    """Whose signal `changed` is sent after a switch: `theme_changed().changed.connect(...)`."""
    return _state()


def apply_theme(app: QApplication, name: str) -> Tokens:
    """Switch the whole application to the theme "light" or "dark".

    Own palette and sheet, because QStyleHints.setColorScheme does nothing on bare X11, in kiosk
    window managers and offscreen.

    Raises:
        KeyError: for another name.
    """
    chosen = THEMES[name]
    state = _state()
    fonts.load()
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    if app.font() != fonts.font(tokens.BODY):
        app.setFont(fonts.font(tokens.BODY))
    state.tokens = chosen
    app.setPalette(make_palette(chosen))
    app.setStyleSheet(make_stylesheet(chosen))
    state.changed.emit()
    for window in app.topLevelWidgets():
        window.update()
    return chosen


def zoom_environment(percent: int) -> dict[str, str]:
    """Environment to set before the QApplication is made, for everything at 80 to 150 per cent.

    Qt then scales all sizes, letters and icons alike and stays sharp; a value outside the range
    becomes the nearer end. 100 gives an empty dict: the screen's own scale.
    """
    bounded = max(ZOOM_RANGE[0], min(ZOOM_RANGE[1], percent))
    return {} if bounded == 100 else {"QT_SCALE_FACTOR": f"{bounded / 100:.2f}"}  # noqa: PLR2004
