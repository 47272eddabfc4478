"""What waits to be printed, and what needs a person's word."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.printing.events import PrintQueued, PrintSettled
from app.printing.operations import retry_print, set_print_status
from app.printing.rules import OWN, PrintPlan
from app.printing.states import PrintStatus
from app.reporting.lists import JobRow, list_print_jobs
from ui.office.section import OfficeDesk, Section
from ui.reporting.words import paper_kind, print_status
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 60
_WAITING: Final = (PrintStatus.QUEUED, PrintStatus.SENDING, PrintStatus.NEEDS_ATTENTION)
_TONES: Final = {"needs_attention": "danger", "printed": "ok", "sent_unconfirmed": "warn"}


class PrintQueueSection(Section):
    """Print again (as a copy where a paper may have come out already) or give up."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._jobs: dict[str, JobRow] = {}
        self.filter = ChipBar(self.tr("Which"))
        self.filter.set_chips([("open", self.tr("Not printed")), ("all", self.tr("All"))], "open")
        self.table = DataTable(
            self.tr("Print jobs"),
            [
                Column("when", self.tr("When"), 196),
                Column("what", self.tr("What"), 210),
                Column("till", self.tr("Till"), 70),
                Column("printer", self.tr("Printer"), 130, least=760),
                Column("status", self.tr("State"), 160),
                Column("why", self.tr("Why")),
            ],
        )
        self.retry = Button(self.tr("Print again"), "primary", icon="print")
        self.cancel = Button(self.tr("Give up"), "danger_soft", icon="close")
        self.where = Choice()
        self.where.setAccessibleName(self.tr("Print at"))
        self.hint = label("", tokens.SUB, 400, "text2", wrap=True)
        self.empty = EmptyState(
            "task_alt", self.tr("Everything is printed"), self.tr("Nothing waits and nothing went wrong.")
        )
        self.body.addLayout(line(label(self.tr("Print queue"), tokens.KEY, 700), 12, self.filter))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        foot = line(self.hint, self.cancel, self.where, self.retry)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.empty.setVisible(False)
        self.filter.chosen.connect(lambda _key: self.entered())
        self.table.current_changed.connect(self._chosen)
        self.table.more_wanted.connect(self._ask)
        self.retry.clicked.connect(self._retry)
        self.cancel.clicked.connect(self._cancel)
        desk.services.bridge.happened.connect(self._happened)

    def entered(self) -> None:
        """Read the queue."""
        self._ask(0)

    def _ask(self, offset: int) -> None:
        statuses = None if self.filter.selected() == "all" else _WAITING
        self.desk.ask(
            list_print_jobs, lambda found: self._have(found, offset), statuses=statuses, limit=_PAGE,
            offset=offset,
        )  # fmt: skip

    def _have(self, found: list[JobRow], offset: int) -> None:
        self._jobs.update({str(job.id): job for job in found})
        rows = [self._row(job) for job in found]
        if offset:
            self.table.add_rows(rows, more=len(found) == _PAGE)
            return
        kept = self.table.current()
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=len(found) == _PAGE)
        self.table.select(kept)
        self._chosen(self.table.current())

    def _row(self, job: JobRow) -> TableRow:
        what = " ".join(x for x in (paper_kind(job.kind), job.number) if x)
        if job.is_copy:
            what = self.tr("{paper}, copy").format(paper=what)
        return TableRow(
            str(job.id),
            (
                self.desk.formats.date_time(job.created_at), what, job.station, self._printer(job),
                print_status(job.status), job.last_error,
            ),
            {"status": _TONES.get(job.status, "text")},
        )  # fmt: skip

    def _printer(self, job: JobRow) -> str:
        """Where it went, or is meant to go before its first try."""
        if not job.attempts and not job.printer:
            return ""
        name = job.went_to if job.attempts else job.printer.strip(OWN)
        return name or self.tr("Till's printer")

    def _chosen(self, key: str) -> None:
        job = self._jobs.get(key)
        stuck = job is not None and job.status == PrintStatus.NEEDS_ATTENTION.value
        self.retry.setEnabled(stuck)
        self.cancel.setEnabled(stuck)
        self._offer_printers(job if stuck else None)
        self.hint.setText(
            self.tr("If part of the paper came out already, the new one is marked COPY.") if stuck else ""
        )

    def _offer_printers(self, job: JobRow | None) -> None:
        """Where a paper of this station may come out instead."""
        printers, till = self.desk.services.printers, self.desk.services.context.till.code
        plan = printers.plan if printers is not None else PrintPlan()
        offered = job is not None and job.station == till and bool(plan.printers)
        self.where.setVisible(offered)
        meant, own = self.tr("Where it was meant to"), self.tr("Till's printer")
        self.where.set_options([("", meant), (OWN, own), *((p.name, p.name) for p in plan.printers)])

    def _retry(self) -> None:
        job = self._jobs.get(self.table.current())
        if job is not None:
            self.desk.run(
                retry_print, lambda _none: self._ask(0), job_id=job.id, printer=self.where.value() or None
            )

    def _cancel(self) -> None:
        job = self._jobs.get(self.table.current())
        if job is not None:
            self.desk.run(
                set_print_status, lambda _none: self._ask(0), job_id=job.id, status=PrintStatus.CANCELLED
            )

    def _happened(self, event: object) -> None:
        if isinstance(event, (PrintQueued, PrintSettled)) and self.isVisible():
            self._ask(0)

    def may_print(self) -> bool:
        """Whether who is signed in may print again."""
        return self.desk.may(Permission.SELL)
