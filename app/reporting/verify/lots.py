"""Lots against their moves, cost layers against the stock they explain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, func, select

from app.inventory.states import Costing, LocationKind
from app.inventory.tables import cost_layer, location, lot_level, lot_move, stock_level, stock_policy
from app.reporting.verify.results import Check, differences, sums

Sums = dict[tuple[Any, ...], tuple[int, ...]]


def _lots(connection: Connection) -> Iterator[str]:
    moved: Sums = {}
    inside = select(location.c.id).where(location.c.kind == LocationKind.INTERNAL.value)
    for column, sign in ((lot_move.c.to_location_id, 1), (lot_move.c.from_location_id, -1)):
        rows = connection.execute(
            select(lot_move.c.lot_id, column, func.sum(lot_move.c.quantity_milli))
            .where(column.in_(inside))
            .group_by(lot_move.c.lot_id, column)
        )
        for lot_id, place, milli in rows:
            before = moved.get((lot_id, place), (0,))
            moved[(lot_id, place)] = (before[0] + sign * int(milli),)
    told = sums(connection, select(lot_level.c.lot_id, lot_level.c.location_id, lot_level.c.on_hand_milli), 2)
    for (lot_id, place), why in differences(told, moved, ("on hand",)):
        yield f"lot {lot_id} at location {place}: {why}"
    for (lot_id, place), (milli,) in told.items():
        if milli < 0:
            yield f"lot {lot_id} at location {place}: {milli} thousandths are below zero"


def _layers(connection: Connection) -> Iterator[str]:
    keys = (cost_layer.c.product_id, cost_layer.c.location_id)
    told = sums(
        connection,
        select(*keys, func.sum(cost_layer.c.left_milli), func.sum(cost_layer.c.left_minor))
        .where(cost_layer.c.left_milli > 0)
        .group_by(*keys),
        2,
    )
    right = sums(
        connection,
        select(
            stock_level.c.product_id, stock_level.c.location_id, stock_level.c.on_hand_milli,
            stock_level.c.value_minor,
        )
        .join_from(stock_level, stock_policy, stock_policy.c.product_id == stock_level.c.product_id)
        .where(stock_policy.c.costing == Costing.FIFO.value, stock_level.c.on_hand_milli > 0),
        2,
    )  # fmt: skip
    for (product_id, place), why in differences(told, right, ("left", "worth")):
        yield f"cost layers of product {product_id} at location {place}: {why}"


LOT_CHECKS: Final = (
    Check("lots_equal_moves", "What lies of each lot equals the sum of its moves.", _lots),
    Check("layers_equal_stock", "Cost layers add up to the stock that leaves first in, first out.", _layers),
)
