"""Company, stores, tills and the settings that belong to the shop."""

from __future__ import annotations

from sqlalchemy import Column, Table, UniqueConstraint

from app.db.columns import NAME, KeyType, code, flag, key, metadata, number, ref, text

company = Table(
    "company",
    metadata,
    key(),
    code("name", length=NAME),
    code("legal_name", length=NAME),
    code("tax_number"),
    code("street", length=NAME),
    code("postcode"),
    code("city", length=NAME),
    code("country", length=2),
    code("phone"),
    code("email", length=NAME),
    code("currency", length=3),
    code("language"),
    code("time_zone"),
    number("cutoff_minutes"),  # business day ends so many minutes after midnight
    code("tax_rounding"),  # "document" (EN 16931) or "line"
    number("cash_rounding_minor"),  # 1: none; 5: to 0.05, on the cash part only
    text("receipt_header"),
    text("receipt_footer"),
    flag("is_training"),
)
store = Table("store", metadata, key(), code("code", unique=True), code("name", length=NAME))
till = Table(
    "till",
    metadata,
    key(),
    ref("store_id", "store.id"),
    code("code", unique=True),
    code("name", length=NAME),
    Column("price_list_id", KeyType, nullable=False),  # pricing stands above: no foreign key from here
    number("default_float_minor"),
    number("difference_limit_minor"),  # more over/short than this needs a manager
    number("drawer_limit_minor"),  # more cash than this asks for a safe drop
    flag("active"),
)
# what the shop has set: printers, keys, layouts; scope "" is the shop, else a till's code
setting = Table(
    "setting",
    metadata,
    key(),
    code("scope"),
    code("name", length=NAME),
    text("value"),
    UniqueConstraint("scope", "name"),
)
