"""Committing goods to order lines; what waits keeps its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, select, update

from app.audit.steps import take_step
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.inventory.reservations import (
    Availability,
    Want,
    all_reservations,
    free_lines,
    list_availability,
    own_reservations,
    reserve_goods,
)
from app.inventory.tables import incoming
from app.kernel.permission import Permission, permitted
from app.orders.drafts import SavedOrder
from app.orders.operations.entry import saved
from app.orders.rules import promise_on
from app.orders.states import LineKind, OrderStatus
from app.orders.store import line_rows, lock_order, place_of, refresh_progress
from app.orders.tables import sales_order, sales_order_line
from app.orders.waiting import WAITING_ORDERS, line_place
from app.organisation.queries import get_company
from app.terms.states import ShipPolicy

_PROMISE: Final = Prepared(
    update(sales_order_line)
    .where(sales_order_line.c.id == bindparam("line_"))
    .values(promised_on=bindparam("on_"))
)
_WAITING: Final = (
    select(
        sales_order_line.c.order_id, sales_order_line.c.id, sales_order_line.c.product_id,
        sales_order_line.c.ordered_milli, sales_order_line.c.cancelled_milli,
        sales_order_line.c.shipped_milli, sales_order_line.c.first_promised_key,
    )
    .join_from(sales_order, sales_order_line)
    .where(
        sales_order_line.c.order_id.in_(WAITING_ORDERS),
        line_place == bindparam("location_"),
        sales_order_line.c.product_id.in_(bindparam("products_", expanding=True)),
    )
    .order_by(sales_order_line.c.first_promised_key)
)  # fmt: skip
_INCOMING: Final = select(
    incoming.c.product_id, incoming.c.due_on, incoming.c.ordered_milli, incoming.c.received_milli
).where(
    incoming.c.location_id == bindparam("location_"),
    incoming.c.product_id.in_(bindparam("products_", expanding=True)),
    incoming.c.closed.is_(False),
)  # fmt: skip


def _wants(lines: Iterable[Row[Any]], held: Mapping[int, int]) -> list[Want]:
    wants = []
    for x in lines:
        if x.kind != LineKind.GOODS.value or x.product_id is None:
            continue
        quantity = x.ordered_milli - x.cancelled_milli - x.shipped_milli - held.get(x.id, 0)
        if quantity > 0:
            wants.append(Want(x.id, x.product_id, quantity))
    return wants


def commit_stock(uow: UnitOfWork, *, row: Row[Any], lines: Sequence[Row[Any]], today: date) -> bool:
    """Commit what there is to an order's lines; True when some of it has to wait.

    Older orders that wait for the same goods are served first. A line that waits gets the day on
    which it can be promised, where a supply is known.
    """
    held = {r.line_id: r.quantity_milli for r in all_reservations(uow.connection, row.id)}
    places = sorted({place_of(x, row) for x in lines})
    waits = [
        _commit_at(uow, row, place, _wants([x for x in lines if place_of(x, row) == place], held), today)
        for place in places
    ]
    return any(waits)


def _commit_at(uow: UnitOfWork, row: Row[Any], location_id: int, wants: Sequence[Want], today: date) -> bool:
    """The lines that ship from one place; True when some of it has to wait."""
    if not wants:
        return False
    products = sorted({w.product_id for w in wants})
    serve_waiting(uow, location_id=location_id, product_ids=products, except_order=row.id)
    given = reserve_goods(
        uow, location_id=location_id, document_type="order", document_id=row.id,
        wants=sorted(wants, key=lambda w: w.line_id),
    )  # fmt: skip
    _promise(uow, location_id, wants, given, today)
    return any(given[w.line_id] < w.quantity_milli for w in wants)


def _promise(
    uow: UnitOfWork, location_id: int, wants: Sequence[Want], given: Mapping[int, int], today: date
) -> None:
    short = [w for w in wants if given[w.line_id] < w.quantity_milli]
    days: list[dict[str, object]] = [
        {"line_": w.line_id, "on_": today} for w in wants if given[w.line_id] >= w.quantity_milli
    ]
    if short:
        days += [
            {"line_": line_id, "on_": on} for line_id, on in _later(uow, location_id, short, given, today)
        ]
    _PROMISE.run(uow.connection, days)


def _later(
    uow: UnitOfWork, location_id: int, short: Sequence[Want], given: Mapping[int, int], today: date
) -> list[tuple[int, date | None]]:
    products = sorted({w.product_id for w in short})
    coming = supplies(uow.connection, location_id=location_id, product_ids=products)
    queued = waiting_milli(uow.connection, location_id=location_id, product_ids=products)
    return [
        (
            w.line_id,
            promise_on(
                w.quantity_milli - given[w.line_id], today=today,
                available_milli=-queued.get(w.product_id, 0), supplies=coming.get(w.product_id, []),
            ),
        )
        for w in short
    ]  # fmt: skip


def supplies(
    connection: Connection, *, location_id: int, product_ids: Sequence[int]
) -> dict[int, list[tuple[date, int]]]:
    """What is expected by product: (day, quantity)."""
    found: dict[int, list[tuple[date, int]]] = {}
    for r in connection.execute(_INCOMING, {"location_": location_id, "products_": list(product_ids)}):
        if r.ordered_milli > r.received_milli:
            found.setdefault(r.product_id, []).append((r.due_on, r.ordered_milli - r.received_milli))
    return found


def waiting_milli(connection: Connection, *, location_id: int, product_ids: Sequence[int]) -> dict[int, int]:
    """What confirmed orders wait for, by product."""
    rows = connection.execute(_WAITING, {"location_": location_id, "products_": list(product_ids)}).all()
    held = _held(connection, location_id, {r.order_id for r in rows})
    sums: dict[int, int] = {}
    for r in rows:
        left = r.ordered_milli - r.cancelled_milli - r.shipped_milli - held.get(r.id, 0)
        sums[r.product_id] = sums.get(r.product_id, 0) + max(left, 0)
    return sums


def _held(connection: Connection, location_id: int, order_ids: Iterable[int]) -> dict[int, int]:
    return {
        r.line_id: r.quantity_milli
        for order_id in sorted(order_ids)
        for r in own_reservations(connection, location_id, order_id)
    }


def serve_waiting(
    uow: UnitOfWork, *, location_id: int, product_ids: Sequence[int], except_order: int | None = None
) -> list[int]:
    """Give free goods to the orders that wait for them, in the order of their places; order ids."""
    rows = [
        r
        for r in uow.connection.execute(_WAITING, {"location_": location_id, "products_": list(product_ids)})
        if r.order_id != except_order
    ]
    if not rows or not _any_free(list_availability(
        uow.connection, location_id=location_id, product_ids=sorted({r.product_id for r in rows})
    )):  # fmt: skip
        return []
    held = _held(uow.connection, location_id, {r.order_id for r in rows})
    served: list[int] = []
    for r in rows:
        left = r.ordered_milli - r.cancelled_milli - r.shipped_milli - held.get(r.id, 0)
        if left <= 0:
            continue
        given = reserve_goods(
            uow, location_id=location_id, document_type="order", document_id=r.order_id,
            wants=[Want(r.id, r.product_id, left)],
        )  # fmt: skip
        if given[r.id]:
            served.append(r.order_id)
    for order_id in dict.fromkeys(served):
        refresh_progress(uow, order_id)
        take_step(uow, document_type="order", document_id=order_id, step="allocated", payload={})
    return list(dict.fromkeys(served))


def _any_free(found: Mapping[int, Availability]) -> bool:
    return any(a.available_milli > 0 for a in found.values())


@permitted(Permission.ORDERS)
def allocate_order(uow: UnitOfWork, *, order_id: int) -> SavedOrder:
    """Commit now what came in since; older orders that wait for the same goods are served first."""
    row = lock_order(uow, order_id)
    if row.status != OrderStatus.CONFIRMED.value:
        return saved(row, was_there=True)
    lines = line_rows(uow.connection, order_id)
    today = get_company(uow.connection).day_of(uow.now)
    commit_stock(uow, row=row, lines=lines, today=today)
    refresh_progress(uow, order_id, row=row)
    take_step(uow, document_type="order", document_id=order_id, step="allocated", payload={})
    return saved(lock_order(uow, order_id))


@permitted(Permission.RELEASE_ORDER)
def unreserve_order(uow: UnitOfWork, *, order_id: int) -> SavedOrder:
    """Take back what is committed and not yet on a pick list, e.g. for a more urgent order."""
    row = lock_order(uow, order_id)
    lines = {x.id: x for x in line_rows(uow.connection, order_id)}
    freed = {
        r.line_id: r.quantity_milli - _busy(lines[r.line_id])
        for r in all_reservations(uow.connection, order_id)
        if r.line_id in lines
    }
    free_lines(uow, order_id=order_id, quantities=freed)
    refresh_progress(uow, order_id, row=row)
    take_step(
        uow, document_type="order", document_id=order_id, step="unreserved",
        payload={"lines": [[k, v] for k, v in sorted(freed.items())]},
    )  # fmt: skip
    return saved(lock_order(uow, order_id))


def _busy(line: Row[Any]) -> int:
    return int(line.picking_milli + line.picked_milli + line.packed_milli)


def ships_complete(row: Row[Any]) -> bool:
    """Whether the order leaves as a whole."""
    return bool(row.ship_policy == ShipPolicy.COMPLETE.value)
