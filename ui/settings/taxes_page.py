"""Taxes: the classes of goods, what is due on each, and from when."""

from __future__ import annotations

from datetime import date

from app.kernel.clock import system_clock
from app.tax.queries import TaxClass, TaxRate, list_tax_classes
from app.tax.states import TaxKind
from ui.formatting import Formats
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.settings.tax_editors import TaxChangeEditor, TaxClassEditor, TaxEditor
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.text import label, line

_CLASS, _TAX = "class:", "tax:"


class TaxesPage(SettingsPage):
    """Classes with their taxes below them; a class or a tax opens in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._classes: list[TaxClass] = []
        self.table = DataTable(
            self.tr("Taxes"),
            [
                Column("code", self.tr("Code"), 130),
                Column("name", self.tr("Name")),
                Column("rate", self.tr("Rate"), 140, figure=True),
                Column("valid", self.tr("In force"), 220),
                Column("base", self.tr("Tax on tax"), 220, least=760),
            ],
        )
        self.new_class = Button(self.tr("New class"), icon="add")
        self.new_tax = Button(self.tr("New tax"), "primary", icon="add")
        self.table.opened.connect(self._open)
        self.new_class.clicked.connect(lambda: self.edit_class(None))
        self.new_tax.clicked.connect(self.add_tax)
        hint = self.tr("Goods stand in a class; a class without a tax is exempt. Tap a tax to change it.")
        self.body.addWidget(self.table, 1)
        foot = line(label(hint, tokens.META, 400, "text2", wrap=True), self.new_class, self.new_tax)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)

    def entered(self) -> None:
        """Read them."""
        self.desk.ask(list_tax_classes, self._have)

    @property
    def today(self) -> date:
        """The business day, as the calendar has it now."""
        return self.desk.services.context.company.day_of(system_clock())

    def _have(self, classes: list[TaxClass]) -> None:
        self._classes = classes
        rows: list[TableRow] = []
        for each in classes:
            rows.append(self._class_row(each))
            rows += [self._tax_row(each, tax) for tax in each.taxes]
        before = self.table.current()
        self.table.set_rows(rows)
        self.table.select(before)
        self.new_tax.setEnabled(bool(classes))

    def _class_row(self, each: TaxClass) -> TableRow:
        state, tone = "", "text"
        if not each.taxes:
            state, tone = self.tr("exempt"), "text2"
        elif not each.on(self.today):
            state, tone = self.tr("no rate today: not sold"), "danger"
        return TableRow(f"{_CLASS}{each.id}", (each.code, each.name, "", state, ""), {"valid": tone})

    def _tax_row(self, each: TaxClass, tax: TaxRate) -> TableRow:
        formats, today = self.desk.formats, self.today
        over = tax.valid_to is not None and tax.valid_to < today
        coming = tax.valid_from is not None and tax.valid_from > today
        tone = "text2" if over else "primary" if coming else "ok"
        tones = {"valid": tone} | (dict.fromkeys(("code", "name", "rate", "base"), "text2") if over else {})
        cells = (
            f"    {tax.code}",
            f"{tax.name}",
            rate_text(tax, formats),
            self._span(tax),
            self._base(each, tax),
        )
        return TableRow(f"{_TAX}{tax.id}", cells, tones)

    def _span(self, tax: TaxRate) -> str:
        day, today = self.desk.formats.date, self.today
        if tax.valid_to is not None and tax.valid_to < today:
            return self.tr("ended {day}").format(day=day(tax.valid_to))
        if tax.valid_from is not None and tax.valid_from > today:
            start = self.tr("from {day}").format(day=day(tax.valid_from))
            end = tax.valid_to
            return start if end is None else self.tr("{start} to {day}").format(start=start, day=day(end))
        if tax.valid_to is not None:
            return self.tr("until {day}").format(day=day(tax.valid_to))
        if tax.valid_from is not None:
            return self.tr("since {day}").format(day=day(tax.valid_from))
        return self.tr("always")

    def _base(self, each: TaxClass, tax: TaxRate) -> str:
        if tax.adds_to_next_base:
            return self.tr("adds to next base")
        earlier = any(t.adds_to_next_base and t.position < tax.position for t in each.taxes)
        if earlier and tax.kind == TaxKind.PERCENT.value:
            return self.tr("on earlier ones") if tax.base_includes_earlier else self.tr("not on earlier ones")
        return ""

    def _open(self, key: str) -> None:
        for each in self._classes:
            if key == f"{_CLASS}{each.id}":
                self.edit_class(each)
            for tax in each.taxes:
                if key == f"{_TAX}{tax.id}":
                    self.change(tax)

    def _current_class(self) -> int | None:
        """The class of the row that is chosen."""
        key = self.table.current()
        for each in self._classes:
            if key in {f"{_CLASS}{each.id}", *(f"{_TAX}{t.id}" for t in each.taxes)}:
                return each.id
        return None

    def edit_class(self, each: TaxClass | None) -> TaxClassEditor:
        """The panel of a class, or of a new one."""
        editor = TaxClassEditor(self.desk, each)
        self._show(editor)
        editor.done.connect(self._saved)
        return editor

    def add_tax(self) -> TaxEditor:
        """The panel of a new tax."""
        editor = TaxEditor(self.desk, self._classes, self._current_class(), self.today)
        self._show(editor)
        editor.done.connect(self._saved)
        return editor

    def change(self, tax: TaxRate) -> TaxChangeEditor:
        """The panel in which a tax gets another rate, or ends."""
        editor = TaxChangeEditor(self.desk, tax, self.today)
        self._show(editor)
        editor.done.connect(self._saved)
        return editor

    def _show(self, editor: EditorPanel) -> None:
        self.section.open_panel(editor)

    def _saved(self, sentence: str) -> None:
        self.section.close_panel()
        self.reload_context(lambda: self.desk.say(sentence))


def rate_text(tax: TaxRate, formats: Formats) -> str:
    """Its per cent, or its amount per piece."""
    if tax.kind == TaxKind.FIXED.value:
        return f"{formats.money(tax.fixed_minor)} / {formats.unit('pc')}"
    return formats.rate(tax.rate)
