"""What the room says no to."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoSuchVoucherError(Refusal):
    """A number nobody knows."""

    message = "There is no gift card or store credit {code}. Scan it again."


class VoucherBlockedError(Refusal):
    """A voucher that is not taken."""

    message = "Card {code} is blocked. Take another tender."


class VoucherExpiredError(Refusal):
    """Its last day is over."""

    message = "Card {code} expired on {on}. Take another tender."


class VoucherTooSmallError(Refusal):
    """More than is on it."""

    message = "Card {code} has only {balance}. Take this much, and the rest by another tender."


class VoucherOtherKindError(Refusal):
    """A number that is used for something else."""

    message = "Number {code} is in use already for something else. Take another card."


class VoucherAmountError(Refusal):
    """Nothing, or less."""

    message = "Enter an amount of more than 0."


class VoucherReasonError(Refusal):
    """Blocking without a reason."""

    message = "Say why the card is blocked."


class VoucherCurrencyError(Refusal):
    """A card in another currency."""

    message = "Card {code} is in {currency}."
