"""Every category of VAT in every format, and the PDF: what one database shows as well as two."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import update

from app.einvoice.details import TaxMeaning, save_tax_meanings
from app.einvoice.formats import Category, Format
from app.einvoice.reader import read_einvoice
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.queries import get_invoice
from app.kernel.permission import SYSTEM_ACTOR
from app.parties.tables import party
from app.tax.tables import tax
from app.terms.states import TaxTreatment
from app.terms.tax_rules import TaxRule, save_tax_rule
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import billed, documents, einvoice_of
from tests.support.judge import pdfa_faults

Passes = Callable[[bytes], None]


@pytest.mark.parametrize(
    ("category", "reason"),
    [
        (Category.ZERO, ""), (Category.EXEMPT, "Article 132 of Directive 2006/112/EC"),
        (Category.REVERSE_CHARGE, ""), (Category.INTRA_COMMUNITY, ""), (Category.EXPORT, ""),
        (Category.OUT_OF_SCOPE, ""),
    ],
)  # fmt: skip
def test_every_category_of_vat_passes_in_every_format(
    one_trade: Wholesale, passes: Passes, category: Category, reason: str
):
    one_trade.run(
        save_tax_meanings, meanings=[TaxMeaning("", category, exemption_reason=reason)]
    )  # fmt: skip
    with one_trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(tax.delete())
    _give_vat_number(one_trade)
    bill = billed(one_trade, ("COFFEE", 2), ("MILK", 1), charge=300)
    for form in Format:
        made = einvoice_of(one_trade, bill, form)
        assert made.is_valid, (form, made.findings)
        passes(made.content)
    said = read_einvoice(made.xml, name="it").invoice
    assert [(p.category, p.tax) for p in said.vat_breakdown] == [(category.value, 0)]


def _give_vat_number(trade: Wholesale) -> None:
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(party).values(tax_number="FR 23334175221", country="FR"))


def test_factur_x_is_pdf_a_3b(one_trade: Wholesale, tmp_path: Path):
    files = []
    for document in documents(one_trade):
        path = tmp_path / f"{document.number}.pdf"
        path.write_bytes(einvoice_of(one_trade, document, Format.FACTURX).content)
        files.append(path)
    assert pdfa_faults(files) == ""


@pytest.mark.parametrize(
    ("treatment", "country", "tax_number", "told"),
    [
        (TaxTreatment.EXEMPT, "DE", "", ("E", "", "Exempt from VAT. Certificate C-12")),
        (TaxTreatment.REVERSE_CHARGE, "FR", "FR23334175221", ("AE", "VATEX-EU-AE", "Reverse charge")),
        (TaxTreatment.INTRA_EU, "FR", "FR23334175221", ("K", "VATEX-EU-IC", "Exempt intra-Community")),
        (TaxTreatment.EXPORT, "CH", "", ("G", "VATEX-EU-G", "Exempt export")),
    ],
)  # fmt: skip
def test_a_customer_who_pays_no_tax_gets_its_category_and_the_reason(
    one_trade: Wholesale, passes: Passes, treatment: TaxTreatment, country: str, tax_number: str,
    told: tuple[str, str, str],
):  # fmt: skip
    party_id = one_trade.shop.parties["Unlimited Ltd"]
    with one_trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(party).values(country=country, tax_number=tax_number))
    one_trade.run(save_tax_rule, party_id=party_id, rule=TaxRule(treatment, "C-12"))
    bill = billed(one_trade, one_trade.line("COFFEE", 2), ("MILK", 3), charge=300)
    for form in (Format.PEPPOL, Format.XRECHNUNG_CII, Format.FACTURX):
        made = einvoice_of(one_trade, bill, form)
        assert made.is_valid, (form, made.findings)
        passes(made.content)
        (part,) = read_einvoice(made.content, name="it").invoice.vat_breakdown
        assert (part.category, part.exemption_code, part.tax) == (told[0], told[1], 0)
        assert part.exemption_reason.startswith(told[2])


def test_a_credit_note_of_a_charge_alone_has_a_line(one_trade: Wholesale, passes: Passes):
    bill = billed(one_trade, ("COFFEE", 1), charge=500)
    lines = one_trade.ask(get_invoice, invoice_id=bill.invoice_id).lines
    charge = next(x for x in lines if x.name == "Delivery")
    note = one_trade.run(
        credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="late",
        wishes=[CreditWish(charge.id, 1000)],
    )  # fmt: skip
    made = einvoice_of(one_trade, note)
    assert made.is_valid, made.findings
    passes(made.content)
    said = read_einvoice(made.content, name="it").invoice
    assert [(x.name, x.net_amount) for x in said.lines] == [("Delivery", 500)]
