"""Orders on known days: the figures from order to cash are what one works out by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from app.fulfilment.queries import get_shipment
from app.invoicing.operations.claims import Claim, claim_delivery
from app.invoicing.operations.settle import record_payment, undo_payment_application
from app.invoicing.states import ClaimKind
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.reporting.order_to_cash.queries import list_order_times, receivables_between
from app.reporting.order_to_cash.rules import GroupBy, cash_figures, group_figures
from app.story.queries import whole_story
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import Wholesale, make_wholesale


def _pay(trade: Wholesale, amount: int) -> None:
    draft = PaymentDraft(trade.shop.parties["Unlimited Ltd"], amount, PaymentMethod.BANK)
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)


def _orders(trade: Wholesale, clock: SteadyClock) -> tuple[int, int, Any]:
    """One perfect order paid after ten days; one short and late, of which a piece was missing."""
    good = trade.order(("WINE", 4), requested_on=TODAY + timedelta(days=3)).order_id
    late = trade.order(("COFFEE", 150), ("MILK", 10), requested_on=TODAY + timedelta(days=2)).order_id
    clock.advance(days=2)
    sent = trade.ship_all(good)
    first = trade.ship_all(late)
    clock.advance(days=1)
    bill = trade.bill(sent)
    trade.bill(first)
    line = next(x for x in trade.ask(get_shipment, shipment_id=first.shipment_id).lines if x.sku == "MILK")
    trade.run(
        claim_delivery, uuid=str(uuid4()), shipment_id=first.shipment_id, remark="one short",
        claims=[Claim(line.id, ClaimKind.MISSING, 1000)],
    )  # fmt: skip
    clock.advance(days=10)
    return good, late, bill


def test_each_step_is_dated_and_the_figures_follow(shop: Shop, clock: SteadyClock):
    trade = make_wholesale(shop)
    good, late, bill = _orders(trade, clock)
    _pay(trade, bill.payable_minor)
    today = TODAY + timedelta(days=13)
    found = trade.ask(list_order_times, since=TODAY, until=TODAY)
    assert [o.order_id for o in found] == [good, late]
    one, two = found
    assert ((one.shipped_on, one.invoiced_on, one.paid_on)) == (
        TODAY + timedelta(days=2), TODAY + timedelta(days=3), TODAY + timedelta(days=13),
    )  # fmt: skip
    assert (one.perfect(today), one.flawed) == (True, False)
    assert (two.first_shipped_on, two.shipped_on, two.paid_on) == (TODAY + timedelta(days=2), None, None)
    assert [(x.wanted_milli, x.first_milli) for x in two.lines] == [(150_000, 100_000), (10_000, 10_000)]
    assert (two.on_time(today), two.in_full, two.flawed) == (False, False, True)
    (month,) = group_figures(found, by=GroupBy.MONTH, today=today)
    assert (month.ship_days, month.invoice_days, month.cash_days) == (20, 10, 100)
    assert (month.otif, month.perfect) == (5000, 5000)
    assert month.order_ids == (good, late)
    assert trade.ask(list_order_times, since=TODAY + timedelta(days=1), until=today) == []


def test_what_was_owed_on_a_day_does_not_change_afterwards(shop: Shop, clock: SteadyClock):
    trade = make_wholesale(shop)
    _good, _late, bill = _orders(trade, clock)
    before = TODAY + timedelta(days=12)
    first, owed, billed = trade.ask(receivables_between, since=TODAY, until=before)
    assert first == 0
    _pay(trade, bill.payable_minor)
    story = trade.ask(whole_story, document_type="invoice", document_id=bill.invoice_id)
    clock.advance(days=3)
    trade.run(undo_payment_application, allocation_ids=[story.allocations[0].id], reason="wrong customer")
    assert trade.ask(receivables_between, since=TODAY, until=before) == (first, owed, billed)
    paid_day = TODAY + timedelta(days=14)
    begin, then, none = trade.ask(receivables_between, since=paid_day, until=paid_day)
    assert sum(x.open_minor for x in then) == sum(x.open_minor for x in owed) - bill.payable_minor
    assert (begin, none) == (sum(x.open_minor for x in then), 0)
    now = TODAY + timedelta(days=16)
    _begin, later, _none = trade.ask(receivables_between, since=now, until=now)
    assert sum(x.open_minor for x in later) == sum(x.open_minor for x in owed) - bill.payable_minor
    figures = cash_figures(first_minor=first, last=owed, sales_minor=billed, since=TODAY, until=before)
    assert figures.dso == round(sum(x.open_minor for x in owed) * 13 * 10 / billed)
