"""Rates, what was earned in a period, what was settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, null, select

from app.access.tables import user_account
from app.catalog.tables import category, product
from app.commission.rules import Rate, RateBook, commission_of
from app.commission.tables import commission_rate, commission_run, commission_run_line
from app.till.tables import sale, sale_line

PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class RateRow:
    """A rate in the list; "" for everybody, everything."""

    id: int
    user_id: int | None
    category_id: int | None
    product_id: int | None
    rate: int
    person: str
    goods: str


@dataclass(frozen=True, slots=True)
class Earned:
    """What a person sold and earned in a period: net of the lines, of it what came back, commission."""

    seller_id: int
    name: str
    lines: int
    base_minor: int
    returned_minor: int
    commission_minor: int


@dataclass(frozen=True, slots=True)
class EarnedLine:
    """A line behind the figure."""

    sale_id: int
    number: str
    at: datetime
    name: str
    quantity_milli: int
    unit: str
    net_minor: int
    rate: int
    commission_minor: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """A period that was settled."""

    id: int
    number: str
    first_day: date
    last_day: date
    posted_at: datetime
    posted_by: str
    paid_at: datetime | None
    base_minor: int
    commission_minor: int


def load_rates(connection: Connection) -> RateBook:
    """All rates."""
    return RateBook(Rate(r.id, r.user_id, r.category_id, r.product_id, r.rate) for r in _rates(connection))


def _rates(connection: Connection) -> list[Row[Any]]:
    return list(connection.execute(select(commission_rate).order_by(commission_rate.c.id)).all())


def list_rates(connection: Connection) -> list[RateRow]:
    """The rates, the most particular first."""
    rows = connection.execute(
        select(
            commission_rate, user_account.c.name.label("person"), category.c.name.label("category"),
            product.c.name.label("product"),
        )
        .select_from(commission_rate)
        .outerjoin(user_account, user_account.c.id == commission_rate.c.user_id)
        .outerjoin(category, category.c.id == commission_rate.c.category_id)
        .outerjoin(product, product.c.id == commission_rate.c.product_id)
    )  # fmt: skip
    found = [
        RateRow(
            r.id, r.user_id, r.category_id, r.product_id, r.rate, r.person or "",
            r.product or r.category or "",
        )
        for r in rows
    ]  # fmt: skip
    return sorted(found, key=lambda r: (r.product_id is None, r.category_id is None, r.goods, r.person, r.id))


def _lines(connection: Connection, first: date, last: date, seller_id: int, limit: int) -> Sequence[Any]:
    query = (
        select(
            sale_line.c.seller_id, sale_line.c.category_id, sale_line.c.product_id, sale_line.c.net_minor,
            sale_line.c.name, sale_line.c.quantity_milli, sale_line.c.unit, sale.c.id, sale.c.number,
            sale.c.completed_at,
        )
        .join_from(sale, sale_line, sale_line.c.sale_id == sale.c.id)
        .where(
            sale.c.business_date >= first, sale.c.business_date <= last, sale_line.c.seller_id == seller_id
        )
        .order_by(sale.c.business_date, sale.c.id, sale_line.c.position)
        .limit(limit)
    )  # fmt: skip
    return connection.execute(query).all()


def _summed(first: date, last: date, book: RateBook) -> Select[Any]:
    """How many lines of which net, of whom and, as far as a rate asks, of what: few rows for many lines."""
    kept = {"category_id": book.by_category, "product_id": book.by_product}
    goods = [sale_line.c[name] for name, wanted in kept.items() if wanted]
    others = [null().label(name) for name, wanted in kept.items() if not wanted]
    keys = (sale_line.c.seller_id, *goods, sale_line.c.net_minor)
    return (
        select(*keys, *others, func.count().label("lines"))
        .join_from(sale, sale_line, sale_line.c.sale_id == sale.c.id)
        .where(sale.c.business_date >= first, sale.c.business_date <= last)
        .group_by(*keys)
    )


def commission_report(connection: Connection, *, first: date, last: date) -> list[Earned]:
    """What everybody earned by the lines of a period, returns taken off, who earned most first."""
    book = load_rates(connection)
    sums: dict[int, list[int]] = {}
    for row in connection.execute(_summed(first, last, book)):
        found = sums.setdefault(row.seller_id, [0, 0, 0, 0])
        found[0] += row.lines
        found[1] += row.net_minor * row.lines
        found[2] += min(row.net_minor, 0) * row.lines
        rate = book.rate_for(row.seller_id, row.category_id, row.product_id)
        found[3] += commission_of(row.net_minor, rate) * row.lines
    names = {r.id: r.name for r in connection.execute(select(user_account.c.id, user_account.c.name))}
    earned = [Earned(i, names.get(i, str(i)), *found) for i, found in sums.items()]
    return sorted(earned, key=lambda e: (-e.commission_minor, e.name, e.seller_id))


def list_commission_lines(
    connection: Connection, *, seller_id: int, first: date, last: date, limit: int = PAGE
) -> list[EarnedLine]:
    """The lines behind a person's figure, as they were sold."""
    book = load_rates(connection)
    found: list[EarnedLine] = []
    for row in _lines(connection, first, last, seller_id, limit):
        rate = book.rate_for(seller_id, row.category_id, row.product_id)
        found.append(
            EarnedLine(
                row.id, row.number, row.completed_at, row.name, row.quantity_milli, row.unit, row.net_minor,
                rate, commission_of(row.net_minor, rate),
            )
        )  # fmt: skip
    return found


def list_runs(connection: Connection) -> list[RunRow]:
    """What was settled, the newest first."""
    run = commission_run.c
    rows = connection.execute(
        select(
            run.id, run.number, run.first_day, run.last_day, run.posted_at,
            func.coalesce(user_account.c.name, ""), run.paid_at, run.base_minor, run.commission_minor,
        )
        .select_from(commission_run)
        .outerjoin(user_account, user_account.c.id == run.posted_by)
        .order_by(run.id.desc())
    )  # fmt: skip
    return [RunRow(*r) for r in rows]


def list_run_lines(connection: Connection, *, run_id: int) -> list[Earned]:
    """Who got what of a run."""
    rows = connection.execute(
        select(commission_run_line, user_account.c.name)
        .join_from(commission_run_line, user_account, user_account.c.id == commission_run_line.c.seller_id)
        .where(commission_run_line.c.run_id == run_id)
        .order_by(commission_run_line.c.commission_minor.desc(), user_account.c.name)
    )
    return [Earned(r.seller_id, r.name, r.lines, r.base_minor, 0, r.commission_minor) for r in rows]
