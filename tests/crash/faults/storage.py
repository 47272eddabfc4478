"""The store of a running till fails for real: SQLite itself says no, on the program's own connections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2
from sqlalchemy import Connection, Engine, event

# what is set on a connection as its next transaction begins: SQLite then refuses as on such a disk
FULL: Final = "max_page_count=1"  # it takes the size the file has: not a page more
READ_ONLY: Final = "query_only=1"
_WELL: Final = ("max_page_count=4294967294", "query_only=0")
_WAIT: Final = "busy_timeout=50"  # milliseconds; a shop waits for ten seconds
ENOUGH: Final = 60  # sales, of which one needs a page that is not there


class Disk:
    """The disk below an engine; it fails from the next transaction on, until it is mended."""

    def __init__(self, engine: Engine) -> None:
        self._settings: tuple[str, ...] = (_WAIT,)
        event.listen(engine, "begin", self._begin)

    def fail(self, how: str) -> None:
        """`FULL` or `READ_ONLY`."""
        self._settings = (_WAIT, how)

    def mend(self) -> None:
        """There is room again, and it can be written to."""
        self._settings = (_WAIT, *_WELL)

    def _begin(self, connection: Connection) -> None:
        driver: Any = connection.connection.dbapi_connection
        for setting in self._settings:
            driver.execute(f"PRAGMA {setting}").fetchall()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program writes to the file and does not come to its end."""
    other = dbapi2.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def spoil(path: Path) -> None:
    """Each page but the first says of itself what no page says; all connections are closed."""
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start] = 0xFF
    path.write_bytes(content)
