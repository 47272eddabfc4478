"""New prices worked out from those that hold: so many per cent more or less, on round amounts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from app.catalog.tables import product
from app.kernel.money import round_half_up
from app.pricing.operations import MAX_PRICE_MINOR, PriceDraft
from app.pricing.rules import HUNDRED_PER_CENT, PriceLine, choose_price
from app.pricing.tables import price


def new_prices(
    connection: Connection, *, price_list_id: int, on: date, percent_hundredths: int,
    category_id: int | None = None, round_to_minor: int = 1,
) -> list[PriceDraft]:  # fmt: skip
    """What the prices of a list become that hold on a day, without days of their own.

    Args:
        connection: where to read.
        price_list_id: the list.
        on: the day whose prices are changed.
        percent_hundredths: hundredths of a per cent, below 0 for less.
        category_id: only goods of it; None: all.
        round_to_minor: 10 rounds to whole tens of minor units, the nearest.
    """
    columns = [price.c[name] for name in PriceLine.__dataclass_fields__]
    query = (
        select(price.c.product_id, *columns)
        .join(product, product.c.id == price.c.product_id)
        .where(price.c.price_list_id == price_list_id, product.c.active)
        .order_by(product.c.search_key, product.c.id)
    )
    if category_id is not None:
        query = query.where(product.c.category_id == category_id)
    rows: dict[tuple[int, int | None, int], list[PriceLine]] = {}
    for product_id, *values in connection.execute(query):
        one = PriceLine(*values)
        rows.setdefault((product_id, one.packaging_id, one.min_quantity_milli), []).append(one)
    found: list[PriceDraft] = []
    for (product_id, packaging_id, least), lines in rows.items():
        held = choose_price(lines, packaging_id=packaging_id, quantity_milli=least, on=on)
        if held is not None:
            minor = _changed(held.price_minor, percent_hundredths, max(round_to_minor, 1))
            if minor != held.price_minor:
                found.append(PriceDraft(product_id, minor, packaging_id, least))
    return found


def _changed(minor: int, hundredths: int, step: int) -> int:
    whole = round_half_up(minor * (HUNDRED_PER_CENT + hundredths), HUNDRED_PER_CENT)
    return min(max(round_half_up(whole, step) * step, 0), MAX_PRICE_MINOR)
