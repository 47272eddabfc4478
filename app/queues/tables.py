"""Who has which piece of work."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.db.columns import NAME, SHORT, KeyType, code, metadata, moment, number, one_of
from app.queues.states import WorkKind

work_claim = Table(
    "work_claim",
    metadata,
    Column("kind", String(SHORT), primary_key=True),
    Column("item_id", KeyType, primary_key=True, autoincrement=False),
    number("holder_id"),
    code("holder", length=NAME),  # his name, for the others
    code("station", length=NAME),
    moment("since"),
    moment("until"),  # nobody is at it any more unless it is said again
    one_of("kind", WorkKind),
)
