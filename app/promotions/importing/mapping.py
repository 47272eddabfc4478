"""What a published promotion is here: pure, by its reward type.

The types are those of the price transparency rules (public list at superget.co.il/promo-type-list): 1 a
price for a quantity, 2 per cent, 3 an amount, 4 from an amount of the basket on, 5 for club members, 6 some
goods when others are bought, 7 the second or third free, 8 the second of the same cheaper, 9 the second of
any cheaper, 10 a collection at one price, 11 other. What a type leaves open is not guessed: it is listed with
its reason. "For a quantity" means each full group of so many pieces, as the poster says: "3 for 10".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from app.catalog.importing.amounts import NotANumberError, parse_number
from app.db.columns import NAME
from app.kernel.text import clean
from app.promotions.drafts import Goods, PromotionDraft
from app.promotions.importing.model import Expressed, Found, NotExpressibleError, Reason
from app.promotions.importing.reading import SEVERAL, OutsidePromotion
from app.promotions.rules.model import DAY_MINUTES, HUNDRED_PER_CENT
from app.promotions.states import PromotionKind, PromotionMode

ALL_GOODS: Final = frozenset({"0", "0000000000000"})  # codes that stand for whatever is in the basket
_NOBODY: Final = frozenset({"", "0"})
_LAST_MINUTE: Final = 23 * 60 + 59
_NO_END: Final = 2090  # years from which on a day stands for "until further notice"
_EACH_MOST: Final = 200

_Values = dict[str, Any]


def express(outside: OutsidePromotion, found: Found, digits: int) -> list[Expressed]:
    """The promotions that do what this one of the file promises; `digits` are those of the currency.

    Raises:
        NotExpressibleError: with the reason.
    """
    values = _Reader(outside, digits).values()
    calendar = _calendar(outside)
    name = clean(outside.text("promotiondescription", "promotionname") or outside.key)[:NAME].strip()
    bought, gifts = _goods(outside, found, needs_gifts=values.pop("gifts", False))
    each = values.pop("each", False)
    draft = PromotionDraft(
        name=name, goods=bought, gets=gifts, by_coupon=outside.text("additionaliscoupon") == "1",
        mode=_mode(outside), **values, **calendar,
    )  # fmt: skip
    if not each or len(bought.products) <= 1:
        return [Expressed(outside.key, draft)]
    if len(bought.products) > _EACH_MOST:
        raise NotExpressibleError(Reason.GROUPS, str(len(bought.products)))
    return [Expressed(f"{outside.key}#{p}", replace(draft, goods=Goods((p,)))) for p in bought.products]


def _mode(outside: OutsidePromotion) -> PromotionMode:
    several = outside.text("allowmultiplediscounts", "allowmultiplediscount") == "1"
    return PromotionMode.COMPOUND if several else PromotionMode.BEST_PRICE


def _goods(outside: OutsidePromotion, found: Found, *, needs_gifts: bool) -> tuple[Goods, Goods]:
    codes = [item.code for item in outside.items]
    if not codes and outside.text("additionalistotal") != "1":
        raise NotExpressibleError(Reason.GOODS_NONE)
    if not needs_gifts and (not codes or ALL_GOODS.issuperset(codes)):
        return Goods(), Goods()
    known = [item for item in outside.items if item.code in found.products]
    bought = [found.products[i.code] for i in known if not (needs_gifts and i.is_gift)]
    gifts = [found.products[i.code] for i in known if needs_gifts and i.is_gift]
    if not bought or (needs_gifts and not gifts):
        raise NotExpressibleError(Reason.GOODS_UNKNOWN, codes[0] if codes else "")
    return Goods(tuple(dict.fromkeys(bought))), Goods(tuple(dict.fromkeys(gifts)))


class _Reader:
    """The numbers of one promotion, and what they come to."""

    def __init__(self, outside: OutsidePromotion, digits: int) -> None:
        self._out, self._digits = outside, digits
        self.least = self._number("minqty") or Decimal(1)
        self.most = self._number("maxqty")
        self.price = self._minor("discountedprice")
        self.weighed = outside.text("isweightedpromo", "bisweighted") == "1"

    def values(self) -> _Values:
        """The fields of a draft that say what is taken off; raises NotExpressibleError."""
        out = self._out
        kind = out.text("rewardtype")
        if SEVERAL in out.fields:
            raise NotExpressibleError(Reason.GROUPS, out.fields[SEVERAL])
        if kind == "5" or out.text("clubid") not in _NOBODY:
            raise NotExpressibleError(Reason.MEMBERS, out.text("clubid"))
        rules: dict[str, Callable[[], _Values]] = {
            "1": self._quantity, "2": self._per_cent, "3": self._amount, "4": self._threshold,
            "6": self._with_others, "7": self._free, "8": self._second, "9": self._second,
            "10": self._quantity,
        }  # fmt: skip
        if kind == "11":
            raise NotExpressibleError(Reason.KIND_OTHER)
        if kind not in rules:
            raise NotExpressibleError(Reason.KIND_UNKNOWN, kind)
        values = rules[kind]()
        return values | {"each": True} if kind in {"7", "8"} else values

    # --- by reward type ---

    def _quantity(self) -> _Values:
        if self.price:
            return self._at_price(self.price)
        return self._per_cent()

    def _at_price(self, price: int) -> _Values:
        if self.least == 1 and self.most is None:
            return {"kind": PromotionKind.PRICE, "amount_minor": price}
        return self._bundle(amount_minor=price)

    def _bundle(self, **value: int) -> _Values:
        count = self._pieces(self.least)
        return {
            "kind": PromotionKind.BUNDLE, "buy_count": count, "most_times": self._times(count), **value,
        }  # fmt: skip

    def _per_cent(self) -> _Values:
        rate = self._rate()
        if self.least == 1 and self.most is None:
            return {"kind": PromotionKind.PERCENT, "hundredths": rate}
        return self._bundle(hundredths=rate)

    def _amount(self) -> _Values:
        off = self._minor("discountrate")
        if not off:
            return self._quantity()
        if self.least != 1 or self.most is not None:
            raise NotExpressibleError(Reason.AMOUNT_OFF_SEVERAL, str(self.least))
        return {"kind": PromotionKind.AMOUNT, "amount_minor": off}

    def _threshold(self) -> _Values:
        least = self._minor("minpurchaseamnt", "minpurchaseamount")
        codes = {item.code for item in self._out.items}
        if not ALL_GOODS.issuperset(codes):
            raise NotExpressibleError(Reason.THRESHOLD_GOODS)
        if not least:
            raise NotExpressibleError(Reason.NO_VALUE, "MinPurchaseAmnt")
        values: _Values = {"kind": PromotionKind.BASKET, "from_minor": least}
        if self._out.text("discounttype") == "0":
            off = self._minor("discountrate")
            if not off:
                raise NotExpressibleError(Reason.NO_VALUE, "DiscountRate")
            return values | {"amount_minor": off}
        return values | {"hundredths": self._rate()}

    def _with_others(self) -> _Values:
        if not any(item.is_gift for item in self._out.items):
            raise NotExpressibleError(Reason.GIFT_MISSING)
        if self.price:
            raise NotExpressibleError(Reason.GIFT_PRICE)
        count = self._number("additionalgiftcount") or Decimal(1)
        is_free = (
            self.price is None and self._out.text("discountedprice") and not self._number("discountrate")
        )
        rate = HUNDRED_PER_CENT if is_free else self._rate()
        return self._get(self._pieces(self.least), self._pieces(count), rate) | {"gifts": True}

    def _free(self) -> _Values:
        return self._get(self._pieces(self.least) - 1, 1, HUNDRED_PER_CENT)

    def _second(self) -> _Values:
        if not self.price:
            return self._get(self._pieces(self.least) - 1, 1, self._rate())
        unit = self._minor("discountedpricepermida")
        if unit is None or unit * self.least != self.price:
            raise NotExpressibleError(Reason.SECOND_PRICE)
        return self._bundle(amount_minor=self.price)

    def _get(self, buy: int, get: int, rate: int) -> _Values:
        if buy < 1:
            raise NotExpressibleError(Reason.NUMBER, f"MinQty {self.least}")
        return {
            "kind": PromotionKind.BUY_GET, "buy_count": buy, "get_count": get, "hundredths": rate,
            "most_times": self._times(buy + get),
        }  # fmt: skip

    def _times(self, group: int) -> int | None:
        """How often groups of so many pieces fit into the most; None where nothing is said of a most."""
        if self.most is None:
            return None
        times = self._pieces(self.most) // group
        if not times:
            raise NotExpressibleError(Reason.NUMBER, f"{self.least} > {self.most}")
        return times

    # --- numbers ---

    def _number(self, *names: str) -> Decimal | None:
        """A number above zero; None where nothing, or zero, is said."""
        text = self._out.text(*names)
        if not text:
            return None
        try:
            number = parse_number(text, ".")
        except NotANumberError as error:
            raise NotExpressibleError(Reason.NUMBER, text[:40]) from error
        if number < 0:
            raise NotExpressibleError(Reason.NUMBER, text[:40])
        return number or None

    def _minor(self, *names: str) -> int | None:
        number = self._number(*names)
        if number is None:
            return None
        minor = number.scaleb(self._digits)
        if minor != minor.to_integral_value():
            raise NotExpressibleError(Reason.NUMBER, str(number))
        return int(minor)

    def _rate(self) -> int:
        """Hundredths of a per cent: "20.00" and "20" are per cent, "2000" is hundredths of them.

        Below one it may be a share ("0.20") or less than a per cent, so it is not guessed.
        """
        number = self._number("discountrate")
        if number is None:
            raise NotExpressibleError(Reason.NO_VALUE, "DiscountRate")
        per_cents = number if number > 100 else number * 100  # noqa: PLR2004 - more than all of it
        if number < 1 or per_cents > HUNDRED_PER_CENT or per_cents != per_cents.to_integral_value():
            raise NotExpressibleError(Reason.NUMBER, str(number))
        return int(per_cents)

    def _pieces(self, number: Decimal) -> int:
        if self.weighed or number != number.to_integral_value() or number < 1:
            raise NotExpressibleError(Reason.WEIGHED_QUANTITY, str(number))
        return int(number)


def _calendar(outside: OutsidePromotion) -> _Values:
    """Days and hours; of several days the first and the last count whole, as hours here count on each day.

    Some hours more are the store's loss; a till dearer than the published price would be the customer's.
    """
    start = _moment(outside, "start")
    end = _moment(outside, "end")
    if start is None or end is None or end < start:
        raise NotExpressibleError(Reason.DATES)
    first, last = start.date(), end.date()
    from_minute, to_minute = _minute(start), _minute(end)
    if to_minute == 0 and last > first:
        last, to_minute = last - timedelta(days=1), DAY_MINUTES
    if to_minute >= _LAST_MINUTE:
        to_minute = DAY_MINUTES
    hours = {"from_minute": 0, "to_minute": DAY_MINUTES}
    if first == last:
        hours = {"from_minute": from_minute, "to_minute": to_minute}
        if from_minute >= to_minute:
            raise NotExpressibleError(Reason.DATES)
    return {"first_day": first, "last_day": _no_end(last), **hours}


def _no_end(last: date) -> date | None:
    return None if last.year >= _NO_END else last


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _moment(outside: OutsidePromotion, which: str) -> datetime | None:
    whole = outside.text(f"promotion{which}datetime")
    day = whole or outside.text(f"promotion{which}date")
    hour = "" if whole or len(day) > len("2026-01-01") else outside.text(f"promotion{which}hour")
    text = f"{day.replace('/', '-')}T{hour}" if hour else day.replace("/", "-")
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
