"""Buying for orders: goods are expected for a line, and what comes of them is put aside for it first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.expected import ExpectedGoods, expect_delivery
from app.inventory.receipts import ReceivedLine
from app.inventory.refusals import DeliveryEmptyError
from app.inventory.reservations import Want, own_reservations, reserve_goods
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.orders.buying import WAITING_LINES
from app.orders.states import OrderStatus
from app.orders.store import lock_order, place_of, refresh_progress
from app.orders.tables import purchase_for_order, sales_order_line


class NothingMissingError(Refusal):
    """The line has its goods, or they are bought for it already."""

    message = "An order does not wait for all of that any more. Reload the list."


@permitted(Permission.RECEIVE_GOODS)
def buy_for_orders(
    uow: UnitOfWork, *, reference: str, supplier: str, due_on: date, line_ids: Sequence[int],
    costs: Mapping[int, int] | None = None,
) -> list[int]:  # fmt: skip
    """Expect from a supplier what these lines of orders wait for; their promised day is that of the delivery.

    Args:
        uow: the transaction.
        reference: number of the order to the supplier; one delivery for each place the orders ship from.
        supplier: who brings it.
        due_on: when.
        line_ids: lines of confirmed orders, as `list_proposals` has them.
        costs: of a base unit, millionths of a minor unit, by line id, where they were agreed.

    Returns:
        The ids of the expected lines.

    Raises:
        NothingMissingError, and those of app.inventory.expected.expect_delivery.
    """
    wanted = sorted(set(line_ids))
    if not wanted:
        raise DeliveryEmptyError
    line = sales_order_line.c
    orders = uow.connection.execute(select(line.order_id).where(line.id.in_(wanted)).distinct()).scalars()
    for order_id in sorted(orders):  # so that nobody buys, cancels or allocates it meanwhile
        lock_order(uow, order_id)
    rows = uow.connection.execute(WAITING_LINES.where(line.id.in_(wanted))).all()
    if len(rows) != len(wanted):
        raise NothingMissingError
    found: list[int] = []
    for location_id in sorted({r.location_id for r in rows}):
        here = [r for r in rows if r.location_id == location_id]
        made = expect_delivery(
            uow, reference=reference, supplier=supplier, location_id=location_id, due_on=due_on,
            lines=[
                ExpectedGoods(r.product_id, int(r.missing), (costs or {}).get(r.id, 0)) for r in here
            ],
        )  # fmt: skip
        uow.connection.execute(
            insert(purchase_for_order),
            [{"incoming_id": i, "line_id": r.id} for i, r in zip(made, here, strict=True)],
        )
        found += made
    uow.connection.execute(update(sales_order_line).where(line.id.in_(wanted)).values(promised_on=due_on))
    for order_id in sorted({r.order_id for r in rows}):
        take_step(
            uow, document_type="order", document_id=order_id, step="bought", detail=reference.strip(),
            payload={"due": due_on, "lines": sorted(r.id for r in rows if r.order_id == order_id)},
        )  # fmt: skip
    return found


def put_aside(uow: UnitOfWork, *, location_id: int, lines: Sequence[ReceivedLine]) -> list[int]:
    """Commit what came to the orders it was bought for, before anybody else is served; ids of the orders."""
    came: dict[int, int] = {}
    for x in lines:
        if x.incoming_id is not None:
            came[x.incoming_id] = came.get(x.incoming_id, 0) + x.quantity_milli
    if not came:
        return []
    line = sales_order_line.c
    bought: Select[Any] = (
        select(
            purchase_for_order.c.incoming_id, line.id, line.order_id, line.product_id, line.ordered_milli,
            line.cancelled_milli, line.shipped_milli, line.location_id,
        )
        .join_from(purchase_for_order, sales_order_line)
        .where(purchase_for_order.c.incoming_id.in_(sorted(came)))
        .order_by(purchase_for_order.c.incoming_id)
    )  # fmt: skip
    rows = uow.connection.execute(bought).all()
    return [
        order_id
        for order_id in sorted({r.order_id for r in rows})
        if _commit(uow, location_id, order_id, [r for r in rows if r.order_id == order_id], came)
    ]


def _commit(
    uow: UnitOfWork, location_id: int, order_id: int, rows: Sequence[Row[Any]], came: Mapping[int, int]
) -> bool:
    order = lock_order(uow, order_id)
    if order.status != OrderStatus.CONFIRMED.value:
        return False  # it was cancelled: the goods are anybody's
    rows = [r for r in rows if place_of(r, order) == location_id]  # what ships from elsewhere now leaves them
    held = {r.line_id: r.quantity_milli for r in own_reservations(uow.connection, location_id, order_id)}
    wants = []
    for r in rows:
        open_milli = r.ordered_milli - r.cancelled_milli - r.shipped_milli - held.get(r.id, 0)
        quantity = min(open_milli, came[r.incoming_id])
        if quantity > 0:
            held[r.id] = held.get(r.id, 0) + quantity
            wants.append(Want(r.id, r.product_id, quantity))
    given = [
        reserve_goods(
            uow, location_id=location_id, document_type="order", document_id=order_id, wants=[want]
        )[want.line_id]
        for want in wants
    ]  # fmt: skip
    if not any(given):
        return False
    refresh_progress(uow, order_id)
    take_step(uow, document_type="order", document_id=order_id, step="allocated", payload={})
    return True
