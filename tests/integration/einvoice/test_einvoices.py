"""What is posted leaves as an e-invoice that the official rules, ours and an outside judge's, let pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from app.einvoice.details import (
    BuyerDetails,
    EndpointHalfError,
    EndpointSchemeError,
    SellerDetails,
    get_buyer_details,
    save_buyer_details,
    save_seller_details,
)
from app.einvoice.formats import Format
from app.einvoice.operations import keep_einvoice
from app.einvoice.queries import find_einvoice, list_einvoices
from app.einvoice.reader import read_einvoice
from app.einvoice.refusals import (
    EInvoiceChangedError,
    MadeOtherwiseError,
)
from app.invoicing.queries import get_invoice
from app.invoicing.tables import einvoice_file
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.mailing.drafts import draft_message
from app.mailing.states import MailKind
from app.orders.drafts import LineDraft
from app.orders.states import LineKind
from app.pricing.tables import price_list
from app.terms.operations import create_payment_term, save_rate
from app.terms.rules import TermLine
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


def test_charges_and_allowances_of_an_order_stand_on_the_document(trade: Wholesale, passes: Passes):
    def entry(name: str, minor: int) -> LineDraft:
        tax_class = trade.shop.classes["A"]
        return LineDraft(
            None, 1000, unit_price_minor=minor, name=name, kind=LineKind.CHARGE, tax_class_id=tax_class
        )

    order = trade.order(
        trade.line("COFFEE", 2), entry("Packing", 450), entry("Loyalty", -300),
        LineDraft(None, 1000, name="Please ring twice", kind=LineKind.TEXT), customer_reference="PO 1",
    )  # fmt: skip
    bill = trade.bill(trade.ship_all(order.order_id))
    for form in Format:
        made = einvoice_of(trade, bill, form)
        assert made.is_valid, (form, made.findings)
        passes(made.content)
    said = read_einvoice(made.content, name="it").invoice
    assert [x.name for x in said.lines] == ["Coffee beans 1 kg"]
    assert [(c.reason, c.reason_code, c.amount) for c in said.charges] == [("Packing", "ABK", 450)]
    assert [(a.reason, a.reason_code, a.amount) for a in said.allowances] == [("Loyalty", "95", 300)]
    assert (said.totals.line_total, said.totals.tax_exclusive) == (2000, 2150)
