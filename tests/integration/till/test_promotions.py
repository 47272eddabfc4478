"""Promotions at the till: shown, booked as shown, told on the receipt, used up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from app.documents.receipt import receipt_paper
from app.kernel.permission import SYSTEM_ACTOR
from app.promotions.drafts import Goods, PromotionDraft
from app.promotions.operations import make_coupons, save_promotion
from app.promotions.queries import find_coupon, list_coupons
from app.promotions.refusals import CouponUsedUpError
from app.promotions.states import PromotionKind
from app.reporting.verify import verify_database
from app.till.cart import Cart, CartCoupon, Discount, DiscountKind
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.operations.sales import CompletedSale
from app.till.promoting import promote
from app.till.queries import get_sale
from app.till.returnable import get_returnable
from app.till.tables import sale_promotion
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import books_are_whole, rows

TENTH = PromotionDraft("A tenth off", PromotionKind.PERCENT, hundredths=1000)


def save(shop: Shop, draft: PromotionDraft = TENTH) -> int:
    made: int = shop.runtime.run(save_promotion, actor=SYSTEM_ACTOR, draft=draft)
    return made


def on_counter(shop: Shop, cart: Cart, at: datetime | None = None) -> Cart:
    return promote(cart, shop.context(), at or shop.runtime.factory.clock())


def test_a_promotion_is_booked_and_told_as_it_was_shown(shop: Shop) -> None:
    promotion_id = save(shop, replace(TENTH, goods=Goods((shop.products["COFFEE"],))))
    shift = shop.open_shift()
    cart = on_counter(shop, shop.cart("COFFEE", "MILK"))
    assert shop.total(cart) == 1290 - 129 + 119
    done = shop.sell(cart, shift)
    sale = shop.runtime.ask(get_sale, sale_id=done.sale_id)
    assert (sale.gross_minor, sale.discount_minor) == (1280, 129)
    assert [(p.position, p.name, p.amount_minor) for p in sale.promotions] == [(1, "A tenth off", 129)]
    (row,) = rows(shop, sale_promotion)
    assert (row.promotion_id, row.coupon_id, row.amount_minor) == (promotion_id, None, 129)
    paper = str(receipt_paper(sale, shop.context().company, till_code="T01"))
    assert "A tenth off" in paper
    books_are_whole(shop)


def test_a_discount_by_hand_is_taken_off_what_the_promotion_left(shop: Shop) -> None:
    save(shop)
    cart = shop.cart("COFFEE")
    cart = on_counter(
        shop, cart.set_line_discount(cart.lines[0].line_id, Discount(DiscountKind.PERCENT, 1000))
    )
    assert shop.total(cart) == 1045  # 12.90 - 1.29 = 11.61, a tenth of it off again, rounded once
    done = shop.sell(cart, shop.open_shift())
    sale = shop.runtime.ask(get_sale, sale_id=done.sale_id)
    assert (sale.lines[0].line_discount_minor, sale.promotions[0].amount_minor) == (245, 129)


def test_taking_a_line_off_undoes_what_it_set_off(shop: Shop) -> None:
    save(
        shop,
        PromotionDraft("Three for two", PromotionKind.BUY_GET, hundredths=10_000, buy_count=2, get_count=1),
    )
    cart = on_counter(shop, shop.cart("MILK", "COFFEE", "WINE"))
    assert shop.total(cart) == 1290 + 799
    shorter = on_counter(shop, cart.remove(cart.lines[1].line_id))
    assert shop.total(shorter) == 119 + 799
    assert shorter.reductions == ()


def test_promotions_are_taken_off_a_sale_and_put_on_again(shop: Shop) -> None:
    save(shop)
    cart = on_counter(shop, shop.cart("COFFEE"))
    off = on_counter(shop, cart.set_automatic(on=False))
    assert (shop.total(cart), shop.total(off)) == (1161, 1290)
    assert shop.total(on_counter(shop, off.set_automatic(on=True))) == 1161


def test_a_price_set_by_hand_and_goods_without_discount_are_left_alone(shop: Shop) -> None:
    save(shop)
    cart = shop.cart("COFFEE", "STAMP")
    cart = cart.set_price(cart.lines[0].line_id, 1000, approver_id=None, reason="label")
    assert on_counter(shop, cart).reductions == ()


def test_a_happy_hour_that_ends_while_one_pays_changes_nothing(shop: Shop, clock: SteadyClock) -> None:
    save(shop, replace(TENTH, from_minute=9 * 60, to_minute=11 * 60))  # it is 10:00 in Berlin
    cart = on_counter(shop, shop.cart("COFFEE"))
    assert shop.total(cart) == 1161
    clock.advance(hours=2)
    assert shop.sell(cart, shop.open_shift()).gross_minor == 1161
    assert shop.total(on_counter(shop, shop.cart("COFFEE"))) == 1290


def test_what_comes_back_is_worth_what_was_paid_for_it(shop: Shop) -> None:
    save(shop)
    done = shop.sell(on_counter(shop, shop.cart(("COFFEE", 3000))), shop.open_shift())
    found = shop.runtime.ask(get_returnable, sale_id=done.sale_id)
    assert found.lines[0].receipt.gross_minor == done.gross_minor == 3483


def coupon(shop: Shop, code: str, **more: Any) -> CartCoupon:
    promotion_id = save(shop, replace(TENTH, by_coupon=True))
    shop.runtime.run(make_coupons, actor=SYSTEM_ACTOR, promotion_id=promotion_id, code=code, **more)
    found = shop.runtime.ask(find_coupon, code=code)
    assert found is not None
    return CartCoupon(found.coupon_id, found.code, found.promotion_id)


def test_a_coupon_is_used_up_with_the_sale_it_reduced(shop: Shop) -> None:
    once = coupon(shop, "ONCE")
    shift = shop.open_shift()
    carts = [on_counter(shop, shop.cart("COFFEE").put_coupon(once)) for _ in range(2)]
    assert shop.sell(carts[0], shift).gross_minor == 1161
    with pytest.raises(CouponUsedUpError):
        shop.sell(carts[1], shift)
    assert shop.runtime.ask(list_coupons, promotion_id=once.promotion_id)[0].used == 1
    (row,) = rows(shop, sale_promotion)
    assert row.coupon_id == once.coupon_id
    books_are_whole(shop)


def test_a_coupon_that_reduced_nothing_stays_good(shop: Shop) -> None:
    once = coupon(shop, "ONCE")
    shop.sell(on_counter(shop, shop.cart("STAMP").put_coupon(once)), shop.open_shift())
    assert shop.runtime.ask(list_coupons, promotion_id=once.promotion_id)[0].used == 0


def test_a_cart_put_aside_keeps_its_coupons_and_reductions(shop: Shop) -> None:
    once = coupon(shop, "ONCE")
    cart = on_counter(shop, shop.cart("COFFEE").put_coupon(once))
    assert cart_from_json(cart_to_json(cart)) == cart
    assert cart_from_json(cart_to_json(cart.set_automatic(on=False))) == cart.set_automatic(on=False)


def changed(done: CompletedSale) -> list[Any]:
    ours = sale_promotion.c.sale_id == done.sale_id
    added = {
        "sale_id": done.sale_id, "number": 2, "position": 1, "promotion_id": 1, "coupon_id": None,
        "name": "Another", "amount_minor": 1,
    }  # fmt: skip
    return [
        update(sale_promotion).where(ours).values(amount_minor=128),
        update(sale_promotion).where(ours).values(name="A tenth on"),
        delete(sale_promotion).where(ours),
        insert(sale_promotion).values(**added),
    ]


@pytest.mark.parametrize("which", range(4))
def test_verify_names_a_sale_whose_promotion_was_changed(shop: Shop, which: int) -> None:
    save(shop)
    done = shop.sell(on_counter(shop, shop.cart("COFFEE")), shop.open_shift())
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(changed(done)[which])
    found = {check.name: check.faults for check in shop.runtime.ask(verify_database) if check.faults}
    assert any(done.number in line for line in found["documents_as_written"]), found
