"""The archive of a period, and the keys that sign the journal."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.audit.codes import SIGN_RECEIPTS
from app.audit.keys import JournalKey, list_keys
from app.audit.signatures import short_print
from app.devices.fiscal import FISCAL
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.organisation.operations import save_signing
from ui.office.section import OfficeDesk
from ui.reporting.period_bar import PeriodBar
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Tick, text_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label, line

if TYPE_CHECKING:
    from app.archive.checking import Checked
    from app.archive.writing import Archive


class ArchivePanel(SidePanel):
    """Write an archive, check one, see the keys, take a new one."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Archive and keys"), parent)
        self.use_full_width()
        self.desk = desk
        today = desk.services.context.on
        last = today.replace(day=1) - timedelta(days=1)
        self.period = PeriodBar(last.replace(day=1), last)
        self.period.till.setVisible(False)
        self.write = Button(self.tr("Write the archive…"), "primary", icon="download")
        self.check = Button(self.tr("Check an archive…"), icon="verified_user")
        self.roll = Button(self.tr("Take a new key"), icon="lock")
        self.message = label("", tokens.BODY, 600, wrap=True)
        self.keys = RowList(self.tr("Keys"))
        self.sign = Tick(self.tr("Sign every receipt and print its code"))
        self.witness = text_field(limit=400, placeholder="file:/media/usb/journal.jsonl")
        self.witness.setAccessibleName(self.tr("Copy of the journal"))
        self.keep = Button(self.tr("Save"), icon="check")
        about = self.tr(
            "All that was posted in a period, with the journal and the papers, in one signed file. It can be "
            "checked with nothing but the fingerprint that stands on each Z report."
        )
        self.content.addWidget(label(about, tone="text2", wrap=True))
        self.content.addLayout(line(self.period, self.write, self.check, None))
        self.content.addWidget(self.message)
        self.content.addLayout(
            line(label(self.tr("Keys that sign the journal"), tokens.LABEL, 600), None, self.roll)
        )
        self.content.addWidget(self.keys, 1)
        self.content.addWidget(self.sign)
        self.content.addLayout(
            line(
                label(self.tr("Copy of this station's journal on another drive"), tone="text2"),
                self.witness,
                self.keep,
            )
        )
        self.write.setEnabled(desk.services.journal is not None)
        self.roll.setEnabled(desk.services.journal is not None and desk.may(Permission.SETTINGS))
        self._asked_twice = False
        self.write.clicked.connect(self._ask_where)
        self.check.clicked.connect(self._ask_which)
        self.roll.clicked.connect(self._roll)
        self.keep.clicked.connect(self._keep)
        self.keep.setEnabled(desk.may(Permission.SETTINGS))
        settings = desk.services.context.settings
        self.sign.setChecked(bool(settings.get(SIGN_RECEIPTS)))
        self.witness.setText(str(settings.get(FISCAL) or ""))
        self.first = self.write
        self._read_keys()

    def _read_keys(self) -> None:
        self.desk.report(list_keys, self._have_keys)

    def _have_keys(self, found: list[JournalKey]) -> None:
        self.keys.set_rows([self._row(key) for key in found])

    def _row(self, key: JournalKey) -> Row:
        made = self.desk.formats.date_time(key.made_at)
        if key.retired_at is None:
            when = self.tr("{station}, since {made}").format(station=key.station, made=made)
            return Row(
                key.fingerprint, short_print(key.fingerprint), when, self.tr("in use"), tone="ok", icon="lock"
            )
        until = self.desk.formats.date_time(key.retired_at)
        when = self.tr("{station}, {made} to {until}").format(station=key.station, made=made, until=until)
        return Row(key.fingerprint, short_print(key.fingerprint), when, self.tr("signs no more"), icon="lock")

    def _ask_where(self) -> None:
        name = f"takings-{self.period.since():%Y-%m-%d}-{self.period.until():%Y-%m-%d}.zip"
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Write the archive"), str(Path.home() / name), self.tr("Archives (*.zip)")
        )
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write the archive of the chosen period."""
        journal, actor = self.desk.services.journal, self.desk.services.gateway.actor
        if journal is None or actor is None:
            return
        since, until = self.period.since(), self.period.until()
        self._busy(self.tr("The archive is being written. You may go on working."))
        self.desk.services.submit(
            "reports", lambda: journal.archive(actor, since, until, path), on_done=self._written,
            on_error=self._failed,
        )  # fmt: skip

    def _written(self, made: Archive) -> None:
        self._rest()
        text = self.tr("{path}: {documents} documents, {papers} papers. Fingerprint {print}.")
        self.message.setText(
            text.format(
                path=made.path.name, documents=made.documents, papers=made.papers,
                print=short_print(made.fingerprint),
            )
        )  # fmt: skip
        self._read_keys()

    def _ask_which(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Check an archive"), str(Path.home()), self.tr("Archives (*.zip)")
        )
        if path:
            self.check_file(Path(path))

    def check_file(self, path: Path) -> None:
        """Check a file that was written before, here or elsewhere."""
        from app.archive.checking import check_archive

        self._busy(self.tr("The archive is being checked. You may go on working."))
        self.desk.services.submit(
            "reports", lambda: check_archive(path), on_done=self._checked, on_error=self._failed
        )

    def _checked(self, found: Checked) -> None:
        self._rest()
        if not found.holds:
            text = self.tr("{count} faults. The first: {fault}.")
            self.message.setText(text.format(count=found.fault_count, fault=found.faults[0]))
            return
        text = self.tr(
            "{company}, {since} to {until}: everything is as it was written, if the Z reports of that time "
            "bear the fingerprint {print}."
        )
        self.message.setText(
            text.format(
                company=found.company, since=found.since, until=found.until,
                print=short_print(found.fingerprint),
            )
        )  # fmt: skip

    def _roll(self) -> None:
        if not self._asked_twice:
            self._asked_twice = True
            self.roll.setText(self.tr("Really? Press again"))
            self.message.setText(
                self.tr("The key in use signs the new one and is thrown away. What it signed stays good.")
            )
            return
        journal, actor = self.desk.services.journal, self.desk.services.gateway.actor
        if journal is None or actor is None:
            return
        self._busy("")
        self.desk.services.submit(
            "reports", lambda: journal.roll(actor), on_done=self._rolled, on_error=self._failed
        )

    def _rolled(self, fingerprint: str) -> None:
        self._rest()
        text = self.tr("The new key signs from now on. Its fingerprint is {print}.")
        self.message.setText(text.format(print=short_print(fingerprint)))
        self._read_keys()

    def _keep(self) -> None:
        """Save both settings; the copy is of this station, the code of every one."""
        station = self.desk.services.context.till.code
        self.desk.run(
            save_signing, self._kept,
            on_error=self._failed, sign_receipts=self.sign.isChecked(), copy_to=self.witness.text(),
            station=station,
        )  # fmt: skip

    def _kept(self, _none: None) -> None:
        self.message.setText(self.tr("Saved. It holds from the next start on."))

    def _busy(self, text: str) -> None:
        self.message.setText(text)
        for button in (self.write, self.check, self.roll):
            button.setEnabled(False)

    def _rest(self) -> None:
        self._asked_twice = False
        self.roll.setText(self.tr("Take a new key"))
        ready = self.desk.services.journal is not None
        self.check.setEnabled(True)
        self.write.setEnabled(ready)
        self.roll.setEnabled(ready and self.desk.may(Permission.SETTINGS))

    def _failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, Refusal):
            raise error
        self.message.setText(describe(error))
