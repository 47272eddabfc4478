"""Moving-average and first-in-first-out cost in integers (design/rules.md 3.8), and the order of lots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
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

    Attributes:
        fifo: what came first leaves first, by cost layers; else at the average.
        by_lot: its lots are kept.
        negative: NegativeStock of the product, else of the place; None where neither says.
        standard_micro: what one is worth whatever it cost; None where it is worth what it cost.
        serials: SerialUse, where its pieces are known by their numbers; None: nowhere.
        promised_milli: what of it is promised to orders.
    """

    on_hand_milli: int
    value_minor: int
    unit_cost_micro: int
    fifo: bool = False
    by_lot: bool = False
    negative: str | None = None
    standard_micro: int | None = None
    serials: str | None = None
    promised_milli: int = 0

    def after(self, on_hand_milli: int, value_minor: int, unit_cost_micro: int) -> Level:
        """The same goods with other figures."""
        return Level(
            on_hand_milli, value_minor, unit_cost_micro, self.fifo, self.by_lot, self.negative,
            self.standard_micro, self.serials, self.promised_milli,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layer:
    """What is left of goods that came in at one cost."""

    id: int
    left_milli: int
    left_minor: int


@dataclass(frozen=True, slots=True)
class LotStock:
    """What of a lot lies at a place."""

    lot_id: int
    code: str
    expires_on: date | None
    on_hand_milli: int


def value_of(quantity_milli: int, unit_cost_micro: int) -> int:
    """Quantity at a unit cost, in minor units."""
    return round_half_up(quantity_milli * unit_cost_micro, ONE * MICRO)


def take_out(level: Level, quantity_milli: int, cost_minor: int | None = None) -> tuple[Level, int]:
    """Goods leave at the average, or at a cost that is known; the last piece always takes what is left.

    Returns:
        The level after, and the cost of what left, minor units.
    """
    left = level.on_hand_milli - quantity_milli
    if left == 0 and level.on_hand_milli > 0:
        cost = level.value_minor
    elif cost_minor is not None:
        cost = cost_minor
    else:
        cost = value_of(quantity_milli, level.unit_cost_micro)
    return level.after(left, level.value_minor - cost, level.unit_cost_micro), cost


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
    return level.after(on_hand, value, max(average, 0))


def fifo_out(
    level: Level, layers: Sequence[Layer], quantity_milli: int, cost_minor: int | None = None
) -> tuple[Level, int, list[Layer]]:
    """What came first leaves first; below zero at what the last piece cost.

    Where the cost is known (goods that only pass through), the layers give up the quantity and the
    next one carries the difference, so that the layers are always worth what the level is.

    Returns:
        The level after, the cost of what left, and the layers that changed, as they are now.
    """
    left = level.on_hand_milli - quantity_milli
    changed, queued, unit = _use_up(layers, quantity_milli)
    short = quantity_milli - max(min(level.on_hand_milli, quantity_milli), 0)
    unit = unit or level.unit_cost_micro
    if left == 0 and level.on_hand_milli > 0:
        cost = level.value_minor
    elif cost_minor is not None:
        cost = cost_minor
    else:
        cost = queued + value_of(short, unit)
    value = level.value_minor - cost
    if left > 0:
        changed = _carry(layers, changed, queued - cost)
        unit = max(round_half_up(value * ONE * MICRO, left), 0)
    return level.after(left, value, unit), cost, changed


def _use_up(layers: Sequence[Layer], quantity_milli: int) -> tuple[list[Layer], int, int]:
    """The layers used, what that cost, and the cost of one in the last of them."""
    wanted, cost, unit = quantity_milli, 0, 0
    changed: list[Layer] = []
    for layer in layers:
        if wanted <= 0:
            break
        taken = min(wanted, layer.left_milli)
        share = (
            layer.left_minor
            if taken == layer.left_milli
            else round_half_up(layer.left_minor * taken, layer.left_milli)
        )
        unit = max(round_half_up(layer.left_minor * ONE * MICRO, layer.left_milli), 0)
        changed.append(Layer(layer.id, layer.left_milli - taken, layer.left_minor - share))
        wanted, cost = wanted - taken, cost + share
    return changed, cost, unit


def _carry(layers: Sequence[Layer], changed: list[Layer], amount: int) -> list[Layer]:
    """Put an amount on the first layer that has something left."""
    if not amount:
        return changed
    now = {layer.id: layer for layer in changed}
    first = next(x for x in (now.get(layer.id, layer) for layer in layers) if x.left_milli > 0)
    now[first.id] = Layer(first.id, first.left_milli, first.left_minor + amount)
    return list(now.values())


def fifo_in(level: Level, quantity_milli: int, cost_minor: int) -> tuple[Level, int, int]:
    """Goods arrive as a layer of their own; what was missing below zero is taken from it.

    Returns:
        The level after, and quantity and value of what the new layer has left.
    """
    on_hand, value = level.on_hand_milli + quantity_milli, level.value_minor + cost_minor
    own = max(round_half_up(cost_minor * ONE * MICRO, quantity_milli), 0)
    if on_hand <= 0:
        return level.after(on_hand, value, own), 0, 0
    unit = max(round_half_up(value * ONE * MICRO, on_hand), 0)
    after = level.after(on_hand, value, unit)
    if level.on_hand_milli > 0:
        return after, quantity_milli, cost_minor
    return after, on_hand, value


def put_in_at_standard(level: Level, quantity_milli: int, cost_minor: int | None = None) -> tuple[Level, int]:
    """Goods arrive at the cost that is set, or at one at which they left another place of ours.

    Returns:
        The level after, and what they are worth there, minor units.
    """
    standard = level.standard_micro or 0
    worth = value_of(quantity_milli, standard) if cost_minor is None else cost_minor
    return level.after(level.on_hand_milli + quantity_milli, level.value_minor + worth, standard), worth


def first_expired(lots: Iterable[LotStock], on: date) -> list[LotStock]:
    """Lots in the order they are used: what expires first, without a day last; the expired at the end."""
    return sorted(
        lots,
        key=lambda x: (
            x.expires_on is not None and x.expires_on < on,
            x.expires_on or date.max,
            x.lot_id,
        ),
    )


def share_lots(lots: Iterable[LotStock], quantity_milli: int) -> list[tuple[int, int]]:
    """So much out of lots, one after the other: (lot, quantity); less where they hold less."""
    found: list[tuple[int, int]] = []
    for x in lots:
        taken = min(x.on_hand_milli, quantity_milli)
        if taken > 0:
            found.append((x.lot_id, taken))
            quantity_milli -= taken
    return found


def walk_key(code: str) -> str:
    """A bin's place in the walk from its name: numbers sort by their value, A-9 before A-10."""
    return "".join(part.zfill(_DIGITS) if part.isdigit() else part for part in _RUNS.findall(code.upper()))
