"""Why something is not done with a case."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoSuchCaseError(Refusal):
    """It is not there."""

    message = "That case is not there any more. Reload and try again."


class CaseClosedError(Refusal):
    """Nothing more is written."""

    message = "The case {number} is closed. Open a new one."


class CaseWordsError(Refusal):
    """Nothing said."""

    message = "Say in words what it is about."


class CaseAboutError(Refusal):
    """Neither a sold line nor a lot."""

    message = "A complaint or warranty claim needs a line of a receipt, a recall a lot. Choose one."


class CaseQuantityError(Refusal):
    """More than was sold."""

    message = "No more than {sold} of it were sold with this receipt. Enter a smaller quantity."


class WarrantyOverError(Refusal):
    """Too late."""

    message = "The warranty ended on {end}. Open a complaint instead, if something is done all the same."


class CaseFileError(Refusal):
    """Nothing in it, or too large."""

    message = "A document has a name, and from 1 byte to 10 megabytes. Attach a smaller file."
