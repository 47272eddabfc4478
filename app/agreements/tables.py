"""Sales agreements and their products."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint

from app.db.columns import NAME, code, day, flag, key, metadata, moment, number, ref

agreement = Table(
    "agreement",
    metadata,
    key(),
    code("number", unique=True),
    ref("party_id", "party.id"),
    code("currency", length=3),
    flag("includes_tax"),
    day("valid_from"),
    day("valid_to", null=True),  # the last day; NULL: until further notice
    code("remark", length=NAME),  # the customer's own number, who agreed on it
    moment("created_at"),
    number("created_by"),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days_in_order"),
    Index("ix_agreement__party_id", "party_id"),
)
agreement_line = Table(
    "agreement_line",
    metadata,
    key(),
    ref("agreement_id", "agreement.id"),
    ref("product_id", "product.id"),
    number("unit_price_minor"),  # of one base unit
    number("quantity_milli", null=True),  # as much as was agreed, base units; NULL: any
    UniqueConstraint("agreement_id", "product_id"),
    CheckConstraint("unit_price_minor >= 0", name="price_not_negative"),
    CheckConstraint("quantity_milli IS NULL OR quantity_milli > 0", name="quantity_positive"),
)
