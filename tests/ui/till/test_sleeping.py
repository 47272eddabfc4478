"""The machine sleeps while a cart is on the counter, as a till that is closed for lunch does."""

from __future__ import annotations

import pytest

from app.till.tables import sale
from tests.conftest import SteadyClock
from tests.integration.till.helpers import count, rows
from tests.ui.conftest import TillDriver


@pytest.mark.parametrize("hours", [1, 5], ids=["an hour", "five hours"])
def test_after_a_sleep_the_same_cart_is_on_the_counter_and_is_paid_at_the_new_time(
    till: TillDriver, clock: SteadyClock, hours: int
) -> None:
    till.scan_sku("COFFEE")
    before = clock()
    clock.advance(seconds=hours * 3600)
    till.page._tick()  # what the timer of the header does first when the machine is awake again
    till.settle()
    assert till.lines == [("COFFEE", 1000)]
    till.scan_sku("MILK")
    till.pay_exact()
    assert count(till.shop, sale) == 1
    (booked,) = rows(till.shop, sale)
    assert (booked.completed_at - before).total_seconds() >= hours * 3600
    assert till.errors == []
