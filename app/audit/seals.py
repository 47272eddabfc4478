"""Digests of posted rows in the journal: a byte that is changed in one of them afterwards shows.

A sale tells its rows itself, in one digest. Everything else that is posted is sealed here: the next entry
of the same transaction bears the digest, or one of its own at the end. A row that may be changed lawfully
is sealed again with the change; the last seal counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, TableClause, select

from app.audit.rules import rows_digest
from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import sha256

KEY: Final = "seals"  # in the payload of an entry: [[kind, ids, digest], ...]
DIGEST_LENGTH: Final = 32
Rows = Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table of a kind: which column names the document, and how its rows are ordered within it."""

    table: TableClause
    key: str
    order: tuple[str, ...] = ()
    only: tuple[str, str] | None = None  # column and value: other rows are not of this kind
    leaves_out: tuple[str, str] | None = None  # column and value of rows that are told in another way

    def rows_of(self, connection: Connection, ids: Sequence[int]) -> dict[int, list[dict[str, object]]]:
        """The rows of these documents by document, in order."""
        found: dict[int, list[dict[str, object]]] = {}
        for row in connection.execute(self.query().where(self.table.c[self.key].in_(ids))):
            values = {str(c.name): getattr(row, c.name) for c in self.table.columns}
            found.setdefault(int(str(values[self.key])), []).append(values)
        return found

    def query(self) -> Select[Any]:
        """All its rows, by document."""
        c = self.table.c
        query = select(self.table).order_by(c[self.key], *(c[name] for name in self.order))
        if self.only is not None:
            query = query.where(c[self.only[0]] == self.only[1])
        if self.leaves_out is not None:
            query = query.where(c[self.leaves_out[0]] != self.leaves_out[1])
        return query


@dataclass(frozen=True, slots=True)
class SealedKind:
    """What is sealed together: the row of a document and those that belong to it.

    Attributes:
        name: how the journal calls it.
        tables: the document's own first.
    """

    name: str
    tables: tuple[SealedTable, ...]


def unit_digest(kind: str, rows: Rows) -> str:
    """The digest of one document: all its rows, table after table."""
    return rows_digest({kind: rows})


def batch_digest(digests: Iterable[str]) -> str:
    """One digest for several documents that were written together."""
    return sha256("\n".join(digests))[:DIGEST_LENGTH]


def seal(uow: UnitOfWork, kind: str, documents: Sequence[tuple[int, Rows]]) -> None:
    """Tell the journal what was written, by one digest for all: for what never changes afterwards.

    Args:
        uow: the transaction.
        kind: of the documents, a name of a SealedKind.
        documents: id and all rows of each, as they stand in the database.
    """
    if not documents:
        return
    if not uow.seals:
        uow.at_end.append(_tell_rest)
    ids = [document_id for document_id, _rows in documents]
    uow.seals.append([kind, ids, batch_digest(unit_digest(kind, rows) for _id, rows in documents)])


def seal_rows(uow: UnitOfWork, kind: str, rows: Rows) -> None:
    """Tell the journal of documents that are one row each, by its "id"; each may change later."""
    for row in rows:
        seal(uow, kind, [(int(str(row["id"])), [row])])


def seal_stored(uow: UnitOfWork, kind: SealedKind, ids: Iterable[int]) -> None:
    """Tell the journal how documents stand in the database now, after they were written or changed."""
    wanted = sorted(ids)
    parts = [table.rows_of(uow.connection, wanted) for table in kind.tables]
    for i in wanted:
        seal(uow, kind.name, [(i, [row for part in parts for row in part.get(i, [])])])


def _tell_rest(uow: UnitOfWork) -> None:
    """What no later entry of the transaction has told gets one of its own."""
    from app.audit.operations import note

    if uow.seals:
        note(uow, kind="journal.sealed", payload={})
