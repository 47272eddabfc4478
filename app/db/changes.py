"""Which rows of a server were written since: PostgreSQL numbers its transactions, and each row bears its own.

No trigger, no column and no second table: the number of the oldest transaction that was still open at one
look is the version to ask from at the next. What was written around that moment is read twice, never missed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
)

# which server counts: another one, a standby that took its place, one that was started again
_MARK: Final = text(
    "SELECT (pg_control_system()).system_identifier || '/' || CASE WHEN pg_is_in_recovery() THEN '' "
    "ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END || '/' || "
    "extract(epoch FROM pg_postmaster_start_time())"
)
_HALF: Final = 1 << 32  # a row bears the lower half of its transaction's number


def version_now(connection: Connection) -> int:
    """The version that a look begun now may be followed up from; 0: rows bear none here (SQLite)."""
    if connection.dialect.name != "postgresql":
        return 0
    found = connection.execute(text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")).scalar_one()
    return int(found)


def counter_mark(connection: Connection) -> str:
    """By whose counting versions go: only those of one mark follow each other; "" on SQLite.

    A standby that takes the place of its server may give numbers again that the server had given, and so may
    a server that crashed: those of transactions that left nothing behind.
    """
    if connection.dialect.name != "postgresql":
        return ""
    return str(connection.execute(_MARK).scalar_one())


def rows_since(connection: Connection, table: Table, *, since: int, version: int) -> list[dict[str, Any]]:
    """The rows of a table that were written at or after a version; all of them where that cannot be told.

    Args:
        connection: a read transaction.
        table: whose rows.
        since: a version told by an earlier look under the same mark; 0 for none.
        version: the present one.
    """
    statement = select(table)
    if follows(since, version):
        xmin: ColumnElement[int] = literal_column(f"CAST(CAST({table.name}.xmin AS text) AS bigint)")
        statement = statement.where(xmin >= since % _HALF)
    return [dict(row._mapping) for row in connection.execute(statement)]  # noqa: SLF001 - public name


def follows(since: int, version: int) -> bool:
    """Whether only what was written since needs to be read.

    A version that is lower, or of another round of the counter, is of another server (a restored backup).
    """
    return bool(since) and since <= version and since // _HALF == version // _HALF


def keys_of(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    """The primary keys of all rows."""
    return {tuple(row) for row in connection.execute(select(*table.primary_key.columns))}


def count_rows(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def check_keys_at_the_end(connection: Connection) -> None:
    """Foreign keys are looked at when this transaction commits: rows may come in any order."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON").close()


def write_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows in the place of those with the same keys, whatever else is unique in the table."""
    if not rows:
        return
    drop_keys(connection, table, [tuple(r[c.name] for c in table.primary_key.columns) for r in rows])
    connection.execute(insert(table), [dict(r) for r in rows])


def drop_keys(connection: Connection, table: Table, keys: Sequence[tuple[Any, ...]]) -> None:
    """Delete rows by their primary keys."""
    if not keys:
        return
    columns = list(table.primary_key.columns)
    statement = delete(table).where(*(c == bindparam(f"key_{i}") for i, c in enumerate(columns)))
    connection.execute(statement, [{f"key_{i}": part for i, part in enumerate(k)} for k in keys])
