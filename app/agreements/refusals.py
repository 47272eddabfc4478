"""Why something is not agreed."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoSuchAgreementError(Refusal):
    """It is not there."""

    message = "That agreement is not there any more. Reload and try again."


class AgreementDaysError(Refusal):
    """The last day before the first."""

    message = "The last day is before the first. Correct one of them."


class AgreedPriceError(Refusal):
    """A price below zero, or no quantity."""

    message = "A price of at least 0 and, where there is one, a quantity above 0 can be agreed on."


class AgreementOverError(Refusal):
    """Nothing is changed after its end."""

    message = "{number} ended on {on}. Make a new agreement."
