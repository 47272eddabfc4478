"""The file itself, on SQLite; PostgreSQL looks after its own pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from app.reporting.verify.results import Check


def _pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield str(line)


def _references(connection: Connection) -> Iterator[str]:
    for table, row_id, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} row {row_id} points at a row of {parent} that is not there"


FILE_CHECKS: Final = (
    Check("file_is_sound", "The database file is sound.", _pages, sqlite_only=True),
    Check("references_hold", "No row points at another that is not there.", _references, sqlite_only=True),
)
