"""A device file of the system (/dev/usb/lp0, a pseudo-terminal) or a plain file that collects the bytes."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import stat
import time
from typing import Any

from app.devices.ports import DeviceFault
from drivers.transport.base import SLICE, Limits, device_errors, not_open


class FileTransport:
    """Bytes into a file. A plain file is appended to and never answers."""

    stays_open = False

    def __init__(self, path: str, *, device: str = "printer", limits: Limits | None = None) -> None:
        self.device = device
        self.name = path
        self._limits = limits or Limits()
        self._fd: int | None = None
        self._is_plain = True
        self._sent = 0

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self._fd is not None

    @property
    def sent(self) -> int:
        """Bytes that left since open()."""
        return self._sent

    def open(self) -> None:
        """Open it without waiting; a pseudo-terminal is set to pass bytes as they are."""
        if self._fd is not None:
            return
        with device_errors(self, OSError, default=DeviceFault.NOT_FOUND):
            self._fd = _open(self.name)
            self._is_plain = stat.S_ISREG(os.fstat(self._fd).st_mode)
            _make_raw(self._fd)
        self._sent = 0

    def write(self, data: bytes) -> None:
        """Write all of it, waiting for room at most as long as the limit says."""
        start, until = self._sent, self._limits.write_until(len(data))
        view = memoryview(data)
        while view:
            if self._fd is None:
                raise not_open(self)
            with device_errors(self, OSError, nothing_sent=self._sent == start):
                taken = self._write_some(self._fd, view[:SLICE], until)
            self._sent += taken
            view = view[taken:]

    def _write_some(self, fd: int, view: memoryview, until: float) -> int:
        if self._is_plain:
            return os.write(fd, view)
        until = min(until, time.monotonic() + self._limits.stall)
        while (left := until - time.monotonic()) > 0:
            _, writable, _ = select.select([], [fd], [], left)
            with contextlib.suppress(BlockingIOError):
                if writable:
                    return os.write(fd, view)
            time.sleep(0.01)  # some drivers call themselves writable and are not
        raise TimeoutError

    def read(self, limit: int, *, seconds: float) -> bytes:
        """What has come; a plain file has nothing to say."""
        if self._fd is None:
            raise not_open(self)
        if self._is_plain:
            return b""
        until = time.monotonic() + seconds
        with device_errors(self, OSError, nothing_sent=self._sent == 0):
            while True:
                readable, _, _ = select.select([self._fd], [], [], max(0.0, until - time.monotonic()))
                data = _read_some(self._fd, limit) if readable else b""
                if data or time.monotonic() >= until:
                    return data
                time.sleep(0.01)  # readable and empty: a USB printer that has nothing to say

    def close(self, *, hurry: bool = False) -> None:
        """Give the file back; a plain one is safely on the disk."""
        del hurry
        fd, self._fd = self._fd, None
        if fd is None:
            return
        with contextlib.suppress(OSError):
            if self._is_plain:
                os.fsync(fd)
        with contextlib.suppress(OSError):
            os.close(fd)


def _open(path: str) -> int:
    waitless = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - bytes in, bytes out
        try:
            return os.open(path, os.O_RDWR | waitless)
        except PermissionError:
            return os.open(path, os.O_WRONLY | waitless)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | waitless, 0o600)


def _make_raw(fd: int) -> None:
    if not os.isatty(fd):
        return
    import termios
    import tty

    broken: Any = termios.error
    with contextlib.suppress(broken):
        tty.setraw(fd)


def _read_some(fd: int, limit: int) -> bytes:
    try:
        return os.read(fd, limit)
    except BlockingIOError:
        return b""
    except OSError as error:
        if error.errno in {errno.EINVAL, errno.EBADF}:
            return b""  # a printer on a one-way cable, or one that we may only write to
        raise
