"""A network printer: raw bytes on port 9100, with a limit for every step."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
import time
from typing import Any, Final

from app.devices.ports import DeviceFault
from drivers.transport.base import SLICE, Limits, device_errors, not_open

_SEND_BUFFER: Final = 16384


class TcpTransport:
    """One TCP connection.

    It is opened for a job and closed after it, so that two tills can share a printer. Closing says
    "no more" and waits until the printer has read everything: a plain close() with unread answers
    throws away what is still on its way.
    """

    stays_open = False

    def __init__(
        self, host: str, port: int, *, device: str = "printer", limits: Limits | None = None
    ) -> None:
        self.device = device
        self.name = f"{host}:{port}"
        self._host, self._port = host, port
        self._limits = limits or Limits()
        self._socket: socket.socket | None = None
        self._sent = 0

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self._socket is not None

    @property
    def sent(self) -> int:
        """Bytes that left since open()."""
        return self._sent

    def open(self) -> None:
        """Look the name up and connect, both within the limit."""
        if self._socket is not None:
            return
        with device_errors(self, OSError, default=DeviceFault.NOT_FOUND):
            self._socket = self._connect(time.monotonic() + self._limits.connect)
            self._socket.settimeout(0)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._sent = 0

    def _connect(self, until: float) -> socket.socket:
        error: OSError = TimeoutError("no address")
        for family, kind, proto, _name, address in _resolve(self._host, self._port, until):
            left = until - time.monotonic()
            if left <= 0:
                break
            candidate = socket.socket(family, kind, proto)
            # small, so that a printer that takes nothing is noticed, and `sent` is nearly the truth
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
            candidate.settimeout(left)
            try:
                candidate.connect(address)
            except OSError as failed:
                candidate.close()
                error = failed
            else:
                return candidate
        raise error

    def write(self, data: bytes) -> None:
        """Send all of it; raises when the other side is gone or takes nothing any more."""
        if self._socket is None:
            raise not_open(self)
        start, until = self._sent, self._limits.write_until(len(data))
        view = memoryview(data)
        while view:
            with device_errors(self, OSError, nothing_sent=self._sent == start):
                self._await_room(self._socket, until)
                taken = self._socket.send(view[:SLICE])
            self._sent += taken
            view = view[taken:]

    def _await_room(self, sock: socket.socket, until: float) -> None:
        left = min(self._limits.stall, until - time.monotonic())
        if left <= 0:
            raise TimeoutError
        readable, writable, _ = select.select([sock], [sock], [], left)
        if readable and not sock.recv(1, socket.MSG_PEEK):
            # the other side hung up: a write would "succeed" and be lost
            raise ConnectionResetError
        if not writable and not _wait_writable(sock, left):
            raise TimeoutError

    def read(self, limit: int, *, seconds: float) -> bytes:
        """What has come; an end of the connection is an error, silence is not."""
        if self._socket is None:
            raise not_open(self)
        with device_errors(self, OSError, nothing_sent=self._sent == 0):
            readable, _, _ = select.select([self._socket], [], [], max(0.0, seconds))
            if not readable:
                return b""
            data = self._socket.recv(limit)
            if not data:
                raise ConnectionResetError
            return data

    def close(self, *, hurry: bool = False) -> None:
        """Say "no more", wait until the other side has read it all (within the limit), and close.

        In a hurry (the device has answered everything) it is not waited for.
        """
        sock, self._socket = self._socket, None
        if sock is None:
            return
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_WR)
            until = time.monotonic() + (0 if hurry else self._limits.drain)
            while (left := until - time.monotonic()) > 0:
                readable, _, _ = select.select([sock], [], [], left)
                if not readable or not sock.recv(4096):
                    break
        with contextlib.suppress(OSError):
            sock.close()


def _wait_writable(sock: socket.socket, seconds: float) -> bool:
    _, writable, _ = select.select([], [sock], [], seconds)
    return bool(writable)


def _resolve(host: str, port: int, until: float) -> list[tuple[Any, ...]]:
    """The addresses of a name; the system's look-up has no limit of time, so it gets a thread."""
    found: list[tuple[Any, ...]] = []
    failed: list[OSError] = []

    def look_up() -> None:
        try:
            found.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except OSError as error:
            failed.append(error)

    thread = threading.Thread(target=look_up, name=f"look up {host}", daemon=True)
    thread.start()
    thread.join(max(0.0, until - time.monotonic()))
    if failed:
        raise failed[0]
    if thread.is_alive():
        raise TimeoutError
    return list(found)
