"""Whom we sell to."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table

from app.db.columns import NAME, code, day, flag, key, metadata, moment, number, ref, text

party = Table(
    "party",
    metadata,
    key(),
    code("number", unique=True),
    code("name", length=NAME),
    code("search_key", length=NAME * 2),
    code("phone"),
    code("phone_digits"),
    code("email", length=NAME),
    code("tax_number"),
    code("street", length=NAME),
    code("postcode"),
    code("city", length=NAME),
    code("country", length=2),
    number("credit_limit_minor", null=True),  # NULL: no limit; 0: nothing on account
    number("payment_days"),
    text("note"),
    flag("active"),
    moment("created_at"),
    number("version"),
    ref("merged_into", "party.id", null=True),  # who took its place when two entries became one
    moment("erased_at", null=True),  # the person was forgotten
    day("born_on", null=True),  # where he told it, for an offer on his birthday
    ref("referred_by", "party.id", null=True),  # the customer who brought him
    CheckConstraint("credit_limit_minor IS NULL OR credit_limit_minor >= 0", name="limit_not_negative"),
    Index("ix_party__search_key", "search_key"),
    Index("ix_party__phone_digits", "phone_digits"),
)
# customers with something in common: their price list, an offer
party_group = Table(
    "party_group",
    metadata,
    key(),
    code("code", unique=True),
    code("name", length=NAME),
    flag("active"),
)
party_group_member = Table(
    "party_group_member",
    metadata,
    ref("group_id", "party_group.id", primary_key=True),
    ref("party_id", "party.id", primary_key=True, index=True),
)
