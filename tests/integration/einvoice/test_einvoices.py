"""What is posted leaves as an e-invoice that the official rules, ours and an outside judge's, let pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from app.documents.letter_settings import save_letter_settings
from app.einvoice.details import (
    BuyerDetails,
    EndpointHalfError,
    EndpointSchemeError,
    ExemptionError,
    SellerDetails,
    TaxMeaning,
    get_buyer_details,
    save_buyer_details,
    save_seller_details,
    save_tax_meanings,
)
from app.einvoice.findings import Mend
from app.einvoice.formats import Category, Format
from app.einvoice.operations import keep_einvoice
from app.einvoice.queries import find_einvoice, list_einvoices
from app.einvoice.reader import read_einvoice
from app.einvoice.refusals import (
    EInvoiceChangedError,
    MadeOtherwiseError,
    NoEInvoiceOfThisError,
    NotValidError,
    SeveralTaxesError,
)
from app.invoicing.operations.drafts import draft_from_order, draft_pro_forma
from app.invoicing.operations.post import post_invoice
from app.invoicing.queries import get_invoice
from app.invoicing.tables import einvoice_file
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.mailing.drafts import draft_message
from app.mailing.states import MailKind
from app.organisation.operations import save_company
from app.organisation.queries import get_company
from app.parties.tables import party
from app.pricing.tables import price_list
from app.tax.tables import tax
from app.terms.operations import create_payment_term, save_rate
from app.terms.rules import TermLine
from app.terms.states import TaxTreatment
from app.terms.tax_rules import TaxRule, save_tax_rule
from app.till.operations.receipt_invoices import invoice_receipt
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import billed, documents, einvoice_of

Passes = Callable[[bytes], None]


def test_down_payment_invoice_and_credit_note_pass_in_every_format(trade: Wholesale, passes: Passes):
    for document in documents(trade):
        for form in Format:
            made = einvoice_of(trade, document, form)
            assert made.is_valid, (document.number, form, made.findings)
            passes(made.content)


def test_the_e_invoice_says_what_was_posted(trade: Wholesale):
    deposit, bill, credit = documents(trade)
    said = read_einvoice(einvoice_of(trade, bill).xml, name="it").invoice
    posted = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    t = said.totals
    assert (t.tax_exclusive, t.tax_total, t.tax_inclusive) == (
        posted.net_minor, posted.tax_minor, posted.row.gross_minor,
    )  # fmt: skip
    assert (t.prepaid, t.payable) == (1190, posted.row.gross_minor - 1190)
    assert {(p.rate, p.taxable, p.tax) for p in said.vat_breakdown} == {
        (Decimal(x.rate) / 1000, x.base_minor, x.tax_minor) for x in posted.taxes
    }
    assert [(c.reason, c.reason_code, c.amount) for c in said.charges] == [("Delivery", "FC", 500)]
    assert [(a.reason_code, a.amount) for a in said.lines[0].allowances] == [("95", 300)]
    assert (said.lines[2].quantity, said.lines[2].unit) == (Decimal("0.345"), "KGM")
    assert [x.number for x in said.preceding_invoices] == [deposit.number]
    assert (said.buyer_reference, said.order_reference) == ("04011000-12345-03", "PO 4711")
    assert (said.sales_order_reference, said.despatch_advice_reference) == ("O-2026-000001", "D-2026-000001")
    assert said.seller.contact is not None
    assert (said.seller.contact.name, said.seller.contact.email) == ("AR desk", "shop@example.com")
    assert said.payment is not None
    assert said.payment.credit_transfers[0].iban == "DE89370400440532013000"
    note = read_einvoice(einvoice_of(trade, credit).xml, name="it").invoice
    assert (note.type, note.totals.payable) == ("381", credit.gross_minor)
    assert [x.number for x in note.preceding_invoices] == [bill.number]
    assert [n.text for n in note.notes] == ["one was torn"]
    assert read_einvoice(einvoice_of(trade, deposit).xml, name="it").invoice.type == "386"


def test_prices_with_tax_come_to_what_was_posted_and_pass(trade: Wholesale, passes: Passes):
    """16 % of gross prices cannot be written as net and rounded VAT (design/money-in.md 1)."""
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(price_list).where(price_list.c.id == trade.price_list_id).values(includes_tax=True)
        )
    bill = billed(trade, trade.line("COFFEE", 7, discount_hundredths=333), ("MILK", 3), ("WINE", 1))
    posted = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    assert posted.includes_tax
    for form in (Format.PEPPOL, Format.FACTURX):
        made = einvoice_of(trade, bill, form)
        assert made.is_valid, made.findings
        passes(made.content)
    said = read_einvoice(made.content, name="it").invoice
    assert [x.net_amount for x in said.lines] == [x.net_minor for x in posted.lines]
    assert said.totals.payable == posted.row.payable_minor


def test_an_invoice_in_another_currency_states_its_vat_in_ours(trade: Wholesale, passes: Passes):
    trade.run(save_rate, currency="USD", on=TODAY, rate_micro=920_000)
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(price_list).where(price_list.c.id == trade.price_list_id).values(currency="USD")
        )
    bill = billed(trade, ("COFFEE", 2))
    made = einvoice_of(trade, bill)
    assert made.is_valid, made.findings
    passes(made.content)
    said = read_einvoice(made.xml, name="it").invoice
    assert (said.currency, said.tax_currency, said.totals.tax_total) == ("USD", "EUR", 380)
    assert said.tax_total_in_tax_currency == 350


def test_what_was_kept_is_given_again_and_a_mended_address_makes_another(trade: Wholesale):
    bill = billed(trade, ("COFFEE", 2))
    party_id = trade.shop.parties["Unlimited Ltd"]
    first = trade.run(keep_einvoice, made=einvoice_of(trade, bill, Format.FACTURX))
    assert trade.run(keep_einvoice, made=einvoice_of(trade, bill, Format.FACTURX)) == first
    kept = trade.ask(get_buyer_details, party_id=party_id)
    assert kept.format is Format.FACTURX
    old = einvoice_of(trade, bill, Format.FACTURX)
    trade.run(save_buyer_details, party_id=party_id, details=replace(kept, buyer_reference="Other"))
    with pytest.raises(MadeOtherwiseError, match="INV-2026-000001 changed since it was checked"):
        trade.run(keep_einvoice, made=old)
    second = trade.run(keep_einvoice, made=einvoice_of(trade, bill, Format.FACTURX))
    assert second != first
    assert [x.content for x in trade.ask(list_einvoices, invoice_id=bill.invoice_id)] == [second, first]


def test_what_is_not_valid_is_not_kept_and_says_which_field_mends_it(trade: Wholesale):
    bill = billed(trade, ("COFFEE", 2))
    trade.run(save_buyer_details, party_id=trade.shop.parties["Unlimited Ltd"], details=BuyerDetails())
    trade.run(save_letter_settings, iban="", bic="")
    made = einvoice_of(trade, bill)
    assert {(f.rule, f.mend) for f in made.findings if f.is_fatal} == {
        ("PEPPOL-EN16931-R010", Mend.PARTY_ENDPOINT)
    }
    with pytest.raises(NotValidError, match="PEPPOL-EN16931-R010"):
        trade.run(keep_einvoice, made=made)
    assert trade.ask(find_einvoice, invoice_id=bill.invoice_id, form=Format.PEPPOL) is None
    german = einvoice_of(trade, bill, Format.XRECHNUNG_UBL)
    assert ("BR-DE-1", Mend.IBAN) in {(f.rule, f.mend) for f in german.findings}


def test_an_exemption_without_its_law_does_not_pass(trade: Wholesale):
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(tax.delete())
    made = einvoice_of(trade, billed(trade, ("COFFEE", 2)))
    assert ("BR-E-10", Mend.EXEMPTION) in {(f.rule, f.mend) for f in made.findings if f.is_fatal}
    with pytest.raises(ExemptionError):
        trade.run(save_tax_meanings, meanings=[TaxMeaning("", Category.EXEMPT)])


def test_drafts_and_pro_formas_have_no_e_invoice(trade: Wholesale):
    order = trade.order(("COFFEE", 2))
    line = trade.lines_of(order.order_id)["COFFEE"]
    draft = trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id, quantities={line.id: 1000}
    )
    pro_forma = trade.run(draft_pro_forma, uuid=str(uuid4()), order_id=order.order_id)
    posted = trade.run(post_invoice, invoice_id=pro_forma.invoice_id)
    for each in (draft, posted):
        with pytest.raises(NoEInvoiceOfThisError):
            einvoice_of(trade, each)


def test_a_line_with_two_taxes_is_refused_in_words(trade: Wholesale):
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        row = uow.connection.execute(select(tax).where(tax.c.code == "A")).mappings().one()
        uow.connection.execute(
            tax.insert(), {**row, "id": next_id(), "code": "ECO", "rate": 1000, "position": 9}
        )
    bill = billed(trade, ("COFFEE", 2))
    with pytest.raises(SeveralTaxesError, match="more than one tax"):
        einvoice_of(trade, bill)


def test_addresses_are_checked_when_they_are_entered(trade: Wholesale):
    party_id = trade.shop.parties["Unlimited Ltd"]
    with pytest.raises(EndpointSchemeError, match="0088 for GLN"):
        trade.run(save_buyer_details, party_id=party_id, details=BuyerDetails(None, "GLN", "1"))
    with pytest.raises(EndpointHalfError):
        trade.run(save_seller_details, details=SellerDetails(endpoint="1"))
    with pytest.raises(PermissionNeededError):
        trade.run(save_seller_details, by="cashier", details=SellerDetails())


def test_a_changed_byte_of_a_kept_e_invoice_is_told(trade: Wholesale):
    bill = billed(trade, ("COFFEE", 2))
    trade.run(keep_einvoice, made=einvoice_of(trade, bill))
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        content = uow.connection.execute(select(einvoice_file.c.content)).scalar_one()
        uow.connection.execute(update(einvoice_file).values(content=content[:-1] + b" "))
    with pytest.raises(EInvoiceChangedError, match="INV-2026-000001"):
        trade.ask(find_einvoice, invoice_id=bill.invoice_id, form=Format.PEPPOL)


def test_a_company_without_a_vat_number_names_its_tax_number(trade: Wholesale):
    company = trade.ask(get_company)
    trade.run(save_company, details=replace(company, tax_number="12/345/67890"))
    said = read_einvoice(einvoice_of(trade, billed(trade, ("COFFEE", 1))).xml, name="it").invoice
    assert (said.seller.vat_id, said.seller.tax_registration_id) == ("", "12/345/67890")


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
    trade: Wholesale, passes: Passes, treatment: TaxTreatment, country: str, tax_number: str,
    told: tuple[str, str, str],
):  # fmt: skip
    party_id = trade.shop.parties["Unlimited Ltd"]
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(party).values(country=country, tax_number=tax_number))
    trade.run(save_tax_rule, party_id=party_id, rule=TaxRule(treatment, "C-12"))
    bill = billed(trade, trade.line("COFFEE", 2), ("MILK", 3), charge=300)
    for form in (Format.PEPPOL, Format.XRECHNUNG_CII, Format.FACTURX):
        made = einvoice_of(trade, bill, form)
        assert made.is_valid, (form, made.findings)
        passes(made.content)
        (part,) = read_einvoice(made.content, name="it").invoice.vat_breakdown
        assert (part.category, part.exemption_code, part.tax) == (told[0], told[1], 0)
        assert part.exemption_reason.startswith(told[2])


def test_an_e_mail_takes_the_e_invoice_along_that_was_made_last(trade: Wholesale):
    bill = billed(trade, ("COFFEE", 2))

    def attached() -> list[tuple[str, str]]:
        draft = trade.ask(draft_message, kind=MailKind.INVOICE, document_id=bill.invoice_id, sender="Me")
        return [(p.name, p.media_type) for p in draft.parts]

    letter = ("Invoice INV-2026-000001.pdf", "application/pdf")
    assert attached() == [letter]
    trade.run(keep_einvoice, made=einvoice_of(trade, bill))
    assert attached() == [letter, ("INV-2026-000001.xml", "application/xml")]
    trade.run(keep_einvoice, made=einvoice_of(trade, bill, Format.FACTURX))
    assert attached() == [letter, ("INV-2026-000001 Factur-X.pdf", "application/pdf")]


def test_a_discount_for_paying_early_is_told_in_words_and_to_programs(trade: Wholesale, passes: Passes):
    term = trade.run(
        create_payment_term, code="2in10", name="2 % in 10 days", lines=[TermLine(10_000, 0, 30)],
        discount_hundredths=200, discount_days=10,
    )  # fmt: skip
    order = trade.order(("COFFEE", 2), payment_term_id=term)
    bill = trade.bill(trade.ship_all(order.order_id))
    told = "2 % discount if paid within 10 days of the invoice date."
    for form, coded in ((Format.PEPPOL, False), (Format.XRECHNUNG_UBL, True), (Format.XRECHNUNG_CII, True)):
        made = einvoice_of(trade, bill, form)
        assert made.is_valid, made.findings
        passes(made.content)
        assert told in made.content.decode()
        assert ("#SKONTO#TAGE=10#PROZENT=2.00#\n" in made.content.decode()) is coded


def test_an_invoice_of_a_receipt_says_that_it_was_paid_at_the_till(trade: Wholesale, passes: Passes):
    shop = trade.shop
    sale = shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shop.open_shift())
    customer = shop.parties["Unlimited Ltd"]
    bill = trade.run(invoice_receipt, sale_id=sale.sale_id, party_id=customer)
    for form in (Format.PEPPOL, Format.FACTURX):
        made = einvoice_of(trade, bill, form)
        assert [f for f in made.findings if f.is_fatal and f.rule != "PEPPOL-EN16931-R003"] == []
        totals = read_einvoice(made.content, name="it").invoice.totals
        assert (totals.tax_inclusive, totals.prepaid, totals.rounding, totals.payable) == (1528, 1528, 0, 0)
    passes(made.content)
