"""Trial balance, profit and loss, balance sheet; the ledger of an account behind each line."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.accounting.account_ledger import AccountLedger, LedgerMark, LedgerRow, account_ledger
from app.accounting.statements import (
    BalanceSheet,
    ProfitAndLoss,
    StatementRow,
    TrialBalance,
    balance_sheet,
    profit_and_loss,
    trial_balance,
)
from app.accounting.table_files import Cell
from ui.accounting.report_view import ReportView
from ui.accounting.words import account_kind, entry_word
from ui.office.export import save_table
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import open_document
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import label, line

_PAGE: Final = 300
_OPENS = ("invoice", "prepayment", "credit_note", "customer_payment", "shipment")


class TrialView(ReportView):
    """Every account over a period."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self.shown: TrialBalance | None = None
        tr = self.tr
        super().__init__(desk, tr("Trial balance"), [
            Column("code", tr("Account"), 90), Column("name", tr("Name")),
            Column("kind", tr("Kind"), 110, least=900),
            Column("opening", tr("Opening"), 128, figure=True),
            Column("debit", tr("Debit"), 128, figure=True),
            Column("credit", tr("Credit"), 128, figure=True),
            Column("closing", tr("Closing"), 128, figure=True),
        ], parent=parent)  # fmt: skip
        self.table.opened.connect(lambda key: self.account_wanted.emit(key, *self.days()))

    def reload(self) -> None:
        """Read it again."""
        since, until = self.days()
        self.desk.report(trial_balance, self._have, since=since, until=until)

    def _have(self, found: TrialBalance) -> None:
        self.shown = found
        amount = self.desk.formats.amount
        self.show_rows(
            [
                TableRow(
                    r.code,
                    (
                        r.code, r.name, account_kind(r.kind), amount(r.opening_minor), amount(r.debit_minor),
                        amount(r.credit_minor), amount(r.closing_minor),
                    ),
                )
                for r in found.rows
            ]
        )  # fmt: skip
        text = self.tr("Debits {debit}, credits {credit}; all accounts sum to {rest}.")
        self.prove(
            text.format(
                debit=amount(found.debit_minor), credit=amount(found.credit_minor),
                rest=amount(found.difference_minor),
            ), good=not found.difference_minor,
        )  # fmt: skip

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported."""
        return [
            [r.code, r.name, r.kind.value, r.opening_minor, r.debit_minor, r.credit_minor, r.closing_minor]
            for r in (self.shown.rows if self.shown is not None else ())
        ]


class _StatementView(ReportView):
    """Accounts in groups with a sum each."""

    def __init__(self, desk: OfficeDesk, title: str, *, spans: bool, parent: QWidget | None = None) -> None:
        self._plain: list[list[Cell]] = []
        tr = self.tr
        super().__init__(desk, title, [
            Column("code", tr("Account"), 100), Column("name", tr("Name")),
            Column("amount", tr("Amount"), 170, figure=True),
        ], spans=spans, parent=parent)  # fmt: skip
        self.table.opened.connect(self._open)

    def _open(self, key: str) -> None:
        if not key.startswith("="):
            self.account_wanted.emit(key, *self._span())

    def _span(self) -> tuple[date, date]:
        return self.days()

    def show_groups(self, groups: list[tuple[str, tuple[StatementRow, ...], int]]) -> None:
        """A heading with its sum, then its accounts."""
        amount = self.desk.formats.amount
        rows: list[TableRow] = []
        self._plain = []
        for place, (name, accounts, total) in enumerate(groups):
            rows.append(TableRow(f"={place}", ("", name, amount(total)), {"name": "primary"}))
            rows += [TableRow(r.code, (r.code, r.name, amount(r.minor))) for r in accounts]
            self._plain.append(["", name, total])
            self._plain += [[r.code, r.name, r.minor] for r in accounts]
        self.show_rows(rows)

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported."""
        return self._plain


class ProfitView(_StatementView):
    """Income and expense of a period."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Profit and loss"), spans=True, parent=parent)

    def reload(self) -> None:
        """Read it again."""
        since, until = self.days()
        self.desk.report(profit_and_loss, self._have, since=since, until=until)

    def _have(self, found: ProfitAndLoss) -> None:
        income, expense = (sum(r.minor for r in rows) for rows in (found.income, found.expense))
        self.show_groups(
            [(self.tr("Income"), found.income, income), (self.tr("Expense"), found.expense, expense)]
        )
        text = self.tr("Profit {amount}") if found.result_minor >= 0 else self.tr("Loss {amount}")
        amount = self.desk.formats.money(abs(found.result_minor))
        self.prove(text.format(amount=amount), good=found.result_minor >= 0)


class BalanceView(_StatementView):
    """What there is and whose it is."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Balance sheet"), spans=False, parent=parent)

    def _span(self) -> tuple[date, date]:
        return date.min, self.days()[1]

    def reload(self) -> None:
        """Read it again."""
        self.desk.report(balance_sheet, self._have, on=self.days()[1])

    def _have(self, found: BalanceSheet) -> None:
        debts, equity = (sum(r.minor for r in rows) for rows in (found.liabilities, found.equity))
        self.show_groups(
            [
                (self.tr("Assets"), found.assets, found.assets_minor),
                (self.tr("Debts"), found.liabilities, debts), (self.tr("Equity"), found.equity, equity),
                (self.tr("Result not closed yet"), (), found.result_minor),
            ]
        )  # fmt: skip
        money = self.desk.formats.money
        text = self.tr("Assets {assets}; debts, equity and result {claims}.")
        self.prove(
            text.format(assets=money(found.assets_minor), claims=money(found.claims_minor)),
            good=found.assets_minor == found.claims_minor,
        )  # fmt: skip


class AccountPanel(DocumentPanel):
    """The lines of an account; Enter shows the document of a line."""

    def __init__(
        self, desk: OfficeDesk, code: str, since: date, until: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "", parent)
        self.code, self.since, self.until = code, since, until
        self.shown: AccountLedger | None = None
        tr = self.tr
        self.table = DataTable(tr("Ledger of the account"), [
            Column("day", tr("Day"), 132), Column("what", tr("Entry")),
            Column("document", tr("Document"), 170), Column("party", tr("Customer"), 180, least=900),
            Column("debit", tr("Debit"), 110, figure=True), Column("credit", tr("Credit"), 110, figure=True),
            Column("balance", tr("Balance"), 120, figure=True),
        ])  # fmt: skip
        self.total = label("", tokens.LABEL, 700)
        self.save_button = Button(tr("Save as"), icon="download")
        self.page.addWidget(self.table, 1)
        self.content.addLayout(line(self.total, None, self.save_button))
        self.first = self.table
        self._rows: list[LedgerRow] = []
        self._mark: LedgerMark | None = None
        self.table.opened.connect(self._open)
        self.table.more_wanted.connect(lambda _place: self._ask(self._mark))
        self.save_button.clicked.connect(self._save)

    def reload(self) -> None:
        """Read it again, from the first page."""
        self._ask(None)

    def _ask(self, mark: LedgerMark | None) -> None:
        self.ask(
            account_ledger, lambda found: self._have(found, further=mark is not None), lane="reports",
            code=self.code, since=self.since, until=self.until, mark=mark, limit=_PAGE,
        )  # fmt: skip

    def _have(self, found: AccountLedger, *, further: bool) -> None:
        self.shown, self._mark = found, found.mark
        before = len(self._rows) if further else 0
        self._rows = [*self._rows[:before], *found.rows]
        self.set_title(f"{found.code} {found.name}")
        amount = self.desk.formats.amount
        rows = [self._row(place, r) for place, r in enumerate(found.rows, start=before)]
        (self.table.add_rows if further else self.table.set_rows)(rows, more=found.mark is not None)
        text = self.tr("opening {opening}, closing {closing}")
        self.total.setText(
            text.format(opening=amount(found.opening_minor), closing=amount(found.closing_minor))
        )

    def _row(self, place: int, r: LedgerRow) -> TableRow:
        formats = self.desk.formats
        amount = formats.amount
        return TableRow(
            str(place),
            (
                formats.date(r.on), entry_word(r.kind), r.document_number, r.party_name,
                amount(r.amount_minor) if r.amount_minor > 0 else "",
                amount(-r.amount_minor) if r.amount_minor < 0 else "", amount(r.balance_minor),
            ),
        )  # fmt: skip

    def _open(self, key: str) -> None:
        row = self._rows[int(key)]
        if row.document_type in _OPENS:
            open_document(self.desk, f"{row.document_type}:{row.document_id}")
        elif row.document_type == "sale" and row.document_number:
            self.desk.go_to.emit("sales", row.document_number)

    def _save(self) -> None:
        """All of it, whatever is shown so far."""
        self.ask(
            account_ledger, self._write, lane="reports", code=self.code, since=self.since, until=self.until
        )

    def _write(self, found: AccountLedger) -> None:
        tr = self.tr
        rows: list[list[Cell]] = [
            [r.on, entry_word(r.kind), r.document_number, r.party_name, r.amount_minor, r.balance_minor]
            for r in found.rows
        ]
        heads = [tr("Day"), tr("Entry"), tr("Document"), tr("Customer"), tr("Amount"), tr("Balance")]
        save_table(self, self.desk, self.title(), heads, rows)
