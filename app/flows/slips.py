"""A slip with each delivery that leaves, where the print plan names a printer for them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from app.fulfilment.events import ShipmentLeft
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.printing.operations import queue_print
from app.printing.rules import DELIVERY_SLIP, PrintPlan
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime

_LANE: Final = "db"
_log = logging.getLogger(__name__)


class SlipFlow:
    """Asks for the slip after the commit of the dispatch, at the station that dispatched.

    It is an aid for those who load: one that is lost with the program is missed by no book, and the delivery
    note says the same.
    """

    def __init__(
        self, runtime: Runtime, lanes: Lanes, bus: EventBus, *, station: str, plan: Callable[[], PrintPlan]
    ) -> None:
        self._runtime, self._lanes = runtime, lanes
        self._station, self._plan = station, plan
        bus.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, ShipmentLeft) and self._plan().by_kind.get(DELIVERY_SLIP):
            shipment_id = event.shipment_id
            try:
                self._lanes.submit(_LANE, lambda: self._queue(shipment_id))
            except Refusal as refusal:  # the lanes are shut down
                _log.warning("no delivery slip: %s", refusal)

    def _queue(self, shipment_id: int) -> None:
        self._runtime.run(
            queue_print, actor=SYSTEM_ACTOR, station=self._station, kind=DELIVERY_SLIP,
            document_type="shipment", document_id=shipment_id,
        )  # fmt: skip
