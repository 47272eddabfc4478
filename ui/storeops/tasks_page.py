"""Writing the checklists: what is to be done, when in the day, in which store."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.organisation.queries import Store, list_stores
from app.storeops.operations import retire_task, save_task
from app.storeops.queries import TaskRow, list_tasks
from app.storeops.states import TaskMoment
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.storeops.words import moment_words
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, text_field
from ui.widgets.text import line


class TasksPage(ControlPage):
    """The list; the fields below write a new task, or the one that is chosen."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self._rows: dict[str, TaskRow] = {}
        self._stores: dict[int | None, str] = {}
        self.table = DataTable(
            tr("Tasks"),
            [
                Column("moment", tr("When"), 160),
                Column("task", tr("Task")),
                Column("store", tr("Where"), 180),
            ],
        )
        self.name = text_field(placeholder=tr("What is to be done"))
        self.name.setAccessibleName(tr("Task"))
        words = moment_words()
        self.moment = Choice([(m, words[m]) for m in TaskMoment], TaskMoment.OPENING)
        self.moment.setAccessibleName(tr("When"))
        self.store = Choice([(None, tr("Every store"))])
        self.store.setAccessibleName(tr("Where"))
        self.add_button = Button(tr("Add"), "primary", icon="add")
        self.change_button = Button(tr("Change"), icon="edit")
        self.drop_button = Button(tr("Out of use"), "danger_soft")
        self.body.addWidget(self.table, 1)
        fields = line(self.moment, self.store, self.name, gap=8)
        fields.setStretch(2, 1)
        self.body.addLayout(fields)
        self.body.addLayout(line(None, self.drop_button, self.change_button, self.add_button, gap=8))
        self.table.current_changed.connect(self._current)
        self.name.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.change_button.clicked.connect(self._change)
        self.drop_button.clicked.connect(self._drop)

    def read(self) -> None:
        """The stores, then the tasks."""
        self.desk.ask(list_stores, self._have_stores)

    def _have_stores(self, stores: list[Store]) -> None:
        self._stores = {None: self.tr("Every store"), **{s.id: s.name for s in stores}}
        self.store.set_options(list(self._stores.items()), self.store.value())
        self._again()

    def _again(self, _answer: Any = None) -> None:
        self.desk.ask(list_tasks, self._have)

    def _have(self, rows: list[TaskRow]) -> None:
        words = moment_words()
        self._rows = {str(r.id): r for r in rows}
        self.table.set_rows(
            [
                TableRow(str(r.id), (words[r.moment], r.name, self._stores.get(r.store_id, "")))
                for r in rows
            ]
        )  # fmt: skip
        self._current(self.table.current())

    def _current(self, key: str) -> None:
        row = self._rows.get(key)
        self.change_button.setEnabled(row is not None)
        self.drop_button.setEnabled(row is not None)
        if row is not None:
            self.name.setText(row.name)
            self.moment.choose(row.moment)
            self.store.choose(row.store_id)

    def _add(self) -> None:
        self._save(None)

    def _change(self) -> None:
        row = self._rows.get(self.table.current())
        if row is not None:
            self._save(row.id)

    def _save(self, task_id: int | None) -> None:
        self.desk.run(
            save_task, self._saved, name=self.name.text(), moment=TaskMoment(self.moment.value()),
            store_id=self.store.value(), task_id=task_id,
        )  # fmt: skip

    def _saved(self, _task_id: int) -> None:
        self.name.clear()
        self.desk.say(self.tr("The list is saved."))
        self._again()

    def _drop(self) -> None:
        row = self._rows.get(self.table.current())
        if row is not None:
            self.desk.run(retire_task, self._again, task_id=row.id)
