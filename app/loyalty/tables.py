"""Points of customers and what moved them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table

from app.db.columns import choice, code, day, key, metadata, moment, number, one_of, ref
from app.loyalty.states import PointsKind

loyalty_account = Table(
    "loyalty_account",
    metadata,
    ref("party_id", "party.id", primary_key=True),
    number("points"),
    number("earned"),  # ever, less what was taken back: the tier follows from it
)
loyalty_move = Table(
    "loyalty_move",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    choice("kind", PointsKind),
    number("points"),  # positive: more
    code("document_type"),
    number("document_id"),
    number("origin_id", null=True),  # the sale whose goods came back
    day("business_date"),
    moment("at"),
    number("actor_id"),
    one_of("kind", PointsKind),
    CheckConstraint("points <> 0", name="points_not_zero"),
    Index("ix_loyalty_move__document_id", "document_id"),
    Index("ix_loyalty_move__origin_id", "origin_id"),
)
