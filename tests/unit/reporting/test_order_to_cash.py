"""The figures from order to cash, by example and by property."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.reporting.order_to_cash.rules import (
    GroupBy,
    LineFill,
    OrderTimes,
    OwedItem,
    cash_figures,
    figures_of,
    group_figures,
)

DAY = date(2026, 3, 2)
LATER = DAY + timedelta(days=60)


def _day(number: int | None) -> date | None:
    return None if number is None else DAY + timedelta(days=number)


def _order(
    target: int | None = 5, first: int | None = 3, shipped: int | None = 3, invoiced: int | None = 4,
    paid: int | None = 20, lines: tuple[LineFill, ...] = (LineFill("Drinks", 10, 10),), *,
    flawed: bool = False, order_id: int = 1, ordered: int = 0,
) -> OrderTimes:  # fmt: skip
    return OrderTimes(
        order_id, f"O-{order_id}", 7, "Smith", DAY + timedelta(days=ordered), _day(target), _day(first),
        _day(shipped), _day(invoiced), _day(paid), 1000, lines, flawed,
    )  # fmt: skip


def test_the_days_of_an_order_and_its_perfection() -> None:
    found = figures_of("x", [_order()], LATER)
    assert (found.ship_days, found.invoice_days, found.cash_days) == (30, 10, 160)
    assert (found.otif, found.fill, found.perfect) == (10_000, 10_000, 10_000)


def test_late_short_or_flawed_orders_are_told_apart() -> None:
    late = _order(shipped=6)
    short = _order(lines=(LineFill("Drinks", 10, 4), LineFill("Food", 1, 1)))
    flawed = _order(flawed=True)
    assert (late.on_time(LATER), late.in_full, late.perfect(LATER)) == (False, True, False)
    assert (short.on_time(LATER), short.in_full) == (True, False)
    assert flawed.punctual_and_full(LATER) is True
    found = figures_of("x", [late, short, flawed, _order()], LATER)
    assert (found.otif, found.perfect) == (5000, 2500)
    assert found.fill == (10_000 * 3 + 4000 + 10_000) // 5


def test_what_cannot_be_told_yet_is_not_counted() -> None:
    waiting = _order(first=None, shipped=None, invoiced=None, paid=None)
    assert waiting.on_time(DAY + timedelta(days=5)) is None
    assert waiting.on_time(DAY + timedelta(days=6)) is False
    free = _order(target=None)
    found = figures_of("x", [free, waiting], DAY)
    assert (found.otif, found.orders, found.cash_days) == (None, 2, 160)
    assert figures_of("x", [], DAY).fill is None


def test_a_product_group_is_told_by_its_own_lines() -> None:
    both = _order(lines=(LineFill("Drinks", 10, 10), LineFill("Food", 10, 5)))
    found = group_figures([both], by=GroupBy.CATEGORY, today=LATER)
    assert [(g.key, g.fill, g.orders) for g in found] == [("Drinks", 10_000, 1), ("Food", 5000, 1)]
    months = group_figures([_order(), _order(ordered=40)], by=GroupBy.MONTH, today=LATER)
    assert [g.key for g in months] == ["2026-03", "2026-04"]


def _item(open_minor: int, due: int) -> OwedItem:
    return OwedItem(7, "Smith", "invoice", 1, "INV-1", DAY + timedelta(days=due), open_minor)


def test_days_sales_outstanding_and_what_collecting_brought() -> None:
    """Receivables 3000 of 9000 billed in 90 days: 30 days; a third of it is late."""
    until = DAY + timedelta(days=89)
    found = cash_figures(
        first_minor=1500, last=[_item(2000, 100), _item(1000, 50)], sales_minor=9000, since=DAY, until=until
    )
    assert (found.dso, found.best_dso, found.delinquent_days) == (300, 200, 100)
    assert found.effectiveness == round(7500 / 8500 * 10_000)
    nothing = cash_figures(first_minor=0, last=[], sales_minor=0, since=DAY, until=until)
    assert (nothing.dso, nothing.effectiveness) == (None, None)


_NUMBERS = st.integers(0, 40)
_ORDERS = st.builds(
    _order, target=st.none() | _NUMBERS, first=st.none() | _NUMBERS, shipped=st.none() | _NUMBERS,
    invoiced=st.none() | _NUMBERS, paid=st.none() | _NUMBERS,
    lines=st.lists(
        st.builds(LineFill, st.sampled_from("ABC"), st.integers(1, 9000), st.integers(0, 12_000)), max_size=4
    ).map(tuple),
    flawed=st.booleans(), order_id=st.integers(1, 999), ordered=st.integers(0, 90),
)  # fmt: skip


@given(st.lists(_ORDERS, max_size=12), st.sampled_from(GroupBy))
def test_shares_lie_between_nothing_and_all_and_no_order_is_lost(
    orders: list[OrderTimes], by: GroupBy
) -> None:
    found = group_figures(orders, by=by, today=LATER)
    for group in found:
        for share in (group.otif, group.fill, group.perfect):
            assert share is None or 0 <= share <= 10_000
        if group.perfect is not None and group.otif is not None:
            assert group.perfect <= group.otif
    if by is not GroupBy.CATEGORY:
        assert sum(g.orders for g in found) == len(orders)
        assert sum(g.net_minor for g in found) == 1000 * len(orders)
