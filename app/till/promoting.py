"""What promotions take off a cart: worked out when it changes, kept in it, booked as it was shown.

A cart bears its own reductions, so that a happy hour that ends while the customer pays changes nothing,
and a cart that was put aside is worked out anew when it is taken up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.promotions.queries import PromotionBook
from app.promotions.rules import Basket, BasketLine
from app.tax.rules import Tax
from app.till.cart import Cart, CartLine
from app.till.context import TillContext
from app.till.rules import list_amount


def with_promotions(
    cart: Cart, book: PromotionBook, *, at: datetime, on: date, taxes: Mapping[int, tuple[Tax, ...]]
) -> Cart:
    """The cart with today's reductions; the same cart when there are none.

    Args:
        cart: what lies on the counter; its earlier reductions do not count.
        book: the promotions that are not stopped.
        at: the moment, in the shop's time zone.
        on: the business day.
        taxes: by tax class, for amounts to reach that are told without tax.
    """
    if not cart.automatic or not book.promotions:
        return cart if not cart.reductions else replace(cart, reductions=())
    from app.promotions.rules.basket import work_out

    lines = [_basket_line(line, taxes) for line in cart.lines if _takes_part(line)]
    basket = Basket(
        tuple(lines), at, on, cart.customer.party_id if cart.customer else None,
        frozenset(c.promotion_id for c in cart.coupons), cart.customer.born_on if cart.customer else None,
    )  # fmt: skip
    reductions = work_out(basket, book.promotions, book.concurrency).reductions
    return cart if reductions == cart.reductions else replace(cart, reductions=reductions)


def promote(cart: Cart, context: TillContext, now: datetime) -> Cart:
    """The cart with what the till's promotions take off it at that moment (UTC)."""
    at = now.astimezone(ZoneInfo(context.company.time_zone))
    return with_promotions(cart, context.promotions, at=at, on=context.on, taxes=context.taxes)


def used_coupons(cart: Cart) -> Sequence[int]:
    """The coupons whose promotion took something off: only these are used up."""
    working = {r.promotion_id for r in cart.reductions}
    return [c.coupon_id for c in cart.coupons if c.promotion_id in working]


def _takes_part(line: CartLine) -> bool:
    """Goods at their own price: a price set by hand is not reduced again."""
    return (
        line.is_plain
        and line.item.product_id is not None
        and line.unit_price_minor == line.item.unit_price_minor
    )


def _basket_line(line: CartLine, taxes: Mapping[int, tuple[Tax, ...]]) -> BasketLine:
    item = line.item
    return BasketLine(
        key=line.line_id, product_id=int(item.product_id or 0), category_id=item.category_id,
        quantity_milli=line.quantity_milli,
        unit_price_minor=line.unit_price_minor, list_minor=list_amount(line),
        rate=sum(t.rate for t in taxes.get(item.tax_class_id, ())), includes_tax=item.includes_tax,
        whole=not item.weighed and line.fixed_total_minor is None, discountable=item.discountable,
    )  # fmt: skip
