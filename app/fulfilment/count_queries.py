"""What the screens of stock counts ask: the counts, the sheet of a counter, the differences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, distinct, func, select

from app.access.tables import user_account
from app.catalog.tables import category, product
from app.inventory.counts import Variance, list_variances
from app.inventory.refusals import NoSuchCountError
from app.inventory.states import CountStatus
from app.inventory.tables import (
    bin_place,
    location,
    product_bin,
    stock_count,
    stock_count_entry,
    stock_count_line,
    stock_level,
)

PAGE: Final = 200
_LINES: Final = (
    select(func.count())
    .where(stock_count_line.c.count_id == stock_count.c.id)
    .correlate(stock_count)
    .scalar_subquery()
)
_COUNTED: Final = (
    select(func.count(distinct(stock_count_entry.c.product_id)))
    .where(stock_count_entry.c.count_id == stock_count.c.id)
    .correlate(stock_count)
    .scalar_subquery()
)
_HEADS: Final = (
    select(
        stock_count, location.c.name.label("place"), func.coalesce(user_account.c.name, "").label("who"),
        _LINES.label("products"), _COUNTED.label("counted"),
    )
    .join_from(stock_count, location, location.c.id == stock_count.c.location_id)
    .outerjoin(user_account, user_account.c.id == stock_count.c.started_by)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CountRow:
    """A stock count in the list: how many products it has and how many of them were counted."""

    id: int
    number: str
    status: CountStatus
    location_id: int
    place: str
    is_blind: bool
    started_at: datetime
    who: str
    products: int
    counted: int


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A product on the sheet of a counter, base units; what is expected only where he may see it."""

    product_id: int
    sku: str
    name: str
    unit: str
    bin: str
    mine_milli: int | None  # None: he has not counted it
    expected_milli: int | None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A product of a count with what was found."""

    sku: str
    name: str
    unit: str
    bin: str
    variance: Variance


def list_counts(connection: Connection, *, limit: int = PAGE) -> list[CountRow]:
    """Counts, the newest first."""
    return [_row(r) for r in connection.execute(_HEADS.order_by(stock_count.c.id.desc()).limit(limit))]


def get_count(connection: Connection, *, count_id: int) -> CountRow:
    """A count; raises NoSuchCountError."""
    found = connection.execute(_HEADS.where(stock_count.c.id == count_id)).one_or_none()
    if found is None:
        raise NoSuchCountError
    return _row(found)


def find_count(connection: Connection, *, number: str) -> int | None:
    """The count of a number that was scanned."""
    found = connection.execute(
        select(stock_count.c.id).where(stock_count.c.number == number.strip().upper())
    ).scalar_one_or_none()
    return None if found is None else int(found)


def _row(r: Row[Any]) -> CountRow:
    return CountRow(
        r.id, r.number, CountStatus(r.status), r.location_id, r.place, r.is_blind, r.started_at, r.who,
        int(r.products), int(r.counted),
    )  # fmt: skip


def count_sheet(
    connection: Connection, *, count_id: int, actor_id: int, product_id: int | None = None
) -> list[SheetRow]:
    """The products of a count in the order of the walk, with what this counter has entered.

    Args:
        connection: a read transaction.
        count_id: which count.
        actor_id: whose sheet.
        product_id: only this product, after it was counted; None: all.

    Raises:
        NoSuchCountError: the count is not there.
    """
    head = get_count(connection, count_id=count_id)
    mine = (
        select(stock_count_entry.c.product_id, func.sum(stock_count_entry.c.quantity_milli).label("milli"))
        .where(stock_count_entry.c.count_id == count_id, stock_count_entry.c.actor_id == actor_id)
        .group_by(stock_count_entry.c.product_id)
        .subquery()
    )
    query = (
        _goods(head.location_id)
        .add_columns(stock_count_line.c.expected_milli, mine.c.milli)
        .join(stock_count_line, stock_count_line.c.product_id == product.c.id)
        .outerjoin(mine, mine.c.product_id == product.c.id)
        .where(stock_count_line.c.count_id == count_id)
        .order_by(func.coalesce(bin_place.c.walk_key, "~"), product.c.search_key, product.c.id)
    )
    if product_id is not None:
        query = query.where(product.c.id == product_id)
    return [
        SheetRow(
            r.id, r.sku, r.name, r.unit, r.code or "", None if r.milli is None else int(r.milli),
            None if head.is_blind else r.expected_milli,
        )
        for r in connection.execute(query)
    ]  # fmt: skip


def _goods(location_id: int) -> Any:
    """Products with their bin at a place."""
    home = and_(product_bin.c.product_id == product.c.id, product_bin.c.location_id == location_id)
    return (
        select(product.c.id, product.c.sku, product.c.name, product.c.unit, bin_place.c.code)
        .select_from(product)
        .outerjoin(product_bin, home)
        .outerjoin(bin_place, bin_place.c.id == product_bin.c.bin_id)
    )


def review_count(connection: Connection, *, count_id: int) -> list[ReviewRow]:
    """What was found beside what the books said; the greatest difference in value first."""
    head = get_count(connection, count_id=count_id)
    variances = {v.product_id: v for v in list_variances(connection, count_id=count_id)}
    rows = connection.execute(
        _goods(head.location_id)
        .join(stock_count_line, stock_count_line.c.product_id == product.c.id)
        .where(stock_count_line.c.count_id == count_id)
        .order_by(product.c.search_key, product.c.id)
    )
    found = [ReviewRow(r.sku, r.name, r.unit, r.code or "", variances[r.id]) for r in rows]
    return sorted(found, key=lambda x: -abs(x.variance.difference_milli * x.variance.unit_cost_micro))


def list_countable(connection: Connection, *, location_id: int) -> list[tuple[int, str, int]]:
    """The categories with stock at a place: id, name, how many products."""
    rows = connection.execute(
        select(category.c.id, category.c.name, func.count())
        .join_from(stock_level, product, product.c.id == stock_level.c.product_id)
        .join(category, category.c.id == product.c.category_id)
        .where(stock_level.c.location_id == location_id)
        .group_by(category.c.id, category.c.name)
        .order_by(category.c.name)
    )
    return [(int(r[0]), str(r[1]), int(r[2])) for r in rows]


def products_to_count(connection: Connection, *, location_id: int, category_id: int) -> list[int]:
    """The products of a category that a count at a place takes in."""
    rows = connection.execute(
        select(product.c.id)
        .join_from(stock_level, product, product.c.id == stock_level.c.product_id)
        .where(stock_level.c.location_id == location_id, product.c.category_id == category_id)
        .order_by(product.c.id)
    )
    return [int(r[0]) for r in rows]
