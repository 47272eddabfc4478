"""What the shop decided about late payment: tolerances, days of grace, days of the year."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting

PREFIX: Final = "collections."


@dataclass(frozen=True, slots=True)
class CollectionSettings:
    """Amounts in the company's minor units.

    Attributes:
        tolerance_minor: a difference up to this is let go of without asking anybody.
        discount_grace_days: a discount for paying early is still given so many days later.
        promise_grace_days: money may be so many days later than promised.
        plan_grace_days: an instalment may be so many days late before the plan is broken.
        pay_within_days: until when a reminder asks to pay.
        year_days: 365 or 360, for interest.
    """

    tolerance_minor: int = 100
    discount_grace_days: int = 3
    promise_grace_days: int = 2
    plan_grace_days: int = 5
    pay_within_days: int = 10
    year_days: int = 365


def load_settings(connection: Connection) -> CollectionSettings:
    """The settings; what is not set is as above."""
    found = {}
    for name, plain in asdict(CollectionSettings()).items():
        value = find_setting(connection, name=PREFIX + name)
        found[name] = value if isinstance(value, int) else plain
    return CollectionSettings(**found)


@permitted(Permission.SETTINGS)
def save_settings(uow: UnitOfWork, *, settings: CollectionSettings) -> None:
    """Keep them."""
    for name, value in asdict(settings).items():
        save_setting(uow, name=PREFIX + name, value=value)
