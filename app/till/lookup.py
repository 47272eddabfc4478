"""What the till finds: one product by a scan, many by a word, a page of tiles.

A scan is one exact look-up with a statement made once; a search is a range over the words of all
products (design/performance.md 2). Both databases compare the words byte by byte.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, null, select

from app.catalog.barcodes import ParsedScan
from app.catalog.search import find_product_ids
from app.catalog.states import ProductKind
from app.catalog.tables import barcode, category, packaging, product
from app.inventory.tables import stock_level
from app.kernel.money import Money, round_half_up
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.pricing.rules import PriceLine, unit_price
from app.pricing.tables import price, price_list
from app.till.cart import Sellable


class NoPriceError(Refusal):
    """A product that the price list does not have."""

    message = "{name} has no price yet. Enter one in the catalogue, or sell it as an open item."


_GOODS: Final = (
    product.c.id, product.c.sku, product.c.name, product.c.unit, product.c.kind, product.c.tax_class_id,
    product.c.category_id, product.c.discountable, product.c.min_age, category.c.colour,
    stock_level.c.on_hand_milli, price_list.c.includes_tax, price_list.c.currency,
    price.c.id.label("price_id"), price.c.packaging_id.label("price_packaging_id"),
    price.c.min_quantity_milli, price.c.valid_from, price.c.valid_to, price.c.price_minor,
)  # fmt: skip
_IN_LIST: Final = and_(price.c.product_id == product.c.id, price.c.price_list_id == price_list.c.id)
_THERE: Final = and_(
    stock_level.c.product_id == product.c.id, stock_level.c.location_id == bindparam("location_")
)
_AROUND: Final = (
    product.join(category, category.c.id == product.c.category_id)
    .join(price_list, price_list.c.id == bindparam("list_"))
    .outerjoin(price, _IN_LIST)
    .outerjoin(stock_level, _THERE)
)
_NO_PACK: Final = (
    null().label("packaging_id"), null().label("packaging_name"), null().label("pack_milli"),
    null().label("code"),
)  # fmt: skip
_BY_CODE: Final = (
    select(
        *_GOODS, barcode.c.packaging_id, packaging.c.name.label("packaging_name"),
        packaging.c.quantity_milli.label("pack_milli"), barcode.c.code,
    )
    .select_from(
        _AROUND.join(barcode, barcode.c.product_id == product.c.id)
        .outerjoin(packaging, packaging.c.id == barcode.c.packaging_id)
    )
    .where(barcode.c.code == bindparam("code_"), product.c.active)
)  # fmt: skip
_BY_SKU: Final = (
    select(*_GOODS, *_NO_PACK)
    .select_from(_AROUND)
    .where(product.c.sku == bindparam("code_"), product.c.active)
)
_BY_IDS: Final = (
    select(*_GOODS, *_NO_PACK)
    .select_from(_AROUND)
    .where(product.c.id.in_(bindparam("ids_", expanding=True)), product.c.active)
)
_CATEGORIES: Final = select(category.c.id, category.c.name, category.c.colour).order_by(
    category.c.position, category.c.name
)
_FAVOURITES: Final = (
    select(product.c.id)
    .where(product.c.tile_position.is_not(None), product.c.active)
    .order_by(product.c.tile_position, product.c.search_key, product.c.id)
)
_REST: Final = (
    select(product.c.id)
    .where(product.c.tile_position.is_(None), product.c.active)
    .order_by(product.c.search_key, product.c.id)
    .limit(bindparam("limit_"))
    .offset(bindparam("offset_"))
)
_OF_CATEGORY: Final = (
    select(product.c.id)
    .where(product.c.category_id == bindparam("category_"), product.c.active)
    .order_by(product.c.search_key, product.c.id)
    .limit(bindparam("limit_"))
    .offset(bindparam("offset_"))
)


def find_sellable(
    connection: Connection, *, scan: ParsedScan, price_list_id: int, location_id: int, on: date
) -> Sellable | None:
    """The product of a scan, with the packaging, weight or price that the code says; None: unknown.

    The code is looked for among the barcodes, then among the products' own numbers.

    Raises:
        NoPriceError: the product has no price in this list.
        EmbeddedValueError, EmbeddedZeroError: the label's value cannot be believed.
    """
    place = {"list_": price_list_id, "location_": location_id}
    for statement in (_BY_CODE, _BY_SKU):
        for code in scan.codes:
            rows = connection.execute(statement, {"code_": code, **place}).all()
            if rows:
                item = _sellable(rows, on)
                fixed = code == scan.exact and (code != scan.lookup or not item.weighed)
                return item if fixed else _measured(item, scan, rows[0][_CURRENCY])
    return None


def sellable_by_product(
    connection: Connection, *, product_id: int, price_list_id: int, location_id: int, on: date
) -> Sellable | None:
    """One base unit of a product; None when it is gone or out of use. Raises NoPriceError."""
    key = {"ids_": [product_id], "list_": price_list_id, "location_": location_id}
    rows = connection.execute(_BY_IDS, key).all()
    return _sellable(rows, on) if rows else None


def list_categories(connection: Connection) -> list[tuple[int, str, int]]:
    """Id, name and colour of every category, in the order of the chips."""
    return [(r.id, r.name, r.colour) for r in connection.execute(_CATEGORIES)]


def list_tiles(
    connection: Connection, *, category_id: int | None, limit: int, offset: int, price_list_id: int,
    location_id: int, on: date,
) -> list[Sellable]:  # fmt: skip
    """A page of products: of a category by name, or with None the favourites first, then all by name.

    A product without a price is shown at 0; to sell it is refused by sellable_by_product.
    """
    if category_id is None:
        ids = _all_ids(connection, limit, offset)
    else:
        key = {"category_": category_id, "limit_": limit, "offset_": offset}
        ids = list(connection.execute(_OF_CATEGORY, key).scalars())
    return _load(connection, ids, price_list_id, location_id, on)


def search(
    connection: Connection, *, text: str, limit: int, price_list_id: int, location_id: int, on: date
) -> list[Sellable]:
    """Products that have every word of the text in name, number or barcode, as beginnings of words.

    Those whose name begins with what was typed come first. One without a price is shown at 0; to sell it
    is refused by sellable_by_product.
    """
    ids = find_product_ids(connection, text=text, limit=limit)
    return _load(connection, ids, price_list_id, location_id, on)


def _all_ids(connection: Connection, limit: int, offset: int) -> list[int]:
    favourites = list(connection.execute(_FAVOURITES).scalars())
    ids = favourites[offset : offset + limit]
    if len(ids) < limit:
        key = {"limit_": limit - len(ids), "offset_": max(offset - len(favourites), 0)}
        ids.extend(connection.execute(_REST, key).scalars())
    return ids


def _load(
    connection: Connection, ids: Sequence[int], price_list_id: int, location_id: int, on: date
) -> list[Sellable]:
    if not ids:
        return []
    rows: dict[int, list[Any]] = {}
    key = {"ids_": list(ids), "list_": price_list_id, "location_": location_id}
    for row in connection.execute(_BY_IDS, key).all():
        rows.setdefault(row[0], []).append(row)
    return [_made(rows[i][0], _price(rows[i], on) or 0) for i in ids if i in rows]


# Rows are read by place: by name costs fifty microseconds a product, ten times as much.
_PRICE_ID: Final = [column.key for column in _GOODS].index("price_id")
_PRICE: Final = slice(_PRICE_ID + 1, len(_GOODS))
_CURRENCY: Final = _PRICE_ID - 1
_PACKAGING_ID: Final = len(_GOODS)
_PACK_MILLI: Final = len(_GOODS) + 2


def _price(rows: Sequence[Any], on: date) -> int | None:
    first = rows[0]
    return unit_price(
        [PriceLine(*row[_PRICE]) for row in rows if row[_PRICE_ID] is not None],
        packaging_id=first[_PACKAGING_ID], pack_milli=first[_PACK_MILLI] or ONE, quantity_milli=ONE, on=on,
    )  # fmt: skip


def _sellable(rows: Sequence[Any], on: date) -> Sellable:
    minor = _price(rows, on)
    item = _made(rows[0], minor or 0)
    if minor is None:
        raise NoPriceError(name=item.name)
    return item


def _made(row: Any, minor: int) -> Sellable:
    (
        product_id, sku, name, unit, kind, tax_class_id, category_id, discountable, min_age, colour, on_hand,
        includes_tax, *_, packaging_id, packaging_name, pack_milli, code,
    ) = row  # fmt: skip
    return Sellable(
        product_id=product_id, sku=sku, name=name, unit=packaging_name or unit, pack_milli=pack_milli or ONE,
        unit_price_minor=minor, includes_tax=includes_tax, tax_class_id=tax_class_id,
        category_id=category_id, weighed=kind == ProductKind.WEIGHED and packaging_id is None,
        discountable=discountable, min_age=min_age, packaging_id=packaging_id, barcode=code,
        on_hand_milli=None if kind == ProductKind.SERVICE else (on_hand or 0), colour=colour,
    )  # fmt: skip


# ISO 4217 numbers of currencies that GS1 codes with a price carry
_NUMBERS: Final = {
    "EUR": "978", "USD": "840", "GBP": "826", "CHF": "756", "SEK": "752", "NOK": "578", "DKK": "208",
    "PLN": "985", "CZK": "203", "HUF": "348", "CAD": "124", "AUD": "036", "NZD": "554", "JPY": "392",
}  # fmt: skip


def _measured(item: Sellable, scan: ParsedScan, currency: str) -> Sellable:
    """With the quantity and the total that the code says, where they make sense for the goods."""
    if scan.trouble is not None:
        raise scan.trouble
    total = None
    if scan.price is not None and scan.currency in {None, _NUMBERS.get(currency)}:
        total = Money.from_decimal(scan.price, currency).minor
    quantity = scan.quantity_milli
    if quantity is not None and (quantity % ONE and not item.weighed):
        quantity = None  # the weight of something sold by the piece
    if quantity is None and total is not None and item.weighed and item.unit_price_minor:
        quantity = max(round_half_up(total * ONE, item.unit_price_minor), 1)
    return replace(item, preset_quantity_milli=quantity, preset_total_minor=total)
