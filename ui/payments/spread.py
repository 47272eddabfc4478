"""How a payment is spread over what is open, while it is typed: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.receivables.queries import OpenItem
from app.receivables.rules import Owed, Part, oldest_first


def spread(amount_minor: int, items: Sequence[OpenItem], by_hand: Mapping[int, int] | None) -> dict[int, int]:
    """What each item gets: the oldest first, or as told by hand."""
    if by_hand is not None:
        return {item_id: minor for item_id, minor in by_hand.items() if minor > 0}
    owed = [Owed(i.id, i.due_date, i.open_minor) for i in items if i.open_minor > 0]
    return {p.item_id: p.amount_minor for p in oldest_first(amount_minor, owed)}


def parts_of(shares: Mapping[int, int]) -> list[Part]:
    """As the room takes them."""
    return [Part(item_id, minor) for item_id, minor in shares.items() if minor > 0]
