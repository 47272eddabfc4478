"""Reading and writing what a user enters the back office by: password, key of the app, recovery codes."""

from __future__ import annotations

import hmac
import unicodedata
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.access.one_time_codes import is_recovery_code, matching_step, plain_recovery_code
from app.access.pins import hash_pin, pin_matches
from app.access.policy import ONE_TIME_DAYS
from app.access.sealing import open_key
from app.access.tables import old_password, recovery_code, user_secret
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id

_NOTHING: dict[str, Any] = {
    "password_hash": None, "password_at": None, "one_time": False, "sealed_key": None, "key_at": None,
    "last_step": 0,
}  # fmt: skip


def find_secret(connection: Connection, user_id: int) -> Any:
    """The row of a user; None where there is neither password nor key."""
    return connection.execute(select(user_secret).where(user_secret.c.user_id == user_id)).one_or_none()


def write_secret(uow: UnitOfWork, user_id: int, **values: Any) -> None:
    """Change some of it; the caller has locked the user."""
    if find_secret(uow.connection, user_id) is None:
        uow.connection.execute(insert(user_secret), {"user_id": user_id, **_NOTHING, **values})
    else:
        uow.connection.execute(update(user_secret).where(user_secret.c.user_id == user_id), values)


def hash_password(password: str, pepper: bytes) -> str:
    """As a PIN is kept; the same letters typed on another keyboard are the same password."""
    return hash_pin(unicodedata.normalize("NFC", password), pepper)


def password_matches(password: str, pepper: bytes, kept: str) -> bool:
    """Whether it is the one the hash was made of."""
    return pin_matches(unicodedata.normalize("NFC", password), pepper, kept)


def proves(uow: UnitOfWork, user: Any, secret: str, pepper: bytes) -> bool:
    """Whether a secret is the user's: his password where he has one, else his PIN.

    A password that a manager handed over proves nothing after some days.
    """
    row = find_secret(uow.connection, user.id)
    if row is None or row.password_hash is None:
        return pin_matches(secret, pepper, user.pin_hash)
    if row.one_time and uow.now - row.password_at > timedelta(days=ONE_TIME_DAYS):
        return False
    return password_matches(secret, pepper, row.password_hash)


def takes_code(uow: UnitOfWork, user_id: int, code: str, pepper: bytes) -> bool:
    """Whether a code of the app or a recovery code is right; it is used up with that."""
    row = find_secret(uow.connection, user_id)
    if row is None or row.sealed_key is None:
        return False
    if is_recovery_code(code):
        return _takes_recovery(uow, user_id, code, pepper)
    key = open_key(row.sealed_key, pepper, user_id)
    step = None if key is None else matching_step(key, code, now=uow.now, after=row.last_step)
    if step is None:
        return False
    write_secret(uow, user_id, last_step=step)
    return True


def _takes_recovery(uow: UnitOfWork, user_id: int, code: str, pepper: bytes) -> bool:
    used = uow.connection.execute(
        update(recovery_code).where(
            recovery_code.c.user_id == user_id, recovery_code.c.used_at.is_(None),
            recovery_code.c.code_hash == hash_recovery(code, pepper),
        ),
        {"used_at": uow.now},
    )  # fmt: skip
    return used.rowcount == 1


def hash_recovery(code: str, pepper: bytes) -> str:
    """What is kept of a recovery code."""
    return hmac.digest(pepper, b"recovery " + plain_recovery_code(code).encode(), "sha256").hex()


def write_recovery(uow: UnitOfWork, user_id: int, codes: list[str], pepper: bytes) -> None:
    """These, and none of before."""
    uow.connection.execute(delete(recovery_code).where(recovery_code.c.user_id == user_id))
    rows = [
        {"id": next_id(), "user_id": user_id, "code_hash": hash_recovery(c, pepper), "used_at": None}
        for c in codes
    ]
    if rows:
        uow.connection.execute(insert(recovery_code), rows)


def remember_password(uow: UnitOfWork, user_id: int, kept: str, *, most: int) -> None:
    """Keep the hash of a password that was replaced, and of at most so many."""
    uow.connection.execute(
        insert(old_password),
        {"id": next_id(), "user_id": user_id, "password_hash": kept, "replaced_at": uow.now},
    )
    gone = uow.connection.execute(
        select(old_password.c.id).where(old_password.c.user_id == user_id)
        .order_by(old_password.c.replaced_at.desc(), old_password.c.id.desc()).offset(most)
    ).scalars().all()  # fmt: skip
    if gone:
        uow.connection.execute(delete(old_password).where(old_password.c.id.in_(gone)))


def list_old_passwords(connection: Connection, user_id: int) -> list[str]:
    """The hashes of those before, newest first."""
    query = (
        select(old_password.c.password_hash)
        .where(old_password.c.user_id == user_id)
        .order_by(old_password.c.replaced_at.desc(), old_password.c.id.desc())
    )
    return [str(kept) for kept in connection.execute(query).scalars()]
