"""INSERT ... ON CONFLICT in both dialects' words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table

from app.db.prepared import Prepared


def insert_or_add(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *, add: Sequence[str]
) -> None:
    """Insert rows; where the primary key is there already, add to the named columns instead.

    This is how the summaries of a day grow within the sale's own transaction. Rows bear every column.
    """
    if rows:
        adding(connection, table, tuple(add)).run(connection, rows)


def adding(connection: Connection, table: Table, add: tuple[str, ...]) -> Prepared:
    """The statement of `insert_or_add`, to be run together with others."""
    return _adding(connection.dialect.name, table, add)


@lru_cache(maxsize=64)
def _adding(dialect_name: str, table: Table, add: tuple[str, ...]) -> Prepared:
    """Built once: building it takes longer than running it, and each sale runs it five times."""
    statement = _insert(dialect_name, table)
    return Prepared(
        statement.on_conflict_do_update(
            index_elements=list(table.primary_key.columns),
            set_={name: table.c[name] + statement.excluded[name] for name in add},
        )
    )


def insert_or_replace(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *, keys: Sequence[str]
) -> None:
    """Insert rows; where `keys` (a unique set of columns) are there already, overwrite the rest."""
    if rows:
        _replacing(connection.dialect.name, table, tuple(rows[0]), tuple(keys)).run(connection, rows)


@lru_cache(maxsize=64)
def _replacing(dialect_name: str, table: Table, columns: tuple[str, ...], keys: tuple[str, ...]) -> Prepared:
    statement = _insert(dialect_name, table)
    changed = [name for name in columns if name not in keys and name != "id"]
    statement = statement.on_conflict_do_update(
        index_elements=[table.c[name] for name in keys],
        set_={name: statement.excluded[name] for name in changed},
    )
    return Prepared(statement, columns=columns)


def insert_if_absent(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row unless it collides with a unique key; True when it was inserted."""
    statement = _if_absent(connection.dialect.name, table)
    return connection.execute(statement, dict(row)).rowcount == 1


@lru_cache(maxsize=64)
def _if_absent(dialect_name: str, table: Table) -> Any:
    return _insert(dialect_name, table).on_conflict_do_nothing()


def _insert(dialect_name: str, table: Table) -> Any:
    """INSERT in the dialect's own words; the other dialect is not loaded."""
    if dialect_name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)
