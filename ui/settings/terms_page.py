"""Terms of payment: instalments, day rules, a discount for paying early; and days on which banks rest."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.kernel.refusal import Refusal
from app.orders.operations.confirm import APPROVAL_SETTING
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting
from app.terms.calendar import BankingDays, get_banking_days, save_banking_days
from app.terms.changes import change_payment_term
from app.terms.operations import create_payment_term
from app.terms.queries import PaymentTerm, list_payment_terms
from app.terms.rules import WHOLE, TermLine, instalments
from ui.formatting import Formats
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit, PercentEdit
from ui.widgets.form import Form, NumberBox, Tick, on_change, text_field
from ui.widgets.text import label, line

_MOST: Final = 6  # instalments of a term
_SAMPLE: Final = 100_000  # minor units of the invoice that is shown


class TermsPage(SettingsPage):
    """The list; a term opens in a panel. Below it what holds for all of them."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._terms: dict[str, PaymentTerm] = {}
        self.new_button = Button(tr("New"), icon="add")
        self.table = DataTable(tr("Terms of payment"), [
            Column("code", tr("Code"), 130), Column("name", tr("Name")),
            Column("parts", tr("Instalments"), 120, figure=True), Column("discount", tr("Paying early"), 210),
            Column("used", tr("In use"), 90),
        ])  # fmt: skip
        self.banking = Tick(tr("Due dates move on to the next day banks work"))
        self.calendar = text_field(limit=10, placeholder="ECB")
        self.approval = MoneyEdit(tr("Approval from"), desk.formats)
        form = Form(2)
        form.add("", self.banking)
        form.add(tr("Holidays of"), self.calendar, hint=tr("ECB (banks in the euro area), or DE, or DE-BY"))
        form.add(
            tr("Orders from this amount on wait for approval"), self.approval,
            hint=tr("Empty: none waits for its amount. Discounts wait above the limits of the role."),
        )  # fmt: skip
        self.body.addLayout(line(label(tr("Terms of payment"), tokens.LABEL, 600), None, self.new_button))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(form)
        self.make_foot()
        self.new_button.clicked.connect(lambda: self.edit(None))
        self.table.opened.connect(lambda key: self.edit(self._terms[key]))
        on_change([self.banking, self.calendar, self.approval], self.touch)

    def entered(self) -> None:
        """Read all of it."""
        self.desk.ask(list_payment_terms, self._have)
        self.desk.ask(get_banking_days, self._have_days)
        self.desk.ask(find_setting, self._have_approval, name=APPROVAL_SETTING)

    def _have(self, terms: list[PaymentTerm]) -> None:
        self._terms = {str(term.id): term for term in terms}
        self.table.set_rows([
            TableRow(
                str(t.id),
                (
                    t.code, t.name, str(len(t.lines)), self._discount(t),
                    self.tr("yes") if t.active else self.tr("no"),
                ),
                {} if t.active else {"code": "text2", "name": "text2"},
            )
            for t in terms
        ])  # fmt: skip

    def _discount(self, term: PaymentTerm) -> str:
        if not term.discount_hundredths:
            return ""
        rate = self.desk.formats.percent(term.discount_hundredths)
        return self.tr("{rate} within %n day(s)", "", term.discount_days).format(rate=rate)

    def _have_days(self, days: BankingDays) -> None:
        self.banking.setChecked(days.on)
        self.calendar.setText(days.calendar)
        self.set_dirty(dirty=False)

    def _have_approval(self, found: object) -> None:
        self.approval.set_value(found if isinstance(found, int) else None)
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Keep what holds for all terms."""
        if self.approval.error():
            self.message.setText(self.approval.error())
            return
        days = BankingDays(self.banking.isChecked(), self.calendar.text())
        self.desk.run(save_banking_days, lambda _none: self._save_approval(), self.refused, days=days)

    def _save_approval(self) -> None:
        self.desk.run(
            save_setting, lambda _none: self._saved(self.tr("Saved. It holds for what comes from now on.")),
            self.refused, name=APPROVAL_SETTING, value=self.approval.value(),
        )  # fmt: skip

    def edit(self, term: PaymentTerm | None) -> TermEditor:
        """The panel of a term, or of a new one."""
        editor = TermEditor(self.desk, term)
        editor.done.connect(self._closed)
        self.section.open_panel(editor)
        return editor

    def _closed(self, name: str) -> None:
        self.section.close_panel()
        self._saved(self.tr("{name} is saved. What is posted keeps its due dates.").format(name=name))

    def _saved(self, sentence: str) -> None:
        self.desk.say(sentence)
        self.set_dirty(dirty=False)
        self.entered()


class _Part:
    """The fields of one instalment."""

    def __init__(self, formats: Formats, name: str) -> None:
        self.share = PercentEdit(name, formats)
        self.months, self.days = NumberBox(0, 24), NumberBox(0, 365)
        self.month_end = Tick("")
        self.day = NumberBox(0, 31)
        self.fields: tuple[QWidget, ...] = (self.share, self.months, self.days, self.month_end, self.day)

    def show(self, given: TermLine | None) -> None:
        """An instalment; None is none."""
        self.share.set_value(given.share_hundredths if given else None)
        self.months.setValue(given.months if given else 0)
        self.days.setValue(given.days if given else 0)
        self.month_end.setChecked(given.from_month_end if given else False)
        self.day.setValue((given.day_of_month or 0) if given else 0)

    def line(self) -> TermLine | None:
        """What stands in the fields; None where there is no share."""
        share = self.share.value()
        if not share:
            return None
        return TermLine(
            share,
            self.months.value(),
            self.days.value(),
            self.day.value() or None,
            self.month_end.isChecked(),
        )


class TermEditor(EditorPanel):
    """A term with its instalments, and what an invoice of today would ask for.

    Signals:
        done(str): saved; its name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, term: PaymentTerm | None) -> None:
        self._desk, self._term = desk, term
        tr, form = self.tr, Form(2)
        self.code, self.name = text_field(limit=40), text_field()
        self.discount = PercentEdit(tr("Discount for paying early"), desk.formats)
        self.discount_days = NumberBox(0, 365, 0, tr(" days"))
        self.active = Tick(tr("Offered for customers and orders"))
        self.parts = [
            _Part(desk.formats, tr("Share of instalment {number}").format(number=n + 1)) for n in range(_MOST)
        ]
        form.add(tr("Code"), self.code)
        form.add(tr("Name, as it is printed"), self.name)
        form.add(tr("Discount for paying early"), self.discount)
        form.add(tr("If paid within"), self.discount_days)
        form.add("", self.active)
        form.section(tr("Instalments"))
        form.add_wide(self._grid())
        self.sample = label("", tokens.BODY, 500, "text2", wrap=True)
        form.add_wide(self.sample)
        form.end()
        super().__init__(term.name if term else tr("New terms of payment"), form)
        self.first = self.code
        self._show(term)
        fields = [self.code, self.name, self.discount, self.discount_days, self.active]
        self.watch([*fields, *(f for part in self.parts for f in part.fields)])
        on_change([f for part in self.parts for f in part.fields], self._show_sample)
        self.saved.connect(self._write)
        self.clean()

    def _grid(self) -> QWidget:
        tr = self.tr
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        heads = (tr("Share"), tr("Months"), tr("and days"), tr("from the month's end"), tr("then on the day"))
        for place, head in enumerate(heads):
            grid.addWidget(label(head, tokens.CAPTION, 500, "text2"), 0, place)
            grid.setColumnStretch(place, 1)
        for row, part in enumerate(self.parts, start=1):
            part.day.setSpecialValueText(tr("any"))
            for place, field in enumerate(part.fields):
                field.setAccessibleName(
                    tr("{head} of instalment {number}").format(head=heads[place], number=row)
                )
                grid.addWidget(field, row, place)
        return holder

    def _show(self, term: PaymentTerm | None) -> None:
        self.code.setText(term.code if term else "")
        self.name.setText(term.name if term else "")
        self.discount.set_value((term.discount_hundredths or None) if term else None)
        self.discount_days.setValue(term.discount_days if term else 0)
        self.active.setChecked(term.active if term else True)
        lines = term.lines if term else (TermLine(WHOLE, 0, 30),)
        for place, part in enumerate(self.parts):
            part.show(lines[place] if place < len(lines) else None)
        self._show_sample()

    def lines(self) -> list[TermLine]:
        """The instalments that have a share."""
        return [found for part in self.parts if (found := part.line()) is not None]

    def _show_sample(self) -> None:
        lines, formats = self.lines(), self._desk.formats
        missing = WHOLE - sum(x.share_hundredths for x in lines)
        if missing:
            words = self.tr("{rate} are still missing.") if missing > 0 else self.tr("{rate} are too much.")
            self.sample.setText(words.format(rate=formats.percent(abs(missing))))
            return
        today = self._desk.services.context.on
        asked = instalments(lines, amount_minor=_SAMPLE, on=today)
        told = " · ".join(f"{formats.money(x.amount_minor)} {formats.date(x.due_date)}" for x in asked)
        amount = formats.money(_SAMPLE)
        self.sample.setText(
            self.tr("An invoice of today of {amount} would ask for: {parts}").format(
                amount=amount, parts=told
            )
        )

    def _write(self) -> None:
        values = {
            "code": self.code.text(), "name": self.name.text(), "lines": self.lines(),
            "discount_hundredths": self.discount.value() or 0, "discount_days": self.discount_days.value(),
        }  # fmt: skip
        if self._term is None:
            self._desk.run(create_payment_term, self._written, self._refused, **values)
        else:
            self._desk.run(
                change_payment_term, self._written, self._refused, term_id=self._term.id,
                active=self.active.isChecked(), **values,
            )  # fmt: skip

    def _written(self, _answer: object) -> None:
        self.clean()
        self.done.emit(self.name.text().strip())

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
