"""What the till finds: one product by a scan, many by a word, a page of tiles.

A scan is one exact look-up with a statement made once; a search is a range over the words of all
products (design/performance.md 2). Both databases compare the words byte by byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, null, select

from app.catalog.barcodes import ParsedScan
from app.catalog.search import find_product_ids
from app.catalog.states import UNSTOCKED, ProductKind
from app.catalog.tables import barcode, category, packaging, product, product_part
from app.inventory.states import SerialUse
from app.inventory.tables import lot, stock_level, stock_policy
from app.kernel.money import Money, round_half_up
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.pricing.choosing import Goods, ListTerms, Step, ladder, step_at
from app.pricing.queries import prices_in
from app.pricing.rules import PriceLine
from app.pricing.tables import price, price_list
from app.till.cart import Sellable
from app.till.kits import KitPart, kits_there
from app.till.marks import Mark


class NoPriceError(Refusal):
    """A product that the price list does not have."""

    message = "{name} has no price yet. Enter one in the catalogue, or sell it as an open item."


class KitEmptyError(Refusal):
    """A kit of nothing."""

    message = "{name} is a kit without parts. Say in the catalogue what it is made of."


_GOODS: Final = (
    product.c.id, product.c.sku, product.c.name, product.c.unit, product.c.kind, product.c.tax_class_id,
    product.c.category_id, product.c.discountable, product.c.min_age, category.c.colour,
    stock_policy.c.serials, stock_level.c.on_hand_milli, price_list.c.includes_tax, price_list.c.currency,
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
    .outerjoin(stock_policy, stock_policy.c.product_id == product.c.id)
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
_PARTS: Final = (
    select(product_part.c.owner_id, product_part.c.product_id, product_part.c.quantity_milli)
    .where(product_part.c.owner_id.in_(bindparam("ids_", expanding=True)))
    .order_by(product_part.c.owner_id, product_part.c.position)
)
_PART_GOODS: Final = (
    select(*_GOODS, *_NO_PACK).select_from(_AROUND).where(product.c.id.in_(bindparam("ids_", expanding=True)))
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
    .where(product.c.tile_position.is_(None), product.c.active, product.c.template_id.is_(None))
    .order_by(product.c.search_key, product.c.id)
    .limit(bindparam("limit_"))
    .offset(bindparam("offset_"))
)
_OF_CATEGORY: Final = (
    select(product.c.id)
    .where(product.c.category_id == bindparam("category_"), product.c.active, product.c.template_id.is_(None))
    .order_by(product.c.search_key, product.c.id)
    .limit(bindparam("limit_"))
    .offset(bindparam("offset_"))
)


def find_sellable(
    connection: Connection, *, scan: ParsedScan, price_list_id: int, location_id: int, on: date,
    lists: Sequence[ListTerms] = (),
) -> Sellable | None:  # fmt: skip
    """The product of a scan, with the packaging, weight or price that the code says; None: unknown.

    The code is looked for among the barcodes, then among the products' own numbers. With `lists` (see
    TillContext.lists_of) the price is that of the first of them that has one.

    Raises:
        NoPriceError: the product has no price in this list.
        EmbeddedValueError, EmbeddedZeroError: the label's value cannot be believed.
    """
    place = {"list_": price_list_id, "location_": location_id}
    for statement in (_BY_CODE, _BY_SKU):
        for code in scan.codes:
            rows = connection.execute(statement, {"code_": code, **place}).all()
            if rows:
                item = _sellable(connection, rows, place, on, lists)
                fixed = code == scan.exact and (code != scan.lookup or not item.weighed)
                return item if fixed else _marked(connection, _measured(item, scan, rows[0][_CURRENCY]), scan)
    return None


def sellable_by_product(
    connection: Connection, *, product_id: int, price_list_id: int, location_id: int, on: date,
    lists: Sequence[ListTerms] = (),
) -> Sellable | None:  # fmt: skip
    """One base unit of a product; None when it is gone or out of use. Raises NoPriceError."""
    key = {"ids_": [product_id], "list_": price_list_id, "location_": location_id}
    rows = connection.execute(_BY_IDS, key).all()
    return _sellable(connection, rows, key, on, lists) if rows else None


def list_categories(connection: Connection) -> list[tuple[int, str, int]]:
    """Id, name and colour of every category, in the order of the chips."""
    return [(r.id, r.name, r.colour) for r in connection.execute(_CATEGORIES)]


def list_tiles(
    connection: Connection, *, category_id: int | None, limit: int, offset: int, price_list_id: int,
    location_id: int, on: date, lists: Sequence[ListTerms] = (),
) -> list[Sellable]:  # fmt: skip
    """A page of products: of a category by name, or with None the favourites first, then all by name.

    A product without a price is shown at 0; to sell it is refused by sellable_by_product.
    """
    if category_id is None:
        ids = _all_ids(connection, limit, offset)
    else:
        key = {"category_": category_id, "limit_": limit, "offset_": offset}
        ids = list(connection.execute(_OF_CATEGORY, key).scalars())
    return _load(connection, ids, price_list_id, location_id, on, lists)


def search(
    connection: Connection, *, text: str, limit: int, price_list_id: int, location_id: int, on: date,
    lists: Sequence[ListTerms] = (),
) -> list[Sellable]:  # fmt: skip
    """Products that have every word of the text in name, number or barcode, as beginnings of words.

    Those whose name begins with what was typed come first. One without a price is shown at 0; to sell it
    is refused by sellable_by_product.
    """
    ids = find_product_ids(connection, text=text, limit=limit)
    return _load(connection, ids, price_list_id, location_id, on, lists)


def _all_ids(connection: Connection, limit: int, offset: int) -> list[int]:
    favourites = list(connection.execute(_FAVOURITES).scalars())
    ids = favourites[offset : offset + limit]
    if len(ids) < limit:
        key = {"limit_": limit - len(ids), "offset_": max(offset - len(favourites), 0)}
        ids.extend(connection.execute(_REST, key).scalars())
    return ids


def load_sellables(
    connection: Connection, *, product_ids: Sequence[int], price_list_id: int, location_id: int, on: date,
    lists: Sequence[ListTerms] = (),
) -> list[Sellable]:  # fmt: skip
    """One base unit of each of these products that is in use; one without a price at 0."""
    return _load(connection, product_ids, price_list_id, location_id, on, lists)


def _load(
    connection: Connection, ids: Sequence[int], price_list_id: int, location_id: int, on: date,
    lists: Sequence[ListTerms] = (),
) -> list[Sellable]:  # fmt: skip
    if not ids:
        return []
    rows: dict[int, list[Any]] = {}
    key = {"ids_": list(ids), "list_": price_list_id, "location_": location_id}
    for row in connection.execute(_BY_IDS, key).all():
        rows.setdefault(row[0], []).append(row)
    listed = prices_in(connection, product_ids=list(rows), lists=lists) if lists else {}
    found = [_made(rows[i][0], _steps(rows[i], on, lists, listed.get(i, {}))) for i in ids if i in rows]
    kits = [i for i in rows if rows[i][0][_KIND] == ProductKind.KIT]
    if not kits:
        return found
    made = _kits(connection, kits, key, on)
    return [made[x.product_id](x) if x.product_id in made else x for x in found]


# Rows are read by place: by name costs fifty microseconds a product, ten times as much.
_PRICE_ID: Final = [column.key for column in _GOODS].index("price_id")
_PRICE: Final = slice(_PRICE_ID + 1, len(_GOODS))
_CURRENCY: Final = _PRICE_ID - 1
_KIND: Final = [column.key for column in _GOODS].index("kind")
_CATEGORY: Final = [column.key for column in _GOODS].index("category_id")
_PACKAGING_ID: Final = len(_GOODS)
_PACK_MILLI: Final = len(_GOODS) + 2


_INCLUDES_TAX: Final = _PRICE_ID - 2
_Listed = dict[int, list[PriceLine]]  # prices by list


def _steps(
    rows: Sequence[Any], on: date, lists: Sequence[ListTerms] = (), listed: _Listed | None = None
) -> tuple[Step, ...]:
    """The prices of what was found by quantity; of the till's own list where no lists are given."""
    first = rows[0]
    if not lists:
        plain = _plain(rows)
        if plain is not None:
            return (plain,)
        own = [PriceLine(*row[_PRICE]) for row in rows if row[_PRICE_ID] is not None]
        lists, listed = (ListTerms(0, "", "", first[_CURRENCY], first[_INCLUDES_TAX]),), {0: own}
    goods = Goods(first[0], first[_CATEGORY], first[_PACKAGING_ID], first[_PACK_MILLI] or ONE)
    return ladder(lists, listed or {}, goods, on=on)


def _plain(rows: Sequence[Any]) -> Step | None:
    """The one price of goods that have one and no more: what most goods have, and quickly told."""
    row = rows[0]
    if len(rows) > 1 or row[_PRICE_ID] is None:
        return None
    packaging_id, least, first, last, minor = row[_PRICE]
    if least or first is not None or last is not None or packaging_id != row[_PACKAGING_ID]:
        return None
    return Step(0, minor, row[_INCLUDES_TAX], "", "")


def _sellable(
    connection: Connection, rows: Sequence[Any], place: Mapping[str, Any], on: date,
    lists: Sequence[ListTerms],
) -> Sellable:  # fmt: skip
    listed: _Listed = {}
    if lists:
        listed = prices_in(connection, product_ids=[rows[0][0]], lists=lists).get(rows[0][0], {})
    steps = _steps(rows, on, lists, listed)
    item = _made(rows[0], steps)
    if item.is_template:
        return item
    if not steps:
        raise NoPriceError(name=item.name)
    if rows[0][_KIND] != ProductKind.KIT:
        return item
    made = _kits(connection, [rows[0][0]], place, on).get(rows[0][0])
    if made is None:
        raise KitEmptyError(name=item.name)
    return made(item)


def _kits(
    connection: Connection, ids: Sequence[int], place: Mapping[str, Any], on: date
) -> dict[int, Callable[[Sellable], Sellable]]:
    """By kit, what puts its parts and how many of it can be made into it."""
    wanted = [(r.owner_id, r.product_id, r.quantity_milli) for r in connection.execute(_PARTS, {"ids_": ids})]
    rows: dict[int, list[Any]] = {}
    key = {**place, "ids_": sorted({product_id for _owner, product_id, _milli in wanted})}
    for row in connection.execute(_PART_GOODS, key).all():
        rows.setdefault(row[0], []).append(row)
    goods = {i: _made(found[0], _steps(found, on)) for i, found in rows.items()}
    parts: dict[int, list[tuple[KitPart, int]]] = {}
    for owner, product_id, milli in wanted:
        part = goods[product_id]
        weight = round_half_up(part.unit_price_minor * milli, ONE)
        stocked = part.on_hand_milli is not None
        kept = KitPart(product_id, milli, part.tax_class_id, weight, stocked)
        parts.setdefault(owner, []).append((kept, part.on_hand_milli or 0))
    return {owner: partial(_as_kit, found) for owner, found in parts.items()}


def _as_kit(parts: Sequence[tuple[KitPart, int]], item: Sellable) -> Sellable:
    return replace(item, parts=tuple(part for part, _there in parts), on_hand_milli=kits_there(parts))


def _made(row: Any, steps: tuple[Step, ...]) -> Sellable:
    (
        product_id, sku, name, unit, kind, tax_class_id, category_id, discountable, min_age, colour, serials,
        on_hand, includes_tax, *_, packaging_id, packaging_name, pack_milli, code,
    ) = row  # fmt: skip
    price = step_at(steps, ONE) if steps else None
    return Sellable(
        product_id=product_id, sku=sku, name=name, unit=packaging_name or unit, pack_milli=pack_milli or ONE,
        unit_price_minor=price.price_minor if price else 0,
        includes_tax=price.includes_tax if price else includes_tax, tax_class_id=tax_class_id,
        category_id=category_id, weighed=kind == ProductKind.WEIGHED and packaging_id is None,
        discountable=discountable, min_age=min_age, packaging_id=packaging_id, barcode=code,
        on_hand_milli=None if kind in UNSTOCKED else (on_hand or 0), colour=colour,
        mark=None if serials in _UNNUMBERED else Mark(by_serial=True),
        is_template=kind == ProductKind.TEMPLATE, steps=_worth_keeping(steps),
    )  # fmt: skip


def _worth_keeping(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps where they say more than the one plain price of the till's list."""
    if len(steps) != 1:
        return steps
    one = steps[0]
    return steps if one.list_code or one.break_milli or one.valid_from or one.valid_to else ()


def with_steps(item: Sellable, steps: tuple[Step, ...]) -> Sellable:
    """The item at the price of one by other steps (at least one)."""
    one = step_at(steps, ONE)
    return replace(
        item, unit_price_minor=one.price_minor, includes_tax=one.includes_tax, steps=_worth_keeping(steps)
    )


_UNNUMBERED: Final = (None, SerialUse.NONE.value)


def _marked(connection: Connection, item: Sellable, scan: ParsedScan) -> Sellable:
    """With the lot, the last day and the serial number that the code says.

    A lot that may have swallowed what followed it is not believed. The last day of a lot that is known is
    read where the code does not say it.
    """
    lot_code, serial = ("", "") if scan.doubtful else (scan.batch, scan.serial)
    if not (lot_code or scan.best_before or (serial and item.mark)):
        return item
    expires_on = scan.best_before
    if lot_code and expires_on is None:
        expires_on = connection.execute(
            select(lot.c.expires_on).where(lot.c.product_id == item.product_id, lot.c.code == lot_code)
        ).scalar_one_or_none()
    mark = item.mark or Mark()
    serials = (serial,) if serial and mark.by_serial else ()
    return replace(item, mark=replace(mark, serials=serials, lot=lot_code, expires_on=expires_on))


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
