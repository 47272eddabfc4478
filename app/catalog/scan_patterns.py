"""Layouts of codes that a shop makes itself: price- and weight-embedded labels, receipts.

What GS1 leaves to each country and shop is a table here, not code (design/devices.md 3.3). A layout
is thirteen characters: digits are the prefix, `P` the item, `C` the check digit of the value, `V` the
value; the last one, `X`, is the check digit of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from app.catalog.gtin import check_digit
from app.kernel.refusal import Refusal
from app.kernel.text import clean


class Measure(StrEnum):
    """What a label carries besides the item."""

    PRICE = "price"
    WEIGHT = "weight"  # kilograms
    COUNT = "count"


class LayoutError(Refusal):
    """A layout that cannot be read by."""

    message = (
        "“{layout}” is no layout of a label: it needs 13 characters, two digits first, then P for the item, "
        "C for the check digit, V for the value, and X last."
    )


_LAYOUT: Final = re.compile(r"[0-9]{2,7}P+C?V+X")
_LENGTH: Final = 13
_CHECKED_LENGTHS: Final = frozenset({4, 5})


@dataclass(frozen=True)
class Pattern:
    """One layout of an embedded code.

    Attributes:
        layout: e.g. "28PPPPCVVVVVX".
        measure: what the value is.
        decimals: of the value.
    """

    layout: str
    measure: Measure
    decimals: int

    def __post_init__(self) -> None:
        """Refuse what cannot be a layout."""
        checked = "C" in self.layout and self.layout.count("V") not in _CHECKED_LENGTHS
        if len(self.layout) != _LENGTH or _LAYOUT.fullmatch(self.layout) is None or checked:
            raise LayoutError(layout=clean(self.layout[:40]))

    @cached_property
    def prefix(self) -> str:
        """The digits it is known by."""
        return self.layout[: len(self.layout) - len(self.layout.lstrip("0123456789"))]

    @cached_property
    def value_at(self) -> slice:
        """Where the value stands."""
        return slice(self.layout.index("V"), self.layout.rindex("V") + 1)

    @cached_property
    def item_at(self) -> slice:
        """Where the item stands, without the prefix."""
        return slice(self.layout.index("P"), self.layout.rindex("P") + 1)

    def value(self, digits: str) -> Decimal:
        """The value of a code of 13 digits."""
        return Decimal(digits[self.value_at]).scaleb(-self.decimals)

    def value_holds(self, digits: str) -> bool:
        """Whether the value's own check digit, if it has one, is right."""
        value = digits[self.value_at]
        if "C" not in self.layout:
            return True
        return _value_check(value) == int(digits[self.layout.index("C")])

    def base(self, digits: str) -> str:
        """The same code with a value of zero: what the product is kept under."""
        end = self.layout.index("C" if "C" in self.layout else "V")
        zeros = "0" * self.layout.count("V")
        check = str(_value_check(zeros)) if "C" in self.layout else ""
        payload = digits[:end] + check + zeros
        return payload + str(check_digit(payload))


def _value_check(value: str) -> int:
    from biip.checksums import gs1_price_weight_check_digit

    return int(gs1_price_weight_check_digit(value))


def _same(prefixes: str, rest: str, measure: Measure, decimals: int) -> tuple[Pattern, ...]:
    return tuple(Pattern(prefix + rest, measure, decimals) for prefix in prefixes.split())


_STEPS: Final = "PPPPPPVVVVX"
# Where nothing is set: the commonest on shop scales, five digits of item and five of value.
PLAIN: Final = (
    *_same("20 21 22 23 24", "PPPPPVVVVVX", Measure.PRICE, 2),
    *_same("25 26 27 28 29", "PPPPPVVVVVX", Measure.WEIGHT, 3),
    Pattern("02PPPPPCVVVVX", Measure.PRICE, 2),  # UPC-A that begins with 2
)
_BALTIC: Final = (
    Pattern("23" + _STEPS, Measure.WEIGHT, 3),
    Pattern("24" + _STEPS, Measure.WEIGHT, 2),
    Pattern("25" + _STEPS, Measure.WEIGHT, 1),
)
_NORDIC: Final = (
    Pattern("20" + _STEPS, Measure.PRICE, 2),
    Pattern("21" + _STEPS, Measure.PRICE, 1),
    Pattern("22" + _STEPS, Measure.PRICE, 0),
    *_BALTIC,
)
# The rules of the national GS1 offices, by ISO country.
PRESETS: Final[dict[str, tuple[Pattern, ...]]] = {
    "plain": PLAIN,
    "de": (
        *_same("22 23", "PPPPCVVVVVX", Measure.PRICE, 2),
        *_same("25 26", "PPPPCVVVVVX", Measure.COUNT, 0),
        *_same("28 29", "PPPPCVVVVVX", Measure.WEIGHT, 3),
    ),
    "gb": (Pattern("20PPPPPCVVVVX", Measure.PRICE, 2),),
    "se": _NORDIC,
    "no": _NORDIC,
    "dk": (
        *_same("21 22 23 24", "PPPPVVVVVVX", Measure.PRICE, 2),
        *_same("26 28", "PPPPVVVVVVX", Measure.WEIGHT, 3),
        Pattern("27PPPPPVVVVVX", Measure.WEIGHT, 3),
    ),
    "fi": _BALTIC,
    "ee": _BALTIC,
    "lv": _BALTIC,
    "lt": _BALTIC,
}

# A till's code, then at least six digits: see app.numbering.operations.take_number.
ANY_TILL: Final = re.compile(r"[A-Za-z][A-Za-z0-9]{0,7}-(?:[0-9]{4}-)?[0-9]{6,9}")


def receipts_of(till_codes: Iterable[str]) -> re.Pattern[str]:
    """What the receipts of exactly these tills look like, so that no product's code is taken for one."""
    codes = "|".join(re.escape(code) for code in till_codes)
    return re.compile(rf"(?:{codes})-(?:[0-9]{{4}}-)?[0-9]{{6,9}}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ScanPatterns:
    """What the shop has set about its own codes."""

    embedded: tuple[Pattern, ...] = PLAIN
    receipt: re.Pattern[str] = ANY_TILL
    separators: tuple[str, ...] = ()  # what the scanner sends for FNC1, besides GS

    def pattern_for(self, digits: str) -> Pattern | None:
        """The layout of a code of 13 digits, the longest prefix first; None for a plain EAN."""
        fitting = [p for p in self.embedded if digits.startswith(p.prefix)]
        return max(fitting, key=lambda p: len(p.prefix), default=None)


DEFAULT: Final = ScanPatterns()
