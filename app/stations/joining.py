"""A machine becomes a till: its own database is filled from the server, its numbers go on from there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from app.audit.operations import note
from app.db.changes import write_rows
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import SYSTEM_ACTOR, Actor, Permission, permitted
from app.kernel.refusal import Refusal
from app.numbering.tables import number_series
from app.organisation.tables import company
from app.runtime.run import Runtime
from app.stations.registry import Joined
from app.stations.replica import bring_down
from app.stations.states import SelfStatus
from app.stations.tables import station_self
from app.till.states import ShiftStatus
from app.till.tables import shift


class NotEmptyError(Refusal):
    """There is a shop in it already."""

    message = "This machine holds a shop already. Choose an empty folder for the till with --data-dir."


@dataclass(frozen=True, slots=True)
class Past:
    """What a till goes on from: its number series, and the shift before."""

    series: list[dict[str, Any]]
    shifts: list[dict[str, Any]]


def past_of(connection: Connection, *, till_id: int, till_code: str) -> Past:
    """At the server: a till's number series, and its last closed shift with what that left in the drawer."""
    scope = number_series.c.scope
    series = connection.execute(
        select(number_series).where(or_(scope == till_code, scope.startswith(f"{till_code}-")))
    )
    closed = connection.execute(
        select(shift)
        .where(shift.c.till_id == till_id, shift.c.status == ShiftStatus.CLOSED.value)
        .order_by(shift.c.z_number.desc())
        .limit(200)
    )
    # of each drawer the last; what that one went on from is not needed here
    last = {r.drawer: {**r._mapping, "carried_from": None} for r in reversed(closed.all())}  # noqa: SLF001 - public name
    return Past([dict(r._mapping) for r in series], list(last.values()))  # noqa: SLF001 - as above


def check_empty(connection: Connection) -> None:
    """Raise NotEmptyError where there is a shop, or a till, in the database already."""
    for column in (company.c.id, station_self.c.till_id):
        if connection.execute(select(column)).first() is not None:
            raise NotEmptyError


@permitted(Permission.SYSTEM)
def become_till(uow: UnitOfWork, *, joined: Joined) -> None:
    """In the new till's own database: which till it is.

    Raises:
        NotEmptyError: there is a shop in it.
    """
    check_empty(uow.connection)
    write_self(uow, joined=joined)


@permitted(Permission.SYSTEM)
def write_self(uow: UnitOfWork, *, joined: Joined) -> None:
    """The one row that makes a database a till's."""
    uow.connection.execute(
        insert(station_self),
        {
            "till_id": joined.till_id, "till_code": joined.till_code, "epoch": joined.epoch,
            "lane": joined.lane,
            "tokens": joined.token, "next_token": None, "status": SelfStatus.ACTIVE.value, "last_seq": 0,
            "last_at": None, "close_allowed_seq": 0, "replica_version": 0, "stock_version": 0,
            "server_mark": None,
        },
    )  # fmt: skip


@permitted(Permission.SYSTEM)
def go_on_from(uow: UnitOfWork, *, past: Past) -> None:
    """In the new till's own database: its numbers go on where the server's end."""
    write_rows(uow.connection, number_series, past.series)
    write_rows(uow.connection, shift, past.shifts)
    note(
        uow, kind="station.began",
        payload={s["document_type"]: [s["scope"], s["last_number"]] for s in past.series},
    )  # fmt: skip


def fill_till(till: Runtime, server: Runtime, joined: Joined) -> None:
    """Make an empty, migrated database this till's.

    Raises:
        NotEmptyError: there is a shop in it.
        DatabaseError: the server cannot be reached.
    """
    till.run(become_till, actor=SYSTEM_ACTOR, joined=joined)
    bring_down(till, server)
    past = server.ask(past_of, till_id=joined.till_id, till_code=joined.till_code)
    till.run(go_on_from, actor=at_till(joined), past=past)


def at_till(joined: Joined) -> Actor:
    """The system, writing into the till's own journal."""
    return replace(SYSTEM_ACTOR, station=joined.till_code, till_id=joined.till_id)
