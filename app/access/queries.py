"""Users and roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.access.tables import role, role_permission, user_account
from app.kernel.permission import Actor, Permission


@dataclass(frozen=True, slots=True)
class User:
    """A user as the screens show him."""

    id: int
    name: str
    role_id: int
    role_code: str
    role_name: str
    language: str | None
    active: bool
    failed_attempts: int
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its rights; limits are hundredths of a per cent."""

    id: int
    code: str
    name: str
    line_discount_limit: int
    sale_discount_limit: int
    permissions: frozenset[Permission]


def list_users(connection: Connection, *, with_inactive: bool = False) -> list[User]:
    """Users by name."""
    query = (
        select(
            user_account.c.id, user_account.c.name, user_account.c.role_id,
            role.c.code.label("role_code"), role.c.name.label("role_name"), user_account.c.language,
            user_account.c.active, user_account.c.failed_attempts, user_account.c.locked_until,
        )
        .join_from(user_account, role)
        .order_by(user_account.c.name)
    )  # fmt: skip
    if not with_inactive:
        query = query.where(user_account.c.active)
    return [User(**r._mapping) for r in connection.execute(query)]  # noqa: SLF001 - public name


def list_roles(connection: Connection) -> list[Role]:
    """Roles by name."""
    rights: dict[int, set[Permission]] = {}
    known = {p.value for p in Permission}
    for row in connection.execute(select(role_permission)):
        if row.permission in known:
            rights.setdefault(row.role_id, set()).add(Permission(row.permission))
    return [
        Role(r.id, r.code, r.name, r.line_discount_limit, r.sale_discount_limit,
             frozenset(rights.get(r.id, set())))
        for r in connection.execute(select(role).order_by(role.c.name))
    ]  # fmt: skip


def get_actor(connection: Connection, *, user_id: int, station: str, till_id: int | None) -> Actor:
    """The actor a user is at a station; LookupError for nobody."""
    row = connection.execute(
        select(user_account.c.name, user_account.c.role_id).where(
            user_account.c.id == user_id, user_account.c.active
        )
    ).one_or_none()
    if row is None:
        raise LookupError(user_id)
    found = next(r for r in list_roles(connection) if r.id == row.role_id)
    return Actor(
        user_id=user_id,
        name=row.name,
        role=found.code,
        permissions=found.permissions,
        station=station,
        till_id=till_id,
        line_discount_limit=found.line_discount_limit,
        sale_discount_limit=found.sale_discount_limit,
    )
