"""What the room says no to, one sentence each."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NothingToPickError(Refusal):
    """Nothing is committed, or it must not leave yet."""

    message = "Order {number} has nothing to pick now: its goods are not there, held back, or picked already."


class NoSuchPickError(Refusal):
    """A pick list or line that is not there."""

    message = "That pick list is not there any more. Reload the list."


class WrongItemError(Refusal):
    """Another product than the line asks for."""

    message = "Wrong item: {scanned} is not {wanted}. Put it back and scan {wanted}."


class LotRefusedError(Refusal):
    """A lot that only who may override takes."""


class LotUnknownError(Refusal):
    """Goods kept by lot, and nobody said which."""

    message = "{name} is kept by lot. Scan the code that holds the lot, or type it: take {lot}."


class WrongLotError(LotRefusedError):
    """A lot that is not here, or whose turn it is not."""

    message = "Wrong lot: {scanned} is not {wanted}, which expires first. Put it back and take {wanted}."


class ExpiredPickError(LotRefusedError):
    """A lot that is past its last day."""

    message = "Lot {lot} expired on {on}. It must not leave; put it aside."


class LotShortError(Refusal):
    """A lot of which less is there."""

    message = "Of lot {lot}, {free} is there, not {wanted}. Take the rest from another lot."


class OverPickError(Refusal):
    """More than the line asks for."""

    message = "Only {left} of {name} is left to pick, not {wanted}. Put the rest back."


class PickQuantityError(Refusal):
    """Zero or negative."""

    message = "The quantity must be more than 0."


class PickNotFinishedError(Refusal):
    """Lines are neither picked nor short."""

    message = "{name} is not picked yet. Pick it, or say why it is short."


class NoSuchShipmentError(Refusal):
    """A shipment that is not there."""

    message = "That shipment is not there any more. Reload the list."


class PackTooMuchError(Refusal):
    """More than was picked."""

    message = "Of {name}, {picked} is picked, not {wanted}. Pick the rest first."


class UnpackedGoodsError(Refusal):
    """Picked goods that are in no package."""

    message = "{left} of {name} is picked and in no package. Pack it, or leave it for another shipment."


class EmptyPackageError(Refusal):
    """A package without contents, or with a negative weight."""

    message = "Package {number} is empty or has no sound weight. Fill it or remove it."


class TrackingNumberError(Refusal):
    """A tracking number with control characters."""

    message = "The tracking number has characters that no carrier uses. Scan or type it again on one line."


class DepositUnpaidError(Refusal):
    """The down payment is missing."""

    message = "The down payment for order {number} is not paid yet. Nothing may leave before."


class NotInStockError(Refusal):
    """The books say that there is less."""

    message = "Only {found} of {name} is in stock, not {wanted}. Count it, then ship."


class ReceiverMissingError(Refusal):
    """A proof of delivery without a name."""

    message = "Enter the name of the person who received the goods."


class SignatureTooBigError(Refusal):
    """A picture that is no signature."""

    message = "The signature is too big to keep. Draw it again."


class DeliveryTimeError(Refusal):
    """Delivered before it left, or in the future."""

    message = "The time of delivery lies before the goods left, or in the future. Enter it again."


class ReturnTooMuchError(Refusal):
    """More back than went out."""

    message = "Of {name}, {left} can come back, not {wanted}."


class ReasonMissingError(Refusal):
    """A step that has to be explained."""

    message = "Say why. Nothing was changed."


class BelowZeroWarnedError(Refusal):
    """The books would go below zero where that is only warned of."""

    message = "Only {found} of {name} is in stock by the books, not {wanted}. Ship it all the same?"


class SerialPickedError(Refusal):
    """A piece that lies in a tote already."""

    message = "Serial number {serial} is picked already. Scan the one on this piece."


class SurplusByPieceError(Refusal):
    """More than ordered of goods whose lots or pieces are named at picking."""

    message = "{name} is kept by lot or serial number. Take more than ordered while you pick, not here."


class TwoPlacesError(Refusal):
    """Goods that lie at several places, in one shipment."""

    message = "The goods of {number} lie at several places. Pack those of each place by themselves."


class NothingBroughtError(Refusal):
    """Goods that no supplier was asked to bring to this customer."""

    message = "No supplier was asked to bring that for {number}. Reload the page and choose what he brought."
