"""What a promotion may be."""

from __future__ import annotations

from enum import StrEnum


class PromotionKind(StrEnum):
    """How a promotion reduces."""

    PERCENT = "percent"  # per cent off each unit
    AMOUNT = "amount"  # an amount off each unit
    PRICE = "price"  # each unit at this price
    TIERS = "tiers"  # per cent off a line, by its quantity
    BUY_GET = "buy_get"  # buy some, get some cheaper or free
    BUNDLE = "bundle"  # any so many of them for one price: mix and match
    BASKET = "basket"  # per cent or amount off all of it, from an amount on


class PromotionMode(StrEnum):
    """What a promotion does where another one fits as well."""

    EXCLUSIVE = "exclusive"  # where one fits, the others do not count
    BEST_PRICE = "best_price"  # the one that takes off most
    COMPOUND = "compound"  # one after the other, each on what the one before left


class Concurrency(StrEnum):
    """What priorities do: a setting of the shop."""

    WITHIN = "within_priority"  # the highest priority that fits; there best price, or compound
    ACROSS = "across_priorities"  # of each priority the best, on what the higher ones left


class CouponStatus(StrEnum):
    """Whether a coupon is taken."""

    ACTIVE = "active"
    BLOCKED = "blocked"


class GoodsRole(StrEnum):
    """What goods are to a promotion."""

    IN = "in"
    OUT = "out"  # left out
    GET = "get"  # what one gets, where it is not what one buys
