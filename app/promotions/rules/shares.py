"""Amounts in fractions of a minor unit, and the one rounding at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from app.kernel.money import round_half_up


def spread(amount: Fraction, weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """An amount over lines in proportion to what they cost; nothing over nothing."""
    total = sum(weights.values(), Fraction(0))
    if total <= 0:
        return {}
    return {key: amount * weight / total for key, weight in weights.items() if weight > 0}


def rounded(parts: Sequence[Fraction]) -> list[int]:
    """Whole minor units that sum to the rounded sum of the parts; the largest remainders get the rest.

    A part is never rounded by a whole unit or more, and never below zero.
    """
    total = sum(parts, Fraction(0))
    whole = round_half_up(total.numerator, total.denominator)
    found = [int(part) for part in parts]  # parts are not negative: int() cuts off downwards
    order = sorted(range(len(parts)), key=lambda i: found[i] - parts[i])
    for i in order[: whole - sum(found)]:
        found[i] += 1
    return found


def shared(total: int, parts: Sequence[Fraction], last: Sequence[bool]) -> list[int]:
    """A rounded total over the parts it was rounded from; the largest remainders get the rest.

    Args:
        total: the rounded sum of the parts.
        parts: exact, not negative.
        last: for each part whether it gets of the rest only when the others have.
    """
    found = [int(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda i: (last[i], found[i] - parts[i]))
    for i in order[: total - sum(found)]:
        found[i] += 1
    return found
