"""A day that may be left open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.form import DayField


class OptionalDay(DayField):
    """A day, or none; Delete empties it, Up and Down begin at `start`.

    Signals:
        value_changed(object): the date, or None.
    """

    value_changed = Signal(object)

    def __init__(self, start: date) -> None:
        self._given = False
        super().__init__()
        self._date = QDate(start.year, start.month, start.day)
        self.date_changed.connect(self._take)
        self._show()

    def value(self) -> date | None:
        """The day, or None."""
        day = self._date
        return date(day.year(), day.month(), day.day()) if self._given else None

    def set_value(self, day: date | None) -> None:
        """Another day, or none."""
        before = self.value()
        self._given = day is not None
        if day is not None:
            self._date = QDate(day.year, day.month, day.day)
        self._show()
        if day != before:
            self.value_changed.emit(day)

    def setDate(self, day: QDate) -> None:
        """A day chosen from the calendar, the one it starts at too."""
        if day.isValid() and day == self._date and not self._given:
            self._take(day)
        else:
            super().setDate(day)

    def _take(self, day: QDate) -> None:
        self._given = True
        self._show()
        self.value_changed.emit(date(day.year(), day.month(), day.day()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace empty it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        if self._given:
            super()._show()
        else:
            self.setText(self.tr("none"))
            self.setAccessibleDescription(self.tr("no day"))
