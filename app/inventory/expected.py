"""Deliveries that are expected: the lines of a supplier's order, kept under its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.inventory.receipts import close_incoming, expect_goods
from app.inventory.refusals import DeliveryEmptyError, DeliveryKnownError, ReferenceMissingError
from app.inventory.tables import incoming
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field


@dataclass(frozen=True, slots=True)
class ExpectedGoods:
    """Goods of a delivery, base units; the cost of one base unit in millionths of a minor unit."""

    product_id: int
    quantity_milli: int
    unit_cost_micro: int = 0


@permitted(Permission.RECEIVE_GOODS)
def expect_delivery(
    uow: UnitOfWork, *, reference: str, location_id: int, due_on: date, lines: Sequence[ExpectedGoods],
    supplier: str = "",
) -> list[int]:  # fmt: skip
    """Note a whole order to a supplier; returns the ids of its expected lines.

    Raises:
        ReferenceMissingError, DeliveryEmptyError, DeliveryKnownError, ReceiptQuantityError: see their
            sentences; nothing is kept then.
    """
    number = clean_field(reference, field="Reference", limit=NAME)
    if not number:
        raise ReferenceMissingError
    if not lines:
        raise DeliveryEmptyError
    if open_lines(uow.connection, reference=number, location_id=location_id):
        raise DeliveryKnownError(reference=number)
    return [
        expect_goods(
            uow, product_id=x.product_id, location_id=location_id, reference=number, due_on=due_on,
            quantity_milli=x.quantity_milli, unit_cost_micro=x.unit_cost_micro, supplier=supplier,
        )
        for x in lines
    ]  # fmt: skip


@permitted(Permission.RECEIVE_GOODS)
def close_delivery(uow: UnitOfWork, *, reference: str, location_id: int) -> int:
    """The rest of a delivery will not come; returns how many lines were still open."""
    found = open_lines(uow.connection, reference=reference, location_id=location_id)
    for incoming_id in found:
        close_incoming(uow, incoming_id=incoming_id)
    return len(found)


def open_lines(connection: Connection, *, reference: str, location_id: int) -> list[int]:
    """The ids of the lines of a delivery that are still expected."""
    rows = connection.execute(
        select(incoming.c.id)
        .where(
            incoming.c.reference == reference,
            incoming.c.location_id == location_id,
            incoming.c.closed.is_(False),
        )
        .order_by(incoming.c.id)
    )
    return [int(r[0]) for r in rows]
