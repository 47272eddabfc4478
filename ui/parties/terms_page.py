"""What is agreed with a customer: prices, payment, delivery, language, and the taxes he pays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.mailing.texts import LANGUAGES
from app.pricing.queries import PriceList, list_price_lists
from app.terms.operations import TermsDraft, save_terms
from app.terms.queries import PaymentTerm, Terms, get_terms, list_payment_terms
from app.terms.states import InvoicePolicy, LatePolicy, ShipPolicy, TaxTreatment
from app.terms.tax_rules import TaxRule, find_tax_rule, save_tax_rule
from ui.mailing.words import language_word
from ui.office.section import OfficeDesk
from ui.parties.words import invoice_policy, late_policy, ship_policy, tax_treatment
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.edits import PercentEdit
from ui.widgets.form import Choice, DayField, Form, Tick, on_change, text_field
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column, label, line

_NONE = 0  # no choice of one's own


class TermsPage(QWidget):
    """The terms with a Save of their own."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__()
        self.desk = desk
        self.party_id = 0
        self._terms: Terms | None = None
        self._make_fields()
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.save_button = Button(self.tr("Save terms"), "primary", icon="check")
        self.save_button.clicked.connect(self.save)
        outer = column(self, margin=4)
        outer.addWidget(scrolling(self._lay_out()), 1)
        outer.addLayout(line(self.message, None, self.save_button))
        self.treatment.currentIndexChanged.connect(lambda _place: self._show_tax_fields())
        self.limited.toggled.connect(self.until.setEnabled)
        on_change(self._fields(), lambda: self._touched(dirty=True))
        self._touched(dirty=False)

    def _make_fields(self) -> None:
        tr = self.tr
        self.price_list, self.term = Choice(), Choice()
        self.late = Choice([(p.value, late_policy(p)) for p in LatePolicy])
        self.ship = Choice([(p.value, ship_policy(p)) for p in ShipPolicy])
        self.bill = Choice([(p.value, invoice_policy(p)) for p in InvoicePolicy])
        self.deposit = PercentEdit(tr("Down payment"), self.desk.formats)
        self.deposit_blocks = Tick(tr("Nothing leaves before it is paid"))
        self.delivery = text_field(placeholder="DAP Berlin")
        self.language = Choice([("", tr("the shop's language")), *((x, language_word(x)) for x in LANGUAGES)])
        self.treatment = Choice([(t.value, tax_treatment(t)) for t in TaxTreatment])
        self.certificate = text_field()
        self.limited = Tick(tr("Valid until a day"))
        self.until = DayField()
        self.until.setEnabled(False)
        self.until.setAccessibleName(tr("Last day"))

    def _lay_out(self) -> Form:
        tr, form = self.tr, Form(2)
        form.section(tr("Prices and payment"))
        form.add(tr("Price list"), self.price_list)
        form.add(tr("Terms of payment"), self.term)
        form.add(tr("While something is overdue, the customer"), self.late)
        form.add(tr("Down payment with each order"), self.deposit)
        form.add("", self.deposit_blocks, wide=True)
        form.section(tr("Delivery and invoice"))
        form.add(tr("Goods leave"), self.ship)
        form.add(tr("Billed is"), self.bill)
        form.add(tr("Delivery terms"), self.delivery)
        form.add(tr("Language of papers and e-mails"), self.language)
        form.section(tr("Taxes"))
        form.add(tr("The customer pays taxes"), self.treatment)
        form.add(tr("Number of the certificate"), self.certificate)
        form.add("", self.limited)
        form.add("", self.until)
        form.end()
        return form

    def _fields(self) -> list[QWidget]:
        return [
            self.price_list, self.term, self.late, self.ship, self.bill, self.deposit, self.deposit_blocks,
            self.delivery, self.language, self.treatment, self.certificate, self.limited, self.until,
        ]  # fmt: skip

    def load(self, party_id: int) -> None:
        """Read what is agreed."""
        self.party_id = party_id
        self.desk.ask(list_price_lists, self._have_lists)
        self.desk.ask(list_payment_terms, self._have_payment_terms)
        self.desk.ask(get_terms, self._have, party_id=party_id)
        self.desk.ask(find_tax_rule, self._have_rule, party_id=party_id)

    def _have_lists(self, lists: list[PriceList]) -> None:
        shown = [(x.id, f"{x.name} ({x.code})") for x in lists]
        self.price_list.set_options([(_NONE, self.tr("the shop's own")), *shown])

    def _have_payment_terms(self, terms: list[PaymentTerm]) -> None:
        shown = [(t.id, t.name) for t in terms if t.active]
        days = self.tr("as many days as with the details")
        self.term.set_options([(_NONE, days), *shown])

    def _have(self, terms: Terms) -> None:
        if not isValid(self):
            return
        self._terms = terms
        self.price_list.choose(terms.price_list_id or _NONE)
        self.term.choose(terms.payment_term_id or _NONE)
        self.late.choose(terms.late_policy.value)
        self.ship.choose(terms.ship_policy.value)
        self.bill.choose(terms.invoice_policy.value)
        self.deposit.set_value(terms.deposit_hundredths or None)
        self.deposit_blocks.setChecked(terms.deposit_blocks)
        self.delivery.setText(terms.delivery_terms)
        self.language.choose(terms.language)
        credit = self.desk.may(Permission.CREDIT_TERMS)
        for part in (self.term, self.late, self.deposit, self.deposit_blocks, self.treatment):
            part.setEnabled(credit)
        self.save_button.setVisible(self.desk.may(Permission.EDIT_PARTIES))
        self._touched(dirty=False)

    def _have_rule(self, rule: TaxRule) -> None:
        if not isValid(self):
            return
        self.treatment.choose(rule.treatment.value)
        self.certificate.setText(rule.certificate)
        self.limited.setChecked(rule.valid_until is not None)
        last = rule.valid_until or self.desk.services.context.on
        self.until.setDate(QDate(last.year, last.month, last.day))
        self._show_tax_fields()
        self._touched(dirty=False)

    def _show_tax_fields(self) -> None:
        """A certificate belongs to an exemption, a last day to whatever is not as everybody."""
        other = self.treatment.value() != TaxTreatment.STANDARD.value
        editable = other and self.desk.may(Permission.CREDIT_TERMS)
        self.certificate.setEnabled(editable)
        self.limited.setEnabled(editable)
        self.until.setEnabled(editable and self.limited.isChecked())

    def _touched(self, *, dirty: bool) -> None:
        self.save_button.setEnabled(dirty)
        self._refuse("")

    def terms(self) -> TermsDraft:
        """What stands in the fields."""
        kept = self._terms
        return TermsDraft(
            payment_term_id=self.term.value() or None, price_list_id=self.price_list.value() or None,
            late_policy=LatePolicy(self.late.value()), ship_policy=ShipPolicy(self.ship.value()),
            invoice_policy=InvoicePolicy(self.bill.value()), deposit_hundredths=self.deposit.value() or 0,
            deposit_blocks=self.deposit_blocks.isChecked(), delivery_terms=self.delivery.text(),
            currency=kept.currency if kept is not None else None, language=self.language.value() or "",
        )  # fmt: skip

    def rule(self) -> TaxRule:
        """What stands in the fields of the taxes."""
        last = self.until.date()
        until = date(last.year(), last.month(), last.day()) if self.limited.isChecked() else None
        return TaxRule(TaxTreatment(self.treatment.value()), self.certificate.text(), None, until)

    def save(self) -> None:
        """Keep both; the taxes only by who may set credit terms."""
        if self.deposit.error():
            self._refuse(self.deposit.error())
            return
        self.desk.run(
            save_terms, lambda _none: self._save_rule(), self._failed, party_id=self.party_id,
            terms=self.terms(),
        )  # fmt: skip

    def _save_rule(self) -> None:
        if not self.desk.may(Permission.CREDIT_TERMS):
            self._saved()
            return
        self.desk.run(
            save_tax_rule, lambda _none: self._saved(), self._failed, party_id=self.party_id,
            rule=self.rule(),
        )  # fmt: skip

    def _saved(self) -> None:
        self.desk.say(self.tr("The terms are saved. They hold from the next order on."))
        if isValid(self):
            self.load(self.party_id)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        if isValid(self):
            self._refuse(describe(error))

    def _refuse(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
