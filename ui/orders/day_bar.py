"""Asks for a day in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import DayField
from ui.widgets.text import Card, label, line


class DayBar(Card):
    """A question, a day, yes and no; Up and Down change the day, Esc says no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        self._then: Callable[[date], None] | None = None
        self._question = label("", tokens.BODY, 600, wrap=True)
        self.day = DayField()
        self.yes = Button(self.tr("Save"), "primary")
        self.no = Button(self.tr("Not now"), hint=self.tr("Esc"))
        row = line(self._question, self.day, self.yes, self.no, gap=8)
        row.setStretch(0, 1)
        self.body.addLayout(row)
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(lambda: self.setVisible(False))
        self.setVisible(False)

    def ask(self, question: str, day: date, then: Callable[[date], None]) -> None:
        """Ask, with a day to begin at."""
        self._then = then
        self._question.setText(question)
        self.day.setAccessibleName(question)
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.setVisible(True)
        self.day.setFocus()

    def _say_yes(self) -> None:
        day = self.day.date()
        self.setVisible(False)
        if self._then is not None:
            self._then(date(day.year(), day.month(), day.day()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the question away and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.setVisible(False)
        else:
            super().keyPressEvent(event)
