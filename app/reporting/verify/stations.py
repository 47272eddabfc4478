"""Tills with books of their own: what they sent is here once, and nothing waits unseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, exists, func, select

from app.audit.rules import chain_hash, row_of
from app.kernel.canonical import EMPTY_HASH
from app.reporting.verify.results import Check, stream
from app.stations.states import InboxStatus, MessageKind
from app.stations.tables import inbox, outbox, station, station_journal, station_self
from app.till.tables import sale, till_taking

# at a till these are copies of the server's, which answers for them
NOT_AT_A_TILL: Final = frozenset(
    {
        "stock_equals_moves", "stock_value_in_ledger", "lots_equal_moves", "layers_equal_stock",
        "serials_equal_moves", "serials_fit_stock", "vouchers_equal_ledger",
    }
)  # fmt: skip


def is_till(connection: Connection) -> bool:
    """Whether this database is a till's own, beside a server."""
    return connection.execute(select(station_self.c.till_id)).first() is not None


def _inbox(connection: Connection) -> Iterator[str]:
    """Every number of a till was taken, once, up to the last."""
    counted = connection.execute(
        select(inbox.c.till_id, inbox.c.epoch, func.count(), func.max(inbox.c.seq)).group_by(
            inbox.c.till_id, inbox.c.epoch
        )
    ).all()
    for till_id, epoch, count, last in counted:
        if count != last:
            yield f"till {till_id}, machine {epoch}: {last} documents were sent, {count} are here"
    last_seqs = {(till_id, epoch): last for till_id, epoch, _count, last in counted}
    for row in connection.execute(select(station.c.till_id, station.c.epoch, station.c.last_seq)):
        if last_seqs.get((row.till_id, row.epoch), 0) != row.last_seq:
            yield f"till {row.till_id}: its last document is said to be {row.last_seq}"
    missing = select(inbox.c.label).where(
        inbox.c.kind == MessageKind.SALE.value, inbox.c.status == InboxStatus.TAKEN.value,
        ~exists().where(sale.c.uuid == inbox.c.uuid),
        ~exists().where(till_taking.c.uuid == inbox.c.uuid),
    )  # fmt: skip
    for (label,) in stream(connection, missing):
        yield f"sale {label} was taken from its till and is not here"


def _waiting(connection: Connection) -> Iterator[str]:
    query = (
        select(inbox.c.till_id, inbox.c.seq, inbox.c.label, inbox.c.remark)
        .where(inbox.c.status == InboxStatus.QUARANTINED.value)
        .order_by(inbox.c.till_id, inbox.c.epoch, inbox.c.seq)
    )
    for row in stream(connection, query):
        yield f"document {row.seq} of till {row.till_id} ({row.label}) waits: {row.remark}"


def _outbox(connection: Connection) -> Iterator[str]:
    """At a till: every sale is in its queue, and no number is missing there."""
    me = connection.execute(select(station_self.c.till_id, station_self.c.last_seq)).one_or_none()
    if me is None:
        return
    count = int(connection.execute(select(func.count()).select_from(outbox)).scalar_one())
    if count != me.last_seq:
        yield f"the queue ends at {me.last_seq} and holds {count} documents"
    told = select(outbox.c.label).where(outbox.c.kind == MessageKind.SALE.value)
    numbers = {n for (label,) in stream(connection, told) for n in label.split(", ")}
    for column, mine in ((sale.c.number, sale.c.till_id), (till_taking.c.number, till_taking.c.till_id)):
        for (number,) in stream(connection, select(column).where(mine == me.till_id)):
            if number not in numbers:
                yield f"sale {number} is not in the queue for the server"


def _witness(connection: Connection) -> Iterator[str]:
    """The tills' own journals, as they were sent, are whole."""
    before: dict[tuple[int, int], tuple[int, str]] = {}
    j = station_journal.c
    for row in stream(connection, select(station_journal).order_by(j.till_id, j.epoch, j.seq)):
        key = (row.till_id, row.epoch)
        seq, previous = before.get(key, (0, EMPTY_HASH))
        fields = row_of(
            chain=row.chain, seq=row.seq, at=row.at, actor_id=row.actor_id, approver_id=row.approver_id,
            kind=row.kind, document_type=row.document_type, document_id=row.document_id,
            payload=row.payload, signed_by=row.signed_by,
        )  # fmt: skip
        if row.seq != seq + 1:
            yield f"journal of till {row.till_id} as it was sent: entry {seq + 1} is missing"
        elif row.previous_hash != previous or chain_hash(previous, fields) != row.hash:
            yield f"journal of till {row.till_id} as it was sent: entry {row.seq} was changed"
        before[key] = (row.seq, row.hash)


STATION_CHECKS: Final = (
    Check("tills_were_heard", "Every document a till sent is here once, without a gap.", _inbox),
    Check("nothing_is_set_aside", "No document of a till waits for a person to settle it.", _waiting),
    Check("sales_are_queued", "Every sale of this till is in its queue for the server.", _outbox),
    Check("tills_journals_whole", "The journals of the tills are as the tills wrote them.", _witness),
)
