"""A customer's account over a period: seen, as PDF, by e-mail."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.documents.statement_papers import build_statement
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.mailing.states import MailKind
from app.receivables.open_statement import read_open_items
from app.receivables.statement import Account, Statement, read_statement
from ui.mailing.mail_over import MailOver
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.orders.pdf_over import PdfOver
from ui.orders.words import document_word
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, DayField
from ui.widgets.text import column, label, line


class StatementPage(QWidget):
    """From a day to a day; it opens with the month before and this one."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__()
        self.desk = desk
        self.party_id = 0
        tr = self.tr
        self.since, self.until = DayField(), DayField()
        self.since.setAccessibleName(tr("From"))
        self.until.setAccessibleName(tr("Until"))
        self.which = Choice([("all", tr("All movements")), ("open", tr("Open items only"))])
        self.which.setAccessibleName(tr("What it shows"))
        self.pdf_button = Button(tr("PDF"), icon="print")
        self.mail_button = Button(tr("E-mail"), icon="mail")
        self.table = DataTable(tr("Statement of account"), [
            Column("date", tr("Date"), 130), Column("document", tr("Document")),
            Column("due", tr("Due"), 130, least=560), Column("amount", tr("Amount"), 130, figure=True),
            Column("balance", tr("Balance"), 140, figure=True),
        ])  # fmt: skip
        self.closing = label("", tokens.LABEL, 700, wrap=True)
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        outer = column(self, margin=4)
        outer.addLayout(
            line(
                label(tr("From"), tokens.BODY), self.since, label(tr("until"), tokens.BODY), self.until,
                self.which, None,
                self.mail_button, self.pdf_button, gap=8,
            )
        )  # fmt: skip
        outer.addWidget(self.table, 1)
        outer.addWidget(self.message)
        outer.addWidget(self.closing)
        self.mail_button.setVisible(desk.may(Permission.SEND_MAIL))
        self.paper = PdfOver(desk.services.submit, self)
        self.mail_over = MailOver(desk.services, self)
        self.mail_over.queued.connect(desk.say)
        today = desk.services.context.on
        self._set(self.since, (today.replace(day=1) - timedelta(days=1)).replace(day=1))
        self._set(self.until, today)
        self.since.date_changed.connect(lambda _day: self._ask())
        self.until.date_changed.connect(lambda _day: self._ask())
        self.which.currentIndexChanged.connect(lambda _place: self._ask())
        self.pdf_button.clicked.connect(self.show_pdf)
        self.mail_button.clicked.connect(self.write_mail)

    def _set(self, field: DayField, day: date) -> None:
        field.setDate(QDate(day.year, day.month, day.day))

    def period(self) -> tuple[date, date]:
        """The first and the last day."""
        one, other = self.since.date(), self.until.date()
        return date(one.year(), one.month(), one.day()), date(other.year(), other.month(), other.day())

    def open_only(self) -> bool:
        """Whether only what is still open is shown."""
        return bool(self.which.value() == "open")

    def load(self, party_id: int) -> None:
        """Read the customer's account."""
        self.party_id = party_id
        self._ask()

    def _ask(self) -> None:
        if not self.party_id:
            return
        since, until = self.period()
        self.since.setEnabled(not self.open_only())
        if self.open_only():
            self.desk.services.gateway.ask(
                read_open_items, on_done=self._have, on_error=self._failed, lane="reports",
                party_id=self.party_id, on=until, home=self.desk.services.context.company.currency,
            )  # fmt: skip
            return
        self.desk.services.gateway.ask(
            read_statement, on_done=self._have, on_error=self._failed, lane="reports",
            party_id=self.party_id, since=since, until=until,
            home=self.desk.services.context.company.currency,
        )  # fmt: skip

    def _have(self, found: Statement) -> None:
        if not isValid(self):
            return
        self.message.setText("")
        self.pdf_button.setEnabled(True)
        self.mail_button.setEnabled(True)
        several = len(found.accounts) > 1
        self.table.set_rows(
            [row for account in found.accounts for row in self._rows(account, found, several=several)]
        )
        self.closing.setText(
            self.tr("Closing balance {amount}").format(
                amount=", ".join(money(self.desk, x.closing_minor, x.currency) for x in found.accounts)
            )
        )

    def _rows(self, account: Account, found: Statement, *, several: bool) -> list[TableRow]:
        formats, currency = self.desk.formats, account.currency
        words = self.tr("Opening balance")
        opening = TableRow(
            f"opening {currency}",
            (
                formats.date(found.since), f"{words} {currency}" if several else words, "", "",
                money(self.desk, account.opening_minor, currency),
            ),
        )  # fmt: skip
        return ([] if self.open_only() else [opening]) + [
            TableRow(
                f"{currency} {place}",
                (
                    formats.date(x.on),
                    f"{document_word(x.document_type)} {x.document_number}",
                    formats.date(x.due_date) if x.amount_minor > 0 else "",
                    money(self.desk, x.amount_minor, currency), money(self.desk, x.balance_minor, currency),
                ),
                {"amount": "ok"} if x.amount_minor < 0 else {},
            )
            for place, x in enumerate(account.lines)
        ]  # fmt: skip

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        if isValid(self):
            self.table.set_rows([])
            self.closing.setText("")
            self.message.setText(describe(error))
            for button in (self.pdf_button, self.mail_button):
                button.setEnabled(False)

    def write_mail(self) -> None:
        """A message with the letter, of the movements or of what is open."""
        since, until = self.period()
        self.mail_over.write(
            [MailKind.STATEMENT], self.party_id, (None if self.open_only() else since, until)
        )

    def show_pdf(self) -> None:
        """The letter, laid over the page."""
        since, until = self.period()
        name = self.tr("Statement of account")

        def have(content: bytes) -> None:
            if isValid(self):
                self.paper.show_pdf(content, name)

        self.desk.services.gateway.ask(
            build_statement, on_done=have, on_error=self._failed, lane="reports", party_id=self.party_id,
            since=since, until=until, open_only=self.open_only(),
        )  # fmt: skip
