"""What a shop asks of whoever enters its back office; as delivered: nothing but the PIN."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from app.access.passwords import LEAST_LENGTH, MAX_PASSWORD
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting

SETTING: Final = "access.policy"
ONE_TIME_DAYS: Final = 3  # a password that a manager handed over is worth nothing later (ASVS 5.0, 6.4.1)
MOST_REMEMBERED: Final = 24
MOST_DAYS: Final = 3650
MOST_IDLE: Final = 240


class PolicyError(Refusal):
    """Figures that protect nobody."""

    message = (
        "A password has at least {least} characters, up to {remembered} old ones are remembered, "
        "and the back office closes after at most {idle} minutes."
    )


@dataclass(frozen=True, slots=True)
class AccessPolicy:
    """How the back office is entered.

    Attributes:
        password: whether a password is asked for beside the PIN of the till.
        length: its least length.
        remembered: how many old passwords are not taken again.
        max_age_days: after which it is changed; 0: never.
        idle_minutes: after which the back office asks again, with everything left as it was; 0: only the
            till's own time counts.
        two_factor: whether users may have codes of an authenticator app asked for.
        code_roles: codes of the roles that must.
    """

    password: bool = False
    length: int = 10
    remembered: int = 5
    max_age_days: int = 0
    idle_minutes: int = 0
    two_factor: bool = False
    code_roles: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether more than the PIN may be asked for."""
        return self.password or self.two_factor

    def too_old(self, set_at: datetime, now: datetime) -> bool:
        """Whether a password has to be changed for its age."""
        return bool(self.max_age_days) and now - set_at >= timedelta(days=self.max_age_days)


def policy_of(settings: Mapping[str, object]) -> AccessPolicy:
    """The policy as it is kept; what is not readable counts as delivered, and never as looser than that."""
    kept = settings.get(SETTING)
    values: dict[str, Any] = kept if isinstance(kept, dict) else {}
    usual = AccessPolicy()
    roles = values.get("code_roles", ())
    return AccessPolicy(
        values.get("password") is True,
        _between(values.get("length"), LEAST_LENGTH, MAX_PASSWORD, usual.length),
        _between(values.get("remembered"), 0, MOST_REMEMBERED, usual.remembered),
        _between(values.get("max_age_days"), 0, MOST_DAYS, usual.max_age_days),
        _between(values.get("idle_minutes"), 0, MOST_IDLE, usual.idle_minutes),
        values.get("two_factor") is True,
        tuple(str(x) for x in roles) if isinstance(roles, (list, tuple)) else (),
    )


def _between(value: object, least: int, most: int, usual: int) -> int:
    return value if isinstance(value, int) and least <= value <= most else usual


@permitted(Permission.SETTINGS)
def save_policy(uow: UnitOfWork, *, policy: AccessPolicy) -> None:
    """Keep it; it counts from the next time somebody enters the back office.

    Raises:
        PolicyError: a figure is out of bounds.
    """
    if policy_of({SETTING: asdict(policy)}) != policy:
        raise PolicyError(least=LEAST_LENGTH, remembered=MOST_REMEMBERED, idle=MOST_IDLE)
    save_setting(uow, name=SETTING, value=asdict(policy))
