"""The checklists of the store at the till: a hint at opening and closing, and a list to tick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.storeops.operations import tick_task, untick_task
from app.storeops.queries import CheckRow, checklist, open_tasks
from app.storeops.states import TaskMoment
from ui.storeops.words import moment_words
from ui.till.desk import Desk
from ui.till.panels_lists import ListPanel
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tasks", text)


class TasksPresenter:
    """Shows what is to be done today; a tap ticks it, another takes the tick back."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._rows: dict[str, CheckRow] = {}
        self._closing = 0  # tasks of the closing that waited when the cashier signed in

    @cached_property
    def _panel(self) -> ListPanel:
        empty = _tr("There are no tasks. Write them in the back office, under Store.")
        panel = ListPanel(_tr("Tasks of the day"), "", empty, "task_alt")
        panel.chosen.connect(self._turn)
        return panel

    def _day(self) -> date:
        shift = self.desk.state.shift
        return shift.business_date if shift else self.desk.services.context.on

    def _place(self) -> dict[str, Any]:
        return {"store_id": self.desk.services.context.till.store_id, "on": self._day()}

    def show(self) -> None:
        """The list."""
        self.desk.services.gateway.ask(
            checklist, on_done=self._show, on_error=self.desk.refuse, **self._place()
        )

    def _show(self, rows: list[CheckRow]) -> None:
        self._fill(rows)
        self.desk.view.show_panel(self._panel)

    def _fill(self, rows: list[CheckRow]) -> None:
        self._rows = {str(r.task_id): r for r in rows}
        words, formats = moment_words(), self.desk.formats
        self._panel.set_rows(
            [
                Row(
                    str(r.task_id), r.name, words[r.moment],
                    formats.time(r.at) if r.at is not None else "", r.who,
                    icon="task_alt" if r.at is not None else "schedule",
                    tone="ok" if r.at is not None else "text",
                )
                for r in rows
            ]
        )  # fmt: skip

    def _turn(self, key: str) -> None:
        row = self._rows.get(key)
        if row is None:
            return
        operation = tick_task if row.at is None else untick_task
        self.desk.services.gateway.run(
            operation, task_id=row.task_id, on_done=lambda _answer: self._again(),
            on_error=self.desk.refuse, **self._place(),
        )  # fmt: skip

    def _again(self) -> None:
        self.desk.sound.play("good")
        self.desk.services.gateway.ask(
            checklist, on_done=self._fill, on_error=self.desk.refuse, **self._place()
        )

    def at_opening(self) -> None:
        """After a shift is opened: how many tasks of the opening wait."""

        def have(count: int) -> None:
            if count:
                text = QCoreApplication.translate("Tasks", "%n task(s) of the opening wait.", "", count)
                self.desk.say(text, "info", action=_tr("Show the tasks"), on_action=self.show)

        self._ask_open(TaskMoment.OPENING, have)

    def look(self) -> None:
        """Learn whether the closing has tasks at all: without any, the count begins at once."""
        self._ask_open(TaskMoment.CLOSING, lambda count: setattr(self, "_closing", count))

    def before_closing(self, go_on: Callable[[], None]) -> None:
        """Before the count: tasks of the closing that wait are said, and do not hold up who goes on."""
        if not self._closing:
            go_on()
            return

        def have(count: int) -> None:
            if not count:
                go_on()
                return
            text = QCoreApplication.translate("Tasks", "%n task(s) of the closing wait.", "", count)
            self.show()
            self.desk.say(text, "warn", action=_tr("Close all the same"), on_action=go_on)

        self._ask_open(TaskMoment.CLOSING, have)

    def _ask_open(self, moment: TaskMoment, on_done: Callable[[int], None]) -> None:
        self.desk.services.gateway.ask(
            open_tasks, moment=moment, on_done=on_done, on_error=self.desk.refuse, **self._place()
        )
