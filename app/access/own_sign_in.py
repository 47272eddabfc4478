"""One's own password and authenticator app, and how a manager helps out who lost them.

What somebody does for himself runs as the system and asks for the proof that it is he: his password, or
his PIN where he has none. A wrong proof is counted and told as a `Guess`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, select

from app.access.guesses import Guess, count_guess, forget_guesses
from app.access.kept_secrets import (
    find_secret,
    hash_password,
    list_old_passwords,
    password_matches,
    proves,
    remember_password,
    takes_code,
    write_recovery,
    write_secret,
)
from app.access.office import get_policy
from app.access.one_time_codes import key_uri, matching_step, new_key, new_recovery_code, shown_key
from app.access.passwords import check_password, one_time_password
from app.access.sealing import open_key, seal_key
from app.access.tables import recovery_code, role, user_account
from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.organisation.queries import find_company

RECOVERY_CODES: Final = 8


class PasswordReusedError(Refusal):
    """One of before, or the PIN."""

    message = "You have used this password before, or it is your PIN. Take another."


class TwoFactorNeededError(Refusal):
    """The role must have it."""

    message = "Your role needs the second factor. Ask a manager to reset it when you have a new device."


class TwoFactorOffError(Refusal):
    """The shop does not use it."""

    message = "The shop does not use a second factor. It is switched on under Settings, Sign-in."


class TwoFactorOnError(Refusal):
    """There is an app already."""

    message = "The second factor is on already. Switch it off first."


class NotBegunError(Refusal):
    """A code, but no key it could be of."""

    message = "Begin again: the key that was shown is not there any more."


class OwnResetError(Refusal):
    """A reset is another person's help."""

    message = "Somebody else who manages users has to reset this for you."


class NoSuchUserError(Refusal):
    """The user is not there."""

    message = "That user is not there any more. Reload the list."


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an authenticator app is told: as a picture's text, and to be typed."""

    uri: str
    shown: str


@dataclass(frozen=True, slots=True)
class OwnSignIn:
    """What a user has.

    Attributes:
        has_password, has_code: whether.
        recovery_left: recovery codes that are not used up.
        may_use_codes: whether the shop lets users have an app.
        must_use_codes: whether his role has to.
        least: how long a password has to be.
    """

    has_password: bool
    has_code: bool
    recovery_left: int
    may_use_codes: bool
    must_use_codes: bool
    least: int


def own_sign_in(connection: Any, *, user_id: int) -> OwnSignIn:
    """What a user enters the back office by."""
    row, policy = find_secret(connection, user_id), get_policy(connection)
    codes = select(recovery_code.c.id).where(
        recovery_code.c.user_id == user_id, recovery_code.c.used_at.is_(None)
    )
    return OwnSignIn(
        row is not None and row.password_hash is not None,
        row is not None and row.key_at is not None,
        len(connection.execute(codes).all()),
        policy.two_factor,
        policy.two_factor and _role_of(connection, user_id) in policy.code_roles,
        policy.length,
    )


@permitted(Permission.SYSTEM)
def choose_password(
    uow: UnitOfWork, *, user_id: int, proof: str, password: str, pepper: bytes
) -> Guess | None:
    """Take another password; None when that is done, else why the proof was not taken.

    Raises:
        PasswordLengthError, CommonPasswordError, PasswordNamesError: see their sentences.
        PasswordReusedError: it was used before, or is the PIN.
    """
    refused = count_guess(uow, user_id, lambda user: proves(uow, user, proof, pepper))
    if refused is not None:
        _note(uow, "access.office_refused", user_id, locked=refused.locked)
        return refused
    user, policy = _user(uow, user_id), get_policy(uow.connection)
    company = find_company(uow.connection)
    check_password(password, least=policy.length, names=(user.name, company.name if company else ""))
    row = find_secret(uow.connection, user_id)
    current = None if row is None else row.password_hash
    before = [current, *list_old_passwords(uow.connection, user_id)[: policy.remembered], user.pin_hash]
    if any(kept and password_matches(password, pepper, kept) for kept in before):
        raise PasswordReusedError
    if current and not row.one_time:
        remember_password(uow, user_id, current, most=policy.remembered)
    write_secret(
        uow, user_id, password_hash=hash_password(password, pepper), password_at=uow.now, one_time=False
    )
    _note(uow, "access.password_changed", user_id)
    return None


@permitted(Permission.MANAGE_USERS)
def reset_password(uow: UnitOfWork, *, user_id: int, pepper: bytes) -> str:
    """Give a user who forgot his a password for one sign-in; it is told here, and nowhere again.

    Raises:
        OwnResetError, NoSuchUserError: see their sentences.
    """
    if user_id == uow.actor.user_id:
        raise OwnResetError
    _user(uow, user_id)
    row = find_secret(uow.connection, user_id)
    if row is not None and row.password_hash is not None and not row.one_time:
        remember_password(uow, user_id, row.password_hash, most=max(get_policy(uow.connection).remembered, 1))
    made = one_time_password()
    write_secret(uow, user_id, password_hash=hash_password(made, pepper), password_at=uow.now, one_time=True)
    forget_guesses(uow, user_id)
    _note(uow, "access.password_reset", user_id)
    return made


@permitted(Permission.SYSTEM)
def begin_two_factor(uow: UnitOfWork, *, user_id: int, proof: str, pepper: bytes) -> Enrolment | Guess:
    """Make a key for the user's app; it counts once a code of it was typed.

    Raises:
        TwoFactorOffError, TwoFactorOnError: see their sentences.
    """
    if not get_policy(uow.connection).two_factor:
        raise TwoFactorOffError
    refused = count_guess(uow, user_id, lambda user: proves(uow, user, proof, pepper))
    if refused is not None:
        _note(uow, "access.office_refused", user_id, locked=refused.locked)
        return refused
    row = find_secret(uow.connection, user_id)
    if row is not None and row.key_at is not None:
        raise TwoFactorOnError  # a second key would push the first one out unseen
    plain = new_key()
    write_secret(uow, user_id, sealed_key=seal_key(plain, pepper, user_id), key_at=None, last_step=0)
    company = find_company(uow.connection)
    issuer = company.name if company else "Takings"
    return Enrolment(key_uri(plain, issuer=issuer, name=_user(uow, user_id).name), shown_key(plain))


@permitted(Permission.SYSTEM)
def confirm_two_factor(uow: UnitOfWork, *, user_id: int, code: str, pepper: bytes) -> tuple[str, ...] | Guess:
    """From now on a code is asked for; returns the recovery codes, told here and nowhere again.

    Raises:
        NotBegunError: no key was made, or it counts already.
    """
    row = find_secret(uow.connection, user_id)
    key = None if row is None or row.sealed_key is None else open_key(row.sealed_key, pepper, user_id)
    if key is None or row.key_at is not None:
        raise NotBegunError
    step = matching_step(key, code, now=uow.now, after=row.last_step)
    refused = count_guess(uow, user_id, lambda _user: step is not None)
    if refused is not None:
        _note(uow, "access.office_refused", user_id, locked=refused.locked)
        return refused
    write_secret(uow, user_id, key_at=uow.now, last_step=step)
    codes = [new_recovery_code() for _ in range(RECOVERY_CODES)]
    write_recovery(uow, user_id, codes, pepper)
    _note(uow, "access.two_factor_on", user_id)
    return tuple(codes)


@permitted(Permission.SYSTEM)
def stop_two_factor(uow: UnitOfWork, *, user_id: int, proof: str, code: str, pepper: bytes) -> Guess | None:
    """No code is asked for any more; None when that is done. The code itself is asked for once more.

    Raises:
        TwoFactorNeededError: the role must have it.
    """
    policy = get_policy(uow.connection)
    if policy.two_factor and _role_of(uow.connection, user_id) in policy.code_roles:
        raise TwoFactorNeededError

    def is_right(user: Any) -> bool:
        return proves(uow, user, proof, pepper) and takes_code(uow, user_id, code, pepper)

    refused = count_guess(uow, user_id, is_right)
    if refused is not None:
        _note(uow, "access.office_refused", user_id, locked=refused.locked)
        return refused
    _forget_key(uow, user_id)
    _note(uow, "access.two_factor_off", user_id)
    return None


@permitted(Permission.MANAGE_USERS)
def reset_two_factor(uow: UnitOfWork, *, user_id: int) -> None:
    """Forget the app of a user who lost his device; his role may have him set it up anew.

    Raises:
        OwnResetError, NoSuchUserError: see their sentences.
    """
    if user_id == uow.actor.user_id:
        raise OwnResetError
    _user(uow, user_id)
    _forget_key(uow, user_id)
    _note(uow, "access.two_factor_reset", user_id)


def _forget_key(uow: UnitOfWork, user_id: int) -> None:
    write_secret(uow, user_id, sealed_key=None, key_at=None, last_step=0)
    uow.connection.execute(delete(recovery_code).where(recovery_code.c.user_id == user_id))


def _user(uow: UnitOfWork, user_id: int) -> Any:
    found = uow.connection.execute(
        select(user_account).where(user_account.c.id == user_id).with_for_update()
    ).one_or_none()
    if found is None:
        raise NoSuchUserError
    return found


def _role_of(connection: Any, user_id: int) -> str | None:
    query = select(role.c.code).join_from(user_account, role).where(user_account.c.id == user_id)
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else str(found)


def _note(uow: UnitOfWork, kind: str, user_id: int, **payload: object) -> None:
    note(uow, kind=kind, document_type="user", document_id=user_id, payload=dict(payload))
