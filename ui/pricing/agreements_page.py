"""Agreements with customers: prices for a time and a quantity, and what orders took of them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.agreements.operations import end_agreement, make_agreement
from app.agreements.queries import Agreement, list_agreements
from app.kernel.refusal import Refusal
from app.parties.queries import CustomerRow, search_customers
from ui.office.section import OfficeDesk, Section
from ui.pricing.agreement_panel import AgreementPanel
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Form, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line


class AgreementsPage(SettingsPage):
    """The agreements, the newest on top."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._found: dict[str, Agreement] = {}
        self.table = DataTable(
            tr("Agreements"),
            [
                Column("number", tr("Number"), 170), Column("customer", tr("Customer")),
                Column("days", tr("Days"), 240), Column("remark", tr("Remark"), 260),
                Column("state", tr("State"), 130),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "edit_note", tr("Nothing is agreed with a customer"),
            tr("Agree on prices for a time and a quantity; his orders take them and draw them down."),
        )  # fmt: skip
        self.new_button = Button(tr("New agreement"), "primary", icon="add")
        self.end_button = Button(tr("End today"), "danger_soft", icon="block")
        hint = tr("The price of an agreement comes before every price list, while enough is left of it.")
        self.body.addWidget(label(hint, tokens.META, 400, "text2", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(line(self.end_button, None, self.new_button))
        self.new_button.clicked.connect(self.new_agreement)
        self.end_button.clicked.connect(self._end)
        self.table.opened.connect(self.show_agreement)

    def entered(self) -> None:
        """Read them."""
        self.desk.ask(list_agreements, self._have)

    def _have(self, found: list[Agreement]) -> None:
        self._found = {str(x.id): x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.end_button.setEnabled(bool(found))
        self.table.set_rows([TableRow(str(x.id), self._cells(x)) for x in found])

    def _cells(self, x: Agreement) -> tuple[str, ...]:
        day, on = self.desk.formats.date, self.desk.services.context.on
        last = day(x.valid_to) if x.valid_to else "…"
        if x.holds(on):
            state = self.tr("holds")
        else:
            state = self.tr("not yet") if on < x.valid_from else self.tr("over")
        return (x.number, x.customer, f"{day(x.valid_from)} – {last}", x.remark, state)

    def new_agreement(self) -> NewAgreement:
        """The panel of a new one."""
        editor = NewAgreement(self.desk)
        editor.done.connect(lambda agreement_id: self.show_agreement(str(agreement_id)))
        self.section.open_panel(editor)
        return editor

    def show_agreement(self, key: str) -> None:
        """Its products, with what was ordered of each."""
        self.section.open_panel(AgreementPanel(self.desk, int(key)))

    def _end(self) -> None:
        key = self.table.current()
        if key:
            self.desk.run(
                end_agreement, lambda _none: self.entered(), agreement_id=int(key),
                last_day=self.desk.services.context.on,
            )  # fmt: skip


class NewAgreement(EditorPanel):
    """With whom, and for how long.

    Signals:
        done(object): saved; its id.
    """

    done = Signal(object)

    def __init__(self, desk: OfficeDesk) -> None:
        self._desk = desk
        tr, form, today = self.tr, Form(2), desk.services.context.on
        self.customer = text_field(limit=100, placeholder=tr("Number or name, then Enter"))
        self.name = label("", tokens.SUB, 600)
        self.party_id: int | None = None
        self.first_day, self.last_day = OptionalDay(today), OptionalDay(today)
        self.first_day.set_value(today)
        self.remark = text_field(limit=200)
        form.add(tr("Customer"), self.customer, wide=True)
        form.add("", self.name, wide=True)
        form.add(tr("First day"), self.first_day)
        form.add(tr("Last day"), self.last_day, hint=tr("Empty: until further notice"))
        form.add(tr("Remark"), self.remark, wide=True)
        form.end()
        super().__init__(tr("New agreement"), form)
        self.first = self.customer
        self.watch([self.customer, self.first_day, self.last_day, self.remark])
        self.customer.returnPressed.connect(self._find)
        self.saved.connect(self._write)
        self.clean()

    def _find(self) -> None:
        text = self.customer.text().strip()
        if text:
            self._desk.ask(search_customers, lambda found: self._have(found, text), text=text, limit=2)

    def _have(self, found: list[CustomerRow], text: str) -> None:
        if not found:
            self.refuse(self.tr("No customer is found by “{text}”.").format(text=text[:40]))
        elif len(found) > 1 and found[0].number != text.upper() and found[0].name != text:
            self.refuse(self.tr("Several customers fit. Type the number of the one you mean."))
        else:
            self.party_id = found[0].id
            self.name.setText(f"{found[0].name} ({found[0].number})")
            self.touch()

    def _write(self) -> None:
        first = self.first_day.value()
        if self.party_id is None or first is None:
            self.refuse(self.tr("Choose a customer and the first day."))
            return
        self._desk.run(
            make_agreement, self._written, self._refused, party_id=self.party_id, valid_from=first,
            valid_to=self.last_day.value(), remark=self.remark.text(),
        )  # fmt: skip

    def _written(self, agreement_id: int) -> None:
        self.clean()
        self.done.emit(agreement_id)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
