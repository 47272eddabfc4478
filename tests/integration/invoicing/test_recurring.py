"""What is billed again and again: each period once, in advance, at the price of its pattern."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import update

from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.drafts import draft_from_order
from app.invoicing.operations.post import post_invoice
from app.invoicing.operations.recurring import (
    GoodsRepeatedError,
    NoSuchRecurringError,
    NotRepeatableError,
    RepeatDaysError,
    bill_recurring,
    repeat_invoice,
    stop_recurring,
)
from app.invoicing.queries import get_invoice
from app.invoicing.recurring_queries import list_recurring
from app.invoicing.store import SavedInvoice
from app.invoicing.tables import recurring_invoice, recurring_period
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.orders.drafts import LineDraft
from app.orders.states import LineKind
from app.personal.erasing import SomethingOpenError, erase_customer
from app.reporting.verify import verify_database
from app.terms.states import InvoicePolicy
from tests.conftest import SteadyClock
from tests.factories.wholesale import Wholesale


@pytest.fixture
def rent(trade: Wholesale) -> SavedInvoice:
    """A posted invoice of services: two lines, one with a discount."""
    care = LineDraft(
        None, 1000, unit_price_minor=25000, name="Care of the scales", kind=LineKind.CHARGE,
        tax_class_id=trade.shop.classes["A"],
    )  # fmt: skip
    order = trade.order(
        trade.line("WRAP", 4, discount_hundredths=1000),
        care,
        customer_reference="C-7",
        invoice_policy=InvoicePolicy.ORDERED,
    )
    lines = trade.lines_of(order.order_id)
    draft = trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id,
        quantities={x.id: x.ordered_milli for x in lines.values()},
    )  # fmt: skip
    return trade.run(post_invoice, invoice_id=draft.invoice_id)


def test_each_period_is_billed_once_and_missed_ones_are_caught_up(
    trade: Wholesale, rent: SavedInvoice, clock: SteadyClock
):
    done = trade.run(repeat_invoice, invoice_id=rent.invoice_id, months=1, first=date(2026, 1, 31))
    made = trade.run(bill_recurring)
    details = [trade.ask(get_invoice, invoice_id=x.invoice_id) for x in made]
    assert [(d.period_from, d.period_to) for d in details] == [
        (date(2026, 1, 31), date(2026, 2, 27)), (date(2026, 2, 28), date(2026, 3, 30)),
    ]  # fmt: skip
    pattern = trade.ask(get_invoice, invoice_id=rent.invoice_id)
    for d in details:
        assert (d.net_minor, d.tax_minor, d.customer_reference) == (
            pattern.net_minor, pattern.tax_minor, "C-7",
        )  # fmt: skip
        assert [(x.name, x.amount_minor) for x in d.lines] == [
            (x.name, x.amount_minor) for x in pattern.lines
        ]
    assert trade.run(bill_recurring) == []
    (row,) = trade.ask(list_recurring)
    assert (row.id, row.next_on, row.billed, row.active) == (done.recurring_id, date(2026, 3, 31), 2, True)
    clock.advance(days=30)
    assert len(trade.run(bill_recurring)) == 1
    assert [r.name for r in trade.ask(verify_database) if not r.holds] == []


def test_it_ends_on_its_last_day_or_when_it_is_stopped(trade: Wholesale, rent: SavedInvoice):
    trade.run(
        repeat_invoice, invoice_id=rent.invoice_id, months=3, first=date(2025, 9, 1), last=date(2026, 1, 1)
    )
    stopped = trade.run(repeat_invoice, invoice_id=rent.invoice_id, months=12, first=date(2026, 3, 1))
    trade.run(stop_recurring, recurring_id=stopped.recurring_id)
    made = trade.run(bill_recurring)
    starts = [trade.ask(get_invoice, invoice_id=x.invoice_id).period_from for x in made]
    assert starts == [date(2025, 9, 1), date(2025, 12, 1)]
    assert [(r.active, r.billed) for r in trade.ask(list_recurring)] == [(False, 2), (False, 0)]


def test_goods_drafts_and_wrong_days_are_refused(trade: Wholesale, rent: SavedInvoice):
    order = trade.order(("COFFEE", 1))
    goods = trade.bill(trade.ship_all(order.order_id))
    first = date(2026, 4, 1)
    with pytest.raises(GoodsRepeatedError, match="Coffee beans 1 kg"):
        trade.run(repeat_invoice, invoice_id=goods.invoice_id, months=1, first=first)
    with pytest.raises(RepeatDaysError):
        trade.run(repeat_invoice, invoice_id=rent.invoice_id, months=1, first=first, last=date(2026, 3, 1))
    line = trade.lines_of(trade.order(("WRAP", 1)).order_id)["WRAP"]
    draft = trade.run(draft_from_order, uuid=str(uuid4()), order_id=line.order_id, quantities={line.id: 1000})
    with pytest.raises(NotRepeatableError):
        trade.run(repeat_invoice, invoice_id=draft.invoice_id, months=1, first=first)
    with pytest.raises(NoSuchRecurringError):
        trade.run(stop_recurring, recurring_id=1)
    with pytest.raises(PermissionNeededError):
        trade.run(bill_recurring, by="cashier")


def test_a_period_that_is_not_its_invoice_or_comes_twice_is_named(trade: Wholesale, rent: SavedInvoice):
    trade.run(repeat_invoice, invoice_id=rent.invoice_id, months=1, first=date(2026, 3, 1))
    trade.run(bill_recurring)

    def broken() -> list[str]:
        return [r.name for r in trade.ask(verify_database) if not r.holds]

    assert broken() == []
    for table, change, name in (
        (recurring_period, {"period_from": date(2026, 2, 1)}, "recurring_periods"),
        (recurring_period, {"period_from": date(2026, 3, 1)}, ""),
        (recurring_invoice, {"next_on": date(2026, 3, 1)}, "recurring_once"),
    ):
        with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.connection.execute(update(table).values(**change))
        assert broken() == ([name] if name else [])


def test_a_customer_who_is_billed_again_is_not_erased(trade: Wholesale, rent: SavedInvoice):
    trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=rent.invoice_id, reason="for the test")
    repeated = trade.run(repeat_invoice, invoice_id=rent.invoice_id, months=1, first=date(2026, 4, 1))
    party_id = trade.shop.parties["Unlimited Ltd"]
    with pytest.raises(SomethingOpenError, match="recurring invoices"):
        trade.run(erase_customer, party_id=party_id)
    trade.run(stop_recurring, recurring_id=repeated.recurring_id)
    with pytest.raises(SomethingOpenError, match="orders that are not closed") as left:
        trade.run(erase_customer, party_id=party_id)
    assert "recurring" not in str(left.value)
