"""What happened at a till."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleCompleted(Event):
    """A sale or return was booked."""

    sale_id: int
    number: str
    station: str
    opens_drawer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftOpened(Event):
    """A shift began."""

    shift_id: int
    station: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftClosed(Event):
    """A shift ended with a Z report."""

    shift_id: int
    station: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawerRequested(Event):
    """The drawer is to open now: no sale, or cash moved."""

    station: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CartParked(Event):
    """A cart was put aside, taken up again or voided: lists of parked sales change."""

    cart_uuid: str
