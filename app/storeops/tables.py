"""Checklists of the stores, and what was ticked."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from app.db.columns import NAME, choice, code, day, flag, key, metadata, moment, number, one_of, ref
from app.storeops.states import TaskMoment

store_task = Table(
    "store_task",
    metadata,
    key(),
    ref("store_id", "store.id", null=True),  # NULL: every store
    choice("moment", TaskMoment),
    number("position"),
    code("name", length=NAME),
    flag("active"),
    one_of("moment", TaskMoment),
)
store_tick = Table(
    "store_tick",
    metadata,
    key(),
    ref("task_id", "store_task.id"),
    ref("store_id", "store.id"),
    day("business_date", index=True),
    moment("at"),
    number("actor_id"),
    code("note", length=NAME, null=True),
    UniqueConstraint("task_id", "store_id", "business_date"),
)
