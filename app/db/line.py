"""A connection to PostgreSQL on which nobody waits for the answer to a write.

Statements go over it in their order and are done in it. A read waits for its rows, and by them for all that
was sent before; a write waits for nothing. So a transaction takes as many round trips as it asks questions,
not as many as it has statements. Where a write failed nothing after it is done, and the next question, or the
end of the transaction at the latest, raises what it failed by.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, suppress
from typing import Any, Final

from psycopg import Connection, Cursor, Error, Pipeline, ServerCursor

# statements kept ready at the server: an order's chain has more than a hundred of its own, and with the
# driver's hundred each pushed out another before it was made ready: all were planned anew each time
PREPARED_MOST: Final = 1000


class LineConnection(Connection[Any]):
    """One connection of a station; a plain one until its line is opened."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.cursor_factory = _AnsweredCursor
        self.server_cursor_factory = _StreamingCursor
        self.prepared_max = PREPARED_MOST
        self._entered: AbstractContextManager[Pipeline] | None = None
        self._line: Pipeline | None = None

    def open_line(self) -> None:
        """From here on `send` waits for nothing."""
        if self._entered is None:
            self._entered = self.pipeline()
            self._line = self._entered.__enter__()

    def close_line(self) -> None:
        """Wait for all that was sent, and for each statement from here on.

        Raises:
            psycopg.Error: what the first that failed did so by.
        """
        entered, self._entered, self._line = self._entered, None, None
        if entered is not None:
            entered.__exit__(None, None, None)

    def send(self, sql: str, parameters: Any, *, many: bool) -> None:
        """Write one row, or many; without waiting while the line is open."""
        cursor = Cursor(self)
        if many:
            cursor.executemany(sql, parameters)
        else:
            cursor.execute(sql, parameters)

    def wait_for_writes(self) -> None:
        """Until all that was sent is done.

        Raises:
            psycopg.Error: what the first that failed did so by; the line is closed then.
        """
        try:
            if self._line is not None and self._line.result_queue:
                self._line.sync()
        except Error:
            self.give_up_line()
            raise

    def give_up_line(self) -> None:
        """Close it; what went wrong on it was told before."""
        with suppress(Error):
            self.close_line()


class _AnsweredCursor(Cursor[Any]):
    """Has its answer when it has run, and by it that to all that was sent before."""

    def execute(self, *arguments: Any, **named: Any) -> _AnsweredCursor:
        connection: Any = self.connection
        try:
            super().execute(*arguments, **named)
        except Error:  # its own, or of a write before it
            connection.give_up_line()
            raise
        connection.wait_for_writes()
        return self

    def executemany(self, *arguments: Any, **named: Any) -> None:
        super().executemany(*arguments, **named)
        connection: Any = self.connection
        connection.wait_for_writes()


class _StreamingCursor(ServerCursor[Any]):
    """Fetches its rows one part after the other, for which there must be no line."""

    def execute(self, *arguments: Any, **named: Any) -> _StreamingCursor:
        connection: Any = self.connection
        connection.close_line()
        super().execute(*arguments, **named)
        return self
