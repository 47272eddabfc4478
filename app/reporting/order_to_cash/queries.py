"""Reads when each step of an order happened, and what was owed when. Each is one question for all orders."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from app.catalog.tables import category, product
from app.fulfilment.states import ShipmentStatus
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.tables import delivery_claim, invoice
from app.orders.states import LineKind, OrderStatus
from app.orders.tables import order_document, sales_order, sales_order_line
from app.parties.tables import party
from app.receivables.tables import allocation, open_item
from app.reporting.order_to_cash.rules import (
    CashFigures,
    LineFill,
    OrderTimes,
    OwedItem,
    cash_figures,
)
from app.terms.rules import to_home

_LEFT: Final = (
    ShipmentStatus.DISPATCHED.value, ShipmentStatus.DELIVERED.value, ShipmentStatus.FAILED.value,
    ShipmentStatus.RETURNED.value,
)  # fmt: skip
_REAL: Final = (OrderStatus.CONFIRMED.value, OrderStatus.CLOSED.value)
Shipped = dict[int, list[tuple[date, int, int, int]]]  # by order: day, shipment, order line, quantity


def list_order_times(connection: Connection, *, since: date, until: date) -> list[OrderTimes]:
    """The orders of these days (both included), oldest first, with when each step happened."""
    wanted = and_(
        sales_order.c.ordered_on >= since, sales_order.c.ordered_on <= until, sales_order.c.status.in_(_REAL)
    )
    lines = _lines(connection, wanted)
    shipped = _shipped(connection, wanted)
    billed, paid = _billed(connection, wanted), _paid(connection, wanted)
    flawed = _flawed(connection, wanted)
    rows = connection.execute(
        select(sales_order, party.c.name)
        .join_from(sales_order, party)
        .where(wanted)
        .order_by(sales_order.c.ordered_on, sales_order.c.id)
    )
    found: list[OrderTimes] = []
    for r in rows:
        mine = lines.get(r.id, [])
        sent = sorted(shipped.get(r.id, []))
        promised = [x[3] for x in mine if x[3] is not None]
        found.append(
            OrderTimes(
                r.id, r.number, r.party_id, r.name, r.ordered_on,
                r.requested_on or (max(promised) if promised else None), sent[0][0] if sent else None,
                _whole(mine, sent), billed.get(r.id),
                paid.get(r.id) if r.payment == "full" and r.invoicing == "full" else None,
                to_home(r.net_minor, r.rate_micro), _fills(mine, sent), r.id in flawed,
            )
        )  # fmt: skip
    return found


def _lines(connection: Connection, wanted: ColumnElement[bool]) -> dict[int, list[tuple[Any, ...]]]:
    """By order: (line, product group, wanted quantity, promised day) of its goods."""
    line = sales_order_line
    rows = connection.execute(
        select(
            line.c.order_id, line.c.id, func.coalesce(category.c.name, ""),
            line.c.ordered_milli - line.c.cancelled_milli, line.c.promised_on,
        )
        .join_from(line, sales_order)
        .join(product, product.c.id == line.c.product_id)
        .outerjoin(category, category.c.id == product.c.category_id)
        .where(
            wanted, line.c.kind == LineKind.GOODS.value, line.c.ordered_milli > line.c.cancelled_milli
        )
    )  # fmt: skip
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for order_id, *rest in rows:
        found[order_id].append(tuple(rest))
    return found


def _shipped(connection: Connection, wanted: ColumnElement[bool]) -> Shipped:
    rows = connection.execute(
        select(
            shipment.c.order_id, shipment.c.business_date, shipment.c.id, shipment_line.c.order_line_id,
            func.sum(shipment_line.c.quantity_milli),
        )
        .join_from(shipment, shipment_line)
        .join(sales_order, sales_order.c.id == shipment.c.order_id)
        .where(wanted, shipment.c.status.in_(_LEFT))
        .group_by(
            shipment.c.order_id, shipment.c.business_date, shipment.c.id, shipment_line.c.order_line_id
        )
    )  # fmt: skip
    found: Shipped = defaultdict(list)
    for order_id, on, shipment_id, line_id, quantity in rows:
        found[order_id].append((on, shipment_id, line_id, int(quantity)))
    return found


def _whole(lines: list[tuple[Any, ...]], sent: list[tuple[date, int, int, int]]) -> date | None:
    """The day its last goods left, when all have."""
    left = {line_id: wanted for line_id, _group, wanted, _promised in lines}
    for on, _shipment, line_id, quantity in sent:
        left[line_id] = left.get(line_id, 0) - quantity
        if all(q <= 0 for q in left.values()):
            return on
    return None


def _fills(lines: list[tuple[Any, ...]], sent: list[tuple[date, int, int, int]]) -> tuple[LineFill, ...]:
    first = {x[2]: x[3] for x in sent if x[1] == sent[0][1]}
    return tuple(LineFill(group, wanted, first.get(line_id, 0)) for line_id, group, wanted, _p in lines)


def _of_orders(wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(
        wanted, order_document.c.order_id == sales_order.c.id, order_document.c.document_type == "invoice"
    )


def _billed(connection: Connection, wanted: ColumnElement[bool]) -> dict[int, date]:
    """The day of an order's first invoice."""
    rows = connection.execute(
        select(order_document.c.order_id, func.min(invoice.c.date))
        .select_from(sales_order, order_document)
        .join(invoice, invoice.c.id == order_document.c.document_id)
        .where(_of_orders(wanted), invoice.c.status == "posted")
        .group_by(order_document.c.order_id)
    )
    return {int(r[0]): r[1] for r in rows}


def _paid(connection: Connection, wanted: ColumnElement[bool]) -> dict[int, date]:
    """The day something was last set against an order's invoices."""
    rows = connection.execute(
        select(order_document.c.order_id, func.max(allocation.c.business_date))
        .select_from(sales_order, order_document)
        .join(open_item, open_item.c.document_id == order_document.c.document_id)
        .join(allocation, allocation.c.open_item_id == open_item.c.id)
        .where(
            _of_orders(wanted), open_item.c.document_type == "invoice", allocation.c.undone_at.is_(None)
        )
        .group_by(order_document.c.order_id)
    )  # fmt: skip
    return {int(r[0]): r[1] for r in rows}


def _flawed(connection: Connection, wanted: ColumnElement[bool]) -> set[int]:
    """The orders of which something was credited, claimed or came back."""
    credited = select(order_document.c.order_id).select_from(sales_order, order_document).where(
        wanted, order_document.c.order_id == sales_order.c.id,
        order_document.c.document_type == "credit_note",
    )  # fmt: skip
    back = (
        select(sales_order_line.c.order_id)
        .join_from(sales_order_line, sales_order)
        .where(wanted, sales_order_line.c.returned_milli > 0)
    )
    claimed = (
        select(shipment.c.order_id)
        .join_from(delivery_claim, shipment)
        .join(sales_order, sales_order.c.id == shipment.c.order_id)
        .where(wanted)
    )
    return {int(i) for query in (credited, back, claimed) for i in connection.execute(query).scalars()}


def receivables_between(
    connection: Connection, *, since: date, until: date
) -> tuple[int, list[OwedItem], int]:
    """What was owed on the evening before `since`, the items on the evening of `until`, what was billed.

    Amounts are in the company's currency at the rate of their document; what was billed is positive
    items only: payments and credit notes are no sales.
    """
    first = sum(x.open_minor for x in _owed(connection, since, inclusive=False))
    rows = connection.execute(
        select(open_item.c.rate_micro, func.sum(open_item.c.amount_minor))
        .where(open_item.c.amount_minor > 0, open_item.c.date >= since, open_item.c.date <= until)
        .where(open_item.c.document_type != "refund")
        .group_by(open_item.c.rate_micro)
    )
    billed = sum(to_home(int(total), rate) for rate, total in rows)
    return first, _owed(connection, until, inclusive=True), billed


def _owed(connection: Connection, on: date, *, inclusive: bool) -> list[OwedItem]:
    """The items that were not settled on an evening: on the day itself, or on the one before."""
    there = open_item.c.date <= on if inclusive else open_item.c.date < on
    applied = allocation.c.business_date <= on if inclusive else allocation.c.business_date < on
    undone = allocation.c.undone_on > on if inclusive else allocation.c.undone_on >= on
    held = and_(applied, (allocation.c.undone_on.is_(None)) | undone)
    parts = [
        select(column.label("item_id"), func.sum(allocation.c.amount_minor).label("amount"))
        .where(held)
        .group_by(column)
        .subquery()
        for column in (allocation.c.open_item_id, allocation.c.credit_item_id)
    ]
    pays, uses = parts
    left = case(
        (open_item.c.amount_minor >= 0, open_item.c.amount_minor - func.coalesce(pays.c.amount, 0)),
        else_=open_item.c.amount_minor + func.coalesce(uses.c.amount, 0),
    )
    rows = connection.execute(
        select(open_item, party.c.name, left.label("left"))
        .join_from(open_item, party)
        .outerjoin(pays, pays.c.item_id == open_item.c.id)
        .outerjoin(uses, uses.c.item_id == open_item.c.id)
        .where(there, left != 0)
        .order_by(open_item.c.due_date, open_item.c.id)
    )
    return [
        OwedItem(
            r.party_id, r.name, r.document_type, r.document_id, r.document_number, r.due_date,
            to_home(int(r.left), r.rate_micro),
        )
        for r in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """Orders and receivables of a period, of one snapshot."""

    orders: tuple[OrderTimes, ...]
    cash: CashFigures
    owed: tuple[OwedItem, ...]  # on its last evening


def read_figures(connection: Connection, *, since: date, until: date) -> Figures:
    """Everything the page of the figures shows."""
    first, owed, billed = receivables_between(connection, since=since, until=until)
    return Figures(
        tuple(list_order_times(connection, since=since, until=until)),
        cash_figures(first_minor=first, last=owed, sales_minor=billed, since=since, until=until),
        tuple(owed),
    )
