"""The words of the tax engine (app/tax/engine.py): till, order, invoice and return all use them.

Integers only: amounts are minor units, rates thousandths of a per cent, quantities thousandths.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

# parts of a minor unit in TaxableLine.exact: price (1) x quantity (1000) x per-cent discount (10000)
EXACT: Final = 10_000_000


class TaxRounding(StrEnum):
    """Where tax is rounded. The last three differ from DOCUMENT on prices without tax only."""

    DOCUMENT = "document"  # once per rate, on the sum of rounded line amounts (EN 16931 BR-CO-17)
    LINE = "line"  # on each line, then added up
    # tax once per rate on the unrounded line amounts; net is the sum of the rounded ones
    DOCUMENT_UNROUNDED = "document_unrounded"
    # net and tax are each the rounded sum of the unrounded amounts
    DOCUMENT_BASE = "document_base"
    # gross is the rounded sum of the unrounded amounts, net is what tax leaves of it
    DOCUMENT_TOTAL = "document_total"


@dataclass(frozen=True, slots=True)
class Tax:
    """One tax of a class, valid on the day of sale."""

    code: str
    rate: int = 0  # thousandths of a per cent: 19000 is 19 %
    fixed_minor: int = 0  # per piece (base unit)
    adds_to_next_base: bool = False
    base_includes_earlier: bool = True
    on_top: bool = False  # comes on top of prices that include the other taxes


@dataclass(frozen=True, slots=True)
class TaxableLine:
    """A line as the engine sees it: its amount after discounts, rounded to minor units."""

    amount_minor: int
    quantity_milli: int  # base units, for taxes per piece
    includes_tax: bool
    taxes: tuple[Tax, ...]  # in order
    exact: int | None = None  # the unrounded amount in 1/EXACT minor units; None: amount_minor is exact


@dataclass(frozen=True, slots=True)
class LineTax:
    """A line's share: net + tax = gross; the shares of all lines sum to the document's figures."""

    net_minor: int
    tax_minor: int
    gross_minor: int


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """The sum of one tax over the document."""

    code: str
    rate: int
    base_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class TaxedDocument:
    """The figures of a document; net + tax = gross, and the totals sum to tax."""

    lines: tuple[LineTax, ...]
    totals: tuple[TaxTotal, ...]  # by code, then rate
    net_minor: int
    tax_minor: int
    gross_minor: int


@dataclass(frozen=True, slots=True)
class ExactTax:
    """One tax before any rounding, in minor units."""

    code: str
    base: Fraction
    tax: Fraction


@dataclass(frozen=True, slots=True)
class ExactLine:
    """A line before any rounding, in minor units."""

    net: Fraction
    taxes: tuple[ExactTax, ...]
    gross: Fraction
