"""Orders draw agreements down: what is left of them, and their prices asked before any list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import Connection, func, or_, select

from app.agreements.queries import Agreed, agreed_with
from app.orders.states import OrderStatus
from app.orders.tables import sales_order, sales_order_line
from app.pricing.choosing import ListTerms
from app.pricing.rules import PriceLine

# what was promised, and what was done; a draft or quote takes nothing
_COUNTS: Final = (OrderStatus.ON_HOLD.value, OrderStatus.CONFIRMED.value, OrderStatus.CLOSED.value)
Drawn = dict[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class AgreedPrices:
    """The agreements of a customer as price lists, with what is left of each product; None: no limit."""

    lists: tuple[ListTerms, ...] = ()
    lines: Mapping[int, Mapping[int, list[PriceLine]]] = field(default_factory=dict)  # by product, by list
    left: Mapping[tuple[int, int], int | None] = field(default_factory=dict)  # by list and product

    def lists_for(self, product_id: int, base_milli: int) -> tuple[ListTerms, ...]:
        """The agreements that still hold for so many base units of a product."""
        return tuple(x for x in self.lists if self._is_left(x.id, product_id, base_milli))

    def _is_left(self, list_id: int, product_id: int, base_milli: int) -> bool:
        left = self.left.get((list_id, product_id))
        return left is None or base_milli <= left


@dataclass(frozen=True, slots=True)
class DrawnOrder:
    """An order that drew an agreement down, base units."""

    order_id: int
    number: str
    product_id: int
    quantity_milli: int


def agreed_prices(
    connection: Connection, *, party_id: int, on: date, order_id: int | None = None
) -> AgreedPrices:
    """What was agreed with a customer, as it is to be asked.

    Args:
        connection: a transaction.
        party_id: the customer.
        on: the day of the order.
        order_id: an order that is changed: what it drew itself counts as left.
    """
    found = agreed_with(connection, party_id=party_id, on=on)
    if not found:
        return AgreedPrices()
    drawn = drawn_of(connection, party_id=party_id, numbers=[x.number for x in found], without=order_id)
    lines: dict[int, dict[int, list[PriceLine]]] = {}
    left: dict[tuple[int, int], int | None] = {}
    for x in found:
        for product_id, minor in x.prices.items():
            lines.setdefault(product_id, {})[x.id] = [PriceLine(None, 0, x.valid_from, x.valid_to, minor)]
            agreed = x.quantities[product_id]
            left[x.id, product_id] = None if agreed is None else agreed - drawn.get((x.number, product_id), 0)
    return AgreedPrices(tuple(_terms(x) for x in found), lines, left)


def _terms(x: Agreed) -> ListTerms:
    return ListTerms(x.id, x.number, x.number, x.currency, x.includes_tax)


def drawn_of(
    connection: Connection, *, party_id: int, numbers: Sequence[str], without: int | None = None
) -> Drawn:
    """What confirmed orders of a customer took of his agreements: by number and product, base units."""
    line, order = sales_order_line.c, sales_order.c
    query = (
        select(line.price_source, line.product_id, func.sum(line.ordered_milli - line.cancelled_milli))
        .join_from(sales_order, sales_order_line)
        .where(
            order.party_id == party_id, order.status.in_(_COUNTS),
            or_(*(line.price_source.startswith(f"{n}|", autoescape=True) for n in numbers)),
        )
        .group_by(line.price_source, line.product_id)
    )  # fmt: skip
    found: Drawn = {}
    for source, product_id, quantity in connection.execute(
        query if without is None else query.where(order.id != without)
    ):
        key = (source.partition("|")[0], product_id)
        found[key] = found.get(key, 0) + int(quantity)
    return found


def orders_of(connection: Connection, *, party_id: int, number: str) -> list[DrawnOrder]:
    """The orders that drew an agreement down, the newest first."""
    line, order = sales_order_line.c, sales_order.c
    rows = connection.execute(
        select(order.id, order.number, line.product_id, line.ordered_milli - line.cancelled_milli)
        .join_from(sales_order, sales_order_line)
        .where(
            order.party_id == party_id,
            order.status.in_(_COUNTS),
            line.price_source.startswith(f"{number}|", autoescape=True),
        )
        .order_by(order.id.desc(), line.position)
    )
    return [DrawnOrder(r[0], r[1] or "", r[2], int(r[3])) for r in rows]
