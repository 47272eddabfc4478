"""Promises are taken back whose goods are gone; the line waits again and keeps its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.keepers import ORDER
from app.inventory.reservations import free_goods
from app.inventory.tables import reservation
from app.kernel.quantity import milli_to_decimal
from app.orders.operations.allocate import commit_stock
from app.orders.store import line_rows, lock_order, refresh_progress
from app.orders.tables import sales_order_line
from app.organisation.queries import get_company


def take_back_promises(uow: UnitOfWork, *, location_id: int, uncovered: Mapping[int, int]) -> None:
    """Take promises back until what is promised lies there: who was promised last loses first.

    What is on a pick list is not touched: the clerk stands before the shelf, and reports it short.

    Args:
        uow: the transaction that took the goods.
        location_id: where they lay.
        uncovered: by product, how much more is promised than lies there, base units.
    """
    left = dict(uncovered)
    lost: dict[int, list[tuple[Row[Any], int]]] = {}
    for row in _promises(uow, location_id, uncovered):
        spare = row.quantity_milli - row.picking_milli - row.picked_milli - row.packed_milli
        quantity = min(left[row.product_id], spare)
        if quantity > 0:
            left[row.product_id] -= quantity
            lost.setdefault(row.order_id, []).append((row, quantity))
    for order_id in sorted(lost):
        _lose(uow, location_id, order_id, lost[order_id])


def _promises(uow: UnitOfWork, location_id: int, uncovered: Mapping[int, int]) -> list[Row[Any]]:
    """The newest first."""
    line = sales_order_line
    return list(
        uow.connection.execute(
            select(
                reservation.c.product_id, reservation.c.quantity_milli, reservation.c.line_id,
                line.c.order_id, line.c.name, line.c.picking_milli, line.c.picked_milli, line.c.packed_milli,
            )
            .join_from(reservation, line, line.c.id == reservation.c.line_id)
            .where(
                reservation.c.location_id == location_id,
                reservation.c.document_type == ORDER,
                reservation.c.product_id.in_(sorted(uncovered)),
            )
            .order_by(reservation.c.at.desc(), reservation.c.id.desc())
        )
    )  # fmt: skip


def _lose(uow: UnitOfWork, location_id: int, order_id: int, lost: list[tuple[Row[Any], int]]) -> None:
    head = lock_order(uow, order_id)
    free_goods(
        uow, location_id=location_id, document_id=order_id, quantities={row.line_id: q for row, q in lost}
    )
    today = get_company(uow.connection).day_of(uow.now)
    commit_stock(uow, row=head, lines=line_rows(uow.connection, order_id), today=today)  # a new day for it
    refresh_progress(uow, order_id)
    for row, quantity in lost:
        take_step(
            uow, document_type="order", document_id=order_id, step="promise_lost",
            detail=f"{milli_to_decimal(quantity):g} {row.name}",
            payload={"line": row.line_id, "quantity_milli": quantity},
        )  # fmt: skip
