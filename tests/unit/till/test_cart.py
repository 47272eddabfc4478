"""The cart: values that never change, and refuse what cannot be sold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.till.cart import (
    BadPriceError,
    BadQuantityError,
    Cart,
    CartCustomer,
    CartLine,
    Discount,
    DiscountKind,
    NoSuchLineError,
    Sellable,
)
from app.till.cart_json import (
    CartUnreadableError,
    CartVersionError,
    cart_from_json,
    cart_to_json,
)

MILK = Sellable(
    product_id=1, sku="MILK", name="Milk", unit="pc", pack_milli=1000, unit_price_minor=119,
    includes_tax=True, tax_class_id=1, category_id=None,
)  # fmt: skip
CHEESE = replace(MILK, product_id=2, sku="CHEESE", weighed=True, unit="kg")
LABEL = replace(CHEESE, preset_quantity_milli=250, preset_total_minor=499)


def test_the_same_code_scanned_again_adds_to_its_line() -> None:
    cart = (
        Cart().add(MILK, cashier_id=1).add(CHEESE, cashier_id=1).add(MILK, cashier_id=1, quantity_milli=5000)
    )
    assert [x.quantity_milli for x in cart.lines] == [6000, 1000]


def test_a_line_with_a_discount_a_note_or_another_price_is_not_added_to() -> None:
    cart = Cart().add(MILK, cashier_id=1)
    line = cart.lines[0].line_id
    for changed in (
        cart.set_line_discount(line, Discount(DiscountKind.PERCENT, 1000)),
        cart.set_line_note(line, "dented"),
        cart.set_price(line, 99, approver_id=None),
    ):
        assert len(changed.add(MILK, cashier_id=1).lines) == 2


def test_weighed_goods_and_open_items_are_lines_of_their_own() -> None:
    open_item = replace(MILK, product_id=None)
    for item in (CHEESE, open_item):
        assert len(Cart().add(item, cashier_id=1).add(item, cashier_id=1).lines) == 2


@pytest.mark.parametrize("quantity", [0, -1000, 10**12, 100_000_001])
def test_a_quantity_that_cannot_be_is_refused_and_changes_nothing(quantity: int) -> None:
    cart = Cart().add(MILK, cashier_id=1)
    with pytest.raises(BadQuantityError, match="more than 0 and at most 100000"):
        cart.add(MILK, cashier_id=1, quantity_milli=quantity)
    with pytest.raises(BadQuantityError):
        cart.add(CHEESE, cashier_id=1, quantity_milli=quantity)
    with pytest.raises(BadQuantityError):
        cart.set_quantity(cart.lines[0].line_id, quantity)


def test_a_price_below_zero_is_refused() -> None:
    cart = Cart().add(MILK, cashier_id=1)
    with pytest.raises(BadPriceError, match="make a return"):
        cart.set_price(cart.lines[0].line_id, -1, approver_id=None)
    with pytest.raises(BadPriceError):
        cart.add(replace(MILK, unit_price_minor=-5), cashier_id=1)


def test_a_label_counts_as_one_and_a_quantity_multiplies_it() -> None:
    line = Cart().add(LABEL, cashier_id=1).lines[0]
    assert (line.quantity_milli, line.fixed_total_minor) == (250, 499)
    cart = Cart().add(LABEL, cashier_id=1, quantity_milli=3000)
    assert (cart.lines[0].quantity_milli, cart.lines[0].fixed_total_minor) == (750, 1497)
    less = cart.set_quantity(cart.lines[0].line_id, 500).lines[0]
    assert (less.quantity_milli, less.fixed_total_minor) == (500, 998)
    own_price = cart.set_price(cart.lines[0].line_id, 1000, approver_id=None).lines[0]
    assert own_price.fixed_total_minor is None


def test_a_line_that_is_gone_is_refused_in_words() -> None:
    cart = Cart().add(MILK, cashier_id=1)
    with pytest.raises(NoSuchLineError, match="not in the cart any more"):
        cart.remove("nothing")
    assert cart.remove(cart.lines[0].line_id).is_empty


def test_a_cart_never_changes() -> None:
    cart = Cart().add(MILK, cashier_id=1)
    before = cart_to_json(cart)
    cart.set_note("x").set_customer(CartCustomer(1, "Ann")).set_discount(Discount(DiscountKind.AMOUNT, 5))
    cart.add(MILK, cashier_id=2).remove(cart.lines[0].line_id)
    assert cart_to_json(cart) == before


TEXTS = st.text(max_size=30)
NUMBERS = st.integers(-(10**12), 10**12)
DISCOUNTS = st.none() | st.builds(
    Discount, st.sampled_from(DiscountKind), NUMBERS, TEXTS, st.none() | NUMBERS
)
ITEMS = st.builds(
    Sellable, product_id=st.none() | NUMBERS, sku=TEXTS, name=TEXTS, unit=TEXTS, pack_milli=NUMBERS,
    unit_price_minor=NUMBERS, includes_tax=st.booleans(), tax_class_id=NUMBERS,
    category_id=st.none() | NUMBERS, weighed=st.booleans(), discountable=st.booleans(), min_age=NUMBERS,
    packaging_id=st.none() | NUMBERS, barcode=st.none() | TEXTS, on_hand_milli=st.none() | NUMBERS,
    preset_quantity_milli=st.none() | NUMBERS, preset_total_minor=st.none() | NUMBERS, colour=NUMBERS,
)  # fmt: skip
LINES = st.builds(
    CartLine, TEXTS, ITEMS, NUMBERS, NUMBERS, NUMBERS, DISCOUNTS, TEXTS, st.none() | NUMBERS,
    st.none() | NUMBERS,
)  # fmt: skip
CARTS = st.builds(
    Cart, TEXTS, st.lists(LINES, max_size=5).map(tuple), DISCOUNTS,
    st.none() | st.builds(CartCustomer, NUMBERS, TEXTS, TEXTS), TEXTS,
)  # fmt: skip


@given(CARTS)
def test_a_cart_written_and_read_is_the_same(cart: Cart) -> None:
    text = cart_to_json(cart)
    assert cart_from_json(text) == cart
    assert cart_to_json(cart_from_json(text)) == text
    assert "\n" not in text


@pytest.mark.parametrize(
    "text", ["", "{}", "[5]", "[1,2", "null", "[" * 10_000, '[5,"u",[[1]],null,null,""]']
)
def test_a_damaged_cart_is_refused_in_words(text: str) -> None:
    with pytest.raises(CartUnreadableError, match="Ring it up again"):
        cart_from_json(text)


def test_a_cart_of_another_version_says_so() -> None:
    with pytest.raises(CartVersionError, match="another version of Takings"):
        cart_from_json('[99,"u",[],null,null,""]')
