"""The typeface of our PDFs, embedded, with every letter of the Latin, Greek and Cyrillic alphabets."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

REGULAR: Final = "Takings"
BOLD: Final = "Takings-Bold"
_FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make REGULAR and BOLD known to reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in ((REGULAR, "Inter-Regular.ttf"), (BOLD, "Inter-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(_FOLDER / file)))
