"""A piece of work is taken, kept while somebody is at it, and given back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Row, delete, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_if_absent
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.queues.queries import list_claims
from app.queues.states import WorkKind
from app.queues.tables import work_claim

HELD_FOR: Final = timedelta(minutes=30)  # without a word of who has it
_TYPES: Final = {WorkKind.PICK: "pick_list", WorkKind.PACK: "order", WorkKind.CALL: "party"}
WORK: Final = (Permission.PICK, Permission.SHIP, Permission.COLLECT)


class WorkHeldError(Refusal):
    """Somebody else is at it."""

    message = "{name} ({station}) has had this since {since}. Take another piece of work, or ask."


class NothingWaitsError(Refusal):
    """All is done, or in somebody's hands."""

    message = "Nothing waits here that nobody has."


@dataclass(frozen=True, slots=True)
class Taken:
    """A piece of work in somebody's hands."""

    kind: WorkKind
    item_id: int
    until: datetime


def hand_out(
    uow: UnitOfWork, *, kind: WorkKind, candidates: Sequence[int], row: Column[int],
    waits: ColumnElement[bool],
) -> Taken | None:  # fmt: skip
    """The first of the candidates that nobody has is the actor's; None where there is none.

    What he has already comes first: the program died, or he pressed twice. Of those who press at once
    each locks another row (SKIP LOCKED on PostgreSQL; SQLite has one writer), and who locked looks again
    whether it was taken meanwhile, so no two ever get the same.

    Args:
        uow: the transaction.
        kind: of work.
        candidates: ids, the most urgent first.
        row: the key of their table.
        waits: whether one still waits, looked at once it is locked.
    """
    held = list_claims(uow.connection, kind=kind, at=uow.now)
    me = uow.actor.user_id
    mine = [i for i in candidates if i in held and held[i].holder_id == me]
    for item_id in [*mine, *(i for i in candidates if i not in held)]:
        locked = uow.connection.execute(
            select(row).where(row == item_id, waits).with_for_update(skip_locked=True)
        ).one_or_none()
        if locked is not None and _take(uow, kind, item_id) is None:
            return Taken(kind, item_id, uow.now + HELD_FOR)
    return None


@permitted(*WORK)
def take_work(uow: UnitOfWork, *, kind: WorkKind, item_id: int) -> Taken:
    """This piece of work is the actor's; raises WorkHeldError where it is somebody else's."""
    other = _take(uow, kind, item_id)
    if other is not None:
        raise WorkHeldError(name=other.holder, station=other.station, since=f"{other.since:%H:%M} UTC")
    return Taken(kind, item_id, uow.now + HELD_FOR)


@permitted(*WORK)
def keep_work(uow: UnitOfWork, *, kind: WorkKind, item_id: int) -> bool:
    """The actor is still at it; False when it is not his any more."""
    found = uow.connection.execute(
        update(work_claim).where(*_mine(uow, kind, item_id)), {"until": uow.now + HELD_FOR}
    )
    return found.rowcount == 1


@permitted(*WORK)
def give_back_work(uow: UnitOfWork, *, kind: WorkKind, item_id: int) -> None:
    """Done, or left: whoever is next may have it. What was not the actor's stays as it is."""
    gone = uow.connection.execute(delete(work_claim).where(*_mine(uow, kind, item_id)))
    if gone.rowcount == 1:
        note(
            uow,
            kind=f"work.{kind.value}.given_back",
            document_type=_TYPES[kind],
            document_id=item_id,
            payload={},
        )


def _mine(uow: UnitOfWork, kind: WorkKind, item_id: int) -> tuple[Any, ...]:
    c = work_claim.c
    return c.kind == kind.value, c.item_id == item_id, c.holder_id == uow.actor.user_id


def _take(uow: UnitOfWork, kind: WorkKind, item_id: int) -> Row[Any] | None:
    """Take it; the claim of somebody else who is at it, when it is not to be had."""
    c, actor = work_claim.c, uow.actor
    values = {
        "holder_id": actor.user_id, "holder": actor.name, "station": actor.station, "since": uow.now,
        "until": uow.now + HELD_FOR,
    }  # fmt: skip
    whole = {"kind": kind.value, "item_id": item_id, **values}
    if not insert_if_absent(uow.connection, work_claim, whole):
        this = (c.kind == kind.value, c.item_id == item_id)
        found = uow.connection.execute(select(work_claim).where(*this).with_for_update()).one()
        if found.holder_id != actor.user_id and found.until > uow.now:
            return found
        if found.holder_id == actor.user_id:
            values["since"] = found.since
        uow.connection.execute(update(work_claim).where(*this), values)
    note(uow, kind=f"work.{kind.value}.taken", document_type=_TYPES[kind], document_id=item_id, payload={})
    return None
