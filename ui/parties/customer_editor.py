"""One customer: the fields, what he bought, what is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.parties.operations import (
    DuplicateCustomerError,
    SavedCustomer,
    create_customer,
    set_customer_active,
    update_customer,
)
from app.parties.queries import CustomerRow, CustomerView, find_customer, get_customer
from app.parties.rules import CustomerDetails
from app.reporting.lists import CustomerHistory, customer_history
from ui.einvoice.buyer_page import BuyerPage
from ui.mailing.consent_page import ConsentPage
from ui.office.section import OfficeDesk
from ui.parties.entries import AddressesPage, ContactsPage
from ui.parties.personal_page import PersonalPage
from ui.parties.statement_page import StatementPage
from ui.parties.terms_page import TermsPage
from ui.reporting.words import sale_kind
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Choice, Form, NumberBox, note_field, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column, label

_ANY, _NOTHING, _UP_TO = "any", "nothing", "up_to"


class CustomerEditor(EditorPanel):
    """The panel of a customer.

    Signals:
        done(object): saved; the SavedCustomer, or None when he was blocked or taken back.
    """

    done = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._view: CustomerView | None = None
        self._accept_duplicate = False
        self._make_fields()
        self.tabs = QTabWidget()
        self.tabs.addTab(scrolling(self.form), self.tr("Details"))
        self.addresses, self.contacts = AddressesPage(desk), ContactsPage(desk)
        self.terms = TermsPage(desk)
        self.tabs.addTab(self.addresses, self.tr("Addresses"))
        self.tabs.addTab(self.contacts, self.tr("People"))
        self.tabs.addTab(self.terms, self.tr("Terms"))
        self.consent = ConsentPage(desk)
        self.tabs.addTab(self.consent, self.tr("Messages"))
        self._make_tables()
        super().__init__(self.tr("New customer"), self.tabs, parent=parent)
        self.first = self.name
        self.active_button = Button(self.tr("Block"), icon="block")
        self.active_button.setVisible(False)
        self.active_button.clicked.connect(self._toggle_active)
        self.foot.insertWidget(0, self.active_button)
        self.all_the_same = Button(self.tr("Create all the same"), icon="person_add")
        self.all_the_same.setVisible(False)
        self.all_the_same.clicked.connect(self._create_anyway)
        self.foot.insertWidget(self.foot.count() - 1, self.all_the_same)
        self.save_button.setVisible(desk.may(Permission.EDIT_PARTIES))
        self.tabs.currentChanged.connect(self._turned)
        self.watch(self._fields())
        self.saved.connect(self._write)

    def _make_fields(self) -> None:
        tr = self.tr
        self.form = Form(2)
        self.name, self.number = text_field(), text_field(limit=40, placeholder=tr("made by itself"))
        self.phone, self.email = text_field(limit=40), text_field()
        self.street, self.postcode = text_field(), text_field(limit=40)
        self.city, self.country = text_field(), text_field(limit=2, placeholder="DE")
        self.tax_number = text_field(limit=40)
        self.credit = Choice([
            (_NOTHING, tr("nothing on account")),
            (_UP_TO, tr("up to a limit")),
            (_ANY, tr("no limit")),
        ])  # fmt: skip
        self.limit = MoneyEdit(tr("Credit limit"), self._desk.formats)
        self.limit.setEnabled(False)
        self.credit.currentIndexChanged.connect(
            lambda _place: self.limit.setEnabled(self.credit.value() == _UP_TO)
        )
        self.days = NumberBox(0, 365, 14, tr(" days"))
        for part in (self.credit, self.days):
            part.setEnabled(self._desk.may(Permission.CREDIT_TERMS))
        self.born_on = OptionalDay(date(1990, 1, 1))
        self.referrer = text_field(limit=40, placeholder=tr("number of a customer"))
        self._referrer: CustomerRow | None = None
        self.note = note_field()
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        tr, form = self.tr, self.form
        form.section(tr("Who it is"))
        form.add(tr("Name"), self.name, wide=True)
        form.add(tr("Customer number"), self.number)
        form.add(tr("VAT number"), self.tax_number)
        form.add(tr("Telephone"), self.phone)
        form.add(tr("E-mail"), self.email)
        form.section(tr("Address"))
        form.add(tr("Street"), self.street, wide=True)
        form.add(tr("Postcode"), self.postcode)
        form.add(tr("Town"), self.city)
        form.add(tr("Country"), self.country)
        form.section(tr("Buying on account"))
        form.add(tr("May buy on account"), self.credit)
        form.add(tr("Limit"), self.limit)
        form.add(tr("To be paid within"), self.days)
        form.section(tr("Offers"))
        form.add(tr("Birthday, where he told it"), self.born_on)
        form.add(tr("Brought by"), self.referrer)
        form.add(tr("Note for the staff"), self.note, wide=True)
        form.end()

    def _make_tables(self) -> None:
        self.sales = DataTable(
            self.tr("Purchases"),
            [
                Column("number", self.tr("Number"), 160),
                Column("when", self.tr("When"), 180),
                Column("kind", self.tr("Kind")),
                Column("total", self.tr("Total"), 130, figure=True),
            ],
        )
        self.sales.opened.connect(lambda key: self._desk.go_to.emit("sales", key))
        self.open_items = DataTable(
            self.tr("Open items"),
            [
                Column("number", self.tr("Document"), 160),
                Column("date", self.tr("Of"), 130),
                Column("due", self.tr("Due")),
                Column("amount", self.tr("Amount"), 130, figure=True),
                Column("open", self.tr("Open"), 130, figure=True),
            ],
        )
        self.owed = label("", tokens.LABEL, 600)
        page = QWidget()
        body = column(page, margin=4)
        body.addWidget(self.owed)
        body.addWidget(self.open_items, 1)
        self.tabs.addTab(self.sales, self.tr("Purchases"))
        self.tabs.addTab(page, self.tr("Open"))
        self.statement = StatementPage(self._desk)
        self.tabs.addTab(self.statement, self.tr("Statement"))
        self.einvoice = BuyerPage(self._desk)
        self.tabs.addTab(self.einvoice, self.tr("E-invoices"))
        self.personal = PersonalPage(self._desk)
        self.personal.gone.connect(lambda: self.done.emit(None))
        if self._desk.may(Permission.PERSONAL_DATA):
            self.tabs.addTab(self.personal, self.tr("Privacy"))
        for place in range(1, self.tabs.count()):
            self.tabs.setTabEnabled(place, False)
        self.tabs.setAccessibleName(self.tr("Customer"))

    def _fields(self) -> list[QWidget]:
        return [
            self.name, self.number, self.phone, self.email, self.street, self.postcode, self.city,
            self.country, self.tax_number, self.credit, self.limit, self.days, self.note,
            self.born_on, self.referrer,
        ]  # fmt: skip

    def _turned(self, place: int) -> None:
        """Save belongs to the details; the other pages have their own."""
        self.save_button.setVisible(self._desk.may(Permission.EDIT_PARTIES) and place == 0)

    def load(self, party_id: int) -> None:
        """Read a customer and his history."""
        self._desk.ask(get_customer, self._have, party_id=party_id)
        self._desk.report(customer_history, self._have_history, party_id=party_id)
        for page in (self.addresses, self.contacts, self.terms, self.statement, self.einvoice):
            page.load(party_id)

    def _have(self, view: CustomerView) -> None:
        self._view = view
        details = view.details
        self.personal.load(view.id, details.number)
        self.consent.load(view.id, details.phone)
        self.set_title(f"{details.number} {details.name}")
        for name in (
            "name", "number", "phone", "email", "street", "postcode", "city", "country", "tax_number",
        ):  # fmt: skip
            getattr(self, name).setText(getattr(details, name))
        limit = details.credit_limit_minor
        self.credit.choose(_ANY if limit is None else _UP_TO if limit else _NOTHING)
        self.limit.set_value(limit or None)
        credit = self._desk.may(Permission.CREDIT_TERMS)
        self.limit.setEnabled(bool(limit) and credit)
        self.credit.setEnabled(credit)
        self.days.setEnabled(credit)
        self.days.setValue(details.payment_days)
        self.note.setPlainText(details.note)
        self.born_on.set_value(details.born_on)
        self._referrer = None
        self.referrer.setText("")
        if details.referred_by is not None:
            self._desk.ask(get_customer, self._have_referrer, party_id=details.referred_by)
        self.active_button.setVisible(self._desk.may(Permission.EDIT_PARTIES))
        self.active_button.setText(self.tr("Block") if view.active else self.tr("Take back"))
        self.clean()

    def _have_referrer(self, view: CustomerView) -> None:
        known = view.details
        self._referrer = CustomerRow(view.id, known.number, known.name, "", "", "", 0, active=view.active)
        self.referrer.setText(view.details.number)
        self.clean()

    def _have_history(self, found: CustomerHistory) -> None:
        formats = self._desk.formats
        self.sales.set_rows([
            TableRow(
                str(s.id),
                (
                    s.number, formats.date_time(s.completed_at), sale_kind(s.kind),
                    formats.money(s.gross_minor),
                ),
                {"total": "danger"} if s.gross_minor < 0 else {},
            )
            for s in found.sales
        ])  # fmt: skip
        today = self._desk.services.context.on
        self.open_items.set_rows([
            TableRow(
                str(place),
                (
                    item.document_number, formats.date(item.on), formats.date(item.due_date),
                    formats.money(item.amount_minor), formats.money(item.open_minor),
                ),
                {"due": "danger"} if item.due_date < today else {},
            )
            for place, item in enumerate(found.open_items)
        ])  # fmt: skip
        self.owed.setText(self.tr("Owes {amount}").format(amount=formats.money(found.owed_minor)))
        for place in range(1, self.tabs.count()):
            self.tabs.setTabEnabled(place, True)

    def details(self) -> CustomerDetails:
        """What stands in the fields."""
        kind = self.credit.value()
        limit = {_ANY: None, _NOTHING: 0}.get(kind, self.limit.value() or 0)
        return CustomerDetails(
            name=self.name.text(), number=self.number.text(), phone=self.phone.text(),
            email=self.email.text(), tax_number=self.tax_number.text(), street=self.street.text(),
            postcode=self.postcode.text(), city=self.city.text(), country=self.country.text(),
            credit_limit_minor=limit, payment_days=self.days.value(), note=self.note.toPlainText(),
            born_on=self.born_on.value(), referred_by=self._referrer.id if self._referrer else None,
        )  # fmt: skip

    def _write(self) -> None:
        self.all_the_same.setVisible(False)
        if self.limit.isEnabled() and self.limit.error():
            self.refuse(self.limit.error())
            return
        typed = self.referrer.text().strip().upper()
        if not typed:
            self._referrer = None
        elif self._referrer is None or self._referrer.number != typed:
            self._desk.ask(find_customer, lambda row: self._found_referrer(row, typed), number=typed)
            return
        self._run()

    def _found_referrer(self, row: CustomerRow | None, typed: str) -> None:
        if row is None:
            self.refuse(self.tr("There is no customer {number}.").format(number=typed[:40]))
            return
        self._referrer = row
        self._run()

    def _run(self) -> None:
        if self._view is None:
            self._desk.run(
                create_customer, self._written, self._refused, details=self.details(),
                accept_duplicate=self._accept_duplicate,
            )  # fmt: skip
        else:
            self._desk.run(
                update_customer, self._written, self._refused, party_id=self._view.id,
                version=self._view.version, details=self.details(),
            )  # fmt: skip

    def _create_anyway(self) -> None:
        self._accept_duplicate = True
        self._write()

    def _toggle_active(self) -> None:
        if self._view is not None:
            self._desk.run(
                set_customer_active, self._written, self._refused, party_id=self._view.id,
                version=self._view.version, active=not self._view.active,
            )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
        self.all_the_same.setVisible(isinstance(error, DuplicateCustomerError))

    def _written(self, saved: SavedCustomer | None) -> None:
        self.clean()
        self.done.emit(saved)
