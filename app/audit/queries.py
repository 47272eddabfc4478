"""Reading and verifying the journal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.audit.chains import ChainEnd, ChainFault, known_keys, walk
from app.audit.tables import journal, journal_head, journal_key
from app.kernel.canonical import canonical_json


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


def entries_after(
    connection: Connection, *, chain: str, seq: int, limit: int
) -> list[tuple[str, int, str, str]]:
    """The entries of a chain after a number: (chain, seq, kind, the whole entry as canonical JSON)."""
    rows = connection.execute(
        select(journal)
        .where(journal.c.chain == chain, journal.c.seq > seq)
        .order_by(journal.c.seq)
        .limit(limit)
    )
    names = [str(column.name) for column in journal.columns]
    return [
        (r.chain, int(r.seq), r.kind, canonical_json({name: getattr(r, name) for name in names}))
        for r in rows
    ]


def unlike_witness(connection: Connection, lines: Iterable[str]) -> list[ChainFault]:
    """The first entry of each chain that a witness outside has and the journal has not, or has otherwise.

    Args:
        connection: a read transaction.
        lines: entries as `entries_after` gave them, from a file on another drive.

    Raises:
        ValueError: a line is none.
    """
    faults: dict[str, ChainFault] = {}
    for line in lines:
        told = json.loads(line)
        chain, seq = str(told["chain"]), int(told["seq"])
        if chain in faults:
            continue
        found = connection.execute(
            select(journal.c.hash).where(journal.c.chain == chain, journal.c.seq == seq)
        ).scalar_one_or_none()
        if found != told["hash"]:
            what = "entry cut off" if found is None else "entry written anew"
            faults[chain] = ChainFault(chain, seq, what)
    return list(faults.values())


def chain_ends(connection: Connection) -> tuple[list[ChainFault], dict[str, ChainEnd]]:
    """The first fault of every chain, and where each of them ends."""
    heads = {r.chain: r for r in connection.execute(select(journal_head))}
    written = set(connection.execute(select(journal.c.chain).distinct()).scalars())
    keys = known_keys(connection.execute(select(journal_key)))
    faults = [ChainFault(chain, 0, "head missing") for chain in sorted(written - set(heads))]
    ends: dict[str, ChainEnd] = {}
    for chain, head in sorted(heads.items()):
        end = ends[chain] = ChainEnd()
        query = select(journal).where(journal.c.chain == chain).order_by(journal.c.seq)
        with connection.execute(query, execution_options={"yield_per": 2000}) as rows:
            found = list(walk(chain, rows, keys, end))
        if not found and (head.last_seq, head.last_hash) != (end.seq, end.hash):
            found = [ChainFault(chain, end.seq + 1, "entries cut off at the end")]
        faults += found
    return faults, ends


def verify_chains(connection: Connection) -> list[ChainFault]:
    """The first fault of every chain; an empty list when all is as it was written."""
    return chain_ends(connection)[0]
