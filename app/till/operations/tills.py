"""Taking a till out of use, and which drawers a till works with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from app.db.columns import SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.organisation.operations import change_till, save_setting, use_till
from app.organisation.queries import list_settings
from app.organisation.tables import till
from app.till.drawers import DRAWERS, SHARES, drawer_names
from app.till.refusals import DrawerShareError, TillOpenError, TillOwnError
from app.till.states import ShiftStatus
from app.till.tables import shift


@permitted(Permission.SETTINGS)
def retire_till(uow: UnitOfWork, *, till_id: int) -> None:
    """Take a till out of use; its sales, reports and receipts stay, and so does its code.

    Raises:
        TillOpenError: its shift is not closed.
        TillOwnError: who acts sits at it.
        NoSuchTillError, LastTillError: see their sentences.
    """
    _check_idle(uow, till_id)
    if uow.actor.till_id == till_id:
        raise TillOwnError
    use_till(uow, till_id=till_id, active=False)


@permitted(Permission.SETTINGS)
def change_till_and_drawers(
    uow: UnitOfWork,
    *,
    till_id: int,
    code: str,
    drawers: Sequence[str],
    shares: str,
    values: Mapping[str, Any],
) -> None:
    """Change a till, and which drawers it works with.

    Args:
        uow: the transaction.
        till_id: which.
        code: its code.
        drawers: names of its drawers, where it has several; each has a shift of its own.
        shares: code of the till whose drawer it uses; "": its own.
        values: what else change_till takes.

    Raises:
        TillOpenError: a shift works with the drawers that are to be changed.
        DrawerShareError: the other till has several drawers, or uses another's itself.
        NoSuchTillError, TillNameError, TextTooLongError: see their sentences.
    """
    change_till(uow, till_id=till_id, **values)
    before = list_settings(uow.connection, scope=code)
    names = list(
        dict.fromkeys(x for x in (clean_field(d, field="Drawer", limit=SHORT) for d in drawers) if x)
    )
    wanted = {DRAWERS: names if len(names) > 1 else [], SHARES: shares}
    changed = {k: v for k, v in wanted.items() if v != (before.get(k) or ([] if k == DRAWERS else ""))}
    if not changed:
        return
    _check_share(uow, shares, names)
    _check_idle(uow, till_id)
    for name, value in changed.items():
        save_setting(uow, name=name, value=value, scope=code)


def _check_share(uow: UnitOfWork, shares: str, names: Sequence[str]) -> None:
    if not shares:
        return
    other = list_settings(uow.connection, scope=shares)
    if len(names) > 1 or drawer_names(other) or other.get(SHARES):
        raise DrawerShareError


def _check_idle(uow: UnitOfWork, till_id: int) -> None:
    busy = uow.connection.execute(
        select(till.c.code)
        .join_from(till, shift)
        .where(till.c.id == till_id, shift.c.status != ShiftStatus.CLOSED.value)
    ).first()
    if busy is not None:
        raise TillOpenError(code=busy.code)
