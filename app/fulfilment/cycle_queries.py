"""What the page of counting in turns shows: the plan, its classes, and what is due by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.catalog.tables import product
from app.inventory.cycle import ClassFigures, CyclePlan, Due, class_figures, get_plan, list_due
from app.inventory.tables import abc_class, bin_place, product_bin


@dataclass(frozen=True, slots=True)
class DueRow:
    """A product that is to be counted, and where it lies."""

    due: Due
    sku: str
    name: str
    bin: str


@dataclass(frozen=True, slots=True)
class CycleBoard:
    """The plan of a place on a day."""

    plan: CyclePlan
    classes: tuple[ClassFigures, ...]
    due: tuple[DueRow, ...]
    classed_at: datetime | None


def cycle_board(connection: Connection, *, location_id: int, on: date) -> CycleBoard:
    """Read it."""
    due = list_due(connection, location_id=location_id, on=on)
    rows = connection.execute(
        select(product.c.id, product.c.sku, product.c.name, func.coalesce(bin_place.c.code, "").label("bin"))
        .select_from(product)
        .outerjoin(
            product_bin,
            (product_bin.c.product_id == product.c.id) & (product_bin.c.location_id == location_id),
        )
        .outerjoin(bin_place, bin_place.c.id == product_bin.c.bin_id)
        .where(product.c.id.in_([x.product_id for x in due]))
    )
    named = {r.id: r for r in rows}
    found = [DueRow(x, *named[x.product_id][1:]) for x in due if x.product_id in named]
    since = connection.execute(select(func.max(abc_class.c.since))).scalar_one()
    return CycleBoard(
        get_plan(connection), tuple(class_figures(connection, location_id=location_id, on=on)), tuple(found),
        since,
    )  # fmt: skip
