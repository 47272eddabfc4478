"""Signing in, approving in place, and looking after users."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import delete, insert, select, update

from app.access.guesses import Guess, count_guess, forget_guesses
from app.access.pins import hash_pin, pin_matches
from app.access.queries import get_actor
from app.access.rules import DEFAULT_ROLES, approves, check_pin
from app.access.tables import role, role_permission, user_account
from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Actor, Approval, Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.runtime.approvals import valid_for


class UserNameMissingError(Refusal):
    """A user without a name."""

    message = "Enter the user's name."


class LastManagerError(Refusal):
    """Nobody would be left who may manage users."""

    message = "{name} is the last who may manage users. Give somebody else that right first."


@dataclass(frozen=True, slots=True)
class SignIn(Guess):
    """The answer to a PIN: an actor or an approval, or why not. A wrong PIN is counted, so this commits."""

    actor: Actor | None = None
    approval: Approval | None = None


def _check(uow: UnitOfWork, user_id: int, pin: str, pepper: bytes) -> SignIn | None:
    """None when the PIN is right; else the refusal, counted."""
    refused = count_guess(uow, user_id, lambda row: pin_matches(pin, pepper, row.pin_hash))
    return None if refused is None else SignIn(**asdict(refused))


@permitted(Permission.SYSTEM)
def sign_in(
    uow: UnitOfWork, *, user_id: int, pin: str, pepper: bytes, station: str, till_id: int | None
) -> SignIn:
    """Check a PIN. Wrong ones are counted in the database, so that a restart does not help a thief."""
    refused = _check(uow, user_id, pin, pepper)
    if refused is not None:
        note(
            uow,
            kind="access.refused",
            document_type="user",
            document_id=user_id,
            payload={"locked": refused.locked},
        )
        return refused
    note(uow, kind="access.signed_in", document_type="user", document_id=user_id, payload={"till": station})
    return SignIn(actor=get_actor(uow.connection, user_id=user_id, station=station, till_id=till_id))


@permitted(Permission.SYSTEM)
def approve(
    uow: UnitOfWork, *, user_id: int, pin: str, pepper: bytes, permission: Permission, asked_by: int,
    about: str, amount_minor: int | None = None,
) -> SignIn:  # fmt: skip
    """Another person's PIN for one thing that the actor may not do; both stand in the journal.

    Args:
        uow: the transaction.
        user_id: who approves.
        pin: his.
        pepper: of this installation.
        permission: the right that is missing.
        asked_by: who asks; nobody approves for himself.
        about: the one action, sale, shift or code that it opens (app.runtime.approvals).
        amount_minor: up to which amount, where the action itself does not bear it.
    """
    if user_id == asked_by:
        return SignIn(wrong=True)
    refused = _check(uow, user_id, pin, pepper)
    if refused is not None:
        note(
            uow,
            kind="access.approval_refused",
            document_type="user",
            document_id=user_id,
            payload={"permission": str(permission), "asked_by": asked_by},
        )
        return refused
    actor = get_actor(uow.connection, user_id=user_id, station=uow.actor.station, till_id=None)
    note(
        uow,
        kind="access.approved",
        document_type="user",
        document_id=user_id,
        payload={
            "permission": str(permission), "asked_by": asked_by, "about": about, "amount_minor": amount_minor,
        },
    )  # fmt: skip
    return SignIn(
        approval=Approval(
            user_id=user_id, user_name=actor.name, permissions=actor.permissions & approves(permission),
            line_discount_limit=actor.line_discount_limit, sale_discount_limit=actor.sale_discount_limit,
            nonce=secrets.token_hex(16), asked_by=asked_by, about=about, amount_minor=amount_minor,
            expires_at=uow.now + valid_for(about),
        )
    )  # fmt: skip


@permitted(Permission.UNLOCK_USER)
def unlock_user(uow: UnitOfWork, *, user_id: int) -> None:
    """Forget a user's wrong PINs."""
    forget_guesses(uow, user_id)
    note(uow, kind="access.unlocked", document_type="user", document_id=user_id, payload={})


@permitted(Permission.MANAGE_USERS)
def create_user(
    uow: UnitOfWork, *, name: str, role_code: str, pin: str, pepper: bytes, language: str | None = None
) -> int:
    """A user with a PIN; returns the id. Raises WeakPinError, UserNameMissingError."""
    check_pin(pin)
    cleaned = clean_field(name, field="Name", limit=60)
    if not cleaned:
        raise UserNameMissingError
    user_id = next_id()
    uow.connection.execute(
        insert(user_account),
        {
            "id": user_id,
            "name": cleaned,
            "role_id": _role_id(uow, role_code),
            "pin_hash": hash_pin(pin, pepper),
            "language": language,
            "active": True,
            "failed_attempts": 0,
            "locked_until": None,
        },
    )
    note(
        uow,
        kind="access.user_created",
        document_type="user",
        document_id=user_id,
        payload={"role": role_code},
    )
    return user_id


@permitted(Permission.MANAGE_USERS)
def change_user(uow: UnitOfWork, *, user_id: int, role_code: str, active: bool) -> None:
    """Another role, or out of use; the last who may manage users stays."""
    uow.connection.execute(
        update(user_account).where(user_account.c.id == user_id),
        {"role_id": _role_id(uow, role_code), "active": active},
    )
    if not _managers(uow):
        name = uow.connection.execute(
            select(user_account.c.name).where(user_account.c.id == user_id)
        ).scalar_one()
        raise LastManagerError(name=name)
    note(
        uow,
        kind="access.user_changed",
        document_type="user",
        document_id=user_id,
        payload={"role": role_code, "active": active},
    )


@permitted(Permission.MANAGE_USERS)
def change_pin(uow: UnitOfWork, *, user_id: int, pin: str, pepper: bytes) -> None:
    """Give a user a new PIN and forget the wrong ones; raises WeakPinError."""
    check_pin(pin)
    uow.connection.execute(
        update(user_account).where(user_account.c.id == user_id),
        {"pin_hash": hash_pin(pin, pepper), "failed_attempts": 0, "locked_until": None},
    )
    note(uow, kind="access.pin_changed", document_type="user", document_id=user_id, payload={})


@permitted(Permission.MANAGE_USERS)
def create_default_roles(uow: UnitOfWork) -> None:
    """Cashier, supervisor, warehouse clerk and manager, unless they are there."""
    existing = set(uow.connection.execute(select(role.c.code)).scalars())
    for code, (name, rights, line_limit, sale_limit) in DEFAULT_ROLES.items():
        if code in existing:
            continue
        role_id = next_id()
        uow.connection.execute(
            insert(role),
            {
                "id": role_id,
                "code": code,
                "name": name,
                "line_discount_limit": line_limit,
                "sale_discount_limit": sale_limit,
            },
        )
        _write_rights(uow, role_id, rights)
    note(uow, kind="access.roles_created", payload={"roles": sorted(DEFAULT_ROLES)})


@permitted(Permission.MANAGE_USERS)
def change_role(
    uow: UnitOfWork, *, role_id: int, permissions: Iterable[Permission], line_discount_limit: int,
    sale_discount_limit: int,
) -> None:  # fmt: skip
    """Other rights and limits (hundredths of a per cent) for a role.

    Raises:
        LastManagerError: nobody would be left who may manage users.
    """
    managers = _managers(uow)
    rights = frozenset(permissions) - {Permission.SYSTEM}
    uow.connection.execute(
        update(role).where(role.c.id == role_id),
        {"line_discount_limit": line_discount_limit, "sale_discount_limit": sale_discount_limit},
    )
    uow.connection.execute(delete(role_permission).where(role_permission.c.role_id == role_id))
    _write_rights(uow, role_id, rights)
    if managers and not _managers(uow):
        raise LastManagerError(name=managers[0])
    note(
        uow,
        kind="access.role_changed",
        document_type="role",
        document_id=role_id,
        payload={
            "permissions": sorted(str(p) for p in rights),
            "line_discount_limit": line_discount_limit,
            "sale_discount_limit": sale_discount_limit,
        },
    )


def _managers(uow: UnitOfWork) -> list[str]:
    """Names of those who may manage users."""
    rows = uow.connection.execute(
        select(user_account.c.name)
        .join(role_permission, role_permission.c.role_id == user_account.c.role_id)
        .where(user_account.c.active, role_permission.c.permission == Permission.MANAGE_USERS.value)
        .order_by(user_account.c.name)
    )
    return [str(name) for name in rows.scalars()]


def _write_rights(uow: UnitOfWork, role_id: int, rights: Iterable[Permission]) -> None:
    rows = [{"role_id": role_id, "permission": p.value} for p in sorted(rights)]
    if rows:
        uow.connection.execute(insert(role_permission), rows)


def _role_id(uow: UnitOfWork, code: str) -> int:
    return int(uow.connection.execute(select(role.c.id).where(role.c.code == code)).scalar_one())
