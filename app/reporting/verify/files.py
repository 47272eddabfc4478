"""The file itself, on SQLite; PostgreSQL looks after its own pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sqlalchemy import Boolean, Column, Connection, Date, Integer, LargeBinary, String, Table

from app.db.columns import UtcDateTime, metadata
from app.reporting.verify.results import Check

_DAY: Final = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_MOMENT: Final = f"{_DAY} [0-9][0-9]:[0-9][0-9]:[0-9][0-9].{'[0-9]' * 6}"
# how values of a type are stored; a text that has to have a form, and what a flag may be
_STORED: Final[tuple[tuple[type, str, str], ...]] = (
    (UtcDateTime, "text", _MOMENT),
    (Date, "text", _DAY),
    (Boolean, "integer", "[01]"),
    (Integer, "integer", ""),
    (String, "text", ""),
    (LargeBinary, "blob", ""),
)


def _pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield str(line)


def _references(connection: Connection) -> Iterator[str]:
    for table, row_id, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} row {row_id} points at a row of {parent} that is not there"


def _forms(connection: Connection) -> Iterator[str]:
    """Times are compared as texts, flags as numbers: whoever reads is more lenient, so no digest shows it."""
    there = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars())
    for name, table in metadata.tables.items():
        for *key, column in connection.exec_driver_sql(_odd_rows(table)) if name in there else ():
            row = ", ".join(str(part) for part in key)
            yield f"{name} row {row}: {column} is not written as the program writes it"


@cache
def _odd_rows(table: Table) -> str:
    """In SQLite's words, what gives the keys of the odd rows of a table, and a column that is odd."""
    odd = {str(column.name): _is_odd(column) for column in table.columns}
    first = " ".join(f"WHEN {condition} THEN '{name}'" for name, condition in odd.items())
    keys = ", ".join(f'"{column.name}"' for column in table.primary_key.columns)
    where = " OR ".join(odd.values())
    return f'SELECT {keys}, CASE {first} END FROM "{table.name}" WHERE {where}'  # noqa: S608 - our own names


def _is_odd(column: Column[Any]) -> str:
    """Whether a value is stored as no value of that column is."""
    kind, form = next((k, f) for of, k, f in _STORED if isinstance(column.type, of))
    stored = f"typeof(\"{column.name}\") NOT IN ('{kind}', 'null')"
    return f"({stored} OR \"{column.name}\" NOT GLOB '{form}')" if form else stored


FILE_CHECKS: Final = (
    Check("file_is_sound", "The database file is sound.", _pages, sqlite_only=True),
    Check("references_hold", "No row points at another that is not there.", _references, sqlite_only=True),
    Check(
        "values_as_written", "Every value is stored in the form the program writes.", _forms, sqlite_only=True
    ),
)
