"""What only the screens of the warehouse ask: the work that waits, and what a scan opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, and_, func, or_, select

from app.catalog.queries import first_codes
from app.catalog.tables import product
from app.fulfilment.lots import free_lots
from app.fulfilment.queries import PickCard, PickListRow, ShipmentRow, get_pick_list, list_shipments
from app.fulfilment.states import PickStatus, ShipmentStatus
from app.fulfilment.tables import count_task, pick_line, pick_list, shipment
from app.inventory.lots import keeps_lots
from app.inventory.rules import LotStock
from app.inventory.tables import stock_level
from app.orders.queries import count_stages
from app.orders.states import Stage
from app.orders.tables import sales_order

OPEN: Final = (PickStatus.OPEN.value, PickStatus.PICKING.value)
ON_THE_WAY: Final = (ShipmentStatus.DISPATCHED.value, ShipmentStatus.FAILED.value)


@dataclass(frozen=True, slots=True)
class PickWork:
    """A pick list that is not finished: how far it is, and for which orders."""

    id: int
    number: str
    status: PickStatus
    stops: int
    done: int
    orders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """A pick list with its cards, a barcode of each product, and the numbers of the orders.

    Attributes:
        lots: by product, the lots to take in their order, for goods that are kept by lot.
    """

    row: PickListRow
    cards: tuple[PickCard, ...]
    codes: dict[int, str]
    orders: dict[int, str]
    lots: dict[int, tuple[LotStock, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkCounts:
    """How much waits at each place of the warehouse."""

    to_pick: int
    picking: int
    to_pack: int
    to_ship: int
    on_the_way: int
    to_count: int = 0


@dataclass(frozen=True, slots=True)
class CountWork:
    """A shelf that is to be counted after a short pick, with what the books say of it."""

    id: int
    product_id: int
    location_id: int
    sku: str
    name: str
    unit: str
    bin: str
    reason: str
    created_at: datetime
    on_hand_milli: int


def count_work(connection: Connection) -> WorkCounts:
    """The live counts on the chips."""
    stages = count_stages(connection)
    lists = connection.execute(select(func.count()).where(pick_list.c.status.in_(OPEN))).scalar_one()
    packed = connection.execute(
        select(func.count()).where(shipment.c.status == ShipmentStatus.PACKED.value)
    ).scalar_one()
    gone = connection.execute(select(func.count()).where(shipment.c.status.in_(ON_THE_WAY))).scalar_one()
    counts = connection.execute(
        select(func.count()).select_from(count_task).where(count_task.c.done_at.is_(None))
    ).scalar_one()
    return WorkCounts(
        stages[Stage.TO_PICK], int(lists), stages[Stage.TO_PACK], int(packed), int(gone), int(counts)
    )


def list_count_work(connection: Connection, *, limit: int = 200) -> list[CountWork]:
    """The shelves that are to be counted, oldest first."""
    rows = connection.execute(
        select(
            count_task.c.id, count_task.c.product_id, count_task.c.location_id, product.c.sku,
            product.c.name, product.c.unit, count_task.c.bin, count_task.c.reason,
            count_task.c.created_at, func.coalesce(stock_level.c.on_hand_milli, 0),
        )
        .join_from(count_task, product, product.c.id == count_task.c.product_id)
        .outerjoin(
            stock_level,
            and_(
                stock_level.c.product_id == count_task.c.product_id,
                stock_level.c.location_id == count_task.c.location_id,
            ),
        )
        .where(count_task.c.done_at.is_(None))
        .order_by(count_task.c.id)
        .limit(limit)
    )  # fmt: skip
    return [CountWork(*tuple(row)) for row in rows]


def list_travelling(
    connection: Connection, *, after_id: int | None = None, limit: int = 200
) -> list[ShipmentRow]:
    """Shipments that left and are not there yet, failed ones too, newest first."""
    found: list[ShipmentRow] = []
    for status in (ShipmentStatus.DISPATCHED, ShipmentStatus.FAILED):
        found += list_shipments(connection, status=status, after_id=after_id, limit=limit)
    return sorted(found, key=lambda row: row.id, reverse=True)[:limit]


def list_pick_work(connection: Connection, *, limit: int = 200) -> list[PickWork]:
    """The lists that are not finished, oldest first."""
    heads = connection.execute(
        select(pick_list).where(pick_list.c.status.in_(OPEN)).order_by(pick_list.c.id).limit(limit)
    ).all()
    lines = connection.execute(
        select(pick_line, sales_order.c.number.label("order_number"))
        .join_from(pick_line, sales_order, sales_order.c.id == pick_line.c.order_id)
        .where(pick_line.c.pick_list_id.in_([h.id for h in heads]))
        .order_by(pick_line.c.tote, pick_line.c.position)
    ).all()
    found: list[PickWork] = []
    for head in heads:
        mine = [x for x in lines if x.pick_list_id == head.id]
        done = sum(1 for x in mine if x.picked_milli + x.short_milli >= x.wanted_milli)
        numbers = tuple(dict.fromkeys(x.order_number or "-" for x in mine))
        found.append(PickWork(head.id, head.number, PickStatus(head.status), len(mine), done, numbers))
    return found


def get_walk(connection: Connection, *, pick_list_id: int, on: date) -> Walk:
    """A list as it is worked off on a day; raises NoSuchPickError."""
    row, cards = get_pick_list(connection, pick_list_id=pick_list_id)
    products = sorted({c.product_id for c in cards})
    codes = first_codes(connection, products)
    numbers = _numbers(connection, sorted({c.order_id for c in cards}))
    waiting = [c.product_id for c in cards if c.left_milli > 0]
    lots = {
        p: tuple(free_lots(connection, product_id=p, location_id=row.location_id, on=on))
        for p in sorted(keeps_lots(connection, product_ids=waiting))
    }
    return Walk(row, tuple(cards), codes, numbers, lots)


def _numbers(connection: Connection, order_ids: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(
        select(sales_order.c.id, sales_order.c.number).where(sales_order.c.id.in_(list(order_ids)))
    )
    return {int(i): str(number or "-") for i, number in rows}


def find_work(connection: Connection, *, number: str) -> tuple[str, int] | None:
    """What a number on paper opens: ("pick", id), ("order", id) or ("shipment", id)."""
    wanted = number.strip().upper()
    found = connection.execute(
        select(pick_list.c.id).where(pick_list.c.number == wanted, pick_list.c.status.in_(OPEN))
    ).scalar_one_or_none()
    if found is not None:
        return "pick", int(found)
    found = connection.execute(
        select(shipment.c.id).where(
            or_(
                shipment.c.number == wanted,
                and_(shipment.c.tracking_number == number.strip(), shipment.c.tracking_number != ""),
            )
        )
    ).scalar()
    if found is not None:
        return "shipment", int(found)
    found = connection.execute(
        select(sales_order.c.id).where(sales_order.c.number == wanted)
    ).scalar_one_or_none()
    return None if found is None else ("order", int(found))
