"""Prices a cart: discounts, taxes and totals in minor units.

Order (printed in the help): price x quantity, promotions, the line's own discount, then the discount on the
sale, spread over the lines that may be discounted so that the promised amount is met to the cent
(design/rules.md 3.4), then tax. Discounts are in the terms of the price: off the shown price where
prices include tax.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE, extend
from app.kernel.refusal import Refusal
from app.tax.engine import tax_document
from app.tax.rules import EXACT, Tax, TaxableLine, TaxRounding, TaxTotal
from app.till.back import amounts_back
from app.till.cart import Cart, CartLine, Discount, DiscountKind
from app.till.kits import PartFigures, tax_with_kits

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
    line_discount_minor: int  # promotions, and what was given by hand
    sale_discount_minor: int  # its share of the discount on the sale
    net_minor: int
    tax_minor: int
    gross_minor: int
    promotion_minor: int = 0  # what promotions took off, of line_discount_minor
    parts: tuple[PartFigures, ...] = ()  # of a kit: what of it falls to each part


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
    parts: CartParts | None = None  # None: all of it is a sale


@dataclass(frozen=True, slots=True)
class CartParts:
    """A cart that is more than a sale; every part has its own figures, as sizes.

    The figures of the whole are what is sold and taken less what comes back: one net amount.
    """

    sold: PricedCart | None
    back: PricedCart | None
    takings: tuple[CartLine, ...] = ()

    @property
    def taken_minor(self) -> int:
        """The money that is taken for no goods."""
        return sum(line.unit_price_minor for line in self.takings)


@dataclass(frozen=True, slots=True)
class ExceededDiscount:
    """A discount beyond a limit, both in hundredths of a per cent; line_id None: on the sale."""

    line_id: str | None
    hundredths: int
    limit: int


def price_cart(cart: Cart, settings: PriceSettings) -> PricedCart:
    """Work out what the cart costs: what is sold and taken, less what comes back.

    Raises:
        DiscountNotAllowedError, DiscountTooMuchError, DiscountNegativeError, NoTaxError: see their
            sentences.
    """
    known = _last.get("priced")
    if known is not None and known[0] is cart and known[1] == settings:
        return known[2]
    priced = _price(cart, settings)
    _last["priced"] = (cart, settings, priced)
    return priced


# the cart that is booked is the one that was shown a moment ago: both are frozen, so it costs the same
_last: Final[dict[str, tuple[Cart, PriceSettings, PricedCart]]] = {}


def _price(cart: Cart, settings: PriceSettings) -> PricedCart:
    if cart.customer is not None and cart.customer.tax_code:
        settings = replace(settings, taxes=dict.fromkeys(settings.taxes, (Tax(cart.customer.tax_code),)))
    return _price_goods(cart, settings) if cart.is_plain else _price_parts(cart, settings)


def _price_goods(cart: Cart, settings: PriceSettings) -> PricedCart:
    lists = [list_amount(line) for line in cart.lines]
    promoted = _promoted(cart, lists)
    line_discounts = _line_discounts(cart, lists, promoted)
    sale_discounts = _sale_discounts(cart, lists, line_discounts)
    figures = list(zip(cart.lines, lists, line_discounts, sale_discounts, strict=True))
    taxables = [_taxable(line, settings, amount, own + share) for line, amount, own, share in figures]
    kits: tuple[tuple[PartFigures, ...], ...] | None = None
    if any(line.item.parts for line in cart.lines):
        pairs = [(line.item.parts, x) for line, x in zip(cart.lines, taxables, strict=True)]
        taxed, kits = tax_with_kits(pairs, settings.taxes, settings.rounding)
    else:
        taxed = tax_document(taxables, rounding=settings.rounding)
    lines = tuple(
        [
            PricedLine(line, amount, own, share, tax.net_minor, tax.tax_minor, tax.gross_minor, less)
            for (line, amount, own, share), tax, less in zip(figures, taxed.lines, promoted, strict=True)
        ]
    )
    if kits is not None:
        lines = tuple([replace(x, parts=parts) for x, parts in zip(lines, kits, strict=True)])
    return PricedCart(
        cart, lines, taxed.totals, taxed.net_minor, taxed.tax_minor, taxed.gross_minor,
        sum(line_discounts) + sum(sale_discounts), sum([_pieces(line) for line in cart.lines]),
    )  # fmt: skip


def _price_parts(cart: Cart, settings: PriceSettings) -> PricedCart:
    """Sale, return and money taken, each by itself, and what they come to together."""
    plain = tuple(x for x in cart.lines if x.is_plain)
    back = tuple(x for x in cart.lines if x.back is not None)
    takings = tuple(x for x in cart.lines if x.taking is not None)
    sold = _price_goods(replace(cart, lines=plain), settings) if plain else None
    returned = _price_back(replace(cart, lines=back, discount=None), settings) if back else None
    shown = {p.line.line_id: p for part in (sold, returned) if part is not None for p in part.lines}
    shown |= {x.line_id: _taken_line(x) for x in takings}
    parts = CartParts(sold, returned, takings)

    def net_of(name: str) -> int:
        return (getattr(sold, name) if sold else 0) - (getattr(returned, name) if returned else 0)

    return PricedCart(
        cart, tuple(shown[x.line_id] for x in cart.lines), sold.totals if sold else (),
        net_of("net_minor") + parts.taken_minor, net_of("tax_minor"),
        net_of("gross_minor") + parts.taken_minor, net_of("discount_minor"),
        (sold.item_count if sold else 0) + (returned.item_count if returned else 0), parts,
    )  # fmt: skip


def _taken_line(line: CartLine) -> PricedLine:
    amount = line.unit_price_minor
    return PricedLine(line, amount, 0, 0, amount, 0, amount)


def _price_back(cart: Cart, settings: PriceSettings) -> PricedCart:
    """With a receipt at what was paid for it, without at today's price."""
    without = tuple(x for x in cart.lines if x.back is None or x.back.receipt is None)
    loose = _price_goods(replace(cart, lines=without), settings)
    lines = {p.line.line_id: p for p in loose.lines}
    totals = {(t.code, t.rate): (t.base_minor, t.tax_minor) for t in loose.totals}
    for line in cart.lines:
        if line.back is not None and line.back.receipt is not None:
            found = amounts_back(line.back.receipt, line.quantity_milli)
            lines[line.line_id] = PricedLine(
                line, found.list_minor, found.line_discount_minor, found.sale_discount_minor,
                found.net_minor, found.tax_minor, found.gross_minor, parts=found.parts,
            )  # fmt: skip
            for t in found.taxes:
                base, tax = totals.get((t.code, t.rate), (0, 0))
                totals[(t.code, t.rate)] = (base + t.base_minor, tax + t.tax_minor)
    shown = tuple(lines[x.line_id] for x in cart.lines)
    return PricedCart(
        cart, shown, tuple(TaxTotal(*key, *totals[key]) for key in sorted(totals)),
        sum(p.net_minor for p in shown), sum(p.tax_minor for p in shown), sum(p.gross_minor for p in shown),
        sum(p.line_discount_minor + p.sale_discount_minor for p in shown),
        sum(_pieces(x) for x in cart.lines),
    )  # fmt: skip


def list_amount(line: CartLine) -> int:
    """What a line costs before anything is taken off, in minor units."""
    if line.fixed_total_minor is not None:
        return line.fixed_total_minor
    return extend(line.unit_price_minor, line.quantity_milli)


def _taxable(line: CartLine, settings: PriceSettings, list_minor: int, discount_minor: int) -> TaxableLine:
    item = line.item
    taxes = settings.taxes.get(item.tax_class_id)
    if taxes is None or any(p.tax_class_id not in settings.taxes for p in item.parts):
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


def _promoted(cart: Cart, lists: Sequence[int]) -> list[int]:
    """What promotions take off, line by line: never more than the line costs."""
    if not cart.reductions:
        return [0] * len(lists)
    off: dict[str, int] = {}
    for r in cart.reductions:
        off[r.line_key] = off.get(r.line_key, 0) + r.amount_minor
    return [
        max(min(off.get(line.line_id, 0), amount), 0) for line, amount in zip(cart.lines, lists, strict=True)
    ]


def _line_discounts(cart: Cart, lists: Sequence[int], promoted: Sequence[int]) -> list[int]:
    """Promotions first; a discount given by hand is taken off what they leave."""
    return [
        less + _line_discount(line, amount - less)
        for line, amount, less in zip(cart.lines, lists, promoted, strict=True)
    ]


def _line_discount(line: CartLine, list_minor: int) -> int:
    if line.discount is None:
        return 0
    if not line.item.discountable:
        raise DiscountNotAllowedError(name=line.item.name)
    return _worked_out(line.discount, list_minor)


def _discountable(cart: Cart, lists: Sequence[int], line_discounts: Sequence[int]) -> list[int]:
    """What the discount on the sale is taken off, line by line."""
    return [
        max(amount - own, 0) if line.item.discountable and line.is_plain else 0
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
    if not cart.is_plain:
        cart = replace(cart, lines=tuple(x for x in cart.lines if x.is_plain or x.discount is not None))
    lists = [list_amount(line) for line in cart.lines]
    promoted = _promoted(cart, lists)
    own = _line_discounts(cart, lists, promoted)
    found = [
        _exceeded(line.line_id, line.discount, amount - less, line_limit)
        for line, amount, less in zip(cart.lines, lists, promoted, strict=True)
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
