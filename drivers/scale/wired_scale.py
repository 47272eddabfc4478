"""A scale on a wire, asked for one weight at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from app.devices.ports import FAULT_DETAILS, DeviceError, DeviceFault, Health, HealthState
from app.devices.weight import NoWeight, Tare, Weight
from app.kernel.clock import Clock, system_clock
from drivers.scale.protocols import GarbledError, ScaleProtocol
from drivers.transport.base import Transport

_DEVICE: Final = "scale"
_MOST: Final = 64  # bytes of the longest answer, and some
_SLICE: Final = 0.05


@dataclass(frozen=True, slots=True)
class ScaleLimits:
    """Seconds that an answer may take, and how often a garbled one is asked for anew."""

    answer: float = 1.0
    tries: int = 2


class WiredScale:
    """Fulfils Scale. What came before the question is thrown away: a weight is always a fresh one.

    Args:
        transport: the wire.
        protocol: how it is asked.
        tares: the packagings that are used here.
        unit: what a protocol weighs in that does not say so.
        limits: how long is waited.
        clock: the time of day.
        ticks: seconds that only grow.
    """

    def __init__(
        self,
        transport: Transport,
        protocol: ScaleProtocol,
        *,
        unit: str = "kg",
        tares: tuple[Tare, ...] = (),
        limits: ScaleLimits | None = None,
        clock: Clock = system_clock,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport, self._protocol, self._unit = transport, protocol, unit
        self._limits, self._clock, self._ticks = limits or ScaleLimits(), clock, ticks
        self._tares = tares
        self._lock = threading.Lock()
        self._health = Health(HealthState.CONNECTING)

    @property
    def tares(self) -> tuple[Tare, ...]:
        """The packagings that are used here."""
        return self._tares

    def read(self) -> Weight | NoWeight:
        """Ask for the weight; raises DeviceError."""
        with self._lock:
            try:
                weight = self._read()
            except DeviceError as error:
                self._transport.close(hurry=True)
                self._note(HealthState.LOST, FAULT_DETAILS[error.fault])
                raise
            if not self._transport.stays_open:
                self._transport.close(hurry=True)
            self._note(HealthState.READY, "")
            return weight

    def _read(self) -> Weight | NoWeight:
        self._transport.open()
        answer = b""
        for _ in range(self._limits.tries):
            answer = self._ask()
            if answer:
                try:
                    return self._protocol.read(answer, self._unit)
                except GarbledError:
                    continue
        raise DeviceError(
            device=_DEVICE, fault=DeviceFault.GARBAGE if answer else DeviceFault.TIMEOUT, nothing_sent=False
        )

    def _ask(self) -> bytes:
        """One whole answer, what there is of it when time is over; b"" for silence."""
        self._drain()
        self._transport.write(self._protocol.ask)
        until = self._ticks() + self._limits.answer
        if self._protocol.prompt:
            if (
                self._collect(until, lambda data: len(data) >= len(self._protocol.prompt))
                != self._protocol.prompt
            ):
                return b""
            self._transport.write(self._protocol.then)
        return self._collect(until, self._protocol.is_whole)

    def _drain(self) -> None:
        """What a scale said unasked, or too late, is no answer to the next question."""
        until = self._ticks() + self._limits.answer
        while self._transport.read(_MOST, seconds=0) and self._ticks() < until:
            pass

    def _collect(self, until: float, is_whole: Callable[[bytes], bool]) -> bytes:
        data = b""
        while not is_whole(data) and len(data) < _MOST:
            left = until - self._ticks()
            if left <= 0:
                break
            data += self._transport.read(1, seconds=min(left, _SLICE))
        return data

    def health(self) -> Health:
        """As it was when it was asked last."""
        return self._health

    def close(self) -> None:
        """Let go of the port."""
        with self._lock:
            self._transport.close(hurry=True)

    def _note(self, state: HealthState, detail: str) -> None:
        if (state, detail) != (self._health.state, self._health.detail):
            self._health = replace(self._health, state=state, detail=detail, since=self._clock())
