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


class ReferenceMissingError(Refusal):
    """A delivery without a number."""

    message = "Enter the number of the order to the supplier."


class DeliveryEmptyError(Refusal):
    """A delivery without goods."""

    message = "Nothing was scanned yet. Scan what the supplier is to bring."


class DeliveryKnownError(Refusal):
    """The same number twice."""

    message = "{reference} is expected already. Receive it, or give this delivery another number."


class NoSuchBinError(Refusal):
    """A bin that is not there, or not used any more."""

    message = "There is no bin {code} at this place. Scan another one."


class BinKnownError(Refusal):
    """The same bin twice."""

    message = "Bin {code} is there already. Take another name."


class BinCodeError(Refusal):
    """A bin without a name."""

    message = "Enter the name of the bin, as it stands on its label."


class BinInUseError(Refusal):
    """Goods lie there."""

    message = "{count} products have bin {code} as their place. Give them another one first."


class PlaceCodeError(Refusal):
    """A place without a code or name, or one that is taken."""

    message = "Enter a short code that no other place has, and a name."


class NoSuchReceiptError(Refusal):
    """A goods receipt that is not there."""

    message = "That goods receipt is not there any more. Reload the list."


class LotNeededError(Refusal):
    """Goods that are kept by lot came without one."""

    message = "These goods are kept by lot. Scan the code that holds the lot, or type the lot."


class LotDayError(Refusal):
    """The same lot with two last days."""

    message = "Lot {lot} is known with the last day {on}. Compare it with the label."


class LotQuantityError(Refusal):
    """More than lies there without a lot."""

    message = "{free} lie there without a lot, not {wanted}."


class NoSuchPlaceError(Refusal):
    """A place that is none of ours."""

    message = "That place is not there any more. Reload the list."


class BelowZeroError(Refusal):
    """The books would go below zero where they must not."""

    message = "Only {found} of this product is there by the books, not {wanted}. Count it first."


class NoSuchLotError(Refusal):
    """A lot that is not there."""

    message = "That lot is not there any more. Reload the list."


class StandardCostError(Refusal):
    """A set cost that is missing or below zero."""

    message = "Enter what one of it is to cost, 0 or more."


class LotElsewhereError(Refusal):
    """A lot that does not lie there, or not so much of it."""

    message = "Of lot {lot}, {free} lie at that place, not {wanted}. Compare the label."


class SerialNeededError(Refusal):
    """Goods with serial numbers, and not one for each piece."""

    message = "Each piece has a serial number of its own. Scan or type {wanted}, not {given}."


class SerialPiecesError(Refusal):
    """A part of something that is known by its number."""

    message = "Goods with serial numbers move in whole pieces only. Change the quantity."


class SerialTwiceError(Refusal):
    """The same number twice in one document."""

    message = "Serial number {serial} is there twice. Each piece has a number of its own."


class SerialSoldError(Refusal):
    """A piece that is with a customer."""

    message = "Serial number {serial} was sold already. Compare it with the goods, or take it back first."


class SerialThereError(Refusal):
    """A piece that is in stock already."""

    message = "Serial number {serial} is in stock already. Compare it with the goods."


class SerialElsewhereError(Refusal):
    """A piece that does not lie where it is taken from."""

    message = "Serial number {serial} does not lie here by the books. Compare it with the goods."


class SerialNamedError(Refusal):
    """Fewer pieces would be left than are known by their numbers."""

    message = "{named} serial numbers are known here. Say first which is missing: Stock, Serial numbers."


class NoSuchSerialError(Refusal):
    """A serial number that nobody knows."""

    message = "That serial number is not known. Compare it with the goods."


class CyclePlanError(Refusal):
    """Shares or days that make no plan."""

    message = "The shares go up to 100 per cent, B above A; days and products are 1 or more."


class NothingDueError(Refusal):
    """A sheet without goods."""

    message = "Nothing is to be counted today."
