"""What the other places have of a product: stores and warehouses, and what is on its way between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.inventory.tables import location, reservation, stock_level


@dataclass(frozen=True, slots=True)
class PlaceStock:
    """A product at a place of ours, base units."""

    location_id: int
    code: str
    name: str
    on_hand_milli: int
    committed_milli: int

    @property
    def available_milli(self) -> int:
        """On hand less what is promised there."""
        return self.on_hand_milli - self.committed_milli


def list_elsewhere(connection: Connection, *, product_id: int, location_id: int) -> list[PlaceStock]:
    """Where else there is something of a product, most of it first; `location_id` is here, and left out."""
    promised = (
        select(func.coalesce(func.sum(reservation.c.quantity_milli), 0))
        .where(reservation.c.product_id == product_id, reservation.c.location_id == stock_level.c.location_id)
        .correlate(stock_level)
        .scalar_subquery()
    )
    query: Select[Any] = (
        select(location.c.id, location.c.code, location.c.name, stock_level.c.on_hand_milli, promised)
        .join_from(stock_level, location, location.c.id == stock_level.c.location_id)
        .where(
            stock_level.c.product_id == product_id,
            stock_level.c.location_id != location_id,
            stock_level.c.on_hand_milli > 0,
            location.c.kind == "internal",
        )
        .order_by(stock_level.c.on_hand_milli.desc(), location.c.code)
    )
    return [PlaceStock(r[0], r[1], r[2], int(r[3]), int(r[4])) for r in connection.execute(query)]
