"""The words a product is found by: pure, the same when it is kept and when it is looked for."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Final

from app.db.columns import NAME
from app.kernel.text import words

MAX_WORDS: Final = 8  # of a search; more narrow nothing
_BITS: Final = 63  # of a signed integer in both databases
_LENGTHS: Final = (1, 2, 3)
END: Final = "\U0010ffff"  # sorts after every letter, byte by byte


def _plain(word: str) -> str:
    """Numbers without leading zeros: a barcode is found by its digits however many are padded."""
    stripped = word.lstrip("0")
    return stripped if stripped.isdigit() else (word if stripped else "0")


def product_words(name: str, sku: str, codes: Iterable[str]) -> list[str]:
    """Every word of a product, without repeats."""
    found = words(" ".join((name, sku, *codes)))
    return list(dict.fromkeys(_plain(word)[:NAME] for word in found))


def search_text(found: Iterable[str]) -> str:
    """The words in one text, each after a blank."""
    return "".join(f" {word}" for word in found)


def query_words(text: str) -> list[str]:
    """What is looked for, the longest word first, without words that another one begins with."""
    found = sorted({_plain(word)[:NAME] for word in words(text[:400])}, key=lambda w: (-len(w), w))
    kept: list[str] = []
    for word in found:
        if not any(longer.startswith(word) for longer in kept):
            kept.append(word)
    return kept[:MAX_WORDS]


def mask_of(found: Iterable[str]) -> int:
    """Bits for how words begin: a product can have a word only if its mask has all bits of the word's.

    So a search for two words reads one range and looks at the products' own text only where the bits
    agree: once in four for a letter, once in sixteen for two, once in sixty for three. Words that begin
    with a digit have no bits: they are of one product, or of one in three ("500 g"), and would only fill
    the mask.
    """
    mask = 0
    for word in found:
        if word[0].isdigit():
            continue
        for length in _LENGTHS:
            if len(word) >= length:
                mask |= 1 << zlib.crc32(word[:length].encode()) % _BITS
    return mask
