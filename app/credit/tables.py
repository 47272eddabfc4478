"""Releases of what the credit check held."""

from __future__ import annotations

from sqlalchemy import Table

from app.db.columns import NAME, code, day, key, metadata, moment, number, ref

# who let an order through, at which figures
credit_release = Table(
    "credit_release",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    code("document_type"),
    number("document_id"),
    number("limit_minor", null=True),
    number("exposure_minor"),
    code("reasons", length=NAME),
    code("note", length=NAME),
    moment("at"),
    number("actor_id"),
)
# nothing more is sold to somebody who is late, whatever was agreed; it holds while he is
credit_stop = Table(
    "credit_stop",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    code("reason", length=NAME),
    day("since"),
    moment("at"),
    number("actor_id"),
    moment("lifted_at", null=True),
    number("lifted_by", null=True),
)
