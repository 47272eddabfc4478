"""The keys that sign the journal: made known, taken over by new ones, found again at a start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, insert, select, update

from app.audit.operations import note
from app.audit.seals import SealedKind, SealedTable, seal_rows, seal_stored
from app.audit.signatures import KeySigner, new_secret, roll_message
from app.audit.tables import journal, journal_head, journal_key
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.signing import Signer

KEPT_AS: Final = "journal."  # and the fingerprint: under which name the private half is kept
SEALED_KEY: Final = SealedKind("journal_key", (SealedTable(journal_key, "id"),))


class NoKeyError(Refusal):
    """Nothing to sign with."""

    message = "This station has no key to sign the journal with. Start the program again."


@dataclass(frozen=True, slots=True)
class JournalKey:
    """A key, as a screen shows it."""

    id: int
    fingerprint: str
    public_key: str
    station: str
    made_at: datetime
    retired_at: datetime | None
    followed_by: str | None


def list_keys(connection: Connection) -> list[JournalKey]:
    """Every key there ever was, the newest first."""
    rows = connection.execute(select(journal_key).order_by(journal_key.c.made_at.desc(), journal_key.c.id))
    return [JournalKey(*(getattr(r, n) for n in JournalKey.__dataclass_fields__)) for r in rows]


def own_signer(connection: Connection, *, find: Callable[[str], str]) -> KeySigner | None:
    """The key in use whose private half lies in this machine's key store, or None.

    Args:
        connection: a read transaction.
        find: gives the secret of a name, or "".
    """
    for known in list_keys(connection):
        secret = find(KEPT_AS + known.fingerprint) if known.retired_at is None else ""
        if secret:
            return KeySigner(secret)
    return None


def make_secret(keep: Callable[[str, str], object]) -> KeySigner:
    """A new key whose private half is kept; nobody knows it before `register_key` or `roll_key`."""
    secret = new_secret()
    signer = KeySigner(secret)
    keep(KEPT_AS + signer.fingerprint, secret)
    return signer


@permitted(Permission.SYSTEM)
def register_key(uow: UnitOfWork, *, signer: Signer) -> None:
    """Make the first key of an installation known; the entry that tells of it is signed by it."""
    uow.signer = signer
    _write(uow, signer)


@permitted(Permission.SETTINGS)
def roll_key(uow: UnitOfWork, *, signer: Signer) -> None:
    """Another key takes the place of the one in use; what that one signed can be checked for ever.

    The old key signs the entry that names the new one, with the new one's signature in it; the next entry
    is signed by the new one.

    Args:
        uow: the transaction; its signer is the key in use.
        signer: the new key, whose private half is kept already.

    Raises:
        NoKeyError: no key is in use on this station.
    """
    old = uow.signer
    if old is None:
        raise NoKeyError
    uow.connection.execute(
        update(journal_key)
        .where(journal_key.c.fingerprint == old.fingerprint)
        .values(retired_at=uow.now, followed_by=signer.fingerprint)
    )
    ids = uow.connection.execute(
        select(journal_key.c.id).where(journal_key.c.fingerprint == old.fingerprint)
    ).scalars()
    seal_stored(uow, SEALED_KEY, ids)
    proof = signer.sign(roll_message(old.fingerprint, signer.fingerprint))
    note(
        uow, kind="journal.key_rolled",
        payload={
            "old": old.fingerprint, "new": signer.fingerprint, "public_key": signer.public_key,
            "proof": proof,
        },
    )  # fmt: skip
    uow.signer = signer
    _write(uow, signer)


def _write(uow: UnitOfWork, signer: Signer) -> None:
    row: dict[str, object] = {
        "id": next_id(), "fingerprint": signer.fingerprint, "public_key": signer.public_key,
        "station": uow.actor.station, "made_at": uow.now, "made_by": uow.actor.user_id, "retired_at": None,
        "followed_by": None,
    }  # fmt: skip
    uow.connection.execute(insert(journal_key), row)
    seal_rows(uow, SEALED_KEY.name, [row])
    note(
        uow, kind="journal.key_made",
        payload={"fingerprint": signer.fingerprint, "public_key": signer.public_key},
    )  # fmt: skip


@permitted(Permission.VERIFY)
def sign_chains(uow: UnitOfWork) -> int:
    """Sign whatever is not signed yet, e.g. before an archive is made; returns how many chains it was.

    Raises:
        NoKeyError: no key is in use on this station.
    """
    if uow.signer is None:
        raise NoKeyError
    rows = uow.connection.execute(
        select(journal_head.c.chain)
        .join_from(
            journal_head, journal,
            (journal.c.chain == journal_head.c.chain) & (journal.c.seq == journal_head.c.last_seq),
        )
        .where(journal.c.signature.is_(None))
        .order_by(journal_head.c.chain)
    ).all()  # fmt: skip
    actor = uow.actor
    for (chain,) in rows:
        uow.actor = replace(actor, station=chain)
        note(uow, kind="journal.checkpoint", payload={})
    uow.actor = actor
    return len(rows)
