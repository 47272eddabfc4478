"""Orders that are fetched: the customer is told once everything lies ready."""

from __future__ import annotations

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.state import InvalidTransitionError
from app.orders.drafts import SavedOrder
from app.orders.operations.entry import saved
from app.orders.refusals import NotForPickupError, NotReadyError
from app.orders.states import OrderStatus
from app.orders.store import line_rows, lock_order, refresh_progress


@permitted(Permission.ORDERS, Permission.SHIP)
def mark_ready(uow: UnitOfWork, *, order_id: int) -> SavedOrder:
    """What was packed can be fetched; the step leads to the notice. Told twice it is one notice.

    Raises:
        NotForPickupError, NotReadyError, InvalidTransitionError: see their sentences.
    """
    row = lock_order(uow, order_id)
    if not row.pickup:
        raise NotForPickupError(number=row.number or row.quote_number or "-")
    if row.status != OrderStatus.CONFIRMED.value:
        raise InvalidTransitionError(current=row.status, target="ready")
    if row.ready_at is not None:
        return saved(row, was_there=True)
    if not any(x.packed_milli for x in line_rows(uow.connection, order_id)):
        raise NotReadyError(number=row.number)
    refresh_progress(uow, order_id, row=row, values={"ready_at": uow.now})
    take_step(uow, document_type="order", document_id=order_id, step="ready", payload={"number": row.number})
    return saved(lock_order(uow, order_id))
