"""The journal: who did what, and whether anything was changed afterwards."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.reporting.lists import JournalView, list_chains, list_journal
from app.reporting.verify.results import CheckResult
from ui.office.section import OfficeDesk, Section
from ui.reporting.journal_words import entry_text
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.row_list import Row, RowList
from ui.widgets.side_panel import SidePanel
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 100


class JournalSection(Section):
    """The newest entries first."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self.kind = Choice()
        self.chain = Choice()
        self.kind.setAccessibleName(self.tr("Kind"))
        self.chain.setAccessibleName(self.tr("Station"))
        self.kind.set_options(self._kinds())
        self.verify = Button(self.tr("Verify the books"), "primary", icon="verified_user")
        self.archive = Button(self.tr("Archive and keys"), icon="lock")
        self.table = DataTable(
            self.tr("Journal"),
            [
                Column("seq", self.tr("Entry"), 112),
                Column("when", self.tr("When"), 196),
                Column("kind", self.tr("What"), 226),
                Column("who", self.tr("Who"), 170),
                Column("details", self.tr("Details")),
            ],
        )
        self.empty = EmptyState("history", self.tr("No entries of this kind"))
        self.body.addLayout(
            line(
                label(self.tr("Journal"), tokens.KEY, 700),
                8,
                self.kind,
                self.chain,
                None,
                self.archive,
                self.verify,
            )
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.kind.currentIndexChanged.connect(lambda _place: self._reload())
        self.chain.currentIndexChanged.connect(lambda _place: self._reload())
        self.table.more_wanted.connect(self._ask)
        self.table.opened.connect(self._open)
        self.verify.clicked.connect(self._verify)
        self.archive.clicked.connect(self._show_archive)
        self._entries: dict[str, JournalView] = {}

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("Everything")),
            ("access.", self.tr("Users and PINs")),
            ("sale.", self.tr("Sales")),
            ("return.", self.tr("Returns")),
            ("cart.", self.tr("Voided and parked")),
            ("shift.", self.tr("Shifts")),
            ("drawer.", self.tr("Cash and drawer")),
            ("card.", self.tr("Card payments")),
            ("reprint.", self.tr("Reprints")),
            ("product", self.tr("Products")),
            ("price", self.tr("Prices")),
            ("customer.", self.tr("Customers")),
            ("settings.", self.tr("Settings")),
            ("journal.", self.tr("Keys and signatures")),
        ]

    def entered(self) -> None:
        """Read the chains and the newest entries."""
        self.desk.report(list_chains, self._have_chains)

    def _have_chains(self, chains: list[str]) -> None:
        self.chain.set_options(
            [("", self.tr("All stations")), *((c, c) for c in chains)], self.chain.value() or ""
        )
        self._reload()

    def _reload(self) -> None:
        self._asked += 1
        self._ask(0)

    def _ask(self, offset: int) -> None:
        asked = self._asked
        self.desk.report(
            list_journal, lambda found: self._have(found, offset, asked),
            kind_prefix=self.kind.value() or "", chain=self.chain.value() or "", limit=_PAGE, offset=offset,
        )  # fmt: skip

    def _have(self, found: list[JournalView], offset: int, asked: int) -> None:
        if asked != self._asked:
            return
        self._entries.update({_key(view): view for view in found})
        rows = [self._row(view) for view in found]
        if offset:
            self.table.add_rows(rows, more=len(found) == _PAGE)
            return
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_rows(rows, more=len(found) == _PAGE)

    def _row(self, view: JournalView) -> TableRow:
        entry = view.entry
        who = view.actor or self.tr("System")
        if view.approver:
            who = self.tr("{who}, approved by {approver}").format(who=who, approver=view.approver)
        return TableRow(
            _key(view),
            (
                f"{entry.chain} {entry.seq}", self.desk.formats.date_time(entry.at), entry_text(entry.kind),
                who, entry.payload,
            ),
            {"details": "text2"},
        )  # fmt: skip

    def _open(self, key: str) -> None:
        view = self._entries[key]
        panel = SidePanel(f"{view.entry.chain} {view.entry.seq}: {entry_text(view.entry.kind)}")
        rows = [
            Row("at", self.desk.formats.date_time(view.entry.at), self.tr("When")),
            Row("who", view.actor or self.tr("System"), self.tr("Who")),
            *([Row("approver", view.approver, self.tr("Approved by"))] if view.approver else []),
            *(Row(f"p{n}", value, name) for n, (name, value) in enumerate(_payload(view.entry.payload))),
            Row("hash", view.entry.hash, self.tr("Hash of the chain")),
        ]
        shown = RowList(self.tr("Details"))
        shown.set_rows(rows)
        panel.content.addWidget(shown, 1)
        panel.first = shown
        panel.use_full_width()
        self.open_panel(panel)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()

    def _verify(self) -> None:
        from app.reporting.verify.run import verify_database

        self.verify.setEnabled(False)
        self.desk.say(self.tr("The books are being checked. You may go on working."), "info")
        self.desk.services.gateway.ask(
            verify_database, on_done=self._verified, on_error=self._not_verified, lane="reports"
        )

    def _show_archive(self) -> None:
        from ui.reporting.archive_panel import ArchivePanel

        self.open_panel(ArchivePanel(self.desk))

    def _not_verified(self, error: Exception) -> None:
        self.verify.setEnabled(True)
        self.desk.failed(error)

    def _verified(self, results: list[CheckResult]) -> None:
        self.verify.setEnabled(True)
        wrong = [result for result in results if not result.holds]
        if wrong:
            self.desk.say(
                self.tr(
                    "%n checks found something wrong. Tell whoever looks after the program.", "", len(wrong)
                ),
                "error",
            )
        else:
            self.desk.say(self.tr("All %n checks hold: nothing was changed.", "", len(results)))
        panel = SidePanel(self.tr("The books were checked"))
        shown = RowList(self.tr("Results"))
        shown.set_rows([_result_row(result) for result in [*wrong, *(r for r in results if r.holds)]])
        panel.content.addWidget(shown, 1)
        panel.first = shown
        panel.use_full_width()
        self.open_panel(panel)


def _key(view: JournalView) -> str:
    return f"{view.entry.chain}/{view.entry.seq}"


def _result_row(result: CheckResult) -> Row:
    tr = QCoreApplication.translate
    sentence = tr("Checks", result.sentence)
    if result.holds:
        return Row(
            result.name, sentence, icon="check_circle", figure=tr("JournalSection", "holds"), tone="ok"
        )
    return Row(
        result.name, sentence, result.faults[0] if result.faults else "", str(result.fault_count),
        icon="error", tone="danger",
    )  # fmt: skip


def _payload(text: str) -> list[tuple[str, str]]:
    """The details of an entry as names and values; text that is no JSON stays as it is."""
    try:
        found = json.loads(text)
    except ValueError:
        return [("", text)]
    if not isinstance(found, dict):
        return [("", text)]
    return [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in found.items()
        if value not in (None, "", [], {})
    ]
