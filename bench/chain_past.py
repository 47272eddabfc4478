"""Past orders by the hundred thousand: some chains are rung up, their rows are copied by SQL.

A copy's row ids lie before those of the chains it was taken from, its numbers are its own. Stock levels,
balances and hashes are not brought along: this store is for speed, not for `verify`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from app.kernel.ids import COUNTER_BITS, LANE_BITS, next_id
from app.migrations.all_tables import metadata
from bench import chain, data

_CHAINS: Final = 50  # at most so many are rung up and copied
_NUMBER: Final = re.compile(r"[A-Z]+-(?:[0-9]{4}-)?[0-9]{6}")
_DIGITS: Final = 6
_NOT_COPIED: Final = frozenset({"number_series", "journal_head"})
_TICKS: Final = LANE_BITS + COUNTER_BITS
_OTHER_LANE: Final = 1 << _TICKS - 2  # so that no copy meets a row that was there before
_HEX: Final = 2654435761  # Knuth's: spreads the copies' UUIDs as random ones are


def past_file(orders: int) -> Path:
    """The cached shop with so many past orders, all done and paid."""
    chains = min(_CHAINS, max(orders // 10, 1))

    def make(path: Path) -> None:
        work = chain.ChainAtWork(f"sqlite:///{data.copied(chain.chain_shop_file(), path)}")
        # the first one begins the series of numbers
        first, *others = work.wishes(chains + 1, seed=2)
        work.carry(first)
        base = next_id()
        for wish in others:
            work.carry(wish)
        work.close()
        connection = data.raw_connection(path)
        _Copier(connection, base, next_id(), chains=chains, copies=orders // chains).run()
        connection.close()

    return data.cached(f"chain-past-{orders}", make, Path(__file__), Path(chain.__file__))


class _Copier:
    """Multiplies every row that was written since an id was taken."""

    def __init__(self, connection: Any, base: int, end: int, *, chains: int, copies: int) -> None:
        self._connection = connection
        self._base = base
        self._end = end
        self._chains = chains
        self._copies = copies
        # between the ids of one copy and those of the next: whole milliseconds
        self._step = ((end - base >> _TICKS) + 1) << _TICKS

    def run(self) -> None:
        """All tables."""
        execute = self._connection.execute
        execute("BEGIN")
        execute("CREATE TEMP TABLE copies (n INTEGER PRIMARY KEY)")
        execute(
            "WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < ?)"
            " INSERT INTO copies SELECT n FROM counted",
            (self._copies,),
        )
        for table in metadata.sorted_tables:
            if table.name not in _NOT_COPIED:
                self._copy(table.name, [f'"{column.name}"' for column in table.columns])
        execute("UPDATE number_series SET last_number = last_number + ? WHERE last_number > ?",
                ((self._copies - 1) * self._chains, self._chains))  # fmt: skip
        execute("COMMIT")

    def _copy(self, table: str, columns: list[str]) -> None:
        execute = self._connection.execute
        values = self._new_rows(table, columns)
        if not values:
            return
        execute(f"CREATE TEMP TABLE taken AS SELECT * FROM main.{table} WHERE {self._is_new(table, columns)}")
        execute(f"DELETE FROM main.{table} WHERE {self._is_new(table, columns)}")
        made = [self._column(table, name, [row[at] for row in values]) for at, name in enumerate(columns)]
        execute(
            f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {', '.join(made)}"
            " FROM copies CROSS JOIN taken ORDER BY copies.n, taken.rowid"
        )
        execute("DROP TABLE taken")

    def _is_new(self, table: str, columns: list[str]) -> str:
        """Rows that hold an id made since: all columns that can hold one are looked at."""
        return " OR ".join(
            f"(typeof({table}.{name}) = 'integer' AND {table}.{name} BETWEEN {self._base} AND {self._end})"
            for name in columns
        )

    def _new_rows(self, table: str, columns: list[str]) -> list[Any]:
        query = f"SELECT {', '.join(columns)} FROM {table} WHERE {self._is_new(table, columns)}"
        found: list[Any] = self._connection.execute(query).fetchall()
        return found

    def _column(self, table: str, name: str, values: list[Any]) -> str:
        known = [v for v in values if v is not None]
        back = f"(({self._copies - 1} - copies.n) * {self._step} + {_OTHER_LANE})"
        if (table, name) == ("journal", '"seq"'):
            self._connection.execute(
                "UPDATE journal_head SET last_seq = last_seq + ?", ((self._copies - 1) * len(values),)
            )
            return f"taken.{name} + copies.n * {len(values)}"
        if name == '"sequence"':
            return f"taken.{name} + copies.n * {self._chains}"
        if any(isinstance(v, int) and self._base <= v <= self._end for v in known):
            return f"CASE WHEN taken.{name} >= {self._base} THEN taken.{name} - {back} ELSE taken.{name} END"
        if name == '"uuid"':
            return f"printf('%08x', (copies.n * {_HEX}) % 4294967296) || substr(taken.{name}, 9)"
        if known and all(isinstance(v, str) and _NUMBER.fullmatch(v) for v in known):
            digits = f"CAST(substr(taken.{name}, -{_DIGITS}) AS INTEGER) + copies.n * {self._chains}"
            start = f"substr(taken.{name}, 1, length(taken.{name}) - {_DIGITS})"
            return f"{start} || printf('%0{_DIGITS}d', {digits})"
        return f"taken.{name}"
