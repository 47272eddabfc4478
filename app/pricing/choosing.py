"""Which price list prices something, and at which quantity which price: pure.

The one rule, at the till and in orders: lists are asked in the order of `lists_for`, and the first that has
a price for the goods on that day at that quantity says it. Inside a list `app.pricing.rules.choose_price`
decides; a list by formula takes the price of its base list times the first formula that fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.kernel.money import round_half_up
from app.kernel.quantity import ONE
from app.pricing.rules import HUNDRED_PER_CENT, PriceLine, choose_price

OWN: Final = "own"  # a price of the list for what is sold
BASE: Final = "base"  # of the base units in a packaging
FORMULA: Final = "formula"  # the base list's price times a factor


@dataclass(frozen=True, slots=True)
class Formula:
    """A factor on the prices of the base list; None: for any product, any category.

    Attributes:
        min_quantity_milli: from so many base units on.
        factor_hundredths: hundredths of a per cent; 9000 is nine tenths of the base price.
    """

    product_id: int | None
    category_id: int | None
    min_quantity_milli: int
    factor_hundredths: int

    def fits(self, goods: Goods, pieces_milli: int) -> bool:
        """Whether it is meant for so many of the goods."""
        return (
            self.product_id in {None, goods.product_id}
            and self.category_id in {None, goods.category_id}
            and self.min_quantity_milli <= pieces_milli
        )


@dataclass(frozen=True, slots=True)
class ListTerms:
    """A price list as prices are chosen by it."""

    id: int
    code: str
    name: str
    currency: str
    includes_tax: bool
    base_id: int | None = None  # None: has only its own prices
    formulas: tuple[Formula, ...] = ()  # the first that fits counts


@dataclass(frozen=True, slots=True)
class ListRule:
    """A list for some customers, some store, some days; None: for all of them."""

    id: int
    price_list_id: int
    party_group_id: int | None = None
    store_id: int | None = None
    priority: int = 0
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, *, groups: Iterable[int], store_id: int | None, on: date) -> bool:
        """Whether it is meant for a customer in a store on a day."""
        return (
            (self.party_group_id is None or self.party_group_id in groups)
            and (self.store_id is None or self.store_id == store_id)
            and (self.valid_from is None or self.valid_from <= on)
            and (self.valid_to is None or on <= self.valid_to)
        )


@dataclass(frozen=True, slots=True)
class PriceBook:
    """All lists, and for whom they are."""

    lists: Mapping[int, ListTerms] = field(default_factory=dict)
    rules: tuple[ListRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Goods:
    """What is priced: a product, sold by the base unit or in a packaging of so many of them."""

    product_id: int
    category_id: int | None = None
    packaging_id: int | None = None
    pack_milli: int = ONE


@dataclass(frozen=True, slots=True)
class Step:
    """A price from a quantity of sold units on, and where it comes from.

    Attributes:
        from_milli: from this quantity on.
        price_minor: of one sold unit.
        break_milli: the quantity break that the list names, of base units where `how` is "base".
    """

    from_milli: int
    price_minor: int
    includes_tax: bool
    list_code: str
    list_name: str
    break_milli: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    how: str = OWN


def lists_for(
    book: PriceBook, *, own_id: int | None, groups: Iterable[int], store_id: int | None, on: date,
    last_id: int, any_currency: bool = False,
) -> tuple[ListTerms, ...]:  # fmt: skip
    """The lists that are asked, in this order.

    1. The customer's own list. 2. Lists of a group he is in, in this store; 3. of a group he is in;
    4. of this store; 5. for everybody (a season). 6. The till's, or the shop's own. Two lists of one rank:
    the higher priority, then the one begun last, then the one entered first.

    Args:
        book: all lists and rules.
        own_id: the customer's own list.
        groups: the groups he is in.
        store_id: where; None: no store.
        on: the business day.
        last_id: the till's list, or the shop's own.
        any_currency: lists of another currency than the last are asked as well.
    """
    his = frozenset(groups)
    fitting = [r for r in book.rules if r.holds(groups=his, store_id=store_id, on=on)]
    fitting.sort(key=rank)
    ids = dict.fromkeys([own_id, *(r.price_list_id for r in fitting), last_id])
    found = [book.lists[i] for i in ids if i is not None and i in book.lists]
    last = book.lists.get(last_id)
    return tuple(x for x in found if any_currency or last is None or x.currency == last.currency)


def rank(rule: ListRule) -> tuple[bool, bool, int, int, int]:
    """Its place among others that hold: the smallest is asked first."""
    begun = rule.valid_from.toordinal() if rule.valid_from else 0
    return rule.party_group_id is None, rule.store_id is None, -rule.priority, -begun, rule.id


def list_ids(lists: Iterable[ListTerms]) -> list[int]:
    """The lists whose prices are needed: these, and those their formulas stand on."""
    return sorted({i for x in lists for i in (x.id, x.base_id) if i is not None})


_Prices = Mapping[int, Sequence[PriceLine]]  # of one product, by list


def choose(
    lists: Iterable[ListTerms], prices: _Prices, goods: Goods, *, quantity_milli: int, on: date
) -> Step | None:
    """The price of the first list that has one for so many; None: no list has.

    The sign of the quantity does not count: goods that come back cost what they would be sold for.
    """
    size = abs(quantity_milli)
    for terms in lists:
        own = _own(terms, prices.get(terms.id, ()), goods, size, on)
        if own is None and terms.base_id is not None:
            own = _by_formula(terms, prices.get(terms.base_id, ()), goods, size, on)
        if own is not None:
            return own
    return None


def _pieces(goods: Goods, size: int) -> int:
    return size * goods.pack_milli // ONE


def _own(terms: ListTerms, rows: Sequence[PriceLine], goods: Goods, size: int, on: date) -> Step | None:
    found = choose_price(rows, packaging_id=goods.packaging_id, quantity_milli=size, on=on)
    if found is not None:
        return _step(terms, found, size, found.price_minor, OWN)
    if goods.packaging_id is None:
        return None
    base = choose_price(rows, packaging_id=None, quantity_milli=_pieces(goods, size), on=on)
    if base is None:
        return None
    return _step(terms, base, size, round_half_up(base.price_minor * goods.pack_milli, ONE), BASE)


def _step(terms: ListTerms, line: PriceLine, size: int, minor: int, how: str) -> Step:
    return Step(
        size, minor, terms.includes_tax, terms.code, terms.name, line.min_quantity_milli, line.valid_from,
        line.valid_to, how,
    )  # fmt: skip


def _by_formula(
    terms: ListTerms, rows: Sequence[PriceLine], goods: Goods, size: int, on: date
) -> Step | None:
    pieces = _pieces(goods, size)
    formula = next((f for f in terms.formulas if f.fits(goods, pieces)), None)
    base = _own(terms, rows, goods, size, on)
    if formula is None or base is None:
        return None
    minor = round_half_up(base.price_minor * formula.factor_hundredths, HUNDRED_PER_CENT)
    broken = max(formula.min_quantity_milli, base.break_milli)
    return Step(
        size, minor, terms.includes_tax, terms.code, terms.name, broken, base.valid_from, base.valid_to,
        FORMULA,
    )  # fmt: skip


def ladder(lists: Sequence[ListTerms], prices: _Prices, goods: Goods, *, on: date) -> tuple[Step, ...]:
    """Every price of the goods on a day by quantity, the smallest first; empty: no list has one."""
    starts = {0}
    for terms in lists:
        starts |= {s for x in prices.get(terms.id, ()) for s in _starts(x, goods)}
        if terms.base_id is not None:
            starts |= {s for x in prices.get(terms.base_id, ()) for s in _starts(x, goods)}
            starts |= {_packs(f.min_quantity_milli, goods) for f in terms.formulas}
    found: list[Step] = []
    for start in sorted(starts):
        step = choose(lists, prices, goods, quantity_milli=start, on=on)
        if step is not None and (not found or _differs(found[-1], step)):
            found.append(step)
    return tuple(found)


def _starts(line: PriceLine, goods: Goods) -> tuple[int, ...]:
    if line.packaging_id == goods.packaging_id:
        return (line.min_quantity_milli,)
    return (_packs(line.min_quantity_milli, goods),) if line.packaging_id is None else ()


def _packs(pieces_milli: int, goods: Goods) -> int:
    """From how many sold units on there are so many base units."""
    return -(-pieces_milli * ONE // goods.pack_milli)


def _differs(one: Step, other: Step) -> bool:
    return (one.price_minor, one.list_code, one.break_milli, one.how) != (
        other.price_minor, other.list_code, other.break_milli, other.how,
    )  # fmt: skip


def step_at(steps: Sequence[Step], quantity_milli: int) -> Step:
    """The step of a quantity; the first where the quantity lies below it.

    Args:
        steps: at least one, the smallest first.
        quantity_milli: of sold units; its sign does not count.
    """
    size = abs(quantity_milli)
    return next((s for s in reversed(steps) if s.from_milli <= size), steps[0])
