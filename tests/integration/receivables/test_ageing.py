"""What was open on any past day equals the receivable account of that day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.settle import record_payment, take_back_payment, undo_payment_application
from app.ledger.queries import accounts_of
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.ageing import Bucket, age_receivables, bucket_of, list_aged_items
from app.receivables.items import ItemDraft, open_items
from app.receivables.queries import list_allocations, overdue_minor
from app.terms.rules import Instalment
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


def test_buckets_are_by_due_date_and_the_due_day_itself_is_not_late() -> None:
    due = date(2026, 3, 31)
    days = {
        0: "current",
        1: "1_30",
        30: "1_30",
        31: "31_60",
        60: "31_60",
        61: "61_90",
        90: "61_90",
        91: "over_90",
    }
    for late, bucket in days.items():
        assert bucket_of(100, due, due + timedelta(days=late)) == Bucket(bucket)
    assert bucket_of(-100, due, due + timedelta(days=200)) is Bucket.CREDIT


def pay(trade: Wholesale, party: int, minor: int, on: date | None = None) -> int:
    draft = PaymentDraft(party, minor, PaymentMethod.BANK, on)
    return trade.run(record_payment, uuid=str(uuid4()), draft=draft).payment_id


def test_money_that_came_later_does_not_make_a_past_day_better(trade: Wholesale, clock: SteadyClock) -> None:
    party = trade.shop.parties["Unlimited Ltd"]
    trade.bill(trade.ship_all(trade.order(("COFFEE", 10)).order_id))  # 119.00, due at once after 14 days
    due = trade.ask(list_aged_items, on=TODAY)[0].item.due_date
    clock.advance(days=60)
    paid = pay(trade, party, 5000, TODAY + timedelta(days=40))
    for on, bucket, minor in (
        (TODAY, Bucket.CURRENT, 11_900), (due, Bucket.CURRENT, 11_900),
        (due + timedelta(days=1), Bucket.TO_30, 11_900), (TODAY + timedelta(days=39), Bucket.TO_30, 11_900),
        (TODAY + timedelta(days=40), Bucket.TO_30, 6900), (due + timedelta(days=31), Bucket.TO_60, 6900),
    ):  # fmt: skip
        found = trade.ask(age_receivables, on=on)
        assert (found.minor[bucket], found.total_minor, found.difference_minor) == (minor, minor, 0), on
    assert trade.ask(age_receivables, on=TODAY - timedelta(days=1)).parties == ()
    trade.run(take_back_payment, payment_id=paid, reason="bounced")
    assert trade.ask(age_receivables, on=TODAY + timedelta(days=59)).total_minor == 6900
    assert trade.ask(age_receivables, on=TODAY + timedelta(days=60)).total_minor == 11_900


def test_money_before_its_invoice_is_a_credit_of_those_days(trade: Wholesale, clock: SteadyClock) -> None:
    party = trade.shop.parties["Unlimited Ltd"]
    clock.advance(days=5)
    trade.bill(trade.ship_all(trade.order(("COFFEE", 10)).order_id))
    clock.advance(days=5)
    pay(trade, party, 11_900, TODAY)  # its value date lies before the invoice it pays
    early = trade.ask(age_receivables, on=TODAY + timedelta(days=2))
    assert (early.minor[Bucket.CREDIT], early.difference_minor) == (-11_900, 0)
    assert trade.ask(age_receivables, on=TODAY + timedelta(days=5)).total_minor == 0


class History:
    """Random steps of one customer."""

    def __init__(self, trade: Wholesale, clock: SteadyClock) -> None:
        self.trade, self.clock = trade, clock
        self.chance = random.Random(4)  # noqa: S311 - the same history each time
        self.bills: list[int] = []
        self.paid: list[int] = []

    def bill(self) -> None:
        order = self.trade.order(("COFFEE", self.chance.randint(1, 9)))
        self.bills.append(self.trade.bill(self.trade.ship_all(order.order_id)).invoice_id)

    def pay(self, days_ago: int = 0) -> None:
        party = self.trade.shop.parties["Unlimited Ltd"]
        on = self.clock().date() - timedelta(days=days_ago)
        self.paid.append(pay(self.trade, party, self.chance.randint(1, 9000), on))

    def early(self) -> None:
        self.pay(self.chance.randint(1, 6))

    def undo(self) -> None:
        found = self.trade.ask(list_allocations, document_ids=self.paid)
        used = [a.id for a in found if a.undone_at is None and a.item_type == "invoice"]
        if used:
            self.trade.run(undo_payment_application, allocation_ids=used[:1], reason="wrong")

    def back(self) -> None:
        if self.paid:
            self.trade.run(take_back_payment, payment_id=self.paid.pop(), reason="bounced")

    def credit(self) -> None:
        self.trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=self.bills.pop(), reason="back")


def test_any_history_adds_up_to_the_ledger_on_every_day(trade: Wholesale, clock: SteadyClock) -> None:
    history = History(trade, clock)
    for _day in range(14):
        step = history.chance.choice(["bill", "pay", "pay", "early", "undo", "back", "credit"])
        getattr(history, step if history.bills else "bill")()
        clock.advance(days=1)
    assert trade.ask(accounts_of, role="receivable") == ("1300",)
    for back in range(20):
        found = trade.ask(age_receivables, on=clock().date() - timedelta(days=back))
        assert found.difference_minor == 0
        assert all(p.total_minor == p.ledger_minor for p in found.parties)


def test_what_is_owed_in_another_currency_counts_in_the_companys(trade: Wholesale) -> None:
    party = trade.shop.parties["Unlimited Ltd"]
    draft = ItemDraft(party, "opening_item", 1, "US-1", TODAY, [Instalment(1, TODAY, 1190)], "USD", 900_000)
    trade.run(open_items, draft=draft)
    tomorrow = TODAY + timedelta(days=1)
    assert trade.ask(overdue_minor, party_id=party, on=tomorrow) == 1071
    (aged,) = trade.ask(list_aged_items, on=tomorrow, party_id=party, bucket=Bucket.TO_30)
    assert (aged.item.open_minor, aged.home_minor, aged.days_late) == (1190, 1071, 1)
