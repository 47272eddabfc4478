"""Which machines are tills of the shop: registered, joined with a one-time code, replaced, retired."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, update

from app.audit.operations import note
from app.db.server import drop_role, give_till_rights, make_role, server_clock, set_own_password
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.numbering.lanes import deal_station_lane
from app.organisation.queries import get_till
from app.organisation.tables import till
from app.stations.refusals import (
    CodeUsedError,
    NoStationError,
    StationThereError,
    StationUnsentError,
)
from app.stations.replica import MASTER
from app.stations.states import SelfStatus
from app.stations.tables import station
from app.till.operations.holds import open_holds_of, release_holds_of

_ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_TAG: Final = 16


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the person who sets the till up types there, once."""

    till_code: str
    role: str
    code: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What a machine that joined must keep: its database password and the PINs' pepper.

    Attributes:
        lane: in which it makes its ids, it alone.
    """

    till_id: int
    till_code: str
    epoch: int
    lane: int
    token: str
    password: str
    pepper: bytes


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the server says to a till that comes."""

    status: SelfStatus
    expected: int
    skew_seconds: int


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station as the office sees it."""

    till_id: int
    till_code: str
    till_name: str
    epoch: int
    last_seq: int
    joined_at: datetime | None
    retired_at: datetime | None
    seen_at: datetime | None
    skew_seconds: int | None
    unsent: int | None
    alarm: str | None


@permitted(Permission.SETTINGS)
def register_station(uow: UnitOfWork, *, till_code: str, pepper: bytes) -> Invitation:
    """Make a till of the shop a station of its own; returns the one-time code for its machine.

    Raises:
        UnknownTillError: there is no such till.
        StationThereError: it is one already.
    """
    found = get_till(uow.connection, code=till_code)
    if uow.connection.execute(select(station.c.till_id).where(station.c.till_id == found.id)).first():
        raise StationThereError(code=till_code)
    invitation, sealed = _invite(till_code, 1, pepper)
    uow.connection.execute(
        insert(station),
        {
            "till_id": found.id, "epoch": 1, "last_seq": 0, "token": None, "role": invitation.role,
            "sealed": sealed, "registered_at": uow.now, "joined_at": None, "retired_at": None,
            "seen_at": None, "skew_seconds": None, "unsent": None, "alarm": None,
        },
    )  # fmt: skip
    make_role(uow.connection, role=invitation.role, password=invitation.code)
    give_till_rights(uow.connection, role=invitation.role, read_only=MASTER)
    note(uow, kind="station.registered", document_type="till", document_id=found.id, payload={"epoch": 1})
    return invitation


@permitted(Permission.SETTINGS)
def replace_station(
    uow: UnitOfWork, *, till_code: str, pepper: bytes, nothing_left: bool = False
) -> Invitation:
    """Give a till's place to another machine: the one before cannot come any more; returns the new code.

    Args:
        uow: the transaction, at the server.
        till_code: which till.
        pepper: of the PINs, sealed under the code.
        nothing_left: a person says that the machine before holds nothing unsent.

    Raises:
        NoStationError: it is no station.
        StationUnsentError: as far as is known the machine before holds documents.
    """
    row = _of(uow.connection, till_code)
    if row.unsent and not nothing_left:
        raise StationUnsentError(code=till_code, count=row.unsent)
    invitation, sealed = _invite(till_code, row.epoch + 1, pepper)
    uow.connection.execute(
        update(station).where(station.c.till_id == row.till_id),
        {
            "epoch": row.epoch + 1, "last_seq": 0, "token": None, "role": invitation.role, "sealed": sealed,
            "joined_at": None, "retired_at": None, "unsent": None, "alarm": None,
        },
    )  # fmt: skip
    release_holds_of(uow, till_id=row.till_id, why="another machine is that till now")
    drop_role(uow.connection, role=row.role)
    make_role(uow.connection, role=invitation.role, password=invitation.code)
    give_till_rights(uow.connection, role=invitation.role, read_only=MASTER)
    note(
        uow, kind="station.replaced", document_type="till", document_id=row.till_id,
        payload={"epoch": row.epoch + 1, "nothing_left": nothing_left},
    )  # fmt: skip
    return invitation


@permitted(Permission.SETTINGS)
def retire_station(uow: UnitOfWork, *, till_code: str, nothing_left: bool = False) -> None:
    """Take a station away: its machine cannot come any more; what it sold stays.

    Raises:
        NoStationError, StationUnsentError: as replace_station does.
    """
    row = _of(uow.connection, till_code)
    if row.unsent and not nothing_left:
        raise StationUnsentError(code=till_code, count=row.unsent)
    uow.connection.execute(
        update(station).where(station.c.till_id == row.till_id),
        {"retired_at": uow.now, "token": None, "sealed": None},
    )
    release_holds_of(uow, till_id=row.till_id, why="the till was taken away")
    drop_role(uow.connection, role=row.role)
    note(uow, kind="station.retired", document_type="till", document_id=row.till_id, payload={})


@permitted(Permission.SETTINGS)
def renew_rights(uow: UnitOfWork) -> None:
    """Give the tills' roles their rights again: a new version of the program may have new tables."""
    for role in uow.connection.execute(
        select(station.c.role).where(station.c.retired_at.is_(None))
    ).scalars():
        give_till_rights(uow.connection, role=role, read_only=MASTER)


@permitted(Permission.SYSTEM)
def join_station(uow: UnitOfWork, *, till_code: str, code: str) -> Joined:
    """At the server, from the new machine, which came in with the code: the code is spent from now on.

    Raises:
        NoStationError: it is no station.
        CodeUsedError: the code was used already.
    """
    row = _of(uow.connection, till_code)
    if row.sealed is None or row.retired_at is not None:
        raise CodeUsedError(code=till_code)
    pepper = unseal(row.sealed, tidy(code))
    if pepper is None:
        raise CodeUsedError(code=till_code)
    token, password = secrets.token_hex(8), secrets.token_urlsafe(24)
    uow.connection.execute(
        update(station).where(station.c.till_id == row.till_id),
        {"token": token, "sealed": None, "joined_at": uow.now, "seen_at": uow.now, "unsent": 0},
    )
    set_own_password(uow.connection, password=password)
    lane = deal_station_lane(uow)
    note(
        uow, kind="station.joined", document_type="till", document_id=row.till_id,
        payload={"epoch": row.epoch},
    )  # fmt: skip
    return Joined(row.till_id, till_code, row.epoch, lane, token, password, pepper)


@permitted(Permission.SYSTEM)
def greet(
    uow: UnitOfWork, *, till_id: int, epoch: int, known: Sequence[str], next_token: str, last_seq: int,
    unsent: int,
) -> Greeting:  # fmt: skip
    """A till comes to the server: is it still the one machine that is this till?

    The server shows the token that was agreed on last; the machine must know it, and proposes the next. A
    copy of the machine, or one restored from a backup, does not know what was agreed on since. Whose answer
    was lost knows what it proposed; a server that was restored shows one of before, which the machine knows.
    """
    row = uow.connection.execute(
        select(station).where(station.c.till_id == till_id).with_for_update()
    ).one_or_none()
    if row is None or row.retired_at is not None or row.epoch != epoch:
        return Greeting(SelfStatus.RETIRED, 0, 0)
    skew = round((uow.now - server_clock(uow.connection)).total_seconds())
    if row.token not in known or last_seq < row.last_seq:
        why = "a copy of this till, or one restored from a backup, wanted to send"
        uow.connection.execute(update(station).where(station.c.till_id == till_id), {"alarm": why})
        note(uow, kind="station.twin", document_type="till", document_id=till_id, payload={"seq": last_seq})
        return Greeting(SelfStatus.TWIN, row.last_seq + 1, skew)
    uow.connection.execute(
        update(station).where(station.c.till_id == till_id),
        {"token": next_token, "seen_at": uow.now, "skew_seconds": skew, "unsent": unsent},
    )
    return Greeting(SelfStatus.ACTIVE, row.last_seq + 1, skew)


@permitted(Permission.SYSTEM)
def tell_unsent(uow: UnitOfWork, *, till_id: int, epoch: int, unsent: int) -> list[str]:
    """How much a till still holds: whether its machine may be replaced depends on it.

    Returns the checkouts of this machine for which something is kept: those it did not book are over.
    """
    uow.connection.execute(
        update(station).where(station.c.till_id == till_id, station.c.epoch == epoch),
        {"seen_at": uow.now, "unsent": unsent},
    )
    return open_holds_of(uow.connection, till_id=till_id, epoch=epoch)


def list_stations(connection: Connection) -> list[StationRow]:
    """All stations by the code of their till."""
    names = [n for n in StationRow.__dataclass_fields__ if n not in {"till_code", "till_name"}]
    rows = connection.execute(
        select(
            *(station.c[n] for n in names), till.c.code.label("till_code"), till.c.name.label("till_name")
        ).join_from(station, till, till.c.id == station.c.till_id).order_by(till.c.code)
    )  # fmt: skip
    return [StationRow(**r._mapping) for r in rows]  # noqa: SLF001 - SQLAlchemy's public name


def _of(connection: Connection, till_code: str) -> Row[Any]:
    row = connection.execute(
        select(station).join_from(station, till, till.c.id == station.c.till_id)
        .where(till.c.code == till_code).with_for_update(of=station)
    ).one_or_none()  # fmt: skip
    if row is None:
        raise NoStationError(code=till_code)
    return row


def _invite(till_code: str, epoch: int, pepper: bytes) -> tuple[Invitation, str]:
    code = "".join(secrets.choice(_ALPHABET) for _ in range(20))
    shown = "-".join(code[i : i + 5] for i in range(0, 20, 5))
    role = f"till_{till_code.lower()}_{epoch}_{secrets.token_hex(3)}"  # roles are those of all databases
    return Invitation(till_code, role, shown), seal(pepper, tidy(shown))


def tidy(code: str) -> str:
    """A code as it is kept, however it was typed."""
    plain = "".join(c for c in code.upper() if c in _ALPHABET)
    return "-".join(plain[i : i + 5] for i in range(0, len(plain), 5))


def _keys(code: str, salt: bytes, length: int) -> tuple[bytes, bytes]:
    made = hashlib.scrypt(code.encode(), salt=salt, n=2**14, r=8, p=1, dklen=length + 32)
    return made[:length], made[length:]


def seal(secret: bytes, code: str) -> str:
    """A secret under a code that is used once: a pad made of the code, and a tag that shows a wrong one."""
    salt = secrets.token_bytes(16)
    pad, key = _keys(code, salt, len(secret))
    hidden = bytes(a ^ b for a, b in zip(secret, pad, strict=True))
    return (salt + hidden + hmac.digest(key, hidden, "sha256")[:_TAG]).hex()


def unseal(sealed: str, code: str) -> bytes | None:
    """The secret, or None for another code."""
    whole = bytes.fromhex(sealed)
    salt, hidden, tag = whole[:16], whole[16:-_TAG], whole[-_TAG:]
    pad, key = _keys(code, salt, len(hidden))
    if not hmac.compare_digest(hmac.digest(key, hidden, "sha256")[:_TAG], tag):
        return None
    return bytes(a ^ b for a, b in zip(hidden, pad, strict=True))
