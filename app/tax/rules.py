"""The one tax engine: till, order, invoice and return all come here.

Integers only: amounts are minor units, rates thousandths of a per cent, quantities thousandths.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TaxRounding(StrEnum):
    """Where tax is rounded."""

    DOCUMENT = "document"  # once per rate, on the sum of rounded line amounts (EN 16931 BR-CO-17)
    LINE = "line"  # on each line, then added up


@dataclass(frozen=True, slots=True)
class Tax:
    """One tax of a class, valid on the day of sale."""

    code: str
    rate: int = 0  # thousandths of a per cent: 19000 is 19 %
    fixed_minor: int = 0  # per piece (base unit)
    adds_to_next_base: bool = False
    base_includes_earlier: bool = True


@dataclass(frozen=True, slots=True)
class TaxableLine:
    """A line as the engine sees it: its amount after discounts, rounded to minor units."""

    amount_minor: int
    quantity_milli: int  # base units, for taxes per piece
    includes_tax: bool
    taxes: tuple[Tax, ...]  # in order


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
    totals: tuple[TaxTotal, ...]
    net_minor: int
    tax_minor: int
    gross_minor: int
