"""A scanner on a serial port (or any other wire), read by a thread of its own."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.devices.ports import DRIVER_FAILED, FAULT_DETAILS, DeviceError, Health, HealthState, Scan
from app.kernel.clock import Clock, system_clock
from drivers.scanner.framing import Framing
from drivers.transport.base import Transport

_log = logging.getLogger(__name__)
_BACK_OFF: Final = (0.5, 1.0, 2.0, 5.0)
_READ: Final = 0.1
_PATIENCE: Final = 1.0


class SerialScanner:
    """Fulfils BarcodeScanner: reads, and after a loose plug opens the port again by itself.

    The same code twice within `double` seconds is one scan: no hand is that fast.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        source: str = "",
        double: float = 0.2,
        clock: Clock = system_clock,
        back_off: tuple[float, ...] = _BACK_OFF,
    ) -> None:
        self._transport, self._clock = transport, clock
        self._source = source or f"serial:{transport.name}"
        self._double, self._back_off = double, back_off
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._last = ("", 0.0)
        self._health = Health(HealthState.CONNECTING)

    def start(self, on_scan: Callable[[Scan], None]) -> None:
        """Begin to listen; on_scan is called from the scanner's thread. A second start does nothing."""
        if self._thread is not None or self._closing.is_set():
            return
        self._thread = threading.Thread(target=self._listen, args=(on_scan,), name="scanner", daemon=True)
        self._thread.start()

    def health(self) -> Health:
        """Whether the port is open; a scanner says nothing of itself."""
        return self._health

    def close(self) -> None:
        """Stop listening; returns within a second."""
        self._closing.set()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(_PATIENCE)

    def _listen(self, on_scan: Callable[[Scan], None]) -> None:
        tries = 0
        while not self._closing.is_set():
            try:
                self._transport.open()
                self._note(HealthState.READY, "")
                tries = 0
                self._read(on_scan)
            except DeviceError as error:
                self._note(HealthState.LOST, FAULT_DETAILS[error.fault])
            except Exception:  # noqa: BLE001 - the thread lives on
                _log.exception("scanner")
                self._note(HealthState.ERROR, DRIVER_FAILED)
            self._transport.close(hurry=True)
            tries += 1
            self._closing.wait(self._back_off[min(tries, len(self._back_off)) - 1])

    def _read(self, on_scan: Callable[[Scan], None]) -> None:
        framing = Framing()
        while not self._closing.is_set():
            data = self._transport.read(256, seconds=_READ)
            if data:
                scans = framing.feed(data)
            elif framing.is_open:
                scans = framing.end()  # no suffix set in the scanner: silence ends the scan
            else:
                self._closing.wait(0.01)
                scans = []
            for raw in scans:
                self._hand_on(raw, on_scan)

    def _hand_on(self, raw: str, on_scan: Callable[[Scan], None]) -> None:
        now = time.monotonic()
        before, at = self._last
        self._last = (raw, now)
        if raw == before and now - at < self._double:
            return
        try:
            on_scan(Scan(raw, self._source))
        except Exception:  # noqa: BLE001 - a bug of the receiver does not deafen the scanner
            _log.exception("receiver of a scan")

    def _note(self, state: HealthState, detail: str) -> None:
        if (state, detail) != (self._health.state, self._health.detail):
            self._health = replace(self._health, state=state, detail=detail, since=self._clock())
