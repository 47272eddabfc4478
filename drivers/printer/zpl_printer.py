"""A label printer that speaks ZPL II, behind any wire."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from app.devices.label import Label
from app.devices.ports import DeviceError, DeviceFault, PrintOutcome
from drivers.printer.zpl_format import ZplFormat
from drivers.transport.base import Transport

_ASK: Final = b"~HS"
_ANSWER: Final = re.compile(rb"\x02([^\x02\x03]*)\x03")
_LINES: Final = 3
_LONGEST: Final = 4096
_BUSY: Final = 30.0


@dataclass(frozen=True, slots=True)
class ZplStatus:
    """What ~HS told: three lines of figures."""

    first: tuple[bytes, ...]
    second: tuple[bytes, ...]

    @property
    def fault(self) -> DeviceFault | None:
        """Why it cannot print now."""
        if _is_set(self.first, 1) or _is_set(self.second, 3):  # media, ribbon
            return DeviceFault.PAPER_OUT
        if _is_set(self.second, 2):
            return DeviceFault.COVER_OPEN
        return DeviceFault.OFFLINE if _is_set(self.first, 2) else None  # paused


def _is_set(figures: tuple[bytes, ...], place: int) -> bool:
    return place < len(figures) and figures[place].strip() == b"1"


class ZplPrinter:
    """Fulfils LabelPrinter. It is asked how it is before a job; that a label came out it never tells.

    Args:
        transport: the wire.
        form: dots and darkness.
        asks: "on" (silence is an error), "off", or "auto".
        answer: seconds for an answer.
    """

    def __init__(
        self, transport: Transport, form: ZplFormat | None = None, *, asks: str = "auto", answer: float = 1.0
    ) -> None:
        self._transport, self._form = transport, form or ZplFormat()
        self._asks, self._answer = asks, answer
        self._lock = threading.Lock()

    def print_labels(self, labels: Sequence[Label]) -> PrintOutcome:
        """Send them; raises DeviceError when the printer says that it cannot print, or is not there."""
        data = self._form.labels(labels)
        with self._wire() as wire:
            status = self._status(wire)
            if status is not None and status.fault is not None:
                raise DeviceError(device=wire.device, fault=status.fault)
            wire.write(data)
        return PrintOutcome.SENT

    def close(self) -> None:
        """Let go of the wire."""
        if self._lock.acquire(timeout=self._answer):
            try:
                self._transport.close(hurry=True)
            finally:
                self._lock.release()

    @contextmanager
    def _wire(self) -> Iterator[Transport]:
        """The wire for one job, opened before and let go of after it."""
        if not self._lock.acquire(timeout=_BUSY):
            raise DeviceError(device=self._transport.device, fault=DeviceFault.BUSY)
        try:
            self._transport.open()
            yield self._transport
        finally:
            if not self._transport.stays_open:
                self._transport.close()
            self._lock.release()

    def _status(self, wire: Transport) -> ZplStatus | None:
        """What the printer says of itself; None where it says nothing, or nothing that makes sense."""
        if self._asks == "off":
            return None
        wire.write(_ASK)
        heard = b""
        while len(_ANSWER.findall(heard)) < _LINES and len(heard) < _LONGEST:
            more = wire.read(_LONGEST, seconds=self._answer)
            if not more:
                break
            heard += more
        lines = [tuple(line.split(b",")) for line in _ANSWER.findall(heard)]
        if len(lines) >= _LINES - 1:
            return ZplStatus(lines[0], lines[1])
        if self._asks == "on":
            fault = DeviceFault.GARBAGE if heard else DeviceFault.TIMEOUT
            raise DeviceError(device=wire.device, fault=fault)
        return None
