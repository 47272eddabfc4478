"""Who works in the simulated shop: honest people who differ, and eleven who each cheat in one way."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Final

from app.reporting.loss import Figure

# how often an honest person does it: beside a sale, or in a shift
HONEST: Final = {
    "void_line": 0.015, "void_sale": 0.006, "no_sale": 0.006, "refund": 0.01, "loose": 0.003,
    "discount": 0.02, "override": 0.012,
    "under": 0.12,  # of discounts: just under the limit
    "unsold": 0.12,  # of loose returns: not sold that day
    "rerung": 0.08,  # of sales given up: something of it is bought after all
    "short": 0.17, "over": 0.17,  # of shifts
    "settled": 0.04,  # of shifts: cash is paid in or out in the last half hour
    "late": 0.125,  # of what may be late: in the last of eight hours
    "pair": 0.0,  # of approvals: by one's own friend, beside who happens to be there
}  # fmt: skip
# what each of the eleven does instead
SEEDED: Final[dict[Figure, dict[str, float]]] = {
    Figure.VOIDED_LINES: {"void_line": 0.06},
    Figure.NO_SALES: {"no_sale": 0.04},
    Figure.NO_RECEIPT: {"loose": 0.03},
    Figure.DISCOUNTS: {"discount": 0.10},
    Figure.RERUNG: {"void_sale": 0.03, "rerung": 0.9},
    Figure.UNSOLD: {"loose": 0.02, "unsold": 0.95},
    Figure.JUST_UNDER: {"discount": 0.045, "under": 0.95},
    Figure.ONE_PAIR: {"override": 0.035, "pair": 1.0},
    Figure.SHORT: {"short": 0.85, "over": 0.02},
    Figure.ZEROED: {"settled": 0.75, "short": 0.0, "over": 0.0},
    Figure.LATE: {"late": 0.85},
}
# what a way to cheat raises besides, because it is done by it
RAISED: Final[dict[Figure, frozenset[Figure]]] = {
    Figure.NO_RECEIPT: frozenset({Figure.REFUNDS}),
    Figure.DISCOUNTS: frozenset({Figure.JUST_UNDER}),
    Figure.RERUNG: frozenset({Figure.VOIDED_SALES}),
    Figure.UNSOLD: frozenset({Figure.NO_RECEIPT, Figure.REFUNDS}),
    Figure.JUST_UNDER: frozenset({Figure.DISCOUNTS}),
    Figure.ONE_PAIR: frozenset({Figure.OVERRIDES}),
    Figure.SHORT: frozenset({Figure.DIFFERENCES}),
}
SPREAD: Final = (0.7, 1.4)  # honest people differ by so much, each in each thing


@dataclass(frozen=True, slots=True)
class Person:
    """A cashier, his habits, and the way he cheats (None: he does not)."""

    name: str
    pattern: Figure | None
    habits: dict[str, float] = field(default_factory=dict)


def staff(rng: random.Random, honest: int) -> list[Person]:
    """So many honest people, then one of each who cheats."""
    patterns = [*([None] * honest), *SEEDED]
    return [
        Person(f"C{place:02d}", pattern, _habits(rng) | SEEDED.get(pattern or Figure.SALES, {}))
        for place, pattern in enumerate(patterns, start=1)
    ]


def _habits(rng: random.Random) -> dict[str, float]:
    return {key: often * rng.uniform(*SPREAD) for key, often in HONEST.items()}
