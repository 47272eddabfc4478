"""What is answered before a shop begins, and what is wrong with it: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.access.rules import check_pin
from app.kernel.refusal import Refusal
from app.organisation.queries import Company

MANAGER: Final = "manager"
MOST_TILLS: Final = 20
_WHOLE: Final = 100_000  # thousandths of a per cent in all of it


class ShopNameError(Refusal):
    """A shop without a name."""

    message = "Enter the name of the shop; it stands on the receipts."


class NoTaxError(Refusal):
    """Goods need a tax class, be it one of 0 per cent."""

    message = "Enter at least one tax with its name; 0 per cent is one as well."


class TaxTwiceError(Refusal):
    """Two of one name could not be told apart."""

    message = "There are two taxes “{name}”. Give each a name of its own."


class TaxPerCentError(Refusal):
    """Below nothing, or more than all of it."""

    message = "The tax “{name}” must be from 0 to 100 per cent. Enter it again."


class TillCountError(Refusal):
    """None, or a hundred."""

    message = "A shop begins with 1 to 20 tills. More can be added later."


class NoManagerError(Refusal):
    """Nobody could change anything."""

    message = "One user must be a manager: name and PIN. Only a manager can add others later."


class UserTwiceError(Refusal):
    """Two of one name could not be told apart."""

    message = "There are two users “{name}”. Give each a name of its own."


@dataclass(frozen=True, slots=True)
class PlannedTax:
    """A tax class with one tax; `rate` in thousandths of a per cent."""

    code: str
    name: str
    rate: int


@dataclass(frozen=True, slots=True)
class PlannedTill:
    """A till; its code begins its receipts' numbers."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PlannedUser:
    """Somebody who signs in, with the code of a role."""

    name: str
    role: str
    pin: str


@dataclass(frozen=True, slots=True)
class ShopPlan:
    """Everything that is asked.

    Attributes:
        company: as it stands on paper.
        taxes: the usual one first.
        includes_tax: whether the prices of the first price list hold the tax.
        float_minor: what lies in a drawer in the morning.
    """

    company: Company
    taxes: tuple[PlannedTax, ...]
    includes_tax: bool
    store_name: str
    tills: tuple[PlannedTill, ...]
    users: tuple[PlannedUser, ...]
    float_minor: int = 0
    difference_limit_minor: int = 500
    drawer_limit_minor: int = 60_000


def check_plan(plan: ShopPlan) -> None:
    """Refuse what makes no shop; raises what the parts raise."""
    check_company(plan.company)
    check_taxes(plan.taxes)
    check_tills(plan.tills)
    check_users(plan.users)


def check_company(company: Company) -> None:
    """Raises ShopNameError."""
    if not company.name.strip():
        raise ShopNameError


def check_taxes(taxes: Sequence[PlannedTax]) -> None:
    """Raises NoTaxError, TaxTwiceError, TaxPerCentError."""
    if not taxes:
        raise NoTaxError
    for tax in taxes:
        if not 0 <= tax.rate <= _WHOLE:
            raise TaxPerCentError(name=tax.name)
    twice = _twice([tax.name for tax in taxes])
    if twice is not None:
        raise TaxTwiceError(name=twice)


def check_tills(tills: Sequence[PlannedTill]) -> None:
    """Raises TillCountError."""
    if not 1 <= len(tills) <= MOST_TILLS:
        raise TillCountError


def check_users(users: Sequence[PlannedUser]) -> None:
    """Raises NoManagerError, UserTwiceError, WeakPinError."""
    if not any(user.role == MANAGER for user in users):
        raise NoManagerError
    for user in users:
        check_pin(user.pin)
    twice = _twice([user.name for user in users])
    if twice is not None:
        raise UserTwiceError(name=twice)


def _twice(names: Sequence[str]) -> str | None:
    folded = [name.strip().casefold() for name in names]
    return next((name for at, name in enumerate(names) if folded[at] in folded[:at]), None)
