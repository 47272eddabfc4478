"""The connection of a call that is under way: cut when its time is up, or when somebody stops it."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from app.devices.mail import MailFault

_WHOLE: Final = 3  # the whole call may take so many times the limit of a step
Socket = Callable[[], socket.socket | None]


class Wire:
    """One call at a time on the caller's thread; `stop` from any."""

    def __init__(self, error: Callable[[MailFault], Exception]) -> None:
        """`error` makes what is raised when a call begins or goes on after `stop`."""
        self._error = error
        self._lock = threading.Lock()
        self._socket: Socket | None = None
        self._stopped = False
        self._late = False

    @contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """A whole call whose single steps may take `seconds` each."""
        self._late = False
        watchdog = threading.Timer(seconds * _WHOLE, self._out_of_time)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()
            with self._lock:
                self._socket = None

    def hold(self, found: Socket) -> None:
        """From here on what `found` gives is cut; raises the error of a stop that came before."""
        with self._lock:
            self._socket = found
            stopped = self._stopped
        if stopped:
            raise self._error(MailFault.STOPPED)

    def stop(self) -> None:
        """Break off what is under way, and what comes after; any thread."""
        with self._lock:
            self._stopped = True
        self._cut()

    def cut_for(self) -> MailFault | None:
        """Why we hung up ourselves: stopped, or out of time; None: we did not."""
        if self._stopped:
            return MailFault.STOPPED
        return MailFault.TIMEOUT if self._late else None

    def _out_of_time(self) -> None:
        self._late = True
        self._cut()

    def _cut(self) -> None:
        with self._lock:
            wire = self._socket() if self._socket is not None else None
            if wire is not None:
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(wire, socket.SHUT_RDWR)  # of a TLS socket too: no farewell
