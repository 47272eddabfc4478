"""What the back office asks about the catalogue."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from app.catalog.barcodes import shown_code
from app.catalog.drafts import ProductDetails
from app.catalog.kits import kits_on_hand
from app.catalog.refusals import NoSuchProductError
from app.catalog.scan_patterns import DEFAULT, PRESETS, Measure, Pattern, ScanPatterns, receipts_of
from app.catalog.states import UNSTOCKED, ProductKind
from app.catalog.tables import barcode, category, packaging, product, product_attribute, search_word
from app.catalog.words import END, query_words
from app.inventory.tables import stock_level
from app.organisation.queries import find_setting, list_till_codes
from app.pricing.rules import PriceLine, unit_price
from app.pricing.tables import price
from app.tax.tables import tax_class

PATTERNS_SETTING: Final = "scan.patterns"


class ProductSort(StrEnum):
    """What a list of products is sorted by."""

    NAME = "name"
    SKU = "sku"
    CATEGORY = "category"
    PRICE = "price"
    STOCK = "stock"
    CHANGED = "changed"  # the latest first


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """Which products; each part narrows.

    Attributes:
        text: beginnings of words of name, number and barcodes.
        category_id: of this category.
        tax_class_id: of this tax class.
        active: in use, out of use, or with None both.
        without_price: only those that the price list does not have.
        template_id: the variants of this template.
        grouped: templates instead of their variants.
        kind: only this kind.
    """

    text: str = ""
    category_id: int | None = None
    tax_class_id: int | None = None
    active: bool | None = True
    without_price: bool = False
    template_id: int | None = None
    grouped: bool = False
    kind: ProductKind | None = None


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product in a list."""

    id: int
    version: int
    sku: str
    name: str
    category: str
    tax_class: str
    kind: str
    unit: str
    barcode: str  # the first one, without padding; ""
    price_minor: int | None
    on_hand_milli: int | None  # None: no stock is kept
    active: bool


@dataclass(frozen=True, slots=True)
class Packaging:
    """A way the product is sold besides its base unit."""

    id: int
    name: str
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class Barcode:
    """A code of the product, and the packaging it names ("": one base unit)."""

    code: str
    packaging: str


@dataclass(frozen=True, slots=True)
class ProductView:
    """A whole product, for the editor."""

    id: int
    version: int
    active: bool
    updated_at: datetime
    details: ProductDetails  # cost_minor is None when cost was not asked for
    category: str
    tax_class: str
    barcodes: tuple[Barcode, ...]
    packagings: tuple[Packaging, ...]
    prices: tuple[PriceLine, ...]  # of the price list asked for
    on_hand_milli: int | None
    average_cost_micro: int | None  # millionths of a minor unit; None when cost was not asked for


@dataclass(frozen=True, slots=True)
class Category:
    """A category."""

    id: int
    name: str
    position: int
    colour: int


@dataclass(frozen=True, slots=True)
class TaxClassName:
    """A tax class to choose from."""

    id: int
    code: str
    name: str


def list_all_categories(connection: Connection) -> list[Category]:
    """All categories in their order."""
    rows = connection.execute(select(category).order_by(category.c.position, category.c.name))
    return [Category(r.id, r.name, r.position, r.colour) for r in rows]


def list_tax_class_names(connection: Connection) -> list[TaxClassName]:
    """All tax classes by code."""
    rows = connection.execute(
        select(tax_class.c.id, tax_class.c.code, tax_class.c.name).order_by(tax_class.c.code)
    )
    return [TaxClassName(*row) for row in rows]


def count_products(connection: Connection, *, wanted: ProductFilter, price_list_id: int) -> int:
    """How many products the filter leaves."""
    query = select(func.count()).select_from(product).where(*_conditions(wanted, price_list_id))
    return int(connection.execute(query).scalar_one())


def find_ids_by_sku(connection: Connection, *, skus: Collection[str]) -> dict[str, int]:
    """Id by number of the goods, of those that are there."""
    rows = connection.execute(select(product.c.sku, product.c.id).where(product.c.sku.in_(list(skus))))
    return {row.sku: row.id for row in rows}


def list_product_ids(connection: Connection, *, wanted: ProductFilter, price_list_id: int) -> list[int]:
    """Ids of all products of a filter: what "select all" hands to a bulk edit."""
    query = select(product.c.id).where(*_conditions(wanted, price_list_id)).order_by(product.c.id)
    return list(connection.execute(query).scalars())


def list_products(
    connection: Connection, *, wanted: ProductFilter, price_list_id: int, location_id: int, on: date,
    sort: ProductSort = ProductSort.NAME, descending: bool = False, limit: int = 100, offset: int = 0,
) -> list[ProductRow]:  # fmt: skip
    """A page of products; price and stock are those of the list and the place."""
    query = select(product.c.id).where(*_conditions(wanted, price_list_id))
    query = _sorted(query, sort, price_list_id, location_id, descending=descending)
    ids = [int(x) for x in connection.execute(query.limit(limit).offset(offset)).scalars()]
    return _rows(connection, ids, price_list_id, location_id, on)


def _conditions(wanted: ProductFilter, price_list_id: int) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    words = query_words(wanted.text)
    if words:
        first = select(search_word.c.product_id).where(
            search_word.c.word >= words[0], search_word.c.word < words[0] + END
        )
        found.append(product.c.id.in_(first))
        found += [product.c.search_text.like(f"% {word}%") for word in words[1:]]
    elif wanted.text.strip():
        found.append(product.c.id < 0)  # nothing but signs: nothing is called that
    if wanted.grouped:
        found.append(product.c.template_id.is_(None))
    for name in ("category_id", "tax_class_id", "active", "template_id", "kind"):
        value = getattr(wanted, name)
        if value is not None:
            found.append(product.c[name] == value)
    if wanted.without_price:
        priced = select(price.c.id).where(
            price.c.product_id == product.c.id, price.c.price_list_id == price_list_id
        )
        found.append(~priced.exists())
    return found


def _sorted(
    query: Select[Any], sort: ProductSort, price_list_id: int, location_id: int, *, descending: bool
) -> Select[Any]:
    name = (product.c.search_key, product.c.id)
    first: tuple[ColumnElement[Any], ...] = ()
    match sort:
        case ProductSort.NAME:
            first = ()
        case ProductSort.SKU:
            first = (product.c.sku,)
        case ProductSort.CATEGORY:
            query = query.join(category, category.c.id == product.c.category_id)
            first = (category.c.position, category.c.name)
        case ProductSort.PRICE:
            cheapest = select(func.min(price.c.price_minor)).where(
                price.c.product_id == product.c.id, price.c.price_list_id == price_list_id,
                price.c.packaging_id.is_(None),
            )  # fmt: skip
            first = (func.coalesce(cheapest.scalar_subquery(), -1),)
        case ProductSort.STOCK:
            there = and_(stock_level.c.product_id == product.c.id, stock_level.c.location_id == location_id)
            query = query.outerjoin(stock_level, there)
            first = (func.coalesce(stock_level.c.on_hand_milli, 0),)
        case ProductSort.CHANGED:
            first = (product.c.updated_at.desc(),)
    order = (*first, *name)
    return query.order_by(*(x.desc() for x in order)) if _turned(sort, descending) else query.order_by(*order)


def _turned(sort: ProductSort, descending: bool) -> bool:  # noqa: FBT001
    return descending and sort is not ProductSort.CHANGED


def _rows(
    connection: Connection, ids: list[int], price_list_id: int, location_id: int, on: date
) -> list[ProductRow]:
    if not ids:
        return []
    there = and_(stock_level.c.product_id == product.c.id, stock_level.c.location_id == location_id)
    rows = connection.execute(
        select(
            product.c.id, product.c.version, product.c.sku, product.c.name, product.c.kind, product.c.unit,
            product.c.active, category.c.name.label("category"), tax_class.c.name.label("tax_class"),
            stock_level.c.on_hand_milli,
        )
        .select_from(
            product.join(category, category.c.id == product.c.category_id)
            .join(tax_class, tax_class.c.id == product.c.tax_class_id)
            .outerjoin(stock_level, there)
        )
        .where(product.c.id.in_(ids))
    )  # fmt: skip
    goods = {row.id: row for row in rows}
    prices = prices_of(connection, ids, price_list_id)
    codes = first_codes(connection, ids)
    kits = kits_on_hand(
        connection, kit_ids=[i for i in goods if goods[i].kind == ProductKind.KIT], location_id=location_id
    )
    return [
        ProductRow(
            id=r.id, version=r.version, sku=r.sku, name=r.name, category=r.category, tax_class=r.tax_class,
            kind=r.kind, unit=r.unit, barcode=codes.get(r.id, ""), active=r.active,
            price_minor=unit_price(
                prices.get(r.id, ()), packaging_id=None, pack_milli=1000, quantity_milli=1000, on=on
            ),
            on_hand_milli=kits.get(r.id) if r.kind in UNSTOCKED else (r.on_hand_milli or 0),
        )
        for r in (goods[i] for i in ids if i in goods)
    ]  # fmt: skip


def prices_of(connection: Connection, ids: list[int], price_list_id: int) -> dict[int, list[PriceLine]]:
    """All prices of these products in a list."""
    found: dict[int, list[PriceLine]] = {}
    columns = [price.c[name] for name in PriceLine.__dataclass_fields__]
    rows = connection.execute(
        select(price.c.product_id, *columns)
        .where(price.c.price_list_id == price_list_id, price.c.product_id.in_(ids))
        .order_by(price.c.id)
    )
    for row in rows:
        found.setdefault(row[0], []).append(PriceLine(*row[1:]))
    return found


def first_codes(connection: Connection, ids: list[int]) -> dict[int, str]:
    """The first barcode of each of these products, as it is printed."""
    rows = connection.execute(
        select(barcode.c.product_id, barcode.c.code).where(
            barcode.c.product_id.in_(ids), barcode.c.is_primary
        )
    )
    return {row.product_id: shown_code(row.code) for row in rows}


def get_product(
    connection: Connection, *, product_id: int, price_list_id: int, location_id: int, with_cost: bool = False
) -> ProductView:
    """A whole product; raises NoSuchProductError.

    Args:
        connection: a snapshot.
        product_id: which.
        price_list_id: whose prices.
        location_id: whose stock.
        with_cost: only for whom may see it (Permission.VIEW_COST).
    """
    r = connection.execute(
        select(product, category.c.name.label("category"), tax_class.c.name.label("tax_class"))
        .join_from(product, category, category.c.id == product.c.category_id)
        .join(tax_class, tax_class.c.id == product.c.tax_class_id)
        .where(product.c.id == product_id)
    ).one_or_none()
    if r is None:
        raise NoSuchProductError
    level = connection.execute(
        select(stock_level.c.on_hand_milli, stock_level.c.unit_cost_micro).where(
            stock_level.c.product_id == product_id, stock_level.c.location_id == location_id
        )
    ).one_or_none()
    stocked = r.kind not in UNSTOCKED
    on_hand = level.on_hand_milli if level else 0
    average = level.unit_cost_micro if level and with_cost else None
    return ProductView(
        id=r.id, version=r.version, active=r.active, updated_at=r.updated_at, category=r.category,
        tax_class=r.tax_class, barcodes=_barcodes(connection, product_id),
        packagings=_packagings(connection, product_id),
        prices=tuple(prices_of(connection, [product_id], price_list_id).get(product_id, ())),
        on_hand_milli=on_hand if stocked else None, average_cost_micro=average,
        details=ProductDetails(
            name=r.name, category_id=r.category_id, tax_class_id=r.tax_class_id, sku=r.sku,
            kind=ProductKind(r.kind), unit=r.unit, min_age=r.min_age,
            cost_minor=r.cost_minor if with_cost else None, discountable=r.discountable,
            tile_position=r.tile_position, note=r.note, attributes=_attributes(connection, product_id),
        ),
    )  # fmt: skip


def _barcodes(connection: Connection, product_id: int) -> tuple[Barcode, ...]:
    rows = connection.execute(
        select(barcode.c.code, packaging.c.name)
        .join_from(barcode, packaging, packaging.c.id == barcode.c.packaging_id, isouter=True)
        .where(barcode.c.product_id == product_id)
        .order_by(barcode.c.is_primary.desc(), barcode.c.id)
    )
    return tuple(Barcode(shown_code(code), name or "") for code, name in rows)


def _packagings(connection: Connection, product_id: int) -> tuple[Packaging, ...]:
    rows = connection.execute(
        select(packaging.c.id, packaging.c.name, packaging.c.quantity_milli)
        .where(packaging.c.product_id == product_id)
        .order_by(packaging.c.quantity_milli, packaging.c.name)
    )
    return tuple(Packaging(*row) for row in rows)


def _attributes(connection: Connection, product_id: int) -> tuple[tuple[str, str], ...]:
    rows = connection.execute(
        select(product_attribute.c.name, product_attribute.c.value)
        .where(product_attribute.c.product_id == product_id)
        .order_by(product_attribute.c.name)
    )
    return tuple((name, value) for name, value in rows)


def load_scan_patterns(connection: Connection) -> ScanPatterns:
    """How this shop's own codes are read: the setting `scan.patterns`, and its tills' receipt numbers.

    The setting is JSON: {"preset": "de"} for the rules of a country, or
    {"layouts": [["28PPPPCVVVVVX", "weight", 3], ...]}, and "separators" for what stands for FNC1.
    """
    found = find_setting(connection, name=PATTERNS_SETTING)
    setting = found if isinstance(found, dict) else {}
    embedded = PRESETS.get(str(setting.get("preset", "")), DEFAULT.embedded)
    layouts = setting.get("layouts")
    if isinstance(layouts, list):
        embedded = tuple(Pattern(str(a), Measure(str(b)), int(c)) for a, b, c in layouts)
    codes = list_till_codes(connection)
    return ScanPatterns(
        embedded=embedded,
        receipt=receipts_of(codes) if codes else DEFAULT.receipt,
        separators=tuple(str(x) for x in setting.get("separators", ())),
    )
