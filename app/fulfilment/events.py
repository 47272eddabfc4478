"""What happened to shipments, for what follows by itself."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentLeft(Event):
    """Goods have left the house for the first time."""

    shipment_id: int
