"""What is where, and how it came there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from app.db.prepared import Prepared
from app.inventory.tables import location, product_day, stock_level, stock_move


@dataclass(frozen=True, slots=True)
class Move:
    """One stock move as the history shows it; quantity is signed from the location's view."""

    id: int
    at: datetime
    business_date: date
    quantity_milli: int
    cost_minor: int
    document_type: str
    document_id: int
    reason: str | None
    actor_id: int


@dataclass(frozen=True, slots=True)
class ProductDay:
    """A product's day: sold, other goods in and out, revenue."""

    business_date: date
    sold_milli: int
    in_milli: int
    out_milli: int
    revenue_minor: int


@dataclass(frozen=True, slots=True)
class StockFault:
    """A level that its moves do not explain; never seen."""

    product_id: int
    location_id: int
    level_milli: int
    moves_milli: int


_LOCATION: Final = Prepared(select(location.c.id).where(location.c.code == bindparam("code_")))


def location_id(connection: Connection, *, code: str) -> int:
    """The id of the location of that code."""
    (row,) = _LOCATION.all(connection, {"code_": code})
    return int(row.id)


def on_hand(connection: Connection, *, product_id: int, location_id: int) -> int:
    """Thousandths of the base unit at a location."""
    found = connection.execute(
        select(stock_level.c.on_hand_milli).where(
            stock_level.c.product_id == product_id, stock_level.c.location_id == location_id
        )
    ).scalar_one_or_none()
    return int(found or 0)


def average_cost(connection: Connection, *, product_id: int, location_id: int) -> int:
    """What a base unit costs there on average, in millionths of a minor unit; 0 where it never was."""
    found = connection.execute(
        select(stock_level.c.unit_cost_micro).where(
            stock_level.c.product_id == product_id, stock_level.c.location_id == location_id
        )
    ).scalar_one_or_none()
    return int(found or 0)


def list_product_days(connection: Connection, *, product_id: int, limit: int = 400) -> list[ProductDay]:
    """The days on which the product moved, newest first."""
    rows = connection.execute(
        select(product_day)
        .where(product_day.c.product_id == product_id)
        .order_by(product_day.c.business_date.desc())
        .limit(limit)
    )
    return [ProductDay(r.business_date, r.sold_milli, r.in_milli, r.out_milli, r.revenue_minor) for r in rows]


def list_moves(
    connection: Connection, *, product_id: int, location_id: int, days: int = 60, limit: int = 500
) -> list[Move]:
    """The full history of a product at a location, newest first, over its last `days` with moves.

    Read day by day through the index on the business date: an index on the product would make
    every sale slower (docs/adr/0005).
    """
    found: list[Move] = []
    for day in list_product_days(connection, product_id=product_id, limit=days):
        rows = connection.execute(
            select(stock_move)
            .where(stock_move.c.business_date == day.business_date, stock_move.c.product_id == product_id)
            .order_by(stock_move.c.at.desc(), stock_move.c.id.desc())
        )
        found.extend(_move(r, location_id) for r in rows)
        if len(found) >= limit:
            break
    return found[:limit]


def _move(row: object, location_id: int) -> Move:
    incoming = getattr(row, "to_location_id") == location_id  # noqa: B009 - a row has no type
    values = {name: getattr(row, name) for name in Move.__dataclass_fields__}
    if not incoming:
        values["quantity_milli"] = -values["quantity_milli"]
    return Move(**values)


def list_stock_faults(connection: Connection) -> list[StockFault]:
    """Levels that differ from the sum of their moves."""
    sums: dict[tuple[int, int], int] = {}
    for column, sign in ((stock_move.c.to_location_id, 1), (stock_move.c.from_location_id, -1)):
        rows = connection.execute(
            select(stock_move.c.product_id, column, func.sum(stock_move.c.quantity_milli)).group_by(
                stock_move.c.product_id, column
            )
        )
        for product_id, place, quantity in rows:
            key = (product_id, place)
            sums[key] = sums.get(key, 0) + sign * int(quantity)
    faults = []
    for row in connection.execute(select(stock_level)):
        moved = sums.get((row.product_id, row.location_id), 0)
        if moved != row.on_hand_milli:
            faults.append(StockFault(row.product_id, row.location_id, row.on_hand_milli, moved))
    return faults
