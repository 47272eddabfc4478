"""A shift that goes on at another till: its drawer is carried there, its figures go with it."""

from __future__ import annotations

from sqlalchemy import select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.state import check_transition
from app.organisation.tables import till
from app.till.context import TillContext
from app.till.events import ShiftOpened
from app.till.operations.shifts import locked_shift, refuse_closed_day, refuse_open_cart, refuse_second_shift
from app.till.refusals import NotSuspendedError, OtherStoreError
from app.till.states import SHIFT_TRANSITIONS, ShiftStatus
from app.till.tables import shift


@permitted(Permission.OPEN_SHIFT)
def suspend_shift(uow: UnitOfWork, *, context: TillContext, shift_id: int) -> None:
    """Put the shift aside: the drawer is taken out, the till is free for another shift.

    Raises:
        NoShiftError, OpenCartError, InvalidTransitionError: see their sentences.
    """
    row = locked_shift(uow, context.drawer_till_id, shift_id)
    check_transition(SHIFT_TRANSITIONS, ShiftStatus(row.status), ShiftStatus.SUSPENDED)
    refuse_open_cart(uow, context)
    uow.connection.execute(
        update(shift).where(shift.c.id == shift_id),
        {"status": ShiftStatus.SUSPENDED.value, "version": row.version + 1},
    )
    note(
        uow, kind="shift.suspended", document_type="shift", document_id=shift_id,
        payload={"till": context.till.code, "drawer": row.drawer},
    )  # fmt: skip


@permitted(Permission.OPEN_SHIFT)
def take_up_shift(uow: UnitOfWork, *, context: TillContext, shift_id: int) -> None:
    """Go on with a shift that was put aside, at this till; its Z will bear a number of this till.

    Raises:
        NotSuspendedError: it is not put aside any more.
        OtherStoreError: it is a shift of another store.
        ShiftAlreadyOpenError, DayClosedError: see their sentences.
    """
    row = uow.connection.execute(select(shift).where(shift.c.id == shift_id).with_for_update()).one_or_none()
    if row is None or row.status != ShiftStatus.SUSPENDED.value:
        raise NotSuspendedError
    store = uow.connection.execute(select(till.c.store_id).where(till.c.id == row.till_id)).scalar_one()
    if store != context.till.store_id:
        raise OtherStoreError
    refuse_second_shift(uow, context)
    refuse_closed_day(uow, context.drawer_till_id, row.business_date)
    check_transition(SHIFT_TRANSITIONS, ShiftStatus.SUSPENDED, ShiftStatus.OPEN)
    uow.connection.execute(
        update(shift).where(shift.c.id == shift_id),
        {
            "status": ShiftStatus.OPEN.value, "till_id": context.drawer_till_id, "drawer": context.drawer,
            "version": row.version + 1,
        },
    )  # fmt: skip
    note(
        uow, kind="shift.taken_up", document_type="shift", document_id=shift_id,
        payload={"till": context.till.code, "drawer": context.drawer, "from_till": row.till_id},
    )  # fmt: skip
    uow.record(ShiftOpened(shift_id=shift_id, station=context.till.code))
