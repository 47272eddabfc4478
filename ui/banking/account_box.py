"""A line booked to accounts of the ledger, split where it has to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.banking.operations.others import AccountShare
from app.banking.queries import LedgerAccount
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Choice, text_field
from ui.widgets.line_rows import LineRows
from ui.widgets.text import column, label, set_tone


class AccountBox(QWidget):
    """Accounts with amounts; the last amount that is empty takes the rest."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._accounts: list[LedgerAccount] = []
        self._amount = 0
        self._currency = ""
        tr = self.tr
        self.rows = LineRows(
            tr("Accounts"), [tr("Account"), tr("Amount")], self._fields, tr("Another account"), (3, 1)
        )
        self.words = text_field(placeholder=tr("What it was for"))
        self.words.setAccessibleName(tr("Text"))
        self.left = label("", tokens.LABEL, 700, wrap=True)
        body = column(self, gap=tokens.GAP)
        body.addWidget(self.rows)
        body.addWidget(label(tr("Text"), tokens.CAPTION, 500, "text2"))
        body.addWidget(self.words)
        body.addWidget(self.left)
        body.addStretch(1)
        self.rows.changed.connect(self._show_left)

    def _fields(self) -> Sequence[QWidget]:
        account = Choice(
            [(None, self.tr("Choose an account")), *((a.code, f"{a.code} {a.name}") for a in self._accounts)]
        )
        account.setAccessibleName(self.tr("Account"))
        amount = MoneyEdit(self.tr("Amount"), self._desk.formats)
        amount.setPlaceholderText(self.tr("the rest"))
        return [account, amount]

    def start(self, amount_minor: int, currency: str, accounts: list[LedgerAccount]) -> None:
        """A line of that amount."""
        self._amount, self._currency, self._accounts = amount_minor, currency, accounts
        self.rows.clear()
        self.rows.add_line()
        self.words.clear()
        self._show_left()

    def shares(self) -> list[AccountShare]:
        """What was entered, with the line's sign; accounts that were not chosen are left out."""
        sign = 1 if self._amount >= 0 else -1
        chosen = [(f[0].value(), f[1].value()) for f in self._lines() if f[0].value()]
        given = sum(minor or 0 for _code, minor in chosen)
        rest = abs(self._amount) - given
        made: list[AccountShare] = []
        for code, minor in chosen:
            amount = minor or rest
            if not minor:
                rest = 0
            if amount:
                made.append(AccountShare(code, sign * amount))
        return made

    def _lines(self) -> list[tuple[Choice, MoneyEdit]]:
        found: list[tuple[Choice, MoneyEdit]] = []
        for fields in self.rows.lines():
            account, amount = fields
            if isinstance(account, Choice) and isinstance(amount, MoneyEdit):
                found.append((account, amount))
        return found

    def _show_left(self) -> None:
        left = self._amount - sum(s.amount_minor for s in self.shares())
        shown = money(self._desk, left, self._currency)
        text = self.tr("{amount} has no account yet").format(amount=shown)
        self.left.setText(text if left else self.tr("Explained to the cent"))
        set_tone(self.left, "warn" if left else "ok")
