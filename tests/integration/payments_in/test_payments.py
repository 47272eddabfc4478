"""Money from customers: received once, applied, undone, taken back, refunded."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.settle import (
    apply_to_items,
    record_payment,
    take_back_payment,
    undo_payment_application,
)
from app.invoicing.store import SavedInvoice
from app.kernel.permission import PermissionNeededError
from app.ledger.periods import PeriodClosedError, close_period
from app.ledger.queries import list_balances
from app.payments.customers import (
    NoSuchPaymentError,
    PaymentDraft,
    PaymentFutureError,
    PaymentReasonError,
    PaymentReversedError,
    RefundTooMuchError,
    SavedPayment,
)
from app.payments.queries import list_payments
from app.payments.refunds import refund_credit
from app.payments.states import PaymentMethod
from app.receivables.items import (
    AlreadyPaidError,
    AmountNotPositiveError,
    CreditTooSmallError,
    NoSuchItemError,
    NotAppliedError,
    OtherCurrencyError,
    TooMuchAppliedError,
)
from app.receivables.queries import items_of, list_allocations, list_open_items, list_unapplied, owed_minor
from app.receivables.rules import Part
from app.reporting.verify import verify_database
from app.terms.operations import save_rate
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


@pytest.fixture
def party(trade: Wholesale) -> int:
    return trade.shop.parties["Unlimited Ltd"]


def _bills(trade: Wholesale, count: int) -> list[SavedInvoice]:
    return [trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id)) for _ in range(count)]


def _pay(
    trade: Wholesale, party: int, amount: int, parts: list[Part] | None = None, **more: object
) -> SavedPayment:
    draft = PaymentDraft(party, amount, PaymentMethod.BANK, **more)  # type: ignore[arg-type]
    saved: SavedPayment = trade.run(record_payment, uuid=str(uuid4()), draft=draft, parts=parts)
    return saved


def _item(trade: Wholesale, bill: SavedInvoice) -> int:
    return trade.ask(items_of, document_type="invoice", document_id=bill.invoice_id)[0].id


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_the_oldest_are_paid_first_and_a_re_sent_payment_is_booked_once(
    trade: Wholesale, party: int, clock: SteadyClock
):
    first = _bills(trade, 1)[0]
    clock.advance(days=1)
    second = _bills(trade, 1)[0]
    wish = {"uuid": str(uuid4()), "draft": PaymentDraft(party, 1000, PaymentMethod.BANK)}
    one, two = (trade.run(record_payment, **wish) for _ in range(2))
    assert (one.payment_id, two.was_there) == (two.payment_id, True)
    assert [x.open_minor for x in trade.ask(list_open_items, party_id=party)] == [833 + 833 - 1000]
    assert trade.ask(items_of, document_type="invoice", document_id=first.invoice_id)[0].open_minor == 0
    assert second.gross_minor == 833
    _books_agree(trade)


def test_what_is_paid_is_not_paid_again_and_nothing_half_is_done(trade: Wholesale, party: int):
    bill = _bills(trade, 1)[0]
    item = _item(trade, bill)
    _pay(trade, party, 833)
    before = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    for amount, parts, refusal in (
        (100, [Part(item, 100)], AlreadyPaidError),
        (0, None, AmountNotPositiveError),
        (-5, None, AmountNotPositiveError),
        (100, [Part(5, 100)], NoSuchItemError),
    ):
        with pytest.raises(refusal):
            _pay(trade, party, amount, parts)
    assert {b.code: b.balance_minor for b in trade.ask(list_balances)} == before
    assert len(trade.ask(list_payments, party_id=party)) == 1


def test_no_more_is_applied_than_is_open_or_than_was_paid(trade: Wholesale, party: int):
    item = _item(trade, _bills(trade, 1)[0])
    other = trade.shop.parties["Limited Ltd"]
    trade.run(save_rate, currency="USD", on=TODAY, rate_micro=900_000)
    for who, amount, part, more, refusal in (
        (party, 2000, 834, {}, TooMuchAppliedError),
        (party, 100, 200, {}, CreditTooSmallError),
        (party, 100, 0, {}, AmountNotPositiveError),
        (other, 833, 833, {}, NoSuchItemError),
        (party, 833, 833, {"currency": "USD"}, OtherCurrencyError),
        (party, 833, 833, {"on": TODAY + timedelta(days=1)}, PaymentFutureError),
    ):
        with pytest.raises(refusal):
            _pay(trade, who, amount, [Part(item, part)], **more)
    trade.run(close_period, until=TODAY)
    with pytest.raises(PeriodClosedError):
        _pay(trade, party, 833)


def test_an_over_payment_is_the_customers_credit_until_it_is_applied(trade: Wholesale, party: int):
    bill = _bills(trade, 1)[0]
    paid = _pay(trade, party, 1000)
    assert paid.unapplied_minor == 167
    assert trade.ask(owed_minor, party_id=party) == -167
    (credit,) = trade.ask(list_unapplied)
    later = _bills(trade, 1)[0]
    trade.run(apply_to_items, credit_item_id=credit.id)
    assert trade.ask(owed_minor, party_id=party) == 833 - 167
    assert trade.ask(list_unapplied, party_id=party) == []
    assert bill.payable_minor == later.payable_minor
    _books_agree(trade)


def test_an_application_is_undone_with_history_and_the_order_opens_again(trade: Wholesale, party: int):
    order = trade.order(("WINE", 1))
    bill = trade.bill(trade.ship_all(order.order_id))
    paid = _pay(trade, party, 833)
    assert trade.head_of(order.order_id).status == "closed"
    (applied,) = trade.ask(list_allocations, document_ids=[bill.invoice_id])
    with pytest.raises(PaymentReasonError):
        trade.run(undo_payment_application, allocation_ids=[applied.id], reason=" ")
    trade.run(undo_payment_application, allocation_ids=[applied.id], reason="for another invoice")
    assert trade.head_of(order.order_id).status == "confirmed"
    assert trade.head_of(order.order_id).to_collect
    with pytest.raises(NotAppliedError):
        trade.run(undo_payment_application, allocation_ids=[applied.id], reason="again")
    (history,) = trade.ask(list_allocations, document_ids=[paid.payment_id])
    assert (history.undone_reason, history.amount_minor) == ("for another invoice", 833)
    _books_agree(trade)


def test_a_bounced_payment_is_taken_back_as_a_whole(trade: Wholesale, party: int):
    order = trade.order(("WINE", 1))
    trade.bill(trade.ship_all(order.order_id))
    paid = _pay(trade, party, 900)
    trade.run(take_back_payment, payment_id=paid.payment_id, reason="bounced")
    assert trade.ask(owed_minor, party_id=party) == 833
    assert trade.head_of(order.order_id).to_collect
    assert trade.ask(list_unapplied) == []
    with pytest.raises(PaymentReversedError):
        trade.run(take_back_payment, payment_id=paid.payment_id, reason="again")
    with pytest.raises(NoSuchPaymentError):
        trade.run(take_back_payment, payment_id=5, reason="what")
    _books_agree(trade)


def test_a_credit_is_paid_back_and_not_more_than_it(trade: Wholesale, party: int):
    bill = _bills(trade, 1)[0]
    _pay(trade, party, 833)
    trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=bill.invoice_id, reason="broken")
    (credit,) = trade.ask(list_unapplied, party_id=party)
    wish = {"credit_item_id": credit.id, "method": PaymentMethod.BANK}
    for amount, refusal in ((834, RefundTooMuchError), (0, AmountNotPositiveError)):
        with pytest.raises(refusal):
            trade.run(refund_credit, uuid=str(uuid4()), amount_minor=amount, **wish)
    with pytest.raises(PermissionNeededError):
        trade.run(refund_credit, by="office", uuid=str(uuid4()), **wish)
    uuid = str(uuid4())
    one, two = (trade.run(refund_credit, by="manager", uuid=uuid, **wish) for _ in range(2))
    assert (one.number, two.was_there) == ("RF-2026-000001", True)
    assert trade.ask(owed_minor, party_id=party) == 0
    balances = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    assert (balances["1200"], balances["1300"]) == (0, 0)
    _books_agree(trade)
