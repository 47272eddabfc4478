"""The chart of accounts, closed days and closed years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.accounting.charts import ChartAccount, chart_csv, import_chart, list_chart, parse_chart, save_account
from app.accounting.years import ClosedYear, close_year, list_closed_years
from app.collections.importing.operations import Imported, import_receivables
from app.collections.importing.profiles import LegacyInvoice, read_invoices
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.ledger.periods import close_period, closed_until
from app.ledger.states import AccountKind
from ui.accounting.words import account_kind
from ui.collections.days import day_field, to_day
from ui.collections.form_panel import FormPanel
from ui.office.export import write_file
from ui.office.section import OfficeDesk
from ui.orders.document_panel import AskBar
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, text_field
from ui.widgets.text import Card, column, label, line

R = TypeVar("R")


class BooksView(QWidget):
    """Accounts at the left, closing at the right.

    Signals:
        form_wanted(object): show this form.
    """

    form_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.chart: list[ChartAccount] = []
        tr = self.tr
        self.table = DataTable(tr("Chart of accounts"), [
            Column("code", tr("Account"), 90), Column("name", tr("Name")), Column("kind", tr("Kind"), 110),
            Column("roles", tr("Booked on it"), 250, least=640),
        ])  # fmt: skip
        self.new_button = Button(tr("New account"), icon="add", hint="Ctrl+N")
        self.load_button = Button(tr("Read a chart in"), icon="upload")
        self.take_button = Button(tr("Take invoices over"), icon="upload")
        self.save_button = Button(tr("Save as"), icon="download")
        self.closed = label("", tokens.BODY, 600, wrap=True)
        self.day = day_field(desk.services.context.on - timedelta(days=1))
        self.day.setAccessibleName(tr("Close up to and including"))
        self.close_button = Button(tr("Close these days"), icon="lock")
        self.year_end = day_field(date(desk.services.context.on.year - 1, 12, 31))
        self.year_end.setAccessibleName(tr("Last day of the year"))
        self.year_button = Button(tr("Close the year"), icon="lock")
        self.years = label("", tokens.BODY, 400, "text2", wrap=True)
        self.asking = AskBar()
        self._lay_out()
        self.setFocusProxy(self.table)
        self.new_button.clicked.connect(self.new)
        self.load_button.clicked.connect(self._choose_file)
        self.take_button.clicked.connect(self._choose_invoices)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self._close_days)
        self.year_button.clicked.connect(self._close_year)

    def _lay_out(self) -> None:
        left = column(gap=tokens.GUTTER)
        left.addWidget(self.table, 1)
        left.addLayout(
            line(self.new_button, self.load_button, self.take_button, None, self.save_button, gap=6)
        )
        side = Card()
        side.setMaximumWidth(360)
        side.body.addWidget(label(self.tr("Closed days"), tokens.LABEL, 600))
        side.body.addWidget(self.closed)
        side.body.addWidget(self.day)
        side.body.addWidget(self.close_button)
        side.body.addSpacing(14)
        side.body.addWidget(label(self.tr("Closed years"), tokens.LABEL, 600))
        side.body.addWidget(self.years)
        side.body.addWidget(self.year_end)
        side.body.addWidget(self.year_button)
        side.body.addStretch(1)
        middle = line(gap=14)
        middle.addLayout(left, 3)
        middle.addWidget(side, 2)
        page = column(self, gap=tokens.GUTTER)
        page.addLayout(middle, 1)
        page.addWidget(self.asking)

    def reload(self) -> None:
        """Read it again."""
        may, close = self.desk.may(Permission.ACCOUNTING), self.desk.may(Permission.CLOSE_PERIOD)
        for button in (self.new_button, self.load_button, self.take_button):
            button.setVisible(may)
        for button in (self.close_button, self.year_button):
            button.setEnabled(close)
        self.desk.ask(list_chart, self._have)
        self.desk.ask(closed_until, self._have_closed)
        self.desk.ask(list_closed_years, self._have_years)

    def _have(self, found: list[ChartAccount]) -> None:
        self.chart = found
        kept = self.table.current()
        self.table.set_rows(
            [TableRow(a.code, (a.code, a.name, account_kind(a.kind), " ".join(a.roles))) for a in found]
        )
        self.table.select(kept)

    def _have_closed(self, until: date | None) -> None:
        if until is None:
            self.closed.setText(self.tr("No day is closed yet."))
        else:
            day = self.desk.formats.date(until)
            self.closed.setText(self.tr("Nothing is booked up to and including {day}.").format(day=day))

    def _have_years(self, found: list[ClosedYear]) -> None:
        formats = self.desk.formats
        told = [
            self.tr("{day}: result {amount}").format(
                day=formats.date(y.last_day), amount=formats.money(y.result_minor)
            )
            for y in found
        ]
        self.years.setText("\n".join(told) or self.tr("No year is closed yet."))

    def new(self) -> None:
        """Another account."""
        if self.desk.may(Permission.ACCOUNTING):
            self.form_wanted.emit(AccountForm(self.desk))

    def _choose_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Read a chart in"), str(Path.home()), self.tr("CSV (*.csv)")
        )
        if path:
            self.load(Path(path))

    def load(self, path: Path) -> None:
        """Read a chart, and ask before it takes the place of the old one."""
        self._read(
            path, lambda: parse_chart(path.read_text(encoding="utf-8-sig", errors="replace")), self._ask_chart
        )

    def _read(self, path: Path, work: Callable[[], R], on_done: Callable[[R], None]) -> None:
        """Read a file on the lane of the reports; what is wrong with it is told."""

        def failed(error: Exception) -> None:
            if isinstance(error, Refusal):
                self.desk.say(describe(error), "error")
            elif isinstance(error, OSError):
                self.desk.say(self.tr("{path} could not be read.").format(path=path), "error")
            else:
                raise error

        self.desk.services.submit("reports", work, on_done=on_done, on_error=failed)

    def _choose_invoices(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Take invoices over"), str(Path.home()), self.tr("CSV or XLSX (*.csv *.xlsx *.gz)")
        )
        if path:
            self.take_over(Path(path))

    def take_over(self, path: Path) -> None:
        """Read invoices of another program, and ask before they are written."""
        digits = self.desk.formats.digits
        self._read(path, lambda: read_invoices(path, digits=digits), self._ask_invoices)

    def _ask_invoices(self, invoices: list[LegacyInvoice]) -> None:
        amount = self.desk.formats.money(sum(x.amount_minor for x in invoices))
        told = self.tr("Take %n invoice(s) over {amount} over, each on its own day?", "", len(invoices))
        self.asking.ask(
            told.format(amount=amount), self.tr("Take them over"),
            lambda _text: self.desk.run(import_receivables, self._taken, invoices=invoices), text=None,
        )  # fmt: skip

    def _taken(self, done: Imported) -> None:
        told = self.tr("%n invoice(s) taken over; {known} were there already.", "", done.invoices)
        self._done(told.format(known=done.known))

    def _ask_chart(self, chart: list[ChartAccount]) -> None:
        told = self.tr("Book on these %n account(s) from now on? Balances move today.", "", len(chart))
        self.asking.ask(
            told, self.tr("Use this chart"),
            lambda _text: self.desk.run(import_chart, self._used, chart=chart), text=None,
        )  # fmt: skip

    def _used(self, moved: int) -> None:
        self._done(self.tr("%n role(s) are booked elsewhere from now on.", "", moved))

    def _done(self, sentence: str) -> None:
        self.asking.close_question()
        self.desk.say(sentence)
        self.reload()

    def _save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), str(Path.home() / "chart.csv"), self.tr("CSV (*.csv)")
        )
        if path:
            chart = self.chart
            write_file(self.desk, Path(path), lambda: chart_csv(chart).encode("utf-8-sig"))

    def _close_days(self) -> None:
        until = to_day(self.day.date())
        question = self.tr("Close every day up to and including {day}? They are not opened again.")
        self.asking.ask(
            question.format(day=self.desk.formats.date(until)), self.tr("Close"),
            lambda _text: self.desk.run(
                close_period, lambda _none: self._done(self.tr("The days are closed.")), until=until
            ), text=None,
        )  # fmt: skip

    def _close_year(self) -> None:
        last_day = to_day(self.year_end.date())
        question = self.tr("Close the year that ends on {day}? Its result goes to the profit of past years.")
        self.asking.ask(
            question.format(day=self.desk.formats.date(last_day)), self.tr("Close the year"),
            lambda _text: self.desk.run(close_year, self._year_done, last_day=last_day), text=None,
        )  # fmt: skip

    def _year_done(self, year: ClosedYear) -> None:
        amount = self.desk.formats.money(year.result_minor)
        self._done(self.tr("The year is closed with a result of {amount}.").format(amount=amount))


class AccountForm(FormPanel):
    """Another account."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self.set_title(tr("New account"))
        self.code, self.name = text_field(limit=40), text_field()
        self.kind = Choice([(k, account_kind(k)) for k in AccountKind], AccountKind.EXPENSE)
        self.form.add(tr("Number"), self.code)
        self.form.add(tr("Kind"), self.kind)
        self.form.add(tr("Name"), self.name, wide=True)
        self.form.end()
        self.first = self.code
        for field in (self.code, self.name):
            field.returnPressed.connect(self.write)
        self.watch([self.code, self.name, self.kind])

    def write(self) -> None:
        """Keep it."""
        self.run(
            save_account, code=self.code.text(), name=self.name.text(), kind=AccountKind(self.kind.value())
        )
