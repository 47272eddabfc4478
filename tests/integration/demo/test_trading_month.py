"""The month of real wholesale orders, an hour of it here: tools/trading-month runs it whole."""

from __future__ import annotations

import pytest

from app.demo.month_plan import order_total
from app.demo.trading_month import Booked, play_trading_month
from tests.conftest import DATA


@pytest.mark.realdata
def test_an_hour_of_real_orders_comes_to_the_files_own_totals(database_url: str) -> None:
    told: list[tuple[int, int]] = []
    month = play_trading_month(
        database_url, DATA, "2011-11-17 08", progress=lambda done, whole: told.append((done, whole))
    )
    assert month.broken == ()
    assert month.plan.adds_up
    assert (len(month.plan.orders), sum(len(o.lines) for o in month.plan.orders)) == (10, 101)
    # what came back had been bought before: orders brought forward are billed as well
    before = month.plan.brought_forward
    total = order_total([*before, *month.plan.orders])
    assert month.invoices == Booked(10 + len(before), 101 + sum(len(o.lines) for o in before), total)
    assert month.figures.credited == len(month.plan.credits) == 1
    assert month.credit_notes.net_minor == sum(c.total_minor for c in month.plan.credits) > 0
    assert month.figures.waited > 0
    assert month.figures.refunds == 1
    assert (month.open_orders, month.owed_minor) == (0, 0)
    assert month.agrees
    assert told[-1][0] == told[-1][1]
