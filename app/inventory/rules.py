"""Moving-average cost in integers (design/rules.md 3.8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from app.kernel.money import round_half_up
from app.kernel.quantity import ONE

MICRO: Final = 1_000_000
_DIGITS: Final = 6  # of a number in the name of a bin
_RUNS: Final = re.compile(r"[0-9]+|[^0-9]+")


@dataclass(frozen=True, slots=True)
class Level:
    """What lies at a location and what it cost.

    `unit_cost_micro` is millionths of a minor unit per base unit: the moving average, kept also
    when nothing is left, so that goods sold below zero have a cost.
    """

    on_hand_milli: int
    value_minor: int
    unit_cost_micro: int


def value_of(quantity_milli: int, unit_cost_micro: int) -> int:
    """Quantity at a unit cost, in minor units."""
    return round_half_up(quantity_milli * unit_cost_micro, ONE * MICRO)


def take_out(level: Level, quantity_milli: int, cost_minor: int | None = None) -> tuple[Level, int]:
    """Goods leave at the average, or at a cost that is known; the last piece takes what is left.

    Returns:
        The level after, and the cost of what left, minor units.
    """
    left = level.on_hand_milli - quantity_milli
    if cost_minor is not None:
        cost = cost_minor
    elif left == 0 and level.on_hand_milli > 0:
        cost = level.value_minor
    else:
        cost = value_of(quantity_milli, level.unit_cost_micro)
    return Level(left, level.value_minor - cost, level.unit_cost_micro), cost


def put_in(level: Level, quantity_milli: int, cost_minor: int) -> Level:
    """Goods arrive at their own cost; the average is worked out anew.

    Through negative stock the receipt sets the average to its own price (Tryton's scenario,
    design/rules.md 3.8).
    """
    on_hand = level.on_hand_milli + quantity_milli
    value = level.value_minor + cost_minor
    own = round_half_up(cost_minor * ONE * MICRO, quantity_milli)
    through_negative = level.on_hand_milli <= 0 or on_hand <= 0
    # from the average so far, not from the value: what selling below zero left in the value leaves with
    # the last piece and does not make the next pieces dearer
    before = level.on_hand_milli * level.unit_cost_micro
    average = own if through_negative else round_half_up(before + cost_minor * ONE * MICRO, on_hand)
    return Level(on_hand, value, max(average, 0))


def walk_key(code: str) -> str:
    """A bin's place in the walk from its name: numbers sort by their value, A-9 before A-10."""
    return "".join(part.zfill(_DIGITS) if part.isdigit() else part for part in _RUNS.findall(code.upper()))
