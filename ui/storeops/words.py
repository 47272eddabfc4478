"""Moments of the day and classes, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.storeops.states import TaskMoment


def moment_words() -> dict[TaskMoment, str]:
    """When in the day."""
    tr = QCoreApplication.translate
    return {
        TaskMoment.OPENING: tr("StoreTasks", "Opening"), TaskMoment.DAY: tr("StoreTasks", "During the day"),
        TaskMoment.CLOSING: tr("StoreTasks", "Closing"),
    }  # fmt: skip
