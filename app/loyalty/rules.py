"""How many points, what they are worth, and which tier; no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.kernel.money import round_half_up
from app.kernel.refusal import Refusal

SETTING: Final = "loyalty"
HUNDRED_PER_CENT: Final = 10_000


class ProgramError(Refusal):
    """A programme that makes no sense."""

    message = "Points and their value are whole numbers of 0 or more, tiers rise. Correct the programme."


@dataclass(frozen=True, slots=True)
class Tier:
    """From so many points ever earned on, so much more is earned (hundredths of a per cent)."""

    name: str
    from_points: int
    bonus: int


@dataclass(frozen=True, slots=True)
class Program:
    """The shop's programme; no points per unit: there is none.

    Attributes:
        points_per_unit: for each whole unit of the currency that is paid.
        value_minor: what a point is worth as a tender; 0: points cannot be redeemed.
        tiers: by rising points.
        referral_points: for who brought a customer, when that one first earns points.
    """

    points_per_unit: int = 0
    value_minor: int = 0
    tiers: tuple[Tier, ...] = ()
    referral_points: int = 0

    @property
    def is_on(self) -> bool:
        """Whether points are earned."""
        return self.points_per_unit > 0

    def check(self) -> None:
        """Raise ProgramError unless it makes sense."""
        starts = [t.from_points for t in self.tiers]
        sound = min(self.points_per_unit, self.value_minor, self.referral_points) >= 0
        if not sound or starts != sorted(set(starts)) or any(t.bonus < 0 or not t.name for t in self.tiers):
            raise ProgramError

    def tier(self, earned: int) -> Tier | None:
        """The tier of who has earned so many points ever."""
        reached = [t for t in self.tiers if earned >= t.from_points]
        return reached[-1] if reached else None


def program_of(settings: Mapping[str, object]) -> Program:
    """The programme as it is kept in the settings."""
    kept: Any = settings.get(SETTING)
    if not isinstance(kept, dict):
        return Program()
    tiers = tuple(Tier(str(n), int(f), int(b)) for n, f, b in kept.get("tiers", ()))
    return Program(
        int(kept.get("points_per_unit", 0)), int(kept.get("value_minor", 0)), tiers,
        int(kept.get("referral_points", 0)),
    )  # fmt: skip


def as_setting(program: Program) -> dict[str, object]:
    """The programme as it is kept."""
    return {
        "points_per_unit": program.points_per_unit,
        "value_minor": program.value_minor,
        "referral_points": program.referral_points,
        "tiers": [[t.name, t.from_points, t.bonus] for t in program.tiers],
    }


def points_for(program: Program, paid_minor: int, minor_per_unit: int, earned: int) -> int:
    """Points for what was paid after discounts; parts of a unit earn nothing.

    Args:
        program: the shop's.
        paid_minor: minor units, what was paid with points taken off.
        minor_per_unit: 100 for the euro.
        earned: what the customer has earned so far, for his tier.
    """
    base = max(paid_minor, 0) // minor_per_unit * program.points_per_unit
    tier = program.tier(earned)
    return base if tier is None else round_half_up(base * (HUNDRED_PER_CENT + tier.bonus), HUNDRED_PER_CENT)


def points_needed(program: Program, minor: int) -> int:
    """Points that pay so many minor units."""
    return -(-minor // program.value_minor) if program.value_minor > 0 else 0


def points_back(earned: int, gross_minor: int, before_minor: int, now_minor: int) -> int:
    """Points of a sale that go with goods for so much, after goods for `before_minor` came back."""
    if gross_minor <= 0:
        return 0
    after = round_half_up(earned * (before_minor + now_minor), gross_minor)
    return after - round_half_up(earned * before_minor, gross_minor)
