"""An ESC/POS printer behind any wire, with the drawer on its plug."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from app.devices.paper import Paper
from app.devices.ports import (
    DRIVER_FAILED,
    FAULT_DETAILS,
    DeviceError,
    DeviceFault,
    Health,
    HealthState,
    PrintOutcome,
)
from app.kernel.clock import Clock, system_clock
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.status import ASK_PROOF, Ask, BackChannel, Status, health_of
from drivers.transport.base import Transport

_log = logging.getLogger(__name__)
ASKS: Final = ("auto", "on", "off")
SENSORS: Final = ("none", "high", "low")
_PINS: Final = {2: 0, 5: 1}
_BLOCKED: Final = (DeviceFault.PAPER_OUT, DeviceFault.COVER_OPEN)
_KICK_DEADLINE: Final = 5.0
_CLOSE_DEADLINE: Final = 3.0


@dataclass(frozen=True, slots=True)
class PrinterHabits:
    """How a printer is dealt with.

    Attributes:
        asks: whether it is asked how it is: "on" (silence is an error), "off", or "auto".
        sensor: the level of the drawer's switch when the drawer is open, or "none".
        on_ms: how long the drawer's coil is pulled.
        answer: seconds for an answer.
        busy: seconds to wait for the printer while another job is on its wire.
        proof: seconds for the proof of printing, and so many more for each 400 bytes.
        ask_again: seconds after which a printer that kept silent is asked again.
    """

    asks: str = "auto"
    sensor: str = "none"
    on_ms: int = 50
    answer: float = 1.0
    busy: float = 30.0
    proof: float = 5.0
    ask_again: float = 60.0


class _BusyError(DeviceError):
    """A job of ours is on the wire."""


@dataclass
class _Wire:
    """The wire while one has it; settled when nothing is on its way any more."""

    is_settled: bool = False


class EscposPrinter:
    """Fulfils ReceiptPrinter. Nothing is opened before the first job.

    Safe to call from several threads: one job is on the wire at a time.
    """

    def __init__(
        self,
        transport: Transport,
        form: EscposFormat | None = None,
        *,
        habits: PrinterHabits | None = None,
        clock: Clock = system_clock,
    ) -> None:
        self._transport = transport
        self._form = form or EscposFormat()
        self._habits = habits or PrinterHabits()
        self._clock = clock
        self._lock = threading.Lock()
        self._channel = BackChannel(transport)
        self._silent_until = 0.0
        self._unproved = 0
        self._interrupted = False
        self._health = Health(HealthState.CONNECTING)

    def prepare(self) -> None:
        """Load what the first paper needs; nothing is opened."""
        self._form.recover()

    def print_paper(self, paper: Paper) -> PrintOutcome:
        """Print and cut. PRINTED when the printer said so, SENT when it cannot say.

        Raises:
            DeviceError: `nothing_sent` is True when no byte of the paper left.
        """
        job = self._form.job(paper)
        with self._connected(self._habits.busy) as wire:
            asked = self._preflight()
            if self._interrupted:
                job = self._form.recover() + job
            proves = asked and self._unproved < 2  # noqa: PLR2004 - twice without an answer: it has none
            self._send(job + ASK_PROOF if proves else job)
            outcome = self._await_proof(len(job)) if proves else PrintOutcome.SENT
            wire.is_settled = outcome is PrintOutcome.PRINTED
        self._note(replace(self._health, state=HealthState.READY, detail=""))
        return outcome

    def _preflight(self) -> bool:
        """Whether it answers; raises when it says that it cannot print. No byte of the job has left."""
        if self._habits.asks == "off" or time.monotonic() < self._silent_until:
            return False
        try:
            status = self._fresh_status()
        except DeviceError as error:
            raise self._error(error.fault) from error  # a question left, no byte of the job
        if not status.is_known:
            if self._habits.asks == "on":
                raise self._error(DeviceFault.TIMEOUT)
            self._silent_until = time.monotonic() + self._habits.ask_again
            return False
        if status.fault is not None:
            raise self._error(status.fault)
        return True

    def _fresh_status(self) -> Status:
        """Ask; a kept connection that turns out to be dead is opened anew once."""
        try:
            return self._status()
        except DeviceError:
            if not self._transport.stays_open:
                raise
            self._transport.close(hurry=True)
            self._transport.open()
            return self._status()

    def _status(self) -> Status:
        self._channel.forget()
        return self._channel.status(seconds=self._habits.answer)

    def _send(self, job: bytes) -> None:
        try:
            self._transport.write(job)
        except DeviceError as error:
            self._interrupted = self._interrupted or not error.nothing_sent
            raise
        self._interrupted = False

    def _await_proof(self, size: int) -> PrintOutcome:
        until = time.monotonic() + self._habits.proof + size / 400
        try:
            while time.monotonic() < until:
                if self._channel.proof(seconds=self._habits.answer):
                    self._unproved = 0
                    return PrintOutcome.PRINTED
                self._raise_if_stopped()
            if self._channel.ask(Ask.PRINTER, seconds=self._habits.answer) is None:
                raise self._error(DeviceFault.TIMEOUT)
        except DeviceError as error:
            raise self._error(error.fault, nothing_sent=False) from error
        self._unproved += 1
        return PrintOutcome.SENT

    def _raise_if_stopped(self) -> None:
        """Paper out or cover open in the middle: said at once, not after the whole limit."""
        fault = self._channel.status(seconds=self._habits.answer).fault
        if fault is not None and not self._channel.proof(seconds=0):
            raise self._error(fault)

    # --- the drawer on its plug ---

    def kick(self, pin: int) -> None:
        """Open the drawer on pin 2 or 5 now; never later and never twice.

        Raises:
            DeviceError: it could not be sent.
        """
        from drivers.printer.escpos_library import new_formatter

        formatter = new_formatter()
        on = max(1, min(255, self._habits.on_ms // 2))
        formatter.cashdraw([0x1B, 0x70, _PINS[pin], on, 0xFA])
        with self._connected(_KICK_DEADLINE):
            self._transport.write(formatter.output)

    def drawer_is_open(self) -> bool | None:
        """What the drawer's switch says; None without a switch or an answer."""
        if self._habits.sensor == "none" or self._habits.asks == "off":
            return None
        try:
            with self._connected(_KICK_DEADLINE) as wire:
                pin_3 = self._fresh_status().pin_3_high
                wire.is_settled = True
        except DeviceError:
            return None
        return None if pin_3 is None else pin_3 == (self._habits.sensor == "high")

    # --- how it is ---

    def health(self) -> Health:
        """Ask it how it is. While a job is on the wire, what was known before. Never raises."""
        try:
            with self._connected(0) as wire:
                self._note(self._asked())
                wire.is_settled = True
        except _BusyError:
            return self._health
        except DeviceError as error:
            self._note(self._broken(error.fault))
        except Exception:  # noqa: BLE001 - a bug of the driver is a red dot, not the end of the status bar
            _log.exception("printer at %s", self._transport.name)
            self._note(Health(HealthState.ERROR, DRIVER_FAILED))
        return self._health

    def _asked(self) -> Health:
        if self._habits.asks == "off":
            return Health(HealthState.READY)
        status = self._fresh_status()
        if status.is_known:
            self._silent_until = 0.0
            return self._broken(status.fault) if status.fault else health_of(status)
        if self._habits.asks == "on":
            return self._broken(DeviceFault.TIMEOUT)
        return health_of(status)

    @staticmethod
    def _broken(fault: DeviceFault) -> Health:
        state = HealthState.BLOCKED if fault in _BLOCKED else HealthState.LOST
        return Health(state, FAULT_DETAILS[fault])

    def _note(self, health: Health) -> None:
        """Keep it; `since` is when it last changed."""
        old = self._health
        if (health.state, health.detail) != (old.state, old.detail) or old.since is None:
            self._health = replace(health, since=self._clock())

    def close(self) -> None:
        """Let go of the connection; the next job opens it again. A job under way closes it itself."""
        if self._lock.acquire(timeout=_CLOSE_DEADLINE):
            try:
                self._transport.close()
            finally:
                self._lock.release()

    # --- the wire ---

    @contextmanager
    def _connected(self, seconds: float) -> Iterator[_Wire]:
        """The wire for oneself, open; closed afterwards unless opening it disturbs the device."""
        if not self._lock.acquire(timeout=seconds):
            raise _BusyError(device=self._transport.device, fault=DeviceFault.BUSY)
        wire = _Wire()
        try:
            self._transport.open()
            yield wire
        except DeviceError as error:
            self._transport.close(hurry=True)
            self._note(self._broken(error.fault))
            raise
        finally:
            if not self._transport.stays_open:
                self._transport.close(hurry=wire.is_settled)
            self._lock.release()

    def _error(self, fault: DeviceFault, *, nothing_sent: bool = True) -> DeviceError:
        return DeviceError(device=self._transport.device, fault=fault, nothing_sent=nothing_sent)
