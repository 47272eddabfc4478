"""What somebody can do who owns the file, a tool for SQLite and this program's source, but no key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from app.audit.rules import chain_hash, excerpt, row_of
from app.audit.seals import KEY, SealedKind, batch_digest, unit_digest
from app.audit.signatures import entry_message
from app.audit.tables import journal, journal_head, journal_key
from app.db.engine import create_app_engine
from app.kernel.canonical import EMPTY_HASH, canonical_json
from app.kernel.signing import Signer
from app.till.operations.days import SEALED_DAY
from app.till.operations.shifts import SEALED_SHIFT
from app.till.tables import sale, shift, store_day

TILL: Final = "T01"
_PRINTED: Final = {
    "sale.completed": sale, "return.completed": sale, "shift.closed": shift, "day.closed": store_day
}  # fmt: skip


@contextmanager
def thief(path: Path) -> Iterator[Thief]:
    """Whoever changes the file; what the database itself looks after is switched off."""
    engine = create_app_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        pooled: Any = connection.connection
        pooled.dbapi_connection.execute("PRAGMA foreign_keys=OFF")
        pooled.dbapi_connection.execute("PRAGMA ignore_check_constraints=ON")
        yield Thief(connection)
        connection.commit()
    engine.dispose()


@dataclass(frozen=True, slots=True)
class Thief:
    """His hands."""

    connection: Connection

    def entries(self, chain: str = TILL) -> list[Any]:
        """A chain, from its first entry."""
        query = select(journal).where(journal.c.chain == chain).order_by(journal.c.seq)
        return list(self.connection.execute(query))

    def first(self, kind: str, chain: str = TILL) -> Any:
        """The first entry of a kind."""
        return next(row for row in self.entries(chain) if row.kind == kind)

    def set(self, row: Any, **values: object) -> None:
        """Change an entry."""
        here = (journal.c.chain == row.chain) & (journal.c.seq == row.seq)
        self.connection.execute(update(journal).where(here).values(values))

    def cut(self, row: Any, *, to_the_end: bool = False) -> None:
        """Take an entry away, or with all that follow it."""
        seq = journal.c.seq >= row.seq if to_the_end else journal.c.seq == row.seq
        self.connection.execute(delete(journal).where(journal.c.chain == row.chain, seq))

    def put(self, row: Any, **values: object) -> None:
        """Put in an entry like another one."""
        self.connection.execute(insert(journal).values({**row._mapping, **values}))

    def make_room(self, seq: int) -> None:
        """Number the till's entries from this one on one higher."""
        for row in reversed(self.entries()):
            if row.seq >= seq:
                self.set(row, seq=row.seq + 1)

    def close_gap(self, seq: int) -> None:
        """Number those after this one, which is gone, one lower."""
        for row in self.entries():
            if row.seq > seq:
                self.set(row, seq=row.seq - 1)

    def hashed(self, row: Any, previous: str, **values: object) -> str:
        """What the hash of an entry would be."""
        told = {**row._mapping, **values}
        names = row_of.__annotations__.keys() - {"return"}
        return chain_hash(previous, row_of(**{name: told[name] for name in names}))

    def chain_anew(self, chain: str = TILL, *, signer: Signer | None = None, unsigned: bool = False) -> None:
        """Chain the entries anew, set the head, and the characters that papers of the shop bear.

        Args:
            chain: its name.
            signer: signs what was signed; else the old signatures stay.
            unsigned: no entry is signed any more.
        """
        previous, seq = EMPTY_HASH, 0
        for row in self.entries(chain):
            signed_by = None if unsigned else row.signed_by
            signature = None if unsigned else row.signature
            if signer is not None and signed_by is not None:
                signed_by = signer.fingerprint
            found = self.hashed(row, previous, signed_by=signed_by)
            if signer is not None and signed_by is not None:
                signature = signer.sign(entry_message(found))
            self.set(row, previous_hash=previous, hash=found, signed_by=signed_by, signature=signature)
            self._print_anew(row, found)
            previous, seq = found, row.seq
        self.connection.execute(
            update(journal_head).where(journal_head.c.chain == chain).values(last_seq=seq, last_hash=previous)
        )

    def _print_anew(self, row: Any, found: str) -> None:
        table = _PRINTED.get(row.kind)
        if table is not None:
            self.connection.execute(
                update(table).where(table.c.id == row.document_id).values(journal_excerpt=excerpt(found))
            )

    def whole_shop_anew(self, *, signer: Signer | None = None, unsigned: bool = False) -> None:
        """Make everything fit the till's new chain, also the rows that bear characters of it."""
        self.chain_anew(signer=signer, unsigned=unsigned)
        for kind, told in ((SEALED_SHIFT, "shift.closed"), (SEALED_DAY, "day.closed")):
            self.seal_anew(kind, self.first(told).document_id)
            self.chain_anew(signer=signer, unsigned=unsigned)

    def seal_anew(self, kind: SealedKind, document_id: int, chain: str = TILL) -> None:
        """Tell the journal how a document stands now, in the entries that told of it alone."""
        parts = [t.rows_of(self.connection, [document_id]) for t in kind.tables]
        rows = [row for part in parts for row in part.get(document_id, [])]
        digest = batch_digest([unit_digest(kind.name, rows)])
        for row in self.entries(chain):
            payload = json.loads(row.payload)
            for told in payload.get(KEY, []):
                if told[:2] == [kind.name, [document_id]]:
                    told[2] = digest
                    self.set(row, payload=canonical_json(payload))

    def put_key(self, **values: object) -> None:
        """Another public key in the place of the one that is known."""
        self.connection.execute(update(journal_key).values(values))
