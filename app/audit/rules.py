"""The chain of the journal: what a row's hash is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from app.kernel.canonical import canonical_json, sha256

EXCERPT_POSITIONS = (0, 10, 20, 30, 40, 50, 60, 63)


def chain_hash(previous_hash: str, row: Mapping[str, object]) -> str:
    """SHA-256 over the previous hash and the row's canonical JSON (design/money-in.md 9).

    Args:
        previous_hash: hexadecimal hash of the row before; 64 zeros for the first.
        row: chain, seq, at, actor_id, approver_id, kind, document_type, document_id, payload, signed_by.
    """
    return sha256(previous_hash + "\n" + canonical_json(row))


def excerpt(row_hash: str) -> str:
    """The eight characters of a hash that stand on paper: the outside witness of the chain."""
    return "".join(row_hash[i] for i in EXCERPT_POSITIONS).upper()


def rows_digest(rows: Mapping[str, Sequence[Mapping[str, object]]]) -> str:
    """SHA-256 over the rows a document was written with, by table name.

    It stands in the journal, so that a changed byte in any of the rows shows. The names of the columns
    are told once for rows that have the same: most of the text would be names.
    """
    told: list[object] = []
    for name in sorted(rows):
        told.append(name)
        before: Sequence[str] = ()
        for row in rows[name]:
            columns, values = _sorted_columns(tuple(row))
            if columns != before:
                told.append(columns)
                before = columns
            told.append(values(row))
    return sha256(canonical_json(told))


@lru_cache(maxsize=200)
def _sorted_columns(columns: tuple[str, ...]) -> tuple[tuple[str, ...], Callable[[Any], Sequence[object]]]:
    """The names in order, and what takes their values out of a row."""
    names = tuple(sorted(columns))
    if len(names) == 1:
        return names, lambda row: (row[names[0]],)
    return names, itemgetter(*names)


def row_of(  # noqa: PLR0913 - the columns of a table
    *, chain: str, seq: int, at: datetime, actor_id: int, approver_id: int | None, kind: str,
    document_type: str | None, document_id: int | None, payload: str, signed_by: str | None = None,
) -> dict[str, object]:  # fmt: skip
    """The hashed fields of a journal row by name; who signs it is one of them."""
    return {
        "chain": chain,
        "seq": seq,
        "at": at,
        "actor_id": actor_id,
        "approver_id": approver_id,
        "kind": kind,
        "document_type": document_type,
        "document_id": document_id,
        "payload": payload,
        "signed_by": signed_by,
    }
