"""What pays what: pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Where a document's money stands; derived from its open items."""

    OPEN = "open"
    PART = "part_paid"
    PAID = "paid"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed, as the spreading sees it."""

    item_id: int
    due_date: date
    open_minor: int


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a credit pays that item."""

    item_id: int
    amount_minor: int


def oldest_first(amount_minor: int, owed: Iterable[Owed]) -> list[Part]:
    """Spread an amount over what is owed, the oldest due date first; what is left stays unapplied."""
    parts: list[Part] = []
    left = amount_minor
    for item in sorted(owed, key=lambda x: (x.due_date, x.item_id)):
        taken = min(left, item.open_minor)
        if taken > 0:
            parts.append(Part(item.item_id, taken))
            left -= taken
    return parts


def standing(amount_minor: int, open_items: Sequence[Owed], *, on: date) -> Standing:
    """How a document of that amount stands on a day."""
    left = sum(item.open_minor for item in open_items)
    if left == 0:
        return Standing.PAID
    if any(item.open_minor and item.due_date < on for item in open_items):
        return Standing.OVERDUE
    return Standing.PART if left < amount_minor else Standing.OPEN
