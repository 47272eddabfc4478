"""Whose drawer a till uses: its own, one of several of its own, or another till's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from app.access.tables import user_account
from app.organisation.tables import setting, till
from app.till.states import ShiftStatus
from app.till.tables import shift

DRAWERS: Final = "till.drawers"  # of a till: names of its drawers, where it has several
SHARES: Final = "till.shares_drawer_of"  # of a till: code of the till whose drawer it uses


@dataclass(frozen=True, slots=True)
class DrawerTill:
    """The till whose drawer, shifts and Z numbers are used."""

    id: int
    code: str


@dataclass(frozen=True, slots=True)
class ShiftInHand:
    """A shift that is not closed: at a till, or put aside to go on elsewhere."""

    id: int
    till_code: str
    drawer: str
    status: str
    opened_at: datetime
    opened_by: int
    name: str  # of who opened it


def drawer_till(connection: Connection, *, settings: dict[str, object]) -> DrawerTill | None:
    """The till whose drawer is used by the till with these settings; None: its own."""
    code = settings.get(SHARES)
    if not isinstance(code, str) or not code:
        return None
    row = connection.execute(select(till.c.id, till.c.code).where(till.c.code == code)).one_or_none()
    return None if row is None else DrawerTill(row.id, row.code)


def drawer_names(settings: dict[str, object]) -> tuple[str, ...]:
    """The drawers of a till by name; () where it has one."""
    found = settings.get(DRAWERS)
    names = tuple(str(x).strip() for x in found) if isinstance(found, list) else ()
    return tuple(x for x in names if x)


def tills_at(connection: Connection, *, till_id: int, code: str) -> list[int]:
    """The tills that take money into the drawer of that one, itself among them."""
    rows = connection.execute(
        select(till.c.id)
        .join_from(setting, till, till.c.code == setting.c.scope)
        .where(setting.c.name == SHARES, setting.c.value == json.dumps(code))
    )
    return [till_id, *(int(r[0]) for r in rows if r[0] != till_id)]


def list_in_hand(connection: Connection, *, till_id: int) -> list[ShiftInHand]:
    """The shifts that are open or counted at a till, by drawer."""
    return _in_hand(connection, till_id, suspended=False)


def list_suspended(connection: Connection, *, store_id: int) -> list[ShiftInHand]:
    """The shifts of a store that were put aside, the oldest first."""
    return _in_hand(connection, store_id, suspended=True)


def _in_hand(connection: Connection, key: int, *, suspended: bool) -> list[ShiftInHand]:
    query = (
        select(
            shift.c.id, till.c.code, shift.c.drawer, shift.c.status, shift.c.opened_at, shift.c.opened_by,
            user_account.c.name,
        )
        .join_from(shift, till, till.c.id == shift.c.till_id)
        .outerjoin(user_account, user_account.c.id == shift.c.opened_by)
        .order_by(shift.c.drawer, shift.c.opened_at)
    )  # fmt: skip
    if suspended:
        query = query.where(shift.c.status == ShiftStatus.SUSPENDED.value, till.c.store_id == key)
    else:
        query = query.where(
            shift.c.status.in_((ShiftStatus.OPEN.value, ShiftStatus.COUNTING.value)), shift.c.till_id == key
        )
    return [ShiftInHand(*r[:6], r[6] or "") for r in connection.execute(query)]
