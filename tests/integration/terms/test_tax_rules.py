"""Who pays other taxes pays them on quote, order, invoice and credit note alike, for as long as it holds."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlalchemy import update

from app.documents.invoice_papers import build_any_invoice
from app.documents.order_papers import build_order_confirmation
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.queries import InvoiceDetail, get_invoice
from app.kernel.permission import PermissionNeededError
from app.parties.tables import party
from app.reporting.verify import verify_database
from app.terms.operations import TermsDraft, save_terms
from app.terms.states import TaxTreatment
from app.terms.tax_rules import (
    CertificateMissingError,
    ExportCountryError,
    RuleDatesError,
    TaxRule,
    VatNumberNeededError,
    find_tax_rule,
    save_tax_rule,
)
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale

CUSTOMER = "Unlimited Ltd"
AUSTRIAN = {"tax_number": "ATU13585627", "country": "AT"}


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


def be(trade: Wholesale, rule: TaxRule, **columns: str) -> None:
    """The customer is this and pays that."""
    party_id = trade.shop.parties[CUSTOMER]
    with trade.shop.runtime.factory.begin(actor=trade.shop.actor("manager")) as uow:
        if columns:
            uow.connection.execute(update(party).where(party.c.id == party_id).values(**columns))
    trade.run(save_tax_rule, party_id=party_id, rule=rule)


def billed(trade: Wholesale) -> InvoiceDetail:
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 2), ("MILK", 1)).order_id))
    return trade.ask(get_invoice, invoice_id=saved.invoice_id)


def words_of(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).replace("\n", " ")


@pytest.mark.parametrize(
    ("rule", "columns", "code", "told"),
    [
        (TaxRule(TaxTreatment.INTRA_EU), AUSTRIAN, "K", "Exempt intra-Community supply (Article 138"),
        (TaxRule(TaxTreatment.EXEMPT, "NATO 77/2026"), {}, "E", "Certificate NATO 77/2026"),
    ],
)
def test_who_pays_no_tax_is_billed_net_and_the_invoice_says_why(
    trade: Wholesale, rule: TaxRule, columns: dict[str, str], code: str, told: str
) -> None:
    be(trade, rule, **columns)
    detail = billed(trade)
    assert (detail.net_minor, detail.tax_minor, detail.row.gross_minor) == (2100, 0, 2100)
    assert [(t.code, t.rate, t.base_minor, t.tax_minor) for t in detail.taxes] == [(code, 0, 2100, 0)]
    assert told in words_of(trade.ask(build_any_invoice, invoice_id=detail.row.id))
    order_id = detail.lines[0].order_id
    assert "19 %" not in words_of(trade.ask(build_order_confirmation, order_id=order_id))
    # a credit note follows its invoice, whatever the rule says now
    trade.run(save_tax_rule, party_id=trade.shop.parties[CUSTOMER], rule=TaxRule())
    done = trade.run(
        credit_invoice, uuid=str(uuid4()), invoice_id=detail.row.id, reason="broken", wishes=None
    )
    credit = trade.ask(get_invoice, invoice_id=done.invoice_id)
    assert [(t.code, t.tax_minor) for t in credit.taxes] == [(code, 0)]
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_prices_with_tax_are_charged_without_it_and_a_rule_that_has_ended_counts_no_more(
    trade: Wholesale,
) -> None:
    party_id = trade.shop.parties[CUSTOMER]
    trade.run(save_terms, party_id=party_id, terms=TermsDraft(price_list_id=trade.shop.price_list_id))
    be(trade, TaxRule(TaxTreatment.REVERSE_CHARGE, valid_until=date(2026, 3, 2)), **AUSTRIAN)
    assert trade.draft(("COFFEE", 1), ("STAMP", 1)).gross_minor == 1084 + 95  # 12.90 / 1.19; stamps bear none
    be(trade, TaxRule(TaxTreatment.REVERSE_CHARGE, valid_until=date(2026, 3, 1)))
    assert trade.draft(("COFFEE", 1)).gross_minor == 1290
    be(trade, TaxRule(TaxTreatment.REVERSE_CHARGE, valid_from=date(2026, 3, 3)))
    assert trade.draft(("COFFEE", 1)).gross_minor == 1290


def test_a_rule_without_its_proof_is_refused(trade: Wholesale) -> None:
    party_id = trade.shop.parties[CUSTOMER]
    for rule, refusal in (
        (TaxRule(TaxTreatment.EXEMPT), CertificateMissingError),
        (TaxRule(TaxTreatment.INTRA_EU), VatNumberNeededError),
        (TaxRule(TaxTreatment.EXPORT), ExportCountryError),
        (TaxRule(TaxTreatment.EXEMPT, "1", date(2026, 2, 1), date(2026, 1, 1)), RuleDatesError),
    ):
        with pytest.raises(refusal):
            trade.run(save_tax_rule, party_id=party_id, rule=rule)
    with pytest.raises(VatNumberNeededError):  # of our own country
        be(trade, TaxRule(TaxTreatment.REVERSE_CHARGE), tax_number="DE136695976", country="DE")
    with pytest.raises(PermissionNeededError):
        trade.run(save_tax_rule, by="cashier", party_id=party_id, rule=TaxRule(TaxTreatment.EXEMPT, "1"))
    assert trade.ask(find_tax_rule, party_id=party_id) == TaxRule()
    be(trade, TaxRule(TaxTreatment.EXPORT), tax_number="", country="CH")
    assert trade.draft(("COFFEE", 1)).gross_minor == 1000
