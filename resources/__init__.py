"""What the program carries with it: typeface, icons, sounds, desktop entry."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Path of a bundled file; the parts are folder and name, as in "icons", "lock.svg"."""
    return FOLDER.joinpath(*parts)
