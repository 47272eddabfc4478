"""What no e-invoice can say is refused in words; what one database shows as well as two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from app.documents.letter_settings import save_letter_settings
from app.einvoice.details import (
    BuyerDetails,
    ExemptionError,
    TaxMeaning,
    save_buyer_details,
    save_tax_meanings,
)
from app.einvoice.findings import Mend
from app.einvoice.formats import Category, Format
from app.einvoice.operations import keep_einvoice
from app.einvoice.queries import find_einvoice
from app.einvoice.reader import read_einvoice
from app.einvoice.refusals import (
    NoEInvoiceOfThisError,
    NotValidError,
    SeveralTaxesError,
)
from app.invoicing.operations.drafts import draft_from_order, draft_pro_forma
from app.invoicing.operations.post import post_invoice
from app.invoicing.queries import get_invoice
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import save_company
from app.organisation.queries import get_company
from app.pricing.tables import price_list
from app.tax.tables import tax
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import billed, einvoice_of

Passes = Callable[[bytes], None]


def test_prices_with_tax_come_to_what_was_posted_and_pass(one_trade: Wholesale, passes: Passes):
    """16 % of gross prices cannot be written as net and rounded VAT (design/money-in.md 1)."""
    with one_trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(price_list).where(price_list.c.id == one_trade.price_list_id).values(includes_tax=True)
        )
    bill = billed(one_trade, one_trade.line("COFFEE", 7, discount_hundredths=333), ("MILK", 3), ("WINE", 1))
    posted = one_trade.ask(get_invoice, invoice_id=bill.invoice_id)
    assert posted.includes_tax
    for form in (Format.PEPPOL, Format.FACTURX):
        made = einvoice_of(one_trade, bill, form)
        assert made.is_valid, made.findings
        passes(made.content)
    said = read_einvoice(made.content, name="it").invoice
    assert [x.net_amount for x in said.lines] == [x.net_minor for x in posted.lines]
    assert said.totals.payable == posted.row.payable_minor


def test_what_is_not_valid_is_not_kept_and_says_which_field_mends_it(one_trade: Wholesale):
    bill = billed(one_trade, ("COFFEE", 2))
    one_trade.run(
        save_buyer_details, party_id=one_trade.shop.parties["Unlimited Ltd"], details=BuyerDetails()
    )
    one_trade.run(save_letter_settings, iban="", bic="")
    made = einvoice_of(one_trade, bill)
    assert {(f.rule, f.mend) for f in made.findings if f.is_fatal} == {
        ("PEPPOL-EN16931-R010", Mend.PARTY_ENDPOINT)
    }
    with pytest.raises(NotValidError, match="PEPPOL-EN16931-R010"):
        one_trade.run(keep_einvoice, made=made)
    assert one_trade.ask(find_einvoice, invoice_id=bill.invoice_id, form=Format.PEPPOL) is None
    german = einvoice_of(one_trade, bill, Format.XRECHNUNG_UBL)
    assert ("BR-DE-1", Mend.IBAN) in {(f.rule, f.mend) for f in german.findings}


def test_an_exemption_without_its_law_does_not_pass(one_trade: Wholesale):
    with one_trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(tax.delete())
    made = einvoice_of(one_trade, billed(one_trade, ("COFFEE", 2)))
    assert ("BR-E-10", Mend.EXEMPTION) in {(f.rule, f.mend) for f in made.findings if f.is_fatal}
    with pytest.raises(ExemptionError):
        one_trade.run(save_tax_meanings, meanings=[TaxMeaning("", Category.EXEMPT)])


def test_drafts_and_pro_formas_have_no_e_invoice(one_trade: Wholesale):
    order = one_trade.order(("COFFEE", 2))
    line = one_trade.lines_of(order.order_id)["COFFEE"]
    draft = one_trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id, quantities={line.id: 1000}
    )
    pro_forma = one_trade.run(draft_pro_forma, uuid=str(uuid4()), order_id=order.order_id)
    posted = one_trade.run(post_invoice, invoice_id=pro_forma.invoice_id)
    for each in (draft, posted):
        with pytest.raises(NoEInvoiceOfThisError):
            einvoice_of(one_trade, each)


def test_a_line_with_two_taxes_is_refused_in_words(one_trade: Wholesale):
    with one_trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        row = uow.connection.execute(select(tax).where(tax.c.code == "A")).mappings().one()
        uow.connection.execute(
            tax.insert(), {**row, "id": next_id(), "code": "ECO", "rate": 1000, "position": 9}
        )
    bill = billed(one_trade, ("COFFEE", 2))
    with pytest.raises(SeveralTaxesError, match="more than one tax"):
        einvoice_of(one_trade, bill)


def test_a_company_without_a_vat_number_names_its_tax_number(one_trade: Wholesale):
    company = one_trade.ask(get_company)
    one_trade.run(save_company, details=replace(company, tax_number="12/345/67890"))
    said = read_einvoice(einvoice_of(one_trade, billed(one_trade, ("COFFEE", 1))).xml, name="it").invoice
    assert (said.seller.vat_id, said.seller.tax_registration_id) == ("", "12/345/67890")
