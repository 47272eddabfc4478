"""Price lists and the prices in them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Table, UniqueConstraint

from app.db.columns import (
    NAME,
    KeyType,
    choice,
    code,
    day,
    flag,
    key,
    metadata,
    moment,
    number,
    one_of,
    ref,
)
from app.pricing.states import PriceChangeStatus

price_list = Table(
    "price_list",
    metadata,
    key(),
    code("code", unique=True),
    code("name", length=NAME),
    code("currency", length=3),
    flag("includes_tax"),
    ref("base_id", "price_list.id", null=True),  # prices by formula: factors on the prices of this list
)
# factors on the base list's prices; the first that fits counts
price_formula = Table(
    "price_formula",
    metadata,
    ref("price_list_id", "price_list.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    ref("product_id", "product.id", null=True),
    ref("category_id", "category.id", null=True),
    number("min_quantity_milli"),  # base units
    number("factor_hundredths"),  # hundredths of a per cent of the base price
    CheckConstraint("min_quantity_milli >= 0", name="quantity_not_negative"),
    CheckConstraint("factor_hundredths >= 0 AND factor_hundredths <= 100000", name="factor_sane"),
)
# for whom, where and when a list is asked before the shop's own
price_rule = Table(
    "price_rule",
    metadata,
    key(),
    ref("price_list_id", "price_list.id"),
    ref("party_group_id", "party_group.id", null=True),  # NULL: for everybody
    ref("store_id", "store.id", null=True),  # NULL: in every store
    number("priority"),  # the highest first
    day("valid_from", null=True),
    day("valid_to", null=True),
)
# prices that change together from a day on
price_change = Table(
    "price_change",
    metadata,
    key(),
    code("name", length=NAME),
    ref("price_list_id", "price_list.id"),
    day("valid_from"),
    day("valid_to", null=True),  # the last day; then what was before holds again
    choice("status", PriceChangeStatus),
    moment("made_at"),
    number("made_by"),
    one_of("status", PriceChangeStatus),
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
    ref("change_id", "price_change.id", null=True, index=True),  # planned together with others
    CheckConstraint("price_minor >= 0 AND min_quantity_milli >= 0", name="not_negative"),
    UniqueConstraint("product_id", "price_list_id", "packaging_id", "min_quantity_milli", "valid_from"),
    Index("ix_price__product_id_price_list_id", "product_id", "price_list_id"),
)
# every price that was changed or taken away; a first price leaves no row
price_history = Table(
    "price_history",
    metadata,
    key(),
    moment("at"),
    number("user_id"),
    ref("price_list_id", "price_list.id"),
    ref("product_id", "product.id", index=True),
    number("packaging_id", null=True),  # may be gone
    number("min_quantity_milli"),
    day("valid_from", null=True),
    day("valid_to", null=True),
    number("old_minor", null=True),  # NULL: there was none of that break and day
    number("new_minor", null=True),  # NULL: taken away
    number("change_id", null=True),
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
# a variant whose price in a list is its template's and this; without a row its price is its own
variant_extra = Table(
    "variant_extra",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    ref("price_list_id", "price_list.id", primary_key=True),
    ref("template_id", "product.id", index=True),
    number("extra_minor"),  # negative: less
)
