"""A label as data: what stands where on it, in millimetres, not how a printer is told.

Built by `app.documents`, drawn by `drivers.printer` (ZPL) and as PDF. Texts are clean
(app.kernel.text.clean) when they get here; a driver trusts none of them all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class LabelText:
    """Text from its upper left corner; wrapped at its width, cut after so many lines."""

    text: str
    x: float
    y: float
    width: float
    height: float  # of its capital letters' line
    lines: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class LabelCode:
    """A barcode with its text below: an EAN-13 where the data is one, else a Code 128."""

    data: str
    x: float
    y: float
    height: float
    width: float  # at most


@dataclass(frozen=True, slots=True)
class LabelRule:
    """A line across."""

    x: float
    y: float
    width: float


LabelPart: TypeAlias = LabelText | LabelCode | LabelRule


@dataclass(frozen=True, slots=True)
class Label:
    """One label, so many times."""

    width: float
    height: float
    parts: tuple[LabelPart, ...]
    copies: int = 1


def is_ean13(data: str) -> bool:
    """Whether the data can be printed as EAN-13: thirteen digits that add up."""
    if len(data) != 13 or not (data.isascii() and data.isdigit()):  # noqa: PLR2004 - EAN-13
        return False
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(data))
    return total % 10 == 0
