"""What the rooms above tell an order: picked, packed, shipped, billed, paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import BOOKING, Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.state import InvalidTransitionError
from app.kernel.text import clean_field
from app.orders.drafts import SavedOrder
from app.orders.events import ServiceDone
from app.orders.operations.entry import saved
from app.orders.refusals import MoreThanOpenError, NotAServiceError
from app.orders.states import LineKind, OrderStatus
from app.orders.store import add_to_lines, line_rows, lock_order, refresh_progress
from app.orders.tables import order_document, sales_order_line


@permitted(*BOOKING)
def record_progress(
    uow: UnitOfWork, *, order_id: int, changes: Mapping[int, Mapping[str, int]]
) -> OrderStatus:
    """Add to what happened to an order's lines, and derive its progress anew.

    Args:
        uow: the transaction of what happened.
        order_id: the order; its row is locked.
        changes: line id -> counter (app.orders.store.COUNTERS) -> base units to add.
    """
    row = lock_order(uow, order_id)
    add_to_lines(uow, changes)
    status, _progress = refresh_progress(uow, order_id, row=row)
    if status.value != row.status:
        take_step(
            uow, document_type="order", document_id=order_id, step=status.value,
            payload={"number": row.number},
        )  # fmt: skip
    return status


@permitted(*BOOKING)
def refresh_orders_of(uow: UnitOfWork, *, document_ids: Iterable[int]) -> list[int]:
    """Derive the progress of every order that led to one of the documents; returns their ids."""
    wanted = sorted(set(document_ids))
    if not wanted:
        return []
    found = sorted(
        set(
            uow.connection.execute(
                select(order_document.c.order_id).where(order_document.c.document_id.in_(wanted))
            ).scalars()
        )
    )
    for order_id in found:
        record_progress(uow, order_id=order_id, changes={})
    return found


@permitted(Permission.ORDERS)
def finish_service(
    uow: UnitOfWork, *, order_id: int, line_id: int, quantity_milli: int | None = None, remark: str = ""
) -> SavedOrder:
    """A service was done, in part or as a whole; it can be billed now.

    Args:
        uow: the transaction.
        order_id: the order.
        line_id: the service.
        quantity_milli: how much of it was done, base units; the rest of it when left out.
        remark: what was done.

    Raises:
        NotAServiceError, MoreThanOpenError, InvalidTransitionError: see their sentences.
    """
    row = lock_order(uow, order_id)
    if row.status != OrderStatus.CONFIRMED.value:
        raise InvalidTransitionError(current=row.status, target="done")
    line = next((x for x in line_rows(uow.connection, order_id) if x.id == line_id), None)
    if line is None or line.kind != LineKind.SERVICE.value:
        raise NotAServiceError(name=line.name if line else "That line")
    left = line.ordered_milli - line.cancelled_milli - line.shipped_milli
    done = left if quantity_milli is None else quantity_milli
    if not 0 < done <= left:
        raise MoreThanOpenError(name=line.name, left=milli_to_decimal(left), wanted=milli_to_decimal(done))
    told = clean_field(remark, field="Note", limit=200)
    uow.connection.execute(
        update(sales_order_line).where(sales_order_line.c.id == line_id).values(done_note=told or None)
    )
    take_step(
        uow, document_type="order", document_id=order_id, step="service_done", detail=told or line.name,
        payload={"line": line_id, "quantity_milli": done},
    )  # fmt: skip
    record_progress(uow, order_id=order_id, changes={line_id: {"shipped_milli": done}})
    uow.record(ServiceDone(order_id=order_id, line_id=line_id, done_milli=line.shipped_milli + done))
    return saved(lock_order(uow, order_id))


@permitted(Permission.ORDERS)
def promise_line(uow: UnitOfWork, *, order_id: int, line_id: int, on: date) -> None:
    """Promise a line for another day; the customer is to be told."""
    lock_order(uow, order_id)
    uow.connection.execute(
        update(sales_order_line)
        .where(sales_order_line.c.id == line_id, sales_order_line.c.order_id == order_id)
        .values(promised_on=on)
    )
    take_step(
        uow, document_type="order", document_id=order_id, step="promised", detail=on.isoformat(),
        payload={"line": line_id, "on": on},
    )  # fmt: skip
