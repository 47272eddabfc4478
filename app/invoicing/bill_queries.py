"""What can be billed now: what left and is on no invoice, and orders billed by what was ordered or done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, select

from app.fulfilment.states import LEFT_HOUSE
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.facts import facts
from app.kernel.text import fold
from app.orders.rules import share
from app.orders.states import LineKind
from app.orders.tables import sales_order, sales_order_line
from app.parties.tables import party
from app.terms.states import InvoicePolicy

LIMIT: Final = 500  # orders looked through, the oldest first: nobody chooses among more


@dataclass(frozen=True, slots=True)
class Billable:
    """A shipment or an order that can be billed.

    Attributes:
        shipment_id: None: the order itself, by its policy.
        amount_minor: of its lines, in the terms of their prices; with the delivery charge.
    """

    shipment_id: int | None
    order_id: int
    number: str
    order_number: str
    party_id: int
    party_name: str
    on: date
    currency: str
    includes_tax: bool
    amount_minor: int


_LINES: Final = (
    select(sales_order_line)
    .where(sales_order_line.c.order_id.in_(bindparam("ids_", expanding=True)))
    .order_by(sales_order_line.c.order_id, sales_order_line.c.position)
)
_GONE: Final = (
    select(
        shipment.c.id, shipment.c.order_id, shipment.c.number, shipment.c.business_date,
        shipment.c.charge_minor, shipment_line.c.order_line_id,
        (
            shipment_line.c.quantity_milli - shipment_line.c.returned_milli - shipment_line.c.invoiced_milli
        ).label("left_milli"),
    )
    .join_from(shipment, shipment_line)
    .where(
        shipment.c.order_id.in_(bindparam("ids_", expanding=True)),
        shipment.c.status.in_(LEFT_HOUSE),
        shipment_line.c.quantity_milli > shipment_line.c.returned_milli + shipment_line.c.invoiced_milli,
    )
    .order_by(shipment.c.id, shipment_line.c.id)
)  # fmt: skip


def list_billable(
    connection: Connection, *, text: str = "", first: date | None = None, last: date | None = None
) -> list[Billable]:
    """What can be billed, by customer and day.

    Args:
        connection: where to read.
        text: begins the customer's name or the order's number.
        first: left, or was ordered, on this day or later.
        last: on this day or before.
    """
    orders = {r.id: r for r in connection.execute(_orders(text.strip()))}
    lines: dict[int, list[Row[Any]]] = {}
    for x in connection.execute(_LINES, {"ids_": sorted(orders)}):
        lines.setdefault(x.order_id, []).append(x)
    gone: dict[int, list[Row[Any]]] = {}
    rows: Iterable[Row[Any]] = connection.execute(_GONE, {"ids_": sorted(orders)})
    for s in rows:
        gone.setdefault(s.order_id, []).append(s)
    found: list[Billable] = []
    for order_id, order in orders.items():
        by_delivery = order.invoice_policy == InvoicePolicy.DELIVERED.value
        if by_delivery and order_id in gone:
            found += _shipments(order, gone[order_id], lines.get(order_id, []))
        else:
            found.append(_order(order, lines.get(order_id, [])))
    in_time = [
        x for x in found if (first is None or x.on >= first) and (last is None or x.on <= last)
    ]  # fmt: skip
    return sorted(in_time, key=lambda x: (fold(x.party_name), x.party_id, x.on, x.number))


def _orders(text: str) -> Select[Any]:
    query = (
        select(sales_order, party.c.name.label("party_name"))
        .join_from(sales_order, party)
        .where(sales_order.c.to_invoice)
        .order_by(sales_order.c.id)
        .limit(LIMIT)
    )
    if text:
        key = fold(text)
        named = party.c.search_key.between(key, key + "\uffff")
        return query.where(named | (sales_order.c.number == text.upper()))
    return query


def _worth(line: Row[Any], base_milli: int) -> int:
    return share(
        line.amount_minor, before_milli=line.invoiced_milli, quantity_milli=base_milli,
        whole_milli=line.ordered_milli,
    )  # fmt: skip


def _shipments(order: Row[Any], gone: Iterable[Row[Any]], lines: Sequence[Row[Any]]) -> list[Billable]:
    """Each shipment with what is left to bill of it; charges of the order stand with the first."""
    by_id = {x.id: x for x in lines}
    amounts: dict[int, int] = {}
    heads: dict[int, Row[Any]] = {}
    for s in gone:
        if s.id not in heads:
            amounts[s.id] = s.charge_minor
            heads[s.id] = s
        amounts[s.id] += _worth(by_id[s.order_line_id], s.left_milli)
    extra = sum(
        _worth(x, facts(x).to_invoice_milli(InvoicePolicy.DELIVERED.value))
        for x in lines
        if x.kind != LineKind.GOODS.value
    )
    first = min(heads)
    return [
        Billable(
            s.id, order.id, s.number or "", order.number or "", order.party_id, order.party_name,
            s.business_date, order.currency, order.includes_tax,
            amounts[s.id] + (extra if s.id == first else 0),
        )
        for s in heads.values()
    ]  # fmt: skip


def _order(order: Row[Any], lines: Sequence[Row[Any]]) -> Billable:
    amount = sum(_worth(x, facts(x).to_invoice_milli(order.invoice_policy)) for x in lines)
    return Billable(
        None, order.id, order.number or "", order.number or "", order.party_id, order.party_name,
        order.ordered_on, order.currency, order.includes_tax, amount,
    )  # fmt: skip
