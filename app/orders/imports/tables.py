"""Which order came from where."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.db.columns import NAME, SHORT, code, metadata, moment, ref

# the key is what makes an outside order come in once, whoever imports it, however often
outside_order = Table(
    "outside_order",
    metadata,
    Column("profile", String(SHORT), primary_key=True),
    Column("reference", String(NAME), primary_key=True),  # as the shop outside numbers it
    ref("order_id", "sales_order.id", index=True),
    code("file_name", length=NAME),
    moment("at"),
)
