"""When a task is due, free of the database so that screens may name it."""

from __future__ import annotations

from enum import StrEnum


class TaskMoment(StrEnum):
    """When in the day of a store."""

    OPENING = "opening"
    DAY = "day"
    CLOSING = "closing"
