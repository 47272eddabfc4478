"""What e-invoices say of the shop, and what its taxes are to EN 16931."""

from __future__ import annotations

from app.einvoice.details import (
    SellerDetails,
    TaxMeaning,
    get_seller_details,
    list_tax_meanings,
    save_seller_details,
    save_tax_meanings,
)
from app.einvoice.formats import Category
from app.tax.queries import TaxClass, list_tax_classes
from ui.einvoice.words import category_word
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.form import Choice, Form, on_change, text_field
from ui.widgets.side_panel import scrolling
from ui.widgets.text import label

_FIELDS = (
    "endpoint_scheme", "endpoint", "register_number", "contact_name", "contact_phone", "contact_email",
)  # fmt: skip
_BY_RATE = ""


class TaxRow:
    """The fields of one tax."""

    def __init__(self, code: str, by_rate: str) -> None:
        self.code = code
        options: list[tuple[str, str]] = [(_BY_RATE, by_rate)]
        self.category = Choice([*options, *((c.value, category_word(c)) for c in Category)])
        self.reason = text_field()

    def meaning(self) -> TaxMeaning | None:
        """What was chosen; None leaves it to the rate. A VATEX code may stand for the reason."""
        if not self.category.value():
            return None
        text = self.reason.text().strip()
        is_code = text.upper().startswith("VATEX-")
        return TaxMeaning(
            self.code, Category(self.category.value()), text if is_code else "", "" if is_code else text
        )


class EInvoicePage(SettingsPage):
    """Electronic address, contact, register number; a category for each tax."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self.texts = {name: text_field() for name in _FIELDS}
        self.texts["endpoint_scheme"].setMaxLength(4)
        self.rows: list[TaxRow] = []
        self._form = Form(2)
        self._lay_out_seller(self._form)
        self.body.addWidget(scrolling(self._form), 1)
        self.make_foot()
        on_change(list(self.texts.values()), self.touch)

    def _lay_out_seller(self, form: Form) -> None:
        tr, texts = self.tr, self.texts
        form.section(tr("The shop on e-invoices"))
        form.add(
            tr("Kind of electronic address"), texts["endpoint_scheme"],
            hint=tr("Four digits: 0088 for a GLN, 9930 for a German VAT number; EM for e-mail"),
        )  # fmt: skip
        form.add(
            tr("Electronic address"), texts["endpoint"],
            hint=tr("Peppol needs one; elsewhere the e-mail address of the company serves"),
        )  # fmt: skip
        form.add(tr("Contact"), texts["contact_name"], hint=tr("Empty: the name of the shop"))
        form.add(tr("Register number"), texts["register_number"], hint=tr("Trade register, SIREN, KvK ..."))
        form.add(tr("Telephone"), texts["contact_phone"], hint=tr("Empty: that of the company"))
        form.add(tr("E-mail"), texts["contact_email"], hint=tr("Empty: that of the company"))
        form.section(tr("What our taxes are to the receiver"))
        about = tr(
            "As a rule the rate tells it. Say it here where it does not: exempt goods need the article of "
            "the law, or a code that begins with VATEX."
        )
        form.add_wide(label(about, tokens.SUB, 400, "text2", wrap=True))

    def entered(self) -> None:
        """Read what is kept."""
        self.desk.ask(get_seller_details, self._have_seller)
        self.desk.ask(list_tax_classes, self._have_taxes)

    def _have_seller(self, kept: SellerDetails) -> None:
        for name, field in self.texts.items():
            field.setText(getattr(kept, name))
        self.set_dirty(dirty=False)

    def _have_taxes(self, classes: list[TaxClass]) -> None:
        codes = sorted({t.code for c in classes for t in c.taxes})
        if not self.rows:
            self._make_rows(codes)
        self.desk.ask(list_tax_meanings, self._have_meanings)

    def _make_rows(self, codes: list[str]) -> None:
        tr = self.tr
        for code in [*codes, ""]:
            row = TaxRow(code, tr("by its rate") if code else tr("exempt"))
            name = tr("Tax {code}").format(code=code) if code else tr("Goods without a tax")
            self._form.add(name, row.category)
            self._form.add(tr("Reason or VATEX code: {tax}").format(tax=name), row.reason)
            on_change([row.category, row.reason], self.touch)
            self.rows.append(row)
        self._form.end()

    def _have_meanings(self, told: list[TaxMeaning]) -> None:
        by_code = {m.tax_code: m for m in told}
        for row in self.rows:
            meaning = by_code.get(row.code)
            row.category.choose(meaning.category.value if meaning else _BY_RATE)
            row.reason.setText((meaning.exemption_code or meaning.exemption_reason) if meaning else "")
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Keep it; the next e-invoice says it."""
        details = SellerDetails(**{name: field.text() for name, field in self.texts.items()})
        self.desk.run(
            save_seller_details, lambda _none: self._save_taxes(), self.refused, details=details
        )  # fmt: skip

    def _save_taxes(self) -> None:
        meanings = [m for m in (row.meaning() for row in self.rows) if m is not None]
        self.desk.run(save_tax_meanings, lambda _none: self._saved(), self.refused, meanings=meanings)

    def _saved(self) -> None:
        self.desk.say(self.tr("Saved. The next e-invoice says it."))
        self.entered()
