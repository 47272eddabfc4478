"""Expenses and petty cash: the list of a period, a new one, one taken back."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.accounting.charts import ChartAccount, list_chart
from app.accounting.expenses import (
    ExpenseDraft,
    ExpenseRow,
    book_expense,
    fill_petty_cash,
    list_expenses,
    reverse_expense,
)
from app.accounting.states import PaidFrom
from app.accounting.table_files import Cell
from app.kernel.money import round_half_up
from app.kernel.permission import Permission
from app.ledger.states import AccountKind
from app.tax.queries import TaxClass, list_tax_classes
from ui.accounting.report_view import ReportView
from ui.accounting.words import paid_from
from ui.collections.days import day_field, to_day
from ui.collections.form_panel import FormPanel
from ui.office.section import OfficeDesk
from ui.orders.document_panel import AskBar
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Choice, text_field
from ui.widgets.text import line

_WHOLE = 100_000


class ExpensesView(ReportView):
    """The expenses of a period.

    Signals:
        form_wanted(object): show this form.
    """

    form_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self._rows: dict[str, ExpenseRow] = {}
        tr = self.tr
        super().__init__(desk, tr("Expenses"), [
            Column("number", tr("Number"), 148), Column("day", tr("Day"), 132),
            Column("what", tr("What for")),
            Column("supplier", tr("Supplier"), 150, least=1050), Column("account", tr("Account"), 90),
            Column("from", tr("Paid from"), 120), Column("tax", tr("Input tax"), 96, figure=True, least=860),
            Column("gross", tr("Amount"), 110, figure=True),
        ], parent=parent)  # fmt: skip
        self.asking = AskBar()
        self.back_button = Button(tr("Take back"), "danger_soft")
        self.fill_button = Button(tr("Fill the petty cash"), icon="savings")
        self.new_button = Button(tr("New expense"), "primary", icon="add", hint="Ctrl+N")
        self.page.addWidget(self.asking)
        self.page.addLayout(line(self.back_button, self.fill_button, None, self.new_button, gap=8))
        self.table.current_changed.connect(lambda _key: self._show_buttons())
        self.new_button.clicked.connect(self.new)
        self.back_button.clicked.connect(self._take_back)
        self.fill_button.clicked.connect(lambda: self.form_wanted.emit(PettyCashForm(desk)))

    def reload(self) -> None:
        """Read it again."""
        may = self.desk.may(Permission.EXPENSES)
        for button in (self.new_button, self.back_button, self.fill_button):
            button.setVisible(may)
        since, until = self.days()
        self.desk.report(list_expenses, self._have, since=since, until=until)

    def _have(self, found: list[ExpenseRow]) -> None:
        self._rows = {str(x.id): x for x in found}
        formats = self.desk.formats
        keys = ("number", "day", "what", "supplier", "account", "from", "tax", "gross")
        self.show_rows(
            [
                TableRow(
                    str(x.id),
                    (
                        x.number, formats.date(x.on), x.note, x.supplier, x.account_code,
                        self.tr("taken back") if x.reversed else paid_from(x.paid_from),
                        formats.amount(x.tax_minor) if x.tax_minor else "-", formats.money(x.gross_minor),
                    ),
                    dict.fromkeys(keys, "text2") if x.reversed else {},
                )
                for x in found
            ]
        )  # fmt: skip
        kept = [x for x in found if not x.reversed]
        total = formats.money(sum(x.gross_minor for x in kept))
        self.prove(self.tr("%n expense(s), {total}", "", len(kept)).format(total=total), good=True)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self._rows.get(self.table.current())
        self.back_button.setEnabled(row is not None and not row.reversed)

    def new(self) -> None:
        """Another one."""
        if self.desk.may(Permission.EXPENSES):
            self.form_wanted.emit(ExpenseForm(self.desk))

    def _take_back(self) -> None:
        row = self._rows.get(self.table.current())
        if row is None or row.reversed:
            return

        def run(reason: str) -> None:
            self.desk.run(reverse_expense, self._taken_back, expense_id=row.id, reason=reason)

        question = self.tr("Why is {number} taken back?").format(number=row.number)
        self.asking.ask(question, self.tr("Take back"), run)

    def _taken_back(self, _row: ExpenseRow) -> None:
        self.asking.close_question()
        self.reload()

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported."""
        return [
            [x.number, x.on, x.note, x.supplier, x.account_code, paid_from(x.paid_from), x.tax_minor,
             x.gross_minor]
            for x in self._rows.values()
        ]  # fmt: skip


class ExpenseForm(FormPanel):
    """What was bought, and from which money."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", "", parent)
        tr = self.tr
        self.set_title(tr("New expense"))
        self._uuid = str(uuid4())
        self._rates: dict[str, int] = {}
        self.gross = MoneyEdit(tr("Amount with tax"), desk.formats)
        self.account = Choice()
        self.remark, self.supplier, self.reference = text_field(), text_field(), text_field()
        self.source = Choice([(p, paid_from(p)) for p in PaidFrom], PaidFrom.PETTY_CASH)
        self.tax_code = Choice([("", tr("none"))])
        self.tax = MoneyEdit(tr("Input tax"), desk.formats)
        self.day = day_field(desk.services.context.on)
        self.form.add(tr("Amount with tax"), self.gross)
        self.form.add(tr("Account"), self.account)
        self.form.add(tr("What for"), self.remark, wide=True)
        self.form.add(tr("Tax"), self.tax_code)
        hint = tr("Worked out from the rate; as the receipt says.")
        self.form.add(tr("Input tax in it"), self.tax, hint=hint)
        self.form.add(tr("Paid from"), self.source)
        self.form.add(tr("Day"), self.day)
        self.form.add(tr("Supplier"), self.supplier)
        self.form.add(tr("His number"), self.reference)
        self.form.end()
        self.first = self.gross
        self.gross.returnPressed.connect(self.remark.setFocus)
        self.remark.returnPressed.connect(self.write)
        self.gross.value_changed.connect(lambda _minor: self._reckon())
        self.tax_code.currentIndexChanged.connect(lambda _place: self._reckon())
        self.watch([self.gross, self.account, self.remark, self.tax_code, self.source, self.supplier])
        desk.ask(list_chart, self._have_chart)
        desk.ask(list_tax_classes, self._have_taxes)

    def _have_chart(self, chart: list[ChartAccount]) -> None:
        fitting = [a for a in chart if a.kind is AccountKind.EXPENSE]
        start = next((a.code for a in fitting if "expense" in a.roles), None)
        self.account.set_options([(a.code, f"{a.code} {a.name}") for a in fitting], start)

    def _have_taxes(self, classes: list[TaxClass]) -> None:
        on = self.desk.services.context.on
        rates = {t.code: t.rate for c in classes for t in c.on(on) if t.rate}
        self._rates = rates
        rate = self.desk.formats.rate
        options = [(code, f"{rate(r)} ({code})") for code, r in rates.items()]
        self.tax_code.set_options([("", self.tr("none")), *options])

    def _reckon(self) -> None:
        rate, gross = self._rates.get(str(self.tax_code.value() or ""), 0), self.gross.value() or 0
        self.tax.set_value(round_half_up(gross * rate, _WHOLE + rate) if rate else None)

    def write(self) -> None:
        """Book it."""
        code = str(self.tax_code.value() or "")
        draft = ExpenseDraft(
            str(self.account.value() or ""), self.gross.value() or 0, PaidFrom(self.source.value()),
            self.remark.text(), self.supplier.text(), self.reference.text(), self.tax.value() or 0, code,
            self._rates.get(code, 0), to_day(self.day.date()),
        )  # fmt: skip
        self.run(book_expense, uuid=self._uuid, draft=draft)


class PettyCashForm(FormPanel):
    """Money into the petty cash."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", "", parent)
        self.set_title(self.tr("Fill the petty cash"))
        self.amount = MoneyEdit(self.tr("Amount"), desk.formats)
        sources = [p for p in PaidFrom if p not in (PaidFrom.PETTY_CASH, PaidFrom.PAYABLE)]
        self.source = Choice([(p, paid_from(p)) for p in sources], PaidFrom.BANK)
        self.form.add(self.tr("Amount"), self.amount)
        self.form.add(self.tr("Out of"), self.source)
        self.form.end()
        self.first = self.amount
        self.amount.returnPressed.connect(self.write)
        self.watch([self.amount, self.source])

    def write(self) -> None:
        """Move it."""
        self.run(fill_petty_cash, amount_minor=self.amount.value() or 0, source=PaidFrom(self.source.value()))
