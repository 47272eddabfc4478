"""The lowest price and the largest discount of a product, against what is lowered by hand."""

from __future__ import annotations

import pytest

from app.kernel.permission import PermissionNeededError
from app.pricing.limits import LimitRangeError, limits_of, set_product_limit
from app.pricing.rules import ProductLimit
from app.till.cart import Cart, Discount, DiscountKind
from app.till.operations.sales import complete_sale
from app.till.refusals import FloorPriceError, ItemDiscountError, PriceReasonError
from tests.factories.shop import Shop
from tests.integration.till.helpers import approval_of


def _limit(shop: Shop, sku: str, floor: int | None = None, most: int | None = None) -> None:
    shop.runtime.run(
        set_product_limit, actor=shop.actor("manager"), product_id=shop.products[sku],
        limit=ProductLimit(floor, most),
    )  # fmt: skip


def _priced(shop: Shop, minor: int) -> Cart:
    cart = shop.cart("COFFEE")
    return cart.set_price(cart.lines[0].line_id, minor, approver_id=None, reason="label")


def test_a_price_below_the_lowest_needs_a_manager(shop: Shop) -> None:
    _limit(shop, "COFFEE", floor=1000)
    shift = shop.open_shift()
    assert shop.sell(_priced(shop, 1000), shift, by="supervisor").gross_minor == 1000
    with pytest.raises(FloorPriceError, match="Coffee beans 1 kg"):
        shop.sell(_priced(shop, 999), shift, by="supervisor")
    cart = _priced(shop, 999)
    done = shop.runtime.run(
        complete_sale, actor=shop.actor("supervisor"), approval=approval_of(shop, "manager"),
        context=shop.context(), shift_id=shift, cart=cart, tenders=shop.pay(cart).tenders,
    )  # fmt: skip
    assert done.gross_minor == 999


def test_a_discount_on_the_sale_counts_for_each_of_its_goods(shop: Shop) -> None:
    _limit(shop, "COFFEE", floor=1250)
    shift = shop.open_shift()
    cart = shop.cart("COFFEE", "MILK").set_discount(Discount(DiscountKind.PERCENT, 500))
    with pytest.raises(FloorPriceError):
        shop.sell(cart, shift)
    assert shop.sell(shop.cart("COFFEE", "MILK"), shift).gross_minor == 1409


def test_a_product_may_allow_less_discount_than_the_cashier(shop: Shop) -> None:
    _limit(shop, "COFFEE", most=500)
    shift = shop.open_shift()

    def off(hundredths: int) -> Cart:
        cart = shop.cart("COFFEE")
        return cart.set_line_discount(cart.lines[0].line_id, Discount(DiscountKind.PERCENT, hundredths))

    assert shop.sell(off(500), shift).gross_minor == 1226
    with pytest.raises(ItemDiscountError):
        shop.sell(off(600), shift)


def test_a_price_without_a_reason_is_refused(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    with pytest.raises(PriceReasonError):
        shop.sell(cart.set_price(cart.lines[0].line_id, 1000, approver_id=None), shift, by="supervisor")


def test_limits_are_set_by_who_may_and_taken_away_again(shop: Shop) -> None:
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(
            set_product_limit, actor=shop.actor(), product_id=shop.products["MILK"], limit=ProductLimit(1)
        )
    for wrong in (ProductLimit(-1), ProductLimit(None, 10_001)):
        with pytest.raises(LimitRangeError):
            _limit(shop, "MILK", wrong.floor_minor, wrong.max_discount)
    _limit(shop, "MILK", 100, 1000)
    product = shop.products["MILK"]
    assert shop.runtime.ask(limits_of, product_ids=[product]) == {product: ProductLimit(100, 1000)}
    _limit(shop, "MILK")
    assert shop.runtime.ask(limits_of, product_ids=[product]) == {}
