"""What others may want to know."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionsChanged(Event):
    """A promotion or a coupon was made or changed: tills read them anew."""
