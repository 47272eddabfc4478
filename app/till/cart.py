"""The cart: immutable values, so that parking, recalling and undoing cost nothing.

No database, no Qt. Prices and taxes of a cart are worked out by `app.till.rules.price_cart`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import uuid4

from app.kernel.card_numbers import refuse_card_number
from app.kernel.money import round_half_up
from app.kernel.quantity import MAX_MILLI, ONE
from app.kernel.refusal import Refusal
from app.pricing.choosing import Step, step_at
from app.promotions.rules import Reduction
from app.till.back import Back, ReceiptPriceError
from app.till.kits import KitPart
from app.till.marks import Mark, check_new, merges
from app.till.taking import Taking, TakingFixedError


class BadQuantityError(Refusal):
    """Zero, negative or absurd."""

    message = "The quantity must be more than 0 and at most {limit}. The line was not changed."


class BadPriceError(Refusal):
    """A price below zero: goods that come back are a return."""

    message = "A price cannot be below 0. To take goods back, make a return."


class TemplateError(Refusal):
    """A template, of which nobody knows yet which variant is meant."""

    message = "{name} comes in several variants. Choose the one that is sold."


class NoSuchLineError(Refusal):
    """The line is not in the cart."""

    message = "That line is not in the cart any more."


class DiscountKind(StrEnum):
    """How a discount is given."""

    PERCENT = "percent"  # value is hundredths of a per cent: 1000 is 10 %
    AMOUNT = "amount"  # value is minor units


@dataclass(frozen=True, slots=True)
class Discount:
    """A discount given by hand, on a line or on the sale."""

    kind: DiscountKind
    value: int
    reason: str = ""
    approver_id: int | None = None


@dataclass(frozen=True, slots=True)
class Sellable:
    """A product as it is sold by one code: one base unit, or one packaging of it.

    Amounts are minor units per sold unit; `pack_milli` is base units in one sold unit.
    """

    product_id: int | None  # None: an open item without a master record
    sku: str
    name: str
    unit: str  # "pc", "kg", "Case"
    pack_milli: int
    unit_price_minor: int
    includes_tax: bool
    tax_class_id: int
    category_id: int | None
    weighed: bool = False
    discountable: bool = True
    min_age: int = 0
    packaging_id: int | None = None
    barcode: str | None = None
    on_hand_milli: int | None = None  # None: no stock is kept
    preset_quantity_milli: int | None = None  # from a weight-embedded code
    preset_total_minor: int | None = None  # from a price-embedded code
    colour: int = 0
    steps: tuple[Step, ...] = ()  # its prices by quantity; none: one plain price of the till's list
    mark: Mark | None = None  # serial number and lot, where goods have some
    parts: tuple[KitPart, ...] = ()  # of a kit: what leaves the stock for it
    is_template: bool = False  # not sold itself: one of its variants is


@dataclass(frozen=True, slots=True)
class Seller:
    """Who serves the customer, as the screens show him."""

    user_id: int
    name: str


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line: what, how much, at which price."""

    line_id: str
    item: Sellable
    quantity_milli: int
    unit_price_minor: int  # differs from item.unit_price_minor when overridden
    cashier_id: int
    discount: Discount | None = None
    note: str = ""
    price_approver_id: int | None = None
    fixed_total_minor: int | None = None  # printed on a price-embedded label
    back: Back | None = None  # the goods come back
    taking: Taking | None = None  # no goods: money for a gift card, an invoice
    price_reason: str = ""  # why the price was changed by hand
    mark: Mark | None = None  # the numbers of the pieces, the lot
    seller: Seller | None = None  # who sold it; None: the seller of the cart, else the cashier

    @property
    def pieces(self) -> int:
        """Whole base units on the line."""
        return self.quantity_milli * self.item.pack_milli // (ONE * ONE)

    @property
    def serials_missing(self) -> int:
        """How many pieces have no number yet, of goods that have some."""
        mark = self.mark
        return self.pieces - len(mark.serials) if mark is not None and mark.by_serial else 0

    @property
    def is_plain(self) -> bool:
        """Goods that are sold."""
        return self.back is None and self.taking is None

    @property
    def step(self) -> Step | None:
        """The list, break and days its price comes from; None: the till's own list, or set by hand."""
        item = self.item
        if not item.steps or self.unit_price_minor != item.unit_price_minor:
            return None
        return step_at(item.steps, self.quantity_milli)

    def at_list_price(self) -> CartLine:
        """With the list price of its quantity; a price that was set by hand stays."""
        item = self.item
        if not item.steps or self.fixed_total_minor is not None:
            return self
        step = step_at(item.steps, self.quantity_milli)
        by_hand = self.unit_price_minor != item.unit_price_minor
        return replace(
            self,
            item=replace(
                item, unit_price_minor=step.price_minor,
                includes_tax=item.includes_tax if by_hand else step.includes_tax,
            ),
            unit_price_minor=self.unit_price_minor if by_hand else step.price_minor,
        )  # fmt: skip

    @property
    def merges(self) -> bool:
        """Whether a further scan of the same code adds to this line."""
        return (
            self.discount is None
            and not self.note
            and not self.item.weighed
            and self.fixed_total_minor is None
            and self.item.product_id is not None
            and self.unit_price_minor == self.item.unit_price_minor
            and self.taking is None
            and (self.back is None or self.back.receipt is None)
        )


@dataclass(frozen=True, slots=True)
class CartCustomer:
    """The customer of a cart, as the screens show him."""

    party_id: int
    name: str
    number: str = ""
    tax_code: str = ""  # of what is paid instead of the taxes of the goods (app.terms.tax_rules); "": these
    list_id: int | None = None  # his own price list
    group_ids: tuple[int, ...] = ()  # the groups he is in
    born_on: date | None = None  # for an offer on his birthday


@dataclass(frozen=True, slots=True)
class CartCoupon:
    """A coupon that was scanned."""

    coupon_id: int
    code: str
    promotion_id: int


@dataclass(frozen=True, slots=True)
class Cart:
    """What lies on the counter."""

    uuid: str = field(default_factory=lambda: str(uuid4()))
    lines: tuple[CartLine, ...] = ()
    discount: Discount | None = None
    customer: CartCustomer | None = None
    note: str = ""
    reductions: tuple[Reduction, ...] = ()  # by promotions, as they were shown
    coupons: tuple[CartCoupon, ...] = ()
    automatic: bool = True  # False: promotions were taken off by hand
    seller: Seller | None = None  # who sells; None: each line's cashier

    @property
    def is_empty(self) -> bool:
        """No lines."""
        return not self.lines

    def line(self, line_id: str) -> CartLine:
        """The line of that id; raises NoSuchLineError."""
        for line in self.lines:
            if line.line_id == line_id:
                return line
        raise NoSuchLineError

    @property
    def is_plain(self) -> bool:
        """Nothing but goods that are sold."""
        return all(line.back is None and line.taking is None for line in self.lines)

    def add(
        self, item: Sellable, *, cashier_id: int, quantity_milli: int | None = None, back: Back | None = None
    ) -> Cart:  # fmt: skip
        """Add an item; the same code scanned again adds to the last line that it merges with.

        A label with its weight or price inside counts as one: a quantity multiplies what it says.
        With `back` the goods come back without a receipt.

        Raises:
            BadQuantityError: for a quantity that is not positive, or absurd.
            BadPriceError: for a price below zero.
            TemplateError: for goods of which a variant must be chosen.
        """
        if item.is_template:
            raise TemplateError(name=item.name)
        count = ONE if quantity_milli is None else quantity_milli
        _check_quantity(count)
        _check_price(item.unit_price_minor)
        preset = ONE if item.preset_quantity_milli is None else item.preset_quantity_milli
        quantity = round_half_up(count * preset, ONE)
        mark = item.mark
        if mark is not None:
            check_new(self.serials_of(item.product_id), mark.serials)
            item = replace(item, mark=None)
        for line in reversed(self.lines):
            if not (line.merges and line.back == back and _same_item(line.item, item)):
                continue
            if merges(line.mark, mark):
                grown = self if line.mark is None else self.put(replace(line, mark=line.mark.joined(mark)))
                return grown.set_quantity(line.line_id, line.quantity_milli + quantity)
        _check_quantity(quantity)
        line = CartLine(
            uuid4().hex, item, quantity, item.unit_price_minor, cashier_id,
            fixed_total_minor=_in_proportion(item.preset_total_minor, count, ONE), back=back, mark=mark,
        )  # fmt: skip
        return replace(self, lines=(*self.lines, line.at_list_price()))

    def put(self, line: CartLine) -> Cart:
        """Add a line that was made elsewhere, or put it in the place of the one of its id."""
        if any(x.line_id == line.line_id for x in self.lines):
            return self._change(line)
        return replace(self, lines=(*self.lines, line))

    def coming_back(self, back: Back) -> Cart:
        """The same goods, all of them coming back without a receipt."""
        return replace(self, lines=tuple(replace(x, back=back) for x in self.lines))

    def set_quantity(self, line_id: str, quantity_milli: int) -> Cart:
        """Another quantity on a line; raises BadQuantityError, NoSuchLineError.

        The total of a label grows and shrinks with it.
        """
        _check_quantity(quantity_milli)
        line = self.line(line_id)
        if line.taking is not None:
            raise TakingFixedError
        if line.back is not None and line.back.receipt is not None:
            line.back.receipt.check(quantity_milli)
        total = _in_proportion(line.fixed_total_minor, quantity_milli, line.quantity_milli)
        line = replace(line, quantity_milli=quantity_milli, fixed_total_minor=total)
        if line.mark is not None:
            line = replace(line, mark=line.mark.cut(line.pieces))
        return self._change(line.at_list_price())

    def set_price(
        self, line_id: str, unit_price_minor: int, *, approver_id: int | None, reason: str = ""
    ) -> Cart:
        """Override the unit price of a line, for a reason; raises BadPriceError, NoSuchLineError."""
        _check_price(unit_price_minor)
        line = replace(
            self._of_own_price(line_id), unit_price_minor=unit_price_minor, price_approver_id=approver_id,
            price_reason=reason, fixed_total_minor=None,
        )  # fmt: skip
        return self._change(line)

    def set_line_discount(self, line_id: str, discount: Discount | None) -> Cart:
        """Give a line a discount, or take it away with None."""
        return self._change(replace(self._of_own_price(line_id), discount=discount))

    def set_line_note(self, line_id: str, note: str) -> Cart:
        """Write a note on a line. Raises CardNumberError."""
        return self._change(replace(self.line(line_id), note=refuse_card_number(note, field="Note")))

    def set_seller(self, seller: Seller | None, line_id: str = "") -> Cart:
        """Who sells: the whole cart, or one line of it; None: the cashier, or the seller of the cart."""
        if not line_id:
            return replace(self, seller=seller)
        return self._change(replace(self.line(line_id), seller=seller))

    def remove(self, line_id: str) -> Cart:
        """Without the line; raises NoSuchLineError."""
        self.line(line_id)
        return replace(self, lines=tuple(x for x in self.lines if x.line_id != line_id))

    def set_discount(self, discount: Discount | None) -> Cart:
        """Give the whole sale a discount, or take it away."""
        return replace(self, discount=discount)

    def set_customer(self, customer: CartCustomer | None) -> Cart:
        """Whose sale it is."""
        return replace(self, customer=customer)

    def put_coupon(self, coupon: CartCoupon) -> Cart:
        """With a coupon; the same one again changes nothing."""
        if any(c.coupon_id == coupon.coupon_id for c in self.coupons):
            return self
        return replace(self, coupons=(*self.coupons, coupon))

    def set_automatic(self, *, on: bool) -> Cart:
        """Take promotions off the sale, or let them work again."""
        return replace(self, automatic=on)

    def set_note(self, note: str) -> Cart:
        """Write a note on the sale. Raises CardNumberError."""
        return replace(self, note=refuse_card_number(note, field="Note"))

    def serials_of(self, product_id: int | None) -> list[str]:
        """The numbers of the pieces of a product that lie on the counter."""
        marked = [x.mark for x in self.lines if x.mark is not None and x.item.product_id == product_id]
        return [code for mark in marked for code in mark.serials]

    def _of_own_price(self, line_id: str) -> CartLine:
        """The line, where its price is not that of a receipt or an amount of money."""
        line = self.line(line_id)
        if line.taking is not None:
            raise TakingFixedError
        if line.back is not None and line.back.receipt is not None:
            raise ReceiptPriceError(number=line.back.receipt.number)
        return line

    def _change(self, line: CartLine) -> Cart:
        return replace(self, lines=tuple(line if x.line_id == line.line_id else x for x in self.lines))


def _same_item(one: Sellable, other: Sellable) -> bool:
    return (
        one.product_id == other.product_id
        and one.packaging_id == other.packaging_id
        and one.steps == other.steps
        and one.parts == other.parts
        and (bool(one.steps) or one.unit_price_minor == other.unit_price_minor)
        and not other.weighed
        and other.preset_total_minor is None
    )


def _in_proportion(total_minor: int | None, quantity: int, of_quantity: int) -> int | None:
    return None if total_minor is None else round_half_up(total_minor * quantity, of_quantity)


def _check_price(unit_price_minor: int) -> None:
    if unit_price_minor < 0:
        raise BadPriceError


def _check_quantity(quantity_milli: int) -> None:
    if not 0 < quantity_milli <= MAX_MILLI:
        raise BadQuantityError(limit=MAX_MILLI // ONE)
