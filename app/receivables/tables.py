"""Open items: what a customer owes and what it is made of."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table

from app.db.columns import NAME, code, day, key, metadata, moment, number, partial_index, ref

open_item = Table(
    "open_item",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    code("document_type"),
    number("document_id"),
    code("document_number"),
    day("date"),
    day("due_date"),
    number("amount_minor"),
    number("open_minor"),
    number("instalment", default=1),
    code("currency", length=3, null=True),  # NULL: the company's
    number("rate_micro", default=1_000_000),  # company minor units per minor unit, millionths
    # owed to us is positive, a payment or credit note negative; neither passes through zero
    CheckConstraint(
        "(amount_minor >= 0 AND open_minor >= 0 AND open_minor <= amount_minor) "
        "OR (amount_minor < 0 AND open_minor <= 0 AND open_minor >= amount_minor)",
        name="open_within_amount",
    ),
    Index("ix_open_item__document_id", "document_id"),
    # with the figures that are summed: else SQLite takes the index of all items a customer ever had
    partial_index(
        "ix_open_item__open_of_party", "party_id", "due_date", "open_minor", "rate_micro",
        where="open_minor <> 0",
    ),
)  # fmt: skip
# a credit (payment, credit note) set against what is owed; an undone one stays, for the history
allocation = Table(
    "allocation",
    metadata,
    key(),
    ref("open_item_id", "open_item.id", index=True),  # what is owed
    ref("credit_item_id", "open_item.id", index=True),  # what pays it
    number("amount_minor"),
    number("exchange_minor"),  # gained (positive) or lost between the two days' rates
    moment("at"),
    day("business_date"),  # from this day on; never before both items were there
    number("actor_id"),
    moment("undone_at", null=True),
    day("undone_on", null=True),  # the business day from which it no longer holds
    number("undone_by", null=True),
    code("undone_reason", length=NAME, null=True),
    CheckConstraint("amount_minor > 0", name="amount_positive"),
)
