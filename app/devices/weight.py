"""What a scale says: a weight that may be sold, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from app.devices.ports import Health, tr

# exact: one pound is 0.45359237 kg (international yard and pound agreement of 1959), an ounce a sixteenth
MILLIGRAMS: Final[Mapping[str, Decimal]] = MappingProxyType(
    {
        "g": Decimal(1000), "kg": Decimal(1_000_000), "lb": Decimal("453592.37"),
        "oz": Decimal("28349.523125"), "100g": Decimal(100_000),
    }
)  # fmt: skip
"""Milligrams in a unit; the units in which goods can be weighed."""


class NoWeight(StrEnum):
    """Why there is no weight that may be sold."""

    MOTION = "motion"
    OVER = "over"
    UNDER = "under"  # below zero, or below the least it can weigh
    EMPTY = "empty"
    NOT_ZEROED = "not_zeroed"
    ERROR = "error"  # the scale says that it is broken


NO_WEIGHT_WORDS: Final[Mapping[NoWeight, str]] = MappingProxyType(
    {
        NoWeight.MOTION: tr("Refusal", "The scale is not at rest yet."),
        NoWeight.OVER: tr("Refusal", "It is too heavy for the scale."),
        NoWeight.UNDER: tr("Refusal", "The scale shows less than nothing. Take all off and press zero."),
        NoWeight.EMPTY: tr("Refusal", "Nothing lies on the scale."),
        NoWeight.NOT_ZEROED: tr(
            "Refusal", "The scale did not find its zero. Take all off and switch it on anew."
        ),
        NoWeight.ERROR: tr("Refusal", "The scale reports an error of its own."),
    }
)
"""The reasons in words; screens translate these."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A stable weight, taken after it was asked for; without the tare that was set at the scale itself."""

    milligrams: int
    is_net: bool = False

    def in_unit(self, unit: str, *, tare_milligrams: int = 0) -> int:
        """Thousandths of a unit, less a tare, halves rounded up; KeyError for a unit that is no weight."""
        left = Decimal(self.milligrams - tare_milligrams) * 1000 / MILLIGRAMS[unit]
        return int((left + Decimal("0.5")).to_integral_value(rounding="ROUND_FLOOR"))


@dataclass(frozen=True, slots=True)
class Tare:
    """A packaging, and what it weighs."""

    name: str
    milligrams: int


class Scale(Protocol):
    """A scale. read() blocks and is called on its lane."""

    @property
    def tares(self) -> tuple[Tare, ...]:
        """The packagings that are used here."""
        ...

    def read(self) -> Weight | NoWeight:
        """Weigh now; raises DeviceError when it does not answer, or not as a scale."""
        ...

    def health(self) -> Health:
        """How it was when it was asked last; asks nothing."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...
