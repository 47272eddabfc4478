"""The kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class PointsKind(StrEnum):
    """Why points changed."""

    EARNED = "earned"
    REVERSED = "reversed"  # the goods came back
    REDEEMED = "redeemed"
    RETURNED = "returned"  # paid back as points
    HELD = "held"  # kept for a checkout that a till with books of its own is about to book
    FREED = "freed"  # what was held is there again: the checkout was booked, or never came
