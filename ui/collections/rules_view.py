"""The shop's rules of late money: levels of reminders with their texts, rates of interest, tolerances."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.collections.levels import (
    LevelText,
    RateRow,
    list_levels,
    list_rates,
    list_texts,
    save_levels,
    save_rates,
    text_of,
)
from app.collections.rules import Level
from app.collections.settings import CollectionSettings, load_settings, save_settings
from app.credit.operations import hold_after
from app.credit.queries import hold_after_days
from app.kernel.permission import Permission
from ui.collections.days import day_field, to_day
from ui.collections.form_panel import FormPanel
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit, PercentEdit
from ui.widgets.form import NumberBox, Tick, note_field, text_field
from ui.widgets.text import column, label, line

_TENFOLD = 10  # thousandths of a per cent in a hundredth


class RulesView(QWidget):
    """Levels at the left, rates and tolerances at the right.

    Signals:
        opened(str): never; the other lists of the page have it.
        form_wanted(object): show this form.
    """

    opened = Signal(str)
    form_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.levels: list[Level] = []
        self.texts: list[LevelText] = []
        self.rates: list[RateRow] = []
        tr = self.tr
        self.table = DataTable(tr("Levels of reminders"), [
            Column("n", tr("No."), 50), Column("name", tr("Level")),
            Column("days", tr("Days late"), 96, figure=True),
            Column("fee", tr("Fee"), 84, figure=True), Column("interest", tr("Interest"), 92),
            Column("lump", tr("Lump sum"), 104, figure=True),
            Column("stop", tr("Stops credit"), 112, least=620),
        ])  # fmt: skip
        self.rate_table = DataTable(tr("Rates of interest"), [
            Column("from", tr("From"), 132), Column("rate", tr("A year"), 90, figure=True),
            Column("source", tr("Source")),
        ])  # fmt: skip
        self.level_button = Button(tr("Add a level"), icon="add")
        self.rate_button = Button(tr("Add a rate"), icon="add")
        self.other_button = Button(tr("Tolerances and days"), icon="tune")
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.opened.connect(lambda key: self._edit_level(int(key)))
        self.rate_table.opened.connect(self._edit_rate)
        self.level_button.clicked.connect(lambda: self._edit_level(len(self.levels) + 1))
        self.rate_button.clicked.connect(lambda: self._edit_rate(""))
        self.other_button.clicked.connect(self._edit_others)

    def _lay_out(self) -> None:
        left, right = column(gap=6), column(gap=6)
        left.addWidget(label(self.tr("Levels of reminders"), tokens.SUB, 600))
        left.addWidget(self.table, 1)
        left.addLayout(line(self.level_button, None, self.other_button, gap=8))
        right.addWidget(label(self.tr("Interest for late payment (Directive 2011/7/EU)"), tokens.SUB, 600))
        right.addWidget(self.rate_table, 1)
        right.addLayout(line(self.rate_button, None))
        middle = line(gap=14)
        middle.addLayout(left, 3)
        middle.addLayout(right, 2)
        self.setLayout(middle)

    def reload(self) -> None:
        """Read them again."""
        may = self.desk.may(Permission.SETTINGS)
        for button in (self.level_button, self.rate_button, self.other_button):
            button.setEnabled(may)
        self.desk.ask(list_levels, self._have_levels)
        self.desk.ask(list_texts, self._have_texts)
        self.desk.ask(list_rates, self._have_rates)

    def _have_levels(self, found: list[Level]) -> None:
        self.levels = found
        amount, yes = self.desk.formats.amount, self.tr("yes")
        self.table.set_rows(
            [
                TableRow(
                    str(x.position),
                    (
                        str(x.position), x.name, str(x.days_late),
                        amount(x.fee_minor) if x.fee_minor else "-",
                        yes if x.interest else "-",
                        amount(x.compensation_minor) if x.compensation_minor else "-",
                        yes if x.stops_credit else "-",
                    ),
                )
                for x in found
            ]
        )  # fmt: skip

    def _have_texts(self, found: list[LevelText]) -> None:
        self.texts = found

    def _have_rates(self, found: list[RateRow]) -> None:
        self.rates = found
        formats = self.desk.formats
        self.rate_table.set_rows(
            [
                TableRow(
                    r.valid_from.isoformat(),
                    (formats.date(r.valid_from), formats.rate(r.rate.thousandths), r.source),
                )
                for r in reversed(found)
            ]
        )

    def _edit_level(self, position: int) -> None:
        if self.desk.may(Permission.SETTINGS):
            self.form_wanted.emit(LevelForm(self.desk, self.levels, self.texts, position))

    def _edit_rate(self, key: str) -> None:
        if self.desk.may(Permission.SETTINGS):
            self.form_wanted.emit(RateForm(self.desk, self.rates, key))

    def _edit_others(self) -> None:
        self.form_wanted.emit(TolerancesForm(self.desk))


class LevelForm(FormPanel):
    """One level with its words in two languages."""

    def __init__(
        self, desk: OfficeDesk, levels: list[Level], texts: list[LevelText], position: int,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self._levels, self._position = levels, position
        last = levels[-1]
        plain = replace(last, position=position, name="", days_late=last.days_late + 14)
        level = next((x for x in levels if x.position == position), plain)
        self.set_title(tr("Level {number}").format(number=position))
        self.name = text_field(level.name)
        self.late = NumberBox(-30, 365, level.days_late, tr(" days"))
        self.between = NumberBox(0, 365, level.days_between, tr(" days"))
        self.least, self.fee = MoneyEdit("", desk.formats), MoneyEdit("", desk.formats)
        self.lump = MoneyEdit("", desk.formats)
        for field, minor in (
            (self.least, level.least_minor), (self.fee, level.fee_minor),
            (self.lump, level.compensation_minor),
        ):  # fmt: skip
            field.set_value(minor)
        self.share = PercentEdit("", desk.formats)
        self.share.set_value(level.fee_hundredths)
        self.interest = Tick(tr("Charge interest (businesses only)"), on=level.interest)
        self.stop = Tick(tr("Sell nothing more while he is late"), on=level.stops_credit)
        self.words = {}
        for language in ("en", "de"):
            found = text_of(texts, position, language)
            self.words[language] = (text_field(found.title), note_field(found.opening, lines=2),
                                    note_field(found.closing, lines=2))  # fmt: skip
        self._lay_out()
        self.first = self.name
        flat = [part for parts in self.words.values() for part in parts]
        self.watch([self.name, self.late, self.between, self.least, self.fee, self.share, self.lump,
                    self.interest, self.stop, *flat])  # fmt: skip

    def _lay_out(self) -> None:
        tr, form = self.tr, self.form
        form.add(tr("Name"), self.name, wide=True)
        form.add(tr("After the due date"), self.late)
        form.add(tr("After the reminder before"), self.between)
        form.add(tr("Not below"), self.least)
        form.add(tr("Fee"), self.fee)
        form.add(tr("Fee in per cent of what is overdue"), self.share)
        form.add(tr("Lump sum once an invoice (businesses only)"), self.lump)
        form.add("", self.interest)
        form.add("", self.stop)
        for language, name in (("en", tr("In English")), ("de", tr("In German"))):
            title, opening, closing = self.words[language]
            form.section(name)
            form.add(tr("Title"), title, wide=True)
            form.add(tr("Before the list; {day} is until when to pay"), opening, wide=True)
            form.add(tr("After it"), closing, wide=True)
        form.end()

    def write(self) -> None:
        """Keep it."""
        made = Level(
            self._position, self.name.text().strip(), self.late.value(), self.between.value(),
            self.least.value() or 0, self.fee.value() or 0, self.share.value() or 0,
            self.interest.isChecked(), self.lump.value() or 0, self.stop.isChecked(),
        )  # fmt: skip
        others = [x for x in self._levels if x.position != self._position]
        texts = [
            LevelText(self._position, language, title.text(), opening.toPlainText(), closing.toPlainText())
            for language, (title, opening, closing) in self.words.items()
        ]
        levels = sorted([*others, made], key=lambda x: x.position)
        self.run(save_levels, levels=levels, texts=texts)


class RateForm(FormPanel):
    """The rate of a half-year."""

    def __init__(
        self, desk: OfficeDesk, rates: list[RateRow], key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self._rates = rates
        on = desk.services.context.on
        start = date(on.year, 1 if on.month <= 6 else 7, 1)  # noqa: PLR2004 - half-years
        last = rates[-1] if rates else RateRow(start, 0, 8000, "")
        row = next((r for r in rates if r.valid_from.isoformat() == key), replace(last, valid_from=start))
        self.set_title(tr("Rate of interest"))
        self.since = day_field(row.valid_from)
        self.reference, self.margin = PercentEdit("", desk.formats), PercentEdit("", desk.formats)
        self.reference.set_value(row.reference // _TENFOLD)
        self.margin.set_value(row.margin // _TENFOLD)
        self.source = text_field(row.source)
        self.form.add(tr("From"), self.since)
        self.form.add(tr("Reference rate of the central bank"), self.reference)
        self.form.add(tr("On top"), self.margin, hint=tr("At least 8 points by the directive; 9 in Germany."))
        self.form.add(tr("Source"), self.source)
        self.form.end()
        self.first = self.reference
        for field in (self.reference, self.margin, self.source):
            field.returnPressed.connect(self.write)
        self.watch([self.since, self.reference, self.margin, self.source])

    def write(self) -> None:
        """Keep it."""
        since = to_day(self.since.date())
        made = RateRow(
            since, (self.reference.value() or 0) * _TENFOLD, (self.margin.value() or 0) * _TENFOLD,
            self.source.text().strip(),
        )  # fmt: skip
        others = [r for r in self._rates if r.valid_from != since]
        self.run(save_rates, rates=sorted([*others, made], key=lambda r: r.valid_from))


class TolerancesForm(FormPanel):
    """What is let go of without asking, and how many days of grace there are."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self.set_title(tr("Tolerances and days"))
        days = tr(" days")
        self.tolerance = MoneyEdit("", desk.formats)
        self.discount, self.promise = NumberBox(0, 60, 0, days), NumberBox(0, 60, 0, days)
        self.plan, self.within = NumberBox(0, 60, 0, days), NumberBox(1, 60, 10, days)
        self.hold = NumberBox(0, 365, 0, days)
        self.hold.setSpecialValueText(tr("only as agreed with each customer"))
        self.year = NumberBox(360, 366, 365, days)
        self.form.add(tr("A difference up to this needs nobody's yes"), self.tolerance)
        self.form.add(tr("Grace of a discount for paying early"), self.discount)
        self.form.add(tr("Grace of a promise"), self.promise)
        self.form.add(tr("Grace of an instalment"), self.plan)
        self.form.add(tr("A reminder asks to pay within"), self.within)
        self.form.add(tr("Hold orders of whoever is later than"), self.hold)
        self.form.add(tr("Days of the year, for interest"), self.year, hint=tr("365 or 360"))
        self.form.end()
        self.first = self.tolerance
        self.watch(
            [self.tolerance, self.discount, self.promise, self.plan, self.within, self.hold, self.year]
        )
        desk.ask(load_settings, self._have)
        desk.ask(hold_after_days, self._have_hold)

    def _have(self, found: CollectionSettings) -> None:
        self.tolerance.set_value(found.tolerance_minor)
        self.discount.setValue(found.discount_grace_days)
        self.promise.setValue(found.promise_grace_days)
        self.plan.setValue(found.plan_grace_days)
        self.within.setValue(found.pay_within_days)
        self.year.setValue(found.year_days)
        self.clean()

    def _have_hold(self, days: int) -> None:
        self.hold.setValue(days)
        self.clean()

    def write(self) -> None:
        """Keep them."""
        settings = CollectionSettings(
            self.tolerance.value() or 0, self.discount.value(), self.promise.value(), self.plan.value(),
            self.within.value(), self.year.value(),
        )  # fmt: skip
        days = self.hold.value()
        self.desk.run(
            hold_after, lambda _none: self.run(save_settings, settings=settings), self._failed, days=days
        )
