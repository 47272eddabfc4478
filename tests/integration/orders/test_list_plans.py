"""No page of the list of orders sorts what it does not show: each sorting walks an index of its own."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from app.orders.list_queries import OrderMark, OrderSort, search_orders
from tests.factories.wholesale import Wholesale


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """SQLite tells how it reads before there are many rows; PostgreSQL only with many."""
    return sqlite_url


def test_the_first_and_the_next_page_of_each_sorting_walk_an_index(trade: Wholesale):
    asked: list[tuple[str, Any]] = []

    def remember(_c: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if "ORDER BY" in statement:
            asked.append((statement, parameters))

    made = trade.order(("MILK", 1))
    row = trade.head_of(made.order_id)
    values = {
        OrderSort.NUMBER: row.number, OrderSort.CUSTOMER: "unlimited ltd", OrderSort.DAY: row.ordered_on,
        OrderSort.TOTAL: row.gross_minor,
    }  # fmt: skip
    with trade.shop.runtime.factory.read() as connection:
        event.listen(connection.engine, "before_cursor_execute", remember)
        try:
            for sort in OrderSort:
                for mark in (None, OrderMark(values.get(sort), row.party_id, made.order_id)):
                    for descending in (True, False):
                        search_orders(connection, sort=sort, descending=descending, after=mark, limit=2)
        finally:
            event.remove(connection.engine, "before_cursor_execute", remember)
        plans = [
            [r[3] for r in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}", p)] for s, p in asked
        ]  # fmt: skip
    assert len(plans) >= 4 * len(OrderSort)
    assert [plan for plan in plans if any("TEMP B-TREE" in step for step in plan)] == []
