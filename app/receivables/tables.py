"""Open items: what a customer owes and what it is made of."""

from __future__ import annotations

from sqlalchemy import Table

from app.db.columns import code, day, key, metadata, number, ref

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
)
