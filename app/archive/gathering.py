"""What belongs into the archive of a period: the journal's entries, and the documents they tell of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from app.archive.kinds import ENTRY_LINES, SALE, SALE_ENTRIES, SALE_TABLES
from app.audit.seals import KEY, SealedKind
from app.audit.tables import journal
from app.inventory.tables import stock_move
from app.ledger.tables import ledger_entry
from app.organisation.queries import Company
from app.reporting.verify.seals import KINDS

_AT_ONCE: Final = 500
Row = Mapping[str, object]
Parts = list[tuple[str, list[Row]]]


def stretch(connection: Connection, company: Company, since: date, until: date) -> dict[str, tuple[int, int]]:
    """The entries of these business days by chain: first and last number; what lies between belongs in."""
    found: dict[str, tuple[int, int]] = {}
    for row in connection.execute(select(journal.c.chain, journal.c.seq, journal.c.at)):
        if since <= company.day_of(row.at) <= until:
            first, last = found.get(row.chain, (row.seq, row.seq))
            found[row.chain] = (min(first, row.seq), max(last, row.seq))
    return found


def entries(connection: Connection, chain: str, first: int, last: int | None = None) -> Iterator[Any]:
    """The entries of a chain from a number on, by number."""
    query = select(journal).where(journal.c.chain == chain, journal.c.seq >= first).order_by(journal.c.seq)
    if last is not None:
        query = query.where(journal.c.seq <= last)
    with connection.execute(query, execution_options={"yield_per": 2000}) as rows:
        yield from rows


def seals_of(payload: str) -> list[tuple[str, list[int], str]]:
    """What an entry tells of rows: (kind, ids, digest)."""
    try:
        found = json.loads(payload).get(KEY, [])
    except (ValueError, AttributeError):
        return []
    return [(str(kind), [int(i) for i in ids], str(digest)) for kind, ids, digest in found]


def told_in(rows: Iterable[Any]) -> dict[str, set[int]]:
    """The documents that entries tell of."""
    found: dict[str, set[int]] = {}
    for row in rows:
        if row.kind in SALE_ENTRIES:
            found.setdefault(SALE, set()).add(int(row.document_id))
        for kind, ids, _digest in seals_of(row.payload):
            found.setdefault(kind, set()).update(ids)
    return found


def documents(connection: Connection, kind: str, ids: set[int]) -> Iterator[tuple[int, Parts]]:
    """The documents of a kind with all their rows, by table in the order of the digest."""
    if kind == SALE:
        yield from _sales(connection, ids)
        return
    known = next((k for k in KINDS if k.name == kind), None)
    if known is not None:
        yield from _sealed(connection, known, ids)


def _chunks(ids: set[int]) -> Iterator[list[int]]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def _sealed(connection: Connection, kind: SealedKind, ids: set[int]) -> Iterator[tuple[int, Parts]]:
    for chunk in _chunks(ids):
        parts = [(t.table.name, t.rows_of(connection, chunk)) for t in kind.tables]
        first = parts[0][1]
        for i in chunk:
            if i in first:
                yield i, [(str(name), list(found.get(i, []))) for name, found in parts]


def _sales(connection: Connection, ids: set[int]) -> Iterator[tuple[int, Parts]]:
    moves, booked = _by_day(connection, stock_move, ids), _by_day(connection, ledger_entry, ids)
    for chunk in _chunks(ids):
        parts = [(t.table.name, t.rows_of(connection, chunk)) for t in SALE_TABLES]
        entry_ids = [int(str(e["id"])) for i in chunk for e in booked.get(i, [])]
        lines = ENTRY_LINES.rows_of(connection, entry_ids) if entry_ids else {}
        for i in chunk:
            if i not in parts[0][1]:
                continue
            ledger = [row for e in booked.get(i, []) for row in (e, *lines.get(int(str(e["id"])), []))]
            own: Parts = [(str(name), list(found.get(i, []))) for name, found in parts]
            yield i, [*own, ("stock_move", moves.get(i, [])), ("ledger", ledger)]


def _by_day(connection: Connection, table: Table, ids: set[int]) -> dict[int, list[Row]]:
    """Rows of sales that have an index by day alone."""
    head = SALE_TABLES[0].table
    days: list[date] = []
    for chunk in _chunks(ids):
        days += connection.execute(select(head.c.business_date).where(head.c.id.in_(chunk))).scalars()
    found: dict[int, list[Row]] = {}
    if not days:
        return found
    query = (
        select(table)
        .where(
            table.c.document_type == SALE, table.c.business_date >= min(days),
            table.c.business_date <= max(days),
        )
        .order_by(table.c.id)
    )  # fmt: skip
    with connection.execute(query, execution_options={"yield_per": 2000}) as rows:
        for row in rows:
            if row.document_id in ids:
                found.setdefault(row.document_id, []).append(
                    {str(c.name): getattr(row, c.name) for c in table.columns}
                )
    return found


def changed_later(
    connection: Connection, ends: Mapping[str, tuple[int, int]], told: Mapping[str, set[int]]
) -> list[tuple[str, int]]:
    """Documents of the period that the journal tells of again afterwards."""
    chains = connection.execute(select(journal.c.chain).distinct()).scalars().all()
    found: set[tuple[str, int]] = set()
    for chain in chains:
        first = ends[chain][1] + 1 if chain in ends else 1
        for row in entries(connection, chain, first):
            for kind, ids, _digest in seals_of(row.payload):
                found.update((kind, i) for i in ids if i in told.get(kind, ()))
    return sorted(found)


def plain(rows: Sequence[Any], table: Table) -> list[dict[str, object]]:
    """Rows by the names of their columns."""
    return [{str(c.name): getattr(row, c.name) for c in table.columns} for row in rows]


def moments(value: object) -> object:
    """A value as a table of a spreadsheet holds it."""
    return value.isoformat() if isinstance(value, date) else value
