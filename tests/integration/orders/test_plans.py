"""What a confirmation reads does not grow with the orders that are done."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.db.engine import create_app_engine

# as the operations write them: a bound status would not take the partial index
READ = {
    "ix_sales_order__open_of_party": (
        "SELECT rate_micro, sum(uninvoiced_minor) FROM sales_order "
        "WHERE party_id = 1 AND status = 'confirmed' GROUP BY rate_micro"
    ),
    "ix_open_item__open_of_party": (
        "SELECT sum(open_minor) FROM open_item "
        "WHERE party_id = 1 AND open_minor != 0 AND due_date < '2026-01-01'"
    ),
    "ix_sales_order__to_pick": "SELECT count(*) FROM sales_order WHERE to_pick = 1",
    "ix_sales_order__to_invoice": "SELECT id FROM sales_order WHERE to_invoice = 1 ORDER BY id DESC LIMIT 50",
}


@pytest.mark.parametrize("index", READ)
def test_open_orders_and_items_are_found_by_their_own_index(sqlite_url: str, index: str):
    engine = create_app_engine(sqlite_url)
    with engine.connect() as connection:
        plan = [r[3] for r in connection.execute(text(f"EXPLAIN QUERY PLAN {READ[index]}"))]
    engine.dispose()
    assert any(index in step for step in plan), plan
