"""What a person types: amounts, quantities, per cents, and "5 *" before a scan."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from app.kernel.quantity import DIGITS, MAX_MILLI, ONE
from app.kernel.refusal import Refusal
from app.kernel.text import clean

MAX_DIGITS: Final = 12  # before the decimal mark: more is a slip of the scanner
_LONGEST: Final = 200  # more is no number, but something that was pasted
SHOWN: Final = 24  # characters of the text that an error repeats
_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_BLANKS: Final = re.compile("[\u00a0\u202f\u2009]")
_NUMBER: Final = re.compile(r"([+-]?)([0-9.,' \u066b\u066c]+)")
_GROUPED: Final = re.compile(r"([0-9]{1,3}([ '])(?:[0-9]{2,3}\2)*[0-9]{3})(?:[.,]([0-9]*))?")
# the Arabic signs say which they are: the first parts thousands, the second decimals
_ARABIC: Final = re.compile("([0-9]+|[0-9]{1,3}(?:\u066c[0-9]{3})+)(?:\u066b([0-9]*))?")
_ENTRY: Final = re.compile(r"\s*([0-9][0-9.,]{0,11})\s*(?:[*×]|[xX](?=\s|$))\s*(.*)", re.DOTALL)


class NotANumberError(Refusal):
    """The text is no number."""

    message = "“{text}” is not an amount. Type it like {example}."


class TooManyDecimalsError(Refusal):
    """More decimals than the currency or the unit has."""

    message = "“{text}” has more than {digits} decimals. Type it like {example}."


class NumberTooLargeError(Refusal):
    """More digits than any shop needs."""

    message = "“{text}” is too large."


class NegativeNumberError(Refusal):
    """A number below zero where none may be."""

    message = "The number must not be below zero."


@dataclass(frozen=True, slots=True)
class Entry:
    """A line typed into the search field: how many (thousandths, None: not said) of what."""

    quantity_milli: int | None
    text: str


def parse_scaled(text: str, *, digits: int, mark: str, allow_negative: bool = False) -> int:
    """Read "12,50", "1.234,50" or "12.5" as an integer with that many decimals: 1250, 123450, 1250.

    Both comma and point are understood. Where both stand, the last is the decimal mark. One alone
    is the decimal mark, unless it is not the locale's mark and exactly three digits follow up
    to three others: then it separates thousands ("1.234" in German). Digits of any script count.
    Blanks and apostrophes may stand between thousands only, currency signs at the ends only: nothing is
    repaired ("1€50" is not 150).

    Raises:
        NotANumberError, TooManyDecimalsError, NumberTooLargeError, NegativeNumberError: see their
            messages.
    """
    shown = clean(text[:_LONGEST])[:SHOWN]
    example = f"12{mark}50" if digits else "12"
    match = _NUMBER.fullmatch(_plain(text)) if len(text) <= _LONGEST else None
    if match is None:
        raise NotANumberError(text=shown, example=example)
    whole, fraction = _split(match[2], mark)
    if whole is None or not whole + fraction:
        raise NotANumberError(text=shown, example=example)
    if len(fraction.rstrip("0")) > digits:
        raise TooManyDecimalsError(text=shown, digits=digits, example=example)
    if len(whole.lstrip("0")) > MAX_DIGITS:
        raise NumberTooLargeError(text=shown)
    value = int((whole or "0") + fraction[:digits].ljust(digits, "0"))
    if match[1] == "-" and value:
        if not allow_negative:
            raise NegativeNumberError
        return -value
    return value


def parse_percent(text: str, *, digits: int, mark: str) -> int:
    """Read "12,5", "12.5 %" or "%5" with that many decimals; money is no per cent. Raises as parse_scaled."""
    bare = text.strip()
    bare = bare.removeprefix("%") if bare.startswith("%") else bare.removesuffix("%")
    if any(unicodedata.category(c) == "Sc" for c in bare[:_LONGEST]):
        raise NotANumberError(text=clean(text[:_LONGEST])[:SHOWN], example=f"12{mark}5")
    return parse_scaled(bare, digits=digits, mark=mark)


def _plain(text: str) -> str:
    """Without blanks and currency signs at the ends; minus and digits as ASCII."""
    inner = _BLANKS.sub(" ", _ISOLATES.sub("", text).strip()).replace("\u2019", "'")
    bare = _without_ends("".join(map(_ascii, inner)))
    return bare[0] + _without_ends(bare[1:]) if bare[:1] in {"+", "-"} else bare


def _without_ends(text: str) -> str:
    """Blanks and one currency sign at an end say nothing; within the number they would hide a slip."""
    bare = text.strip(" ")
    if bare[:1] and unicodedata.category(bare[0]) == "Sc":
        bare = bare[1:]
    if bare[-1:] and unicodedata.category(bare[-1]) == "Sc":
        bare = bare[:-1]
    return bare.strip(" ")


def _ascii(character: str) -> str:
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    return "-" if character in "\u2212\u2013" else character


def _split(number: str, mark: str) -> tuple[str | None, str]:
    if "\u066b" in number or "\u066c" in number:
        arabic = _ARABIC.fullmatch(number)
        return (None, "") if arabic is None else (arabic[1].replace("\u066c", ""), arabic[2] or "")
    if "'" in number or " " in number:
        grouped = _GROUPED.fullmatch(number)
        return (None, "") if grouped is None else (grouped[1].replace(grouped[2], ""), grouped[3] or "")
    commas, points = number.count(","), number.count(".")
    if not commas + points:
        return number, ""
    if commas and points:
        decimal = "," if number.rfind(",") > number.rfind(".") else "."
    elif commas + points > 1 or _separates_thousands(number, mark):
        return _ungroup(number, "," if commas else "."), ""
    else:
        decimal = "," if commas else "."
    if number.count(decimal) > 1:
        return None, ""
    whole, _, fraction = number.partition(decimal)
    return _ungroup(whole, "." if decimal == "," else ","), fraction


def _separates_thousands(number: str, mark: str) -> bool:
    whole, separator, rest = number.partition("," if "," in number else ".")
    return separator != mark and re.fullmatch("[1-9][0-9]{0,2}", whole) is not None and len(rest) == 3  # noqa: PLR2004


def _ungroup(whole: str, group: str) -> str | None:
    if group not in whole:
        return whole
    first, *others = whole.split(group)
    *middle, last = others
    fits = 1 <= len(first) <= 3 and len(last) == 3 and all(len(part) in (2, 3) for part in middle)  # noqa: PLR2004
    return "".join((first, *others)) if fits else None


def parse_quantity(text: str, *, mark: str = ".") -> int:
    """Read "3", "0,25" or "0.250" as thousandths; a point or comma is always the decimal mark.

    Raises:
        NotANumberError, TooManyDecimalsError, NumberTooLargeError, NegativeNumberError.
    """
    single = text.count(",") + text.count(".") == 1
    found = "," if "," in text else "."
    value = parse_scaled(text, digits=DIGITS, mark=found if single else mark)
    if value > MAX_MILLI:
        raise NumberTooLargeError(text=clean(text)[:SHOWN])
    return value


def parse_entry(text: str) -> Entry:
    """Read "5 *", "5*4001234567890", "0,5 x " or a plain text.

    What looks like "5 *" but has no usable number is taken as a text to search for.
    """
    match = _ENTRY.fullmatch(text)
    if match is None:
        return Entry(None, text.strip())
    try:
        quantity = parse_quantity(match[1])
    except Refusal:
        return Entry(None, text.strip())
    return Entry(quantity if quantity > 0 else None, match[2].strip())


def whole_pieces(milli: int) -> int | None:
    """2000 thousandths as 2; None for a broken quantity."""
    return milli // ONE if milli % ONE == 0 else None
