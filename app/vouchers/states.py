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
