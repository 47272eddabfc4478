"""What is written again and again: the list, a line to add to it, and the button that makes what is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.widgets.button import Button
from ui.widgets.data_table import DataTable, TableRow
from ui.widgets.form import Choice, DayField, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, line


class RepeatPanel(DocumentPanel):
    """A list of repeated documents.

    Subclasses make `table`, `empty` and the rhythms of `every`, call `lay_out`, and say what is read
    (`load`), how a row reads (`row`), what the button says of so many that are due (`due_text`), what
    stops one (`stops`, `stop_question`), and do the work (`repeat`, `make`).
    """

    pattern_section = ""  # where the pattern of a row is shown
    stops: Callable[..., Any]
    table: DataTable
    empty: EmptyState

    def __init__(self, desk: OfficeDesk, number: str, every: Choice, following: date) -> None:
        super().__init__(desk, "")
        self.rows: dict[str, Any] = {}
        self.number = text_field(number)
        self.every = every
        self.first_day = DayField()
        self.first_day.setDate(QDate(following.year, following.month, following.day))
        self.last_day = OptionalDay(following)
        self.repeat_button = Button(self.tr("Repeat"), icon="add")
        self.stop_button = Button(self.tr("Stop"), "danger_soft", icon="block")
        self.due_button = Button("", "primary", icon="task_alt", hint="F10")

    def lay_out(self, fields: QHBoxLayout, foot: QHBoxLayout | None, right: Permission) -> None:
        """The list, the card of fields for whoever has the right, and the buttons."""
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.empty, 1)
        card = Card(well=True)
        card.body.addLayout(fields)
        if foot is not None:
            card.body.addLayout(foot)
        self.page.addWidget(card)
        self.content.addLayout(line(self.stop_button, None, self.due_button, gap=8))
        may = self.desk.may(right)
        part: QWidget
        for part in (card, self.stop_button, self.due_button):
            part.setVisible(may)
        self.repeat_button.clicked.connect(self.repeat)
        self.number.returnPressed.connect(self.repeat)
        self.stop_button.clicked.connect(self._ask_stop)
        self.due_button.clicked.connect(self.make_due)
        self.table.current_changed.connect(lambda _key: self._show_buttons())
        self.table.opened.connect(self._open)

    # --- what subclasses say ---

    def load(self) -> None:
        """Read the list into `show_rows`."""
        raise NotImplementedError

    def row(self, x: Any) -> TableRow:
        """How it reads."""
        raise NotImplementedError

    def due_text(self, due: int) -> str:
        """What the button says."""
        raise NotImplementedError

    def stop_question(self, number: str) -> str:
        """Asked before the pattern of that number is repeated no more."""
        raise NotImplementedError

    def repeat(self) -> None:
        """Add what the fields say."""
        raise NotImplementedError

    def make(self) -> None:
        """Make all that is due."""
        raise NotImplementedError

    # --- the list ---

    def show_rows(self, found: Sequence[Any]) -> None:
        """Show them; the choice stays."""
        self.rows = {str(x.id): x for x in found}
        kept = self.table.current()
        self.table.set_rows([self.row(x) for x in found])
        self.table.select(kept)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_buttons()

    def due(self) -> list[Any]:
        """What is to be made today."""
        return [x for x in self.rows.values() if x.is_due(self.desk.services.context.on)]

    def next_tone(self, x: Any) -> dict[str, str]:
        """How the next day of a row stands out: what is due, what goes on, what has ended."""
        due = x.is_due(self.desk.services.context.on)
        return {"next": "warn" if due else "text" if x.active else "text2"}

    def every_months(self, months: int) -> str:
        """How a rhythm reads: month, 3 months, year."""
        if months == 12:  # noqa: PLR2004 - a year
            return self.tr("year")
        return self.tr("month") if months == 1 else self.tr("%n month(s)", "", months)

    def chosen_first(self) -> date:
        """The day that was chosen to begin on."""
        day = self.first_day.date()
        return date(day.year(), day.month(), day.day())

    def make_due(self) -> None:
        """F10: make what is due, where there is some and one may."""
        if self.due_button.isVisible() and self.due_button.isEnabled():
            self.make()

    def _show_buttons(self) -> None:
        current = self.rows.get(self.table.current())
        self.stop_button.setEnabled(current is not None and current.active)
        due = len(self.due())
        self.due_button.setText(self.due_text(due))
        self.due_button.setEnabled(due > 0)

    def _ask_stop(self) -> None:
        current = self.rows.get(self.table.current())
        if current is None:
            return
        self.asking.ask(
            self.stop_question(current.pattern_number), self.tr("Stop"),
            lambda _text: self.run(type(self).stops, lambda _none: self.load(), recurring_id=current.id),
            text=None,
        )  # fmt: skip

    def _open(self, key: str) -> None:
        """Enter shows the pattern."""
        found = self.rows.get(key)
        if found is not None:
            self.desk.go_to.emit(self.pattern_section, str(found.pattern_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 makes what is due."""
        if event.key() == Qt.Key.Key_F10:
            self.make_due()
        else:
            super().keyPressEvent(event)
