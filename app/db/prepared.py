"""Statements of the sale path: Core compiles them once, the driver runs them as they are.

Core's work for one execution (looking the statement up in its cache, sorting parameters, making a
result) costs more than SQLite takes to write the rows, and a sale is some twenty-five statements, the
chain of an order two hundred. So a `Prepared` keeps the text, the order of the parameters and how their
types are bound, once for each database.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Insert
from sqlalchemy.exc import DBAPIError

Processor = Callable[[Any], Any]


class Prepared:
    """A statement made once, with named parameters.

    The rows of an INSERT bear every column of the table, or those that are named; column defaults are
    not applied.
    """

    __slots__ = ("_columns", "_compiled", "_statement")

    def __init__(self, statement: Any, *, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: Connection, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        """Write one row, or several; on PostgreSQL without waiting for the answer (app/db/line.py)."""
        compiled = self._ready(connection)
        if isinstance(rows, Sequence):
            _write_on_driver(connection, compiled.sql, compiled.many(rows), many=True)
        else:
            _write_on_driver(connection, compiled.sql, compiled.parameters(rows), many=False)

    def all(self, connection: Connection, parameters: Mapping[str, Any]) -> list[Any]:
        """The rows found, values by name."""
        compiled = self._ready(connection)
        found = run_on_driver(connection, compiled.sql, compiled.parameters(parameters))
        return compiled.found(found)

    def one_or_none(self, connection: Connection, parameters: Mapping[str, Any]) -> Any:
        """The row found, or None; for a statement that finds at most one."""
        found = self.all(connection, parameters)
        return found[0] if found else None

    def _ready(self, connection: Connection) -> _Compiled:
        name = connection.dialect.name
        found = self._compiled.get(name)
        if found is None:
            found = self._compiled[name] = _Compiled(self._statement, connection.dialect, self._columns)
        return found


Write = tuple[Prepared, Mapping[str, Any] | Sequence[Mapping[str, Any]]]


def run_together(connection: Connection, writes: Sequence[Write]) -> None:
    """Write several things in their order."""
    for prepared, rows in writes:
        prepared.run(connection, rows)


def open_line(connection: Connection) -> None:
    """From here on PostgreSQL's writes wait for nothing."""
    _driver(connection).open_line()


def close_line(connection: Connection) -> None:
    """Before others get the connection; nothing that was sent counts any more."""
    _driver(connection).give_up_line()


def wait_for_writes(connection: Connection) -> None:
    """Until all is done that was sent to PostgreSQL.

    Raises:
        DBAPIError: what the first that failed did so by.
    """
    try:
        _driver(connection).wait_for_writes()
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_core_raises(connection, error) from error


def run_on_driver(connection: Connection, sql: str, parameters: Any) -> Any:
    """Run a text within the connection's transaction and give the rows it finds.

    What the driver raises is raised as SQLAlchemy would, so that it is caught where all errors are.
    """
    try:
        cursor = _driver(connection).execute(sql, parameters)
        return cursor.fetchall() if cursor.description else ()
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_core_raises(connection, error, sql) from error


def _write_on_driver(connection: Connection, sql: str, parameters: Any, *, many: bool) -> None:
    driver = _driver(connection)
    try:
        if hasattr(driver, "send"):
            driver.send(sql, parameters, many=many)
        elif many:
            driver.cursor().executemany(sql, parameters)
        else:
            driver.execute(sql, parameters).fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_core_raises(connection, error, sql) from error


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


def _as_core_raises(connection: Connection, error: BaseException, sql: str = "") -> BaseException:
    base = connection.dialect.loaded_dbapi.Error
    return DBAPIError.instance(sql, None, error, base, dialect=connection.dialect)


class _Compiled:
    """A statement as the driver takes it: SQLite's by place, PostgreSQL's by name."""

    def __init__(self, statement: Any, dialect: Dialect, columns: Sequence[str] | None) -> None:
        if isinstance(statement, Insert):
            keys = columns or [column.key for column in statement.table.columns]
            compiled: Any = statement.inline().compile(dialect=dialect, column_keys=list(keys))
        else:
            compiled = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        names = compiled.positiontup or list(compiled.bind_names.values())
        binds = [compiled.binds[name] for name in names]
        self._names = None if compiled.positiontup else names
        self._constants = {b.key: b.effective_value for b in binds if not b.required}
        self._values = _getter([bind.key for bind in binds])
        processors = [_processor(bind.type, dialect) for bind in binds]
        self._bound = [(at, process) for at, process in enumerate(processors) if process is not None]
        results = list(getattr(statement, "exported_columns", ()))
        kinds = [column.type.dialect_impl(dialect) for column in results]
        self._results = [kind.result_processor(dialect, None) for kind in kinds]
        self._plain = not any(self._results)
        columns_found = [column.name for column in results]
        found: Any = namedtuple("Found", columns_found, rename=True)  # type: ignore[misc]  # noqa: PYI024
        self._make = partial(tuple.__new__, found)  # as its _make, without a call of Python

    def parameters(self, row: Mapping[str, Any]) -> Any:
        """The values of a row as the driver takes them: in order, or by name."""
        values = self._values({**self._constants, **row} if self._constants else row)
        if self._bound:
            bound = list(values)
            for at, process in self._bound:
                bound[at] = process(bound[at])
            values = bound
        return values if self._names is None else dict(zip(self._names, values, strict=True))

    def many(self, rows: Sequence[Mapping[str, Any]]) -> list[Any]:
        """The values of each row as the driver takes them."""
        if self._constants or self._names is not None:
            return [self.parameters(row) for row in rows]
        values = list(map(self._values, rows))
        if not self._bound:
            return values
        bound = list(map(list, values))
        for at, process in self._bound:
            for row in bound:
                row[at] = process(row[at])
        return bound

    def found(self, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """Rows of the result, values by name."""
        if self._plain:
            return list(map(self._make, rows))
        return [
            self._make([v if p is None else p(v) for v, p in zip(row, self._results, strict=True)])
            for row in rows
        ]


def _getter(keys: Sequence[str]) -> Callable[[Any], Sequence[Any]]:
    """Takes the values of these keys, always as a tuple."""
    if not keys:
        return lambda _row: ()
    if len(keys) == 1:
        (key,) = keys
        return lambda row: (row[key],)
    return itemgetter(*keys)


_shared: dict[tuple[str, str], Processor | None] = {}


def _processor(kind: Any, dialect: Dialect) -> Processor | None:
    """How values of a type are bound; one for all statements, which bear the same moment."""
    key = (dialect.name, repr(kind))
    if key not in _shared:
        process = kind.dialect_impl(dialect).bind_processor(dialect)
        _shared[key] = None if process is None else _remembering(process)
    return _shared[key]


def _remembering(process: Processor) -> Processor:
    """The rows of a document bear the same day and the same moment: each is put into text once."""
    last: tuple[Any, Any] = (None, process(None))

    def remembered(value: Any) -> Any:
        nonlocal last
        known, text = last
        if value is known:
            return text
        text = process(value)
        last = (value, text)
        return text

    return remembered
