"""One program per data folder; a second start brings the window of the first to the front."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal

from app.kernel.refusal import Refusal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

EXIT_RUNNING: Final = 3
_WAIT_MS: Final = 500
_RAISE: Final = b"raise\n"


class AlreadyRunningError(Refusal):
    """Another window works on the same data."""

    message = "Takings is running already on this data. Its window was brought to the front."


class Instance(QObject):
    """The right to work on a data folder, as long as it lives.

    Signals:
        raise_requested(): somebody started the program again.
    """

    raise_requested = Signal()

    def __init__(self, data_dir: Path, lock: QLockFile) -> None:
        super().__init__()
        self._data_dir = data_dir
        self._lock = lock
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Hear of further starts; needs the application. False: it works without."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None:
            return True
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._connected)
        name = _name_of(self._data_dir)
        if not server.listen(name):
            QLocalServer.removeServer(name)
            if not server.listen(name):
                return False
        self._server = server
        return True

    def release(self) -> None:
        """Let somebody else have it."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()
        _held.pop(str(self._data_dir.resolve()), None)

    def _connected(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()


_held: Final[dict[str, Instance]] = {}


def claim(data_dir: Path) -> Instance | None:
    """The right to the folder, or None when another process has it; that one was asked to come forward.

    Within one process the same folder gives the same Instance again.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    name = str(data_dir.resolve())
    if name in _held:
        return _held[name]
    lock = QLockFile(str(data_dir / "takings.lock"))
    lock.setStaleLockTime(0)  # a lock is stale when its process is gone, never by age
    if not lock.tryLock(0):
        _ask_to_raise(_name_of(data_dir))
        return None
    _held[name] = Instance(data_dir, lock)
    return _held[name]


def _name_of(data_dir: Path) -> str:
    import hashlib

    place = str(data_dir.resolve())
    place = place.lower() if sys.platform == "win32" else place
    return f"takings-{hashlib.sha256(place.encode()).hexdigest()[:16]}"


def _ask_to_raise(name: str) -> None:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if socket.waitForConnected(_WAIT_MS):
        socket.write(_RAISE)
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
