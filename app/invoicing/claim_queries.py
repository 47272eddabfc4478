"""What was delivered of an order, with what came back or was claimed of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.fulfilment.states import LEFT_HOUSE
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.states import ClaimKind
from app.invoicing.tables import delivery_claim


@dataclass(frozen=True, slots=True)
class DeliveredLine:
    """A line of a shipment; base units."""

    id: int
    shipment_id: int
    number: str
    name: str
    unit: str
    delivered_milli: int
    returned_milli: int
    claimed_milli: int  # missing or damaged

    @property
    def left_milli(self) -> int:
        """What is with the customer and not claimed."""
        return self.delivered_milli - self.returned_milli - self.claimed_milli


def list_delivered(connection: Connection, *, order_id: int) -> list[DeliveredLine]:
    """The lines of an order's shipments that have left, oldest shipment first."""
    claimed = (
        select(delivery_claim.c.shipment_line_id, func.sum(delivery_claim.c.quantity_milli).label("claimed"))
        .where(delivery_claim.c.kind != ClaimKind.RETURNED.value)
        .group_by(delivery_claim.c.shipment_line_id)
        .subquery()
    )
    rows = connection.execute(
        select(
            shipment_line.c.id, shipment_line.c.shipment_id, shipment.c.number, shipment_line.c.name,
            shipment_line.c.unit, shipment_line.c.quantity_milli, shipment_line.c.returned_milli,
            func.coalesce(claimed.c.claimed, 0),
        )
        .join_from(shipment_line, shipment)
        .outerjoin(claimed, claimed.c.shipment_line_id == shipment_line.c.id)
        .where(shipment.c.order_id == order_id, shipment.c.status.in_(LEFT_HOUSE))
        .order_by(shipment_line.c.shipment_id, shipment_line.c.id)
    )  # fmt: skip
    return [DeliveredLine(*r) for r in rows]
