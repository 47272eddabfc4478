"""Points: earned after discounts, taken back with the goods, redeemed once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.permission import SYSTEM_ACTOR
from app.loyalty.operations import PointsTooFewError, save_program
from app.loyalty.queries import Points, points_of
from app.loyalty.rules import Program, ProgramError, Tier, points_back, points_for, points_needed
from app.reporting.verify import verify_database
from app.till.cart import Cart, CartCustomer, Discount, DiscountKind
from app.till.operations.trading_rules import TradingRules, save_trading_rules, trading_rules_of
from app.till.refusals import PointsCustomerError, TradingRuleError
from tests.factories.shop import Shop
from tests.integration.till.checkout import card, check_out
from tests.integration.till.helpers import balance, books_are_whole
from tests.integration.till.returning import back_cart, take_back

NAME = "Unlimited Ltd"
TIERS = (Tier("Silver", 10, 1000), Tier("Gold", 100, 5000))


def _on(shop: Shop, program: Program | None = None) -> None:
    shop.runtime.run(save_program, actor=SYSTEM_ACTOR, program=program or Program(1, 10))


def _his(shop: Shop, cart: Cart) -> Cart:
    return cart.set_customer(CartCustomer(shop.parties[NAME], NAME))


def _points(shop: Shop) -> Points:
    return shop.runtime.ask(points_of, party_id=shop.parties[NAME])


def test_points_are_earned_after_discounts_and_never_for_gift_cards(shop: Shop) -> None:
    _on(shop)
    shift = shop.open_shift()
    cart = _his(shop, shop.cart(("COFFEE", 2000))).set_discount(Discount(DiscountKind.PERCENT, 500))
    check_out(shop, shift, card(5000, "GC90909090", cart))
    assert _points(shop) == Points(24, 24)  # 24.51 was paid for goods
    shop.sell(shop.cart("COFFEE"), shift)  # nobody's
    assert _points(shop) == Points(24, 24)


def test_goods_that_come_back_take_exactly_their_points(shop: Shop) -> None:
    _on(shop)
    shift = shop.open_shift()
    sold = shop.sell(_his(shop, shop.cart(("COFFEE", 3000))), shift)
    assert _points(shop).points == 38
    for left in (25, 13, 0):
        take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)))
        assert _points(shop) == Points(left, left)
    assert [r.name for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_points_pay_and_are_gone_once_and_what_they_pay_earns_none(shop: Shop) -> None:
    _on(shop)
    shift = shop.open_shift()
    shop.sell(_his(shop, shop.cart(("COFFEE", 10_000))), shift)
    assert _points(shop).points == 129
    cart = _his(shop, shop.cart("COFFEE"))
    check_out(shop, shift, cart, ("points", 1290, ""))
    assert _points(shop) == Points(0, 129)
    assert check_out(shop, shift, cart, ("points", 1290, "")).was_there
    assert balance(shop, "points_redeemed") == 1290
    with pytest.raises(PointsTooFewError, match="only 0 points"):
        check_out(shop, shift, _his(shop, shop.cart("COFFEE")), ("points", 1290, ""))
    with pytest.raises(PointsCustomerError):
        check_out(shop, shift, shop.cart("COFFEE"), ("points", 1290, ""))
    books_are_whole(shop)


def test_what_was_paid_with_points_comes_back_as_points(shop: Shop) -> None:
    _on(shop)
    shift = shop.open_shift()
    shop.sell(_his(shop, shop.cart(("COFFEE", 10_000))), shift)
    paid = check_out(shop, shift, _his(shop, shop.cart("COFFEE")), ("points", 1290, ""))
    back = _his(shop, back_cart(shop, paid.sale_id))
    take_back(shop, shift, back, ("points", 1290))
    assert _points(shop) == Points(129, 129)
    assert balance(shop, "points_redeemed") == 0


def test_a_tier_earns_more_and_is_reached_by_all_points_ever(shop: Shop) -> None:
    _on(shop, Program(1, 10, TIERS))
    shift = shop.open_shift()
    shop.sell(_his(shop, shop.cart(("COFFEE", 10_000))), shift)  # 129, and Gold from now on
    shop.sell(_his(shop, shop.cart(("COFFEE", 10_000))), shift)  # half as much again
    assert _points(shop).points == 129 + 194
    tier = Program(1, 10, TIERS).tier(_points(shop).earned)
    assert tier is not None
    assert tier.name == "Gold"


def test_without_a_programme_nothing_is_earned(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(_his(shop, shop.cart("COFFEE")), shift)
    assert _points(shop) == Points()


@given(st.integers(0, 5000), st.lists(st.integers(1, 900), min_size=1, max_size=9))
def test_all_parts_take_back_exactly_what_was_earned(earned: int, parts: list[int]) -> None:
    gross, before, found = sum(parts), 0, 0
    for part in parts:
        found += points_back(earned, gross, before, part)
        before += part
    assert found == earned


def test_rules_of_points() -> None:
    program = Program(2, 5, TIERS)
    assert points_for(program, 999, 100, 0) == 18
    assert points_for(program, -5, 100, 0) == 0
    assert points_for(program, 1000, 100, 10) == 22
    assert points_needed(program, 11) == 3
    assert points_back(10, 0, 0, 0) == 0
    for wrong in (
        Program(-1),
        Program(1, -1),
        Program(1, 1, (TIERS[1], TIERS[0])),
        Program(1, 1, (Tier("", 1, 0),)),
    ):
        with pytest.raises(ProgramError):
            wrong.check()


def test_the_shops_rules_are_kept_together(shop: Shop) -> None:
    wanted = TradingRules(14, card_in_cash=True, voucher_months=36, program=Program(1, 1, TIERS))
    shop.runtime.run(save_trading_rules, actor=shop.actor("manager"), rules=wanted)
    assert trading_rules_of(shop.context().settings) == wanted
    with pytest.raises(TradingRuleError):
        shop.runtime.run(save_trading_rules, actor=shop.actor("manager"), rules=TradingRules(-1))
