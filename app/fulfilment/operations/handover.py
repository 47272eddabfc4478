"""Goods that are fetched leave and are delivered in one step."""

from __future__ import annotations

from app.db.unit_of_work import UnitOfWork
from app.fulfilment.operations.delivery import deliver_shipment
from app.fulfilment.operations.packing import Shipment
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.kernel.permission import Permission, permitted


@permitted(Permission.SHIP)
def hand_over(
    uow: UnitOfWork, *, shipment_id: int, received_by: str, signature: bytes | None = None, remarks: str = ""
) -> Shipment:
    """The customer fetched it: dispatched and delivered at once, with who took it.

    Raises:
        what dispatch_shipment and deliver_shipment raise.
    """
    dispatch_shipment(uow, shipment_id=shipment_id, transport=Transport())
    return deliver_shipment(
        uow, shipment_id=shipment_id, received_by=received_by, signature=signature, remarks=remarks
    )
