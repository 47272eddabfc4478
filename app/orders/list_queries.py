"""The list of orders as a screen shows it: filtered, sorted by any of its columns, page by page."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from app.db.walk import walk_page
from app.kernel.text import fold
from app.orders.queries import ORDER_LIST, PAGE, STAGE_IS, OrderRow, newest_named, read_order
from app.orders.states import Stage
from app.orders.tables import sales_order
from app.parties.tables import party


class OrderSort(StrEnum):
    """What the list is sorted by; each goes over an index, so that the first page costs the same always."""

    NEWEST = "newest"
    NUMBER = "number"
    CUSTOMER = "customer"
    DAY = "day"
    WANTED = "wanted"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders; what is None does not narrow.

    Attributes:
        text: begins the number, the quote's number or the customer's name.
        first: ordered on this day or later.
        last: ordered on this day or before.
        wanted_by: wanted on this day or before.
        least_minor: come to so much or more, in their own currency.
        most_minor: come to so much or less.
        created_by: written by this user.
    """

    stage: Stage | None = None
    text: str = ""
    first: date | None = None
    last: date | None = None
    wanted_by: date | None = None
    least_minor: int | None = None
    most_minor: int | None = None
    created_by: int | None = None


@dataclass(frozen=True, slots=True)
class OrderMark:
    """Where a page ended: the value of the sorted column there, the customer, and the order's id."""

    value: Any
    party_id: int
    order_id: int


_PAIR: Final = 2
# the sum keeps SQLite from looking customers up by id: it walks them by name and finds each one's orders
_BY_CUSTOMER: Final = select(
    sales_order, party.c.name.label("party_name"), party.c.search_key.label("search_key")
).join_from(party, sales_order, sales_order.c.party_id == party.c.id + 0)
_COLUMNS: Final[dict[OrderSort, Any]] = {
    OrderSort.NUMBER: sales_order.c.number,
    OrderSort.CUSTOMER: party.c.search_key,
    OrderSort.DAY: sales_order.c.ordered_on,
    OrderSort.WANTED: sales_order.c.requested_on,
    OrderSort.TOTAL: sales_order.c.gross_minor,
}


def search_orders(
    connection: Connection, *, wanted: OrderFilter = OrderFilter(), sort: OrderSort = OrderSort.NEWEST,
    descending: bool = True, after: OrderMark | None = None, limit: int = PAGE,
) -> tuple[list[OrderRow], OrderMark | None]:  # fmt: skip
    """A page, and the mark after which the next one begins (None: that was all).

    Orders without a value in the sorted column stand last, whichever way it is sorted.
    """
    narrow = _conditions(wanted)
    if sort is OrderSort.NEWEST:
        rows = _newest(connection, wanted.text.strip(), narrow, after, limit)
        value: Any = None
    else:
        if wanted.text.strip():
            narrow.append(_named(wanted.text.strip()))
        few = wanted.stage is not None and wanted.stage is not Stage.DONE
        rows = _by_column(connection, _COLUMNS[sort], narrow, after, limit, descending=descending, few=few)
        value = getattr(rows[-1], _COLUMNS[sort].name) if rows else None
    mark = OrderMark(value, rows[-1].party_id, rows[-1].id) if len(rows) == limit else None
    return [read_order(r) for r in rows], mark


def _conditions(wanted: OrderFilter) -> list[ColumnElement[bool]]:
    order = sales_order.c
    pairs: tuple[tuple[Any, Any, Any], ...] = (
        (order.ordered_on, operator.ge, wanted.first),
        (order.ordered_on, operator.le, wanted.last),
        (order.requested_on, operator.le, wanted.wanted_by),
        (order.gross_minor, operator.ge, wanted.least_minor),
        (order.gross_minor, operator.le, wanted.most_minor),
        (order.created_by, operator.eq, wanted.created_by),
    )
    found = [compare(column, value) for column, compare, value in pairs if value is not None]
    return found if wanted.stage is None else [STAGE_IS[wanted.stage], *found]


def _named(text: str) -> ColumnElement[bool]:
    upper, key = text.upper(), fold(text)
    return or_(
        and_(sales_order.c.number >= upper, sales_order.c.number < upper + "~"),
        and_(sales_order.c.quote_number >= upper, sales_order.c.quote_number < upper + "~"),
        and_(party.c.search_key >= key, party.c.search_key < key + "\uffff"),
    )


def _newest(
    connection: Connection, text: str, narrow: list[ColumnElement[bool]], after: OrderMark | None, limit: int
) -> list[Row[Any]]:
    if after is not None:
        narrow = [*narrow, sales_order.c.id < after.order_id]
    if text:
        narrow = [newest_named(text, narrow, limit)]
    query = ORDER_LIST.where(*narrow).order_by(sales_order.c.id.desc()).limit(limit)
    return list(connection.execute(query))


def _by_column(
    connection: Connection, column: Any, narrow: list[ColumnElement[bool]], after: OrderMark | None,
    limit: int, *, descending: bool, few: bool,
) -> list[Row[Any]]:  # fmt: skip
    """First what has a value, in its order; then what has none. Two questions keep each on its index."""
    query = ORDER_LIST
    if column.table is party:
        query = ORDER_LIST.add_columns(party.c.search_key) if few else _BY_CUSTOMER
    rows: list[Row[Any]] = []
    value = func.coalesce(column, column) if few else column
    if after is None or after.value is not None:
        there = query.where(*narrow, value.is_not(None))
        # two customers of one name are told apart by the customer first: so each walks its own index
        keys = (column, party.c.id, sales_order.c.id) if column.table is party else (column, sales_order.c.id)
        at: tuple[Any, ...] | None = None if after is None else (after.value, after.party_id, after.order_id)
        if at is not None and len(keys) == _PAIR:
            at = (at[0], at[-1])
        rows = walk_page(connection, there, keys, at, limit=limit, descending=descending, few=few)
    if len(rows) < limit and column.nullable:
        beyond = (after.order_id,) if after is not None and after.value is None else None
        none = query.where(*narrow, value.is_(None))
        rest = limit - len(rows)
        rows += walk_page(
            connection, none, (sales_order.c.id,), beyond, limit=rest, descending=descending, few=few
        )
    return rows
