"""Writing into the journal, in the transaction of what it tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, insert, select, update

from app.audit.rules import chain_hash, excerpt, row_of
from app.audit.tables import journal, journal_head
from app.db.prepared import Prepared, Write, run_together
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_if_absent
from app.kernel.canonical import EMPTY_HASH, canonical_json

_HEAD: Final = Prepared(
    select(journal_head.c.last_seq, journal_head.c.last_hash, journal_head.c.perpetual_minor)
    .where(journal_head.c.chain == bindparam("chain_"))
    .with_for_update()
)
_MOVE_HEAD: Final = Prepared(
    update(journal_head)
    .where(journal_head.c.chain == bindparam("chain_"))
    .values(last_seq=bindparam("seq_"), last_hash=bindparam("hash_"), perpetual_minor=bindparam("perpetual_"))
)
_INSERT: Final = Prepared(insert(journal))


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """Where an entry stands in its chain."""

    chain: str
    seq: int
    hash: str
    perpetual_minor: int

    @property
    def excerpt(self) -> str:
        """Eight characters of the hash, for paper."""
        return excerpt(self.hash)


def note(
    uow: UnitOfWork,
    *,
    kind: str,
    document_type: str | None = None,
    document_id: int | None = None,
    payload: Mapping[str, object],
    turnover_minor: int = 0,
    beside: Sequence[Write] = (),
) -> JournalEntry:
    """Append one entry to the chain of the actor's station.

    Args:
        uow: the transaction of what happened.
        kind: what happened, e.g. "sale.completed", "drawer.no_sale".
        document_type: what it happened to.
        document_id: its id.
        payload: the values; no personal data, customers by id only (design/reliability.md 4.3).
        turnover_minor: added to the chain's perpetual total: sales positive, returns negative.
        beside: what else is written, in the same breath.
    """
    actor = uow.actor
    chain = actor.station
    head = _HEAD.one_or_none(uow.connection, {"chain_": chain})
    if head is None:
        insert_if_absent(
            uow.connection,
            journal_head,
            {"chain": chain, "last_seq": 0, "last_hash": EMPTY_HASH, "perpetual_minor": 0},
        )
        head = _HEAD.one_or_none(uow.connection, {"chain_": chain})
    row = row_of(
        chain=chain,
        seq=head.last_seq + 1,
        at=uow.now,
        actor_id=actor.user_id,
        approver_id=actor.approval.user_id if actor.approval else None,
        kind=kind,
        document_type=document_type,
        document_id=document_id,
        payload=canonical_json(payload),
    )
    row_hash = chain_hash(head.last_hash, row)
    perpetual = head.perpetual_minor + turnover_minor
    entry = {**row, "previous_hash": head.last_hash, "hash": row_hash}
    moved = {"chain_": chain, "seq_": head.last_seq + 1, "hash_": row_hash, "perpetual_": perpetual}
    run_together(uow.connection, [(_INSERT, entry), (_MOVE_HEAD, moved), *beside])
    return JournalEntry(chain, head.last_seq + 1, row_hash, perpetual)
