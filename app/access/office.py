"""Entering the back office: the password (or the PIN) and, where it is asked for, a code of the app."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, func, select

from app.access.guesses import Guess, count_guess
from app.access.kept_secrets import find_secret, proves, takes_code
from app.access.policy import AccessPolicy, policy_of
from app.access.tables import recovery_code, role, user_account
from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.organisation.queries import list_settings


@dataclass(frozen=True, slots=True)
class OfficeNeeds:
    """What a user is asked for at the door of the back office.

    Attributes:
        asks: whether he is asked for anything at all beyond the PIN he gave at the till.
        has_password: he types his password; else his PIN.
        code: he types a code of his app as well.
        choose_password: the shop wants one, and he has none yet.
        set_up_code: his role must have an app, and he has none yet.
    """

    asks: bool = False
    has_password: bool = False
    code: bool = False
    choose_password: bool = False
    set_up_code: bool = False


@dataclass(frozen=True, slots=True)
class OfficeSignIn(Guess):
    """The answer at the door.

    Attributes:
        passed: what was typed is right.
        choose_password: a new one comes first: there is none, it was handed over, or it is too old.
        set_up_code: the app comes first.
        recovery_left: how many recovery codes are left, where one was just used; else None.
    """

    passed: bool = False
    choose_password: bool = False
    set_up_code: bool = False
    recovery_left: int | None = None


def get_policy(connection: Connection) -> AccessPolicy:
    """What the shop asks for."""
    return policy_of(list_settings(connection))


def office_needs(connection: Connection, *, user_id: int) -> OfficeNeeds:
    """What is asked of a user; of nobody known, everything."""
    policy = get_policy(connection)
    user = connection.execute(
        select(role.c.code).join_from(user_account, role).where(user_account.c.id == user_id)
    ).one_or_none()
    if user is None:
        return OfficeNeeds(asks=True, has_password=True, code=True)
    row = find_secret(connection, user_id)
    has = row is not None and row.password_hash is not None
    coded = row is not None and row.key_at is not None
    must = policy.two_factor and user.code in policy.code_roles
    return OfficeNeeds(
        asks=policy.password or must or coded,
        has_password=has,
        code=coded,
        choose_password=policy.password and not has,
        set_up_code=must and not coded,
    )


@permitted(Permission.SYSTEM)
def enter_office(
    uow: UnitOfWork, *, user_id: int, secret: str, code: str, pepper: bytes, station: str
) -> OfficeSignIn:
    """Check what was typed at the door. Wrong ones are counted with the PINs, and told alike.

    Args:
        uow: the transaction; it commits whatever the answer.
        user_id: who wants to enter.
        secret: his password where he has one, else his PIN.
        code: of his app, or a recovery code; "" where none is asked for.
        pepper: of this installation.
        station: where, for the journal.
    """
    needs = office_needs(uow.connection, user_id=user_id)

    def is_right(user: object) -> bool:
        known = proves(uow, user, secret, pepper)  # both are looked at, so that the time tells nothing
        coded = not needs.code or (known and takes_code(uow, user_id, code, pepper))
        return known and coded

    before = _recovery_left(uow.connection, user_id)
    refused = count_guess(uow, user_id, is_right)
    if refused is not None:
        note(
            uow, kind="access.office_refused", document_type="user", document_id=user_id,
            payload={"locked": refused.locked, "station": station},
        )  # fmt: skip
        return OfficeSignIn(**asdict(refused))
    left = _recovery_left(uow.connection, user_id)
    note(
        uow, kind="access.office_entered", document_type="user", document_id=user_id,
        payload={"station": station, "code": needs.code, "recovery_code": left < before},
    )  # fmt: skip
    return OfficeSignIn(
        passed=True,
        choose_password=needs.choose_password or _has_to_change(uow, user_id),
        set_up_code=needs.set_up_code,
        recovery_left=left if left < before else None,
    )


def _has_to_change(uow: UnitOfWork, user_id: int) -> bool:
    row = find_secret(uow.connection, user_id)
    if row is None or row.password_hash is None:
        return False
    policy = get_policy(uow.connection)
    return bool(row.one_time) or (policy.password and policy.too_old(row.password_at, uow.now))


def _recovery_left(connection: Connection, user_id: int) -> int:
    return int(
        connection.execute(
            select(func.count()).select_from(recovery_code).where(
                recovery_code.c.user_id == user_id, recovery_code.c.used_at.is_(None)
            )
        ).scalar_one()
    )  # fmt: skip
