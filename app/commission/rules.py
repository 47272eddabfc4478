"""Which rate a line gets, and what it comes to; pure values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.kernel.money import round_half_up

WHOLE: Final = 100_000  # thousandths of a per cent
_PRODUCT: Final = 4
_CATEGORY: Final = 2
_PERSON: Final = 1


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate and whom and what it is for; None: everybody, everything. Thousandths of a per cent."""

    id: int
    user_id: int | None
    category_id: int | None
    product_id: int | None
    rate: int

    @property
    def weight(self) -> int:
        """How particular it is."""
        return (
            _PRODUCT * (self.product_id is not None)
            + _CATEGORY * (self.category_id is not None)
            + _PERSON * (self.user_id is not None)
        )

    def fits(self, user_id: int, category_id: int | None, product_id: int | None) -> bool:
        """Whether it is for that person and those goods."""
        return (
            self.user_id in {None, user_id}
            and self.category_id in {None, category_id}
            and self.product_id in {None, product_id}
        )


class RateBook:
    """The rates; each combination is looked for once."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        self._rates = sorted(rates, key=lambda r: (-r.weight, r.id))
        self._found: dict[tuple[int, int | None, int | None], int] = {}
        self.by_category = any(r.category_id is not None for r in self._rates)  # else it makes no difference
        self.by_product = any(r.product_id is not None for r in self._rates)

    def rate_for(self, user_id: int, category_id: int | None, product_id: int | None) -> int:
        """The most particular rate that fits; 0 where none does."""
        key = (user_id, category_id, product_id)
        if key not in self._found:
            self._found[key] = next((r.rate for r in self._rates if r.fits(*key)), 0)
        return self._found[key]


def commission_of(net_minor: int, rate: int) -> int:
    """What a line comes to; negative for goods that came back, by the same cents."""
    size = round_half_up(abs(net_minor) * rate, WHOLE)
    return size if net_minor >= 0 else -size
