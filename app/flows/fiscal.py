"""After the commit: the fiscal device is handed what it does not have of the journal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from app.audit.queries import entries_after
from app.devices.fiscal import FiscalDevice, FiscalEntry
from app.kernel.events import Event, EventBus
from app.kernel.refusal import Refusal
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.till.events import DrawerRequested, SaleCompleted, ShiftClosed, ShiftOpened

LANE: Final = "devices"
_AT_ONCE: Final = 500
_HEARD: Final = (SaleCompleted, ShiftOpened, ShiftClosed, DrawerRequested)
_log = logging.getLogger(__name__)


class FiscalFlow:
    """Keeps the device of one station up to date; what it missed while it was away it gets later."""

    def __init__(
        self, runtime: Runtime, lanes: Lanes, bus: EventBus, *, station: str, url: str,
        open_device: Callable[[str], FiscalDevice | None],
    ) -> None:  # fmt: skip
        """Hear of what happens at the station; without a device nothing is heard.

        Args:
            runtime: for the journal.
            lanes: "devices".
            bus: where sales are told of.
            station: whose chain it is.
            url: the device's address, "" for none.
            open_device: the factory of drivers; raises a Refusal for a bad address.
        """
        self._runtime = runtime
        self._lanes = lanes
        self._station = station
        self._device = self._opened(url, open_device)
        if self._device is not None:
            bus.subscribe(self._on_event)

    def start(self) -> None:
        """Hand over what the device missed while the station was off."""
        if self._device is not None:
            self.submit()

    def submit(self) -> None:
        """Hand over what is there, on the device's lane."""
        try:
            self._lanes.submit(LANE, self.hand_over)
        except Refusal as refusal:
            _log.warning("fiscal device: %s", refusal)

    def hand_over(self) -> int:
        """Hand over what the device does not have; returns how many entries it was."""
        device, count = self._device, 0
        if device is None:
            return 0
        try:
            while True:
                rows = self._runtime.ask(
                    entries_after, chain=self._station, seq=device.last(self._station), limit=_AT_ONCE
                )
                if not rows:
                    return count
                device.record([FiscalEntry(chain, seq, kind, text) for chain, seq, kind, text in rows])
                count += len(rows)
        except Refusal as refusal:
            # the till sells on; it is handed over after the next sale, or at the next start
            _log.warning("fiscal device: %s", refusal)
            return count

    def _on_event(self, event: Event) -> None:
        if isinstance(event, _HEARD) and event.station == self._station:
            self.submit()

    @staticmethod
    def _opened(url: str, open_device: Callable[[str], FiscalDevice | None]) -> FiscalDevice | None:
        try:
            return open_device(url)
        except Refusal as refusal:
            _log.warning("fiscal device: %s", refusal)
            return None
