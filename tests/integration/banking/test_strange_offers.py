"""A payment in the books that fits a line by its amount alone, and what speaks for it."""

from __future__ import annotations

from uuid import uuid4

from app.banking.matching.model import Share
from app.banking.offers import Offer, list_offers
from app.banking.operations.booking import Booking, book_payment_line
from app.banking.operations.imports import import_statements
from app.banking.operations.undo import undo_match
from app.banking.queries import LineRow, list_lines
from app.invoicing.operations.settle import record_payment
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.queries import items_of
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import Mt940


def _best(trade: Wholesale, line: LineRow) -> Offer:
    offer: Offer = trade.ask(list_offers, line=line)[0]
    return offer


def test_a_recorded_payment_is_strange_until_number_reference_or_what_was_learnt_speaks_for_it(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    order = trade.order(("WINE", 1), customer="Unlimited Ltd")
    bill = trade.bill(trade.ship_all(order.order_id))
    item: int = trade.ask(items_of, document_type="invoice", document_id=bill.invoice_id)[0].id
    party = trade.shop.parties["Unlimited Ltd"]
    paid = trade.run(
        record_payment,
        uuid=str(uuid4()),
        draft=PaymentDraft(party, 500, PaymentMethod.BANK, reference="KL 17"),
    )
    by_anna = "?31DE21500500009876543210?32ANNA PRIVAT"
    content = mt940(
        (500, "166?20thanks?32ANNA PRIVAT"), (500, f"166?20for {paid.number}?32ANNA PRIVAT"),
        (500, "166?20kl 17?32ANNA PRIVAT"), (333, f"166?20thanks{by_anna}"),
    )  # fmt: skip
    made = trade.run(import_statements, content=content, name="a")
    by_id = {x.id: x for x in trade.ask(list_lines)}
    bare, numbered, told, known = (by_id[i] for i in made.line_ids)
    assert [_best(trade, x).strange for x in (bare, numbered, told)] == [True, False, False]
    booking = Booking(party, (Share(item, 333),))
    trade.run(book_payment_line, uuid=str(uuid4()), line_id=known.id, booking=booking)
    assert not _best(trade, bare).strange
    trade.run(undo_match, line_id=known.id, reason="somebody else")
    assert _best(trade, bare).strange
