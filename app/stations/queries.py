"""What came from the tills, for the screens of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.organisation.queries import list_tills
from app.organisation.tables import till
from app.stations.registry import StationRow, list_stations
from app.stations.states import InboxStatus, MessageKind
from app.stations.tables import inbox
from app.till.operations.holds import HoldRow, list_holds


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


@dataclass(frozen=True, slots=True)
class TillMachine:
    """A till of the shop, and the machine that is it, where it has books of its own."""

    till_code: str
    till_name: str
    station: StationRow | None


@dataclass(frozen=True, slots=True)
class StationsView:
    """What the office sees of the tills; not `is_server`: the shop runs on one machine."""

    is_server: bool
    database: str
    tills: tuple[TillMachine, ...]
    waiting: tuple[Received, ...]
    kept: tuple[HoldRow, ...]  # for checkouts that tills are about to book, or have not told yet


def stations_view(connection: Connection) -> StationsView:
    """All tills in use with their machines, what waits for a person, and what is kept for them."""
    stations = {s.till_code: s for s in list_stations(connection)}
    tills = tuple(TillMachine(t.code, t.name, stations.get(t.code)) for t in list_tills(connection))
    return StationsView(
        connection.dialect.name == "postgresql", str(connection.engine.url.database or ""), tills,
        tuple(list_inbox(connection, status=InboxStatus.QUARANTINED)), tuple(list_holds(connection)),
    )  # fmt: skip
