"""The typeface: Inter, bundled, with digits of equal width so that amounts do not jiggle."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from resources import resource
from ui.theme import tokens

FAMILY: Final = "Inter"
_FILES: Final = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
_TABULAR: Final = QFont.Tag("tnum")


@cache
def load() -> bool:
    """Load the bundled files once; False when one is missing (the system's font stands in)."""
    return all(QFontDatabase.addApplicationFont(str(resource("fonts", name))) >= 0 for name in _FILES)


@cache
def font(size: int = tokens.BODY, weight: int = 400) -> QFont:
    """The typeface at a size in pixels and one of the weights 400, 500, 600, 700. Do not change it."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    made.setFeature(_TABULAR, 1)
    made.setStyleHint(QFont.StyleHint.SansSerif)
    return made
