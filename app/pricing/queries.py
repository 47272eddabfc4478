"""What is asked about prices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.kernel.quantity import ONE
from app.pricing.choosing import Formula, ListRule, ListTerms, PriceBook, list_ids
from app.pricing.rules import PriceLine, unit_price
from app.pricing.tables import price, price_formula, price_list, price_rule


@dataclass(frozen=True, slots=True)
class PriceList:
    """A price list."""

    id: int
    code: str
    name: str
    currency: str
    includes_tax: bool
    base_id: int | None = None


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


def load_price_book(connection: Connection) -> PriceBook:
    """All lists with their formulas, and for whom they are; a few rows."""
    formulas: dict[int, list[Formula]] = {}
    lists = list_price_lists(connection)
    if any(x.base_id is not None for x in lists):
        columns = [price_formula.c[name] for name in Formula.__dataclass_fields__]
        rows = connection.execute(
            select(price_formula.c.price_list_id, *columns).order_by(price_formula.c.position)
        )
        for list_id, *values in rows:
            formulas.setdefault(list_id, []).append(Formula(*values))
    return PriceBook(
        {
            x.id: ListTerms(
                x.id, x.code, x.name, x.currency, x.includes_tax, x.base_id, tuple(formulas.get(x.id, ()))
            )
            for x in lists
        },
        tuple(list_rules(connection)),
    )  # fmt: skip


def list_rules(connection: Connection) -> list[ListRule]:
    """For whom, where and when lists are asked, in the order in which they were entered."""
    columns = [price_rule.c[name] for name in ListRule.__dataclass_fields__]
    return [ListRule(*row) for row in connection.execute(select(*columns).order_by(price_rule.c.id))]


def list_formulas(connection: Connection, *, price_list_id: int) -> list[Formula]:
    """The formulas of a list, the one that is tried first first."""
    columns = [price_formula.c[name] for name in Formula.__dataclass_fields__]
    rows = connection.execute(
        select(*columns)
        .where(price_formula.c.price_list_id == price_list_id)
        .order_by(price_formula.c.position)
    )
    return [Formula(*row) for row in rows]


def prices_in(
    connection: Connection, *, product_ids: Sequence[int], lists: Iterable[ListTerms]
) -> dict[int, dict[int, list[PriceLine]]]:
    """The prices of products in some lists and those their formulas stand on: by product, then by list."""
    found: dict[int, dict[int, list[PriceLine]]] = {}
    wanted = list_ids(lists)
    if not product_ids or not wanted:
        return found
    columns = [price.c[name] for name in PriceLine.__dataclass_fields__]
    rows = connection.execute(
        select(price.c.product_id, price.c.price_list_id, *columns).where(
            price.c.product_id.in_(product_ids), price.c.price_list_id.in_(wanted)
        )
    )
    for product_id, list_id, *values in rows:
        found.setdefault(product_id, {}).setdefault(list_id, []).append(PriceLine(*values))
    return found
