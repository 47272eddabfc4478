"""Reading and verifying the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.audit.rules import chain_hash, row_of
from app.audit.tables import journal, journal_head
from app.kernel.canonical import EMPTY_HASH


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One entry, as the audit screen shows it."""

    chain: str
    seq: int
    at: datetime
    actor_id: int
    approver_id: int | None
    kind: str
    document_type: str | None
    document_id: int | None
    payload: str
    hash: str


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first entry of a chain that is not as it was written."""

    chain: str
    seq: int
    what: str


def list_entries(
    connection: Connection, *, kind_prefix: str = "", chain: str | None = None, limit: int = 200
) -> list[JournalRow]:
    """The newest entries first, optionally of one kind ("drawer.") or chain."""
    query = select(journal).order_by(journal.c.at.desc(), journal.c.chain, journal.c.seq.desc()).limit(limit)
    if kind_prefix:
        query = query.where(journal.c.kind.startswith(kind_prefix, autoescape=True))
    if chain is not None:
        query = query.where(journal.c.chain == chain)
    return [_row(r) for r in connection.execute(query)]


def _row(row: object) -> JournalRow:
    return JournalRow(**{name: getattr(row, name) for name in JournalRow.__dataclass_fields__})


def _walk(connection: Connection, chain: str) -> Iterator[ChainFault]:
    previous, expected = EMPTY_HASH, 1
    query = select(journal).where(journal.c.chain == chain).order_by(journal.c.seq)
    with connection.execute(query, execution_options={"yield_per": 2000}) as rows:
        for row in rows:
            if row.seq != expected:
                yield ChainFault(chain, expected, "entry missing")
                return
            fields = row_of(
                chain=row.chain, seq=row.seq, at=row.at, actor_id=row.actor_id,
                approver_id=row.approver_id, kind=row.kind, document_type=row.document_type,
                document_id=row.document_id, payload=row.payload,
            )  # fmt: skip
            if row.previous_hash != previous or chain_hash(previous, fields) != row.hash:
                yield ChainFault(chain, row.seq, "entry changed")
                return
            previous, expected = row.hash, expected + 1
    head = connection.execute(select(journal_head).where(journal_head.c.chain == chain)).one()
    if (head.last_seq, head.last_hash) != (expected - 1, previous):
        yield ChainFault(chain, expected, "entries cut off at the end")


def verify_chains(connection: Connection) -> list[ChainFault]:
    """The first fault of every chain; an empty list when all is as it was written."""
    known = set(connection.execute(select(journal_head.c.chain)).scalars())
    written = set(connection.execute(select(journal.c.chain).distinct()).scalars())
    faults = [ChainFault(chain, 0, "head missing") for chain in sorted(written - known)]
    for chain in sorted(known):
        faults.extend(_walk(connection, chain))
    return faults
