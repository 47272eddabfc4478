"""The books hold after orders, invoices and payments as well, not only after sales at the till."""

from __future__ import annotations

import pytest

from app.reporting.verify import verify_database
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale
from tests.scenarios import test_quote_to_cash as scenario


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


def _broken(shop: Shop) -> list[str]:
    return [f"{r.name}: {r.faults[:3]}" for r in shop.runtime.ask(verify_database) if not r.holds]


def test_the_books_hold_from_quote_to_cash(trade: Wholesale, shop: Shop, clock: SteadyClock) -> None:
    scenario.test_a_quote_becomes_money_through_hold_short_pick_second_shipment_and_credit_note(trade, clock)
    assert _broken(shop) == []


def test_the_books_hold_after_payments_by_hand(trade: Wholesale, shop: Shop) -> None:
    scenario.test_two_invoices_are_paid_by_hand_in_part_and_the_rest_stays_as_credit(trade)
    assert _broken(shop) == []
