"""Lists about the stock: what hardly sells, what is to be ordered, what runs out of date. Read only.

All places of ours are taken together; what is sold is known by product and day (`product_day`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import BigInteger, Connection, Row, cast, func, select

from app.catalog.states import UNSTOCKED
from app.catalog.tables import product
from app.inventory.states import LocationKind
from app.inventory.tables import (
    incoming,
    location,
    lot,
    lot_level,
    product_day,
    reorder_point,
    reservation,
    stock_level,
)
from app.kernel.money import round_half_up
from app.kernel.quantity import ONE

_NO_STOCK: Final = sorted(kind.value for kind in UNSTOCKED)


@dataclass(frozen=True, slots=True)
class SlowMover:
    """Goods that lie longer than they should; quantities in base units, the value at cost.

    Attributes:
        last_sold: None: never, as far as the books go.
        lasts_days: how long it lasts at the pace of the period; None: nothing was sold in it.
    """

    product_id: int
    sku: str
    name: str
    unit: str
    on_hand_milli: int
    value_minor: int
    sold_milli: int
    last_sold: date | None
    lasts_days: int | None


@dataclass(frozen=True, slots=True)
class ToReorder:
    """Goods of which too little is there, or comes; base units.

    Attributes:
        free_milli: on hand less what is promised to orders.
        coming_milli: expected from suppliers.
        need_milli: what should be there until the next delivery.
        order_milli: what is proposed, whole base units.
        least_milli: the least that was set; None: reckoned from what was sold.
    """

    product_id: int
    sku: str
    name: str
    unit: str
    free_milli: int
    coming_milli: int
    sold_milli: int
    need_milli: int
    order_milli: int
    least_milli: int | None
    up_to_milli: int | None


@dataclass(frozen=True, slots=True)
class Expiring:
    """A lot that runs out of date; what of it will hardly be sold before, at the pace of the period."""

    lot_id: int
    product_id: int
    lot: str
    sku: str
    name: str
    unit: str
    expires_on: date
    on_hand_milli: int
    value_minor: int
    unsold_milli: int


def list_slow_movers(connection: Connection, *, on: date, days: int, limit: int = 500) -> list[SlowMover]:
    """What would last longer than the period at the pace of the period, the dearest first.

    Args:
        connection: where to read.
        on: the last day of the period.
        days: its length.
        limit: so many at most.
    """
    since = on - timedelta(days=days - 1)
    sold, last = _sold(connection, since, on), _last_sold(connection)
    found = []
    for r in _levels(connection):
        mine = max(sold.get(r.id, 0), 0)
        if r.on_hand <= 0 or mine >= r.on_hand:
            continue
        lasts = round_half_up(r.on_hand * days, mine) if mine else None
        found.append(SlowMover(r.id, r.sku, r.name, r.unit, r.on_hand, r.value, mine, last.get(r.id), lasts))
    return sorted(found, key=lambda x: (-x.value_minor, x.sku))[:limit]


def list_to_reorder(
    connection: Connection, *, on: date, days: int, lead_days: int, cover_days: int
) -> list[ToReorder]:
    """What is to be ordered, by number.

    Goods are on it where what is free and coming does not reach the least: the one that was set, else
    what was sold in as many days as a delivery takes. See `to_order`.

    Args:
        connection: where to read.
        on: the last day of the period whose sales are the pace.
        days: its length.
        lead_days: how long a delivery takes.
        cover_days: how long what is ordered should last.
    """
    sold = _sold(connection, on - timedelta(days=days - 1), on)
    promised, coming = _promised(connection), _coming(connection)
    points = {r.product_id: r for r in connection.execute(select(reorder_point))}
    found = []
    for r in _levels(connection):
        mine = max(sold.get(r.id, 0), 0)
        point = points.get(r.id)
        free, comes = r.on_hand - promised.get(r.id, 0), coming.get(r.id, 0)
        given = None if point is None else (point.least_milli, point.up_to_milli)
        least, order = to_order(
            free + comes, sold_milli=mine, days=days, lead_days=lead_days, cover_days=cover_days, point=given
        )
        if not order:
            continue
        found.append(
            ToReorder(
                r.id, r.sku, r.name, r.unit, free, comes, mine, least, order, *(given or (None, None)),
            )
        )  # fmt: skip
    return sorted(found, key=lambda x: x.sku)


def to_order(
    there_milli: int, *, sold_milli: int, days: int, lead_days: int, cover_days: int,
    point: tuple[int, int] | None,
) -> tuple[int, int]:  # fmt: skip
    """The least that should be there, and how much to order, base units; nothing where the least is reached.

    Args:
        there_milli: free and coming.
        sold_milli: in the period.
        days: its length.
        lead_days: how long a delivery takes: so many days' sales are the least where none was set.
        cover_days: for how many days more is ordered.
        point: the least, and up to how much is ordered, where they were set.
    """
    if point is not None:
        least, wanted = point
    else:
        least = round_half_up(sold_milli * lead_days, days)
        wanted = round_half_up(sold_milli * (lead_days + cover_days), days)
    if there_milli >= least:
        return least, 0
    return least, -(-(wanted - there_milli) // ONE) * ONE  # whole pieces, rather one more


def list_expiring(connection: Connection, *, on: date, within: int, days: int) -> list[Expiring]:
    """Lots that run out of date within some days, and those that have, the first at the top.

    Args:
        connection: where to read.
        on: today.
        within: days from today.
        days: length of the period whose sales are the pace.
    """
    sold = _sold(connection, on - timedelta(days=days - 1), on)
    levels = {r.id: r for r in _levels(connection)}
    rows = connection.execute(
        select(
            lot.c.id, lot.c.code, lot.c.product_id, lot.c.expires_on, product.c.sku, product.c.name,
            product.c.unit, cast(func.sum(lot_level.c.on_hand_milli), BigInteger).label("on_hand"),
        )
        .join_from(lot, product, product.c.id == lot.c.product_id)
        .join(lot_level, lot_level.c.lot_id == lot.c.id)
        .where(lot.c.expires_on.is_not(None), lot.c.expires_on <= on + timedelta(days=within))
        .group_by(
            lot.c.id, lot.c.code, lot.c.product_id, lot.c.expires_on, product.c.sku, product.c.name,
            product.c.unit,
        )
        .having(func.sum(lot_level.c.on_hand_milli) > 0)
        .order_by(lot.c.expires_on, lot.c.id)
    )  # fmt: skip
    used: dict[int, int] = {}  # of each product: what earlier lots will take of its sales
    return [_expiring(r, levels.get(r.product_id), sold, used, on, days) for r in rows]


def _expiring(
    r: Any, level: Row[Any] | None, sold: Mapping[int, int], used: dict[int, int], on: date, days: int
) -> Expiring:
    """Earlier lots are sold first, so a lot has what they leave of the pace until its day."""
    left = max((r.expires_on - on).days + 1, 0)
    pace = round_half_up(max(sold.get(r.product_id, 0), 0) * left, days)
    sells = min(max(pace - used.get(r.product_id, 0), 0), r.on_hand)
    used[r.product_id] = used.get(r.product_id, 0) + sells
    value = round_half_up(level.value * r.on_hand, level.on_hand) if level and level.on_hand > 0 else 0
    return Expiring(
        r.id, r.product_id, r.code, r.sku, r.name, r.unit, r.expires_on, r.on_hand, value, r.on_hand - sells
    )


def _levels(connection: Connection) -> list[Row[Any]]:
    """Each product that is stocked, with what of it lies at our places; also of what there is nothing."""
    there = (
        select(
            stock_level.c.product_id,
            func.sum(stock_level.c.on_hand_milli).label("on_hand"),
            func.sum(stock_level.c.value_minor).label("value"),
        )
        .join_from(stock_level, location, location.c.id == stock_level.c.location_id)
        .where(location.c.kind == LocationKind.INTERNAL.value)
        .group_by(stock_level.c.product_id)
        .subquery()
    )
    return list(
        connection.execute(
            select(
                product.c.id, product.c.sku, product.c.name, product.c.unit,
                cast(func.coalesce(there.c.on_hand, 0), BigInteger).label("on_hand"),
                cast(func.coalesce(there.c.value, 0), BigInteger).label("value"),
            )
            .select_from(product.outerjoin(there, there.c.product_id == product.c.id))
            .where(product.c.active, product.c.kind.not_in(_NO_STOCK))
        )
    )  # fmt: skip


def _sold(connection: Connection, since: date, until: date) -> dict[int, int]:
    rows = connection.execute(
        select(product_day.c.product_id, func.sum(product_day.c.sold_milli))
        .where(product_day.c.business_date >= since, product_day.c.business_date <= until)
        .group_by(product_day.c.product_id)
    )
    return {int(i): int(q) for i, q in rows}


def _last_sold(connection: Connection) -> dict[int, date]:
    rows = connection.execute(
        select(product_day.c.product_id, func.max(product_day.c.business_date))
        .where(product_day.c.sold_milli > 0)
        .group_by(product_day.c.product_id)
    )
    return {int(i): day for i, day in rows}


def _promised(connection: Connection) -> dict[int, int]:
    rows = connection.execute(
        select(reservation.c.product_id, func.sum(reservation.c.quantity_milli)).group_by(
            reservation.c.product_id
        )
    )
    return {int(i): int(q) for i, q in rows}


def _coming(connection: Connection) -> dict[int, int]:
    left = incoming.c.ordered_milli - incoming.c.received_milli
    rows = connection.execute(
        select(incoming.c.product_id, func.sum(left))
        .where(incoming.c.closed.is_(False), left > 0)
        .group_by(incoming.c.product_id)
    )
    return {int(i): int(q) for i, q in rows}
