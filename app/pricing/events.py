"""What happened to prices."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PricesChanged(Event):
    """Prices of a list were set or taken away."""

    price_list_id: int
    product_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRulesChanged(Event):
    """For whom, where or when lists are asked has changed, or their formulas."""
