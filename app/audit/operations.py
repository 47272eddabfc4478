"""Writing into the journal, in the transaction of what it tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, insert, select, update

from app.audit.rules import chain_hash, excerpt, row_of
from app.audit.signatures import entry_message
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
SIGN_EVERY: Final = 50  # entries; between them the chain holds what the next signature covers
# closes, posted documents and the keys themselves are signed at once
SIGNED: Final = frozenset(
    {
        "shift.closed", "day.closed", "invoice.posted", "credit_note.posted", "prepayment.posted",
        "debit_note.posted", "customer_payment.received", "ledger.period_closed", "accounting.year_closed",
        "journal.checkpoint", "journal.key_made", "journal.key_rolled",
    }
)  # fmt: skip


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
    signed: bool = False,
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
        signed: sign this very entry, also where its kind and place do not ask for it.
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
    seq = head.last_seq + 1
    signer = uow.signer
    if signer is not None and not (signed or kind in SIGNED or seq % SIGN_EVERY == 0):
        signer = None
    if uow.seals:
        payload = {**payload, "seals": uow.seals}
        uow.seals = []
    row = row_of(
        chain=chain,
        seq=seq,
        at=uow.now,
        actor_id=actor.user_id,
        approver_id=actor.approval.user_id if actor.approval else None,
        kind=kind,
        document_type=document_type,
        document_id=document_id,
        payload=canonical_json(payload),
        signed_by=signer.fingerprint if signer else None,
    )
    row_hash = chain_hash(head.last_hash, row)
    perpetual = head.perpetual_minor + turnover_minor
    signature = signer.sign(entry_message(row_hash)) if signer else None
    entry = {**row, "previous_hash": head.last_hash, "hash": row_hash, "signature": signature}
    moved = {"chain_": chain, "seq_": seq, "hash_": row_hash, "perpetual_": perpetual}
    run_together(uow.connection, [(_INSERT, entry), (_MOVE_HEAD, moved), *beside])
    if uow.notes is not None:
        uow.notes.append((kind, document_type, document_id))
    return JournalEntry(chain, seq, row_hash, perpetual)
