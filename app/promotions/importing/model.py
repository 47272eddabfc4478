"""What comes of a promotion of a file: a promotion of ours, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.promotions.drafts import PromotionDraft


class Reason(StrEnum):
    """Why a promotion of a file cannot be one of ours."""

    KIND_OTHER = "kind_other"  # described in words only
    KIND_UNKNOWN = "kind_unknown"  # a reward type nobody published
    MEMBERS = "members"  # for members of a club, who are not known by it here
    THRESHOLD_GOODS = "threshold_goods"  # some goods cheaper once the whole basket comes to an amount
    GIFT_PRICE = "gift_price"  # what one gets costs a price of its own
    GIFT_MISSING = "gift_missing"  # nothing is said about what one gets
    AMOUNT_OFF_SEVERAL = "amount_off_several"  # an amount off several pieces together
    WEIGHED_QUANTITY = "weighed_quantity"  # from or up to a weight
    SECOND_PRICE = "second_price"  # a price that may be of the second piece or of all
    GROUPS = "groups"  # groups of goods with rules of their own
    NO_VALUE = "no_value"  # neither a price nor a rate that says anything
    NUMBER = "number"  # a number that is none, or one that is read in two ways
    DATES = "dates"  # no days, or an end before the beginning
    GOODS_UNKNOWN = "goods_unknown"  # none of its items is in the catalogue
    GOODS_NONE = "goods_none"  # no item is named
    CHECKED = "checked"  # what a promotion here must be, it is not


class NotExpressibleError(Exception):
    """A promotion that the rules here do not have; `reason` says which part of it."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason.value)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True, slots=True)
class Found:
    """Products by the codes of a file's items."""

    products: dict[str, int]


@dataclass(frozen=True, slots=True)
class Expressed:
    """One promotion of ours for one of the file's (or for one of its goods, where each counts by itself)."""

    key: str
    draft: PromotionDraft


@dataclass(frozen=True, slots=True)
class Listed:
    """A promotion of the file that is listed with the reason."""

    key: str
    name: str
    line: int
    reason: Reason
    detail: str = ""
