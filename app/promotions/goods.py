"""Names of the goods a promotion is for, and goods found by what is typed or scanned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.catalog.queries import find_ids_by_sku
from app.catalog.search import find_product_ids
from app.catalog.tables import category, product


@dataclass(frozen=True, slots=True)
class NamedGoods:
    """A product, or with `is_category` a category."""

    id: int
    name: str
    is_category: bool = False


def find_goods(connection: Connection, *, text: str) -> NamedGoods | None:
    """The product of that number, else the first that the words or the barcode find."""
    wanted = text.strip()
    if not wanted:
        return None
    ids = list(find_ids_by_sku(connection, skus=[wanted]).values())
    ids = ids or find_product_ids(connection, text=wanted, limit=1)
    if not ids:
        return None
    (found,) = name_goods(connection, products=ids[:1], categories=[])
    return found


def name_goods(
    connection: Connection, *, products: Sequence[int], categories: Sequence[int]
) -> list[NamedGoods]:
    """Categories, then products, each by name."""
    kinds = connection.execute(
        select(category.c.id, category.c.name).where(category.c.id.in_(categories)).order_by(category.c.name)
    )
    found = [NamedGoods(row.id, row.name, is_category=True) for row in kinds]
    goods = connection.execute(
        select(product.c.id, product.c.name).where(product.c.id.in_(products)).order_by(product.c.search_key)
    )
    return found + [NamedGoods(row.id, row.name) for row in goods]
