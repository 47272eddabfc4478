"""What goods cost that leave or come: at the average, by layers (first in first out), or as was set."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, insert, select, update

from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.inventory.rules import (
    Layer,
    Level,
    fifo_in,
    fifo_out,
    put_in,
    put_in_at_standard,
    take_out,
)
from app.inventory.tables import cost_layer
from app.kernel.ids import next_id

_OPEN: Final = Prepared(
    select(cost_layer.c.id, cost_layer.c.left_milli, cost_layer.c.left_minor)
    .where(
        cost_layer.c.product_id == bindparam("product_"),
        cost_layer.c.location_id == bindparam("location_"),
        cost_layer.c.left_milli > 0,
    )
    .order_by(cost_layer.c.id)
)
_LEFT: Final = Prepared(
    update(cost_layer)
    .where(cost_layer.c.id == bindparam("id_"))
    .values(left_milli=bindparam("milli_"), left_minor=bindparam("minor_"))
)


def open_layers(uow: UnitOfWork, product_id: int, location_id: int) -> list[Layer]:
    """What is not used up, the oldest first; the level's lock guards them."""
    rows = _OPEN.all(uow.connection, {"product_": product_id, "location_": location_id})
    return [Layer(*row) for row in rows]


def goods_out(
    uow: UnitOfWork, location_id: int, product_id: int, level: Level, quantity_milli: int,
    cost_minor: int | None = None,
) -> tuple[Level, int]:  # fmt: skip
    """Goods leave a locked level; returns the level after and what they cost.

    A set cost is the level's cost of one; the last piece takes what rounding left.
    """
    if not level.fifo:
        return take_out(level, quantity_milli, cost_minor)
    layers = open_layers(uow, product_id, location_id)
    after, cost, changed = fifo_out(level, layers, quantity_milli, cost_minor)
    if changed:
        _LEFT.run(
            uow.connection,
            [{"id_": x.id, "milli_": x.left_milli, "minor_": x.left_minor} for x in changed],
        )
    return after, cost


def goods_in(
    uow: UnitOfWork, location_id: int, product_id: int, level: Level, quantity_milli: int, cost_minor: int, *,
    passes_through: bool = False,
) -> tuple[Level, int]:  # fmt: skip
    """Goods come to a locked level at a cost; returns the level after and what they are worth there.

    That is their cost, unless the cost of the product is set: the difference is the caller's to book.
    Goods that pass through our own places (`passes_through`) keep what they were worth at the other one.
    """
    if level.standard_micro is not None:
        return put_in_at_standard(level, quantity_milli, cost_minor if passes_through else None)
    if not level.fifo:
        return put_in(level, quantity_milli, cost_minor), cost_minor
    after, left_milli, left_minor = fifo_in(level, quantity_milli, cost_minor)
    if left_milli:
        add_layer(
            uow, location_id, product_id, came=(quantity_milli, cost_minor), left=(left_milli, left_minor)
        )
    return after, cost_minor


def add_layer(
    uow: UnitOfWork, location_id: int, product_id: int, *, came: tuple[int, int], left: tuple[int, int]
) -> None:
    """A new layer: quantity and value that came, and what is left of it."""
    uow.connection.execute(
        insert(cost_layer),
        {
            "id": next_id(), "product_id": product_id, "location_id": location_id, "at": uow.now,
            "came_milli": max(came[0], left[0]), "came_minor": came[1], "left_milli": left[0],
            "left_minor": left[1],
        },
    )  # fmt: skip


def drop_layers(uow: UnitOfWork, location_id: int, product_id: int) -> None:
    """Forget the layers: the product is kept at the average from now on."""
    uow.connection.execute(
        update(cost_layer)
        .where(cost_layer.c.product_id == product_id, cost_layer.c.location_id == location_id)
        .values(left_milli=0, left_minor=0)
    )
