"""The statement of an account: opening, every document, closing; equal to what was open on that day."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from app.documents.statement_papers import build_statement
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.settle import record_payment, take_back_payment
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.ageing import list_aged_items
from app.receivables.open_statement import read_open_items
from app.receivables.statement import Statement, StatementPeriodError, read_statement
from app.terms.operations import TermsDraft, save_terms
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale

CUSTOMER = "Unlimited Ltd"


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


def statement(trade: Wholesale, since: date, until: date) -> Statement:
    party_id = trade.shop.parties[CUSTOMER]
    return trade.ask(read_statement, party_id=party_id, since=since, until=until, home="EUR")


def test_every_day_closes_with_what_was_open_then(trade: Wholesale, clock: SteadyClock) -> None:
    party_id = trade.shop.parties[CUSTOMER]
    first = trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    clock.advance(days=1)
    payment = trade.run(
        record_payment, uuid=str(uuid4()),
        draft=PaymentDraft(party_id=party_id, method=PaymentMethod.BANK, amount_minor=1000, currency="EUR"),
    )  # fmt: skip
    clock.advance(days=1)
    trade.bill(trade.ship_all(trade.order(("WINE", 2)).order_id))
    clock.advance(days=1)
    trade.run(take_back_payment, payment_id=payment.payment_id, reason="bounced")
    clock.advance(days=1)
    trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=first.invoice_id, reason="broken", wishes=None)
    whole = statement(trade, date(2026, 3, 1), date(2026, 3, 31)).accounts[0]
    assert whole.opening_minor == 0
    assert [(x.on.day, x.amount_minor) for x in whole.lines][:3] == [(2, 1190), (3, -1000), (4, 1666)]
    for day in range(1, 9):
        on = date(2026, 3, day)
        open_then = sum(x.home_minor for x in trade.ask(list_aged_items, on=on, party_id=party_id))
        assert statement(trade, date(2026, 3, 1), on).accounts[0].closing_minor == open_then
        # what a period closes with, the next one opens with
        before = statement(trade, date(2026, 2, 1), on).accounts[0].closing_minor
        assert statement(trade, date(2026, 3, day + 1), date(2026, 3, 31)).accounts[0].opening_minor == before
    with pytest.raises(StatementPeriodError):
        statement(trade, date(2026, 3, 2), date(2026, 3, 1))


def test_the_letter_says_it_in_the_customers_language(trade: Wholesale, clock: SteadyClock) -> None:
    party_id = trade.shop.parties[CUSTOMER]
    trade.run(
        save_terms, party_id=party_id, terms=TermsDraft(price_list_id=trade.price_list_id, language="de")
    )
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    clock.advance(days=30)
    content = trade.ask(build_statement, party_id=party_id, since=date(2026, 3, 1), until=date(2026, 4, 1))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    for words in (
        "Kontoauszug", "01.03.2026 – 01.04.2026", f"Rechnung {saved.number}", "Anfangssaldo", "Endsaldo",
        "Davon sind 11,90 € überfällig.",
    ):  # fmt: skip
        assert words in text


def test_open_items_are_what_is_left_and_end_with_the_same_balance(
    trade: Wholesale, clock: SteadyClock
) -> None:
    party_id = trade.shop.parties[CUSTOMER]
    first = trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    second = trade.bill(trade.ship_all(trade.order(("WINE", 2)).order_id))
    clock.advance(days=1)
    draft = PaymentDraft(party_id=party_id, method=PaymentMethod.BANK, amount_minor=1190, currency="EUR")
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    on = date(2026, 3, 31)
    found = trade.ask(read_open_items, party_id=party_id, on=on, home="EUR").accounts[0]
    assert [x.document_number for x in found.lines] == [second.number]
    assert found.closing_minor == statement(trade, date(2026, 3, 1), on).accounts[0].closing_minor
    before = trade.ask(read_open_items, party_id=party_id, on=date(2026, 3, 2), home="EUR").accounts[0]
    assert [x.document_number for x in before.lines] == [first.number, second.number]
    content = trade.ask(build_statement, party_id=party_id, since=on, until=on, open_only=True)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert "Open items" in text
    assert str(second.number) in text
    assert str(first.number) not in text
    assert "Opening balance" not in text
