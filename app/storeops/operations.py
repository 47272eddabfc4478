"""Writing the checklists, and ticking them off."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, func, insert, select, update

from app.audit.operations import note
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.storeops.refusals import NoSuchTaskError, TaskNameError
from app.storeops.states import TaskMoment
from app.storeops.tables import store_task, store_tick


@permitted(Permission.STORE_TASKS)
def save_task(
    uow: UnitOfWork, *, name: str, moment: TaskMoment, store_id: int | None = None, task_id: int | None = None
) -> int:
    """Write a task down, or in other words; a new one stands at the end of its list. Returns its id.

    Args:
        uow: the transaction.
        name: what is to be done.
        moment: when in the day.
        store_id: in which store; None: in each.
        task_id: of a task that is there.

    Raises:
        TaskNameError, NoSuchTaskError: see their sentences.
    """
    words = clean_field(name, field="Task", limit=NAME)
    if not words:
        raise TaskNameError
    values: dict[str, object] = {"name": words, "moment": moment.value, "store_id": store_id}
    if task_id is None:
        task_id = next_id()
        last = uow.connection.execute(select(func.max(store_task.c.position))).scalar_one()
        row = {"id": task_id, "position": (last or 0) + 1, "active": True, **values}
        uow.connection.execute(insert(store_task), row)
    elif not uow.connection.execute(
        update(store_task).where(store_task.c.id == task_id).values(values)
    ).rowcount:
        raise NoSuchTaskError
    note(uow, kind="store.task", document_type="store_task", document_id=task_id, payload=values)
    return task_id


@permitted(Permission.STORE_TASKS)
def retire_task(uow: UnitOfWork, *, task_id: int) -> None:
    """Take a task off the lists; what was ticked stays. Raises NoSuchTaskError."""
    changed = uow.connection.execute(
        update(store_task)
        .where(store_task.c.id == task_id, store_task.c.active.is_(True))
        .values(active=False)
    ).rowcount
    if not changed:
        raise NoSuchTaskError
    note(uow, kind="store.task_retired", document_type="store_task", document_id=task_id, payload={})


@permitted(Permission.SELL, Permission.STORE_TASKS, Permission.COUNT_STOCK)
def tick_task(uow: UnitOfWork, *, task_id: int, store_id: int, on: date, remark: str = "") -> bool:
    """It is done; False where somebody ticked it before.

    Raises:
        NoSuchTaskError: it is not on the list.
    """
    task = uow.connection.execute(
        select(store_task.c.name)
        .where(store_task.c.id == task_id, store_task.c.active.is_(True))
        .with_for_update()
    ).one_or_none()
    if task is None:
        raise NoSuchTaskError
    there = uow.connection.execute(
        select(store_tick.c.id).where(
            store_tick.c.task_id == task_id, store_tick.c.store_id == store_id,
            store_tick.c.business_date == on,
        )
    ).first()  # fmt: skip
    if there is not None:
        return False
    told = clean_field(remark, field="Remark", limit=NAME)
    uow.connection.execute(
        insert(store_tick),
        {
            "id": next_id(), "task_id": task_id, "store_id": store_id, "business_date": on, "at": uow.now,
            "actor_id": uow.actor.user_id, "note": told or None,
        },
    )  # fmt: skip
    note(
        uow, kind="store.ticked", document_type="store_task", document_id=task_id,
        payload={"task": task.name, "store": store_id, "day": on, "remark": told},
    )  # fmt: skip
    return True


@permitted(Permission.SELL, Permission.STORE_TASKS, Permission.COUNT_STOCK)
def untick_task(uow: UnitOfWork, *, task_id: int, store_id: int, on: date) -> None:
    """It was ticked by mistake; that it was stays in the journal. Raises NoSuchTaskError."""
    gone = uow.connection.execute(
        delete(store_tick).where(
            store_tick.c.task_id == task_id, store_tick.c.store_id == store_id,
            store_tick.c.business_date == on,
        )
    ).rowcount  # fmt: skip
    if not gone:
        raise NoSuchTaskError
    note(
        uow, kind="store.unticked", document_type="store_task", document_id=task_id,
        payload={"store": store_id, "day": on},
    )  # fmt: skip
