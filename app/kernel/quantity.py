"""Quantities are integer thousandths ("milli") of the unit everywhere inside the program.

1 piece is 1000, 0.250 kg is 250. Integers sum exactly in SQL on both databases (docs/adr/0003).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from app.kernel.money import round_half_up, scaled_exactly

ONE: Final = 1000
DIGITS: Final = 3
MAX_MILLI: Final = 100_000 * ONE  # more than this on one line is a slip of the scanner


class QuantityTextError(ValueError):
    """The text is not a quantity with at most three decimals."""


def milli_from_text(text: str) -> int:
    """Read "2", "0.25" or "0,25" as thousandths.

    Raises:
        QuantityTextError: for anything else, or more than three decimals.
    """
    milli = scaled_exactly(text.replace(",", "."), DIGITS)
    if milli is None:
        raise QuantityTextError(text)
    return milli


def milli_to_decimal(milli: int) -> Decimal:
    """250 -> Decimal("0.25"), 3000 -> Decimal("3")."""
    value = Decimal(milli).scaleb(-DIGITS).normalize()
    return value if value.as_tuple().exponent <= 0 else value.quantize(Decimal(1))  # type: ignore[operator]


def extend(unit_amount_minor: int, quantity_milli: int) -> int:
    """Unit amount times quantity in minor units, rounded half away from zero once."""
    if quantity_milli % ONE == 0:
        return unit_amount_minor * (quantity_milli // ONE)
    return round_half_up(unit_amount_minor * quantity_milli, ONE)
