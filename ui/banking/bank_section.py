"""The bank: lines to be matched, statements, accounts, and whether everything agrees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.banking.queries import LineRow, count_lines, list_lines
from app.banking.run import MatchedLines, match_open_lines
from app.banking.states import LineStatus
from app.kernel.permission import Permission
from ui.banking.advice_panel import AdvicePanel
from ui.banking.agree_area import AgreeArea
from ui.banking.areas import AccountsArea, BankArea, StatementsArea
from ui.banking.debits_area import DebitsArea
from ui.banking.import_panel import ImportPanel
from ui.banking.line_panel import LinePanel
from ui.banking.words import status_word
from ui.office.section import OfficeDesk, Section
from ui.orders.links import money
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.pages import Pages
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line

_PAGE: Final = 200
_LINES: Final = tuple(s.value for s in LineStatus)
_AREAS: Final[dict[str, Callable[[Section], BankArea | AgreeArea]]] = {
    "statements": StatementsArea, "accounts": AccountsArea, "agreement": AgreeArea, "debits": DebitsArea,
}  # fmt: skip


class BankSection(Section):
    """The bank."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._shown = 0
        self._after: int | None = None
        self._matching = False
        self._areas: dict[str, BankArea | AgreeArea] = {}
        self._chosen: str = LineStatus.OPEN.value
        tr = self.tr
        self.search = SearchLine(tr("Search: name or words"))
        self.import_button = Button(tr("Import"), icon="upload", hint="Ctrl+N")
        self.advice_button = Button(tr("Advice"), icon="mail", hint="F6")
        self.match_button = Button(tr("Book what is sure"), "primary", icon="task_alt", hint="F9")
        self.chips = ChipBar(tr("Bank"))
        self.table = DataTable(tr("Lines of statements"), [
            Column("day", tr("Day"), 128), Column("account", tr("Account"), 130, least=1000),
            Column("name", tr("Name"), 220), Column("text", tr("Words")),
            Column("amount", tr("Amount"), 130, figure=True), Column("state", tr("State"), 110),
        ])  # fmt: skip
        self.empty = EmptyState(
            "account_balance", tr("No lines here"), tr("Import a statement of the bank."), tr("Import")
        )
        self.hint = label("", tokens.SUB, 400, "text2")
        self.stack = Pages()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = line(
            label(self.tr("Bank"), tokens.KEY, 700), 4, self.search, self.match_button, self.advice_button,
            self.import_button, gap=8,
        )  # fmt: skip
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.chips)
        self._list = QWidget()
        rows = column(self._list, gap=tokens.GUTTER)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.empty, 1)
        rows.addWidget(self.hint)
        self.empty.setVisible(False)
        self.stack.addWidget(self._list)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.chips.chosen.connect(self.choose)
        self.table.opened.connect(lambda key: self.open_line(int(key)))
        self.table.more_wanted.connect(lambda _place: self._ask(self._shown))
        self.import_button.clicked.connect(self.import_file)
        self.empty.action_triggered.connect(self.import_file)
        self.match_button.clicked.connect(self.match)
        self.advice_button.clicked.connect(self.take_advice)

    # --- pages ---

    def _names(self) -> dict[str, str]:
        tr = self.tr
        return {
            LineStatus.OPEN.value: tr("To match"), LineStatus.BOOKED.value: tr("Booked"),
            LineStatus.LEFT_OUT.value: tr("Left out"), "statements": tr("Statements"),
            "debits": tr("Direct debits"), "accounts": tr("Accounts"), "agreement": tr("Agreement"),
        }  # fmt: skip

    def entered(self) -> None:
        """Read what is shown."""
        may = self.desk.may(Permission.RECEIVE_PAYMENT)
        for part in (self.import_button, self.match_button, self.advice_button):
            part.setVisible(may)
        self._fill_chips()
        self.choose(self._chosen)
        panel = self.panel()
        if isinstance(panel, LinePanel):
            panel.reload()
        elif panel is None:
            self.setFocus()

    def _fill_chips(self, counts: dict[LineStatus, int] | None = None) -> None:
        waiting = (counts or {}).get(LineStatus.OPEN, 0)
        names = self._names()
        if waiting:
            name = names[LineStatus.OPEN.value]
            names[LineStatus.OPEN.value] = f"{name} {self.desk.formats.number(waiting)}"
        self.chips.set_chips(list(names.items()), self._chosen)

    def choose(self, key: str) -> None:
        """Show another page."""
        self._chosen = key
        self.chips.select(key)
        lines = key in _LINES
        self.search.setEnabled(lines)
        if lines:
            self.stack.setCurrentWidget(self._list)
        else:
            self.stack.setCurrentWidget(self._area(key))
        self.reload()

    def _area(self, key: str) -> BankArea | AgreeArea:
        if key not in self._areas:
            made = _AREAS[key](self)
            self._areas[key] = made
            self.stack.addWidget(made)
        return self._areas[key]

    def reload(self) -> None:
        """Read the page that is shown."""
        self.desk.ask(count_lines, self._fill_chips)
        if self._chosen in _LINES:
            self._ask(0)
        else:
            self._area(self._chosen).reload()

    def _ask(self, offset: int) -> None:
        self._asked += 1
        asked = self._asked

        def have(found: list[LineRow]) -> None:
            if asked == self._asked:
                self._have(found, offset)

        self.desk.ask(
            list_lines, have, status=LineStatus(self._chosen), text=self.search.text(), limit=_PAGE,
            offset=offset,
        )  # fmt: skip

    def _have(self, found: list[LineRow], offset: int) -> None:
        rows = [self._row(x) for x in found]
        more = len(found) == _PAGE
        self._shown = offset + len(found)
        if offset:
            self.table.add_rows(rows, more=more)
            return
        kept = self.table.current()
        self.table.set_rows(rows, more=more)
        self.table.select(kept)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.hint.setText(self.tr("Enter opens a line. F10 there books the best candidate.") if rows else "")
        if rows and self.panel() is None and not self.search.hasFocus():
            self.table.setFocus()

    def _row(self, x: LineRow) -> TableRow:
        cells = (
            self.desk.formats.date(x.booked_on), x.account_name, x.name, x.text,
            money(self.desk, x.amount_minor, x.currency), status_word(x.status),
        )  # fmt: skip
        tones = {"amount": "ok" if x.amount_minor > 0 else "text2"}
        if x.status == LineStatus.OPEN.value:
            tones["state"] = "warn"
        return TableRow(str(x.id), cells, tones)

    def show_item(self, what: str) -> None:
        """line:ID shows a line, a page's name that page."""
        kind, _, key = what.rpartition(":")
        if kind == "line":
            self.open_line(int(key))
        elif key in self._names():
            self.choose(key)

    # --- lines ---

    def open_line(self, line_id: int) -> LinePanel:
        """The page of a line."""
        panel = LinePanel(self.desk)
        panel.done.connect(self._line_done)
        self.open_panel(panel)
        panel.load(line_id)
        return panel

    def _line_done(self, line_id: int) -> None:
        """Dealt with: the next one that is open."""
        keys = self.table.keys()
        place = keys.index(str(line_id)) if str(line_id) in keys else -1
        following = [k for k in keys[place + 1 :] if k != str(line_id)]
        self.reload()
        if self._chosen == LineStatus.OPEN.value and following:
            panel = self.panel()
            if isinstance(panel, LinePanel):
                panel.load(int(following[0]))
                return
        self.close_panel()

    def match(self) -> None:
        """Book every line that is sure."""
        actor = self.desk.services.gateway.actor
        if actor is None or self._matching or not self.match_button.isVisible():
            return
        self._matching = True
        self.match_button.setEnabled(False)
        self.hint.setText(self.tr("The open lines are being matched …"))
        runtime = self.desk.services.gateway.runtime
        self.desk.services.submit(
            "reports", lambda: match_open_lines(runtime, actor=actor), on_done=self._matched,
            on_error=self._match_failed,
        )  # fmt: skip

    def _matched(self, found: MatchedLines) -> None:
        self._rest()
        number, formats = self.desk.formats.number, self.desk.formats
        text = self.tr(
            "Booked: {booked} ({amount}). Suggested: {suggested}, unknown: {unknown}, refused: {refused}."
        ).format(
            booked=number(found.booked), amount=formats.money(found.booked_minor),
            suggested=number(found.suggested), unknown=number(found.unknown),
            refused=number(len(found.refused)),
        )  # fmt: skip
        why = [describe(refusal) for _line, refusal in found.refused[:1]]
        self.desk.say(" ".join([text, *why]), "warn" if found.refused else "ok")
        self.reload()

    def _match_failed(self, error: Exception) -> None:
        self._rest()
        self.desk.failed(error)

    def _rest(self) -> None:
        self._matching = False
        self.match_button.setEnabled(True)

    def import_file(self) -> ImportPanel:
        """Bring a statement in."""
        panel = ImportPanel(self.desk)
        panel.done.connect(self._imported)
        panel.account_wanted.connect(self._account_wanted)
        self.open_panel(panel)
        panel.load()
        return panel

    def take_advice(self) -> AdvicePanel:
        """What a customer announced."""
        panel = AdvicePanel(self.desk)
        panel.kept.connect(self.close_panel)
        self.open_panel(panel)
        return panel

    def _imported(self) -> None:
        self.close_panel()
        self.choose(LineStatus.OPEN.value)

    def _account_wanted(self, number: str, currency: str) -> None:
        self.close_panel()
        self.choose("accounts")
        area = self._area("accounts")
        if isinstance(area, AccountsArea):
            area.enter(number, currency)

    def panel_closed(self) -> None:
        """Back on the list."""
        if self._chosen in _LINES and self.table.isVisible():
            self.table.setFocus()
        else:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N imports, F9 books what is sure, F6 takes an advice, F2 searches."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key: Any = event.key()
        if key == Qt.Key.Key_N and control and self.import_button.isVisible():
            self.import_file()
        elif key == Qt.Key.Key_F9:
            self.match()
        elif key == Qt.Key.Key_F6 and self.advice_button.isVisible():
            self.take_advice()
        elif key == Qt.Key.Key_F2:
            self.search.setFocus()
        else:
            super().keyPressEvent(event)
