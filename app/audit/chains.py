"""Walking the chains: is every entry, and every signature, as it was written?

Works on rows from anywhere: the database, or an archive that is all there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.audit.rules import chain_hash, row_of
from app.audit.signatures import entry_message, fingerprint_of, is_signed_by
from app.kernel.canonical import EMPTY_HASH


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first entry of a chain that is not as it was written."""

    chain: str
    seq: int
    what: str


@dataclass(slots=True)
class ChainEnd:
    """Where a walk stands: the last entry that was right, and the last one that was signed."""

    seq: int = 0
    hash: str = EMPTY_HASH
    signed_seq: int = 0
    first: bool = True


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A public key and the time in which it may have signed."""

    public_key: str
    made_at: datetime
    retired_at: datetime | None


def walk(
    chain: str, rows: Iterable[Any], keys: Mapping[str, KnownKey], end: ChainEnd
) -> Iterator[ChainFault]:
    """Go along a chain and yield its first fault, if there is one.

    Args:
        chain: its name.
        rows: its entries by number, with the columns of the journal.
        keys: the keys that may have signed, by fingerprint.
        end: where it begins; moved along, so that it tells where the chain ends.
    """
    for row in rows:
        what = _wrong(row, keys, end)
        if what:
            yield ChainFault(chain, end.seq + 1 if what == "entry missing" else row.seq, what)
            return
        end.seq, end.hash = row.seq, row.hash
        if row.signature is not None:
            end.signed_seq = row.seq


def _wrong(row: Any, keys: Mapping[str, KnownKey], end: ChainEnd) -> str:
    if row.seq != end.seq + 1:
        return "entry missing"
    fields = row_of(
        chain=row.chain, seq=row.seq, at=row.at, actor_id=row.actor_id, approver_id=row.approver_id,
        kind=row.kind, document_type=row.document_type, document_id=row.document_id, payload=row.payload,
        signed_by=row.signed_by,
    )  # fmt: skip
    if row.previous_hash != end.hash or chain_hash(end.hash, fields) != row.hash:
        return "entry changed"
    return _wrong_signature(row, keys)


def _wrong_signature(row: Any, keys: Mapping[str, KnownKey]) -> str:
    if (row.signed_by is None) != (row.signature is None):
        return "signature removed"
    if row.signed_by is None:
        return ""
    known = keys.get(row.signed_by)
    if known is None or fingerprint_of(known.public_key) != row.signed_by:
        return "signed by a key that is not known"
    late = known.retired_at is not None and row.at > known.retired_at
    if late or row.at < known.made_at:
        return "signed by a key that was not in use"
    if not is_signed_by(known.public_key, entry_message(row.hash), str(row.signature)):
        return "signature does not fit"
    return ""


def known_keys(rows: Iterable[Any]) -> dict[str, KnownKey]:
    """Rows of journal_key by fingerprint."""
    return {r.fingerprint: KnownKey(r.public_key, r.made_at, r.retired_at) for r in rows}
