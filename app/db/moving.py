"""The whole of one database into another, empty one, of either kind; and what both come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from sqlalchemy import BigInteger, Connection, Integer, Table, func, insert, select

from app.db.changes import check_keys_at_the_end
from app.db.columns import metadata

_BATCH: Final = 2000
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class TableTotals:
    """What a table comes to: its rows, and the sum of each column of whole numbers."""

    rows: int
    sums: Mapping[str, int]


def all_tables() -> list[Table]:
    """Parents first. All rooms' tables must have been imported (app.migrations.all_tables)."""
    return list(metadata.sorted_tables)


def totals(connection: Connection) -> dict[str, TableTotals]:
    """Of every table."""
    return {table.name: _totals(connection, table) for table in all_tables()}


def _totals(connection: Connection, table: Table) -> TableTotals:
    numbers = [c for c in table.columns if isinstance(c.type, Integer | BigInteger)]
    row = connection.execute(
        select(func.count(), *(func.coalesce(func.sum(_apart(c)), 0) for c in numbers)).select_from(table)
    ).one()
    return TableTotals(int(row[0]), {c.name: int(v) for c, v in zip(numbers, row[1:], strict=True)})


def _apart(column: Any) -> Any:
    """Ids are too large to be added up in 64 bits: of those the last digits are."""
    return column % 1_000_003


def copy_tables(source: Connection, target: Connection, *, on_progress: Progress | None = None) -> None:
    """Write every row of the source into the target, which is migrated and empty, in its transaction."""
    check_keys_at_the_end(target)
    tables = all_tables()
    for done, table in enumerate(tables):
        if on_progress is not None:
            on_progress(done, len(tables), table.name)
        rows = _rows(source, table)
        while batch := list(islice(rows, _BATCH)):
            target.execute(insert(table), batch)


def _rows(source: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """In the order of the keys; where rows point to others of the same table, those come first."""
    statement = select(table).order_by(*table.primary_key.columns)
    found = source.execute(statement, execution_options={"yield_per": _BATCH})
    rows = (dict(row._mapping) for row in found)  # noqa: SLF001 - SQLAlchemy's public name
    own = [
        (c.name, fk.column.name) for c in table.columns for fk in c.foreign_keys if fk.column.table is table
    ]
    return iter(_parents_first(list(rows), own)) if own else rows


def _parents_first(rows: Sequence[dict[str, Any]], own: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    placed: list[dict[str, Any]] = []
    known: dict[str, set[Any]] = {there: set() for _here, there in own}
    waiting = list(rows)
    while waiting:
        ready = [r for r in waiting if all(r[here] is None or r[here] in known[there] or r[here] == r[there]
                                           for here, there in own)]  # fmt: skip
        if not ready:
            return [*placed, *waiting]  # a circle: the database says so
        placed += ready
        for there in known:
            known[there] |= {r[there] for r in ready}
        taken = {id(r) for r in ready}
        waiting = [r for r in waiting if id(r) not in taken]
    return placed
