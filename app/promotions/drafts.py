"""A promotion as it is written down, and what is wrong with it: pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.kernel.refusal import Refusal
from app.promotions.refusals import CouponCodeError
from app.promotions.rules.model import DAY_MINUTES, EVERY_DAY, HUNDRED_PER_CENT
from app.promotions.states import PromotionKind, PromotionMode

MOST_MINOR: Final = 1_000_000_000
MOST_BIRTHDAY_DAYS: Final = 60
_MOST_COUNT: Final = 1000
_CODE: Final = re.compile(r"[A-Z0-9][A-Z0-9-]{2,39}")


class PromotionNameError(Refusal):
    """No name: it stands on the receipt."""

    message = "A promotion needs a name; it stands on the receipt. Enter one."


class PromotionPercentError(Refusal):
    """Not between 0 and 100."""

    message = "A promotion takes off more than 0 and at most 100 per cent. Enter it again."


class PromotionAmountError(Refusal):
    """No amount, or an absurd one."""

    message = "Enter an amount of more than 0 and at most 10,000,000."


class PromotionCountError(Refusal):
    """Buy none, get none."""

    message = "Enter how many pieces are bought and how many one gets: whole numbers from 1 to 1000."


class PromotionTiersError(Refusal):
    """No tier, or two for one quantity."""

    message = "Enter at least one quantity with its per cent, each quantity once."


class PromotionDatesError(Refusal):
    """The last day lies before the first."""

    message = "The promotion would end on {end}, before it begins on {start}. Choose a later day."


class PromotionBirthdayError(Refusal):
    """Half a year and more."""

    message = "A birthday offer runs from 0 to 60 days before and after the birthday."


class PromotionNeverError(Refusal):
    """No weekday, or no minute."""

    message = "The promotion would never run. Choose at least one weekday, and an end after the beginning."


class PromotionGoodsError(Refusal):
    """Goods one gets are named, but none that one buys."""

    message = "Say which goods are bought before you say which one gets."


@dataclass(frozen=True, slots=True)
class Goods:
    """Products and categories by their ids."""

    products: tuple[int, ...] = ()
    categories: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """None named."""
        return not self.products and not self.categories

    def in_order(self) -> Goods:
        """The same goods, by id."""
        return Goods(tuple(sorted(set(self.products))), tuple(sorted(set(self.categories))))


@dataclass(frozen=True, slots=True)
class PromotionDraft:
    """The fields of `app.promotions.rules.model.Promotion`, as they are kept."""

    name: str
    kind: PromotionKind
    mode: PromotionMode = PromotionMode.BEST_PRICE
    priority: int = 0
    hundredths: int = 0
    amount_minor: int = 0
    tiers: tuple[tuple[int, int], ...] = ()  # from thousandths, hundredths of a per cent
    buy_count: int = 0
    get_count: int = 0
    from_minor: int = 0
    with_tax: bool = True
    most_minor: int | None = None
    most_times: int | None = None
    by_coupon: bool = False
    birthday_days: int | None = None  # only so many days before and after the customer's birthday
    first_day: date | None = None
    last_day: date | None = None
    weekdays: int = EVERY_DAY
    from_minute: int = 0
    to_minute: int = DAY_MINUTES
    goods: Goods = Goods()  # none named: all goods
    left_out: Goods = Goods()
    gets: Goods = Goods()
    party_ids: tuple[int, ...] = ()

    def same_as(self, other: PromotionDraft) -> bool:
        """Whether both say the same: goods and customers are sets, whatever order they were written in."""
        return self._in_order() == other._in_order()

    def _in_order(self) -> PromotionDraft:
        return replace(
            self, goods=self.goods.in_order(), left_out=self.left_out.in_order(), gets=self.gets.in_order(),
            party_ids=tuple(sorted(set(self.party_ids))), tiers=tuple(sorted(self.tiers)),
        )  # fmt: skip


def check_draft(draft: PromotionDraft) -> None:
    """Refuse what makes no promotion.

    Raises:
        PromotionNameError, PromotionPercentError, PromotionAmountError, PromotionCountError,
        PromotionTiersError, PromotionDatesError, PromotionNeverError, PromotionGoodsError.
    """
    if not draft.name.strip():
        raise PromotionNameError
    _check_value(draft)
    _check_calendar(draft)
    if not draft.gets.is_empty and draft.goods.is_empty:
        raise PromotionGoodsError


def _check_value(draft: PromotionDraft) -> None:
    kind = draft.kind
    by_percent = kind in {PromotionKind.PERCENT, PromotionKind.BUY_GET} or (
        kind in {PromotionKind.BUNDLE, PromotionKind.BASKET} and not draft.amount_minor
    )
    if by_percent and not 0 < draft.hundredths <= HUNDRED_PER_CENT:
        raise PromotionPercentError
    if kind in {PromotionKind.AMOUNT, PromotionKind.PRICE} and not 0 < draft.amount_minor <= MOST_MINOR:
        raise PromotionAmountError
    if max(draft.amount_minor, draft.from_minor, draft.most_minor or 0) > MOST_MINOR:
        raise PromotionAmountError
    if kind in {PromotionKind.BUY_GET, PromotionKind.BUNDLE}:
        counts = [draft.buy_count, draft.get_count if kind is PromotionKind.BUY_GET else 1]
        if not all(1 <= count <= _MOST_COUNT for count in counts):
            raise PromotionCountError
    if kind is PromotionKind.TIERS:
        _check_tiers(draft)


def _check_tiers(draft: PromotionDraft) -> None:
    quantities = {quantity for quantity, _hundredths in draft.tiers}
    if not draft.tiers or len(quantities) < len(draft.tiers) or min(quantities) <= 0:
        raise PromotionTiersError
    if not all(0 < hundredths <= HUNDRED_PER_CENT for _quantity, hundredths in draft.tiers):
        raise PromotionPercentError


def _check_calendar(draft: PromotionDraft) -> None:
    if draft.birthday_days is not None and not 0 <= draft.birthday_days <= MOST_BIRTHDAY_DAYS:
        raise PromotionBirthdayError
    if draft.first_day and draft.last_day and draft.last_day < draft.first_day:
        raise PromotionDatesError(start=draft.first_day, end=draft.last_day)
    if not draft.weekdays & EVERY_DAY or draft.from_minute == draft.to_minute:
        raise PromotionNeverError


def coupon_code(text: str) -> str:
    """A code as it is kept: capitals, no blanks. Raises CouponCodeError."""
    code = "".join(text.split()).upper()
    if not _CODE.fullmatch(code):
        raise CouponCodeError
    return code
