"""The panels of the taxes: a class, a new tax, another rate from a day on, an end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from app.kernel.refusal import Refusal
from app.tax.operations import add_tax, change_tax_rate, create_tax_class, end_tax, rename_tax_class
from app.tax.queries import TaxClass, TaxRate
from app.tax.states import TaxKind
from ui.formatting import Formats
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit, NumberEdit
from ui.widgets.form import Choice, DayField, Form, Tick, text_field

_CODE = 32


class RateEdit(NumberEdit):
    """A tax rate in thousandths of a per cent: "19 %", "9.975 %"."""

    def __init__(self, name: str, formats: Formats) -> None:
        def parse(text: str) -> int:
            return formats.parse_quantity(text.replace("%", "").strip())

        super().__init__(name, parse, formats.rate)
        self.setPlaceholderText(formats.rate(0))


class _TaxPanel(EditorPanel):
    """What these panels do alike.

    Signals:
        done(str): saved; the sentence to be shown.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, title: str, form: QWidget) -> None:
        super().__init__(title, form)
        self._desk = desk
        self.saved.connect(self.write)

    def write(self) -> None:
        """Read the fields and run the operation."""
        raise NotImplementedError

    def run(self, operation: Callable[..., Any], sentence: str, **arguments: Any) -> None:
        """Run it; then say the sentence, or why not."""
        self._desk.run(operation, lambda _answer: self._written(sentence), self._refused, **arguments)

    def _written(self, sentence: str) -> None:
        self.clean()
        self.done.emit(sentence)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))


class TaxClassEditor(_TaxPanel):
    """Code and name of a class; the code of one that is there stays."""

    def __init__(self, desk: OfficeDesk, each: TaxClass | None) -> None:
        self._class = each
        form = Form(2)
        self.code = text_field(each.code if each else "", limit=_CODE)
        self.name = text_field(each.name if each else "")
        self.code.setReadOnly(each is not None)
        hint = self.tr("Short, as FOOD; it cannot be changed later.") if each is None else ""
        form.add(self.tr("Code"), self.code, hint=hint)
        form.add(self.tr("Name"), self.name)
        form.end()
        super().__init__(desk, self.tr("New tax class") if each is None else f"{each.code} {each.name}", form)
        self.first = self.name if each else self.code
        self.watch([self.code, self.name])
        self.clean()

    def write(self) -> None:
        """Make it, or give it another name."""
        name = self.name.text().strip()
        if self._class is None:
            sentence = self.tr("Tax class {name} is there. Without a tax it is exempt.").format(name=name)
            self.run(create_tax_class, sentence, code=self.code.text(), name=name)
        else:
            sentence = self.tr("Tax class {name} is saved.").format(name=name)
            self.run(rename_tax_class, sentence, tax_class_id=self._class.id, name=name)


class TaxEditor(_TaxPanel):
    """A new tax of a class: per cent or so much a piece, and how it stands to the others."""

    def __init__(
        self, desk: OfficeDesk, classes: Sequence[TaxClass], class_id: int | None, today: date
    ) -> None:
        tr, form = self.tr, Form(2)
        self.its_class = Choice([(c.id, f"{c.code} {c.name}") for c in classes], class_id)
        self.kind = Choice([
            (TaxKind.PERCENT, tr("per cent of the price")), (TaxKind.FIXED, tr("a fixed amount a piece")),
        ])  # fmt: skip
        self.code, self.name = text_field(limit=_CODE), text_field()
        self.rate = RateEdit(tr("Rate in per cent"), desk.formats)
        self.amount = MoneyEdit(tr("Amount a piece"), desk.formats)
        self.adds = Tick(tr("The taxes after it are due on it as well"))
        self.on_earlier = Tick(tr("It is due on earlier ones that add to the base"), on=True)
        self.dated = Choice([("always", tr("from now on, and always before")), ("day", tr("from a day on"))])
        self.day = _day_field(today)
        form.add(tr("Tax class"), self.its_class)
        form.add(tr("How it is worked out"), self.kind)
        form.add(tr("Code"), self.code, hint=tr("Stands on the receipt"))
        form.add(tr("Name"), self.name)
        form.add(tr("Rate in per cent"), self.rate)
        form.add(tr("Amount a piece"), self.amount)
        form.section(tr("Tax on tax"))
        form.add_wide(self.adds)
        form.add_wide(self.on_earlier)
        form.section(tr("In force"))
        form.add(tr("Begins"), self.dated)
        form.add(tr("First day"), self.day)
        form.end()
        super().__init__(desk, tr("New tax"), form)
        self.first = self.code
        self.kind.currentIndexChanged.connect(self._fit)
        self.dated.currentIndexChanged.connect(self._fit)
        self.watch([
            self.its_class, self.kind, self.code, self.name, self.rate, self.amount, self.adds,
            self.on_earlier, self.dated, self.day,
        ])  # fmt: skip
        self._fit()
        self.clean()

    def _fit(self) -> None:
        fixed = self.kind.value() == TaxKind.FIXED
        self.rate.setEnabled(not fixed)
        self.amount.setEnabled(fixed)
        self.on_earlier.setEnabled(not fixed)
        self.day.setEnabled(self.dated.value() == "day")

    def write(self) -> None:
        """Add it."""
        figures = _figures(self.kind.value(), self.rate, self.amount)
        if isinstance(figures, str):
            self.refuse(figures or self.tr("Enter the rate, or the amount a piece."))
            return
        day = _date(self.day) if self.dated.value() == "day" else None
        sentence = self.tr("Tax {code} is saved. The till sells with it.").format(
            code=self.code.text().strip()
        )
        if day is not None:
            sentence = self.tr("Tax {code} is saved. It is due from {day} on.").format(
                code=self.code.text().strip(), day=self._desk.formats.date(day)
            )
        self.run(
            add_tax, sentence, tax_class_id=self.its_class.value(), code=self.code.text(),
            name=self.name.text(), adds_to_next_base=self.adds.isChecked(),
            base_includes_earlier=self.on_earlier.isChecked(), valid_from=day, **figures,
        )  # fmt: skip


class TaxChangeEditor(_TaxPanel):
    """Another rate from a day on, entered in advance; or the last day of a tax."""

    def __init__(self, desk: OfficeDesk, tax: TaxRate, today: date) -> None:
        self._tax = tax
        tr, form = self.tr, Form(2)
        self.what = Choice([("rate", tr("It gets another rate")), ("end", tr("It ends"))])
        self.day = _day_field(today + timedelta(days=1))
        self.rate = RateEdit(tr("New rate in per cent"), desk.formats)
        self.amount = MoneyEdit(tr("New amount a piece"), desk.formats)
        self._fixed = tax.kind == TaxKind.FIXED.value
        field: NumberEdit = self.amount if self._fixed else self.rate
        form.add(tr("What changes"), self.what)
        form.add(tr("Day"), self.day, hint=tr("First day of the new rate, or last day of a tax that ends"))
        form.add(field.accessibleName(), field, hint=tr("What is sold before keeps the old rate"))
        form.end()
        super().__init__(desk, f"{tax.code} {tax.name}", form)
        (self.rate if self._fixed else self.amount).setParent(self)
        (self.rate if self._fixed else self.amount).hide()
        self.first = field
        self.what.currentIndexChanged.connect(lambda: field.setEnabled(self.what.value() == "rate"))
        self.watch([self.what, self.day, field])
        self.clean()

    def write(self) -> None:
        """Keep the new rate, or the end."""
        day, tax = _date(self.day), self._tax
        values = {"code": tax.code, "day": self._desk.formats.date(day)}
        if self.what.value() == "end":
            self.run(
                end_tax, self.tr("Tax {code} ends on {day}.").format(**values), tax_id=tax.id, last_day=day
            )
            return
        figures = _figures(TaxKind(tax.kind), self.rate, self.amount)
        if isinstance(figures, str):
            self.refuse(figures or self.tr("Enter the new rate."))
            return
        self.run(
            change_tax_rate, self.tr("Tax {code} has its new rate from {day} on.").format(**values),
            tax_id=tax.id, first_day=day, **figures,
        )  # fmt: skip


def _figures(kind: TaxKind, rate: RateEdit, amount: MoneyEdit) -> dict[str, int] | str:
    """The arguments of the operation; or what is wrong, "" for nothing entered."""
    field, name = (amount, "fixed_minor") if kind == TaxKind.FIXED else (rate, "rate")
    value = field.value()
    return field.error() if value is None else {name: value}


def _day_field(day: date) -> DayField:
    made = DayField()
    made.setDate(QDate(day.year, day.month, day.day))
    return made


def _date(field: DayField) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
