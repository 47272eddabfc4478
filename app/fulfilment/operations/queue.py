"""The next walk, and the next order to pack: handed to one person."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, and_, select

from app.db.unit_of_work import UnitOfWork
from app.fulfilment.operations.picking import create_pick_list
from app.fulfilment.refusals import NothingToPickError
from app.fulfilment.states import PickStatus
from app.fulfilment.tables import pick_list
from app.kernel.permission import Permission, permitted
from app.orders.queries import STAGE_IS
from app.orders.states import Stage
from app.orders.tables import sales_order
from app.queues.operations import NothingWaitsError, Taken, hand_out, take_work
from app.queues.states import WorkKind

_MOST: Final = 200  # so many pieces are looked at
_OPEN: Final = (PickStatus.PICKING.value, PickStatus.OPEN.value)


@permitted(Permission.PICK)
def next_pick(uow: UnitOfWork, *, location_id: int | None = None) -> Taken:
    """A pick list that nobody walks: one that was begun first, then the oldest; else one is made.

    It is made of the order that is wanted first among those that nobody makes one of just now.

    Args:
        uow: the transaction.
        location_id: the place that is walked; any when left out.

    Raises:
        NothingWaitsError: all is picked, or in somebody's hands.
    """
    waits: ColumnElement[bool] = pick_list.c.status.in_(_OPEN)
    if location_id is not None:
        waits = and_(waits, pick_list.c.location_id == location_id)
    lists = uow.connection.execute(
        select(pick_list.c.id)
        .where(waits)
        .order_by(pick_list.c.status.desc(), pick_list.c.id)  # picking before open
        .limit(_MOST)
    ).scalars()
    found = hand_out(uow, kind=WorkKind.PICK, candidates=list(lists), row=pick_list.c.id, waits=waits)
    return found or _make_list(uow, location_id)


def _make_list(uow: UnitOfWork, location_id: int | None) -> Taken:
    for order_id in _orders(uow.connection, Stage.TO_PICK):
        mine = uow.connection.execute(
            select(sales_order.c.id)
            .where(sales_order.c.id == order_id, STAGE_IS[Stage.TO_PICK])
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if mine is None:
            continue
        try:
            made = create_pick_list(uow, uuid=str(uuid4()), order_ids=[order_id], location_id=location_id)
        except NothingToPickError:
            continue  # its goods lie at another place, or went to a list of one
        return take_work(uow, kind=WorkKind.PICK, item_id=made.pick_list_id)
    raise NothingWaitsError


@permitted(Permission.SHIP)
def next_pack(uow: UnitOfWork) -> Taken:
    """The order that is wanted first among those that are picked and nobody packs.

    Raises:
        NothingWaitsError: all is packed, or in somebody's hands.
    """
    orders = _orders(uow.connection, Stage.TO_PACK)
    found = hand_out(
        uow, kind=WorkKind.PACK, candidates=orders, row=sales_order.c.id, waits=STAGE_IS[Stage.TO_PACK]
    )
    if found is None:
        raise NothingWaitsError
    return found


def _orders(connection: Connection, stage: Stage) -> list[int]:
    """Those of a stage, the first that is wanted first; without a day behind them."""
    o = sales_order.c
    query = select(o.id).where(STAGE_IS[stage]).order_by(o.requested_on.is_(None), o.requested_on, o.id)
    return list(connection.execute(query.limit(_MOST)).scalars())
