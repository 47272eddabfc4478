"""Posted rows against the digests that the journal holds of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Date, column, select, table

from app.audit.keys import SEALED_KEY
from app.audit.seals import KEY, SealedKind, SealedTable, batch_digest, unit_digest
from app.audit.tables import journal
from app.collections.reduction_store import SEALED as REDUCTIONS
from app.db.columns import UtcDateTime
from app.inventory.operations import SEALED as STOCK_MOVES
from app.invoicing.store import SEALED as INVOICES
from app.ledger.operations import SEALED as LEDGER
from app.payments.customers import SEALED as PAYMENTS
from app.receivables.items import SEALED as ALLOCATIONS
from app.reporting.verify.results import Check, stream
from app.till.operations.cash import SEALED_MOVEMENT
from app.till.operations.days import SEALED_DAY
from app.till.operations.returns import SEALED_RETURN
from app.till.operations.shifts import SEALED_SHIFT
from app.till.operations.takings import SEALED_TAKING

# the room of expenses stands beside this one, so its table is named, not imported
_EXPENSE: Final = table(
    "expense",
    *(
        column(name)
        for name in (
            "id", "uuid", "number", "account_code", "supplier", "note", "reference", "paid_from", "tax_code",
            "rate", "net_minor", "tax_minor", "gross_minor", "actor_id", "reversed_by", "reversed_reason",
        )
    ),
    column("date", Date), column("at", UtcDateTime), column("reversed_at", UtcDateTime),
)  # fmt: skip
EXPENSES: Final = SealedKind("expense", (SealedTable(_EXPENSE, "id"),))
KINDS: Final[tuple[SealedKind, ...]] = (
    SEALED_KEY, LEDGER, STOCK_MOVES, INVOICES, PAYMENTS, ALLOCATIONS, REDUCTIONS, EXPENSES, SEALED_MOVEMENT,
    SEALED_TAKING, SEALED_RETURN, SEALED_SHIFT, SEALED_DAY,
)  # fmt: skip
_AT_ONCE: Final = 500
# clocks of stations differ: of what was told within this time of the last word, any is taken for the last
_CLOCKS_DIFFER: Final = timedelta(minutes=5)


@dataclass(slots=True)
class _Batch:
    """Documents that were told of together, with the digests of those that were found."""

    digest: str
    at: datetime
    found: dict[int, str | None]

    @property
    def fits(self) -> bool:
        """Whether the rows are as they were told; only asked when all were found."""
        return batch_digest(str(digest) for digest in self.found.values()) == self.digest


def _told(connection: Connection, kind: str) -> list[_Batch]:
    """What the journal holds of one kind, in the order of time."""
    query = (
        select(journal.c.payload, journal.c.at)
        .where(journal.c.payload.contains(f'"{KEY}"'), journal.c.payload.contains(f'"{kind}"'))
        .order_by(journal.c.at, journal.c.chain, journal.c.seq)
    )
    return [
        _Batch(digest, row.at, dict.fromkeys(ids))
        for row in stream(connection, query)
        for name, ids, digest in _seals(row.payload)
        if name == kind
    ]


def _seals(payload: str) -> list[Any]:
    try:
        found = json.loads(payload)[KEY]
    except (ValueError, KeyError, TypeError):
        return []  # a changed entry: the chain names it
    return found if isinstance(found, list) else []


def _as_sealed(kind: SealedKind, connection: Connection) -> Iterator[str]:
    batches = _told(connection, kind.name)
    places: dict[int, list[int]] = {}
    for place, batch in enumerate(batches):
        for document_id in batch.found:
            places.setdefault(document_id, []).append(place)
    for document_id, digest in _digests(connection, kind):
        if document_id not in places:
            yield f"{kind.name} {document_id} is not in the journal"
        for place in places.get(document_id, ()):
            batches[place].found[document_id] = digest
    for document_id, mine in places.items():
        last = [
            batches[place] for place in mine if batches[place].at >= batches[mine[-1]].at - _CLOCKS_DIFFER
        ]
        yield from _document(kind.name, document_id, last)


def _document(kind: str, document_id: int, last: Sequence[_Batch]) -> Iterator[str]:
    """What is wrong with one document; of several written together the first speaks for all."""
    newest = last[-1]
    if newest.found[document_id] is None:
        yield f"the journal tells of {kind} {document_id}, which is not there"
        return
    speaks = next(iter(newest.found)) == document_id and None not in newest.found.values()
    if speaks and not any(batch.fits for batch in last):
        others = f" or one of {len(newest.found) - 1} written with it" if len(newest.found) > 1 else ""
        yield f"{kind} {document_id}{others}: its rows are not as they were written"


def _digests(connection: Connection, kind: SealedKind) -> Iterator[tuple[int, str]]:
    """The digest of every document there is, a few hundred at a time; ValueError when they come twice."""
    first = kind.tables[0]
    key = first.table.c[first.key]
    query = first.query().order_by(None).order_by(key).limit(_AT_ONCE)
    last = None
    while True:
        asked = query if last is None else query.where(key > last)
        ids = [int(getattr(row, first.key)) for row in connection.execute(asked)]
        if not ids:
            return
        parts = [one.rows_of(connection, ids) for one in kind.tables]
        for document_id in ids:
            rows = [row for part in parts for row in part.get(document_id, [])]
            yield document_id, unit_digest(kind.name, rows)
        if last is not None and ids[-1] <= last:
            msg = f"the rows of {first.table.name} are not in the order of their ids"
            raise ValueError(msg)  # a damaged page would give the same rows for ever
        last = ids[-1]


SEAL_CHECKS: Final = tuple(
    Check(
        f"{kind.name}_as_sealed",
        f"Every posted {kind.name.replace('_', ' ')} is in the journal, its rows as they were written.",
        partial(_as_sealed, kind),
    )
    for kind in KINDS
)
