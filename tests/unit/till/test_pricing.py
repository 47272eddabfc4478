"""Pricing a cart: discounts to the cent, then tax."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tax.rules import Tax, TaxRounding
from app.till.cart import Cart, Discount, DiscountKind, Sellable
from app.till.rules import (
    DiscountNegativeError,
    DiscountNotAllowedError,
    DiscountTooMuchError,
    NoTaxError,
    PriceSettings,
    check_discount_limits,
    price_cart,
)

SETTINGS = PriceSettings("EUR", TaxRounding.DOCUMENT, {1: (Tax("A", 19_000),), 2: (Tax("B", 7000),), 3: ()})
ITEM = Sellable(
    product_id=1, sku="P", name="Thing", unit="pc", pack_milli=1000, unit_price_minor=1000,
    includes_tax=True, tax_class_id=1, category_id=None,
)  # fmt: skip


def cart_of(*items: Sellable) -> Cart:
    cart = Cart()
    for number, item in enumerate(items):
        cart = cart.add(replace(item, product_id=number + 1), cashier_id=1)
    return cart


@st.composite
def carts(draw: st.DrawFn) -> Cart:
    cart = Cart()
    for number in range(draw(st.integers(1, 8))):
        item = replace(
            ITEM, product_id=number + 1, unit_price_minor=draw(st.integers(0, 10**6)),
            tax_class_id=draw(st.integers(1, 3)), discountable=draw(st.booleans()),
            includes_tax=draw(st.booleans()), weighed=draw(st.booleans()),
        )  # fmt: skip
        cart = cart.add(item, cashier_id=1, quantity_milli=draw(st.integers(1, 9000)))
        if item.discountable and draw(st.booleans()):
            cart = cart.set_line_discount(cart.lines[-1].line_id, draw(discounts()))
    return cart.set_discount(draw(st.none() | discounts()))


def discounts() -> st.SearchStrategy[Discount]:
    return st.builds(Discount, st.just(DiscountKind.PERCENT), st.integers(0, 10_000)) | st.builds(
        Discount, st.just(DiscountKind.AMOUNT), st.integers(0, 10**6)
    )


@given(carts(), st.sampled_from(list(TaxRounding)))
def test_every_sum_of_a_priced_cart_holds(cart: Cart, rounding: TaxRounding) -> None:
    priced = price_cart(cart, replace(SETTINGS, rounding=rounding))
    assert priced.net_minor + priced.tax_minor == priced.gross_minor
    for name in ("net_minor", "tax_minor", "gross_minor"):
        assert sum(getattr(x, name) for x in priced.lines) == getattr(priced, name)
    assert sum(t.tax_minor for t in priced.totals) == priced.tax_minor
    assert priced.discount_minor == sum(x.line_discount_minor + x.sale_discount_minor for x in priced.lines)
    for line in priced.lines:
        assert 0 <= line.line_discount_minor + line.sale_discount_minor <= line.list_minor
        if line.line.item.includes_tax:
            off = line.line_discount_minor + line.sale_discount_minor
            assert line.gross_minor == line.list_minor - off


@given(carts(), st.integers(0, 10**6))
def test_an_amount_off_the_sale_is_met_to_the_cent_and_spares_goods_without_discount(
    cart: Cart, amount: int
) -> None:
    plain = price_cart(cart.set_discount(None), SETTINGS)
    off = price_cart(cart.set_discount(Discount(DiscountKind.AMOUNT, amount)), SETTINGS)
    room = sum(x.list_minor - x.line_discount_minor for x in plain.lines if x.line.item.discountable)
    assert sum(x.sale_discount_minor for x in off.lines) == min(amount, room)
    assert all(x.sale_discount_minor == 0 for x in off.lines if not x.line.item.discountable)


def test_ten_per_cent_off_605_leaves_545() -> None:
    cart = cart_of(replace(ITEM, unit_price_minor=605))
    cart = cart.set_line_discount(cart.lines[0].line_id, Discount(DiscountKind.PERCENT, 1000))
    assert price_cart(cart, SETTINGS).gross_minor == 545


def test_a_discount_on_two_rates_takes_tax_off_both() -> None:
    cart = cart_of(ITEM, replace(ITEM, tax_class_id=2)).set_discount(Discount(DiscountKind.AMOUNT, 500))
    priced = price_cart(cart, SETTINGS)
    assert [(t.code, t.base_minor, t.tax_minor) for t in priced.totals] == [("A", 630, 120), ("B", 701, 49)]
    assert priced.gross_minor == 1500


@pytest.mark.parametrize(
    ("discount", "refusal"),
    [
        (Discount(DiscountKind.PERCENT, 10_100), DiscountTooMuchError),
        (Discount(DiscountKind.PERCENT, -1), DiscountNegativeError),
        (Discount(DiscountKind.AMOUNT, -1), DiscountNegativeError),
    ],
)
def test_a_discount_that_cannot_be_is_refused(discount: Discount, refusal: type[Exception]) -> None:
    cart = cart_of(ITEM)
    with pytest.raises(refusal):
        price_cart(cart.set_line_discount(cart.lines[0].line_id, discount), SETTINGS)
    with pytest.raises(refusal):
        price_cart(cart.set_discount(discount), SETTINGS)


def test_goods_without_discount_refuse_one_of_their_own() -> None:
    cart = cart_of(replace(ITEM, discountable=False))
    given_by_hand = cart.set_line_discount(cart.lines[0].line_id, Discount(DiscountKind.AMOUNT, 1))
    with pytest.raises(DiscountNotAllowedError, match="Thing gets no discount"):
        price_cart(given_by_hand, SETTINGS)


def test_goods_whose_tax_has_no_rate_today_are_not_sold_untaxed() -> None:
    with pytest.raises(NoTaxError, match="No tax rate is in force today for Thing"):
        price_cart(cart_of(replace(ITEM, tax_class_id=9)), SETTINGS)


def test_a_weighed_line_is_one_piece_and_a_pack_bears_its_tax_per_piece() -> None:
    per_piece = replace(SETTINGS, taxes={1: (Tax("E", 0, 25),)})
    pack = replace(ITEM, pack_milli=6000, includes_tax=False)
    cart = Cart().add(pack, cashier_id=1, quantity_milli=2000)
    assert price_cart(cart, per_piece).tax_minor == 12 * 25
    cart = cart.add(replace(ITEM, product_id=7, weighed=True), cashier_id=1, quantity_milli=750)
    assert price_cart(cart, SETTINGS).item_count == 3


def test_limits_are_compared_with_the_share_an_amount_takes() -> None:
    cart = cart_of(ITEM, ITEM)
    line = cart.lines[0].line_id
    cart = cart.set_line_discount(line, Discount(DiscountKind.AMOUNT, 101))
    beyond = check_discount_limits(cart, line_limit=1000, sale_limit=500)
    assert [(x.line_id, x.hundredths, x.limit) for x in beyond] == [(line, 1010, 1000)]
    assert check_discount_limits(cart, line_limit=1010, sale_limit=0) == []
    approved = cart.set_line_discount(line, Discount(DiscountKind.AMOUNT, 1000, "", approver_id=4))
    assert check_discount_limits(approved, line_limit=0, sale_limit=0) == []
    whole = cart_of(ITEM).set_discount(Discount(DiscountKind.PERCENT, 501))
    assert [x.line_id for x in check_discount_limits(whole, line_limit=0, sale_limit=500)] == [None]
