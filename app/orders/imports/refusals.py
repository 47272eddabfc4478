"""Why a file of orders as a whole is not taken, or one order of it."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class OrderColumnsError(Refusal):
    """Columns that are needed are not there."""

    message = "{name} has no column for: {missing}. The profile {profile} looks for {wanted}."


class NoSuchOrderProfileError(Refusal):
    """A profile that is not there."""

    message = "There is no profile {name} for orders. Profiles: {known}."


class OrderFileError(Refusal):
    """JSON that is none, or holds no orders."""

    message = "{name} cannot be read as orders: {reason}."


class NoSuchImportListError(Refusal):
    """A price list that is not there."""

    message = "There is no price list {code}. Choose another one."


class UnknownSkuError(Refusal):
    """Goods that the catalogue does not have."""

    message = "There is no product “{sku}”. Enter it in the catalogue, or correct the number."


class OutsideCurrencyError(Refusal):
    """An order in a currency without a price list."""

    message = "It is in {currency}, but the price list is in {other}. Choose a price list in {currency}."


class CustomerUnclearError(Refusal):
    """Nobody to sell to."""

    message = "It says neither a name nor an e-mail address nor the number of a customer."


class NoSkuError(Refusal):
    """A line without the number of its goods."""

    message = "It has no SKU, so the goods are not known."


class OutsideQuantityError(Refusal):
    """Nothing, less, or crumbs."""

    message = "“{text}” is no quantity: more than 0, with at most 3 decimals."


class OutsideDateError(Refusal):
    """Not a day."""

    message = "“{text}” is no date. Write it as 2026-02-28."
