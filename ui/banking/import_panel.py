"""Bringing a statement in: choose the file, look at what it holds and what would be new, keep it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.banking.operations.accounts import save_profile
from app.banking.operations.imports import ImportedFile, KeptStatement, import_statements, preview_statements
from app.banking.queries import BankAccount, get_bank_account, list_bank_accounts, list_profiles
from app.banking.reading.model import ReadLine, ReadStatement
from app.banking.reading.read import format_of, read_statements
from app.banking.reading.table import CsvProfile, sniff_profile, table_heads
from app.banking.refusals import AccountUnknownError, StatementFileError
from app.banking.states import FileFormat
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.runtime.run import Runtime
from ui.banking.profile_box import ProfileBox
from ui.banking.words import gap_text
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, text_field
from ui.widgets.text import label, line

_ROWS: Final = 300


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked through; `error` says why it cannot be read."""

    content: bytes
    profile: CsvProfile | None
    heads: list[str]
    file: ImportedFile | None
    statements: tuple[ReadStatement, ...]
    error: Refusal | None = None


def look_through(runtime: Runtime, path: Path, account_id: int | None, profile: CsvProfile | None) -> Looked:
    """Read a file and what an import would do; a table's profile is told when none is given."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return Looked(b"", None, [], None, (), StatementFileError(detail=error.strerror or str(error)))
    heads: list[str] = []
    try:
        if format_of(content) is FileFormat.CSV:
            profile = profile or sniff_profile(content)
            heads = table_heads(content, profile)
        else:
            profile = None
        currency = ""
        if account_id is not None:
            currency = runtime.ask(get_bank_account, account_id=account_id).currency
        read = read_statements(content, profile=profile, currency=currency)
        file, statements = runtime.ask(
            preview_statements, content=content, account_id=account_id, profile=profile, statements=read
        )
    except Refusal as refusal:
        return Looked(content, profile, heads, None, (), refusal)
    return Looked(content, profile, heads, file, statements)


class ImportPanel(DocumentPanel):
    """The panel of the import.

    Signals:
        done(): lines were brought.
        account_wanted(str, str): the bank account of that number and currency is to be entered first.
    """

    done = Signal()
    account_wanted = Signal(str, str)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Import a statement"))
        self._path: Path | None = None
        self._looked: Looked | None = None
        self._asked = 0
        self._fresh = False  # the box does not show the profile that was chosen yet
        self._profiles: dict[str, CsvProfile] = {}
        tr = self.tr
        self.choose = Button(tr("Choose a file…"), "primary", icon="upload", hint="Ctrl+O")
        self.file_name = label(tr("CAMT, MT940, OFX or a table (CSV)"), tokens.BODY, 400, "text2")
        self.account = Choice([(None, tr("As the file says"))])
        self.account.setAccessibleName(tr("Bank account"))
        self.kept = Choice([("", tr("By the heads"))])
        self.kept.setAccessibleName(tr("Profile"))
        self.box = ProfileBox()
        self.name = text_field(placeholder=tr("Name of the profile"), limit=40)
        self.name.setAccessibleName(tr("Name of the profile"))
        self.keep_button = Button(tr("Keep this profile"), icon="star")
        self.statements = DataTable(tr("Statements in the file"), [
            Column("account", tr("Account")), Column("number", tr("Number"), 80, least=1100),
            Column("days", tr("Days"), 240), Column("opening", tr("Opening"), 120, figure=True, least=950),
            Column("closing", tr("Closing"), 120, figure=True, least=700),
            Column("new", tr("New"), 70, figure=True), Column("known", tr("Known"), 70, figure=True),
            Column("state", tr("State"), 220),
        ])  # fmt: skip
        self.lines = DataTable(tr("Lines in the file"), [
            Column("day", tr("Day"), 128), Column("name", tr("Name"), 220), Column("text", tr("Words")),
            Column("amount", tr("Amount"), 130, figure=True),
        ])  # fmt: skip
        self.summary = label("", tokens.LABEL, 600, wrap=True)
        self.enter_button = Button(tr("Enter this bank account"), icon="account_balance")
        self.start = Button(tr("Import"), "primary", icon="check", hint="F10")
        self._lay_out()
        self._connect()
        self.first = self.choose

    def _lay_out(self) -> None:
        top = line(self.choose, self.file_name, label(self.tr("Account"), tokens.CAPTION, 500, "text2"),
                   self.account, gap=10)  # fmt: skip
        top.setStretch(1, 1)
        self.account.setMinimumWidth(220)
        self.page.addLayout(top)
        self._meant = QWidget()
        meant = line(
            label(self.tr("Profile"), tokens.CAPTION, 500, "text2"), self.kept, None, self.name,
            self.keep_button, gap=10,
        )  # fmt: skip
        meant.setContentsMargins(0, 0, 0, 0)
        self._meant.setLayout(meant)
        self.name.setFixedWidth(200)
        self.kept.setMinimumWidth(180)
        for part in (self._meant, self.box):
            self.page.addWidget(part)
            part.setVisible(False)
        self.page.addWidget(self.statements, 1)
        self.page.addWidget(self.lines, 2)
        foot = line(self.summary, self.enter_button, self.start, gap=10)
        foot.setStretch(0, 1)
        self.content.addLayout(foot)
        for part in (self.statements, self.lines, self.enter_button):
            part.setVisible(False)
        self.page.addStretch(0)
        self.start.setEnabled(False)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.account.currentIndexChanged.connect(lambda _place: self._look())
        self.kept.currentIndexChanged.connect(lambda _place: self._look(fresh=True))
        self.box.changed.connect(self._look)
        self.keep_button.clicked.connect(self._keep)
        self.enter_button.clicked.connect(self._enter)
        self.start.clicked.connect(self.bring)

    def load(self) -> None:
        """Read the accounts and profiles."""
        self.ask(list_bank_accounts, self._have_accounts)
        self.ask(list_profiles, self._have_profiles)

    def _have_accounts(self, found: list[BankAccount]) -> None:
        options = [(None, self.tr("As the file says")), *((a.id, f"{a.name} {a.currency}") for a in found)]
        self.account.set_options(options, self.account.value())

    def _have_profiles(self, found: list[CsvProfile]) -> None:
        self._profiles = {p.name: p for p in found}
        options = [("", self.tr("By the heads")), *((p.name, p.name) for p in found)]
        self.kept.set_options(options, self.kept.value())

    # --- looking ---

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Choose a statement"), str(Path.home()),
            self.tr("Statements (*.xml *.sta *.mt940 *.940 *.txt *.ofx *.qfx *.csv *.tsv);;All files (*)"),
        )  # fmt: skip
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Look through a file."""
        self._path = path
        self._looked = None
        self.file_name.setText(path.name)
        self._look(fresh=True)

    def _look(self, *, fresh: bool = False) -> None:
        path = self._path
        if path is None:
            return
        self._asked += 1
        asked, account_id = self._asked, self.account.value()
        self._fresh = self._fresh or fresh
        told = self._profiles.get(str(self.kept.value())) if self._fresh else self.box.profile()
        runtime = self.desk.services.gateway.runtime
        self.summary.setText(self.tr("The file is looked through …"))
        self.start.setEnabled(False)

        def have(looked: Looked) -> None:
            if asked == self._asked:
                self._have(looked)

        self.desk.services.submit(
            "reports", lambda: look_through(runtime, path, account_id, told), on_done=have,
            on_error=self.failed,
        )  # fmt: skip

    def _have(self, looked: Looked) -> None:
        self._looked, self._fresh = looked, False
        table = looked.profile is not None
        for part in (self._meant, self.box):
            part.setVisible(table)
        self.keep_button.setVisible(self.desk.may(Permission.SETTINGS))
        self.name.setVisible(self.desk.may(Permission.SETTINGS))
        if looked.profile is not None:
            self.box.show_profile(looked.profile, looked.heads)
        self.refuse(describe(looked.error) if looked.error is not None else "")
        told = looked.file.statements if looked.file is not None else ()
        self.statements.set_rows([self._row(i, s) for i, s in enumerate(told)])
        read = [x for s in looked.statements for x in s.lines][:_ROWS]
        currency = looked.statements[0].currency if looked.statements else ""
        self.lines.set_rows([self._line(i, x, currency) for i, x in enumerate(read)])
        self.statements.setVisible(bool(told))
        self.lines.setVisible(bool(read))
        self.enter_button.setVisible(self._unknown() is not None and self.desk.may(Permission.SETTINGS))
        self._sum_up(looked)

    def _sum_up(self, looked: Looked) -> None:
        if looked.file is None:
            self.summary.setText("")
            return
        refused = [s for s in looked.file.statements if s.refused is not None]
        number = self.desk.formats.number
        text = self.tr("New lines: {new}, known already: {known}").format(
            new=number(looked.file.new), known=number(looked.file.known)
        )
        if refused and refused[0].refused is not None:
            text = describe(refused[0].refused)
        self.summary.setText(text)
        self.start.setEnabled(not refused and bool(looked.file.statements))

    def _row(self, place: int, s: KeptStatement) -> TableRow:
        formats = self.desk.formats
        days = " - ".join(dict.fromkeys(formats.date(d) for d in (s.from_day, s.to_day) if d is not None))
        state, tone = (self.tr("balances proven"), "ok") if s.proven else (self.tr("no balances"), "text2")
        if s.gap is not None:
            state, tone = gap_text(self.desk, s.gap, s.currency), "warn"
        if s.refused is not None:
            state, tone = describe(s.refused), "danger"
        opening, closing = (
            "" if m is None else money(self.desk, m, s.currency) for m in (s.opening_minor, s.closing_minor)
        )
        cells = (
            s.account_name or f"{s.account} {s.currency}", s.number, days, opening, closing,
            formats.number(s.new), formats.number(s.known), state,
        )  # fmt: skip
        return TableRow(str(place), cells, {"state": tone})

    def _line(self, place: int, x: ReadLine, currency: str) -> TableRow:
        cells = (
            self.desk.formats.date(x.booked_on), x.name, x.text,
            money(self.desk, x.amount_minor, currency),
        )  # fmt: skip
        return TableRow(str(place), cells, {"amount": "ok" if x.amount_minor > 0 else "text2"})

    def _unknown(self) -> KeptStatement | None:
        file = self._looked.file if self._looked is not None else None
        told = file.statements if file is not None else ()
        return next((s for s in told if isinstance(s.refused, AccountUnknownError)), None)

    def _enter(self) -> None:
        unknown = self._unknown()
        if unknown is not None:
            self.account_wanted.emit(unknown.account, unknown.currency)

    # --- doing ---

    def bring(self) -> None:
        """Keep what was looked at."""
        looked, path = self._looked, self._path
        if looked is None or path is None or not self.start.isEnabled():
            return
        self.run(
            import_statements, self._brought, content=looked.content, name=path.name,
            account_id=self.account.value(), profile=looked.profile, statements=looked.statements,
        )  # fmt: skip

    def _brought(self, made: ImportedFile) -> None:
        number = self.desk.formats.number
        text = self.tr("New lines: {new}. Known already: {known}.").format(
            new=number(made.new), known=number(made.known)
        )
        warned = [gap_text(self.desk, s.gap, s.currency) for s in made.statements if s.gap]
        self.desk.say(" ".join([text, *warned[:1]]), "warn" if warned else "ok")
        self.done.emit()

    def _keep(self) -> None:
        profile = self.box.profile(self.name.text().strip())
        if profile is not None:
            self.run(save_profile, lambda _none: self._kept(profile), profile=profile)

    def _kept(self, profile: CsvProfile) -> None:
        self.desk.say(self.tr("Profile {name} is kept.").format(name=profile.name))
        self.ask(list_profiles, self._have_profiles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 imports, Ctrl+O chooses a file."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F10:
            self.bring()
        elif event.key() == Qt.Key.Key_O and control:
            self._choose()
        else:
            super().keyPressEvent(event)
