"""Goods that are promised to one order are given to another, line by line."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import lock_levels
from app.inventory.reservations import Want, all_reservations, free_goods, reserve_goods
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.refusal import Refusal
from app.orders.operations.allocate import commit_stock
from app.orders.states import OrderStatus
from app.orders.store import line_rows, lock_order, place_of, refresh_progress
from app.orders.tables import sales_order_line
from app.organisation.queries import get_company


class NothingToGiveError(Refusal):
    """Nothing is free, or nothing is wanted."""

    message = "Nothing can be given: it is on a pick list already, or the order has all it wants."


class OtherGoodsError(Refusal):
    """Lines that have nothing to do with each other."""

    message = "Both orders must want the same goods from the same place. Reload the list."


@permitted(Permission.RELEASE_ORDER)
def give_goods(uow: UnitOfWork, *, to_line_id: int, from_line_id: int | None = None) -> int:
    """Give goods to an order line: what is free, or what another line has and nobody picks yet.

    Args:
        uow: the transaction.
        to_line_id: who gets them.
        from_line_id: who gives them up; None takes what is promised to nobody.

    Returns:
        How much it got, base units.

    Raises:
        OtherGoodsError, NothingToGiveError: see their sentences.
    """
    rows = {x.id: x for x in _lines(uow, to_line_id, from_line_id)}
    target = rows.get(to_line_id)
    source = rows.get(from_line_id) if from_line_id else None
    if target is None or (from_line_id and (source is None or source.product_id != target.product_id)):
        raise OtherGoodsError
    orders = {i: lock_order(uow, i) for i in sorted({x.order_id for x in rows.values()})}
    to_order = orders[target.order_id]
    place = place_of(target, to_order)
    if {place_of(x, orders[x.order_id]) for x in rows.values()} != {place}:
        raise OtherGoodsError
    if to_order.status != OrderStatus.CONFIRMED.value:
        raise NothingToGiveError
    lock_levels(uow, place, [target.product_id])
    quantity = _wanted(uow, to_order, target)
    if source is not None:
        quantity = min(quantity, _spare(uow, orders[source.order_id], source))
        if quantity > 0:
            free_goods(
                uow, location_id=place, document_id=source.order_id,
                quantities={source.id: quantity},
            )  # fmt: skip
    given = _reserve(uow, to_order, target, quantity)
    if source is not None:
        _took(uow, orders[source.order_id], source, given, to_order)
    _got(uow, to_order, target, given)
    return given


def _lines(uow: UnitOfWork, *line_ids: int | None) -> list[Row[Any]]:
    wanted = [i for i in line_ids if i]
    found = uow.connection.execute(select(sales_order_line).where(sales_order_line.c.id.in_(wanted)))
    return list(found)


def _held(uow: UnitOfWork, order: Row[Any], line_id: int) -> int:
    mine = all_reservations(uow.connection, order.id)
    return sum(r.quantity_milli for r in mine if r.line_id == line_id)


def _wanted(uow: UnitOfWork, order: Row[Any], line: Row[Any]) -> int:
    open_milli = line.ordered_milli - line.cancelled_milli - line.shipped_milli
    return int(open_milli - _held(uow, order, line.id))


def _spare(uow: UnitOfWork, order: Row[Any], line: Row[Any]) -> int:
    busy = line.picking_milli + line.picked_milli + line.packed_milli
    return int(_held(uow, order, line.id) - busy)


def _reserve(uow: UnitOfWork, order: Row[Any], line: Row[Any], quantity: int) -> int:
    if quantity <= 0:
        raise NothingToGiveError
    given = reserve_goods(
        uow, location_id=place_of(line, order), document_type="order", document_id=order.id,
        wants=[Want(line.id, line.product_id, quantity)],
    )[line.id]  # fmt: skip
    if not given:
        raise NothingToGiveError
    return given


def _took(uow: UnitOfWork, order: Row[Any], line: Row[Any], quantity: int, other: Row[Any]) -> None:
    """The order that gives waits again, with the day on which it can be promised now."""
    today = get_company(uow.connection).day_of(uow.now)
    commit_stock(uow, row=order, lines=line_rows(uow.connection, order.id), today=today)
    refresh_progress(uow, order.id)
    take_step(
        uow, document_type="order", document_id=order.id, step="unreserved",
        detail=f"{milli_to_decimal(quantity)} {line.name}: {other.number or '-'}",
        payload={"line": line.id, "quantity_milli": quantity, "to_order": other.id},
    )  # fmt: skip


def _got(uow: UnitOfWork, order: Row[Any], line: Row[Any], quantity: int) -> None:
    if _wanted(uow, order, line) <= 0:
        uow.connection.execute(
            update(sales_order_line)
            .where(sales_order_line.c.id == line.id)
            .values(promised_on=get_company(uow.connection).day_of(uow.now))
        )
    refresh_progress(uow, order.id)
    take_step(
        uow, document_type="order", document_id=order.id, step="allocated",
        detail=f"{milli_to_decimal(quantity)} {line.name}",
        payload={"line": line.id, "quantity_milli": quantity},
    )  # fmt: skip
