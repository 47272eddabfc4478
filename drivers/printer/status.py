"""What an ESC/POS printer says of itself, told apart from whatever else comes up the wire."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from app.devices.ports import PAPER_LOW, STATE_UNTOLD, DeviceFault, Health, HealthState
from drivers.transport.base import Transport

ASK_PROOF: Final = b"\x1dr\x01"  # GS r 1: answered after everything before it was printed
_ASB_REST: Final = 3
_XON_XOFF: Final = (0x11, 0x13)
_PULSE: Final = 0.25


class Ask(IntEnum):
    """What DLE EOT asks for."""

    PRINTER = 1
    CAUSE = 2
    ERROR = 3
    PAPER = 4


@dataclass(frozen=True, slots=True)
class Status:
    """The answers to DLE EOT; None where there was none."""

    printer: int | None = None
    cause: int | None = None
    paper: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the printer says anything at all."""
        return self.printer is not None

    @property
    def fault(self) -> DeviceFault | None:
        """Why it cannot print now."""
        printer, cause, paper = self.printer or 0, self.cause or 0, self.paper or 0
        if paper & 0x60 or cause & 0x20:
            return DeviceFault.PAPER_OUT
        if cause & 0x04:
            return DeviceFault.COVER_OPEN
        return DeviceFault.OFFLINE if printer & 0x28 else None

    @property
    def paper_low(self) -> bool:
        """Whether the roll comes to its end."""
        return bool((self.paper or 0) & 0x0C)

    @property
    def pin_3_high(self) -> bool | None:
        """The drawer's switch as it is wired."""
        return None if self.printer is None else bool(self.printer & 0x04)


class BackChannel:
    """Sorts what comes back: answers to DLE EOT, the proof of printing, and noise."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._answers: deque[int] = deque(maxlen=16)
        self._proofs = 0
        self._skip = 0

    def forget(self) -> None:
        """Throw away what came unasked, so that it is not taken for an answer."""
        for _ in range(64):
            if not self._transport.read(256, seconds=0):
                break
        self._answers.clear()
        self._proofs = self._skip = 0

    def ask(self, what: Ask, *, seconds: float) -> int | None:
        """One DLE EOT; None when no valid answer came in time."""
        self._answers.clear()
        self._transport.write(bytes([0x10, 0x04, what]))
        until = time.monotonic() + seconds
        while not self._answers and (left := until - time.monotonic()) > 0:
            self._pump(min(left, _PULSE))
        return self._answers.popleft() if self._answers else None

    def status(self, *, seconds: float) -> Status:
        """Everything that decides whether it can print; asks no further when it is silent."""
        printer = self.ask(Ask.PRINTER, seconds=seconds)
        if printer is None:
            return Status()
        cause = self.ask(Ask.CAUSE, seconds=seconds) if printer & 0x28 else None
        return Status(printer, cause, self.ask(Ask.PAPER, seconds=seconds))

    def proof(self, *, seconds: float) -> bool:
        """Whether the answer to GS r came within the time."""
        until = time.monotonic() + seconds
        while not self._proofs and (left := until - time.monotonic()) > 0:
            self._pump(min(left, _PULSE))
        return self._proofs > 0

    def _pump(self, seconds: float) -> None:
        started = time.monotonic()
        data = self._transport.read(64, seconds=seconds)
        for byte in data:
            self._sort(byte)
        if not data and time.monotonic() - started < seconds / 2:
            time.sleep(min(seconds, 0.02))  # a wire that does not wait by itself

    def _sort(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif byte in _XON_XOFF:
            return
        elif byte & 0x93 == 0x10:  # noqa: PLR2004 - first of four bytes of automatic status
            self._skip = _ASB_REST
        elif byte & 0x93 == 0x12:  # noqa: PLR2004 - the fixed bits of an answer to DLE EOT
            self._answers.append(byte)
        elif byte & 0x90 == 0:
            self._proofs += 1


def health_of(status: Status) -> Health:
    """A status as the dot in the status bar; the sentence is the caller's for faults."""
    if not status.is_known:
        return Health(HealthState.READY, STATE_UNTOLD)
    if status.paper_low:
        return Health(HealthState.WARNING, PAPER_LOW)
    return Health(HealthState.READY)
