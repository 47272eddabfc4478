"""What other stations of the shop have changed: told by PostgreSQL, and looked up when it was not.

NOTIFY is a hint (design/reliability.md 3.1): what is said while a station is cut off is lost. So the
journal's counters are read on every connect and every few seconds; where they moved without a word,
everything is said to have changed.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from app.audit.tables import journal_head
from app.db.unit_of_work import CHANNEL, UnitOfWorkFactory

_log = logging.getLogger(__name__)
LOOK_SECONDS: Final = 3.0
_AGAIN_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something another station did.

    Attributes:
        by: who, "" when it is not known.
        station: where, "" when it is not known.
        kinds: of the journal, e.g. "order.confirmed"; empty: anything may have changed.
        documents: what it was done to: (type, id).
    """

    by: str = ""
    station: str = ""
    kinds: frozenset[str] = frozenset()
    documents: frozenset[tuple[str, int]] = frozenset()

    def touches(self, *starts: str) -> bool:
        """Whether something of these kinds may have happened, by how their names begin."""
        return not self.kinds or any(kind.startswith(starts) for kind in self.kinds)

    def may_touch(self, document: tuple[str, int] | None) -> bool:
        """Whether this document may read differently now."""
        return not self.kinds or document in self.documents


def heard(payload: str, instance: str) -> Elsewhere | None:
    """What a notification tells; None for our own, and for what is none of ours."""
    try:
        told = json.loads(payload)
        if told["from"] == instance:
            return None
        notes = [(str(kind), kind_of, number) for kind, kind_of, number in told["notes"]]
        documents = frozenset((str(k), int(n)) for _kind, k, n in notes if k is not None and n is not None)
        return Elsewhere(str(told["by"]), str(told["station"]), frozenset(n[0] for n in notes), documents)
    except (ValueError, TypeError, KeyError):
        return Elsewhere()


class ChangeListener:
    """Listens on a thread and a connection of its own, for as long as the window lives."""

    def __init__(self, factory: UnitOfWorkFactory, url: str, tell: Callable[[Elsewhere], None]) -> None:
        """`tell` is called on the listener's thread."""
        self._factory, self._url, self._tell = factory, url, tell
        self._stopped = threading.Event()
        self._moved = -1  # not counted yet
        self._thread = threading.Thread(target=self._run, name="changes", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End; waits for the thread."""
        self._stopped.set()
        self._thread.join(LOOK_SECONDS * 2)

    def _counted(self) -> int:
        with self._factory.read() as connection:
            return int(connection.execute(select(func.sum(journal_head.c.last_seq))).scalar() or 0)

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._listen()
            except Exception as error:  # noqa: BLE001 - a server that is gone comes back
                _log.info("changes of other stations: %s", type(error).__name__)
                self._stopped.wait(_AGAIN_SECONDS)
        with suppress(Exception):
            self._factory.close_thread()

    def _listen(self) -> None:
        with _connected(self._url) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            self._look(told=False)  # what was missed
            while not self._stopped.is_set():
                told = False
                for one in connection.notifies(timeout=LOOK_SECONDS, stop_after=1):
                    told = True
                    found = heard(one.payload, self._factory.instance)
                    if found is not None:
                        self._tell(found)
                self._look(told=told)

    def _look(self, *, told: bool) -> None:
        """Say that anything may have changed where the journal moved and nobody told."""
        counted = self._counted()
        if self._moved not in {-1, counted} and not told:
            self._tell(Elsewhere())
        self._moved = counted


def _connected(url: str) -> Any:
    """A connection that sees each notification at once."""
    import psycopg

    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True, connect_timeout=3)
