"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class VoucherKind(StrEnum):
    """What a voucher is: bought, or given instead of money back."""

    GIFT_CARD = "gift_card"
    STORE_CREDIT = "store_credit"


class VoucherStatus(StrEnum):
    """Whether it is taken."""

    ACTIVE = "active"
    BLOCKED = "blocked"


class VoucherMoveKind(StrEnum):
    """Why a balance changed."""

    LOADED = "loaded"
    REDEEMED = "redeemed"
    REFUNDED = "refunded"  # paid out again: less on the card
    LAPSED = "lapsed"
    HELD = "held"  # kept for a checkout that a till with books of its own is about to book
    FREED = "freed"  # what was held is on it again: the checkout was booked, or never came
