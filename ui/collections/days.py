"""Days between Qt and Python."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate

from ui.widgets.form import DayField


def to_qt(day: date) -> QDate:
    """As Qt takes it."""
    return QDate(day.year, day.month, day.day)


def to_day(day: QDate) -> date:
    """As the business takes it."""
    return date(day.year(), day.month(), day.day())


def day_field(day: date) -> DayField:
    """A field that shows a day."""
    made = DayField()
    made.setDate(to_qt(day))
    return made
