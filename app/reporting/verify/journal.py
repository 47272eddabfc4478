"""The journal: whole, chained, and told by the paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, func, select

from app.audit.queries import verify_chains
from app.audit.rules import excerpt
from app.audit.tables import journal, journal_head
from app.reporting.verify.results import Check, stream
from app.till.tables import sale, shift


def _chains(connection: Connection) -> Iterator[str]:
    for fault in verify_chains(connection):
        yield f"journal of {fault.chain}, entry {fault.seq}: {fault.what}"


def _perpetual(connection: Connection) -> Iterator[str]:
    told = int(
        connection.execute(select(func.coalesce(func.sum(journal_head.c.perpetual_minor), 0))).scalar_one()
    )
    sold = int(connection.execute(select(func.coalesce(func.sum(sale.c.gross_minor), 0))).scalar_one())
    if told != sold:
        yield f"the perpetual totals come to {told}, the sales to {sold}"


def _paper(connection: Connection) -> Iterator[str]:
    """The Z carries characters of its entry's hash: a chain made anew after the print shows here."""
    rows = stream(
        connection,
        select(shift.c.id, shift.c.z_number, shift.c.journal_excerpt, journal.c.hash)
        .join_from(
            shift, journal,
            (journal.c.document_id == shift.c.id) & (journal.c.kind == "shift.closed"), isouter=True,
        )
        .where(shift.c.status == "closed"),
    )  # fmt: skip
    for row in rows:
        if row.hash is None:
            yield f"shift {row.id} (Z {row.z_number}) has no entry of its close in the journal"
        elif row.journal_excerpt != excerpt(row.hash):
            yield f"shift {row.id} (Z {row.z_number}) was printed with another journal entry"


JOURNAL_CHECKS: Final = (
    Check("journal_is_whole", "No journal entry was changed, removed or cut off.", _chains),
    Check("perpetual_total", "The perpetual totals of the journal equal all sales.", _perpetual),
    Check("z_bears_its_entry", "Every Z report bears its own journal entry.", _paper),
)
