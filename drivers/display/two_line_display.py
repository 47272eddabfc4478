"""A two-line customer display: the latest text wins, and comes back after a loose plug."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from typing import Final

from app.devices.ports import DRIVER_FAILED, FAULT_DETAILS, DeviceError, DeviceFault, Health, HealthState
from app.kernel.clock import Clock, system_clock
from drivers.display.protocols import PROTOCOLS
from drivers.printer.code_pages import CodePages
from drivers.transport.base import Transport

_log = logging.getLogger(__name__)
_BACK_OFF: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
_PATIENCE: Final = 2.0


class TwoLineDisplay:
    """Fulfils CustomerDisplay. Showing never waits: a thread of its own writes the latest text.

    A display that is not there is seen in health() alone; it gets the current text when it is back.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        protocol: str = "cd5220",
        pages: CodePages | None = None,
        clock: Clock = system_clock,
        back_off: tuple[float, ...] = _BACK_OFF,
    ) -> None:
        self._transport, self._clock = transport, clock
        self._encode = PROTOCOLS[protocol]
        self._pages = (pages or CodePages()).only_first()
        self._back_off = back_off
        self._changed = threading.Condition()
        self._wanted: tuple[str, str] | None = None
        self._shown: tuple[str, str] | None = None
        self._tries = 0
        self._closed = False
        self._thread: threading.Thread | None = None
        self._health = Health(HealthState.CONNECTING)

    def show(self, upper: str, lower: str) -> None:
        """Show two lines soon; what was not shown yet is dropped.

        Raises:
            DeviceError: after close().
        """
        with self._changed:
            if self._closed:
                raise DeviceError(device=self._transport.device, fault=DeviceFault.LOST)
            self._wanted = (upper, lower)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="display", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def clear(self) -> None:
        """Show nothing."""
        self.show("", "")

    def settle(self, seconds: float) -> bool:
        """Wait until the latest text is out; False when it is not within the time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._shown == self._wanted, seconds)

    def health(self) -> Health:
        """How the last writing went; never raises."""
        return self._health

    def close(self) -> None:
        """Stop showing; what stands there stays."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(_PATIENCE)
        else:
            self._transport.close(hurry=True)

    def _work(self) -> None:
        try:
            while (text := self._next()) is not None:
                self._write(text)
        finally:
            self._transport.close()

    def _next(self) -> tuple[str, str] | None:
        """The text to write now; None at the end. After a failure it waits, longer each time."""
        with self._changed:
            if self._tries:
                pause = self._back_off[min(self._tries, len(self._back_off)) - 1]
                self._changed.wait_for(lambda: self._closed, pause)
            self._changed.wait_for(lambda: self._closed or self._shown != self._wanted)
            return None if self._closed else self._wanted

    def _write(self, text: tuple[str, str]) -> None:
        try:
            self._transport.open()
            self._transport.write(self._encode(*text, self._pages))
            if not self._transport.stays_open:
                self._transport.close()
        except DeviceError as error:
            self._tries += 1
            self._note(HealthState.LOST, FAULT_DETAILS[error.fault])
            return
        except Exception:  # noqa: BLE001 - the thread lives on
            _log.exception("customer display")
            self._tries += 1
            self._note(HealthState.ERROR, DRIVER_FAILED)
            return
        self._tries = 0
        self._note(HealthState.READY, "")
        with self._changed:
            self._shown = text
            self._changed.notify_all()

    def _note(self, state: HealthState, detail: str) -> None:
        if (state, detail) != (self._health.state, self._health.detail):
            self._health = replace(self._health, state=state, detail=detail, since=self._clock())
