"""Views of lists that people keep: filters, sorting, columns; for themselves or for a whole role."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import canonical_json
from app.kernel.ids import next_id
from app.kernel.permission import BOOKING, Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.orders.tables import saved_view

# whoever sees a list may keep a view of it
_ANY: Final = (*BOOKING, Permission.RELEASE_ORDER, Permission.CANCEL_ORDER, Permission.RELEASE_INVOICE)


class ViewNameError(Refusal):
    """A view without a name."""

    message = "A view needs a name. Enter it."


class ViewTakenError(Refusal):
    """Two views of one name."""

    message = "There is a view {name} already. Choose another name, or save that one."


class RoleViewError(Refusal):
    """A view of a role, changed by somebody who may not."""

    message = "This view belongs to a whole role. Save yours under another name."


class NoSuchViewError(Refusal):
    """It is gone."""

    message = "That view is not there any more. Choose another one."


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view; `role_code` None: it is somebody's own."""

    id: int
    name: str
    role_code: str | None
    is_default: bool
    payload: dict[str, Any]


def list_views(connection: Connection, *, screen: str, user_id: int, role_code: str) -> list[SavedView]:
    """What somebody may choose for a list: his own views first, then those of his role."""
    mine = saved_view.c.owner_id == user_id
    of_role = and_(saved_view.c.owner_id.is_(None), saved_view.c.role_code == role_code)
    rows = connection.execute(
        select(saved_view)
        .where(saved_view.c.screen == screen, or_(mine, of_role))
        .order_by(saved_view.c.owner_id.is_(None), saved_view.c.name)
    )
    return [_read(r) for r in rows]


def _read(r: Row[Any]) -> SavedView:
    return SavedView(r.id, r.name, r.role_code, bool(r.is_default), json.loads(r.payload))


def _may_change(uow: UnitOfWork, row: Row[Any]) -> None:
    if row.owner_id is None and not uow.actor.may(Permission.SETTINGS):
        raise RoleViewError
    if row.owner_id is not None and row.owner_id != uow.actor.user_id:
        raise NoSuchViewError


def _get(uow: UnitOfWork, view_id: int) -> Row[Any]:
    row = uow.connection.execute(select(saved_view).where(saved_view.c.id == view_id)).one_or_none()
    if row is None:
        raise NoSuchViewError
    _may_change(uow, row)
    return row


@permitted(*_ANY)
def save_view(
    uow: UnitOfWork, *, screen: str, name: str, payload: Mapping[str, Any], role_code: str | None = None,
    is_default: bool = False,
) -> int:  # fmt: skip
    """Keep a new view, for oneself or for a role; returns its id.

    Raises:
        ViewNameError, ViewTakenError: see their sentences.
        RoleViewError: for a role, without the right to change settings.
    """
    called = clean_field(name, field="Name", limit=80)
    if not called:
        raise ViewNameError
    if role_code is not None and not uow.actor.may(Permission.SETTINGS):
        raise RoleViewError
    owner = None if role_code is not None else uow.actor.user_id
    same = _of(screen, owner, role_code)
    taken = select(saved_view.c.id).where(same, saved_view.c.name == called)
    if uow.connection.execute(taken).first() is not None:
        raise ViewTakenError(name=called)
    if is_default:
        uow.connection.execute(update(saved_view).where(same).values(is_default=False))
    view_id = next_id()
    uow.connection.execute(
        insert(saved_view),
        {
            "id": view_id, "screen": screen, "name": called, "owner_id": owner, "role_code": role_code,
            "is_default": is_default, "payload": canonical_json(dict(payload)),
        },
    )  # fmt: skip
    if role_code is not None:
        note(uow, kind="view.saved", payload={"screen": screen, "name": called, "role": role_code})
    return view_id


def _of(screen: str, owner: int | None, role_code: str | None) -> Any:
    whose = (
        and_(saved_view.c.owner_id.is_(None), saved_view.c.role_code == role_code)
        if owner is None
        else saved_view.c.owner_id == owner
    )
    return and_(saved_view.c.screen == screen, whose)


@permitted(*_ANY)
def change_view(
    uow: UnitOfWork, *, view_id: int, payload: Mapping[str, Any] | None = None, is_default: bool | None = None
) -> None:
    """What a view shows from now on, or whether the list opens with it.

    Raises:
        NoSuchViewError, RoleViewError: see their sentences.
    """
    row = _get(uow, view_id)
    values: dict[str, Any] = {}
    if payload is not None:
        values["payload"] = canonical_json(dict(payload))
    if is_default is not None:
        same = _of(row.screen, row.owner_id, row.role_code)
        uow.connection.execute(update(saved_view).where(same).values(is_default=False))
        values["is_default"] = is_default
    if values:
        uow.connection.execute(update(saved_view).where(saved_view.c.id == view_id).values(**values))
    if row.owner_id is None:
        note(uow, kind="view.changed", payload={"name": row.name, "role": row.role_code})


@permitted(*_ANY)
def delete_view(uow: UnitOfWork, *, view_id: int) -> None:
    """Take a view away; raises NoSuchViewError, RoleViewError."""
    row = _get(uow, view_id)
    uow.connection.execute(delete(saved_view).where(saved_view.c.id == view_id))
    if row.owner_id is None:
        note(uow, kind="view.deleted", payload={"name": row.name, "role": row.role_code})
