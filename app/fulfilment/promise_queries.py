"""To whom goods of a product are promised, and who waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, func, select

from app.inventory.tables import reservation
from app.orders.states import OrderStatus
from app.orders.tables import sales_order, sales_order_line
from app.orders.waiting import WAITING_ORDERS, line_place
from app.parties.tables import party


@dataclass(frozen=True, slots=True)
class Promise:
    """An order line that wants a product, base units."""

    line_id: int
    order_id: int
    number: str
    customer: str
    open_milli: int  # ordered and not yet shipped
    held_milli: int  # promised to it
    busy_milli: int  # of that, on a pick list, picked or packed
    promised_on: date | None

    @property
    def waits_milli(self) -> int:
        """What is not there for it."""
        return max(self.open_milli - self.held_milli, 0)

    @property
    def spare_milli(self) -> int:
        """What can be taken from it again."""
        return max(self.held_milli - self.busy_milli, 0)


def list_promises(connection: Connection, *, product_id: int, location_id: int) -> list[Promise]:
    """The open order lines of a product at a place, in the order in which they are served."""
    line, order = sales_order_line.c, sales_order.c
    # by the promises and by the orders that wait: both are few, however many lines were ever sold
    promised = select(reservation.c.line_id).where(
        reservation.c.product_id == product_id,
        reservation.c.location_id == location_id,
        reservation.c.document_type == "order",
    )
    waiting = (
        select(line.id)
        .join_from(sales_order, sales_order_line, line.order_id == order.id)
        .where(
            line.order_id.in_(WAITING_ORDERS),
            line_place == location_id,
            line.product_id == product_id,
        )
    )
    held = and_(reservation.c.line_id == line.id, reservation.c.location_id == location_id)
    rows = connection.execute(
        select(
            line.id, line.order_id, order.number, party.c.name,
            (line.ordered_milli - line.cancelled_milli - line.shipped_milli).label("open_milli"),
            func.coalesce(reservation.c.quantity_milli, 0).label("held_milli"),
            (line.picking_milli + line.picked_milli + line.packed_milli).label("busy_milli"),
            line.promised_on,
        )
        .join_from(sales_order_line, sales_order, order.id == line.order_id)
        .join(party, party.c.id == order.party_id)
        .outerjoin(reservation, held)
        .where(
            line.id.in_(promised.union(waiting)),
            line_place == location_id,
            order.status == OrderStatus.CONFIRMED.value,
            line.ordered_milli - line.cancelled_milli > line.shipped_milli,
        )
        .order_by(line.first_promised_key, line.id)
    )  # fmt: skip
    return [
        Promise(
            r.id, r.order_id, r.number or "-", r.name, int(r.open_milli), int(r.held_milli),
            int(r.busy_milli), r.promised_on,
        )
        for r in rows
    ]  # fmt: skip
