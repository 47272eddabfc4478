"""The server takes what tills send: each message exactly once, in order, or sets it aside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.stations.refusals import NoStationError, NotQuarantinedError, UnknownMessageError
from app.stations.replay import replay
from app.stations.rules import Message, is_whole
from app.stations.states import Answer, InboxStatus, MessageKind
from app.stations.tables import inbox, station, station_journal


@dataclass(frozen=True, slots=True)
class Taken:
    """The server's answer; `expected` is the number it waits for next."""

    answer: Answer
    expected: int


@permitted(Permission.SYSTEM)
def take_message(uow: UnitOfWork, *, message: Message) -> Taken:
    """Book one message, exactly once.

    The till's row is locked first: what one till sends is taken one after the other. Sent again it is
    answered "exists"; another document under its number "conflict" (two machines are one till).

    Raises:
        NoStationError: nobody registered that till.
        UnknownMessageError: it is not whole, or of a newer program.
        Refusal: it cannot be booked; nothing was, and it may come again.
    """
    known = _known(uow, message)
    if known is not None:
        return known
    if not is_whole(message):
        raise UnknownMessageError(detail="it was changed on its way")
    remark = replay(uow, till_id=message.till_id, kind=_kind(message), values=_values(message.payload))
    _write(uow, message, InboxStatus.TAKEN, remark or None)
    uow.events.clear()  # drawer and paper are the till's
    return Taken(Answer.CREATED, message.seq + 1)


@permitted(Permission.SYSTEM)
def set_aside(uow: UnitOfWork, *, message: Message, why: str) -> Taken:
    """Put a message that is refused again and again into quarantine, so that those behind it go on.

    Raises:
        NoStationError: nobody registered that till.
    """
    known = _known(uow, message)
    if known is not None:
        return known
    _write(uow, message, InboxStatus.QUARANTINED, why[:200])
    note(
        uow, kind="station.quarantined",
        payload={"till": message.till_id, "seq": message.seq, "uuid": message.uuid, "why": why[:200]},
    )  # fmt: skip
    return Taken(Answer.CREATED, message.seq + 1)


@permitted(Permission.SETTINGS)
def try_again(uow: UnitOfWork, *, till_id: int, epoch: int, seq: int) -> str:
    """Book a message out of quarantine; returns what differs from what the till knew.

    Raises:
        NotQuarantinedError: somebody else settled it.
        Refusal: it still cannot be booked.
    """
    mine = (inbox.c.till_id == till_id, inbox.c.epoch == epoch, inbox.c.seq == seq)
    row = uow.connection.execute(select(inbox).where(*mine).with_for_update()).one_or_none()
    if row is None or row.status != InboxStatus.QUARANTINED.value:
        raise NotQuarantinedError
    # told by who released it; what is booked is told in the till's name
    note(uow, kind="station.released", payload={"till": till_id, "seq": seq, "uuid": row.uuid})
    remark = replay(uow, till_id=till_id, kind=MessageKind(row.kind), values=_values(row.payload))
    uow.events.clear()
    uow.connection.execute(
        update(inbox).where(*mine),
        {"status": InboxStatus.TAKEN.value, "remark": remark[:200] or None, "payload": None},
    )
    return remark


@permitted(Permission.SYSTEM)
def take_journal(uow: UnitOfWork, *, till_id: int, epoch: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep rows of the till's own journal as they were written; what is here already stays."""
    _station(uow, till_id)
    last = last_journal(uow.connection, till_id=till_id, epoch=epoch)
    new = [{**row, "till_id": till_id, "epoch": epoch} for row in rows if row["seq"] > last]
    if new:
        uow.connection.execute(insert(station_journal), new)


def last_journal(connection: Connection, *, till_id: int, epoch: int) -> int:
    """The number of the till's last journal entry that is kept here; 0 for none."""
    query = select(func.max(station_journal.c.seq)).where(
        station_journal.c.till_id == till_id, station_journal.c.epoch == epoch
    )
    return int(connection.execute(query).scalar_one() or 0)


def _station(uow: UnitOfWork, till_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(station).where(station.c.till_id == till_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoStationError(code=till_id)
    return row


def _known(uow: UnitOfWork, message: Message) -> Taken | None:
    """The answer where nothing is to be booked."""
    row = _station(uow, message.till_id)
    expected = row.last_seq + 1
    if row.retired_at is not None or row.epoch != message.epoch:
        return Taken(Answer.STRANGER, expected)
    there = uow.connection.execute(
        select(inbox.c.hash, inbox.c.seq, inbox.c.uuid).where(
            (inbox.c.uuid == message.uuid)
            | (
                (inbox.c.till_id == message.till_id)
                & (inbox.c.epoch == message.epoch)
                & (inbox.c.seq == message.seq)
            )
        )
    ).all()
    if there:
        if all(r.hash == message.hash for r in there):
            return Taken(Answer.EXISTS, expected)
        _alarm(uow, message)
        return Taken(Answer.CONFLICT, expected)
    if message.seq != expected:
        return Taken(Answer.GAP if message.seq > expected else Answer.CONFLICT, expected)
    return None


def _alarm(uow: UnitOfWork, message: Message) -> None:
    why = f"two machines send as this till: number {message.seq} came with two documents"
    uow.connection.execute(update(station).where(station.c.till_id == message.till_id), {"alarm": why})
    note(
        uow, kind="station.conflict",
        payload={"till": message.till_id, "seq": message.seq, "uuid": message.uuid, "hash": message.hash},
    )  # fmt: skip


def _kind(message: Message) -> MessageKind:
    try:
        return MessageKind(message.kind)
    except ValueError as error:
        raise UnknownMessageError(detail=message.kind[:40]) from error


def _values(payload: str) -> Mapping[str, Any]:
    try:
        found = json.loads(payload)
        at, actor, yes = found["at"], found["actor"], found["approval"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnknownMessageError(detail="its text is not whole") from error
    if not (isinstance(at, str) and len(actor) == 2 and (yes is None or len(yes) == 2)):  # noqa: PLR2004
        raise UnknownMessageError(detail="who did it is not told")
    values: Mapping[str, Any] = found
    return values


def _write(uow: UnitOfWork, message: Message, status: InboxStatus, remark: str | None) -> None:
    uow.connection.execute(
        insert(inbox),
        {
            "till_id": message.till_id, "epoch": message.epoch, "seq": message.seq, "uuid": message.uuid,
            "kind": message.kind, "label": message.label[:200], "hash": message.hash,
            "made_at": message.made_at, "received_at": uow.now, "status": status.value,
            "remark": remark[:200] if remark else None,
            "payload": message.payload if status is InboxStatus.QUARANTINED else None,
        },
    )  # fmt: skip
    uow.connection.execute(
        update(station).where(station.c.till_id == message.till_id),
        {"last_seq": message.seq, "seen_at": uow.now},
    )
