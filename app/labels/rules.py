"""Sheets of labels, what a content means, the price of a kilogramme or litre: pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import Final


class LabelKind(StrEnum):
    """What a label is for."""

    SHELF = "shelf"  # the price is read from afar
    ITEM = "item"  # the barcode is scanned


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of A4 labels, all in millimetres."""

    code: str
    columns: int
    rows: int
    width: float  # of one label
    height: float
    left: float  # of the first label from the edge of the paper
    top: float
    gap: float = 0.0  # between columns

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows


PAPER: Final = (210.0, 297.0)
GRIDS: Final = (
    Grid("3x8", 3, 8, 70.0, 36.0, 0.0, 4.5),
    Grid("3x7", 3, 7, 63.5, 38.1, 7.25, 15.15, 2.5),
    Grid("2x7", 2, 7, 99.1, 38.1, 4.65, 15.15, 2.5),
    Grid("4x10", 4, 10, 48.5, 25.4, 8.0, 21.5),
    Grid("5x13", 5, 13, 38.1, 21.2, 4.75, 10.7, 2.5),
)
ROLL: Final = (57.0, 32.0)  # of the label printer

# unit of the content -> (unit that the price is told for, how many of them one is)
_UNITS: Final = {
    "kg": ("kg", Fraction(1)), "g": ("kg", Fraction(1, 1000)), "mg": ("kg", Fraction(1, 1_000_000)),
    "l": ("l", Fraction(1)), "dl": ("l", Fraction(1, 10)), "cl": ("l", Fraction(1, 100)),
    "ml": ("l", Fraction(1, 1000)), "m": ("m", Fraction(1)), "cm": ("m", Fraction(1, 100)),
    "m2": ("m²", Fraction(1)), "m²": ("m²", Fraction(1)), "pc": ("pc", Fraction(1)),
    "stk": ("pc", Fraction(1)), "st": ("pc", Fraction(1)),
}  # fmt: skip
_CONTENT: Final = re.compile(
    r"(?:(?P<times>\d{1,4})\s*[x×*]\s*)?(?P<amount>\d{1,6}(?:[.,]\d{1,3})?)\s*(?P<unit>[a-zA-Z]{1,3}²?2?)\.?"
)
# attributes of a product that say its content
CONTENT_NAMES: Final = ("content", "inhalt", "net content", "füllmenge", "nettofüllmenge")


@dataclass(frozen=True, slots=True)
class Content:
    """How much is in it: so many of "kg", "l", "m", "m²" or "pc"."""

    amount: Fraction
    unit: str


def read_content(text: str) -> Content | None:
    """What "750 ml", "0,5 kg" or "6 x 330 ml" means; None: nothing that a price can be told for."""
    found = _CONTENT.fullmatch(text.strip())
    if found is None or found["unit"].lower() not in _UNITS:
        return None
    try:
        amount = Fraction(Decimal(found["amount"].replace(",", ".")))
    except InvalidOperation:
        return None
    unit, factor = _UNITS[found["unit"].lower()]
    whole = amount * int(found["times"] or 1) * factor
    return Content(whole, unit) if whole > 0 else None


def base_price(price_minor: int, content: Content | None) -> int | None:
    """The price of one kilogramme, litre ... in minor units; None where it is the price itself.

    Rounded half up (Directive 98/6/EC article 2 b; goods of exactly one unit need none, § 4 (3) PAngV).
    """
    if content is None or content.amount == 1:
        return None
    exact = Fraction(price_minor) / content.amount
    return int(exact + Fraction(1, 2))
