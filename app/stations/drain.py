"""Sends what is unsent and brings down what changed: one drainer, on a lane of its own."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, select

from app.audit.tables import journal
from app.db.errors import DatabaseError
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import CommitUnknownError, Refusal
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.stations.events import StationChanged
from app.stations.keeping import Keeper
from app.stations.outbox import (
    check_active,
    count_unsent,
    get_self,
    next_messages,
    propose_token,
    send_again_from,
    set_status,
    settle_refused,
    settle_sent,
    use_token,
)
from app.stations.registry import Greeting, greet, tell_unsent
from app.stations.replica import bring_down
from app.stations.rules import MOST_REFUSALS, Message, wait_seconds
from app.stations.runtime import StationRuntime
from app.stations.states import Answer, SelfStatus
from app.stations.taking import last_journal, set_aside, take_journal, take_message
from app.till.events import SaleCompleted, ShiftClosed, ShiftOpened

LANE: Final = "station"
POLL_SECONDS: Final = 10.0
_BATCH: Final = 50
_JOURNAL_BATCH: Final = 500
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Link:
    """How a till stands to its server.

    Attributes:
        reached: whether the last try reached the server.
        seen_at: when it last did.
        why: what is in the way, a sentence; "" for nothing.
        skew_seconds: the till's clock less the server's.
    """

    reached: bool = False
    seen_at: datetime | None = None
    unsent: int = 0
    status: SelfStatus = SelfStatus.ACTIVE
    why: str = ""
    skew_seconds: int = 0


class Drainer:
    """One at a time sends, whoever asks; a server that is away is tried again, ever more slowly."""

    def __init__(
        self, till: Runtime, server: Callable[[], Runtime], *, bus: EventBus, lanes: Lanes | None = None,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:  # fmt: skip
        self._till = till
        self._server = server
        self._keeper = till.keeper if isinstance(till, StationRuntime) else Keeper(till, server)
        self._bus = bus
        self._lanes = lanes
        self._poll_seconds = poll_seconds
        self._one = threading.Lock()
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._stopped = False
        self._greeted = False
        self._failures = 0
        self.link = Link()
        bus.subscribe(self._on_event)

    # --- on a lane ---

    def use(self, lanes: Lanes) -> None:
        """Work on these lanes from now on."""
        self._lanes = lanes

    @property
    def is_away(self) -> bool:
        """Whether the last try did not reach the server."""
        return self._failures > 0

    def start(self) -> None:
        """Begin, and go on until `stop`."""
        self._tick()

    def stop(self) -> None:
        """No further round; one that is under way ends after its message."""
        with self._lock:
            self._stopped = True
            if self._timer is not None:
                self._timer.cancel()

    def wake(self) -> None:
        """A round as soon as the lane is free."""
        self._soon(self.round)

    def _soon(self, work: Callable[[], object]) -> None:
        if self._lanes is None or self._lanes.waiting(LANE) > 1:
            return
        try:
            self._lanes.submit(LANE, work)
        except Refusal as refusal:
            _log.warning("station lane: %s", refusal)

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, SaleCompleted | ShiftClosed | ShiftOpened):
            return
        if self._failures:  # it is tried again in its time; what is unsent is counted now
            self._soon(self._recount)
        else:
            self.wake()

    def _tick(self) -> None:
        self.wake()
        wait = wait_seconds(self._failures) if self._failures else self._poll_seconds
        with self._lock:
            if not self._stopped:
                self._timer = threading.Timer(wait, self._tick)
                self._timer.daemon = True
                self._timer.start()

    # --- rounds ---

    def round(self) -> Link:
        """Greet, send all, bring down; what is in the way stands in the answer, nothing is raised."""
        with self._one:
            try:
                self._send_all()
                bring_down(self._till, self._server())
            except (DatabaseError, CommitUnknownError) as error:
                self._away(error)
            except Refusal as refusal:
                self._tell(reached=True, why=str(refusal))
            except Exception as error:  # noqa: BLE001 - a bug must not end the lane
                _log.exception("station")
                self._tell(reached=True, why=type(error).__name__)
            else:
                self._failures = 0
                self._tell(reached=True, why="")
            return self.link

    def send(self) -> None:
        """Send all that is unsent, now, on the caller's thread.

        Raises:
            DatabaseError, CommitUnknownError: the server cannot be reached.
            TwinTillError, RetiredTillError: this machine may not send any more.
        """
        with self._one:
            self._send_all()

    def _send_all(self) -> None:
        check_active(self._till.ask(get_self))
        if not self._greeted:
            self._greet()
        while batch := self._till.ask(next_messages, limit=_BATCH):
            if not all(self._send(message) for message in batch):
                return
        self._send_journal()
        me = self._till.ask(get_self)
        kept = self._server().run(
            tell_unsent, actor=SYSTEM_ACTOR, till_id=me.till_id, epoch=me.epoch,
            unsent=self._till.ask(count_unsent),
        )  # fmt: skip
        self._keeper.give_back_forgotten(kept)

    def _greet(self) -> None:
        me = self._till.ask(get_self)
        proposed = me.next_token if me.next_token is not None else secrets.token_hex(8)
        self._till.run(propose_token, actor=SYSTEM_ACTOR, token=proposed)
        me = self._till.ask(get_self)
        found: Greeting = self._server().run(
            greet, actor=SYSTEM_ACTOR, till_id=me.till_id, epoch=me.epoch, known=me.known_tokens,
            next_token=proposed, last_seq=me.last_seq, unsent=self._till.ask(count_unsent),
        )  # fmt: skip
        if found.status is not SelfStatus.ACTIVE:
            self._till.run(set_status, actor=SYSTEM_ACTOR, status=found.status)
            check_active(self._till.ask(get_self))
        self._till.run(use_token, actor=SYSTEM_ACTOR, token=proposed)
        if found.expected <= me.last_seq:
            waiting = self._till.ask(next_messages, limit=1)
            if all(message.seq > found.expected for message in waiting):
                self._till.run(send_again_from, actor=SYSTEM_ACTOR, seq=found.expected)
        self.link = replace(self.link, skew_seconds=found.skew_seconds)
        self._greeted = True

    def _send(self, message: Message) -> bool:
        """Whether the next may follow."""
        if self._stopped:
            return False
        try:
            taken = self._server().run(take_message, actor=SYSTEM_ACTOR, message=message)
        except (DatabaseError, CommitUnknownError):
            raise
        except Exception as error:  # noqa: BLE001 - one document holds up no other for long
            if not isinstance(error, Refusal):
                _log.exception("message %s", message.seq)
            why = str(error) if isinstance(error, Refusal) else type(error).__name__
            return self._refused(message, why)
        return self._answered(message, taken.answer, taken.expected)

    def _answered(self, message: Message, answer: Answer, expected: int) -> bool:
        if answer in {Answer.CREATED, Answer.EXISTS}:
            self._till.run(settle_sent, actor=SYSTEM_ACTOR, seq=message.seq)
            return True
        if answer is Answer.GAP:
            self._till.run(send_again_from, actor=SYSTEM_ACTOR, seq=expected)
            return False
        status = SelfStatus.RETIRED if answer is Answer.STRANGER else SelfStatus.TWIN
        self._till.run(set_status, actor=SYSTEM_ACTOR, status=status)
        check_active(self._till.ask(get_self))
        return False

    def _refused(self, message: Message, why: str) -> bool:
        tries = self._till.run(settle_refused, actor=SYSTEM_ACTOR, seq=message.seq, why=why)
        if tries < MOST_REFUSALS:
            self._tell(reached=True, why=why)
            return False
        taken = self._server().run(set_aside, actor=SYSTEM_ACTOR, message=message, why=why)
        return self._answered(message, taken.answer, taken.expected)

    def _send_journal(self) -> None:
        me = self._till.ask(get_self)
        last = self._server().ask(last_journal, till_id=me.till_id, epoch=me.epoch)
        while rows := self._till.ask(journal_after, chain=me.till_code, seq=last):
            self._server().run(
                take_journal, actor=SYSTEM_ACTOR, till_id=me.till_id, epoch=me.epoch, rows=rows
            )
            last = rows[-1]["seq"]

    # --- how it stands ---

    def _away(self, error: Exception) -> None:
        self._failures += 1
        self._greeted = False
        with suppress(DatabaseError):  # the others of this thread are as dead: each would cost a round
            self._server().factory.close_thread()
        self._tell(reached=False, why=str(error))

    def _recount(self) -> None:
        with self._one:
            self._tell(reached=self.link.reached, why=self.link.why)

    def _tell(self, *, reached: bool, why: str) -> None:
        me = self._till.ask(get_self)
        seen = self._till.factory.clock() if reached else self.link.seen_at
        found = Link(
            reached, seen, self._till.ask(count_unsent), me.status, why, self.link.skew_seconds
        )  # fmt: skip
        changed = (found.reached, found.unsent, found.status, found.why) != (
            self.link.reached, self.link.unsent, self.link.status, self.link.why
        )  # fmt: skip
        self.link = found
        if changed:
            self._bus.publish(StationChanged())


def journal_after(connection: Connection, *, chain: str, seq: int) -> list[dict[str, Any]]:
    """The next rows of this till's journal, as they were written."""
    rows = connection.execute(
        select(journal).where(journal.c.chain == chain, journal.c.seq > seq)
        .order_by(journal.c.seq).limit(_JOURNAL_BATCH)
    )  # fmt: skip
    return [dict(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name
