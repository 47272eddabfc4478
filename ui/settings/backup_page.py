"""A backup at once, and the ones that are there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line


class BackupPage(SettingsPage):
    """The folder beside the shop's data, and any other."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self.folder = desk.services.data_dir / "backups"
        self.table = DataTable(
            self.tr("Backups"),
            [
                Column("name", self.tr("File")),
                Column("when", self.tr("Made"), 190),
                Column("size", self.tr("Size"), 130, figure=True),
            ],
        )
        self.empty = EmptyState(
            "savings", self.tr("No backups here yet"), self.tr("One is made after each close of a shift.")
        )
        self.now = Button(self.tr("Back up now"), "primary", icon="download")
        self.other = Button(self.tr("Into another folder…"), icon="upload")
        self.place = label(str(self.folder), tokens.SUB, tone="text2", wrap=True)
        self.now.clicked.connect(lambda: self.back_up(self.folder))
        self.other.clicked.connect(self._choose)
        self.body.addWidget(self.place)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        advice = self.tr("Keep one on another disk: a backup beside the shop burns with the shop.")
        self.body.addWidget(label(advice, tokens.SUB, tone="text2", wrap=True))
        self.body.addLayout(line(None, self.other, self.now))

    def entered(self) -> None:
        """Look into the folder."""
        offered = self.desk.back_up is not None and self.desk.may(Permission.BACKUP)
        self.now.setEnabled(offered)
        self.other.setEnabled(offered)
        files = sorted(_files(self.folder), key=lambda f: f[1], reverse=True)
        formats = self.desk.formats
        self.table.set_rows([
            TableRow(
                name,
                (
                    name, formats.date_time(datetime.fromtimestamp(made, UTC)),
                    f"{formats.number(max(1, size // 1024))} KiB",
                ),
            )
            for name, made, size in files
        ])  # fmt: skip
        self.table.setVisible(bool(files))
        self.empty.setVisible(not files)

    def back_up(self, folder: Path) -> None:
        """Write one; the till goes on meanwhile."""
        work = self.desk.back_up
        if work is None:
            return
        self.now.setEnabled(False)
        self.desk.say(self.tr("The backup is being written and checked."), "info")
        self.desk.services.submit("reports", lambda: work(folder), on_done=self._done, on_error=self._failed)

    def _done(self, path: Path) -> None:
        self.desk.say(self.tr("The backup is in {path}.").format(path=path))
        self.entered()

    def _failed(self, error: Exception) -> None:
        self.now.setEnabled(True)
        if isinstance(error, (Refusal, OSError)):
            if isinstance(error, OSError):
                self.desk.say(self.tr("The backup could not be written. Choose another folder."), "error")
            else:
                self.desk.failed(error)
            return
        raise error

    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder for the backup"), str(Path.home()))
        if path:
            self.back_up(Path(path))


def _files(folder: Path) -> list[tuple[str, float, int]]:
    """Name, time and size of each file in a folder; nothing when it is not there."""
    try:
        return [(f.name, f.stat().st_mtime, f.stat().st_size) for f in folder.iterdir() if f.is_file()]
    except OSError:
        return []
