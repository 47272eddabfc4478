"""Prices that were changed by hand against the limits of their products. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.kernel.money import round_half_up
from app.kernel.quantity import ONE
from app.pricing.rules import HUNDRED_PER_CENT, ProductLimit
from app.till.rules import PricedCart, PricedLine
from app.till.sale_rows import base_quantity


@dataclass(frozen=True, slots=True)
class Breach:
    """A line beyond a limit: below its lowest price, or with too large a discount."""

    line_id: str
    name: str
    below_floor: bool


def changed_by_hand(priced: PricedCart) -> list[PricedLine]:
    """Lines whose price somebody lowered: another price, a discount of their own or on the sale."""
    whole = priced.cart.discount is not None
    return [
        p for p in priced.lines
        if p.line.is_plain and p.line.item.product_id is not None
        and (whole or p.line.discount is not None or p.line.unit_price_minor < p.line.item.unit_price_minor)
    ]  # fmt: skip


def lowered_minor(priced: PricedCart) -> int:
    """By how much somebody lowered the prices of a cart, in minor units: what a yes to it is a yes to."""
    found = 0
    for p in changed_by_hand(priced):
        off = max(p.line.item.unit_price_minor - p.line.unit_price_minor, 0)
        found += round_half_up(off * p.line.quantity_milli, ONE)
        found += p.line_discount_minor - p.promotion_minor + p.sale_discount_minor
    return found


def beyond_limits(priced: PricedCart, limits: Mapping[int, ProductLimit]) -> list[Breach]:
    """The lines beyond a limit of their product; what promotions take off is the shop's own doing."""
    found = []
    for p in changed_by_hand(priced):
        limit = limits.get(p.line.item.product_id or 0)
        if limit is None:
            continue
        given = p.line_discount_minor - p.promotion_minor + p.sale_discount_minor
        if _below(p, limit, given):
            found.append(Breach(p.line.line_id, p.line.item.name, below_floor=True))
        elif _too_much(p, limit, given):
            found.append(Breach(p.line.line_id, p.line.item.name, below_floor=False))
    return found


def _below(p: PricedLine, limit: ProductLimit, given_minor: int) -> bool:
    if limit.floor_minor is None:
        return False
    lowest = round_half_up(limit.floor_minor * base_quantity(p), ONE)
    return p.list_minor - given_minor < lowest


def _too_much(p: PricedLine, limit: ProductLimit, given_minor: int) -> bool:
    if limit.max_discount is None:
        return False
    return given_minor * HUNDRED_PER_CENT > limit.max_discount * p.list_minor
