"""The checklists of a day, and what else waits in the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, or_, select

from app.access.tables import user_account
from app.inventory.cycle import list_due
from app.inventory.tables import incoming, location
from app.storeops.states import TaskMoment
from app.storeops.tables import store_task, store_tick


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A task of a day: open while `at` is None."""

    task_id: int
    moment: TaskMoment
    name: str
    at: datetime | None
    who: str
    remark: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as it is written; store None: of every store."""

    id: int
    moment: TaskMoment
    name: str
    store_id: int | None


@dataclass(frozen=True, slots=True)
class Expected:
    """A delivery that is due; `late` where its day is over."""

    reference: str
    place: str
    due_on: date
    lines: int
    late: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in a store today beside its checklists."""

    deliveries: tuple[Expected, ...]
    to_count: int  # products by the plan
    late_to_count: int  # of them, since before today


_MOMENTS = tuple(TaskMoment)


def checklist(
    connection: Connection, *, store_id: int, on: date, moment: TaskMoment | None = None
) -> list[CheckRow]:
    """The tasks of a store on a day, with who ticked them and when, in their order."""
    query = (
        select(
            store_task.c.id, store_task.c.moment, store_task.c.name, store_tick.c.at,
            func.coalesce(user_account.c.name, ""), func.coalesce(store_tick.c.note, ""),
        )
        .select_from(store_task)
        .outerjoin(
            store_tick,
            (store_tick.c.task_id == store_task.c.id) & (store_tick.c.store_id == store_id)
            & (store_tick.c.business_date == on),
        )
        .outerjoin(user_account, user_account.c.id == store_tick.c.actor_id)
        .where(
            or_(store_task.c.store_id.is_(None), store_task.c.store_id == store_id),
            or_(store_task.c.active.is_(True), store_tick.c.id.is_not(None)),
        )
        .order_by(store_task.c.position, store_task.c.id)
    )  # fmt: skip
    if moment is not None:
        query = query.where(store_task.c.moment == moment.value)
    rows = [CheckRow(r[0], TaskMoment(r[1]), *r[2:]) for r in connection.execute(query)]
    return sorted(rows, key=lambda r: _MOMENTS.index(r.moment))


def open_tasks(connection: Connection, *, store_id: int, on: date, moment: TaskMoment) -> int:
    """How many tasks of that moment nobody has ticked yet."""
    return sum(r.at is None for r in checklist(connection, store_id=store_id, on=on, moment=moment))


def list_tasks(connection: Connection) -> list[TaskRow]:
    """The tasks in use, in the order of the day."""
    rows = connection.execute(
        select(store_task.c.id, store_task.c.moment, store_task.c.name, store_task.c.store_id)
        .where(store_task.c.active.is_(True))
        .order_by(store_task.c.position, store_task.c.id)
    )
    found = [TaskRow(r[0], TaskMoment(r[1]), r[2], r[3]) for r in rows]
    return sorted(found, key=lambda r: _MOMENTS.index(r.moment))


def waiting_today(connection: Connection, *, location_id: int, on: date) -> Waiting:
    """Deliveries that are due or late, and what is to be counted, at a place."""
    rows = connection.execute(
        select(incoming.c.reference, location.c.name, func.min(incoming.c.due_on), func.count())
        .join_from(incoming, location, location.c.id == incoming.c.location_id)
        .where(incoming.c.closed.is_(False), incoming.c.due_on <= on, incoming.c.location_id == location_id)
        .group_by(incoming.c.reference, location.c.name)
        .order_by(func.min(incoming.c.due_on), incoming.c.reference)
    )
    due = list_due(connection, location_id=location_id, on=on)
    return Waiting(
        tuple(Expected(r[0], r[1], r[2], int(r[3]), r[2] < on) for r in rows), len(due),
        sum(x.due_on < on for x in due),
    )  # fmt: skip
