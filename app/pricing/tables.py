"""Price lists and the prices in them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint

from app.db.columns import NAME, code, day, flag, key, metadata, number, ref

price_list = Table(
    "price_list",
    metadata,
    key(),
    code("code", unique=True),
    code("name", length=NAME),
    code("currency", length=3),
    flag("includes_tax"),
)
price = Table(
    "price",
    metadata,
    key(),
    ref("price_list_id", "price_list.id"),
    ref("product_id", "product.id"),
    ref("packaging_id", "packaging.id", null=True),  # NULL: one base unit
    number("min_quantity_milli"),  # from this quantity on
    day("valid_from", null=True),
    day("valid_to", null=True),
    number("price_minor"),
    CheckConstraint("price_minor >= 0 AND min_quantity_milli >= 0", name="not_negative"),
    UniqueConstraint("product_id", "price_list_id", "packaging_id", "min_quantity_milli", "valid_from"),
    Index("ix_price__product_id_price_list_id", "product_id", "price_list_id"),
)
# how far a price may go down by hand; a product without limits has no row
product_limit = Table(
    "product_limit",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    number("floor_minor", null=True),  # of one base unit
    number("max_discount", null=True),  # hundredths of a per cent
    CheckConstraint("floor_minor >= 0", name="floor_not_negative"),
    CheckConstraint("max_discount >= 0 AND max_discount <= 10000", name="discount_is_a_share"),
)
