"""The file of a SQLite shop is the one that was opened, as long as the program runs.

A file that is deleted or renamed goes on taking writes for whoever has it open: sales would be booked into a
file that nobody finds again. So before each COMMIT the path must still lead to it, and no connection may
make a new, empty one in its place.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from app.db.errors import DatabaseGoneError

_Identity = tuple[int, int]  # device and number of the file there


class SameFile:
    """Watches the path of an engine.

    Args:
        path: of the database file.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._opened: _Identity | None = None

    def watch(self, engine: Engine) -> None:
        """From the first connection of this engine on."""
        event.listen(engine, "do_connect", self._before_connecting)
        event.listen(engine, "connect", self._connected)
        event.listen(engine, "commit", self._check)

    def _before_connecting(self, *_how: object) -> None:
        if self._opened is not None:
            self._check()

    def _connected(self, _connection: Any, _record: Any) -> None:
        if self._opened is None:
            self._opened = self._found()

    def _check(self, *_connection: object) -> None:
        """Raises DatabaseGoneError."""
        if self._found() != self._opened:
            raise DatabaseGoneError(path=Path(self._path).absolute())

    def _found(self) -> _Identity | None:
        try:
            found = os.stat(self._path)  # noqa: PTH116 - each sale runs it; a Path costs five times as much
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino
