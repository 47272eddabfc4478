"""Prices a cart: discounts, taxes and totals in minor units.

Order (printed in the help): price x quantity, the line's own discount, then the discount on the sale,
spread over the lines that may be discounted so that the promised amount is met to the cent
(design/rules.md 3.4), then tax. Discounts are in the terms of the price: off the shown price where
prices include tax.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE, extend
from app.kernel.refusal import Refusal
from app.tax.engine import tax_document
from app.tax.rules import EXACT, Tax, TaxableLine, TaxRounding, TaxTotal
from app.till.cart import Cart, CartLine, Discount, DiscountKind

HUNDRED_PER_CENT: Final = 10_000  # hundredths of a per cent


class DiscountNotAllowedError(Refusal):
    """A discount on goods that get none."""

    message = "{name} gets no discount. Take the discount off this line."


class DiscountTooMuchError(Refusal):
    """More than all of it."""

    message = "A discount can be at most 100 %. Enter a smaller one."


class DiscountNegativeError(Refusal):
    """A discount that raises the price."""

    message = "A discount must be more than 0. Change the price instead."


class NoTaxError(Refusal):
    """The goods' tax class has no rate on this day."""

    message = "No tax rate is in force today for {name}. Ask a manager to set the rate of its tax class."


@dataclass(frozen=True, slots=True)
class PriceSettings:
    """What a cart is priced by."""

    currency: str
    rounding: TaxRounding
    taxes: Mapping[int, tuple[Tax, ...]]  # by tax class, as valid on the day of sale


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its figures; list and discounts are in the price's own terms (with or without tax)."""

    line: CartLine
    list_minor: int  # quantity x unit price
    line_discount_minor: int
    sale_discount_minor: int  # its share of the discount on the sale
    net_minor: int
    tax_minor: int
    gross_minor: int


@dataclass(frozen=True, slots=True)
class PricedCart:
    """A cart with its figures; net + tax = gross."""

    cart: Cart
    lines: tuple[PricedLine, ...]
    totals: tuple[TaxTotal, ...]
    net_minor: int
    tax_minor: int
    gross_minor: int
    discount_minor: int
    item_count: int  # pieces; a weighed line is one


@dataclass(frozen=True, slots=True)
class ExceededDiscount:
    """A discount beyond a limit, both in hundredths of a per cent; line_id None: on the sale."""

    line_id: str | None
    hundredths: int
    limit: int


def price_cart(cart: Cart, settings: PriceSettings) -> PricedCart:
    """Work out what the cart costs.

    Raises:
        DiscountNotAllowedError, DiscountTooMuchError, DiscountNegativeError, NoTaxError: see their
            sentences.
    """
    lists = [_list_amount(line) for line in cart.lines]
    line_discounts = [_line_discount(*pair) for pair in zip(cart.lines, lists, strict=True)]
    sale_discounts = _sale_discounts(cart, lists, line_discounts)
    figures = list(zip(cart.lines, lists, line_discounts, sale_discounts, strict=True))
    taxed = tax_document(
        [_taxable(line, settings, amount, own + share) for line, amount, own, share in figures],
        rounding=settings.rounding,
    )
    lines = tuple(
        [
            PricedLine(line, amount, own, share, tax.net_minor, tax.tax_minor, tax.gross_minor)
            for (line, amount, own, share), tax in zip(figures, taxed.lines, strict=True)
        ]
    )
    return PricedCart(
        cart, lines, taxed.totals, taxed.net_minor, taxed.tax_minor, taxed.gross_minor,
        sum(line_discounts) + sum(sale_discounts), sum([_pieces(line) for line in cart.lines]),
    )  # fmt: skip


def _list_amount(line: CartLine) -> int:
    if line.fixed_total_minor is not None:
        return line.fixed_total_minor
    return extend(line.unit_price_minor, line.quantity_milli)


def _taxable(line: CartLine, settings: PriceSettings, list_minor: int, discount_minor: int) -> TaxableLine:
    item = line.item
    taxes = settings.taxes.get(item.tax_class_id)
    if taxes is None:
        raise NoTaxError(name=item.name)
    exact = None
    if line.fixed_total_minor is None and line.quantity_milli % ONE:
        exact = line.unit_price_minor * line.quantity_milli * (EXACT // ONE) - discount_minor * EXACT
    quantity = line.quantity_milli
    if item.pack_milli != ONE:
        quantity = round_half_up(quantity * item.pack_milli, ONE)
    return TaxableLine(list_minor - discount_minor, quantity, item.includes_tax, taxes, exact)


def _pieces(line: CartLine) -> int:
    whole, part = divmod(line.quantity_milli, ONE)
    return 1 if line.item.weighed or part else whole


def _check(discount: Discount) -> None:
    if discount.value < 0:
        raise DiscountNegativeError
    if discount.kind is DiscountKind.PERCENT and discount.value > HUNDRED_PER_CENT:
        raise DiscountTooMuchError


def _worked_out(discount: Discount, amount_minor: int) -> int:
    """The discount in minor units: at most the amount, and nothing off what is not positive."""
    _check(discount)
    if discount.kind is DiscountKind.PERCENT:
        # what is left to pay is rounded, not what is taken off: 10 % off 6.05 leaves 5.45
        left = round_half_up(amount_minor * (HUNDRED_PER_CENT - discount.value), HUNDRED_PER_CENT)
        wanted = amount_minor - left
    else:
        wanted = discount.value
    return max(min(wanted, amount_minor), 0)


def _line_discount(line: CartLine, list_minor: int) -> int:
    if line.discount is None:
        return 0
    if not line.item.discountable:
        raise DiscountNotAllowedError(name=line.item.name)
    return _worked_out(line.discount, list_minor)


def _discountable(cart: Cart, lists: Sequence[int], line_discounts: Sequence[int]) -> list[int]:
    """What the discount on the sale is taken off, line by line."""
    return [
        max(amount - own, 0) if line.item.discountable else 0
        for line, amount, own in zip(cart.lines, lists, line_discounts, strict=True)
    ]


def _sale_discounts(cart: Cart, lists: Sequence[int], line_discounts: Sequence[int]) -> list[int]:
    if cart.discount is None:
        return [0] * len(lists)
    weights = _discountable(cart, lists, line_discounts)
    whole = _worked_out(cart.discount, sum(weights))
    return split_by_weight(whole, weights) if whole else [0] * len(lists)


def check_discount_limits(cart: Cart, *, line_limit: int, sale_limit: int) -> list[ExceededDiscount]:
    """The discounts beyond a role's limits that nobody approved yet.

    An amount is compared as its share of what it is taken off. A discount that bears an approver is
    not listed: who approved, and up to which limit, was checked when it was given.

    Args:
        cart: what lies on the counter.
        line_limit: hundredths of a per cent for a discount on a line.
        sale_limit: hundredths of a per cent for the discount on the sale.

    Raises:
        DiscountNotAllowedError, DiscountTooMuchError, DiscountNegativeError: as price_cart does.
    """
    lists = [_list_amount(line) for line in cart.lines]
    own = [_line_discount(*pair) for pair in zip(cart.lines, lists, strict=True)]
    found = [
        _exceeded(line.line_id, line.discount, amount, line_limit)
        for line, amount in zip(cart.lines, lists, strict=True)
    ]
    found.append(_exceeded(None, cart.discount, sum(_discountable(cart, lists, own)), sale_limit))
    return [x for x in found if x is not None]


def _exceeded(
    line_id: str | None, discount: Discount | None, base_minor: int, limit: int
) -> ExceededDiscount | None:
    if discount is None or discount.approver_id is not None:
        return None
    if discount.kind is DiscountKind.PERCENT:
        _check(discount)
        share = discount.value
    else:
        # rounded up: a share a hair above the limit is above it
        share = (
            -(-_worked_out(discount, base_minor) * HUNDRED_PER_CENT // base_minor) if base_minor > 0 else 0
        )
    return ExceededDiscount(line_id, share, limit) if share > limit else None
