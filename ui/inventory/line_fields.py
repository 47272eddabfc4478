"""Fields of a line of goods: lot, last day, bin and cost of one."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from app.inventory.rules import MICRO
from app.kernel.money import round_half_up
from ui.formatting import Formats
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import DayField, Tick
from ui.widgets.text import line


class ExpiryField(QWidget):
    """The last day of a lot, or none.

    Signals:
        changed(): another day, or none.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.tick = Tick(self.tr("Expires"))
        self.tick.setMinimumWidth(self.tick.sizeHint().width() + 24)
        self.day = DayField()
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.setEnabled(False)
        self.day.setAccessibleName(self.tr("Expires on"))
        row = line(self.tick, self.day, gap=6)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.tick.toggled.connect(self.day.setEnabled)
        self.tick.toggled.connect(lambda _on: self.changed.emit())
        self.day.date_changed.connect(lambda _day: self.changed.emit())

    def value(self) -> date | None:
        """The day, None: it does not expire."""
        return cast("date", self.day.date().toPython()) if self.tick.isChecked() else None

    def set_value(self, day: date | None) -> None:
        """Show a day, or none."""
        shown = day or self._today
        self.tick.setChecked(day is not None)
        self.day.setDate(QDate(shown.year, shown.month, shown.day))


class CostEdit(MoneyEdit):
    """What one base unit costs; kept in millionths of a minor unit, typed as an amount."""

    def __init__(self, name: str, formats: Formats) -> None:
        super().__init__(name, formats)
        self._micro = 0

    def set_micro(self, micro: int | None) -> None:
        """Show a cost; a part of a cent is kept as long as nothing else is typed."""
        self._micro = micro or 0
        self.set_value(None if micro is None else round_half_up(micro, MICRO))

    def micro(self) -> int:
        """The cost that stands there."""
        typed = self.value() or 0
        return self._micro if round_half_up(self._micro, MICRO) == typed else typed * MICRO
