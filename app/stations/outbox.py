"""The till's own queue: written in the transaction of what it tells of, sent in order, kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, insert, select, update

from app.audit.operations import note
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import canonical_json
from app.kernel.permission import Permission, permitted
from app.printing.operations import queue_print
from app.stations.refusals import NotATillError, RetiredTillError, TwinTillError
from app.stations.rules import Message, message_hash
from app.stations.states import MessageKind, SelfStatus
from app.stations.tables import outbox, station_self
from app.till.states import ShiftStatus
from app.till.tables import shift

_NEXT: Final = Prepared(
    update(station_self)
    .values(last_seq=station_self.c.last_seq + 1, last_at=bindparam("at_"))
    .returning(station_self.c.till_id, station_self.c.epoch, station_self.c.last_seq)
)
_TOKENS_KEPT: Final = 1000  # greetings that a server may be set back by
_SELF: Final = Prepared(select(station_self))
_INSERT: Final = Prepared(insert(outbox))


@dataclass(frozen=True, slots=True)
class StationSelf:
    """Which till this machine is, by its own database."""

    till_id: int
    till_code: str
    epoch: int
    lane: int
    tokens: str
    next_token: str | None
    status: SelfStatus
    last_seq: int
    last_at: datetime | None
    close_allowed_seq: int
    replica_version: int
    stock_version: int
    server_mark: str | None

    @property
    def known_tokens(self) -> list[str]:
        """What the server may know this machine by."""
        return [*self.tokens.split(), *([self.next_token] if self.next_token else [])]


@dataclass(frozen=True, slots=True)
class Unsent:
    """A document that has not reached the server."""

    seq: int
    kind: MessageKind
    label: str
    amount_minor: int
    made_at: datetime
    tries: int
    last_error: str | None


def find_self(connection: Connection) -> StationSelf | None:
    """Which till this machine is; None where the database is no till's own."""
    row = _SELF.one_or_none(connection, {})
    if row is None:
        return None
    values: dict[str, Any] = {name: getattr(row, name) for name in StationSelf.__dataclass_fields__}
    values["status"] = SelfStatus(row.status)
    return StationSelf(**values)


def get_self(connection: Connection) -> StationSelf:
    """Which till this machine is; raises NotATillError."""
    found = find_self(connection)
    if found is None:
        raise NotATillError
    return found


def check_active(me: StationSelf) -> None:
    """Raise TwinTillError, RetiredTillError for a machine that may not act as its till any more."""
    if me.status is SelfStatus.TWIN:
        raise TwinTillError(code=me.till_code)
    if me.status is SelfStatus.RETIRED:
        raise RetiredTillError(code=me.till_code)


def queue_message(
    uow: UnitOfWork, *, kind: MessageKind, uuid: str, label: str, amount_minor: int,
    payload: Mapping[str, Any],
) -> None:  # fmt: skip
    """Write one message, in the transaction of the document that it tells of."""
    row = _NEXT.one_or_none(uow.connection, {"at_": uow.now})
    if row is None:
        raise NotATillError
    text = canonical_json(payload)
    _INSERT.run(
        uow.connection,
        {
            "seq": row.last_seq, "uuid": uuid, "epoch": row.epoch, "kind": kind.value, "label": label[:200],
            "amount_minor": amount_minor, "payload": text, "made_at": uow.now, "acked_at": None,
            "tries": 0, "last_error": None,
            "hash": message_hash(
                till_id=row.till_id, epoch=row.epoch, seq=row.last_seq, uuid=uuid, kind=kind.value,
                payload=text,
            ),
        },
    )  # fmt: skip


def next_messages(connection: Connection, *, limit: int) -> list[Message]:
    """The oldest messages that the server has not confirmed, in order."""
    me = get_self(connection)
    rows = connection.execute(
        select(outbox).where(outbox.c.acked_at.is_(None)).order_by(outbox.c.seq).limit(limit)
    )
    return [
        Message(me.till_id, r.epoch, r.seq, r.uuid, r.kind, r.label, r.payload, r.hash, r.made_at)
        for r in rows
    ]


def count_unsent(connection: Connection) -> int:
    """How many messages the server has not confirmed."""
    query = select(func.count()).select_from(outbox).where(outbox.c.acked_at.is_(None))
    return int(connection.execute(query).scalar_one())


def list_unsent(connection: Connection, *, limit: int = 200) -> list[Unsent]:
    """What has not reached the server, oldest first."""
    rows = connection.execute(
        select(
            outbox.c.seq, outbox.c.kind, outbox.c.label, outbox.c.amount_minor, outbox.c.made_at,
            outbox.c.tries, outbox.c.last_error,
        ).where(outbox.c.acked_at.is_(None)).order_by(outbox.c.seq).limit(limit)
    )  # fmt: skip
    return [
        Unsent(r.seq, MessageKind(r.kind), r.label, r.amount_minor, r.made_at, r.tries, r.last_error)
        for r in rows
    ]


@permitted(Permission.SYSTEM)
def settle_sent(uow: UnitOfWork, *, seq: int) -> None:
    """The server has it."""
    uow.connection.execute(
        update(outbox).where(outbox.c.seq == seq, outbox.c.acked_at.is_(None)),
        {"acked_at": uow.now, "last_error": None},
    )


@permitted(Permission.SYSTEM)
def send_again_from(uow: UnitOfWork, *, seq: int) -> None:
    """The server lacks what it had confirmed (it was restored from a backup): all from here is sent again."""
    uow.connection.execute(update(outbox).where(outbox.c.seq >= seq), {"acked_at": None})
    note(uow, kind="station.sent_again", payload={"from": seq})


@permitted(Permission.SYSTEM)
def settle_refused(uow: UnitOfWork, *, seq: int, why: str) -> int:
    """The server could not take it; returns how often so far."""
    found = uow.connection.execute(
        update(outbox)
        .where(outbox.c.seq == seq)
        .values(tries=outbox.c.tries + 1, last_error=why[:200])
        .returning(outbox.c.tries)
    ).scalar_one()
    return int(found)


@permitted(Permission.SYSTEM)
def set_status(uow: UnitOfWork, *, status: SelfStatus) -> None:
    """This machine is a twin, or retired: it sells no more."""
    uow.connection.execute(update(station_self), {"status": status.value})
    note(uow, kind=f"station.{status.value}", payload={})


@permitted(Permission.SYSTEM)
def propose_token(uow: UnitOfWork, *, token: str) -> None:
    """Keep the token that is about to be proposed, so that it is not lost with the server's answer."""
    uow.connection.execute(update(station_self), {"next_token": token})


@permitted(Permission.SYSTEM)
def use_token(uow: UnitOfWork, *, token: str) -> None:
    """The server knows this machine by the token from now on."""
    kept = get_self(uow.connection).tokens.split()[1 - _TOKENS_KEPT :]
    uow.connection.execute(update(station_self), {"tokens": " ".join([*kept, token]), "next_token": None})


@permitted(Permission.CLOSE_DAY)
def accept_clock(uow: UnitOfWork) -> None:
    """A manager says that the clock is right, whatever the last document says; it stands in the journal."""
    before = get_self(uow.connection).last_at
    uow.connection.execute(update(station_self), {"last_at": uow.now})
    note(uow, kind="station.clock_accepted", payload={"before": before, "now": uow.now})


@permitted(Permission.CLOSE_DAY)
def allow_close(uow: UnitOfWork) -> list[Unsent]:
    """A manager lets the shift be closed though documents are unsent; returns them, for the printed list.

    What is made after that needs his word again, the count and the close itself excepted.
    """
    me = get_self(uow.connection)
    waiting = list_unsent(uow.connection, limit=1000)
    uow.connection.execute(update(station_self), {"close_allowed_seq": me.last_seq})
    open_shift = uow.connection.execute(
        select(shift.c.id).where(shift.c.till_id == me.till_id, shift.c.status != ShiftStatus.CLOSED.value)
    ).scalar()
    if open_shift is not None:
        queue_print(uow, station=me.till_code, kind="unsent", document_type="shift", document_id=open_shift)
    note(
        uow, kind="station.close_allowed",
        payload={"last": me.last_seq, "unsent": [[x.seq, x.label, x.amount_minor] for x in waiting]},
    )  # fmt: skip
    return waiting
