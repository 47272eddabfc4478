"""Having a supplier bring goods to the customer: his order is linked, nothing of it is on our shelves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import create_location_row
from app.inventory.receipts import close_incoming
from app.inventory.reservations import all_reservations, free_lines
from app.inventory.states import LocationKind
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.orders.direct import DIRECT, find_direct_place, list_direct
from app.orders.drafts import SavedOrder
from app.orders.operations.allocate import commit_stock, serve_waiting
from app.orders.operations.buy import buy_for_orders
from app.orders.operations.entry import saved
from app.orders.refusals import AlreadyPickedError
from app.orders.route_queries import is_free
from app.orders.states import LineKind, OrderStatus
from app.orders.store import line_rows, lock_order, place_of, refresh_progress
from app.orders.tables import sales_order_line
from app.organisation.queries import get_company


class NotDirectError(Refusal):
    """Not a confirmed order, or nothing of it that a supplier could bring."""

    message = "Only open goods of a confirmed order can be brought by a supplier. Choose some of them."


class FetchedError(Refusal):
    """The customer comes for them."""

    message = "{number} is fetched by the customer. Change how it is delivered before a supplier brings it."


@permitted(Permission.RECEIVE_GOODS)
def order_direct(
    uow: UnitOfWork, *, order_id: int, line_ids: Sequence[int], reference: str, supplier: str, due_on: date,
    costs: Mapping[int, int] | None = None,
) -> list[int]:  # fmt: skip
    """Order goods of a customer's order from a supplier who brings them to the customer himself.

    What was committed to the lines is free for others.

    Args:
        uow: the transaction.
        order_id: a confirmed order.
        line_ids: goods of it that are not being picked.
        reference: number of the order to the supplier.
        supplier: who brings them.
        due_on: when.
        costs: of a base unit, millionths of a minor unit, by line id.

    Returns:
        The ids of the expected lines.

    Raises:
        NotDirectError, FetchedError, AlreadyPickedError, NothingMissingError, ReferenceMissingError,
        DeliveryKnownError: see their sentences.
    """
    row = lock_order(uow, order_id)
    if row.pickup:
        raise FetchedError(number=row.number or "-")
    chosen = _chosen(row, line_rows(uow.connection, order_id), line_ids)
    place = find_direct_place(uow.connection) or create_location_row(
        uow, code=DIRECT, name="Direct from the supplier", kind=LocationKind.DIRECT.value
    )
    _move(uow, row, chosen, place)
    made = buy_for_orders(
        uow, reference=reference, supplier=supplier, due_on=due_on, line_ids=[x.id for x in chosen],
        costs=costs,
    )  # fmt: skip
    take_step(
        uow, document_type="order", document_id=order_id, step="direct",
        detail=" · ".join(filter(None, (reference.strip(), supplier.strip()))),
        payload={"lines": [x.id for x in chosen], "due": due_on},
    )  # fmt: skip
    return made


def _chosen(row: Row[Any], lines: Sequence[Row[Any]], line_ids: Sequence[int]) -> list[Row[Any]]:
    chosen = [x for x in lines if x.id in set(line_ids)]
    goods = all(
        x.kind == LineKind.GOODS.value and x.ordered_milli > x.cancelled_milli + x.shipped_milli
        for x in chosen
    )
    if row.status != OrderStatus.CONFIRMED.value or not chosen or not goods:
        raise NotDirectError
    busy = next((x for x in chosen if not is_free(x)), None)
    if busy is not None:
        raise AlreadyPickedError(name=busy.name)
    return chosen


def _move(uow: UnitOfWork, row: Row[Any], lines: Sequence[Row[Any]], place: int | None) -> None:
    """The lines ship from another place (None: the order's); what they had is given to who waits for it."""
    held = {r.line_id: r.quantity_milli for r in all_reservations(uow.connection, row.id)}
    free_lines(uow, order_id=row.id, quantities={x.id: held[x.id] for x in lines if x.id in held})
    uow.connection.execute(
        update(sales_order_line)
        .where(sales_order_line.c.id.in_([x.id for x in lines]))
        .values(location_id=place)
    )
    refresh_progress(uow, row.id, row=row)
    for location_id in sorted({place_of(x, row) for x in lines}):
        products = sorted({x.product_id for x in lines if x.id in held and place_of(x, row) == location_id})
        if products:
            serve_waiting(uow, location_id=location_id, product_ids=products, except_order=row.id)


@permitted(Permission.RECEIVE_GOODS)
def stop_direct(uow: UnitOfWork, *, order_id: int, reference: str) -> SavedOrder:
    """The supplier does not bring what is left: it ships from our own place again.

    Raises:
        NotDirectError: nothing is left of it.
    """
    row = lock_order(uow, order_id)
    left = [x for x in list_direct(uow.connection, order_id=order_id, reference=reference) if x.open_milli]
    if not left:
        raise NotDirectError
    for x in left:
        close_incoming(uow, incoming_id=x.incoming_id)
    gone = {x.line_id for x in left}
    _move(uow, row, [x for x in line_rows(uow.connection, order_id) if x.id in gone], None)
    row = lock_order(uow, order_id)
    today = get_company(uow.connection).day_of(uow.now)
    commit_stock(uow, row=row, lines=line_rows(uow.connection, order_id), today=today)
    refresh_progress(uow, order_id, row=row)
    take_step(
        uow, document_type="order", document_id=order_id, step="not_direct", detail=reference,
        payload={"lines": sorted(gone)},
    )  # fmt: skip
    return saved(lock_order(uow, order_id))
