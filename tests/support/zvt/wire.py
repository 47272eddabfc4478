"""The simulated terminal on a wire: one in memory on which silence costs no time, and TCP."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import Self

from app.devices.ports import DeviceError, DeviceFault
from tests.support.zvt.machine import Action, Cut, Machine, Say


class MemoryWire:
    """Fulfils Transport; `ticks` and `pause` are its own time, for ZvtTerminal."""

    stays_open = False
    device = "card terminal"
    name = "memory"

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.time = 0.0
        self.abort_after: float | None = None
        self.on_time: Callable[[], None] = lambda: None
        self._coming: list[Action] = []
        self._is_open = False

    @property
    def is_open(self) -> bool:
        return self._is_open

    @property
    def sent(self) -> int:
        return len(b"".join(self.machine.received))

    def ticks(self) -> float:
        return self.time

    def pause(self, seconds: float) -> None:
        self.time += seconds

    def open(self) -> None:
        if self._is_open:
            return
        if not self.machine.connected():
            raise DeviceError(device=self.device, fault=DeviceFault.REFUSED)
        self._is_open, self._coming = True, []

    def write(self, data: bytes) -> None:
        if not self._is_open:
            raise DeviceError(device=self.device, fault=DeviceFault.LOST)
        self._coming += self.machine.receive(data)

    def read(self, limit: int, *, seconds: float) -> bytes:
        del limit
        if not self._is_open:
            raise DeviceError(device=self.device, fault=DeviceFault.LOST)
        if not self._coming:
            self.time += seconds
            if self.abort_after is not None and self.time >= self.abort_after:
                self.abort_after = None
                self.on_time()
            return b""
        one = self._coming.pop(0)
        if isinstance(one, Cut):
            self.close(hurry=True)
            raise DeviceError(device=self.device, fault=DeviceFault.LOST, nothing_sent=False)
        return one.data

    def close(self, *, hurry: bool = False) -> None:
        del hurry
        self._is_open = False


class TcpMachine:
    """The machine on a TCP port, one till at a time; a context manager."""

    def __init__(self, machine: Machine, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.machine = machine
        self._listener = socket.create_server((host, port))
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="zvt simulator", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._stop.set()
        self._thread.join(2)
        self._listener.close()

    def wait(self) -> None:
        """Until it is stopped."""
        self._stop.wait()

    def _serve(self) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _address = self._listener.accept()
                with connection:
                    if self.machine.connected():
                        self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        connection.settimeout(0.05)
        while not self._stop.is_set():
            try:
                data = connection.recv(4096)
                if not data:
                    return
                for one in self.machine.receive(data):
                    if not isinstance(one, Say):
                        return
                    connection.sendall(one.data)
            except TimeoutError:
                continue
            except OSError:
                return
