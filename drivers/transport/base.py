"""What every wire has in common: opened late, closed surely, and never waited for without limit."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Protocol

from app.devices.ports import DeviceError, DeviceFault

SLICE: Final = 2048  # bytes handed to the system at a time, so that a partial write is known


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each step may take, in seconds."""

    connect: float = 3.0
    stall: float = 5.0  # without a single byte going out
    drain: float = 1.0  # waiting at the end for what is still on its way
    slowest: float = 200.0  # bytes a second; what is slower is broken

    def write_until(self, size: int) -> float:
        """The moment (monotonic) at which a write of that size is given up, however it trickles."""
        return time.monotonic() + self.stall + size / self.slowest


class Transport(Protocol):
    """Bytes to a device and back. Everything that goes wrong is a DeviceError.

    Not thread-safe: whoever owns it holds its own lock. After an error it is closed, and open() starts anew.
    """

    device: str  # what it serves, for the sentence: "printer"
    name: str  # where it goes, for health and logs: "192.0.2.7:9100"
    stays_open: bool  # True: opening it disturbs the device, so it is kept

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        ...

    @property
    def sent(self) -> int:
        """Bytes that left since open(); at least so many when a write was broken off."""
        ...

    def open(self) -> None:
        """Open it; does nothing when it is open."""
        ...

    def write(self, data: bytes) -> None:
        """Send all of it; the error says in `nothing_sent` whether a byte of it left."""
        ...

    def read(self, limit: int, *, seconds: float) -> bytes:
        """What has come, at most limit bytes; empty when nothing came within seconds."""
        ...

    def close(self, *, hurry: bool = False) -> None:
        """Let what was sent arrive, within a limit (not when in a hurry), and let go. Never raises."""
        ...


_BY_ERRNO: Final = {
    errno.ENOENT: DeviceFault.NOT_FOUND,
    errno.ENODEV: DeviceFault.NOT_FOUND,
    errno.ENXIO: DeviceFault.NOT_FOUND,
    errno.EHOSTUNREACH: DeviceFault.NOT_FOUND,
    errno.ENETUNREACH: DeviceFault.NOT_FOUND,
    errno.EHOSTDOWN: DeviceFault.NOT_FOUND,
    errno.EBUSY: DeviceFault.BUSY,
    errno.EWOULDBLOCK: DeviceFault.BUSY,  # an exclusive serial port
    errno.ETIMEDOUT: DeviceFault.TIMEOUT,
    errno.ECONNREFUSED: DeviceFault.REFUSED,
    errno.EACCES: DeviceFault.REFUSED,
    errno.EPERM: DeviceFault.REFUSED,
    errno.ENOSPC: DeviceFault.REFUSED,
    errno.EISDIR: DeviceFault.UNSUPPORTED,
}


def fault_of(error: BaseException, default: DeviceFault = DeviceFault.LOST) -> DeviceFault:
    """The fault that an error of the system or of pyserial stands for."""
    if isinstance(error, TimeoutError):
        return DeviceFault.TIMEOUT
    number = getattr(error, "errno", None)
    if number is None and error.args and isinstance(error.args[0], int):
        number = error.args[0]  # termios.error is no OSError and keeps its number in args
    return _BY_ERRNO.get(number, default) if number is not None else default


@contextmanager
def device_errors(
    transport: Transport,
    *caught: type[Exception],
    default: DeviceFault = DeviceFault.LOST,
    nothing_sent: bool = True,
) -> Iterator[None]:
    """Turn the errors named into DeviceErrors, and close the transport: it is broken."""
    try:
        yield
    except caught as error:
        transport.close(hurry=True)
        fault = fault_of(error, default)
        raise DeviceError(device=transport.device, fault=fault, nothing_sent=nothing_sent) from error


def not_open(transport: Transport) -> DeviceError:
    """The error of writing to what is closed."""
    return DeviceError(device=transport.device, fault=DeviceFault.LOST)
