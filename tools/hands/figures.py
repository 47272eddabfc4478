"""Figures worked out from prices alone, to compare with what the program says.

Minor units, prices with tax.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def half_up(over: int, under: int) -> int:
    """The nearest whole number; a half goes up."""
    return (2 * over + under) // (2 * under)


def tax_in(gross: int, per_cent: int) -> int:
    """The tax inside an amount."""
    return half_up(gross * per_cent, 100 + per_cent)


@dataclass
class Bill:
    """What a document comes to: amounts with tax by their rate."""

    by_rate: Mapping[int, int] = field(default_factory=dict)

    @property
    def gross(self) -> int:
        return sum(self.by_rate.values())

    @property
    def tax(self) -> int:
        return sum(tax_in(amount, rate) for rate, amount in self.by_rate.items())

    @property
    def net(self) -> int:
        return self.gross - self.tax
