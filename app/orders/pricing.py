"""What each line costs this customer on that day, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, select

from app.catalog.states import ProductKind
from app.catalog.tables import packaging, product
from app.kernel.quantity import MAX_MILLI, ONE
from app.kernel.text import clean_field
from app.orders.agreed import AgreedPrices, agreed_prices
from app.orders.drafts import LineDraft
from app.orders.refusals import (
    FreeLineError,
    LineTextError,
    NoPriceError,
    NotDiscountableError,
    OrderEmptyError,
    OrderQuantityError,
    PriceNegativeError,
    TemplateOrderedError,
    UnknownProductError,
    UnknownUnitError,
)
from app.orders.rules import Priceable, base_quantity
from app.orders.states import LineKind
from app.organisation.tables import till
from app.parties.groups import groups_of
from app.pricing.choosing import BASE, Goods, ListTerms, PriceBook, Step, choose, ladder, lists_for
from app.pricing.queries import load_price_book, prices_in
from app.pricing.rules import PriceLine
from app.tax.rules import Tax
from app.terms.tax_rules import contained_for, price_without

_PRODUCTS: Final = select(
    product.c.id, product.c.sku, product.c.name, product.c.unit, product.c.kind, product.c.tax_class_id,
    product.c.active, product.c.discountable, product.c.category_id,
).where(product.c.id.in_(bindparam("ids_", expanding=True)))  # fmt: skip
_PACKAGINGS: Final = select(packaging).where(packaging.c.id.in_(bindparam("ids_", expanding=True)))


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
    goods: Goods | None = None  # None: no product
    is_kit: bool = False  # app.orders.kits makes lines of its parts

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
    """The lists that are asked, in their order, with the prices of some products.

    Code, currency and whether tax is included are those of the first, and of all.
    """

    lists: tuple[ListTerms, ...]
    lines: Mapping[int, Mapping[int, list[PriceLine]]]  # by product, then by list
    contained: Mapping[int, tuple[Tax, ...]] = field(default_factory=dict)  # and is not paid, by tax class
    agreed: AgreedPrices = field(default_factory=AgreedPrices)  # asked before the lists

    @property
    def code(self) -> str:
        """Of the list that is asked first."""
        return self.lists[0].code

    @property
    def currency(self) -> str:
        """Of all of them."""
        return self.lists[0].currency

    @property
    def includes_tax(self) -> bool:
        """Whether their prices hold the tax."""
        return self.lists[0].includes_tax


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys where: what the choice of a price list depends on."""

    party_id: int
    own_list_id: int | None  # of his terms
    till_id: int | None  # its store counts; None: no store
    on: date
    order_id: int | None = None  # an order that is changed: what it drew of agreements is left for it


def load_prices(
    connection: Connection, *, buyer: Buyer, price_list_id: int | None, product_ids: Sequence[int]
) -> Prices:
    """The lists of a customer with the prices of the products.

    What was agreed with the customer is asked first, as far as it is not used up.
    A list that was chosen for this order is asked next, then those of app.pricing.choosing.lists_for, the
    shop's first list last. An order is in one currency, and with tax included or not, so only lists like the
    one that was chosen, or the customer's own or his group's, or the shop's first, are asked.
    """
    book = load_price_book(connection)
    if not book.lists:
        raise NoPriceError(name="Everything", list="-")
    found = _lists(connection, book, buyer, price_list_id)
    like = found[0]
    lists = tuple(x for x in found if _alike(x, like))
    wanted = sorted(set(product_ids))
    agreed = agreed_prices(connection, party_id=buyer.party_id, on=buyer.on, order_id=buyer.order_id)
    mine = tuple(x for x in agreed.lists if _alike(x, like))
    return Prices(
        lists, prices_in(connection, product_ids=wanted, lists=lists), agreed=replace(agreed, lists=mine)
    )


def _lists(
    connection: Connection, book: PriceBook, buyer: Buyer, chosen_id: int | None
) -> tuple[ListTerms, ...]:
    """The lists in their order; the first is the one whose currency and tax the order has."""
    last_id = min(book.lists)
    own_id = chosen_id or buyer.own_list_id
    if not book.rules:
        ids = dict.fromkeys(i for i in (own_id, last_id) if i in book.lists)
        return tuple(book.lists[i] for i in ids if i is not None)
    groups = groups_of(connection, party_id=buyer.party_id)
    found = lists_for(
        book, own_id=own_id, groups=groups, store_id=_store_id(connection, buyer.till_id), on=buyer.on,
        last_id=last_id, any_currency=True,
    )  # fmt: skip
    his = {r.price_list_id for r in book.rules if r.party_group_id in groups} | {own_id, last_id}
    like = next(x for x in found if x.id in his)
    return (like, *(x for x in found if x.id != like.id)) if not _alike(found[0], like) else found


def _alike(one: ListTerms, other: ListTerms) -> bool:
    return (one.currency, one.includes_tax) == (other.currency, other.includes_tax)


def _store_id(connection: Connection, till_id: int | None) -> int | None:
    if till_id is None:
        return None
    return connection.execute(select(till.c.store_id).where(till.c.id == till_id)).scalar_one_or_none()


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
    row = _checked(draft, goods.get(draft.product_id))
    if draft.kit_id is not None:
        return _part_of_kit(draft, row)
    unit, pack_milli = _unit(draft, row, units)
    goods_of = Goods(row.id, row.category_id, draft.packaging_id, pack_milli)
    step = _step(prices, goods_of, draft.quantity_milli, on)
    listed, source = (None, "") if step is None else (step.price_minor, _source(step))
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
        goods_of, is_kit=row.kind == ProductKind.KIT.value,
    )  # fmt: skip


def _checked(draft: LineDraft, row: Row[Any] | None) -> Row[Any]:
    """The product of a line; refuses what cannot be ordered, or not so much of it, or not at a discount."""
    if row is None or not row.active:
        raise UnknownProductError
    if row.kind == ProductKind.TEMPLATE.value:
        raise TemplateOrderedError(name=row.name)
    _check_quantity(draft, row.name)
    if draft.discount_hundredths and not row.discountable:
        raise NotDiscountableError(name=row.name)
    return row


def _step(prices: Prices, goods: Goods, quantity_milli: int, on: date) -> Step | None:
    """The price of an agreement that has as much left, else of the lists."""
    agreed = prices.agreed.lists_for(goods.product_id, base_quantity(quantity_milli, goods.pack_milli))
    found = choose(
        agreed, prices.agreed.lines.get(goods.product_id, {}), goods, quantity_milli=quantity_milli, on=on
    ) if agreed else None  # fmt: skip
    return found or choose(
        prices.lists, prices.lines.get(goods.product_id, {}), goods, quantity_milli=quantity_milli, on=on
    )


def _part_of_kit(draft: LineDraft, row: Row[Any]) -> Line:
    """A part of a kit that is on the order: what it costs and is called was said when the kit was entered."""
    price, pack = draft.unit_price_minor or 0, draft.pack_milli or ONE
    kind = LineKind.SERVICE if row.kind == ProductKind.SERVICE.value else LineKind.GOODS
    return Line(
        draft, kind, row.sku, draft.name or row.name, row.unit, pack,
        base_quantity(draft.quantity_milli, pack), price, price, "", row.tax_class_id, row.discountable,
        Goods(row.id, row.category_id, None, pack),
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


def list_breaks(prices: Prices, goods: Goods, on: date) -> tuple[tuple[int, int], ...]:
    """The quantity breaks of a line's unit on a day: (from this quantity on, price), smallest first."""
    steps = ladder(prices.lists, prices.lines.get(goods.product_id, {}), goods, on=on)
    return tuple((x.from_milli, x.price_minor) for x in steps)


def _source(step: Step) -> str:
    dates = (
        step.valid_from.isoformat() if step.valid_from else "",
        step.valid_to.isoformat() if step.valid_to else "",
    )
    return "|".join((step.list_code, str(step.break_milli), *dates, step.how))


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
        date.fromisoformat(last) if last else None, how == BASE, list_price_minor, unit_price_minor,
        discount_hundredths,
    )  # fmt: skip
