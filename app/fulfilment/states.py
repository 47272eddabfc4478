"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.kernel.state import Transitions


class PickStatus(StrEnum):
    """Where a pick list stands."""

    OPEN = "open"
    PICKING = "picking"
    PICKED = "picked"
    CANCELLED = "cancelled"


PICK_TRANSITIONS: Transitions[PickStatus] = {
    PickStatus.OPEN: frozenset({PickStatus.PICKING, PickStatus.PICKED, PickStatus.CANCELLED}),
    PickStatus.PICKING: frozenset({PickStatus.PICKING, PickStatus.PICKED, PickStatus.CANCELLED}),
    PickStatus.PICKED: frozenset(),
    PickStatus.CANCELLED: frozenset(),
}


class ShipmentStatus(StrEnum):
    """Where a shipment stands."""

    PACKED = "packed"
    DISPATCHED = "dispatched"
    FAILED = "failed"  # the carrier could not hand it over; it is on its way back
    DELIVERED = "delivered"
    RETURNED = "returned"  # came back as a whole
    CANCELLED = "cancelled"  # unpacked again


SHIPMENT_TRANSITIONS: Transitions[ShipmentStatus] = {
    ShipmentStatus.PACKED: frozenset({ShipmentStatus.DISPATCHED, ShipmentStatus.CANCELLED}),
    ShipmentStatus.DISPATCHED: frozenset(
        {ShipmentStatus.DELIVERED, ShipmentStatus.FAILED, ShipmentStatus.RETURNED}
    ),
    ShipmentStatus.FAILED: frozenset(
        {ShipmentStatus.DISPATCHED, ShipmentStatus.DELIVERED, ShipmentStatus.RETURNED}
    ),
    ShipmentStatus.DELIVERED: frozenset(),
    ShipmentStatus.RETURNED: frozenset(),
    ShipmentStatus.CANCELLED: frozenset(),
}


# of these the goods have left the house and may be billed
LEFT_HOUSE: Final = (
    ShipmentStatus.DISPATCHED.value, ShipmentStatus.DELIVERED.value, ShipmentStatus.FAILED.value,
)  # fmt: skip


class ShortReason(StrEnum):
    """Why less was picked than wanted."""

    NOT_FOUND = "not_found"
    DAMAGED = "damaged"
    EXPIRED = "expired"
    OTHER = "other"
