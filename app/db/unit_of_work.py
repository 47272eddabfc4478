"""One use case, one transaction; events leave only after the commit."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from app.db.prepared import close_line, open_line, wait_for_writes
from app.db.second_look import told
from app.kernel.clock import Clock, system_clock
from app.kernel.events import Event, EventBus
from app.kernel.permission import Actor
from app.kernel.refusal import CommitUnknownError
from app.kernel.signing import Signer

CHANNEL: Final = "takings_changes"  # of PostgreSQL's NOTIFY: what other stations listen to
_TOLD: Final = 40  # notes of one transaction: a notification may have 8,000 bytes
_TELL: Final = text("SELECT pg_notify(:channel, :payload)")
Note = tuple[str, str | None, int | None]  # kind of the journal, document type, document id


@dataclass(slots=True)
class UnitOfWork:
    """What an operation gets: the connection in its transaction, who acts, and the time.

    `now` is taken once: everything one operation writes bears the same time.
    """

    connection: Connection
    actor: Actor
    now: datetime
    events: list[Event] = field(default_factory=list)
    signer: Signer | None = None  # signs the journal; None where no key is ready
    seals: list[list[object]] = field(default_factory=list)  # what the next journal entry tells of rows
    at_end: list[Callable[[UnitOfWork], None]] = field(default_factory=list)  # run before the commit
    notes: list[Note] | None = None  # what other stations are told of; None where there are none
    empties_log: bool = False  # of SQLite: what was erased is not to stay in the log beside the file

    def record(self, event: Event) -> None:
        """Note an event, to be published if the transaction commits."""
        self.events.append(event)


class UnitOfWorkFactory:
    """Opens write and read transactions; the only place that commits.

    Each thread keeps one connection of each kind: taking one from the pool for each sale costs
    more than the statements (design/performance.md 1).
    """

    def __init__(
        self, engine: Engine, bus: EventBus, *, read_engine: Engine | None = None, clock: Clock = system_clock
    ) -> None:
        self._write_engine = engine
        self._read_engine = read_engine or engine
        self._bus = bus
        self._clock = clock
        self.signer: Signer | None = None  # set once the installation's key is there
        self._kept = threading.local()
        self.instance = uuid4().hex  # tells our own notifications from those of others
        self._tells = engine.dialect.name == "postgresql"

    @property
    def clock(self) -> Clock:
        """The clock that `now` is read from."""
        return self._clock

    @contextmanager
    def begin(self, *, actor: Actor) -> Iterator[UnitOfWork]:
        """Run the block in one write transaction, then publish its events.

        Raises:
            CommitUnknownError: COMMIT itself failed; the caller looks its document up by UUID.
            Refusal: what the database refuses, in words; the transaction was rolled back.
        """
        try:
            connection = self._connection("write", self._write_engine)
            uow = UnitOfWork(
                connection, actor, self._clock(), signer=self.signer, notes=[] if self._tells else None
            )
            if self._tells:
                open_line(connection)
            transaction = connection.begin()
            try:
                yield uow
                self._end(uow)
            except BaseException as error:
                earlier = self._failed_before(connection, error)
                self._rollback(transaction)
                if earlier is not None:
                    raise earlier from error
                raise
            self._commit(transaction)
        except (DBAPIError, MemoryError, UnicodeEncodeError) as error:
            self._discard("write")
            raise told(error, self._write_engine) from error
        if uow.empties_log:
            _empty_log(connection)
        for recorded in uow.events:
            self._bus.publish(recorded)

    def _end(self, uow: UnitOfWork) -> None:
        """All that is left to write before the commit, and the answers to all that was written."""
        for finish in uow.at_end:
            finish(uow)
        if uow.notes:
            self._tell(uow, uow.notes)
        if self._tells:
            wait_for_writes(uow.connection)

    def _failed_before(self, connection: Connection, error: BaseException) -> DBAPIError | None:
        """What a write failed by of which that was not known yet when something else was raised."""
        if not self._tells or not isinstance(error, Exception) or isinstance(error, DBAPIError):
            return None
        try:
            wait_for_writes(connection)
        except DBAPIError as earlier:
            return earlier
        return None

    def _tell(self, uow: UnitOfWork, notes: list[Note]) -> None:
        """Heard by the other stations once this transaction is committed, and only then."""
        payload = {
            "from": self.instance, "by": uow.actor.name[:60], "station": uow.actor.station,
            "notes": notes[:_TOLD],
        }  # fmt: skip
        uow.connection.execute(_TELL, {"channel": CHANNEL, "payload": json.dumps(payload)})

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Run the block on one consistent snapshot; nothing is written."""
        try:
            connection = self._connection("read", self._read_engine)
            transaction = connection.begin()
            try:
                yield connection
            finally:
                transaction.rollback()
        except (DBAPIError, MemoryError, UnicodeEncodeError) as error:
            self._discard("read")
            raise told(error, self._read_engine) from error

    def close_thread(self) -> None:
        """Give back this thread's connections."""
        for kind in ("write", "read"):
            self._drop(kind)

    def dispose(self) -> None:
        """Close every connection of every thread."""
        self.close_thread()
        self._write_engine.dispose()
        self._read_engine.dispose()

    def _connection(self, kind: str, engine: Engine) -> Connection:
        kept: Connection | None = getattr(self._kept, kind, None)
        if kept is None or kept.closed or kept.invalidated:
            kept = engine.connect()
            setattr(self._kept, kind, kept)
        return kept

    def _drop(self, kind: str) -> None:
        kept: Connection | None = getattr(self._kept, kind, None)
        if kept is not None:
            setattr(self._kept, kind, None)
            if self._tells and not kept.invalidated:
                close_line(kept)
            kept.close()

    def _discard(self, kind: str) -> None:
        """Throw a connection away that failed.

        Given back to the pool after a failed COMMIT it would still be in its transaction, and so would the
        next operation.
        """
        kept: Connection | None = getattr(self._kept, kind, None)
        if kept is not None and not kept.closed:
            kept.invalidate()
        self._drop(kind)

    def _rollback(self, transaction: object) -> None:
        try:
            transaction.rollback()  # type: ignore[attr-defined]
        except Exception:  # noqa: BLE001 - whatever it is, the first error is the one to tell
            self._discard("write")

    def _commit(self, transaction: object) -> None:
        try:
            transaction.commit()  # type: ignore[attr-defined]
        except (DBAPIError, MemoryError) as error:
            self._discard("write")
            refusal = told(error, self._write_engine)
            raise CommitUnknownError(detail=str(refusal)) from error
        except BaseException:
            # given back to the pool it would still be in its transaction
            self._discard("write")
            raise


def _empty_log(connection: Connection) -> None:
    """Write the log back and cut it to nothing; where somebody reads just then, later."""
    driver = connection.connection.dbapi_connection
    if driver is not None:
        driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
