"""Invoices that are made by themselves: what left, and services that were done, once the shop wishes it."""

from __future__ import annotations

import logging
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection

from app.fulfilment.events import ShipmentLeft
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.orders.events import ServiceDone
from app.organisation.queries import find_setting
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime

BY_ITSELF_SETTING: Final = "invoicing.by_itself"  # true: an invoice follows each delivery
_LANE: Final = "db"
_log = logging.getLogger(__name__)


def bills_by_itself(connection: Connection) -> bool:
    """Whether the shop wishes it."""
    return find_setting(connection, name=BY_ITSELF_SETTING) is True


class BillingFlow:
    """Bills after the commit of what is billed, as nobody's hand: who ships need not have the right to bill.

    Matched three ways like any other; what does not agree is held with its reason. What is refused (an
    address without a country) stays among what is to be invoiced. Each delivery is billed once, however
    many stations hear of it: the request's UUID follows from it.
    """

    def __init__(self, runtime: Runtime, lanes: Lanes, bus: EventBus) -> None:
        self._runtime = runtime
        self._lanes = lanes
        bus.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, ShipmentLeft):
            self._submit(f"shipment {event.shipment_id}", {"shipment_ids": [event.shipment_id]})
        elif isinstance(event, ServiceDone):
            self._submit(f"service {event.line_id} {event.done_milli}", {"order_id": event.order_id})

    def _submit(self, what: str, arguments: dict[str, Any]) -> None:
        uuid = str(uuid5(NAMESPACE_OID, f"takings bill {what}"))
        try:
            self._lanes.submit(_LANE, lambda: self._bill(uuid, arguments))
        except Refusal as refusal:  # the lanes are shut down
            _log.warning("not billed by itself: %s", refusal)

    def _bill(self, uuid: str, arguments: dict[str, Any]) -> None:
        if not self._runtime.ask(bills_by_itself):
            return
        from app.invoicing.operations.bill import invoice_order, invoice_shipments  # a till's start is quick

        operation = invoice_order if "order_id" in arguments else invoice_shipments
        try:
            self._runtime.run(operation, actor=SYSTEM_ACTOR, uuid=uuid, **arguments)
        except Refusal as refusal:
            _log.info("not billed by itself: %s", refusal)
