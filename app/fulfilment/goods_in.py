"""What the screen of goods in asks: what is expected, and what came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, func, select

from app.access.tables import user_account
from app.catalog.tables import product
from app.inventory.places import propose_bin
from app.inventory.refusals import NoSuchReceiptError
from app.inventory.serials import serial_uses
from app.inventory.states import SerialUse
from app.inventory.tables import goods_receipt, goods_receipt_line, incoming, location

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A delivery that is expected: the open lines of one number at one place."""

    reference: str
    location_id: int
    place: str
    supplier: str
    due_on: date
    lines: int
    ordered_milli: int
    received_milli: int


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """Goods of a delivery that are still expected, base units."""

    incoming_id: int
    product_id: int
    sku: str
    name: str
    unit: str
    ordered_milli: int
    received_milli: int
    unit_cost_micro: int
    bin: str
    numbered: bool = False  # each piece has a serial number from here on

    @property
    def left_milli(self) -> int:
        """What is still to come."""
        return self.ordered_milli - self.received_milli


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A goods receipt in the list."""

    id: int
    number: str
    supplier: str
    reference: str
    place: str
    at: datetime
    who: str
    cost_minor: int
    landed_minor: int


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """Goods that came, base units; cost and landed cost of the whole quantity."""

    id: int
    product_id: int
    sku: str
    name: str
    unit: str
    quantity_milli: int
    cost_minor: int
    landed_minor: int
    lot: str
    expires_on: date | None
    bin: str


def list_deliveries(connection: Connection, *, limit: int = PAGE) -> list[DeliveryRow]:
    """What is expected, the earliest day first."""
    due = func.min(incoming.c.due_on)
    rows = connection.execute(
        select(
            incoming.c.reference, incoming.c.location_id, location.c.name, func.max(incoming.c.supplier), due,
            func.count(), func.sum(incoming.c.ordered_milli), func.sum(incoming.c.received_milli),
        )
        .join_from(incoming, location, location.c.id == incoming.c.location_id)
        .where(incoming.c.closed.is_(False))
        .group_by(incoming.c.reference, incoming.c.location_id, location.c.name)
        .order_by(due, incoming.c.reference)
        .limit(limit)
    )  # fmt: skip
    return [DeliveryRow(r[0], r[1], r[2], r[3], r[4], int(r[5]), int(r[6]), int(r[7])) for r in rows]


def get_delivery(connection: Connection, *, reference: str, location_id: int) -> list[DeliveryLine]:
    """The lines of a delivery that are still expected, as they were ordered, each with its bin."""
    rows = connection.execute(
        select(
            incoming.c.id, incoming.c.product_id, product.c.sku, product.c.name, product.c.unit,
            incoming.c.ordered_milli, incoming.c.received_milli, incoming.c.unit_cost_micro,
        )
        .join_from(incoming, product, product.c.id == incoming.c.product_id)
        .where(
            incoming.c.reference == reference, incoming.c.location_id == location_id,
            incoming.c.closed.is_(False),
        )
        .order_by(incoming.c.id)
    ).all()  # fmt: skip
    numbered = serial_uses(connection, product_ids={r.product_id for r in rows})
    return [
        DeliveryLine(
            *r, bin=propose_bin(connection, product_id=r.product_id, location_id=location_id).bin,
            numbered=numbered.get(r.product_id) is SerialUse.ALWAYS,
        )
        for r in rows
    ]  # fmt: skip


def find_delivery(connection: Connection, *, reference: str) -> DeliveryRow | None:
    """The expected delivery of a number that was scanned."""
    wanted = reference.strip().casefold()
    return next((d for d in list_deliveries(connection) if d.reference.casefold() == wanted), None)


_HEADS: Final = (
    select(
        goods_receipt.c.id, goods_receipt.c.number, goods_receipt.c.supplier, goods_receipt.c.reference,
        location.c.name.label("place"), goods_receipt.c.at,
        func.coalesce(user_account.c.name, "").label("who"), goods_receipt.c.cost_minor,
        goods_receipt.c.landed_minor,
    )
    .join_from(goods_receipt, location, location.c.id == goods_receipt.c.location_id)
    .outerjoin(user_account, user_account.c.id == goods_receipt.c.actor_id)
)  # fmt: skip


def list_receipts(
    connection: Connection, *, after_id: int | None = None, limit: int = PAGE
) -> list[ReceiptRow]:
    """Goods receipts, newest first; the next page begins after the last row's id."""
    query = _HEADS.order_by(goods_receipt.c.id.desc()).limit(limit)
    if after_id is not None:
        query = query.where(goods_receipt.c.id < after_id)
    return [ReceiptRow(*r) for r in connection.execute(query)]


def get_receipt(connection: Connection, *, receipt_id: int) -> tuple[ReceiptRow, list[ReceiptLine]]:
    """A goods receipt with its lines; raises NoSuchReceiptError."""
    head = connection.execute(_HEADS.where(goods_receipt.c.id == receipt_id)).one_or_none()
    if head is None:
        raise NoSuchReceiptError
    rows = connection.execute(
        select(
            goods_receipt_line.c.id, goods_receipt_line.c.product_id, product.c.sku, product.c.name,
            product.c.unit, goods_receipt_line.c.quantity_milli, goods_receipt_line.c.cost_minor,
            goods_receipt_line.c.landed_minor, goods_receipt_line.c.lot, goods_receipt_line.c.expires_on,
            goods_receipt_line.c.bin,
        )
        .join_from(goods_receipt_line, product, product.c.id == goods_receipt_line.c.product_id)
        .where(goods_receipt_line.c.receipt_id == receipt_id)
        .order_by(goods_receipt_line.c.id)
    )  # fmt: skip
    return ReceiptRow(*head), [ReceiptLine(*r) for r in rows]
