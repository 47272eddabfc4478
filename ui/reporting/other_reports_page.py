"""Reports that plug-ins add: choose one and its days, read it, save it as CSV."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.plugins.contract import Table
from app.plugins.loading import Plugins
from app.plugins.table_file import write_table
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.status import EmptyState
from ui.widgets.text import line

_ROWS = 2000  # shown; the file has all


class OtherReportsPage(ControlPage):
    """A choice of reports, a period, and whatever table the report makes."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._plugins = Plugins(desk.services.gateway.runtime, desk.services.data_dir)
        self._made: Table | None = None
        self.table: DataTable | None = None
        self.period = self.make_period()
        self.report = Choice()
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumWidth(260)
        self.save = Button(self.tr("Save as CSV…"), icon="download")
        self.empty = EmptyState(
            "bar_chart", self.tr("No plug-in adds a report"),
            self.tr("Plug-ins are turned on in the settings, Plug-ins."),
        )  # fmt: skip
        self._place = QVBoxLayout()
        self.body.addLayout(line(self.report, self.period, None, self.save))
        self.body.addLayout(self._place, 1)
        self.body.addWidget(self.empty, 1)
        self.report.currentIndexChanged.connect(lambda _place: self._make())
        self.save.clicked.connect(self._choose_file)
        self.save.setEnabled(False)

    def read(self) -> None:
        """Which reports there are, then the one that is chosen."""
        self.desk.services.submit(
            "reports", self._plugins.reports, on_done=self._have_reports, on_error=self.desk.failed
        )

    def _have_reports(self, found: dict[str, str]) -> None:
        self.report.blockSignals(True)
        self.report.set_options(list(found.items()), self.report.value())
        self.report.blockSignals(False)
        for part in (self.report, self.period):
            part.setEnabled(bool(found))
        self.empty.setVisible(not found)
        self._make()

    def _make(self) -> None:
        name, since, until = self.report.value(), self.period.since(), self.period.until()
        self._show(None)
        if name:
            self.desk.services.submit(
                "reports", lambda: self._plugins.make_report(name, since, until),
                on_done=lambda made: self._have(made, name, since, until), on_error=self.desk.failed,
            )  # fmt: skip

    def _have(self, made: Table, name: str, since: date, until: date) -> None:
        """A late answer to an earlier question is passed over."""
        if (name, since, until) == (self.report.value(), self.period.since(), self.period.until()):
            self._show(made)

    def _show(self, made: Table | None) -> None:
        self._made = made
        self.save.setEnabled(made is not None)
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
        if made is not None:
            columns = [Column(str(at), heading) for at, heading in enumerate(made.headings)]
            self.table = DataTable(self.report.currentText(), columns)
            rows = [TableRow(str(at), tuple(cells)) for at, cells in enumerate(made.lines[:_ROWS])]
            self.table.set_rows(rows)
            self._place.addWidget(self.table)

    def _choose_file(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(Path.home() / f"{self.report.value()}.csv"),
            self.tr("CSV (*.csv)"),
        )  # fmt: skip
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write what is shown, whole."""
        made = self._made
        if made is None:
            return
        words = self.tr("{count} lines are in {file}.")
        self.desk.services.submit(
            "reports", lambda: write_table(path, made),
            on_done=lambda count: self.desk.say(
                words.format(count=self.desk.formats.number(count), file=path.name)
            ),
            on_error=self.desk.failed,
        )  # fmt: skip
