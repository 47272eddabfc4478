"""Reports by e-mail: which are sent by themselves, how often, to whom, and what became of the last."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.kernel.refusal import Refusal
from app.mailing.schedules import Plan, Schedule, delete_schedule, list_schedules, save_schedule
from app.mailing.states import Every, MailStatus, ReportKind
from ui.mailing.words import every_word, mail_status, report_word, trouble_words
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Choice, Form, NumberBox, Tick, text_field
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line

_MORNING: Final = 7
_BAD: Final = (MailStatus.FAILED, MailStatus.NEEDS_ATTENTION)


class SchedulesPage(SettingsPage):
    """The schedules with the state of their last message; one in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self.found: dict[str, Schedule] = {}
        self.table = DataTable(tr("Reports by e-mail"), [
            Column("reports", tr("Reports"), 240), Column("every", tr("How often"), 240),
            Column("to", tr("To"), 220, least=1000), Column("state", tr("The last one")),
        ])  # fmt: skip
        self.empty = EmptyState(
            "mail", tr("No report is sent by itself"),
            tr("Choose reports, an hour and who gets them. They leave as PDF and as a spreadsheet."),
        )  # fmt: skip
        self.new_button = Button(tr("New schedule"), "primary", icon="add")
        self.new_button.clicked.connect(lambda: self.edit(None))
        self.table.opened.connect(lambda key: self.edit(self.found[key]))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        hint = tr("What was missed is named in the next message. All messages stand under Messages.")
        foot = line(label(hint, tokens.META, 400, "text2", wrap=True), self.new_button)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)

    def entered(self) -> None:
        """Read the schedules."""
        self.desk.ask(list_schedules, self._have)

    def _have(self, found: list[Schedule]) -> None:
        self.found = {str(x.id): x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.set_rows([self._row(x) for x in found])

    def _row(self, x: Schedule) -> TableRow:
        reports = ", ".join(report_word(kind) for kind in x.plan.reports)
        often = self.tr("{every}, {hour}:00").format(every=every_word(x.plan.every), hour=x.plan.hour)
        tone = "danger" if x.trouble or x.status in _BAD else "text"
        return TableRow(str(x.id), (reports, often, x.plan.to, self._state(x)), {"state": tone})

    def _state(self, x: Schedule) -> str:
        if not x.plan.active:
            return self.tr("switched off")
        status = mail_status(x.status) if x.status is not None else self.tr("none yet")
        return trouble_words(x.trouble) if x.trouble else status

    def edit(self, one: Schedule | None) -> ScheduleEditor:
        """The panel of a schedule; None: a new one."""
        editor = ScheduleEditor(self.desk, one)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("The schedule is saved."))
        self.entered()


class ScheduleEditor(EditorPanel):
    """Reports, pace, hour, recipients of a schedule.

    Signals:
        done(): saved, or deleted.
    """

    done = Signal()

    def __init__(self, desk: OfficeDesk, one: Schedule | None) -> None:
        self._desk, self._one = desk, one
        plan = one.plan if one else Plan((), Every.DAY, _MORNING, "")
        tr, form = self.tr, Form(2)
        self.reports = {
            kind: Tick(report_word(kind), on=kind in plan.reports) for kind in ReportKind
        }  # fmt: skip
        ticks = QWidget()
        rows = column(ticks, gap=4)
        for tick in self.reports.values():
            rows.addWidget(tick)
        self.every = Choice([(every, every_word(every)) for every in Every], plan.every)
        self.hour = NumberBox(0, 23, plan.hour, ":00")
        self.to = text_field(plan.to, limit=400, placeholder="one@example.com, two@example.com")
        self.active = Tick(tr("Send it"), on=plan.active)
        form.add(tr("Reports"), ticks, wide=True, hint=tr("About the last whole day, week or month."))
        form.add(tr("How often"), self.every)
        form.add(tr("Hour"), self.hour, hint=tr("By the clock of the shop; this program must be running."))
        form.add(tr("To"), self.to, wide=True, hint=tr("Several addresses with commas between."))
        form.add_wide(self.active)
        form.end()
        super().__init__(tr("Reports by e-mail") if one else tr("New schedule"), form)
        self.delete_button = Button(tr("Delete"), "danger_soft", icon="delete")
        self.delete_button.setVisible(one is not None)
        self.foot.insertWidget(1, self.delete_button)
        self.first = next(iter(self.reports.values()))
        self.watch([*self.reports.values(), self.every, self.hour, self.to, self.active])
        self.saved.connect(self._write)
        self.delete_button.clicked.connect(self._delete)
        self.clean()

    def _write(self) -> None:
        kinds = tuple(kind for kind, tick in self.reports.items() if tick.isChecked())
        plan = Plan(
            kinds, Every(self.every.value()), self.hour.value(), self.to.text(), self.active.isChecked()
        )
        self._desk.run(
            save_schedule, lambda _id: self._written(), self._refused, plan=plan,
            schedule_id=self._one.id if self._one else None,
        )  # fmt: skip

    def _delete(self) -> None:
        if self._one is not None:
            self._desk.run(
                delete_schedule, lambda _none: self._written(), self._refused, schedule_id=self._one.id
            )  # fmt: skip

    def _written(self) -> None:
        self.clean()
        self.done.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
