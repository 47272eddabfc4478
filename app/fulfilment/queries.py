"""What is asked in the warehouse."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from app.catalog.tables import barcode, packaging
from app.fulfilment.refusals import NoSuchPickError, NoSuchShipmentError
from app.fulfilment.states import PickStatus, ShipmentStatus
from app.fulfilment.tables import (
    count_task,
    package,
    package_line,
    pick_line,
    pick_list,
    shipment,
    shipment_line,
)
from app.kernel.quantity import ONE
from app.orders.tables import sales_order
from app.parties.tables import party

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class PickListRow:
    """A row of the list of pick lists."""

    id: int
    number: str
    status: PickStatus
    location_id: int
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class PickCard:
    """One stop of the walk: where, what, how many; quantities in base units."""

    id: int
    position: int
    bin: str
    tote: int
    order_id: int
    order_line_id: int
    product_id: int
    sku: str
    name: str
    wanted_milli: int
    picked_milli: int
    short_milli: int
    short_reason: str | None

    @property
    def left_milli(self) -> int:
        """What is still to be taken."""
        return self.wanted_milli - self.picked_milli - self.short_milli


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a code on a package says: a product, and how many base units one scan is."""

    product_id: int
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class ShipmentRow:
    """A row of the list of shipments."""

    id: int
    number: str | None
    status: ShipmentStatus
    order_id: int
    order_number: str | None
    party_id: int
    party_name: str
    carrier: str
    tracking_number: str
    expected_on: date | None
    packed_at: datetime
    dispatched_at: datetime | None
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """Goods of a shipment, base units."""

    id: int
    order_line_id: int
    product_id: int
    sku: str
    name: str
    unit: str
    quantity_milli: int
    returned_milli: int
    invoiced_milli: int
    cost_minor: int


@dataclass(frozen=True, slots=True)
class Package:
    """A package with its contents: (shipment line, base units)."""

    id: int
    position: int
    kind: str
    weight_grams: int
    contents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ShipmentDetail:
    """A shipment with everything on its page, its delivery note and its label."""

    row: ShipmentRow
    ship_to: dict[str, str]
    service: str
    charge_minor: int
    cost_minor: int
    received_by: str | None
    signature: bytes | None
    remarks: str | None
    lines: tuple[ShippedLine, ...]
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class CountTask:
    """A shelf that is to be counted."""

    id: int
    product_id: int
    location_id: int
    bin: str
    reason: str
    created_at: datetime


def list_pick_lists(
    connection: Connection,
    *,
    status: PickStatus | None = None,
    after_id: int | None = None,
    limit: int = PAGE,
) -> list[PickListRow]:
    """Pick lists, newest first; the next page begins after the last row's id."""
    columns = [pick_list.c[name] for name in PickListRow.__dataclass_fields__]
    query = select(*columns).order_by(pick_list.c.id.desc()).limit(limit)
    if status is not None:
        query = query.where(pick_list.c.status == status.value)
    if after_id is not None:
        query = query.where(pick_list.c.id < after_id)
    return [_pick_row(r) for r in connection.execute(query)]


def _pick_row(r: Row[Any]) -> PickListRow:
    return PickListRow(r.id, r.number, PickStatus(r.status), r.location_id, r.created_at, r.finished_at)


def get_pick_list(connection: Connection, *, pick_list_id: int) -> tuple[PickListRow, list[PickCard]]:
    """A list with its cards in the order of the walk; raises NoSuchPickError."""
    head = connection.execute(select(pick_list).where(pick_list.c.id == pick_list_id)).one_or_none()
    if head is None:
        raise NoSuchPickError
    columns = [pick_line.c[name] for name in PickCard.__dataclass_fields__]
    rows = connection.execute(
        select(*columns).where(pick_line.c.pick_list_id == pick_list_id).order_by(pick_line.c.position)
    )
    return _pick_row(head), [PickCard(*row) for row in rows]


def find_scanned(connection: Connection, *, code: str) -> Scanned | None:
    """The product of a barcode as the catalogue keeps it, and what one scan of it is."""
    row = connection.execute(
        select(barcode.c.product_id, packaging.c.quantity_milli)
        .select_from(barcode.outerjoin(packaging, packaging.c.id == barcode.c.packaging_id))
        .where(barcode.c.code == code)
    ).one_or_none()
    return None if row is None else Scanned(row.product_id, int(row.quantity_milli or ONE))


def list_count_tasks(connection: Connection) -> list[CountTask]:
    """Shelves that are to be counted, oldest first."""
    columns = [count_task.c[name] for name in CountTask.__dataclass_fields__]
    rows = connection.execute(
        select(*columns).where(count_task.c.done_at.is_(None)).order_by(count_task.c.id)
    )
    return [CountTask(*row) for row in rows]


_SHIPMENTS: Final = (
    select(shipment, party.c.name.label("party_name"), sales_order.c.number.label("order_number"))
    .join_from(shipment, sales_order, sales_order.c.id == shipment.c.order_id)
    .join(party, party.c.id == shipment.c.party_id)
)


def list_shipments(
    connection: Connection, *, status: ShipmentStatus | None = None, order_id: int | None = None,
    after_id: int | None = None, limit: int = PAGE,
) -> list[ShipmentRow]:  # fmt: skip
    """Shipments, newest first; the next page begins after the last row's id."""
    query = _SHIPMENTS.order_by(shipment.c.id.desc()).limit(limit)
    if status is not None:
        query = query.where(shipment.c.status == status.value)
    if order_id is not None:
        query = query.where(shipment.c.order_id == order_id)
    if after_id is not None:
        query = query.where(shipment.c.id < after_id)
    return [_ship_row(r) for r in connection.execute(query)]


def _ship_row(r: Row[Any]) -> ShipmentRow:
    values = {name: getattr(r, name) for name in ShipmentRow.__dataclass_fields__}
    return ShipmentRow(**{**values, "status": ShipmentStatus(r.status)})


def get_shipment(connection: Connection, *, shipment_id: int) -> ShipmentDetail:
    """Everything about a shipment; raises NoSuchShipmentError."""
    row = connection.execute(_SHIPMENTS.where(shipment.c.id == shipment_id)).one_or_none()
    if row is None:
        raise NoSuchShipmentError
    columns = [shipment_line.c[name] for name in ShippedLine.__dataclass_fields__]
    lines = connection.execute(
        select(*columns).where(shipment_line.c.shipment_id == shipment_id).order_by(shipment_line.c.id)
    )
    return ShipmentDetail(
        _ship_row(row), json.loads(row.ship_to), row.service, row.charge_minor, row.cost_minor,
        row.received_by, row.signature, row.remarks, tuple(ShippedLine(*x) for x in lines),
        tuple(_packages(connection, shipment_id)),
    )  # fmt: skip


def _packages(connection: Connection, shipment_id: int) -> list[Package]:
    rows = connection.execute(
        select(package).where(package.c.shipment_id == shipment_id).order_by(package.c.position)
    ).all()
    contents = _contents(connection, [r.id for r in rows])
    return [Package(r.id, r.position, r.kind, r.weight_grams, contents.get(r.id, ())) for r in rows]


def _contents(connection: Connection, package_ids: Sequence[int]) -> dict[int, tuple[tuple[int, int], ...]]:
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    rows = connection.execute(
        select(package_line)
        .where(package_line.c.package_id.in_(list(package_ids)))
        .order_by(package_line.c.package_id, package_line.c.shipment_line_id)
    )
    for r in rows:
        found[r.package_id] = (*found.get(r.package_id, ()), (r.shipment_line_id, r.quantity_milli))
    return found
