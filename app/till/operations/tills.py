"""Taking a till out of use."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.organisation.operations import use_till
from app.organisation.tables import till
from app.till.refusals import TillOpenError, TillOwnError
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
    is_open = uow.connection.execute(
        select(till.c.code)
        .join_from(till, shift)
        .where(till.c.id == till_id, shift.c.status != ShiftStatus.CLOSED.value)
    ).first()
    if is_open is not None:
        raise TillOpenError(code=is_open.code)
    if uow.actor.till_id == till_id:
        raise TillOwnError
    use_till(uow, till_id=till_id, active=False)
