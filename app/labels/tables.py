"""What the labels on the shelves say."""

from __future__ import annotations

from sqlalchemy import Table

from app.db.columns import code, day, metadata, moment, number, ref

# the last label that was printed for the shelf of a store
shelf_label = Table(
    "shelf_label",
    metadata,
    ref("store_id", "store.id", primary_key=True),
    ref("product_id", "product.id", primary_key=True),
    number("price_minor"),
    code("currency", length=3),
    day("for_day"),  # the day whose price it says
    moment("printed_at"),
    number("printed_by"),
)
