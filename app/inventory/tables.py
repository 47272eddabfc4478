"""Stock as moves between locations, and the levels that follow from them."""

from __future__ import annotations

from sqlalchemy import Column, Table

from app.db.columns import (
    NAME,
    KeyType,
    choice,
    code,
    day,
    key,
    metadata,
    moment,
    number,
    one_of,
    ref,
)
from app.inventory.states import LocationKind

location = Table(
    "location",
    metadata,
    key(),
    code("code", unique=True),
    code("name", length=NAME),
    choice("kind", LocationKind),
    one_of("kind", LocationKind),
)
# Append only. No index on product_id: it would make a sale slower with every past sale
# (design/performance.md 1); the history of a product goes through product_day.
stock_move = Table(
    "stock_move",
    metadata,
    key(),
    day("business_date", index=True),
    moment("at"),
    Column("product_id", KeyType, nullable=False),
    Column("from_location_id", KeyType, nullable=False),
    Column("to_location_id", KeyType, nullable=False),
    number("quantity_milli"),  # always positive
    number("cost_minor"),  # of the whole quantity
    code("document_type"),
    number("document_id"),
    code("reason", length=NAME, null=True),
    number("actor_id"),
)
# on hand and value of a product at an internal location; equals the sum of its moves
stock_level = Table(
    "stock_level",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    ref("location_id", "location.id", primary_key=True),
    number("on_hand_milli"),
    number("value_minor"),
    number("unit_cost_micro"),  # moving average: millionths of a minor unit per base unit
)
# the moves of a product by day: which days to look at, and charts without reading every move
product_day = Table(
    "product_day",
    metadata,
    Column("product_id", KeyType, primary_key=True, autoincrement=False),
    Column("business_date", day("business_date").type, primary_key=True),
    number("sold_milli"),
    number("in_milli"),
    number("out_milli"),
    number("revenue_minor"),
)
