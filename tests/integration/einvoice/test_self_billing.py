"""Invoices that the customer writes in our name: agreed, laid beside what left, booked at his figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlalchemy import update

from app.documents.invoice_papers import build_any_invoice
from app.einvoice.formats import Format
from app.einvoice.model import Cents, EInvoice, Preceding
from app.einvoice.reader import read_einvoice
from app.einvoice.self_billing import (
    CreditDiffersError,
    NoCorrectedError,
    NotOurSaleError,
    NotPlainError,
    NotSelfBilledError,
    propose,
    take_self_billed,
)
from app.invoicing.bill_queries import list_billable
from app.invoicing.operations.post import release_invoice
from app.invoicing.operations.self_billed import (
    NothingLeftError,
    TheirFiguresError,
    TheirNumberError,
    TheirSeriesError,
)
from app.invoicing.queries import get_invoice
from app.invoicing.self_billing import (
    AgreementDaysError,
    AgreementReferenceError,
    NotAgreedError,
    find_agreement,
    save_agreement,
)
from app.invoicing.states import InvoiceStatus, MatchReason
from app.invoicing.tables import self_billed
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.receivables.queries import list_open_items
from app.reporting.verify import verify_database
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import billed, einvoice_of
from tests.integration.einvoice.self_billed import agree, receive, ship, take, written

Passes = Callable[[bytes], None]


def test_what_the_customer_wrote_becomes_our_sale_at_his_figures(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    ship(trade)
    received_id = receive(trade, said)
    told = trade.ask(propose, received_id=received_id)
    assert told.customer is not None
    assert (told.customer.party_id, told.laid.differences, told.laid.not_on_it) == (party_id, (), ())
    request = str(uuid4())
    done, again = (
        trade.run(take_self_billed, uuid=request, received_id=received_id, party_id=party_id)
        for _ in range(2)
    )
    assert (done.status, done.number, again.was_there) == (InvoiceStatus.POSTED, "SB-2026-000001", True)
    detail = trade.ask(get_invoice, invoice_id=done.invoice_id)
    assert detail.self_billed is not None
    assert (detail.paper_number, detail.self_billed.received_id) == ("GS-4711", received_id)
    assert Cents(detail.row.gross_minor) == said.totals.tax_inclusive
    assert [(x.sku, x.net_minor) for x in detail.lines] == [
        (x.seller_item_id, x.net_amount) for x in said.lines
    ]
    items = [i for i in trade.ask(list_open_items, party_id=party_id) if i.document_id == done.invoice_id]
    assert sum(i.open_minor for i in items) == done.gross_minor
    assert trade.ask(list_billable) == []
    assert trade.ask(propose, received_id=received_id).booked == "SB-2026-000001"
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_our_own_series_goes_on_without_a_gap_beside_that_of_the_customers(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)  # INV-2026-000001
    ship(trade)
    take(trade, said, party_id)
    own = billed(trade, ("MILK", 1))
    ship(trade)
    second = take(trade, replace(said, number="GS-4712"), party_id)
    assert (own.number, second.number) == ("INV-2026-000002", "SB-2026-000002")
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_differences_hold_it_and_a_reason_of_who_may_accepts_them(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    order_id = ship(trade, ("COFFEE", 2), ("MILK", 4))  # he writes three
    (dear, milk) = said.lines
    off = Cents(milk.net_amount - 40)
    cheaper = replace(milk, net_amount=off, price=Decimal(off) / 100 / milk.quantity)
    said = _refigured(replace(said, lines=(dear, cheaper)))
    told = trade.ask(propose, received_id=receive(trade, said))
    assert [d.reason for d in told.laid.differences] == [MatchReason.QTY_OVER, MatchReason.PRICE]
    held = take(trade, said, party_id)
    assert held.status is InvoiceStatus.HELD
    assert set(held.holds) == {"qty_over", "price"}
    with pytest.raises(TheirNumberError):
        take(trade, said, party_id)
    with pytest.raises(PermissionNeededError):
        trade.run(release_invoice, by="cashier", invoice_id=held.invoice_id, reason="so agreed")
    done = trade.run(release_invoice, invoice_id=held.invoice_id, reason="so agreed by telephone")
    assert Cents(done.gross_minor) == said.totals.tax_inclusive
    row = trade.ask(get_invoice, invoice_id=done.invoice_id).row
    assert row.on == said.issue_date
    assert trade.lines_of(order_id)["COFFEE"].invoiced_milli == 2000
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_what_left_and_is_not_on_it_is_shown_and_stays_to_be_billed(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    ship(trade, ("COFFEE", 5), ("MILK", 4), ("WINE", 1))
    told = trade.ask(propose, received_id=receive(trade, said))
    assert [(x.name, q) for x, q in told.laid.not_on_it] == [
        ("Coffee beans 1 kg", 2000), ("Red wine", 1000),
    ]  # fmt: skip
    done = take(trade, said, party_id)
    assert done.status is InvoiceStatus.POSTED
    assert len(trade.ask(list_billable)) == 1


def test_a_line_that_nothing_answers_is_held_and_a_wrong_customer_refused(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    with pytest.raises(NothingLeftError):
        take(trade, said, party_id)
    ship(trade, ("COFFEE", 3))
    held = take(trade, said, party_id)
    assert held.holds == ("unknown",)


def test_a_cent_of_tax_is_booked_as_he_wrote_it_and_more_is_refused(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    ship(trade)
    first, *rest = said.vat_breakdown

    def off(cents: int) -> EInvoice:
        totals = said.totals
        changed = replace(
            totals, tax_total=Cents(totals.tax_total + cents), payable=Cents(totals.payable + cents),
            tax_inclusive=Cents(totals.tax_inclusive + cents),
        )  # fmt: skip
        part = replace(first, tax=Cents(first.tax + cents))
        return replace(said, vat_breakdown=(part, *rest), totals=changed)

    with pytest.raises(TheirFiguresError):
        take(trade, off(50), party_id)
    done = take(trade, off(1), party_id)
    assert Cents(done.gross_minor) == Cents(said.totals.tax_inclusive + 1)
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_it_is_agreed_beforehand_in_a_series_and_each_number_counts_once(trade: Wholesale):
    party_id = trade.shop.parties["Unlimited Ltd"]
    said = written(trade)
    ship(trade)
    with pytest.raises(NotAgreedError):
        take(trade, said, party_id)
    with pytest.raises(AgreementReferenceError):
        agree(trade, reference=" ")
    with pytest.raises(AgreementDaysError):
        agree(trade, ends_on=TODAY - timedelta(days=1))
    agree(trade, prefix="UL-")
    with pytest.raises(TheirSeriesError):
        take(trade, said, party_id)
    assert take(trade, replace(said, number="UL-1"), party_id).number == "SB-2026-000001"
    ship(trade)
    with pytest.raises(TheirNumberError):
        take(trade, replace(said, number="UL-1", buyer_reference="again"), party_id)
    kept = trade.ask(find_agreement, party_id=party_id)
    trade.run(save_agreement, party_id=party_id, agreement=replace(kept, active=False))
    with pytest.raises(NotAgreedError):
        take(trade, replace(said, number="UL-2"), party_id)


def test_an_invoice_of_a_supplier_or_of_another_seller_is_not_our_sale(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    ship(trade)
    with pytest.raises(NotPlainError):
        take(trade, _refigured(said, prepaid=100), party_id)
    with pytest.raises(NotSelfBilledError):
        take(trade, replace(said, type="380"), party_id)
    other = replace(said, seller=replace(said.seller, vat_id="FR23334175221", tax_registration_id=""))
    with pytest.raises(NotOurSaleError):
        take(trade, other, party_id)


def test_his_credit_note_takes_back_its_part_of_the_invoice(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    ship(trade)
    line = replace(said.lines[0], quantity=Decimal(1), net_amount=Cents(said.lines[0].net_amount // 3))
    credit = _refigured(
        replace(
            said, type="261", number="GK-1", lines=(line,), due_date=None,
            preceding_invoices=(Preceding("GS-4711", said.issue_date),),
        )
    )  # fmt: skip
    with pytest.raises(NoCorrectedError):
        take(trade, credit, party_id)
    bill = take(trade, said, party_id)
    dearer = replace(line, net_amount=Cents(line.net_amount + 100), price=line.price + 1)
    with pytest.raises(CreditDiffersError):
        take(trade, _refigured(replace(credit, lines=(dearer,))), party_id)
    done = take(trade, replace(credit, buyer_reference="once more"), party_id)
    assert done.number == "SB-2026-000002"
    detail = trade.ask(get_invoice, invoice_id=done.invoice_id)
    assert (detail.paper_number, Cents(detail.row.gross_minor)) == ("GK-1", credit.totals.tax_inclusive)
    open_ = [i for i in trade.ask(list_open_items, party_id=party_id) if i.document_id == bill.invoice_id]
    assert sum(i.open_minor for i in open_) == bill.gross_minor - done.gross_minor
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_a_place_in_the_series_that_is_changed_is_found(trade: Wholesale):
    party_id = agree(trade)
    said = written(trade)
    ship(trade)
    take(trade, said, party_id)
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(self_billed).values(sequence=2, number="GS-9"))
    broken = {r.name for r in trade.ask(verify_database) if not r.holds}
    assert "invoices_without_gaps" in broken
    assert len(broken) > 1  # the seal of the posted invoice is broken, too


def test_what_is_exported_has_its_type_passes_and_says_so_on_paper(one_trade: Wholesale, passes: Passes):
    party_id = agree(one_trade)
    said = written(one_trade)
    ship(one_trade)
    bill = take(one_trade, said, party_id)
    line = replace(said.lines[0], quantity=Decimal(1), net_amount=Cents(said.lines[0].net_amount // 3))
    credit = take(
        one_trade,
        _refigured(
            replace(said, type="261", number="GK-1", lines=(line,), due_date=None,
                    preceding_invoices=(Preceding("GS-4711", said.issue_date),))
        ),
        party_id,
    )  # fmt: skip
    for document, kind, number, forms in (
        (bill, "389", "GS-4711", (Format.EN16931_UBL, Format.XRECHNUNG_CII)),
        (credit, "261", "GK-1", (Format.EN16931_UBL, Format.FACTURX)),
    ):  # fmt: skip
        for form in forms:
            made = einvoice_of(one_trade, document, form)
            assert made.is_valid, (form, made.findings)
            passes(made.content)
            read = read_einvoice(made.content, name="it").invoice
            assert (read.type, read.number) == (kind, number)
    assert not einvoice_of(one_trade, bill, Format.PEPPOL).is_valid  # Peppol has another process for it
    paper = pdf_text(one_trade.ask(build_any_invoice, invoice_id=bill.invoice_id, language="en"))
    assert "Self-billed invoice GS-4711" in paper
    assert "Self-billing: issued by the customer" in paper
    assert "SB-2026-000001" in paper
    german = pdf_text(one_trade.ask(build_any_invoice, invoice_id=bill.invoice_id, language="de"))
    assert "Gutschrift GS-4711" in german


def pdf_text(content: bytes) -> str:
    """All of its pages as one line."""
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def _refigured(said: EInvoice, *, prepaid: int = 0) -> EInvoice:
    """Totals and VAT that follow from the lines."""
    parts = []
    for part in said.vat_breakdown:
        base = sum(x.net_amount for x in said.lines if x.vat_rate == part.rate)
        if base:
            tax = round(Decimal(base) * (part.rate or 0) / 100)
            parts.append(replace(part, taxable=Cents(base), tax=Cents(tax)))
    net, tax = sum(p.taxable for p in parts), sum(p.tax for p in parts)
    totals = replace(
        said.totals, line_total=Cents(net), tax_exclusive=Cents(net), tax_total=Cents(tax),
        tax_inclusive=Cents(net + tax), payable=Cents(net + tax - prepaid), prepaid=Cents(prepaid),
    )  # fmt: skip
    return replace(said, vat_breakdown=tuple(parts), totals=totals)
