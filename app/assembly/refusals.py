"""Why nothing is put together."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoRecipeError(Refusal):
    """A product that nobody said is made of anything, or one that is not kept."""

    message = "Nobody has said what “{name}” is made of, or it keeps no stock. Enter its parts first."


class AssemblyQuantityError(Refusal):
    """None, or too many."""

    message = "Enter how many, more than 0 and at most {limit}."


class PartMissingError(Refusal):
    """Not enough of a part."""

    message = "{wanted} of “{name}” are needed and {found} are there. Nothing was booked."


class AssemblySerialError(Refusal):
    """Goods whose pieces have numbers."""

    message = "“{name}” is kept by serial number. It cannot be put together or taken apart here."


class AssemblyLotError(Refusal):
    """Goods by lot that come in without one."""

    message = "“{name}” is kept by lot. Enter the lot of what comes in."


class NoSuchAssemblyError(Refusal):
    """It is not there."""

    message = "That is not there any more. Reload the list."


class AssemblyUndoneError(Refusal):
    """Taken back already, or what itself takes back."""

    message = "{number} was taken back already, or takes another one back."
