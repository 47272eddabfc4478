"""More than ordered goes along, while it is picked or when it is packed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, update

from app.db.unit_of_work import UnitOfWork
from app.fulfilment.operations.picking import lock_pick_list, pick_rows
from app.fulfilment.refusals import NoSuchPickError, SurplusByPieceError
from app.fulfilment.states import PICK_TRANSITIONS, PickStatus
from app.fulfilment.tables import pick_line
from app.inventory.lots import keeps_lots
from app.inventory.serials import serial_uses
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.state import check_transition
from app.orders.operations.progress import record_progress
from app.orders.operations.surplus import accept_surplus
from app.orders.store import line_rows, lock_order, row_values


@dataclass(frozen=True, slots=True)
class Surplus:
    """Where the surplus is to be picked, or lies.

    Attributes:
        line_id: the order line that holds it.
        pick_line_id: the line of the list that takes it; 0 when it is picked already.
    """

    line_id: int
    pick_line_id: int


@permitted(Permission.PICK)
def take_surplus(uow: UnitOfWork, *, pick_list_id: int, pick_line_id: int, quantity_milli: int) -> Surplus:
    """Let a pick list take more than was ordered; what is given away gets a line of its own on it.

    Args:
        uow: the transaction.
        pick_list_id: a list that is not finished.
        pick_line_id: the goods.
        quantity_milli: how much more, base units; it is picked by scans like the rest.

    Raises:
        OverToleranceError, SurplusPromisedError, NoSuchPickError, InvalidTransitionError: see their
            sentences.
    """
    head = lock_pick_list(uow, pick_list_id)
    check_transition(PICK_TRANSITIONS, PickStatus(head.status), PickStatus.PICKING)
    rows = pick_rows(uow, pick_list_id)
    row = next((r for r in rows if r.id == pick_line_id), None)
    if row is None:
        raise NoSuchPickError
    order = lock_order(uow, row.order_id)
    target = accept_surplus(uow, order=order, line_id=row.order_line_id, quantity_milli=quantity_milli)
    if target == row.order_line_id:
        pick_id = row.id
        uow.connection.execute(
            update(pick_line)
            .where(pick_line.c.id == row.id)
            .values(wanted_milli=row.wanted_milli + quantity_milli)
        )
    else:
        pick_id = _further_line(uow, row, max(r.position for r in rows) + 1, target, quantity_milli)
    record_progress(uow, order_id=order.id, changes={target: {"picking_milli": quantity_milli}})
    return Surplus(target, pick_id)


def _further_line(uow: UnitOfWork, row: Row[Any], position: int, line_id: int, quantity_milli: int) -> int:
    pick_id = next_id()
    uow.connection.execute(
        insert(pick_line),
        {
            **row_values(pick_line, row), "id": pick_id, "position": position, "order_line_id": line_id,
            "wanted_milli": quantity_milli, "picked_milli": 0, "short_milli": 0, "short_reason": None,
            "picked_at": None, "picked_by": None,
        },
    )  # fmt: skip
    return pick_id


@permitted(Permission.SHIP)
def pack_surplus(uow: UnitOfWork, *, order_id: int, line_id: int, quantity_milli: int) -> Surplus:
    """Put more than was picked with what is to be packed: it lies on the packing table already.

    Raises:
        OverToleranceError, SurplusPromisedError, SurplusByPieceError: see their sentences.
    """
    order = lock_order(uow, order_id)
    line = next((x for x in line_rows(uow.connection, order_id) if x.id == line_id), None)
    if line is not None and line.product_id is not None:
        kept = keeps_lots(uow.connection, product_ids={line.product_id})
        if kept or serial_uses(uow.connection, product_ids={line.product_id}):
            raise SurplusByPieceError(name=line.name)
    target = accept_surplus(uow, order=order, line_id=line_id, quantity_milli=quantity_milli)
    record_progress(uow, order_id=order_id, changes={target: {"picked_milli": quantity_milli}})
    return Surplus(target, 0)
