"""Rates of commission, and the periods that were settled."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Table

from app.db.columns import code, day, key, metadata, moment, number, ref

commission_rate = Table(
    "commission_rate",
    metadata,
    key(),
    ref("user_id", "user_account.id", null=True),  # NULL: everybody
    ref("category_id", "category.id", null=True),
    ref("product_id", "product.id", null=True),
    number("rate"),  # thousandths of a per cent of the net
    CheckConstraint("rate >= 0 AND rate <= 100000", name="rate_sane"),
    CheckConstraint("product_id IS NULL OR category_id IS NULL", name="of_one_thing"),
)
# a period that was settled: its figures stand, whatever rates become
commission_run = Table(
    "commission_run",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    day("first_day"),
    day("last_day"),
    moment("posted_at"),
    number("posted_by"),
    moment("paid_at", null=True),
    number("base_minor"),
    number("commission_minor"),
    CheckConstraint("first_day <= last_day", name="days_in_order"),
)
commission_run_line = Table(
    "commission_run_line",
    metadata,
    ref("run_id", "commission_run.id", primary_key=True),
    ref("seller_id", "user_account.id", primary_key=True),
    number("lines"),
    number("base_minor"),
    number("commission_minor"),
)
