"""One conversation with a ZVT terminal: connect, register, command, and what comes until its end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from app.devices.ports import CardSlip, DeviceError, DeviceFault, SlipKind
from drivers.terminal.zvt import messages as m
from drivers.terminal.zvt.fields import BadFieldError
from drivers.terminal.zvt.frames import Apdu, ApduReader, BadFrameError
from drivers.transport.base import Transport

_READ: Final = 4096
_MOST_LINES: Final = 2000
_PROGRESS: Final = frozenset({m.INTERMEDIATE, m.STATUS_INFORMATION})


@dataclass(frozen=True, slots=True)
class ZvtLimits:
    """How long is waited, in seconds."""

    answer: float = 5.0  # T3: until a command is taken
    more: float = 180.0  # T4: until the next word, begun again by each 04 FF and 04 0F
    slice: float = 0.2  # how often it is looked whether somebody wants to break off
    recovery: float = 45.0  # for finding out how something ended, all tries together
    between: float = 1.5  # two of these tries


class End(StrEnum):
    """How a command ended."""

    COMPLETED = "completed"
    ABORTED = "aborted"
    REFUSED = "refused"  # the terminal did not take the command
    LOST = "lost"  # sent, and the end of it did not come


@dataclass(slots=True)
class Exchange:
    """What came of a command."""

    end: End = End.LOST
    code: int | None = None
    fault: DeviceFault | None = None
    status: m.StatusInformation | None = None
    completion: bytes = b""
    slips: list[CardSlip] = field(default_factory=list)


class ZvtLink:
    """Owns the connection; used by one thread, but for abort().

    Args:
        transport: the wire.
        limits: how long is waited.
        clock: seconds that only grow.
    """

    def __init__(
        self, transport: Transport, *, limits: ZvtLimits, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._transport, self._limits, self._clock = transport, limits, clock
        self._reader = ApduReader()
        self._waiting: list[Apdu] = []
        self._is_registered = False
        self._wants_abort = threading.Event()

    @property
    def is_ready(self) -> bool:
        """Whether it is connected and registered."""
        return self._is_registered and self._transport.is_open

    def abort(self) -> None:
        """Have what runs broken off; from any thread."""
        self._wants_abort.set()

    def connect(self, registration: Apdu) -> None:
        """Connect and register, unless that is done; raises DeviceError."""
        if self.is_ready:
            return
        self.close()
        self._transport.open()
        done = self.run(registration)
        if done.end is End.LOST:
            self.close()
            raise self._error(done.fault or DeviceFault.TIMEOUT)
        if done.end is not End.COMPLETED:
            self.close()
            raise self._error(DeviceFault.BUSY if done.code == 0x9C else DeviceFault.REFUSED)  # noqa: PLR2004
        self._is_registered = True

    def close(self) -> None:
        """Let go of the connection."""
        self._is_registered = False
        self._reader, self._waiting = ApduReader(), []
        self._transport.close(hurry=True)

    def run(self, command: Apdu, *, can_abort: bool = False) -> Exchange:
        """Send a command and take all that follows.

        Once a byte is sent nothing is raised any more: what gets lost is an Exchange that is LOST.

        Raises:
            DeviceError: not a byte of the command left; `nothing_sent` says so.
        """
        self._wants_abort.clear()
        done = Exchange()
        try:
            self._transport.write(command.encode())
        except DeviceError as error:
            self.close()
            if error.nothing_sent:
                raise
            done.fault = error.fault
            return done
        papers = _Papers()
        try:
            self._follow(done, papers, can_abort=can_abort)
        except DeviceError as error:
            done.end, done.fault = End.LOST, error.fault
        except (BadFrameError, BadFieldError):
            done.end, done.fault = End.LOST, DeviceFault.GARBAGE
        done.slips = papers.finished(done.status)
        if done.end is End.LOST:
            self.close()
        return done

    def _follow(self, done: Exchange, papers: _Papers, *, can_abort: bool) -> None:
        first = self._next(self._limits.answer)
        if first.command >> 8 == m.REFUSED_CLASS:
            done.end, done.code = End.REFUSED, first.command & 0xFF
            return
        if first.command != m.ACK and self._take(first, done, papers):
            return
        until = self._clock() + self._limits.more
        while True:
            if can_abort and self._wants_abort.is_set():
                can_abort = False
                self._transport.write(Apdu(m.ABORT).encode())
            one = self._find(self._limits.slice)
            if one is not None and self._take(one, done, papers):
                return
            if one is not None and one.command in _PROGRESS:
                until = self._clock() + self._limits.more
            elif self._clock() >= until:
                raise self._error(DeviceFault.TIMEOUT)

    def _take(self, one: Apdu, done: Exchange, papers: _Papers) -> bool:
        """Take a message and say that it came; True when it was the last."""
        match one.command:
            case m.COMPLETION:
                done.end, done.completion = End.COMPLETED, one.data
            case m.ABORTED:
                done.end, done.code = End.ABORTED, one.data[0] if one.data else None
            case m.STATUS_INFORMATION:
                done.status = m.read_status(one.data)
            case m.PRINT_LINE:
                papers.line(m.read_print_line(one.data))
            case m.PRINT_BLOCK:
                papers.block(*m.read_print_block(one.data))
            case _:
                if one.command == m.ACK or one.command >> 8 == m.REFUSED_CLASS:
                    return False  # its word to the abort: what counts is how it ends
        self._acknowledge(done)
        return done.end is not End.LOST

    def _acknowledge(self, done: Exchange) -> None:
        try:
            self._transport.write(Apdu(m.ACK).encode())
        except DeviceError:
            if done.end is End.LOST:
                raise
            self.close()  # the end was said: that the last word is lost changes nothing for us

    def _next(self, seconds: float) -> Apdu:
        """The next message; raises DeviceError(TIMEOUT)."""
        until = self._clock() + seconds
        while (one := self._find(min(seconds, self._limits.slice))) is None:
            if self._clock() >= until:
                raise self._error(DeviceFault.TIMEOUT)
        return one

    def _find(self, seconds: float) -> Apdu | None:
        if not self._waiting:
            self._waiting = self._reader.feed(self._transport.read(_READ, seconds=seconds))
        return self._waiting.pop(0) if self._waiting else None

    def _error(self, fault: DeviceFault) -> DeviceError:
        return DeviceError(device=self._transport.device, fault=fault)


class _Papers:
    """Puts lines and blocks together to papers."""

    def __init__(self) -> None:
        self._papers: list[tuple[SlipKind | None, tuple[str, ...]]] = []
        self._lines: list[str] = []
        self._kind: SlipKind | None = None

    def line(self, line: m.PrintedLine) -> None:
        """06 D1: the first line that says whose paper it is counts; the last cuts."""
        self._kind = self._kind or line.kind
        if line.text or not line.cuts:
            self._lines.append(line.text)
        if line.cuts or len(self._lines) > _MOST_LINES:
            self.block(self._kind, tuple(self._lines))
            self._lines, self._kind = [], None

    def block(self, kind: SlipKind | None, lines: tuple[str, ...]) -> None:
        """06 D3, or lines that were cut."""
        if any(lines):
            self._papers.append((kind, lines[:_MOST_LINES]))

    def finished(self, status: m.StatusInformation | None) -> list[CardSlip]:
        """All papers, in order."""
        self.block(self._kind, tuple(self._lines))
        signed = status is not None and status.wants_signature
        made = []
        for said, lines in self._papers:
            kind = said or _guess(lines)
            shown = _trimmed(lines)
            made.append(CardSlip(kind, shown, wants_signature=signed and kind is SlipKind.MERCHANT))
        return made


def _guess(lines: tuple[str, ...]) -> SlipKind:
    """Whose paper it is, by its heading."""
    text = " ".join(lines).upper()
    if "KUNDE" in text or "CUSTOMER" in text or "CARDHOLDER" in text:
        return SlipKind.CUSTOMER
    if "HÄNDLER" in text or "HAENDLER" in text or "MERCHANT" in text:
        return SlipKind.MERCHANT
    return SlipKind.ADMIN


def _trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty lines at both ends."""
    first = next((i for i, x in enumerate(lines) if x.strip()), 0)
    last = next((i for i, x in enumerate(reversed(lines)) if x.strip()), 0)
    return lines[first : len(lines) - last]
