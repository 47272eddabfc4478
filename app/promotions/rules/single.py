"""What a promotion takes off one line, whatever else is in the basket."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from app.kernel.quantity import ONE
from app.promotions.rules.model import HUNDRED_PER_CENT, BasketLine, Promotion
from app.promotions.states import PromotionKind

NOTHING: Final = Fraction(0)
SINGLE: Final = frozenset(
    {PromotionKind.PERCENT, PromotionKind.AMOUNT, PromotionKind.PRICE, PromotionKind.TIERS}
)


def off_line(promotion: Promotion, line: BasketLine, left: Fraction, free_units: int = 0) -> Fraction:
    """Minor units off a line of which `left` is still to be paid; units got free are not reduced again."""
    quantity = Fraction(line.quantity_milli, ONE) - free_units
    if promotion.kind is PromotionKind.PERCENT:
        wanted = left * promotion.hundredths / HUNDRED_PER_CENT
    elif promotion.kind is PromotionKind.AMOUNT:
        wanted = promotion.amount_minor * quantity
    elif promotion.kind is PromotionKind.PRICE:
        wanted = left - promotion.amount_minor * quantity
    else:
        wanted = left * _tier(promotion, line.quantity_milli) / HUNDRED_PER_CENT
    return max(min(wanted, left), NOTHING)


def _tier(promotion: Promotion, quantity_milli: int) -> int:
    reached = [t.hundredths for t in promotion.tiers if quantity_milli >= t.from_milli]
    return max(reached, default=0)
