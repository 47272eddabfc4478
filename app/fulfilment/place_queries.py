"""What the screen of places asks: the bins of a place and what lives in them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from app.catalog.tables import product
from app.inventory.refusals import NoSuchBinError
from app.inventory.tables import bin_place, product_bin, stock_level


@dataclass(frozen=True, slots=True)
class BinRow:
    """A bin: how many products live there, and the first of them by name."""

    id: int
    location_id: int
    code: str
    walk_key: str
    active: bool
    products: int
    first_name: str


@dataclass(frozen=True, slots=True)
class BinGoods:
    """A product that lives in a bin, with what is there of it at the whole place, base units."""

    product_id: int
    sku: str
    name: str
    unit: str
    on_hand_milli: int


def list_bins(connection: Connection, *, location_id: int) -> list[BinRow]:
    """The bins of a place as one walks, those not in use at the end."""
    rows = connection.execute(
        select(bin_place, func.count(product.c.id).label("products"), func.min(product.c.name).label("first"))
        .select_from(bin_place)
        .outerjoin(product_bin, product_bin.c.bin_id == bin_place.c.id)
        .outerjoin(product, product.c.id == product_bin.c.product_id)
        .where(bin_place.c.location_id == location_id)
        .group_by(*bin_place.c)
        .order_by(bin_place.c.active.desc(), bin_place.c.walk_key, bin_place.c.code)
    )
    return [
        BinRow(r.id, r.location_id, r.code, r.walk_key, r.active, int(r.products), r.first or "")
        for r in rows
    ]


def get_bin(connection: Connection, *, bin_id: int) -> tuple[BinRow, list[BinGoods]]:
    """A bin with its goods; raises NoSuchBinError."""
    row = connection.execute(select(bin_place).where(bin_place.c.id == bin_id)).one_or_none()
    if row is None:
        raise NoSuchBinError(code="")
    level = and_(
        stock_level.c.product_id == product.c.id, stock_level.c.location_id == product_bin.c.location_id
    )
    goods = [
        BinGoods(*x)
        for x in connection.execute(
            select(
                product.c.id, product.c.sku, product.c.name, product.c.unit,
                func.coalesce(stock_level.c.on_hand_milli, 0),
            )
            .join_from(product_bin, product, product.c.id == product_bin.c.product_id)
            .outerjoin(stock_level, level)
            .where(product_bin.c.bin_id == bin_id)
            .order_by(product.c.name, product.c.id)
        )
    ]  # fmt: skip
    first = goods[0].name if goods else ""
    head = BinRow(row.id, row.location_id, row.code, row.walk_key, row.active, len(goods), first)
    return head, goods


def find_bin(connection: Connection, *, location_id: int, code: str) -> int | None:
    """The bin of a label that was scanned."""
    found = connection.execute(
        select(bin_place.c.id).where(
            bin_place.c.location_id == location_id, bin_place.c.code == code.strip().upper()
        )
    ).scalar_one_or_none()
    return None if found is None else int(found)


def home_bin(connection: Connection, *, product_id: int, location_id: int) -> int | None:
    """The bin a product lives in at a place."""
    found = connection.execute(
        select(product_bin.c.bin_id).where(
            product_bin.c.product_id == product_id, product_bin.c.location_id == location_id
        )
    ).scalar_one_or_none()
    return None if found is None else int(found)
