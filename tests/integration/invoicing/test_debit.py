"""A debit note bills afterwards what was billed too low, and names its invoice."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader

from app.documents.operations import print_invoice
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.debit import debit_invoice
from app.invoicing.queries import get_invoice
from app.invoicing.refusals import DebitAmountError, DebitReasonError, NotDebitableError
from app.invoicing.store import SavedInvoice
from app.ledger.queries import list_balances
from app.reporting.verify import verify_database
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


@pytest.fixture
def bill(trade: Wholesale) -> SavedInvoice:
    """An invoice of ten COFFEE (19 %) and ten MILK (7 %)."""
    return trade.bill(trade.ship_all(trade.order(("COFFEE", 10), ("MILK", 10)).order_id))


def _line(trade: Wholesale, invoice_id: int, sku: str) -> int:
    detail = trade.ask(get_invoice, invoice_id=invoice_id)
    return int(next(x.id for x in detail.lines if x.sku == sku))


def _debit(trade: Wholesale, bill: SavedInvoice, **more: Any) -> SavedInvoice:
    wanted = {
        "uuid": str(uuid4()), "invoice_id": bill.invoice_id, "amount_minor": 1000, "reason": "wrong price",
        "invoice_line_id": _line(trade, bill.invoice_id, "MILK"), **more,
    }  # fmt: skip
    made: SavedInvoice = trade.run(debit_invoice, **wanted)
    return made


def _balances(trade: Wholesale) -> dict[str, int]:
    return {b.code: b.balance_minor for b in trade.ask(list_balances)}


def test_more_is_owed_taxed_as_the_line_and_booked(trade: Wholesale, bill: SavedInvoice) -> None:
    before = _balances(trade)
    made = _debit(trade, bill)
    after = _balances(trade)
    moved = {c: after.get(c, 0) - before.get(c, 0) for c in after if after.get(c, 0) != before.get(c, 0)}
    assert moved == {"1300": 1070, "4000": -1000, "2100": -70}
    detail = trade.ask(get_invoice, invoice_id=made.invoice_id)
    assert detail.row.corrects_id == bill.invoice_id
    assert [(i.amount_minor, i.open_minor) for i in detail.items] == [(1070, 1070)]
    assert [r.name for r in trade.ask(verify_database) if not r.holds] == []


def test_its_paper_is_a_debit_note_and_names_the_invoice(trade: Wholesale, bill: SavedInvoice) -> None:
    made = _debit(trade, bill)
    content = trade.run(print_invoice, invoice_id=made.invoice_id)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert f"Debit note {made.number}" in text
    assert str(bill.number) in text


def test_sent_twice_it_is_one_and_the_invoice_can_still_be_credited_as_a_whole(
    trade: Wholesale, bill: SavedInvoice
) -> None:
    uuid = str(uuid4())
    assert _debit(trade, bill, uuid=uuid).invoice_id == _debit(trade, bill, uuid=uuid).invoice_id
    credited = trade.run(
        credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="all back", wishes=None
    )
    assert credited.gross_minor == bill.gross_minor


def test_what_cannot_be_debited(trade: Wholesale, bill: SavedInvoice) -> None:
    with pytest.raises(DebitReasonError):
        _debit(trade, bill, reason=" ")
    with pytest.raises(DebitAmountError):
        _debit(trade, bill, amount_minor=0)
    with pytest.raises(NotDebitableError):
        _debit(trade, bill, invoice_line_id=1)
