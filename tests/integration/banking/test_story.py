"""A line of the bank belongs to the story of the order it pays, and leads back to it."""

from __future__ import annotations

from uuid import uuid4

from app.banking.operations.imports import import_statements
from app.banking.operations.others import match_recorded
from app.banking.operations.undo import undo_match
from app.invoicing.operations.settle import record_payment
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.story.queries import whole_story
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import Mt940


def _kinds(trade: Wholesale, document_type: str, document_id: int) -> set[tuple[str, int]]:
    story = trade.ask(whole_story, document_type=document_type, document_id=document_id)
    return {(d.document_type, d.document_id) for d in story.documents}


def test_a_bank_line_stands_in_the_story_until_its_match_is_undone(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    order = trade.order(("WINE", 1))
    bill = trade.bill(trade.ship_all(order.order_id))
    draft = PaymentDraft(trade.shop.parties["Unlimited Ltd"], bill.payable_minor, PaymentMethod.BANK)
    paid = trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    made = trade.run(import_statements, content=mt940((bill.payable_minor, "Payment")), name="a")
    line_id = made.line_ids[0]
    assert ("bank_line", line_id) not in _kinds(trade, "order", order.order_id)
    trade.run(match_recorded, uuid=str(uuid4()), line_id=line_id, payment_ids=[paid.payment_id])
    told = _kinds(trade, "order", order.order_id)
    assert ("bank_line", line_id) in told
    assert _kinds(trade, "bank_line", line_id) == told
    trade.run(undo_match, line_id=line_id, reason="another payment")
    assert ("bank_line", line_id) not in _kinds(trade, "order", order.order_id)
    del account_id
