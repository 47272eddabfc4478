"""What the room says no to, one sentence each."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class ExpenseAmountError(Refusal):
    """Nothing, or more tax than money."""

    message = "An expense needs an amount above 0, and its tax must be less. Enter it again."


class ExpenseTextError(Refusal):
    """Nobody will know what it was."""

    message = "Say what the expense was for. Nothing was booked."


class ExpenseAccountError(Refusal):
    """No account of expenses or assets."""

    message = "{code} is no account for expenses. Choose another one."


class NoSuchExpenseError(Refusal):
    """Not there, or taken back."""

    message = "That expense was taken back already, or is not there. Reload and try again."


class ReasonError(Refusal):
    """A step that has to be explained."""

    message = "Say why. Nothing was changed."


class ChartLineError(Refusal):
    """A line of the chart that cannot be read."""

    message = "Line {line} of the chart: {what}. Nothing was changed."


class ChartRolesError(Refusal):
    """A chart on which the program cannot book."""

    message = "The chart says nowhere where {roles} is booked. Add the role to an account."


class ChartTakenError(Refusal):
    """A code that means something else today."""

    message = "{code} is the account of {role} today. Say where that is booked, or take another code."


class YearOpenError(Refusal):
    """Years are closed one after the other."""

    message = "A year can be closed when it is over and follows the last closed one ({last})."


class NotAfterClosingError(Refusal):
    """The first day of a year that is none."""

    message = "The year to be closed must end after it begins."
