"""What came from the tills, for the screens of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.organisation.tables import till
from app.stations.states import InboxStatus, MessageKind
from app.stations.tables import inbox


@dataclass(frozen=True, slots=True)
class Received:
    """A message of a till, as the server has it."""

    till_id: int
    till_code: str
    epoch: int
    seq: int
    kind: MessageKind
    label: str
    made_at: datetime
    received_at: datetime
    status: InboxStatus
    remark: str | None


def list_inbox(
    connection: Connection, *, status: InboxStatus | None = None, limit: int = 200
) -> list[Received]:
    """The newest messages first, of all or of one status; what differs or waits bears a remark."""
    names = [n for n in Received.__dataclass_fields__ if n != "till_code"]
    statement = (
        select(*(inbox.c[n] for n in names), till.c.code.label("till_code"))
        .join_from(inbox, till, till.c.id == inbox.c.till_id)
        .order_by(inbox.c.received_at.desc(), inbox.c.till_id, inbox.c.epoch.desc(), inbox.c.seq.desc())
        .limit(limit)
    )
    if status is not None:
        statement = statement.where(inbox.c.status == status.value)
    found = []
    for row in connection.execute(statement):
        values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
        values |= {"kind": MessageKind(row.kind), "status": InboxStatus(row.status)}
        found.append(Received(**values))
    return found
