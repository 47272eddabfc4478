"""Promotions and baskets as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from app.kernel.quantity import ONE
from app.promotions.states import PromotionKind, PromotionMode

HUNDRED_PER_CENT: Final = 10_000  # hundredths of a per cent
DAY_MINUTES: Final = 24 * 60
EVERY_DAY: Final = 0b1111111


@dataclass(frozen=True, slots=True)
class BasketLine:
    """A line as promotions see it.

    Args:
        key: the line's own id.
        unit_price_minor: of one sold unit, before any reduction.
        list_minor: what the line costs before any reduction, in the price's own terms.
        rate: taxes on it, thousandths of a per cent; tells amounts with tax from those without.
        includes_tax: whether the price holds the tax.
        whole: whether it is sold in pieces; a weighed line is never part of "buy 2, get 1".
        discountable: goods that get no discount are outside of everything.
    """

    key: str
    product_id: int
    category_id: int | None
    quantity_milli: int
    unit_price_minor: int
    list_minor: int
    rate: int = 0
    includes_tax: bool = True
    whole: bool = True
    discountable: bool = True

    @property
    def units(self) -> int:
        """Whole pieces, of a line that is sold in pieces."""
        return self.quantity_milli // ONE if self.whole else 0


@dataclass(frozen=True, slots=True)
class Basket:
    """The lines, whose they are, when, and the promotions that a coupon unlocked."""

    lines: tuple[BasketLine, ...]
    at: datetime  # in the shop's time zone
    business_date: date
    party_id: int | None = None
    unlocked: frozenset[int] = frozenset()  # promotions whose coupon was scanned
    born_on: date | None = None  # the customer's birthday, where it is known


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a promotion runs: days, weekdays (bit 0 is Monday), minutes of the day (the end not included)."""

    first_day: date | None = None
    last_day: date | None = None
    weekdays: int = EVERY_DAY
    from_minute: int = 0
    to_minute: int = DAY_MINUTES

    def runs(self, at: datetime, business_date: date) -> bool:
        """Whether it runs then. Hours over midnight ("22:00 to 02:00") belong to the day they begin on."""
        if self.first_day is not None and business_date < self.first_day:
            return False
        if self.last_day is not None and business_date > self.last_day:
            return False
        if not self.weekdays >> business_date.weekday() & 1:
            return False
        minute = at.hour * 60 + at.minute
        if self.from_minute <= self.to_minute:
            return self.from_minute <= minute < self.to_minute
        return minute >= self.from_minute or minute < self.to_minute


@dataclass(frozen=True, slots=True)
class Scope:
    """Goods: all, or some products and categories; some left out. A left-out product beats its category."""

    everything: bool = False
    products: frozenset[int] = frozenset()
    categories: frozenset[int] = frozenset()
    without_products: frozenset[int] = frozenset()
    without_categories: frozenset[int] = frozenset()

    def has(self, line: BasketLine) -> bool:
        """Whether the line's goods are meant."""
        if line.product_id in self.without_products:
            return False
        if line.product_id in self.products:
            return True
        if line.category_id in self.without_categories:
            return False
        return self.everything or line.category_id in self.categories


def has_birthday(born_on: date | None, on: date, days: int) -> bool:
    """Whether a birthday is at most so many days away; one of 29 February is kept on the 28th in between."""
    if born_on is None:
        return False
    years = (on.year - 1, on.year, on.year + 1)
    return any(abs((_birthday(born_on, year) - on).days) <= days for year in years)


def _birthday(born_on: date, year: int) -> date:
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


@dataclass(frozen=True, slots=True)
class Tier:
    """From this quantity of a line on, so much off, in hundredths of a per cent."""

    from_milli: int
    hundredths: int


@dataclass(frozen=True, slots=True)
class Promotion:
    """One promotion; which of the fields count depends on its kind.

    Args:
        hundredths: per cent off in hundredths (PERCENT, BASKET, BUNDLE; BUY_GET: off what one gets, 10000 is
            free).
        amount_minor: AMOUNT: off each unit; PRICE: the new price; BUNDLE: the price of all of them, BASKET:
            off the whole, where hundredths is 0.
        buy, get: BUY_GET: so many at full price, then so many cheaper; BUNDLE: `buy` is how many make one.
        get_scope: BUY_GET: the goods one gets; None: the cheapest of the goods one buys.
        from_minor: BASKET: the least the basket must come to.
        with_tax: BASKET: whether from_minor is compared with tax or without.
        most_minor: never more off than this; None: no limit.
        most_times: BUY_GET, BUNDLE: so often in one basket at most; None: no limit.
        party_ids: only for these customers; empty: for all.
        by_coupon: only with a coupon.
        birthday_days: only so many days before and after the customer's birthday; None: always.
    """

    promotion_id: int
    name: str
    kind: PromotionKind
    mode: PromotionMode = PromotionMode.BEST_PRICE
    priority: int = 0
    scope: Scope = Scope(everything=True)
    calendar: Calendar = Calendar()
    hundredths: int = 0
    amount_minor: int = 0
    tiers: tuple[Tier, ...] = ()
    buy: int = 0
    get: int = 0
    get_scope: Scope | None = None
    from_minor: int = 0
    with_tax: bool = True
    most_minor: int | None = None
    most_times: int | None = None
    party_ids: frozenset[int] = frozenset()
    by_coupon: bool = False
    birthday_days: int | None = None

    def is_open(self, basket: Basket) -> bool:
        """Whether it runs now, for this customer, with this basket's coupons."""
        if self.by_coupon and self.promotion_id not in basket.unlocked:
            return False
        if self.party_ids and basket.party_id not in self.party_ids:
            return False
        if self.birthday_days is not None and not has_birthday(
            basket.born_on, basket.business_date, self.birthday_days
        ):
            return False
        return self.calendar.runs(basket.at, basket.business_date)

    def fits(self, line: BasketLine) -> bool:
        """Whether it may reduce this line."""
        return line.discountable and self.scope.has(line)


@dataclass(frozen=True, slots=True)
class Coupon:
    """A code that unlocks a promotion."""

    coupon_id: int
    code: str
    promotion_id: int
    most_uses: int | None
    used: int
    party_id: int | None


@dataclass(frozen=True, slots=True)
class Reduction:
    """What one promotion takes off one line, in minor units of the price's own terms."""

    line_key: str
    promotion_id: int
    name: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """The reductions of a basket."""

    reductions: tuple[Reduction, ...] = ()

    def of(self, line_key: str) -> Sequence[Reduction]:
        """Those of one line, in the order they were given."""
        return [r for r in self.reductions if r.line_key == line_key]

    def amount_minor(self, line_key: str) -> int:
        """What a line is reduced by in all."""
        return sum(r.amount_minor for r in self.reductions if r.line_key == line_key)
