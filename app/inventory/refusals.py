"""What goods receipt, transfer and counting say no to."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class ReceiptEmptyError(Refusal):
    """Nothing was received."""

    message = "Nothing was scanned yet. Scan what came in."


class ReceiptQuantityError(Refusal):
    """Zero or negative, or a negative cost."""

    message = "Each quantity must be more than 0 and each cost 0 or more. Nothing was booked."


class OverReceiptError(Refusal):
    """More than was ordered, beyond what is tolerated."""

    message = "{reference}: {left} is still expected, {wanted} came in. Ask whether to keep it."


class NoSuchIncomingError(Refusal):
    """Nothing of the kind is expected."""

    message = "That order line is not expected any more. Receive the goods without it."


class ExpiredLotError(Refusal):
    """Goods that are past their date when they arrive."""

    message = "Lot {lot} expired on {on}. Send it back."


class TransferPlacesError(Refusal):
    """From a place to itself, or to none of ours."""

    message = "Choose two different places of ours."


class TransferTooMuchError(Refusal):
    """More than is free there."""

    message = "Only {free} of this product is free at that place, not {wanted}."


class NoSuchTransferError(Refusal):
    """A transfer that is not there or has arrived."""

    message = "That transfer is not under way any more. Reload the list."


class NoSuchCountError(Refusal):
    """A count that is not there, or a product that is not part of it."""

    message = "That product is not part of this count, or the count is over."


class CountQuantityError(Refusal):
    """A count below zero."""

    message = "A count is 0 or more. Enter it again."


class NotCountedError(Refusal):
    """Products nobody counted."""

    message = "{count} products are not counted yet. Count them, or say that they are 0."
