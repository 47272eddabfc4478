"""What is asked about prices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.kernel.quantity import ONE
from app.pricing.rules import PriceLine, unit_price
from app.pricing.tables import price, price_list


@dataclass(frozen=True, slots=True)
class PriceList:
    """A price list."""

    id: int
    code: str
    name: str
    currency: str
    includes_tax: bool


def list_price_lists(connection: Connection) -> list[PriceList]:
    """All price lists by code."""
    columns = [price_list.c[name] for name in PriceList.__dataclass_fields__]
    return [PriceList(*row) for row in connection.execute(select(*columns).order_by(price_list.c.code))]


def find_price_list(connection: Connection, *, price_list_id: int) -> PriceList | None:
    """The list of that id, or None."""
    return next((x for x in list_price_lists(connection) if x.id == price_list_id), None)


def list_prices(connection: Connection, *, product_id: int, price_list_id: int) -> list[PriceLine]:
    """All prices of a product in a list: base unit first, then by break and first day."""
    columns = [price.c[name] for name in PriceLine.__dataclass_fields__]
    rows = connection.execute(
        select(*columns).where(price.c.product_id == product_id, price.c.price_list_id == price_list_id)
    )
    return sorted(
        (PriceLine(*row) for row in rows),
        key=lambda x: (x.packaging_id or 0, x.min_quantity_milli, x.valid_from or date.min),
    )


def find_unit_price(
    connection: Connection, *, product_id: int, price_list_id: int, on: date, packaging_id: int | None = None,
    pack_milli: int = ONE, quantity_milli: int = ONE,
) -> int | None:  # fmt: skip
    """What one sold unit costs on a day at a quantity, minor units; None: not in this list."""
    return unit_price(
        list_prices(connection, product_id=product_id, price_list_id=price_list_id),
        packaging_id=packaging_id, pack_milli=pack_milli, quantity_milli=quantity_milli, on=on,
    )  # fmt: skip
