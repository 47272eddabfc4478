"""Rates of foreign currencies by day: documents in a currency take the last one before their day."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, Signal

from app.kernel.refusal import Refusal
from app.terms.operations import save_rate
from app.terms.queries import Rate, list_rates
from app.terms.rules import MICRO, minor_rate, whole_rate
from ui.formatting import Formats
from ui.formatting.numbers import decimal_pattern
from ui.formatting.typed import parse_scaled
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import NumberEdit
from ui.widgets.form import DayField, Form, text_field
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_DIGITS: Final = 6
_CURRENCY: Final = 3


def write_rate(micro: int, formats: Formats) -> str:
    """A rate in millionths as people write it: "0.9213"."""
    return decimal_pattern(formats.locale, _DIGITS).write(micro, trim=True)


class RatesPage(SettingsPage):
    """The rates that are kept, the newest first; a new one in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self.rates: dict[str, Rate] = {}
        self.table = DataTable(tr("Rates"), [
            Column("currency", tr("Currency"), 130), Column("day", tr("From this day on"), 200),
            Column("rate", tr("Rate")),
        ])  # fmt: skip
        self.empty = EmptyState(
            "payments", tr("No rates yet"),
            tr("Quotes, orders and invoices of a price list in another currency need one."),
        )  # fmt: skip
        self.new_button = Button(tr("New rate"), "primary", icon="add")
        self.new_button.clicked.connect(lambda: self.edit(None))
        self.table.opened.connect(lambda key: self.edit(self.rates[key]))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        hint = tr("A document takes the rate of its day, or the last one before it.")
        foot = line(label(hint, tokens.META, 400, "text2", wrap=True), self.new_button)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)

    @property
    def home(self) -> str:
        """The company's currency."""
        return self.desk.services.context.company.currency

    def entered(self) -> None:
        """Read the rates."""
        self.desk.ask(list_rates, self._have)

    def _have(self, rates: list[Rate]) -> None:
        self.rates = {f"{x.currency}:{x.on.isoformat()}": x for x in rates}
        self.table.setVisible(bool(rates))
        self.empty.setVisible(not rates)
        self.table.set_rows([TableRow(key, self._cells(x)) for key, x in self.rates.items()])

    def _cells(self, x: Rate) -> tuple[str, str, str]:
        whole = whole_rate(x.rate_micro, currency=x.currency, home=self.home)
        told = self.tr("1 {currency} = {rate} {home}").format(
            currency=x.currency, rate=write_rate(whole, self.desk.formats), home=self.home
        )
        return x.currency, self.desk.formats.date(x.on), told

    def edit(self, one: Rate | None) -> RateEditor:
        """The panel of a rate; a day that has one gets another."""
        editor = RateEditor(self.desk, self.home, one)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, currency: str) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("The rate of {currency} is saved.").format(currency=currency))
        self.entered()


class RateEditor(EditorPanel):
    """The rate of a currency on a day.

    Signals:
        done(str): saved; its currency.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, home: str, one: Rate | None) -> None:
        self._desk, self._home = desk, home
        tr, form, formats = self.tr, Form(2), desk.formats
        self.currency = text_field(one.currency if one else "", limit=_CURRENCY)
        self.day = DayField()
        on = one.on if one else desk.services.context.on
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.rate = NumberEdit(
            tr("Rate"), lambda text: parse_scaled(text, digits=_DIGITS, mark=formats.mark),
            lambda value: write_rate(value, formats),
        )  # fmt: skip
        self.rate.setFont(font(tokens.BODY, 600))
        self.rate.setPlaceholderText(write_rate(MICRO, formats))
        if one is not None:
            self.rate.set_value(whole_rate(one.rate_micro, currency=one.currency, home=home))
        form.add(tr("Currency"), self.currency, hint=tr("Three letters, as USD"))
        form.add(tr("From this day on"), self.day)
        form.add(tr("One of it is so much {home}").format(home=home), self.rate)
        form.end()
        super().__init__(one.currency if one else tr("New rate"), form)
        self.first = self.rate if one else self.currency
        self.watch([self.currency, self.day, self.rate])
        self.saved.connect(self._write)
        self.clean()

    def _write(self) -> None:
        currency, whole = self.currency.text().strip().upper(), self.rate.value()
        if whole is None:
            self.refuse(self.rate.error() or self.tr("Enter the rate."))
            return
        day = self.day.date()
        self._desk.run(
            save_rate, lambda _none: self._written(currency), self._refused, currency=currency,
            on=date(day.year(), day.month(), day.day()),
            rate_micro=minor_rate(whole, currency=currency, home=self._home),
        )  # fmt: skip

    def _written(self, currency: str) -> None:
        self.clean()
        self.done.emit(currency)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
