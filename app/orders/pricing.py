"""What each line costs this customer on that day, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, select

from app.catalog.states import ProductKind
from app.catalog.tables import packaging, product
from app.kernel.money import round_half_up
from app.kernel.quantity import MAX_MILLI, ONE
from app.kernel.text import clean_field
from app.orders.drafts import LineDraft
from app.orders.refusals import (
    FreeLineError,
    LineTextError,
    NoPriceError,
    NotDiscountableError,
    OrderEmptyError,
    OrderQuantityError,
    PriceNegativeError,
    UnknownProductError,
    UnknownUnitError,
)
from app.orders.rules import Priceable, base_quantity
from app.orders.states import LineKind
from app.pricing.rules import PriceLine, choose_price
from app.pricing.tables import price, price_list
from app.tax.rules import Tax
from app.terms.tax_rules import contained_for, price_without

_PRODUCTS: Final = select(
    product.c.id, product.c.sku, product.c.name, product.c.unit, product.c.kind, product.c.tax_class_id,
    product.c.active, product.c.discountable,
).where(product.c.id.in_(bindparam("ids_", expanding=True)))  # fmt: skip
_PACKAGINGS: Final = select(packaging).where(packaging.c.id.in_(bindparam("ids_", expanding=True)))
_PRICES: Final = select(
    price.c.product_id, price.c.packaging_id, price.c.min_quantity_milli, price.c.valid_from,
    price.c.valid_to, price.c.price_minor,
).where(
    price.c.product_id.in_(bindparam("ids_", expanding=True)),
    price.c.price_list_id == bindparam("list_"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line made whole: the product's facts and its price."""

    draft: LineDraft
    kind: LineKind
    sku: str
    name: str
    unit: str
    pack_milli: int
    base_milli: int
    unit_price_minor: int
    list_price_minor: int
    price_source: str
    tax_class_id: int
    discountable: bool

    @property
    def priceable(self) -> Priceable:
        """The line as the arithmetic sees it."""
        return Priceable(
            self.name, self.draft.quantity_milli, self.base_milli, self.unit_price_minor,
            self.draft.discount_hundredths, self.tax_class_id, self.discountable,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PriceReason:
    """Why a line costs what it costs."""

    list_code: str
    min_quantity_milli: int
    valid_from: date | None
    valid_to: date | None
    from_base_unit: bool  # the unit has no price of its own: base price x content
    list_price_minor: int
    unit_price_minor: int
    discount_hundredths: int

    @property
    def is_negotiated(self) -> bool:
        """Another price was agreed than the list says."""
        return self.unit_price_minor != self.list_price_minor


@dataclass(frozen=True, slots=True)
class Prices:
    """A price list with the prices of some products."""

    list_id: int
    code: str
    currency: str
    includes_tax: bool
    lines: dict[int, list[PriceLine]]
    contained: Mapping[int, tuple[Tax, ...]] = field(default_factory=dict)  # and is not paid, by tax class


def load_prices(connection: Connection, *, price_list_id: int | None, product_ids: Sequence[int]) -> Prices:
    """The list (the shop's first without one) with the prices of the products."""
    query = select(price_list.c.id, price_list.c.code, price_list.c.currency, price_list.c.includes_tax)
    if price_list_id is not None:
        query = query.where(price_list.c.id == price_list_id)
    head = connection.execute(query.order_by(price_list.c.id).limit(1)).one_or_none()
    if head is None:
        raise NoPriceError(name="Everything", list="-")
    found: dict[int, list[PriceLine]] = {}
    rows = connection.execute(_PRICES, {"ids_": sorted(set(product_ids)), "list_": head.id})
    for r in rows:
        found.setdefault(r.product_id, []).append(PriceLine(*r[1:]))
    return Prices(head.id, head.code, head.currency, head.includes_tax, found)


def prices_for(connection: Connection, prices: Prices, *, party_id: int, on: date) -> Prices:
    """The prices for a customer: without the taxes they contain for who does not pay them."""
    if not prices.includes_tax:
        return prices
    return replace(prices, contained=contained_for(connection, party_id=party_id, day=on))


def complete_lines(
    connection: Connection, *, drafts: Sequence[LineDraft], prices: Prices, on: date
) -> list[Line]:
    """The lines with what the products and the list say; refuses what cannot be sold."""
    wanted = sorted({d.product_id for d in drafts if d.product_id is not None})
    packs = sorted({d.packaging_id for d in drafts if d.packaging_id is not None})
    goods = _by_id(connection, _PRODUCTS, wanted)
    units = _by_id(connection, _PACKAGINGS, packs)
    words = _class_of_words(drafts, goods)
    return [_complete(d, goods, units, prices, on, words) for d in drafts]


def _class_of_words(drafts: Sequence[LineDraft], goods: dict[int, Row[Any]]) -> int | None:
    """The tax class of the first line that has one: words come to nothing, and add no rate of their own."""
    for d in drafts:
        if d.product_id in goods:
            return int(goods[d.product_id].tax_class_id)
        if d.tax_class_id is not None:
            return d.tax_class_id
    return None


def _by_id(connection: Connection, query: Select[Any], ids: list[int]) -> dict[int, Row[Any]]:
    rows: list[Row[Any]] = list(connection.execute(query, {"ids_": ids})) if ids else []
    return {int(r.id): r for r in rows}


def _complete(
    draft: LineDraft, goods: dict[int, Row[Any]], units: dict[int, Row[Any]], prices: Prices, on: date,
    class_of_words: int | None,
) -> Line:  # fmt: skip
    if draft.kind is LineKind.TEXT:
        return _words(draft, class_of_words)
    if draft.product_id is None:
        return _free_line(draft)
    row = goods.get(draft.product_id)
    if row is None or not row.active:
        raise UnknownProductError
    _check_quantity(draft, row.name)
    if draft.discount_hundredths and not row.discountable:
        raise NotDiscountableError(name=row.name)
    unit, pack_milli = _unit(draft, row, units)
    listed, source = _list_price(draft, pack_milli, prices, on)
    contained = prices.contained.get(row.tax_class_id)
    if listed is not None and contained:
        listed = price_without(listed, quantity_milli=pack_milli, taxes=contained)
    asked = draft.unit_price_minor
    if asked is None and listed is None:
        raise NoPriceError(name=row.name, list=prices.code)
    unit_price = asked if asked is not None else listed or 0
    if unit_price < 0:
        raise PriceNegativeError(name=row.name)
    kind = draft.kind or (LineKind.SERVICE if row.kind == ProductKind.SERVICE.value else LineKind.GOODS)
    return Line(
        draft, kind, row.sku, row.name, unit, pack_milli, base_quantity(draft.quantity_milli, pack_milli),
        unit_price, unit_price if listed is None else listed, source, row.tax_class_id, row.discountable,
    )  # fmt: skip


def _free_line(draft: LineDraft) -> Line:
    """A charge, an allowance or a service that is no product; what an allowance gives counts as discount."""
    name = _text_of(draft)
    if draft.tax_class_id is None or draft.unit_price_minor is None:
        raise FreeLineError(name=name)
    _check_quantity(draft, name)
    kind = draft.kind or LineKind.CHARGE
    if draft.unit_price_minor < 0 and kind is not LineKind.CHARGE:
        raise PriceNegativeError(name=name)
    return Line(
        draft, kind, "", name, "pc", ONE, draft.quantity_milli, draft.unit_price_minor,
        max(draft.unit_price_minor, 0), "", draft.tax_class_id, discountable=False,
    )  # fmt: skip


def _words(draft: LineDraft, tax_class_id: int | None) -> Line:
    """Words between the lines; refused where there is nothing else."""
    name = _text_of(draft)
    if tax_class_id is None:
        raise OrderEmptyError
    plain = replace(draft, product_id=None, packaging_id=None, quantity_milli=ONE, discount_hundredths=0)
    return Line(plain, LineKind.TEXT, "", name, "", ONE, ONE, 0, 0, "", tax_class_id, discountable=False)


def _text_of(draft: LineDraft) -> str:
    name = clean_field(draft.name, field="Text", limit=200)
    if not name:
        raise LineTextError
    return name


def _check_quantity(draft: LineDraft, name: str) -> None:
    if not 0 < draft.quantity_milli <= MAX_MILLI:
        raise OrderQuantityError(name=name)


def _unit(draft: LineDraft, row: Row[Any], units: dict[int, Row[Any]]) -> tuple[str, int]:
    if draft.packaging_id is None:
        return row.unit, ONE
    found = units.get(draft.packaging_id)
    if found is None or found.product_id != row.id:
        raise UnknownUnitError(name=row.name)
    return found.name[:40], found.quantity_milli


def _list_price(draft: LineDraft, pack_milli: int, prices: Prices, on: date) -> tuple[int | None, str]:
    rows = prices.lines.get(draft.product_id or 0, [])
    own = choose_price(rows, packaging_id=draft.packaging_id, quantity_milli=draft.quantity_milli, on=on)
    if own is not None:
        return own.price_minor, _source(prices.code, own, "own")
    base = choose_price(
        rows, packaging_id=None, quantity_milli=base_quantity(draft.quantity_milli, pack_milli), on=on
    )
    if base is None:
        return None, ""
    return round_half_up(base.price_minor * pack_milli, ONE), _source(prices.code, base, "base")


def list_breaks(prices: Prices, draft: LineDraft, on: date) -> tuple[tuple[int, int], ...]:
    """The quantity breaks of a line's unit on a day: (from this quantity on, price), smallest first."""
    rows = prices.lines.get(draft.product_id or 0, [])
    starts = {x.min_quantity_milli for x in rows if x.packaging_id == draft.packaging_id}
    found: list[tuple[int, int]] = []
    for start in sorted(starts):
        price = choose_price(rows, packaging_id=draft.packaging_id, quantity_milli=start, on=on)
        if price is not None and price.min_quantity_milli == start:
            found.append((start, price.price_minor))
    return tuple(found)


def _source(code: str, line: PriceLine, how: str) -> str:
    dates = (
        line.valid_from.isoformat() if line.valid_from else "",
        line.valid_to.isoformat() if line.valid_to else "",
    )
    return "|".join((code, str(line.min_quantity_milli), *dates, how))


def explain(row: Row[Any]) -> PriceReason:
    """Why an order line costs what it costs, from what was kept with it."""
    return read_source(row.price_source, row.list_price_minor, row.unit_price_minor, row.discount_hundredths)


def read_source(
    source: str | None, list_price_minor: int, unit_price_minor: int, discount_hundredths: int
) -> PriceReason:
    """Why a price is what it is, from the source that is kept with a line."""
    code, minimum, first, last, how = (source or "|0|||").split("|")
    return PriceReason(
        code, int(minimum), date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None, how == "base", list_price_minor, unit_price_minor,
        discount_hundredths,
    )  # fmt: skip
