"""Amounts, numbers and yes or no as people write them in files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

MAX_DIGITS: Final = 15
_CURRENCY: Final = r"(?:[A-Za-z]{3}|[€$£¥₹])"
_BEFORE: Final = re.compile(rf"^(-?)\s*{_CURRENCY}\s*(?=-?\s*[0-9.,])")
_BEHIND: Final = re.compile(rf"\s*{_CURRENCY}$")
# thousands parted by a blank or an apostrophe: always by three digits, always by the same sign
_BLANKS: Final = re.compile(
    r"(-?)\s*([0-9]{1,3}(?:([\s\u00a0\u202f'’])[0-9]{3}(?:\3[0-9]{3})*)?)((?:[.,][0-9]*)?)"
)
_NUMBER: Final = re.compile(r"-?[0-9]*\.?[0-9]+|-?[0-9]+\.")
_CENTS: Final = {",": re.compile(r"[0-9],[0-9]{1,2}$"), ".": re.compile(r"[0-9]\.[0-9]{1,2}$")}
_YES: Final = frozenset(["1", "y", "yes", "true", "t", "x", "on", "ja", "j", "wahr", "oui", "si"])
_NO: Final = frozenset(["0", "n", "no", "false", "f", "off", "nein", "falsch", "non"])


class NotANumberError(ValueError):
    """The text is none; str() says why, in words for whoever wrote it."""


def guess_decimal(samples: Iterable[str]) -> str:
    """The decimal mark of a column: the sign that stands before one or two last digits most often."""
    counts = {",": 0, ".": 0}
    for sample in samples:
        text = sample.strip().rstrip("€$£ ")
        for mark, pattern in _CENTS.items():
            counts[mark] += pattern.search(text) is not None
    return "," if counts[","] > counts["."] else "."


def parse_number(text: str, decimal: str) -> Decimal:
    """Read "1,149.00", "1.234,56 EUR" or "€ 3"; raises NotANumberError.

    A currency may stand at the ends only, and blanks between thousands: "1€50" is not 150, and is refused.
    """
    shown = text.strip()[:40]
    bare = _without_blanks(_BEHIND.sub("", _BEFORE.sub(r"\1", text.strip(), count=1), count=1))
    group = "." if decimal == "," else ","
    whole, mark, rest = bare.partition(decimal)
    if group in whole:
        parts = whole.lstrip("-").split(group)
        if any(len(part) != 3 for part in parts[1:]) or not 1 <= len(parts[0]) <= 3:  # noqa: PLR2004
            raise NotANumberError(f"“{shown}” is not an amount (the decimal mark here is “{decimal}”)")
        whole = whole.replace(group, "")
    number = f"{whole}{'.' if mark else ''}{rest}"
    if _NUMBER.fullmatch(number) is None or len(number) > MAX_DIGITS:
        raise NotANumberError(f"“{shown}” is not an amount")
    return Decimal(number)


def _without_blanks(text: str) -> str:
    """The number without what parts its thousands; as it stands where the parts are none of thousands."""
    found = _BLANKS.fullmatch(text)
    return text if found is None else f"{found[1]}{re.sub('[^0-9]', '', found[2])}{found[4]}"


def parse_minor(text: str, decimal: str, digits: int) -> int:
    """An amount in minor units; raises NotANumberError for words, below zero, or too many decimals."""
    value = parse_number(text, decimal)
    if value < 0:
        raise NotANumberError(f"“{text.strip()[:40]}” is below 0")
    scaled = value.scaleb(digits)
    if scaled != scaled.to_integral_value():
        raise NotANumberError(f"“{text.strip()[:40]}” has more than {digits} decimals")
    return int(scaled)


def parse_flag(text: str) -> bool:
    """Yes or no; raises NotANumberError."""
    word = text.strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise NotANumberError(f"“{text.strip()[:40]}” is neither yes nor no")
