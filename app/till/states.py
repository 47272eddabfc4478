"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum

from app.kernel.state import Transitions


class ShiftStatus(StrEnum):
    """Where a shift stands."""

    OPEN = "open"
    COUNTING = "counting"  # the blind count is saved, the difference not yet accepted
    SUSPENDED = "suspended"  # put aside, to go on at another till
    CLOSED = "closed"


class CartStatus(StrEnum):
    """Where a cart stands; a completed or voided cart is no row any more (sale, journal)."""

    OPEN = "open"
    PARKED = "parked"
    TENDERING = "tendering"  # payment began: settled at the next start if the program dies


class CashMovementKind(StrEnum):
    """Why cash moved, or the drawer opened, without a sale."""

    PAY_IN = "pay_in"
    PAY_OUT = "pay_out"
    SAFE_DROP = "safe_drop"
    BANK_DROP = "bank_drop"  # in a numbered bag, straight to the bank
    NO_SALE = "no_sale"


class SaleKind(StrEnum):
    """Over the counter: goods out, or goods back."""

    SALE = "sale"
    RETURN = "return"


class OrderWish(StrEnum):
    """What a cart is made into instead of a sale."""

    ORDER = "order"
    QUOTE = "quote"
    LAYAWAY = "layaway"  # reserved, paid in parts, handed over when all is paid


class ReturnCondition(StrEnum):
    """In which state goods come back, which says where they go."""

    SHELF = "shelf"  # as good as new: back to where it is sold
    QUARANTINE = "quarantine"  # somebody has to look at it first
    SCRAP = "scrap"  # written off at once


class TakingKind(StrEnum):
    """What money is taken for that is no sale."""

    VOUCHER = "voucher"  # a gift card is sold or loaded
    ACCOUNT = "account"  # what a customer owes, or pays ahead
    TIP = "tip"  # for the staff: owed to them until it is paid out


class CountPhase(StrEnum):
    """When the drawer was counted."""

    OPENING = "opening"
    CLOSING = "closing"


SHIFT_TRANSITIONS: Transitions[ShiftStatus] = {
    ShiftStatus.OPEN: frozenset({ShiftStatus.COUNTING, ShiftStatus.SUSPENDED}),
    ShiftStatus.SUSPENDED: frozenset({ShiftStatus.OPEN}),
    ShiftStatus.COUNTING: frozenset({ShiftStatus.COUNTING, ShiftStatus.CLOSED, ShiftStatus.OPEN}),
    ShiftStatus.CLOSED: frozenset(),
}

CART_TRANSITIONS: Transitions[CartStatus] = {
    CartStatus.OPEN: frozenset({CartStatus.PARKED, CartStatus.TENDERING}),
    CartStatus.PARKED: frozenset({CartStatus.OPEN}),
    CartStatus.TENDERING: frozenset({CartStatus.OPEN}),
}


class HoldStatus(StrEnum):
    """What became of what was kept for a checkout."""

    OPEN = "open"
    SETTLED = "settled"  # the checkout was booked
    RELEASED = "released"  # it never came


class HoldKind(StrEnum):
    """What is kept."""

    GIFT_CARD = "gift_card"  # money on a card
    STORE_CREDIT = "store_credit"
    POINTS = "points"
    CREDIT = "credit"  # a customer's own money
    ACCOUNT = "account"  # of what a customer may owe
    GOODS = "goods"  # a receipt's line, so that it comes back once
