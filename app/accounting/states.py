"""The kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class PaidFrom(StrEnum):
    """Out of which money an expense was paid; the role of its account."""

    PETTY_CASH = "petty_cash"
    SAFE = "safe"
    BANK = "bank"
    PAYABLE = "payable"  # not yet
    OWNER = "owner"  # by the owner himself
