"""A TCP proxy that spoils what passes: slow, garbage, cut, silent, deaf.

It stands in front of any counterpart (emupos, our own printer); the driver talks to `port`.
"""

from __future__ import annotations

import contextlib
import random
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import Self


@dataclass
class Faults:
    """What is done to the bytes; may be changed while connections stand."""

    bytes_per_second: int | None = None  # to the device
    cut_after: int | None = None  # the connection is reset after so many bytes to the device
    silent: bool = False  # answers are swallowed
    garbage: bool = False  # answers are replaced by random bytes
    deaf: bool = False  # nothing is read from the driver at all
    chatter: bytes = b""  # said unasked with each answer


@dataclass
class FaultProxy:
    """Use as a context manager."""

    target: tuple[str, int]
    faults: Faults = field(default_factory=Faults)
    passed: int = 0
    connections: int = 0

    def __enter__(self) -> Self:
        self._stop = threading.Event()
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._stop.set()
        for sock in self._open:
            _drop(sock)
        for thread in self._threads:
            thread.join(2)
        self._listener.close()

    def unplug(self) -> None:
        """Reset what stands and take no more connections."""
        self._listener.close()
        for sock in self._open:
            _drop(sock)

    def _accept(self) -> None:
        while not self._stop.is_set():
            try:
                driver, _address = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            self.connections += 1
            device = socket.create_connection(self.target, 2)
            self._open += [driver, device]
            for work in (self._to_device, self._to_driver):
                thread = threading.Thread(target=work, args=(driver, device), daemon=True)
                thread.start()
                self._threads.append(thread)

    def _to_device(self, driver: socket.socket, device: socket.socket) -> None:
        sent = 0
        while not self._stop.is_set():
            if self.faults.deaf:
                time.sleep(0.02)
                continue
            rate, cut = self.faults.bytes_per_second, self.faults.cut_after
            size = 4096 if rate is None else max(1, rate // 50)
            if cut is not None:
                size = min(size, cut - sent)
            data = _receive(driver, size) if size > 0 else b""
            if not data:
                break
            with contextlib.suppress(OSError):
                device.sendall(data)
            sent += len(data)
            self.passed += len(data)
            if rate is not None:
                time.sleep(len(data) / rate)
        if self.faults.cut_after is not None and sent >= self.faults.cut_after:
            _drop(driver)
        with contextlib.suppress(OSError):
            device.shutdown(socket.SHUT_WR)

    def _to_driver(self, driver: socket.socket, device: socket.socket) -> None:
        noise = random.Random(4)  # noqa: S311
        while data := _receive(device, 4096):
            if self.faults.silent:
                continue
            if self.faults.garbage:
                data = bytes(noise.choice((0xFF, 0x80, 0x91, 0xC3)) for _ in range(16))
            with contextlib.suppress(OSError):
                driver.sendall(self.faults.chatter + data)
        if not self.faults.silent:
            with contextlib.suppress(OSError):
                driver.shutdown(socket.SHUT_WR)


def _receive(sock: socket.socket, size: int) -> bytes:
    try:
        return sock.recv(size)
    except OSError:
        return b""


def _drop(sock: socket.socket) -> None:
    """Close with a reset, as a printer that lost its power."""
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RD)
    with contextlib.suppress(OSError):
        sock.close()
