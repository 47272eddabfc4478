"""What a product is made of: the parts of a kit, or the recipe of what is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from app.catalog.states import UNSTOCKED
from app.catalog.tables import product, product_part
from app.inventory.tables import stock_level
from app.kernel.quantity import ONE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a product.

    Attributes:
        quantity_milli: base units of it in one base unit of the whole.
        on_hand_milli: what of it is there; None where no stock is kept.
        unit_cost_micro: what one of it costs in stock, millionths of a minor unit.
    """

    product_id: int
    sku: str
    name: str
    unit: str
    quantity_milli: int
    on_hand_milli: int | None
    unit_cost_micro: int


def list_parts(connection: Connection, *, product_id: int, location_id: int) -> list[Part]:
    """What a product is made of, in order; [] for one that is made of nothing we keep."""
    there = and_(
        stock_level.c.product_id == product_part.c.product_id, stock_level.c.location_id == location_id
    )
    rows = connection.execute(
        select(
            product.c.id, product.c.sku, product.c.name, product.c.unit, product.c.kind,
            product_part.c.quantity_milli, stock_level.c.on_hand_milli, stock_level.c.unit_cost_micro,
        )
        .join_from(product_part, product, product.c.id == product_part.c.product_id)
        .outerjoin(stock_level, there)
        .where(product_part.c.owner_id == product_id)
        .order_by(product_part.c.position)
    )  # fmt: skip
    return [
        Part(
            r.id, r.sku, r.name, r.unit, r.quantity_milli,
            None if r.kind in UNSTOCKED else (r.on_hand_milli or 0), r.unit_cost_micro or 0,
        )
        for r in rows
    ]  # fmt: skip


def makes(parts: Sequence[Part]) -> int | None:
    """How many whole ones the parts on hand make, thousandths; None: nothing in it is kept in stock."""
    found = [p.on_hand_milli // p.quantity_milli * ONE for p in parts if p.on_hand_milli is not None]
    return min(found, default=None)


def kits_on_hand(connection: Connection, *, kit_ids: Sequence[int], location_id: int) -> dict[int, int]:
    """How many whole kits can be made of what is there, thousandths, by kit."""
    found: dict[int, int] = {}
    for kit_id in kit_ids:
        whole = makes(list_parts(connection, product_id=kit_id, location_id=location_id))
        if whole is not None:
            found[kit_id] = whole
    return found
