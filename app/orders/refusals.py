"""What the room says no to, one sentence each."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoSuchOrderError(Refusal):
    """The order is not there."""

    message = "That order is not there any more. Reload the list."


class OrderEmptyError(Refusal):
    """No lines."""

    message = "The order has no lines. Add what the customer wants."


class OrderQuantityError(Refusal):
    """Zero, negative or absurd."""

    message = "The quantity of {name} must be more than 0 and at most 100,000. Enter it again."


class UnknownUnitError(Refusal):
    """A packaging of another product, or none."""

    message = "{name} is not sold in that unit. Choose one of its units."


class UnknownProductError(Refusal):
    """A product that is not there or out of use."""

    message = "That product is not sold any more. Choose another one."


class NotForPickupError(Refusal):
    """Telling a customer to fetch what is sent."""

    message = "Order {number} is sent, not fetched. Change its delivery first."


class NotReadyError(Refusal):
    """Telling a customer to fetch what is not packed."""

    message = "Nothing of order {number} is packed yet. Pack it, then tell the customer."


class LineTextError(Refusal):
    """A line of words without any."""

    message = "A line without a product needs words. Enter them."


class FreeLineError(Refusal):
    """A charge without price or tax."""

    message = "{name} needs a price and a tax class. Enter them."


class NoPriceError(Refusal):
    """The list has no price."""

    message = "{name} has no price in the list {list}. Enter a price, or add one to the list."


class PriceNegativeError(Refusal):
    """A price below zero."""

    message = "The price of {name} is below 0. Enter it again."


class AllowanceTooBigError(Refusal):
    """Allowances above everything else."""

    message = "The allowances come to more than the order. Make them smaller."


class NotDiscountableError(Refusal):
    """A discount on goods that get none."""

    message = "{name} gets no discount. Take the discount off this line."


class QuoteExpiredError(Refusal):
    """The quote's last day is over."""

    message = "The quote was valid until {until}. Send a new version before you confirm it."


class ValidityPastError(Refusal):
    """A quote that is over before it is sent."""

    message = "The quote would end on {until}, before it is sent. Choose a later day."


class ReasonNeededError(Refusal):
    """A step that has to be explained."""

    message = "Say why. Nothing was changed."


class AlreadyMovingError(Refusal):
    """Changing or cancelling what is picked, packed or gone."""

    message = "Of {name}, {moving} is picked or shipped already. You can change or cancel at most the rest."


class OrderConflictError(Refusal):
    """The same UUID with another content."""

    message = "Order {number} was saved already with another content. Open it and change it there."


class BelowInvoicedError(Refusal):
    """Ordering less than was billed."""

    message = "Of {name}, {invoiced} is invoiced already. Credit it before you reduce the line."


class DepositTooBigError(Refusal):
    """More asked in advance than the order comes to."""

    message = "The down payment is more than the order comes to. Enter a smaller one."


class NotAServiceError(Refusal):
    """Reporting goods as done work."""

    message = "{name} is no service. It is delivered by a shipment."


class MoreThanOpenError(Refusal):
    """More than is left of a line."""

    message = "Of {name}, only {left} is left to do, not {wanted}."


class TemplateOrderedError(Refusal):
    """A template, of which nobody knows which variant is meant."""

    message = "{name} comes in several variants. Enter the one that is wanted."


class ToleranceRangeError(Refusal):
    """More than all of it."""

    message = "A tolerance is from 0 to 100 % of what was ordered. Enter it again."


class OverToleranceError(Refusal):
    """More leaves than was ordered and the tolerance allows."""

    message = "At most {left} of {name} more than ordered may leave, not {wanted}. Put the rest back."


class SurplusPromisedError(Refusal):
    """What is more than ordered is promised to other orders."""

    message = "Less than {wanted} of {name} is free there: the rest is promised to other orders. Put it back."


class AlreadyPickedError(Refusal):
    """Shipping from elsewhere what is in somebody's hands."""

    message = "{name} is being picked or packed. Give its pick list back before you ship it from elsewhere."


class RouteChangedError(Refusal):
    """The order or the places are others than when the ways were worked out."""

    message = "The order or its places changed meanwhile. Read the ways to ship it again and choose anew."


class DistanceError(Refusal):
    """An area that cannot be."""

    message = "An area is a country of two letters, a postal code and a distance from 0 km on, each once."
