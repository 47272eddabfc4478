"""The whole story on paper, the same from any of its documents."""

from __future__ import annotations

from uuid import uuid4

import pypdfium2

from app.flows.story_paper import build_story
from app.flows.story_texts import story_word
from app.invoicing.operations.settle import record_payment, undo_payment_application
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.story.queries import Story, whole_story
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _transaction(trade: Wholesale) -> Story:
    """An order, shipped, billed, paid, and its payment taken apart again."""
    order = trade.order(("WINE", 2))
    bill = trade.bill(trade.ship_all(order.order_id))
    draft = PaymentDraft(trade.shop.parties["Unlimited Ltd"], bill.payable_minor, PaymentMethod.BANK)
    paid = trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    story: Story = trade.ask(whole_story, document_type="order", document_id=order.order_id)
    trade.run(
        undo_payment_application, allocation_ids=[story.allocations[0].id], reason="of another customer"
    )
    del paid
    return story


def test_the_story_is_the_same_from_each_of_its_documents(trade: Wholesale):
    story = _transaction(trade)
    assert {d.document_type for d in story.documents} == {
        "order", "pick_list", "shipment", "invoice", "customer_payment",
    }  # fmt: skip
    bodies = []
    for d in story.documents:
        told = _text(
            trade.ask(
                build_story, document_type=d.document_type, document_id=d.document_id, on=TODAY, language="en"
            )
        )
        assert f"The story of {story_word('doc', d.document_type, 'en')} {d.number}" in told
        body = told[told.index("Documents") :].splitlines()
        bodies.append("\n".join(x for x in body if "The story of" not in x))
    assert len(set(bodies)) == 1
    told = bodies[0]
    for wanted in (
        "Order O-2026-000001", "Shipment D-2026-000001", "Invoice INV-2026-000001",
        "Confirmed: Order O-2026-000001", "What paid what", "of another customer", "undone",
    ):  # fmt: skip
        assert wanted in told


def test_the_story_speaks_german(trade: Wholesale):
    story = _transaction(trade)
    order = story.documents[0]
    told = _text(
        trade.ask(build_story, document_type="order", document_id=order.document_id, on=TODAY, language="de")
    )
    assert "Verlauf von Auftrag O-2026-000001" in told
    assert "Bestätigt: Auftrag O-2026-000001" in told
    assert "€" in told
