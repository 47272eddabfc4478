"""The figures of each day, from the summaries that every sale keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, case, func, select

from app.till.tables import shift, shift_figure, shift_sales


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One business day; returns are taken off, amounts are minor units."""

    business_date: date
    sales: int
    returns: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    discount_minor: int
    cost_minor: int

    @property
    def margin_minor(self) -> int:
        """Net sales less cost."""
        return self.net_minor - self.cost_minor


def list_day_figures(
    connection: Connection, *, since: date, until: date, till_id: int | None = None
) -> list[DayFigures]:
    """The days from `since` to `until`, both included, on which something was sold, oldest first."""
    counts = _counts(connection, since, until, till_id)
    columns = ("net_minor", "tax_minor", "gross_minor", "discount_minor", "cost_minor")
    query = (
        select(shift.c.business_date, *(func.sum(shift_sales.c[name]).label(name) for name in columns))
        .join_from(shift_sales, shift, shift.c.id == shift_sales.c.shift_id)
        .where(shift.c.business_date.between(since, until))
        .group_by(shift.c.business_date)
        .order_by(shift.c.business_date)
    )
    if till_id is not None:
        query = query.where(shift.c.till_id == till_id)
    return [
        DayFigures(row.business_date, *counts.get(row.business_date, (0, 0)), *(int(v) for v in row[1:]))
        for row in connection.execute(query)
    ]


def _counts(
    connection: Connection, since: date, until: date, till_id: int | None
) -> dict[date, tuple[int, int]]:
    count = shift_figure.c["count"]
    query = (
        select(
            shift.c.business_date,
            func.sum(case((shift_figure.c.name == "sales", count), else_=0)),
            func.sum(case((shift_figure.c.name == "returns", count), else_=0)),
        )
        .join_from(shift_figure, shift, shift.c.id == shift_figure.c.shift_id)
        .where(shift.c.business_date.between(since, until), shift_figure.c.name.in_(("sales", "returns")))
        .group_by(shift.c.business_date)
    )
    if till_id is not None:
        query = query.where(shift.c.till_id == till_id)
    return {day: (int(sales), int(returns)) for day, sales, returns in connection.execute(query)}
