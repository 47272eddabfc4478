"""Statements and bank accounts: lists of the bank's page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.banking.queries import BankAccount, StatementRow, list_bank_accounts, list_statements
from app.kernel.permission import Permission
from ui.banking.account_editor import AccountEditor
from ui.banking.statement_panel import StatementPanel
from ui.banking.words import gap_text
from ui.office.section import Section
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import column, label, line


class BankArea(QWidget):
    """Base of the lists beside the lines."""

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self.section, self.desk = section, section.desk
        self.table = DataTable(self.title(), self.columns())
        self.hint = label("", tokens.SUB, 400, "text2", wrap=True)
        rows = column(self, gap=tokens.GUTTER)
        rows.addWidget(self.table, 1)
        self.foot = line(self.hint, gap=8)
        self.foot.setStretch(0, 1)
        rows.addLayout(self.foot)
        self.table.opened.connect(self.open)

    def title(self) -> str:
        """What the list is."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """Its columns."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the list."""
        raise NotImplementedError

    def open(self, key: str) -> None:
        """A row was opened."""
        raise NotImplementedError


class StatementsArea(BankArea):
    """The statements, newest first."""

    def title(self) -> str:
        """What the list is."""
        return self.tr("Statements")

    def columns(self) -> Sequence[Column]:
        """Account, number, days, balances."""
        tr = self.tr
        return [
            Column("account", tr("Account"), 150), Column("number", tr("Number"), 80),
            Column("days", tr("Days"), 240), Column("opening", tr("Opening"), 120, figure=True),
            Column("closing", tr("Closing"), 120, figure=True),
            Column("lines", tr("New lines"), 90, figure=True), Column("state", tr("State")),
        ]  # fmt: skip

    def reload(self) -> None:
        """Read them."""
        self.desk.ask(list_statements, self._have)

    def _have(self, found: list[StatementRow]) -> None:
        self.table.set_rows([self._row(s) for s in found])
        warned = sum(s.gap is not None for s in found)
        told = self.tr("%n statement(s) with something missing before", "", warned) if warned else ""
        self.hint.setText(told)

    def _row(self, s: StatementRow) -> TableRow:
        formats = self.desk.formats
        days = " - ".join(dict.fromkeys(formats.date(d) for d in (s.from_day, s.to_day) if d is not None))
        state = self.tr("balances proven") if s.proven else self.tr("no balances to prove")
        opening, closing = (
            "" if m is None else money(self.desk, m, s.currency) for m in (s.opening_minor, s.closing_minor)
        )
        cells = (
            s.account_name, s.number, days, opening, closing, formats.number(s.new_count),
            gap_text(self.desk, s.gap, s.currency) if s.gap else state,
        )  # fmt: skip
        return TableRow(str(s.id), cells, {"state": "danger" if s.gap else "ok" if s.proven else "text2"})

    def open(self, key: str) -> None:
        """Its lines."""
        panel = StatementPanel(self.desk)
        self.section.open_panel(panel)
        panel.load(int(key), next(self.table.row(i) for i, k in enumerate(self.table.keys()) if k == key))


class AccountsArea(BankArea):
    """The bank accounts."""

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self._found: dict[str, BankAccount] = {}
        self.new_button = Button(self.tr("New bank account"), "primary", icon="add")
        self.foot.addWidget(self.new_button)
        self.new_button.clicked.connect(lambda: self.enter("", ""))

    def title(self) -> str:
        """What the list is."""
        return self.tr("Bank accounts")

    def columns(self) -> Sequence[Column]:
        """Name, number, ledger, balance."""
        tr = self.tr
        return [
            Column("name", tr("Name")), Column("number", tr("IBAN or number"), 250),
            Column("ledger", tr("Ledger"), 90), Column("balance", tr("Balance"), 140, figure=True),
            Column("day", tr("as of"), 110), Column("open", tr("To match"), 90, figure=True),
            Column("state", tr("State"), 100),
        ]  # fmt: skip

    def reload(self) -> None:
        """Read them."""
        self.new_button.setVisible(self.desk.may(Permission.SETTINGS))
        self.desk.ask(list_bank_accounts, self._have, with_retired=True)

    def _have(self, found: list[BankAccount]) -> None:
        self._found = {str(a.id): a for a in found}
        self.table.set_rows([self._row(a) for a in found])
        text = self.tr("Enter the account whose statements you import.") if not found else ""
        self.hint.setText(text)

    def _row(self, a: BankAccount) -> TableRow:
        formats = self.desk.formats
        cells = (
            a.name, f"{a.number} {a.currency}", a.ledger_code,
            "" if a.balance_minor is None else money(self.desk, a.balance_minor, a.currency),
            formats.date(a.balance_on) if a.balance_on else "",
            formats.number(a.open_lines) if a.open_lines else "",
            self.tr("in use") if a.active else self.tr("closed"),
        )  # fmt: skip
        return TableRow(str(a.id), cells, {"open": "warn", "state": "ok" if a.active else "text2"})

    def open(self, key: str) -> None:
        """Change one."""
        if self.desk.may(Permission.SETTINGS):
            self._edit(AccountEditor(self.desk, self._found[key]))

    def enter(self, number: str, currency: str) -> AccountEditor:
        """A new one."""
        return self._edit(AccountEditor(self.desk, None, number=number, currency=currency))

    def _edit(self, editor: AccountEditor) -> AccountEditor:
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, sentence: str) -> None:
        self.section.close_panel()
        self.desk.say(sentence)
        self.reload()
