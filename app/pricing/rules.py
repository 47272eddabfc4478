"""Which of a product's prices applies: pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.kernel.money import round_half_up
from app.kernel.quantity import ONE

HUNDRED_PER_CENT = 10_000  # hundredths of a per cent


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One price of a product in one list.

    Attributes:
        packaging_id: what is sold at it; None: one base unit.
        min_quantity_milli: it applies from this quantity on.
        valid_from: first day; None: always was.
        valid_to: last day; None: until further notice.
        price_minor: per sold unit.
    """

    packaging_id: int | None
    min_quantity_milli: int
    valid_from: date | None
    valid_to: date | None
    price_minor: int

    def applies(self, *, packaging_id: int | None, quantity_milli: int, on: date) -> bool:
        """Whether it may be taken."""
        return (
            self.packaging_id == packaging_id
            and self.min_quantity_milli <= quantity_milli
            and (self.valid_from is None or self.valid_from <= on)
            and (self.valid_to is None or on <= self.valid_to)
        )


def choose_price(
    lines: Iterable[PriceLine], *, packaging_id: int | None, quantity_milli: int, on: date
) -> PriceLine | None:
    """The price that applies: of the highest quantity break reached, and there the one begun last.

    A price with a first or last day goes before one without: it was set for these days.
    """
    fitting = [x for x in lines if x.applies(packaging_id=packaging_id, quantity_milli=quantity_milli, on=on)]
    return max(
        fitting,
        key=lambda x: (x.min_quantity_milli, x.valid_from or date.min, x.valid_to is not None),
        default=None,
    )


def unit_price(
    lines: Iterable[PriceLine], *, packaging_id: int | None, pack_milli: int, quantity_milli: int, on: date
) -> int | None:
    """What one sold unit costs, minor units; None when the list has no price for it.

    A packaging without a price of its own costs as much as the base units in it.
    """
    rows = list(lines)
    own = choose_price(rows, packaging_id=packaging_id, quantity_milli=quantity_milli, on=on)
    if own is not None:
        return own.price_minor
    if packaging_id is None:
        return None
    pieces = quantity_milli * pack_milli // ONE
    base = choose_price(rows, packaging_id=None, quantity_milli=pieces, on=on)
    return None if base is None else round_half_up(base.price_minor * pack_milli, ONE)


@dataclass(frozen=True, slots=True)
class ProductLimit:
    """The limits of a product; None: none.

    Attributes:
        floor_minor: the lowest price of one base unit, in the terms of the till's price list.
        max_discount: hundredths of a per cent that may be given by hand.
    """

    floor_minor: int | None = None
    max_discount: int | None = None
