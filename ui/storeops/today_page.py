"""The day of the store: checklists with who and when, and what else waits today."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.labels.queries import LabelGoods, changed_goods
from app.pricing.planning import PriceChange, list_price_changes
from app.storeops.operations import tick_task, untick_task
from app.storeops.queries import CheckRow, Waiting, checklist, waiting_today
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.storeops.words import moment_words
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Card, label, line


class TodayPage(ControlPage):
    """Above the tasks of the day, below what is expected; Enter ticks, or opens what waits."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self._rows: dict[str, CheckRow] = {}
        self._waiting: dict[str, TableRow] = {}
        self.day = label("", tokens.LABEL, 600)
        self.tasks = DataTable(
            tr("Tasks of the day"),
            [
                Column("moment", tr("When"), 150), Column("task", tr("Task")),
                Column("who", tr("Done by"), 160), Column("at", tr("At"), 110),
                Column("remark", tr("Remark"), 180, least=760),
            ],
        )  # fmt: skip
        self.tick_button = Button(tr("Done"), "primary", icon="task_alt", hint="Enter")
        self.waits = DataTable(
            tr("Waits today"),
            [
                Column("what", tr("What"), 220), Column("detail", tr("Detail")),
                Column("count", tr("How many"), 130, figure=True),
            ],
        )  # fmt: skip
        below = Card()
        below.body.addWidget(label(tr("Waits today"), tokens.LABEL, 600))
        below.body.addWidget(self.waits, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tasks)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.body.addLayout(line(self.day, None, self.tick_button))
        self.body.addWidget(split, 1)
        self.tasks.opened.connect(self._turn)
        self.tasks.current_changed.connect(self._current)
        self.tick_button.clicked.connect(lambda: self._turn(self.tasks.current()))
        self.waits.opened.connect(self._open)

    def read(self) -> None:
        """The tasks first, then what waits, one after the other."""
        context = self.desk.services.context
        self._waiting = {}
        self.waits.set_rows([])
        self.day.setText(
            self.tr("{store}, {day}").format(
                store=context.till.store_name, day=self.desk.formats.date(context.on)
            )
        )
        self._read_tasks()
        self.desk.report(
            waiting_today, self._have_waiting, location_id=context.stock_location_id, on=context.on
        )
        self.desk.report(list_price_changes, self._have_changes)
        self.desk.report(
            changed_goods, self._have_labels, lists=context.lists_of(None) or context.till_list,
            store_id=context.till.store_id, on=context.on,
        )  # fmt: skip

    def _read_tasks(self) -> None:
        context = self.desk.services.context
        self.desk.ask(checklist, self._have_tasks, store_id=context.till.store_id, on=context.on)

    # --- tasks ---

    def _have_tasks(self, rows: list[CheckRow]) -> None:
        kept = self.tasks.current()
        self._rows = {str(r.task_id): r for r in rows}
        self.tasks.set_rows([self._task(r) for r in rows])
        self.tasks.select(kept)
        self._current(self.tasks.current())

    def _task(self, r: CheckRow) -> TableRow:
        at = self.desk.formats.time(r.at) if r.at is not None else self.tr("open")
        tones = {"at": "ok" if r.at is not None else "warn"}
        return TableRow(str(r.task_id), (moment_words()[r.moment], r.name, r.who, at, r.remark), tones)

    def _current(self, key: str) -> None:
        row = self._rows.get(key)
        self.tick_button.setEnabled(row is not None)
        self.tick_button.setText(self.tr("Not done") if row and row.at is not None else self.tr("Done"))

    def _turn(self, key: str) -> None:
        row, context = self._rows.get(key), self.desk.services.context
        if row is None:
            return
        operation = tick_task if row.at is None else untick_task
        self.desk.run(
            operation, lambda _answer: self._read_tasks(), task_id=row.task_id,
            store_id=context.till.store_id, on=context.on,
        )  # fmt: skip

    # --- what waits ---

    def _have_waiting(self, found: Waiting) -> None:
        formats, tr = self.desk.formats, self.tr
        for n, x in enumerate(found.deliveries):
            day = formats.date(x.due_on)
            detail = tr("{reference}, since {day}") if x.late else tr("{reference}, today")
            self._wait(
                f"stock:receipts:{n}", tr("Delivery expected"),
                detail.format(reference=x.reference, day=day), tr("%n line(s)", "", x.lines),
                tone="danger" if x.late else "text",
            )  # fmt: skip
        if found.to_count:
            detail = tr("%n of them late", "", found.late_to_count) if found.late_to_count else ""
            self._wait("store:cycle", tr("To be counted"), detail, formats.number(found.to_count))

    def _have_changes(self, found: list[PriceChange]) -> None:
        on = self.desk.services.context.on
        for x in found:
            if x.valid_from == on and x.stage(on) == "running":
                self._wait(
                    f"prices:{x.id}", self.tr("Price change from today"), x.name,
                    self.tr("%n price(s)", "", x.prices),
                )  # fmt: skip

    def _have_labels(self, found: list[LabelGoods]) -> None:
        if found:
            names = ", ".join(x.name for x in found[:3])
            self._wait("products:", self.tr("Labels to print"), names, self.desk.formats.number(len(found)))

    def _wait(self, key: str, what: str, detail: str, count: str, *, tone: str = "text") -> None:
        self._waiting[key] = TableRow(key, (what, detail, count), {"detail": tone})
        self.waits.set_rows(list(self._waiting.values()))

    def _open(self, key: str) -> None:
        section, _, what = key.partition(":")
        go = partial(self.desk.go_to.emit, section, what.split(":", maxsplit=1)[0])
        go()
