"""What suppliers bring to customers by themselves: lines that pass through the books only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from app.inventory.queries import average_cost
from app.inventory.states import LocationKind
from app.inventory.tables import incoming, location
from app.orders.states import LineKind
from app.orders.store import line_rows, order_row, place_of
from app.orders.tables import purchase_for_order, sales_order_line

DIRECT: Final = "DIRECT"  # the code of the place where such goods pass


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Goods of an order that could come from the supplier directly; base units."""

    line_id: int
    sku: str
    name: str
    unit: str
    open_milli: int
    unit_cost_micro: int  # what it costs on average where the order ships from


@dataclass(frozen=True, slots=True)
class DirectLine:
    """Goods that a supplier was asked to bring to the customer; base units."""

    incoming_id: int
    line_id: int
    product_id: int
    sku: str
    name: str
    unit: str
    reference: str
    supplier: str
    due_on: date
    ordered_milli: int
    received_milli: int
    unit_cost_micro: int
    closed: bool

    @property
    def open_milli(self) -> int:
        """What is still to be brought."""
        return 0 if self.closed else max(self.ordered_milli - self.received_milli, 0)


@dataclass(frozen=True, slots=True)
class DirectPage:
    """What of an order may be, and what is, brought by suppliers."""

    number: str
    can: tuple[OpenLine, ...]
    lines: tuple[DirectLine, ...]


def find_direct_place(connection: Connection) -> int | None:
    """The place where such goods pass, or None before the first."""
    found = connection.execute(
        select(location.c.id).where(location.c.code == DIRECT, location.c.kind == LocationKind.DIRECT.value)
    ).scalar_one_or_none()
    return None if found is None else int(found)


def direct_page(connection: Connection, *, order_id: int) -> DirectPage:
    """Both lists of an order; raises NoSuchOrderError."""
    row = order_row(connection, order_id)
    place = find_direct_place(connection)
    can = []
    for x in line_rows(connection, order_id):
        open_milli = x.ordered_milli - x.cancelled_milli - x.shipped_milli
        busy = x.picking_milli or x.picked_milli or x.packed_milli
        if x.kind != LineKind.GOODS.value or busy or open_milli <= 0 or place_of(x, row) == place:
            continue
        cost = average_cost(connection, product_id=x.product_id, location_id=place_of(x, row))
        can.append(OpenLine(x.id, x.sku, x.name, x.unit, open_milli, cost))
    return DirectPage(row.number or "-", tuple(can), tuple(list_direct(connection, order_id=order_id)))


def list_direct(connection: Connection, *, order_id: int, reference: str = "") -> list[DirectLine]:
    """What suppliers bring for an order, all or under one number, by the day it is expected."""
    line, due = sales_order_line.c, incoming.c
    query = (
        select(
            due.id, line.id, line.product_id, line.sku, line.name, line.unit, due.reference, due.supplier,
            due.due_on, due.ordered_milli, due.received_milli, due.unit_cost_micro, due.closed,
        )
        .join_from(purchase_for_order, incoming, due.id == purchase_for_order.c.incoming_id)
        .join(sales_order_line, line.id == purchase_for_order.c.line_id)
        .join(location, location.c.id == due.location_id)
        .where(line.order_id == order_id, location.c.kind == LocationKind.DIRECT.value)
        .order_by(due.due_on, due.id)
    )  # fmt: skip
    if reference:
        query = query.where(due.reference == reference)
    return [DirectLine(*tuple(r)) for r in connection.execute(query)]
