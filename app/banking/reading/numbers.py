"""Numbers and days as tables and old formats write them: pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from app.banking.refusals import DayTextError
from app.kernel.text import clean

_MINUS: Final = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "’": "'"})
# a sign in front or behind, in brackets, or as the letter of a bank: (C)redit, (D)ebit, (H)aben, (S)oll
_SIGNED: Final = re.compile(r"([+-]?) ?([0-9][0-9.,' ]*|[.,][0-9]+) ?([+\-CDHS]?)|\(([0-9][0-9.,' ]*)\)")
_SIGNS: Final = {"-": "-", "D": "-", "S": "-", "+": "", "C": "", "H": ""}
_WHOLE: Final = re.compile(r"[0-9]*|[1-9][0-9]{0,2}([.,' ])(?:[0-9]{2,3}\1)*[0-9]{3}")
_PARTS: Final = re.compile(r"^(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})")
_PACKED: Final = re.compile(r"^\d{8}$")
_CENTURY: Final = 100
_FULL_YEAR: Final = 4
_LAST_MONTH: Final = 12
ORDERS: Final = ("ymd", "dmy", "mdy")


def plain_decimal(text: str, sign: str = "") -> str | None:
    """A number as "-1234.56": thousands taken out, a minus from wherever it stands; None: it is none.

    Nothing is repaired: groups must be groups of thousands, and one sign is enough.

    Args:
        text: as it stands in the file, also "1.234,56-", "(12.00)", "+5".
        sign: the decimal sign, "," or "."; "" to tell from the text.
    """
    found = _SIGNED.fullmatch(text.strip().translate(_MINUS).upper())
    if found is None:
        return None
    signs = {_SIGNS[s] for s in (found[1], found[3] or "") if s} if found[2] else {"-"}
    number = _plain((found[2] or found[4]).strip(), sign)
    return None if number is None or len(signs) > 1 else "".join(signs) + number


def _plain(raw: str, sign: str) -> str | None:
    """The number without its thousands; None where the parts are none of thousands."""
    whole, point, part = raw.partition(sign or decimal_sign([raw]) or ".")
    grouped = _WHOLE.fullmatch(whole)
    if grouped is None or ((part or not whole) and not part.isdigit()):
        return None
    return f"{whole.replace(grouped[1], '') if grouped[1] else whole}{point and '.'}{part}"


def decimal_sign(texts: Iterable[str]) -> str:
    """Which sign parts the decimals, "" when no text tells; "1.234" alone tells nothing."""
    votes = {",": 0, ".": 0}
    for text in texts:
        last = max(text.rfind(","), text.rfind("."))
        if last < 0:
            continue
        mark = text[last]
        behind = sum(c.isdigit() for c in text[last:])
        other = "." if mark == "," else ","
        if other in text or (text.count(mark) == 1 and behind != 3):  # noqa: PLR2004 - a group of thousands
            votes[mark] += 1
    if votes[","] == votes["."]:
        return ""
    return "," if votes[","] > votes["."] else "."


def date_order(texts: Iterable[str]) -> str:
    """The one of ORDERS that all the days fit; the first of several."""
    wanted = [t.strip() for t in texts if t.strip()]
    for order in ORDERS:
        if wanted and all(_fits(t, order) for t in wanted):
            return order
    return ""


def _fits(text: str, order: str) -> bool:
    try:
        written_day(text, order)
    except DayTextError:
        return False
    return True


def written_day(text: str, order: str) -> date:
    """A day out of three numbers in that order; raises DayTextError."""
    raw = text.strip()
    if _PACKED.match(raw) and order == "ymd":
        raw = f"{raw[:4]}-{raw[4:6]}-{raw[6:]}"
    found = _PARTS.match(raw)
    if found is None:
        raise DayTextError(text=clean(raw[:40]))
    by = dict(zip(order, found.groups(), strict=True))
    year = int(by["y"])
    if len(by["y"]) != _FULL_YEAR:
        if order == "ymd" or len(by["y"]) > 2:  # noqa: PLR2004 - "26"
            raise DayTextError(text=clean(raw[:40]))
        year += 20 * _CENTURY
    try:
        return date(year, int(by["m"]), int(by["d"]))
    except ValueError:
        raise DayTextError(text=clean(raw[:40])) from None
