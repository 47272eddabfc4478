"""The cart as text and back, exactly; it is written at each scan, so it is kept short and quick.

One version number stands first. Values follow the order of the fields below: whoever adds a field to
the cart adds it at the end here and raises the version.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any, Final

from app.kernel.refusal import Refusal
from app.pricing.choosing import Step
from app.promotions.rules import Reduction
from app.tax.rules import TaxTotal
from app.till.back import Back, ReceiptLine
from app.till.cart import Cart, CartCoupon, CartCustomer, CartLine, Discount, DiscountKind, Sellable, Seller
from app.till.kits import KitPart, PartFigures
from app.till.marks import mark_of_values, mark_values
from app.till.states import ReturnCondition, TakingKind
from app.till.taking import Taking

VERSION: Final = 5

_ITEM: Final = attrgetter(
    "product_id", "sku", "name", "unit", "pack_milli", "unit_price_minor", "includes_tax", "tax_class_id",
    "category_id", "weighed", "discountable", "min_age", "packaging_id", "barcode", "on_hand_milli",
    "preset_quantity_milli", "preset_total_minor", "colour",
)  # fmt: skip
_LINE: Final = attrgetter(
    "line_id", "quantity_milli", "unit_price_minor", "cashier_id", "note", "price_approver_id",
    "fixed_total_minor", "price_reason",
)  # fmt: skip
_RECEIPT: Final = attrgetter(
    "sale_id", "position", "number", "name", "sold_milli", "before_milli", "includes_tax",
    "line_discount_minor", "sale_discount_minor", "net_minor", "tax_minor", "gross_minor",
)  # fmt: skip
_PART: Final = attrgetter("product_id", "quantity_milli", "tax_class_id", "weight", "stocked")
_FIGURES: Final = attrgetter("net_minor", "tax_minor", "gross_minor")
_TAX: Final = attrgetter("code", "rate", "base_minor", "tax_minor")
_encode: Final = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class CartVersionError(Refusal):
    """Kept by another version of the program."""

    message = (
        "This sale was put aside by another version of Takings (format {found}). "
        "Finish it there, or ring it up again."
    )


class CartUnreadableError(Refusal):
    """Not the text of a cart."""

    message = "This sale was not kept whole and cannot be taken up. Ring it up again."


def cart_to_json(cart: Cart) -> str:
    """The cart as one line of text; equal carts give equal texts."""
    customer = cart.customer
    return _encode(
        (
            VERSION,
            cart.uuid,
            [
                (_ITEM(line.item), _LINE(line), _discount_values(line.discount), *_more(line))
                for line in cart.lines
            ],
            _discount_values(cart.discount),
            None if customer is None else _customer_values(customer),
            cart.note,
            *_promoted(cart),
        )
    )


def cart_from_json(text: str) -> Cart:
    """The cart that cart_to_json wrote.

    Raises:
        CartVersionError: another version of the program kept it.
        CartUnreadableError: it is damaged.
    """
    try:
        version, *values = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise CartUnreadableError from error
    if version != VERSION:
        raise CartVersionError(found=str(version)[:20])
    try:
        return _cart(*values)
    except (ValueError, TypeError) as error:
        raise CartUnreadableError from error


def _promoted(cart: Cart) -> tuple[object, ...]:
    """Promotions and coupons: nothing is written where there are none."""
    seller = () if cart.seller is None else (_seller_values(cart.seller),)
    if not cart.reductions and not cart.coupons and cart.automatic and not seller:
        return ()
    return (
        (
            [(r.line_key, r.promotion_id, r.name, r.amount_minor) for r in cart.reductions],
            [(c.coupon_id, c.code, c.promotion_id) for c in cart.coupons],
            cart.automatic,
        ),
        *seller,
    )


def _customer_values(customer: CartCustomer) -> tuple[object, ...]:
    plain = (customer.party_id, customer.name, customer.number)
    if customer.list_id is not None or customer.group_ids or customer.born_on is not None:
        more = (customer.list_id, customer.group_ids, _day_text(customer.born_on))
        return (*plain, customer.tax_code, *more)
    return (*plain, customer.tax_code) if customer.tax_code else plain


def _customer(
    party_id: int, name: str, number: str, tax_code: str = "", list_id: int | None = None,
    group_ids: list[int] | tuple[int, ...] = (), born_on: str = "",
) -> CartCustomer:  # fmt: skip
    return CartCustomer(party_id, name, number, tax_code, list_id, tuple(group_ids), _day(born_on))


def _cart(
    uuid: str, lines: list[Any], discount: list[Any] | None, customer: Any, note: str,
    promoted: list[Any] | None = None, seller: list[Any] | None = None,
) -> Cart:  # fmt: skip
    reductions, coupons, automatic = promoted or ((), (), True)
    return Cart(
        uuid,
        tuple([_line(*line) for line in lines]),
        _discount(discount),
        None if customer is None else _customer(*customer),
        note,
        tuple([Reduction(*r) for r in reductions]),
        tuple([CartCoupon(*c) for c in coupons]),
        automatic,
        _seller(seller),
    )


def _more(line: CartLine) -> tuple[object, ...]:
    """What only lines that are no plain sale have: nothing is written for those that are."""
    told: tuple[object, ...] = (
        _back_values(line), _taking_values(line), _steps_values(line), _parts_values(line),
        mark_values(line.mark), _seller_values(line.seller),
    )  # fmt: skip
    while told and told[-1] is None:
        told = told[:-1]
    return told


def _seller_values(seller: Seller | None) -> tuple[object, ...] | None:
    return None if seller is None else (seller.user_id, seller.name)


def _seller(values: list[Any] | None) -> Seller | None:
    return None if values is None else Seller(*values)


def _taking_values(line: CartLine) -> tuple[object, ...] | None:
    taking = line.taking
    if taking is None:
        return None
    return (taking.kind.value, taking.reference, taking.party_id, taking.parts)


def _back_values(line: CartLine) -> tuple[object, ...] | None:
    back = line.back
    if back is None:
        return None
    receipt = back.receipt
    told = None if receipt is None else _receipt_values(receipt)
    return (back.reason, back.condition.value, told)


def _receipt_values(receipt: ReceiptLine) -> tuple[object, ...]:
    told = (_RECEIPT(receipt), [_TAX(t) for t in receipt.taxes])
    return (*told, [_FIGURES(p) for p in receipt.parts]) if receipt.parts else told


def _steps_values(line: CartLine) -> list[tuple[object, ...]] | None:
    return [
        (
            s.from_milli, s.price_minor, s.includes_tax, s.list_code, s.list_name, s.break_milli,
            _day_text(s.valid_from), _day_text(s.valid_to), s.how,
        )
        for s in line.item.steps
    ] or None  # fmt: skip


def _parts_values(line: CartLine) -> list[tuple[object, ...]] | None:
    return [_PART(part) for part in line.item.parts] or None


def _day_text(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _steps(values: list[list[Any]] | None) -> tuple[Step, ...]:
    return tuple([_step(*v) for v in values or ()])


def _step(
    start: int, price: int, included: bool, code: str, name: str, broken: int, first: str, last: str, how: str  # noqa: FBT001
) -> Step:  # fmt: skip
    return Step(start, price, included, code, name, broken, _day(first), _day(last), how)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _back(values: list[Any] | None) -> Back | None:
    if values is None:
        return None
    reason, condition, told = values
    receipt = None
    if told is not None:
        plain, taxes, *parts = told
        figures = tuple([PartFigures(*p) for p in parts[0]]) if parts else ()
        values = [*plain, tuple([TaxTotal(*t) for t in taxes]), figures]
        receipt = ReceiptLine(*values)
    return Back(reason, ReturnCondition(condition), receipt)


def _taking(values: list[Any] | None) -> Taking | None:
    if values is None:
        return None
    kind, reference, party_id, parts = values
    return Taking(TakingKind(kind), reference, party_id, tuple([(item, minor) for item, minor in parts]))


def _line(
    item: list[Any], values: list[Any], discount: list[Any] | None, back: list[Any] | None = None,
    taking: list[Any] | None = None, steps: list[list[Any]] | None = None,
    parts: list[list[Any]] | None = None, mark: list[Any] | None = None, seller: list[Any] | None = None,
) -> CartLine:  # fmt: skip
    line_id, quantity, price, cashier_id, note, price_approver_id, fixed_total, why = values
    return CartLine(
        line_id, _sellable(item, steps, parts), quantity, price, cashier_id, _discount(discount), note,
        price_approver_id, fixed_total, _back(back), _taking(taking), why,
        mark_of_values(mark), _seller(seller),
    )  # fmt: skip


def _sellable(item: list[Any], steps: list[list[Any]] | None, parts: list[list[Any]] | None) -> Sellable:
    made = Sellable(*item)
    if not steps and not parts:
        return made
    return replace(made, steps=_steps(steps), parts=tuple([KitPart(*p) for p in parts or ()]))


def _discount_values(discount: Discount | None) -> tuple[str, int, str, int | None] | None:
    if discount is None:
        return None
    return discount.kind.value, discount.value, discount.reason, discount.approver_id


def _discount(values: list[Any] | None) -> Discount | None:
    if values is None:
        return None
    kind, value, reason, approver_id = values
    return Discount(DiscountKind(kind), value, reason, approver_id)
