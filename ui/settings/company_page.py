"""The shop as it stands on paper, and how it reckons."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from app.organisation.operations import save_company
from app.organisation.queries import Company, get_company
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.widgets.form import Choice, Form, NumberBox, note_field, on_change, text_field
from ui.widgets.side_panel import scrolling

_TEXTS = (
    "name", "legal_name", "tax_number", "street", "postcode", "city", "country", "phone", "email",
)  # fmt: skip


class CompanyPage(SettingsPage):
    """Name, address, tax number, receipt, rounding, business day."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._company: Company | None = None
        self._make_fields()
        form = Form(2)
        self._lay_out(form)
        self.body.addWidget(scrolling(form), 1)
        self.make_foot()
        on_change(
            [
                *self.texts.values(), self.header, self.footer, self.language, self.zone, self.cutoff,
                self.rounding, self.cash,
            ],
            self.touch,
        )  # fmt: skip

    def _make_fields(self) -> None:
        tr = self.tr
        self.texts = {name: text_field(limit=2 if name == "country" else 200) for name in _TEXTS}
        self.currency = text_field()
        self.currency.setReadOnly(True)
        self.header, self.footer = note_field(lines=2), note_field(lines=2)
        self.language = Choice([("en", "English"), ("de", "Deutsch")])
        self.zone = Choice([(name, name) for name in sorted(available_timezones())])
        self.cutoff = NumberBox(0, 720, 0, tr(" minutes after midnight"))
        self.rounding = Choice([
            ("document", tr("once a receipt and rate (EN 16931)")), ("line", tr("on each line")),
        ])  # fmt: skip
        self.cash = Choice([
            (1, tr("to the smallest coin")), (5, "0.05"), (10, "0.10"), (50, "0.50"), (100, "1.00"),
        ])  # fmt: skip

    def _lay_out(self, form: Form) -> None:
        tr, texts = self.tr, self.texts
        form.section(tr("On paper"))
        form.add(tr("Name of the shop"), texts["name"])
        form.add(tr("Legal name"), texts["legal_name"])
        form.add(tr("Tax or VAT number"), texts["tax_number"])
        form.add(tr("Telephone"), texts["phone"])
        form.add(tr("Street"), texts["street"])
        form.add(tr("Postcode"), texts["postcode"])
        form.add(tr("Town"), texts["city"])
        form.add(tr("Country"), texts["country"], hint=tr("Two letters, as DE or FR"))
        form.add(tr("E-mail"), texts["email"], wide=True)
        form.add(tr("Above each receipt"), self.header)
        form.add(tr("Below each receipt"), self.footer)
        form.section(tr("How the shop reckons"))
        form.add(tr("Currency"), self.currency, hint=tr("Set when the shop was made; it cannot be changed."))
        form.add(tr("Language of receipts"), self.language)
        form.add(tr("Time zone"), self.zone)
        form.add(tr("The business day ends"), self.cutoff, hint=tr("240 is four in the morning"))
        form.add(tr("Tax is rounded"), self.rounding)
        form.add(tr("Cash is rounded"), self.cash, hint=tr("Only what is paid in cash"))
        form.end()

    def entered(self) -> None:
        """Read the company."""
        self.desk.ask(get_company, self._have)

    def _have(self, company: Company) -> None:
        self._company = company
        for name, field in self.texts.items():
            field.setText(getattr(company, name))
        self.currency.setText(company.currency)
        self.header.setPlainText(company.receipt_header)
        self.footer.setPlainText(company.receipt_footer)
        self.language.choose(company.language[:2])
        self.zone.choose(company.time_zone)
        self.cutoff.setValue(company.cutoff_minutes)
        self.rounding.choose(company.tax_rounding)
        self.cash.choose(company.cash_rounding_minor)
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Write it; the till and the next receipt follow."""
        if self._company is None:
            return
        texts: dict[str, Any] = {name: field.text().strip() for name, field in self.texts.items()}
        details = replace(
            self._company, **texts, receipt_header=self.header.toPlainText(),
            receipt_footer=self.footer.toPlainText(), language=self.language.value(),
            time_zone=self.zone.value(), cutoff_minutes=self.cutoff.value(),
            tax_rounding=self.rounding.value(), cash_rounding_minor=self.cash.value(),
        )  # fmt: skip
        if not details.name:
            self.message.setText(self.tr("Enter the name of the shop."))
            return
        self.desk.run(save_company, lambda _none: self._saved(), self.refused, details=details)

    def _saved(self) -> None:
        self.set_dirty(dirty=False)
        self.reload_context(lambda: self.desk.say(self.tr("Saved. The next receipt looks like this.")))
