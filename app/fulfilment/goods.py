"""What the screens of goods in, transfers and counts ask about a product that was scanned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.catalog.tables import product
from app.inventory.places import PutAwayReason, propose_bin
from app.inventory.queries import average_cost
from app.inventory.reservations import internal_locations, list_availability
from app.inventory.rules import MICRO
from app.inventory.serials import serial_uses
from app.inventory.states import SerialUse
from app.inventory.tables import bin_place
from app.inventory.transfers import TRANSIT


@dataclass(frozen=True, slots=True)
class GoodsInfo:
    """A product at a location; quantities in base units, cost in millionths of a minor unit each."""

    product_id: int
    sku: str
    name: str
    unit: str
    on_hand_milli: int
    free_milli: int  # on hand and promised to nobody
    unit_cost_micro: int
    bin: str
    bin_reason: PutAwayReason
    numbered: bool = False  # each piece is known by its serial number from here on


@dataclass(frozen=True, slots=True)
class Place:
    """A place of ours where goods lie."""

    id: int
    code: str
    name: str


def goods_info(connection: Connection, *, product_id: int, location_id: int) -> GoodsInfo:
    """A product as it stands at a location, and where it would be put away."""
    row = connection.execute(select(product).where(product.c.id == product_id)).one()
    there = list_availability(connection, location_id=location_id, product_ids=[product_id])[product_id]
    cost = average_cost(connection, product_id=product_id, location_id=location_id)
    where = propose_bin(connection, product_id=product_id, location_id=location_id)
    return GoodsInfo(
        row.id, row.sku, row.name, row.unit, there.on_hand_milli, there.available_milli,
        cost or (row.cost_minor or 0) * MICRO, where.bin, where.reason,
        serial_uses(connection, product_ids=[product_id]).get(product_id) is SerialUse.ALWAYS,
    )  # fmt: skip


def list_places(connection: Connection) -> list[Place]:
    """The places goods can be put at, by code; goods on their way are at none."""
    return [Place(*row) for row in internal_locations(connection) if row[1] != TRANSIT]


def place_names(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """The names of places by id."""
    wanted = set(ids)
    return {i: name for i, _code, name in internal_locations(connection) if i in wanted}


def bin_codes(connection: Connection, *, location_id: int) -> list[str]:
    """The names of the bins in use at a place, as one walks."""
    rows = connection.execute(
        select(bin_place.c.code)
        .where(bin_place.c.location_id == location_id, bin_place.c.active.is_(True))
        .order_by(bin_place.c.walk_key, bin_place.c.code)
    )
    return [str(r[0]) for r in rows]
