"""How what a product was worth is shared out to its parts; pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE


def needed(quantity_milli: int, each_milli: int) -> int:
    """Base units of a part in so many of the whole."""
    return round_half_up(quantity_milli * each_milli, ONE)


def share_cost(cost_minor: int, worths: Sequence[int], quantities: Sequence[int]) -> list[int]:
    """A cost in proportion to what the parts are worth; where nothing is known of that, to their quantities.

    The shares come to the cost, whatever the rounding.
    """
    return split_by_weight(cost_minor, worths if any(worths) else quantities)
