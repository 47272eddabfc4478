"""The cart as text and back, exactly; it is written at each scan, so it is kept short and quick.

One version number stands first. Values follow the order of the fields below: whoever adds a field to
the cart adds it at the end here and raises the version.
"""

from __future__ import annotations

import json
from operator import attrgetter
from typing import Any, Final

from app.kernel.refusal import Refusal
from app.till.cart import Cart, CartCustomer, CartLine, Discount, DiscountKind, Sellable

VERSION: Final = 1

_ITEM: Final = attrgetter(
    "product_id", "sku", "name", "unit", "pack_milli", "unit_price_minor", "includes_tax", "tax_class_id",
    "category_id", "weighed", "discountable", "min_age", "packaging_id", "barcode", "on_hand_milli",
    "preset_quantity_milli", "preset_total_minor", "colour",
)  # fmt: skip
_LINE: Final = attrgetter(
    "line_id", "quantity_milli", "unit_price_minor", "cashier_id", "note", "price_approver_id",
    "fixed_total_minor",
)  # fmt: skip
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
            [(_ITEM(line.item), _LINE(line), _discount_values(line.discount)) for line in cart.lines],
            _discount_values(cart.discount),
            None if customer is None else (customer.party_id, customer.name, customer.number),
            cart.note,
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


def _cart(uuid: str, lines: list[Any], discount: list[Any] | None, customer: Any, note: str) -> Cart:
    return Cart(
        uuid,
        tuple([_line(*line) for line in lines]),
        _discount(discount),
        None if customer is None else CartCustomer(*customer),
        note,
    )


def _line(item: list[Any], values: list[Any], discount: list[Any] | None) -> CartLine:
    line_id, quantity, price, cashier_id, note, price_approver_id, fixed_total = values
    return CartLine(
        line_id, Sellable(*item), quantity, price, cashier_id, _discount(discount), note,
        price_approver_id, fixed_total,
    )  # fmt: skip


def _discount_values(discount: Discount | None) -> tuple[str, int, str, int | None] | None:
    if discount is None:
        return None
    return discount.kind.value, discount.value, discount.reason, discount.approver_id


def _discount(values: list[Any] | None) -> Discount | None:
    if values is None:
        return None
    kind, value, reason, approver_id = values
    return Discount(DiscountKind(kind), value, reason, approver_id)
