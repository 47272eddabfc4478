"""Scripts that join their letters or run from right to left, made ready for a printer that does neither."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any, Final

_RIGHT_TO_LEFT: Final = ("R", "AL")
_FIRST_OF_THEM: Final = "\u0590"
_ARABIC: Final = ("\u0600", "\u06ff")


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def has_right_to_left(text: str) -> bool:
    """Whether any letter runs from right to left."""
    return any(char >= _FIRST_OF_THEM and unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def shape(text: str) -> str:
    """Arabic letters in the forms that join; vowel points are left out, as receipts do. Order is kept."""
    if not has_right_to_left(text):
        return text
    if any(_ARABIC[0] <= char <= _ARABIC[1] for char in text):
        text = str(_reshaper().reshape(text))
    return "".join(char for char in text if unicodedata.category(char) != "Mn")


def in_order(part: str, whole: str) -> str:
    """A part of a text (what fits on a line) as its letters stand from left to right.

    Args:
        part: after `shape`; as wide afterwards as before.
        whole: the text it is from, which decides the direction.
    """
    if not has_right_to_left(whole):
        return part
    from bidi.algorithm import get_display

    return str(get_display(part, base_dir="R" if runs_right_to_left(whole) else "L"))


@lru_cache(maxsize=1)
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    # the one word that is a letter of its own by default is in few fonts
    return ArabicReshaper(configuration={"ARABIC LIGATURE ALLAH": False})
