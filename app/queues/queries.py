"""Who has what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.queues.states import WorkKind
from app.queues.tables import work_claim


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has a piece of work, where, and since when."""

    item_id: int
    holder_id: int
    holder: str
    station: str
    since: datetime


def list_claims(connection: Connection, *, kind: WorkKind, at: datetime) -> dict[int, Claim]:
    """What is in somebody's hands at a moment, by the id of the piece."""
    c = work_claim.c
    rows = connection.execute(
        select(c.item_id, c.holder_id, c.holder, c.station, c.since).where(c.kind == kind.value, c.until > at)
    )
    return {row.item_id: Claim(*row) for row in rows}
