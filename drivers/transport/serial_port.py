"""A serial port: pyserial with a limit on every write, and sole use of the port."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Any, Final

from app.devices.ports import DeviceFault
from drivers.transport.base import Limits, device_errors, not_open

_SLICE: Final = 128  # small: after a time-out only whole slices are known to have left
FLOWS: Final = ("none", "rtscts", "xonxoff", "dsrdtr")
FRAMINGS: Final = ("8N1", "8E1", "8O1", "8N2", "7E1", "7O1", "7N1")


def _broken() -> tuple[type[Exception], ...]:
    import serial

    errors: list[type[Exception]] = [serial.SerialException, OSError, ValueError]
    with contextlib.suppress(ImportError):
        import termios

        errors.append(termios.error)  # what a pty or a pulled plug raises, and no OSError
    return tuple(errors)


class SerialTransport:
    """One serial port, kept open: opening it moves the lines that some devices restart on."""

    stays_open = True

    def __init__(
        self,
        port: str,
        *,
        baud: int = 9600,
        framing: str = "8N1",
        flow: str = "none",
        device: str = "printer",
        limits: Limits | None = None,
    ) -> None:
        self.device = device
        self.name = port
        self._baud, self._framing, self._flow = baud, framing, flow
        self._limits = limits or Limits()
        self._serial: Any = None
        self._sent = 0

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self._serial is not None

    @property
    def sent(self) -> int:
        """Bytes that left since open()."""
        return self._sent

    def open(self) -> None:
        """Take the port, alone."""
        if self._serial is not None:
            return
        with device_errors(self, *_broken(), default=DeviceFault.NOT_FOUND):
            self._serial = self._opened()
        self._sent = 0

    def _opened(self) -> Any:
        import serial

        options: dict[str, Any] = {
            "baudrate": self._baud, "bytesize": int(self._framing[0]),
            "parity": self._framing[1], "stopbits": int(self._framing[2]),
            "timeout": 0, "write_timeout": self._limits.stall,
            "rtscts": self._flow == "rtscts", "xonxoff": self._flow == "xonxoff",
            "dsrdtr": self._flow == "dsrdtr",
        }  # fmt: skip
        try:
            return serial.Serial(self.name, exclusive=True, **options)
        except ValueError:
            return serial.Serial(self.name, **options)  # systems where every port is exclusive anyway

    def write(self, data: bytes) -> None:
        """Send all of it, slice by slice."""
        if self._serial is None:
            raise not_open(self)
        until = self._limits.write_until(len(data))
        for begin in range(0, len(data), _SLICE):
            part = data[begin : begin + _SLICE]
            # part of the first slice may be out when it is broken off: only a refused open is "nothing"
            with self._guard(nothing_sent=False):
                if time.monotonic() > until:
                    raise TimeoutError
                self._serial.write(part)
            self._sent += len(part)

    @contextlib.contextmanager
    def _guard(self, *, nothing_sent: bool) -> Iterator[None]:
        import serial

        with device_errors(self, *_broken(), nothing_sent=nothing_sent):
            try:
                yield
            except serial.SerialTimeoutException as error:
                raise TimeoutError from error

    def read(self, limit: int, *, seconds: float) -> bytes:
        """What has come within the time."""
        if self._serial is None:
            raise not_open(self)
        with self._guard(nothing_sent=self._sent == 0):
            self._serial.timeout = max(0.0, seconds)
            first: bytes = self._serial.read(1)
            if not first or limit == 1:
                return first
            self._serial.timeout = 0
            rest: bytes = self._serial.read(limit - 1)
            return first + rest

    def close(self, *, hurry: bool = False) -> None:
        """Let what was written leave, within the limit, and give the port back."""
        port, self._serial = self._serial, None
        if port is None:
            return
        with contextlib.suppress(*_broken()):
            until = time.monotonic() + (0 if hurry else self._limits.drain)
            while port.out_waiting and time.monotonic() < until:
                time.sleep(0.02)
            if port.out_waiting:
                port.reset_output_buffer()  # else the system itself waits, up to half a minute
        with contextlib.suppress(*_broken()):
            port.close()
