"""What commission says no to."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class RateWrongError(Refusal):
    """A rate below nothing or above everything."""

    message = "A commission is 0 to 100 per cent. Correct it."


class RateTwiceError(Refusal):
    """The same person and goods twice."""

    message = "There is a rate for this already. Change that one."


class NoSuchRateError(Refusal):
    """A rate that is not there any more."""

    message = "That rate is not there any more. Reload the list."


class RunDaysError(Refusal):
    """Days that are not over, or in no order."""

    message = "Settle whole days that are over: the first before the last, the last before today."


class RunOverlapsError(Refusal):
    """Days that are settled already."""

    message = "{number} has settled some of these days already. Choose days after it."


class NothingToSettleError(Refusal):
    """No commission in the period."""

    message = "Nobody earned a commission on these days."


class NoSuchRunError(Refusal):
    """A run that is not there."""

    message = "That settlement is not there. Reload the list."
