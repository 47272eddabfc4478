"""What the till says no to."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoShiftError(Refusal):
    """Selling without an open shift."""

    message = "No shift is open on this till. Count the float and open a shift first."


class ShiftAlreadyOpenError(Refusal):
    """A second shift on one till."""

    message = "A shift is already open on this till. Close it before you open another."


class TillOpenError(Refusal):
    """Retiring a till with money in its drawer that nobody has counted."""

    message = "The shift of till {code} is open. Close it, then retire the till."


class TillOwnError(Refusal):
    """Retiring the till one sits at."""

    message = "You are at this till now. Retire it from another one."


class EmptyCartError(Refusal):
    """Paying for nothing."""

    message = "There is nothing to pay for. Scan an item first."


class NotPaidError(Refusal):
    """The tenders do not come to the total."""

    message = "{missing} is still to be paid. Take another tender."


class OverpaidError(Refusal):
    """The tenders come to more than the total."""

    message = "The tenders come to {surplus} more than the total. Remove one and try again."


class SaleConflictError(Refusal):
    """The same UUID with another content."""

    message = "This sale was already booked as {number} with other content. Nothing was booked again."


class CustomerNeededError(Refusal):
    """On account without a customer."""

    message = "A sale on account needs a customer. Choose one with F4."


class ApprovalNeededError(Refusal):
    """A discount or price beyond the role's limit without anybody's yes."""

    message = "{what} is beyond your limit of {limit} %. A supervisor has to approve it."


class CartGoneError(Refusal):
    """A parked sale that somebody else took up."""

    message = "That sale is not parked any more: somebody else has taken it up."


class OpenCartError(Refusal):
    """Closing with a sale on the counter."""

    message = "A sale is still open on this till. Finish, park or void it before you close the shift."


class NotCountedError(Refusal):
    """Closing before counting."""

    message = "Count the drawer before you close the shift."


class CountWrongError(Refusal):
    """Fewer than no pieces, or pieces that do not make the amount."""

    message = "The count does not add up: amounts cannot be below 0. Count again."


class DifferenceTooLargeError(Refusal):
    """Over or short beyond the limit."""

    message = "The difference of {difference} is over the limit of {limit}. A manager has to accept it."


class ExplanationMissingError(Refusal):
    """A difference nobody explained."""

    message = "Say why the count differs by {difference}."


class ReasonNeededError(Refusal):
    """An action that needs a reason."""

    message = "Give a reason. Nothing was done."


class AmountNeededError(Refusal):
    """A cash movement of nothing."""

    message = "Enter an amount of more than 0."


class DrawerTooEmptyError(Refusal):
    """Taking out more than is expected in the drawer."""

    message = "Only {expected} should be in the drawer. Take out less."


class OneReceiptError(Refusal):
    """Goods of several receipts, or with and without one, in one return."""

    message = "Take back one receipt at a time. Finish this return first."


class ReturnChangedError(Refusal):
    """Somebody else has taken the goods of that receipt back meanwhile."""

    message = "Goods of receipt {number} came back elsewhere meanwhile. Take the lines off and scan it again."


class NotASaleError(Refusal):
    """Taking back what was itself a return."""

    message = "{number} is no sale: its goods cannot come back."


class ReturnTooLateError(Refusal):
    """After the last day."""

    message = "Receipt {number} is older than {days} days. A manager has to allow the return."


class RefundTenderError(Refusal):
    """More back by a tender than the policy allows."""

    message = "By this tender at most {allowed} can be paid back. Pay the rest back as store credit."


class RefundCreditOnlyError(Refusal):
    """Money for goods that nobody has a receipt for."""

    message = "Without a receipt goods are paid back as store credit only."


class TakingTenderError(Refusal):
    """Paying what one owes by owing it."""

    message = "What a customer owes cannot be paid on account. Take another tender."


class TakingMixError(Refusal):
    """A gift card paid out together with something else."""

    message = "Pay a card out by itself: finish this sale first."


class OrderGoodsError(Refusal):
    """An order of what cannot be ordered."""

    message = "Only goods of the catalogue can be ordered. Take the other lines off the cart."


class BagNeededError(Refusal):
    """Money for the bank without a bag that can be told from others."""

    message = "Money for the bank goes in a bag. Scan or type its number."


class DayClosedError(Refusal):
    """A store's day that is over."""

    message = "The day {on} of this store is closed. The next shift is opened on the next day."


class ShiftsOpenError(Refusal):
    """Closing the day before its shifts."""

    message = "Shifts are still open at {tills}. Close them first."


class NoShiftsError(Refusal):
    """Closing a day on which nothing happened."""

    message = "No shift was opened on {on}: there is nothing to close."


class SafeTooEmptyError(Refusal):
    """More for the bank than lies in the safe."""

    message = "Only {there} should be in the safe. Bank less."


class PriceReasonError(Refusal):
    """A price changed by hand, and nobody says why."""

    message = "Say why the price of {name} was changed."


class FloorPriceError(Refusal):
    """Below the lowest price of a product."""

    message = "{name} may not be sold below its lowest price. A manager has to allow it."


class ExpiredGoodsError(Refusal):
    """Goods whose last day is over, and nobody said yes."""

    message = "{name} expired on {on}. Take it off the shelf, or ask a supervisor to allow it."


class DrawerShareError(Refusal):
    """A drawer that cannot be shared."""

    message = "A drawer is shared with a till that has one of its own, and only one. Choose another till."


class NotSuspendedError(Refusal):
    """A shift that is not put aside any more."""

    message = "That shift was taken up or closed meanwhile. Reload the list."


class OtherStoreError(Refusal):
    """A shift of another store."""

    message = "A shift goes on in its own store only. Close it there."


class ItemDiscountError(Refusal):
    """More off than the product allows."""

    message = "The discount on {name} is larger than this product allows. A manager has to allow it."


class PointsCustomerError(Refusal):
    """Points of nobody."""

    message = "Points belong to a customer. Choose him with F4 first."


class TradingRuleError(Refusal):
    """Days or months below zero."""

    message = "Days and months are 0 or more. Correct them first."


class ForeignRateError(Refusal):
    """Foreign notes at another rate than the day's."""

    message = "The rate of {currency} has changed. Take this payment off and take it again."


class TipsTooFewError(Refusal):
    """More tips paid out than were given."""

    message = "Only {owed} of tips was given and not paid out. Pay out less."
