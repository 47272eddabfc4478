"""The list of orders: every sorting pages through everything once; filters; kept views."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.orders.list_queries import OrderFilter, OrderMark, OrderSort, search_orders
from app.orders.queries import OrderRow
from app.orders.saved_views import (
    NoSuchViewError,
    RoleViewError,
    ViewNameError,
    ViewTakenError,
    change_view,
    delete_view,
    list_views,
    save_view,
)
from app.orders.states import Stage
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _some(trade: Wholesale) -> list[int]:
    """Nine orders: drafts without number and day, equal totals, some without a wanted day."""
    made: list[int] = []
    for place in range(9):
        customer = ("Unlimited Ltd", "Limited Ltd", "No Credit")[place % 3]
        head: dict[str, Any] = {"customer": customer}
        if place % 2:
            head["requested_on"] = TODAY + timedelta(days=place % 5)
        make = trade.draft if place % 4 == 3 else trade.order
        made.append(make(("MILK", place // 2 + 1), **head).order_id)
    return made


def _all(trade: Wholesale, limit: int, **how: Any) -> list[OrderRow]:
    found: list[OrderRow] = []
    mark: OrderMark | None = None
    for _ in range(20):
        rows, mark = trade.ask(search_orders, after=mark, limit=limit, **how)
        found += rows
        if mark is None:
            return found
    raise AssertionError("the pages never end")


def _value(row: OrderRow, sort: OrderSort) -> Any:
    return {
        OrderSort.NEWEST: row.id, OrderSort.NUMBER: row.number, OrderSort.CUSTOMER: row.party_name.lower(),
        OrderSort.DAY: row.ordered_on, OrderSort.WANTED: row.requested_on, OrderSort.TOTAL: row.gross_minor,
    }[sort]  # fmt: skip


def test_every_sorting_pages_through_all_orders_once_and_in_order(trade: Wholesale):
    made = set(_some(trade))
    for sort in OrderSort:
        for descending in (False, True):
            how = {"sort": sort, "descending": descending}
            rows = _all(trade, 2, **how)
            assert {r.id for r in rows} == made
            assert len(rows) == len(made)
            if sort is OrderSort.NEWEST:
                assert [r.id for r in rows] == sorted(made, reverse=True)
                continue
            values = [_value(r, sort) for r in rows]
            known = [v for v in values if v is not None]
            assert known == sorted(known, reverse=descending)
            assert values[: len(known)] == known  # what has no value stands last
            assert [r.id for r in _all(trade, 4, **how)] == [r.id for r in rows]


def test_filters_narrow_together_and_a_search_is_sorted_too(trade: Wholesale):
    _some(trade)
    every = _all(trade, 50)
    some = OrderFilter(least_minor=200, most_minor=400)
    assert {r.id for r in _all(trade, 3, wanted=some)} == {r.id for r in every if 200 <= r.gross_minor <= 400}
    soon = OrderFilter(wanted_by=TODAY + timedelta(days=1))
    assert {r.id for r in _all(trade, 3, wanted=soon, sort=OrderSort.TOTAL)} == {
        r.id for r in every if r.requested_on and r.requested_on <= TODAY + timedelta(days=1)
    }
    named = OrderFilter(text="limit", stage=Stage.TO_PICK, first=TODAY, last=TODAY)
    found = _all(trade, 2, wanted=named, sort=OrderSort.TOTAL, descending=False)
    assert [r.party_name for r in found] == ["Limited Ltd"] * len(found)
    assert found == sorted(found, key=lambda r: (r.gross_minor, r.id))
    assert found
    assert _all(trade, 2, wanted=OrderFilter(created_by=trade.shop.users["manager"])) == []


def _views(trade: Wholesale, by: str) -> list[tuple[str, bool]]:
    actor = trade.shop.actor(by)
    found = trade.ask(list_views, screen="orders", user_id=actor.user_id, role_code=actor.role)
    return [(v.name, v.is_default) for v in found]


def test_a_view_is_ones_own_or_a_roles_and_only_one_opens_the_list(trade: Wholesale):
    view = {"screen": "orders", "payload": {"stage": "to_pick"}}
    own = trade.run(save_view, by="office", name="Mine", is_default=True, **view)
    trade.run(save_view, by="office", name="Other", is_default=True, **view)
    trade.run(save_view, by="manager", name="For us", role_code="office", **view)
    assert _views(trade, "office") == [("Mine", False), ("Other", True), ("For us", False)]
    assert _views(trade, "manager") == []
    trade.run(change_view, by="office", view_id=own, payload={"stage": None}, is_default=True)
    assert _views(trade, "office")[:2] == [("Mine", True), ("Other", False)]
    trade.run(delete_view, by="office", view_id=own)
    assert [name for name, _d in _views(trade, "office")] == ["Other", "For us"]


def test_a_view_without_a_name_a_second_of_one_name_and_somebody_elses_are_refused(trade: Wholesale):
    view: dict[str, Any] = {"screen": "orders", "payload": {}}
    own = trade.run(save_view, by="office", name="Mine", **view)
    shared = trade.run(save_view, by="manager", name="For us", role_code="office", **view)
    with pytest.raises(ViewNameError):
        trade.run(save_view, by="office", name=" ", **view)
    with pytest.raises(ViewTakenError):
        trade.run(save_view, by="office", name="Mine", **view)
    with pytest.raises(RoleViewError):
        trade.run(save_view, by="office", name="All", role_code="office", **view)
    with pytest.raises(RoleViewError):
        trade.run(delete_view, by="office", view_id=shared)
    for act in (change_view, delete_view):
        with pytest.raises(NoSuchViewError):
            trade.run(act, by="manager", view_id=own)
    assert _views(trade, "office") == [("Mine", False), ("For us", False)]
