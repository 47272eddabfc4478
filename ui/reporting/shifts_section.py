"""Shifts with their X and Z reports."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSplitter, QWidget

from app.devices.paper import Paper
from app.kernel.permission import Permission
from app.kernel.text import file_name as plain_name
from app.organisation.queries import Company
from app.printing.operations import reprint
from app.reporting.lists import ShiftRow, list_shifts
from app.till.events import ShiftClosed, ShiftOpened
from app.till.shift_report import ShiftReport, shift_report
from ui.office.section import OfficeDesk, Section
from ui.reporting.words import shift_status
from ui.theme import tokens
from ui.till.paper_text import paper_text
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.paper_view import PaperView
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, label, line

_PAGE: Final = 60


class ShiftsSection(Section):
    """The list at the left, X or Z at the right."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shifts: dict[str, ShiftRow] = {}
        self._report: ShiftReport | None = None
        self.table = DataTable(
            self.tr("Shifts"),
            [
                Column("day", self.tr("Day"), 120),
                Column("till", self.tr("Till"), 70),
                Column("z", self.tr("Z"), 64),
                Column("status", self.tr("State and who opened"), least=620),
                Column("total", self.tr("Total"), 116, figure=True),
                Column("difference", self.tr("Difference"), 110, figure=True),
            ],
        )
        self.paper = PaperView(self.tr("Report"))
        self.reprint = Button(self.tr("Print Z again"), "primary", icon="print")
        self.pdf = Button(self.tr("Save as PDF…"), icon="download")
        self.empty = EmptyState(
            "balance", self.tr("No shifts yet"), self.tr("The first one is opened at the till.")
        )
        self._lay_out()
        self.table.current_changed.connect(self._show_report)
        self.table.more_wanted.connect(self._ask)
        self.reprint.clicked.connect(self._reprint)
        self.pdf.clicked.connect(self._choose_pdf)
        desk.services.bridge.happened.connect(self._happened)

    def _lay_out(self) -> None:
        refresh = Button(self.tr("Refresh"), icon="refresh")
        refresh.clicked.connect(self.entered)
        self.body.addLayout(line(label(self.tr("Shifts and reports"), tokens.KEY, 700), None, refresh))
        side = Card()
        side.setMinimumWidth(410)
        side.body.addWidget(self.paper, 1)
        side.body.addLayout(line(self.reprint, self.pdf))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setAccessibleName(self.tr("List and report"))
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.table)
        self.split.addWidget(side)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.body.addWidget(self.split, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)

    def entered(self) -> None:
        """Read the list."""
        self._ask(0)

    def _ask(self, offset: int) -> None:
        self.desk.report(list_shifts, lambda found: self._have(found, offset), limit=_PAGE, offset=offset)

    def _have(self, found: list[ShiftRow], offset: int) -> None:
        self._shifts.update({str(row.id): row for row in found})
        rows = [self._row(row) for row in found]
        more = len(found) == _PAGE
        if offset:
            self.table.add_rows(rows, more=more)
            return
        kept = self.table.current()
        self.split.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=more)
        if kept:
            self.table.select(kept)

    def _row(self, row: ShiftRow) -> TableRow:
        formats = self.desk.formats
        closed = row.z_number is not None
        difference = formats.signed_money(row.difference_minor) if closed else ""
        tones = {"status": "text2" if closed else "ok"}
        if row.difference_minor:
            tones["difference"] = "danger"
        return TableRow(
            str(row.id),
            (
                formats.date(row.business_date), row.till_code, str(row.z_number or ""),
                f"{shift_status(row.status)}, {row.opened_by}", formats.money(row.gross_minor), difference,
            ),
            tones,
        )  # fmt: skip

    def _show_report(self, key: str) -> None:
        self._report = None
        row = self._shifts.get(key)
        closed = row is not None and row.z_number is not None
        self.reprint.setEnabled(closed and self.desk.may(Permission.REPRINT))
        self.pdf.setEnabled(False)
        if row is None:
            self.paper.show_text("")
            return
        if not closed and not self.desk.may(Permission.X_REPORT, Permission.VIEW_REPORTS):
            self.paper.show_text(self.tr("You may not see the figures of an open shift."))
            return
        self.desk.report(shift_report, lambda report: self._have_report(key, report), shift_id=int(key))

    def _have_report(self, key: str, report: ShiftReport) -> None:
        if self.table.current() != key:
            return
        self._report = report
        self.pdf.setEnabled(True)
        self.paper.show_text(paper_text(self._paper(report)))

    def _paper(self, report: ShiftReport) -> Paper:
        from app.documents.shift_paper import shift_paper

        return shift_paper(report, self.desk.services.context.company)

    def _reprint(self) -> None:
        key = self.table.current()
        row = self._shifts.get(key)
        if row is not None:
            self.desk.run(
                reprint,
                lambda _job: self.desk.say(
                    self.tr("Z report {number} is printed again, marked COPY.").format(number=row.z_number)
                ),
                station=self.desk.services.context.till.code, kind="z_report", document_type="shift",
                document_id=row.id,
            )  # fmt: skip

    def _choose_pdf(self) -> None:
        if self._report is None:
            return
        name = file_name(self._report)
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(Path.home() / name), self.tr("PDF (*.pdf)")
        )
        if path:
            self.save_pdf(Path(path))

    def save_pdf(self, path: Path) -> None:
        """Write the report that is shown; on a lane, so that nothing waits for it."""
        report, company = self._report, self.desk.services.context.company
        if report is None:
            return
        self.desk.services.submit(
            "reports",
            lambda: _write_pdf(report, company, path),
            on_done=lambda _none: self.desk.say(self.tr("Saved as {path}.").format(path=path)),
            on_error=lambda error: self._not_saved(error, path),
        )

    def _not_saved(self, error: Exception, path: Path) -> None:
        if not isinstance(error, OSError):
            raise error
        self.desk.say(
            self.tr("{path} could not be written. Choose another folder.").format(path=path), "error"
        )

    def look_again(self) -> None:
        """Another station sold or closed a shift."""
        self.entered()

    def _happened(self, event: object) -> None:
        if isinstance(event, (ShiftOpened, ShiftClosed)) and self.isVisible():
            self.entered()


def file_name(report: ShiftReport) -> str:
    """What the file of a report is called."""
    kind = f"z-{report.z_number}" if report.z_number is not None else "x"
    return plain_name(f"{report.till_code}-{kind}-{report.business_date:%Y-%m-%d}.pdf".lower())


def _write_pdf(report: ShiftReport, company: Company, path: Path) -> None:
    from app.documents.shift_pdf import shift_pdf

    path.write_bytes(shift_pdf(report, company))
