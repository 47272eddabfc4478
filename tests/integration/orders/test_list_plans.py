"""No page of the list of orders sorts what it does not show: each sorting walks an index of its own."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from app.fulfilment.promise_queries import list_promises
from app.orders.buying import list_proposals
from app.orders.list_queries import OrderMark, OrderSort, search_orders
from app.orders.operations.allocate import waiting_milli
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


def test_goods_that_came_are_shared_out_without_a_walk_through_all_lines_ever_sold(trade: Wholesale):
    """Seven times the time of a chain with 200,000 orders behind it (`bench order_chain`)."""
    asked: list[tuple[str, Any]] = []

    def remember(_c: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if "FROM sales_order" in statement and "SELECT" in statement:
            asked.append((statement, parameters))

    trade.order(("WINE", 500))  # waits
    wine, place = trade.shop.products["WINE"], trade.location_id
    with trade.shop.runtime.factory.read() as connection:
        event.listen(connection.engine, "before_cursor_execute", remember)
        try:
            assert waiting_milli(connection, location_id=place, product_ids=[wine])[wine] > 0
            list_promises(connection, product_id=wine, location_id=place)
            list_proposals(connection)
        finally:
            event.remove(connection.engine, "before_cursor_execute", remember)
        plans = [
            [r[3] for r in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}", p)] for s, p in asked
        ]  # fmt: skip
    assert len(plans) >= 3
    assert [plan for plan in plans if any(step.startswith("SCAN sales_order_line") for step in plan)] == []
