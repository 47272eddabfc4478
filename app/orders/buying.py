"""What confirmed orders wait for and nobody has ordered for them yet: proposals to buy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, select

from app.catalog.tables import product
from app.inventory.tables import goods_receipt, goods_receipt_line, incoming, location, reservation
from app.orders.states import LineKind, OrderStatus
from app.orders.tables import purchase_for_order, sales_order, sales_order_line
from app.orders.waiting import WAITING_ORDERS, line_place
from app.parties.tables import party


@dataclass(frozen=True, slots=True)
class Proposal:
    """Goods that an order line waits for, base units."""

    line_id: int
    order_id: int
    number: str
    customer: str
    product_id: int
    sku: str
    name: str
    unit: str
    location_id: int
    place: str
    requested_on: date | None
    missing_milli: int  # ordered, not there, and not bought for it
    coming_milli: int  # expected of the product for nobody in particular
    supplier: str  # who brought it last


_LINE: Final = sales_order_line.c
_HELD: Final = (
    select(func.coalesce(func.sum(reservation.c.quantity_milli), 0))
    .where(
        reservation.c.document_type == "order",
        reservation.c.document_id == _LINE.order_id,
        reservation.c.line_id == _LINE.id,
    )
    .correlate(sales_order_line)
    .scalar_subquery()
)
_BOUGHT: Final = (
    select(func.coalesce(func.sum(incoming.c.ordered_milli - incoming.c.received_milli), 0))
    .join_from(purchase_for_order, incoming)
    .where(
        purchase_for_order.c.line_id == _LINE.id,
        incoming.c.closed.is_(False),
        incoming.c.ordered_milli > incoming.c.received_milli,
    )
    .correlate(sales_order_line)
    .scalar_subquery()
)
_MISSING: Final = _LINE.ordered_milli - _LINE.cancelled_milli - _LINE.shipped_milli - _HELD - _BOUGHT
WAITING_LINES: Final[Select[Any]] = (
    select(
        _LINE.id, _LINE.order_id, _LINE.product_id, sales_order.c.number, sales_order.c.requested_on,
        line_place.label("location_id"), party.c.name.label("customer"), product.c.sku, product.c.name,
        product.c.unit, location.c.name.label("place"), _MISSING.label("missing"),
    )
    .join_from(sales_order, sales_order_line, _LINE.order_id == sales_order.c.id)
    .join(party, party.c.id == sales_order.c.party_id)
    .join(product, product.c.id == _LINE.product_id)
    .join(location, location.c.id == line_place)
    .where(
        _LINE.order_id.in_(WAITING_ORDERS),
        sales_order.c.status == OrderStatus.CONFIRMED.value,
        _LINE.kind == LineKind.GOODS.value,
        _MISSING > 0,
    )
    .order_by(_LINE.first_promised_key, _LINE.id)
)  # fmt: skip


def list_proposals(connection: Connection, *, limit: int = 500) -> list[Proposal]:
    """What should be bought for orders, in the order in which they wait."""
    rows = connection.execute(WAITING_LINES.limit(limit)).all()
    products = sorted({r.product_id for r in rows})
    coming = _free_incoming(connection, products)
    suppliers = _last_suppliers(connection, products)
    return [
        _proposal(r, coming.get((r.product_id, r.location_id), 0), suppliers.get(r.product_id, ""))
        for r in rows
    ]


def _proposal(r: Row[Any], coming_milli: int, supplier: str) -> Proposal:
    return Proposal(
        r.id, r.order_id, r.number or "-", r.customer, r.product_id, r.sku, r.name, r.unit, r.location_id,
        r.place, r.requested_on, int(r.missing), coming_milli, supplier,
    )  # fmt: skip


def _free_incoming(connection: Connection, products: Sequence[int]) -> dict[tuple[int, int], int]:
    bought = select(purchase_for_order.c.incoming_id)
    rows = connection.execute(
        select(
            incoming.c.product_id, incoming.c.location_id,
            func.sum(incoming.c.ordered_milli - incoming.c.received_milli),
        )
        .where(
            incoming.c.product_id.in_(products), incoming.c.closed.is_(False),
            incoming.c.ordered_milli > incoming.c.received_milli, incoming.c.id.not_in(bought),
        )
        .group_by(incoming.c.product_id, incoming.c.location_id)
    )  # fmt: skip
    return {(product_id, location_id): int(total) for product_id, location_id, total in rows}


def _last_suppliers(connection: Connection, products: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(
        select(goods_receipt_line.c.product_id, goods_receipt.c.supplier)
        .join_from(goods_receipt_line, goods_receipt)
        .where(goods_receipt_line.c.product_id.in_(products), goods_receipt.c.supplier != "")
        .order_by(goods_receipt.c.id)
    )
    return {r.product_id: r.supplier for r in rows}  # the last one stays
