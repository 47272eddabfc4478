"""What the room says no to, one sentence each."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class SayWhyError(Refusal):
    """A step that has to be explained."""

    message = "Say why. Nothing was changed."


class ReductionTooMuchError(Refusal):
    """More let go than is open."""

    message = "Of {number} only {left} is open, not {wanted}. Let go of less."


class ReductionKindError(Refusal):
    """A deduction that does not go with the item."""

    message = "That cannot be booked on {number}."


class DiscountNotDueError(Refusal):
    """A discount for paying early that was not agreed, or is too late."""

    message = (
        "{number} bears at most {most} of discount, for payment until {until}. "
        "Somebody who may let go of money can grant it all the same."
    )


class DifferenceTooLargeError(Refusal):
    """A difference above the tolerance."""

    message = "A difference of {wanted} is above {most}. Ask somebody who may write off."


class NoSuchReductionError(Refusal):
    """The deduction is not there, or was undone."""

    message = "That deduction is not there, or was undone already. Reload and try again."


class RecoveredTooMuchError(Refusal):
    """More came than was written off."""

    message = "Only {left} of {number} was written off and not paid since, not {wanted}."


class ReliefError(Refusal):
    """Tax that was corrected already, or cannot be."""

    message = "The tax of {number} was corrected already, or there is none to correct."


class DisputeAmountError(Refusal):
    """More in dispute than is open."""

    message = "The amount in dispute must be more than 0 and at most {most}. Enter it again."


class NoSuchDisputeError(Refusal):
    """Not there, or resolved."""

    message = "That dispute is resolved already, or not there. Reload and try again."


class OutcomeError(Refusal):
    """An outcome without what it needs."""

    message = "Choose what is credited. Nothing was changed."


class PromiseAmountError(Refusal):
    """A promise of nothing, or of the past."""

    message = "A promise needs an amount above 0 and a day that has not passed."


class NoSuchPromiseError(Refusal):
    """Not there."""

    message = "That promise is not there any more. Reload and try again."


class PlanError(Refusal):
    """Instalments that do not come to what is owed."""

    message = "The instalments come to {found}, but {wanted} is to be spread. Change them."


class PlanItemsError(Refusal):
    """Items that cannot be in a plan."""

    message = "A plan needs open invoices of one customer and one currency. Choose them again."


class PlanEndedError(Refusal):
    """A plan that is over."""

    message = "That plan is over already. Reload and try again."


class PauseError(Refusal):
    """Not there."""

    message = "That pause is over already. Reload and try again."


class RunOpenError(Refusal):
    """Two runs at a time would remind twice."""

    message = "A run of reminders is waiting already. Finish it or throw it away first."


class NothingToRemindError(Refusal):
    """Nobody."""

    message = "Nobody has to be reminded today."


class RunStateError(Refusal):
    """A step out of turn."""

    message = "The run is not where this can be done: look at it, approve it, then do it. Reload the page."


class LevelsError(Refusal):
    """Levels that do not follow each other."""

    message = "Each level needs a name, and must be later than the one before it. Change the days."


class RateError(Refusal):
    """A rate below zero."""

    message = "A rate is 0 or more and below 100 %. Enter it again."
