"""A device that only talks, or only listens: a scanner or a display behind a serial server."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Self


class Talker:
    """On a TCP port; keeps what it was told in `received`."""

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]
        self.received = bytearray()
        self._connection: socket.socket | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._stop.set()
        self._thread.join(2)
        self.hang_up()
        self._listener.close()

    @property
    def is_connected(self) -> bool:
        return self._connection is not None

    def say(self, data: bytes) -> None:
        if self._connection is not None:
            self._connection.sendall(data)

    def hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)  # close() alone waits for the thread that reads
            connection.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            connection = self._connection
            if connection is None:
                with contextlib.suppress(TimeoutError):
                    self._connection, _address = self._listener.accept()
                    self._connection.settimeout(0.05)
                continue
            try:
                data = connection.recv(4096)
            except TimeoutError:
                continue
            except OSError:
                data = b""
            if data:
                self.received += data
            else:
                self.hang_up()
