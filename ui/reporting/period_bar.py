"""From which day to which, at which till: what lists of reports are narrowed by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.form import Choice, DayField
from ui.widgets.text import line


class PeriodBar(QWidget):
    """Two days and a till.

    Signals:
        changed(): another choice.
    """

    changed = Signal()

    def __init__(self, since: date, until: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = DayField(), DayField()
        self.till = Choice()
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        self.till.setAccessibleName(self.tr("Till"))
        self.first.setDate(_qt(since))
        self.last.setDate(_qt(until))
        for field in (self.first, self.last):
            field.setMinimumWidth(136)
            field.date_changed.connect(lambda _day: self.changed.emit())
        self.till.setMinimumWidth(130)
        self.till.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.setLayout(line(self.first, self.last, self.till, gap=8))

    def set_tills(self, tills: Sequence[tuple[int, str]]) -> None:
        """Offer these tills, and all of them."""
        kept = self.till.value()
        self.till.set_options([(None, self.tr("All tills")), *tills], kept)

    def since(self) -> date:
        """The first day."""
        return _day(min(self.first.date(), self.last.date()))

    def until(self) -> date:
        """The last day."""
        return _day(max(self.first.date(), self.last.date()))


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
