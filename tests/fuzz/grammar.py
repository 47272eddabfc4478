"""What a written number may be, said a second time and apart from the program: the judge of every reader.

A reader may refuse what stands here; what it takes must stand here, with exactly this value. So "1€50" is not
150, "1 2" is not 12 and "1,2,3" is not 123: money is not repaired.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Final

_LONGEST: Final = 1000  # characters: no number is longer
_SIGNS: Final = "".join(c for c in map(chr, range(0x10000)) if unicodedata.category(c) == "Sc")
_CODE: Final = rf"(?:[A-Za-z]{{3}}|[{re.escape(_SIGNS)}%])"
_GROUP: Final = "[\\s\u00a0\u202f\u2009'’]"
_SHAPES: Final = tuple(
    re.compile(
        rf"(?P<whole>\d*|\d{{1,3}}(?P<g>{group})(?:\d{{2,3}}(?P=g))*\d{{3}})"
        rf"(?:{re.escape(mark)}(?P<part>\d*))?"
    )
    for mark, group in ((".", "[,]"), (",", "[.]"), (".", _GROUP), (",", _GROUP))
)


def _ascii(text: str) -> str:
    """Digits of any script, and both long minuses, as ASCII; the marks that isolate a direction away."""
    text = text.replace("\u066b", ".").replace("\u066c", ",")
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else "-" if c in "−–" else c
        for c in re.sub("[\u2066-\u2069]", "", text)
    )


def values_of(text: str, *, letters: str = "") -> set[Fraction]:
    """Every value the text may have; none where it is no number.

    Args:
        text: as it was written.
        letters: that may stand behind a number of a bank: "CDHS" (credit, debit, Haben, Soll).
    """
    if len(text) > _LONGEST:
        return set()
    bare = _ascii(text).strip()
    bare = re.sub(rf"^([+-]?\s*){_CODE}\s*", r"\1", bare, count=1)
    bare = re.sub(rf"\s*{_CODE}$", "", bare, count=1)
    negative = False
    if bare.startswith("(") and bare.endswith(")"):
        negative, bare = True, bare[1:-1]
    elif letters and bare[-1:].upper() in letters and bare:
        negative, bare = bare[-1].upper() in "DS", bare[:-1]
    bare = bare.strip()
    sign = re.match(r"[+-]\s*", bare) or re.search(r"\s*[+-]$", bare)
    if sign:
        negative, bare = negative or "-" in sign[0], bare.replace(sign[0], "", 1)
    found = set()
    for shape in _SHAPES:
        fits = shape.fullmatch(bare)
        digits = "" if fits is None else re.sub(r"\D", "", fits["whole"])
        part = "" if fits is None else fits["part"] or ""
        if digits + part:
            found.add(Fraction(int(digits + part), 10 ** len(part)) * (-1 if negative else 1))
    return found
