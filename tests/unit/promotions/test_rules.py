"""Which promotions a basket gets, and how much each takes off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.promotions.rules import BasketLine, Calendar, Promotion, Scope, Tier
from app.promotions.rules.basket import work_out
from app.promotions.states import Concurrency, PromotionKind, PromotionMode
from tests.unit.promotions.baskets import basket, line, off, promotion

PERCENT, AMOUNT, PRICE = PromotionKind.PERCENT, PromotionKind.AMOUNT, PromotionKind.PRICE
TIERS, BUY_GET, BUNDLE = PromotionKind.TIERS, PromotionKind.BUY_GET, PromotionKind.BUNDLE
BASKET = PromotionKind.BASKET
EXCLUSIVE, COMPOUND = PromotionMode.EXCLUSIVE, PromotionMode.COMPOUND


def test_per_cent_amount_and_price_reduce_each_unit() -> None:
    goods = basket(line("P1", 999, 3))
    assert off(goods, promotion(1, PERCENT, hundredths=1000)) == {"P1": 300}  # 299.7 rounded once
    assert off(goods, promotion(1, AMOUNT, amount_minor=100)) == {"P1": 300}
    assert off(goods, promotion(1, PRICE, amount_minor=750)) == {"P1": 747}


def test_a_price_above_todays_takes_nothing_off_and_an_amount_never_more_than_the_price() -> None:
    goods = basket(line("P1", 100))
    assert off(goods, promotion(1, PRICE, amount_minor=150)) == {}
    assert off(goods, promotion(1, AMOUNT, amount_minor=150)) == {"P1": 100}


def test_the_best_price_wins_and_nothing_is_added_to_it() -> None:
    goods = basket(line("P1", 1000))
    assert off(goods, promotion(1, PERCENT, hundredths=1000), promotion(2, AMOUNT, amount_minor=150)) == {
        "P1": 150
    }


def test_an_exclusive_one_keeps_the_others_out_even_where_they_took_off_more() -> None:
    goods = basket(line("P1", 1000))
    found = off(
        goods, promotion(1, PERCENT, hundredths=5000), promotion(2, PERCENT, hundredths=500, mode=EXCLUSIVE)
    )
    assert found == {"P1": 50}


def test_compounding_goes_from_amount_to_per_cent_on_what_is_left() -> None:
    goods = basket(line("P1", 1000))
    tenth = promotion(1, PERCENT, hundredths=1000, mode=COMPOUND)
    both = (tenth, promotion(2, AMOUNT, amount_minor=100, mode=COMPOUND))
    assert off(goods, *both) == {"P1": 190}
    assert off(goods, *reversed(both)) == {"P1": 190}


def test_a_tier_counts_by_line() -> None:
    tiers = promotion(1, TIERS, tiers=(Tier(3000, 500), Tier(10_000, 1000)))
    assert off(basket(line("P1", 100, 2), line("P2", 100, 3), line("P3", 100, 12)), tiers) == {
        "P2": 15,
        "P3": 120,
    }


def test_three_for_two_gives_the_cheapest_of_each_three() -> None:
    free = promotion(1, BUY_GET, buy=2, get=1, hundredths=10_000)
    assert off(basket(line("P1", 500, 2), line("P2", 300, 2), line("P3", 200, 2)), free) == {
        "P2": 300,
        "P3": 200,
    }


def test_two_pieces_are_not_yet_three_for_two() -> None:
    assert off(basket(line("P1", 500, 2)), promotion(1, BUY_GET, buy=2, get=1, hundredths=10_000)) == {}


def test_buy_this_and_get_that_cheaper_as_often_as_both_are_there() -> None:
    deal = promotion(
        1, BUY_GET, products=[1], buy=1, get=1, hundredths=5000, get_scope=Scope(products=frozenset({2}))
    )
    assert off(basket(line("P1", 900, 2), line("P2", 200, 3)), deal) == {"P2": 200}
    assert off(basket(line("P1", 900, 2), line("P2", 200, 3)), replace(deal, most_times=1)) == {"P2": 100}


def test_mix_and_match_any_three_for_a_price() -> None:
    deal = promotion(1, BUNDLE, buy=3, amount_minor=1000, products=[1, 2])
    found = off(basket(line("P1", 500, 2), line("P2", 300, 2), line("P3", 900)), deal)
    assert sum(found.values()) == 300  # 500 + 500 + 300 for 1000, the other 300 at its price
    assert set(found) == {"P1", "P2"}


def test_any_ten_of_them_cheaper_by_per_cent_and_nine_are_not_ten() -> None:
    deal = promotion(1, BUNDLE, buy=10, hundredths=1000, products=[1, 2])
    assert off(basket(line("P1", 200, 6), line("P2", 200, 3)), deal) == {}
    assert sum(off(basket(line("P1", 200, 6), line("P2", 200, 5)), deal).values()) == 200


def test_a_bundle_that_costs_more_than_its_pieces_is_none() -> None:
    assert off(basket(line("P1", 100, 3)), promotion(1, BUNDLE, buy=3, amount_minor=1000)) == {}


def test_weighed_goods_are_no_pieces() -> None:
    goods = basket(line("P1", 500, 3, whole=False))
    assert off(goods, promotion(1, BUY_GET, buy=2, get=1, hundredths=10_000)) == {}


def test_a_free_piece_is_not_reduced_again() -> None:
    found = off(
        basket(line("P1", 32_000, 4)), promotion(1, BUY_GET, buy=3, get=1, hundredths=10_000, mode=COMPOUND),
        promotion(2, PERCENT, hundredths=1000, mode=COMPOUND),
    )  # fmt: skip
    assert found == {"P1": 32_000 + 9600}


def test_a_basket_promotion_is_worked_out_last_and_met_to_the_cent() -> None:
    goods = basket(line("P1", 1000), line("P2", 1000), line("P3", 1000))
    found = off(goods, promotion(1, BASKET, amount_minor=1000, from_minor=3000, mode=COMPOUND))
    assert sorted(found.values()) == [333, 333, 334]
    assert off(goods, promotion(1, BASKET, amount_minor=1000, from_minor=3001, mode=COMPOUND)) == {}


@pytest.mark.parametrize(("with_tax", "given"), [(True, True), (False, False)])
def test_an_amount_to_reach_is_compared_with_tax_or_without(*, with_tax: bool, given: bool) -> None:
    goods = basket(line("P1", 32_000, rate=15_000))  # 320.00 with tax, 278.26 without
    found = off(goods, promotion(1, BASKET, hundredths=2000, from_minor=32_000, with_tax=with_tax))
    assert bool(found) is given


def test_a_most_is_never_exceeded() -> None:
    goods = basket(line("P1", 100_000), line("P2", 50_000))
    assert sum(off(goods, promotion(1, PERCENT, hundredths=2000, most_minor=20_000)).values()) == 20_000


def test_goods_that_get_no_discount_and_goods_left_out_are_outside() -> None:
    goods = basket(
        line("P1", 1000, discountable=False), line("P2", 1000, category_id=7), line("P3", 1000, category_id=7)
    )
    scope = Scope(categories=frozenset({7}), without_products=frozenset({2}))
    assert off(goods, replace(promotion(1, PERCENT, hundredths=1000), scope=scope)) == {"P3": 100}
    assert off(goods, promotion(1, PERCENT, hundredths=1000)) == {"P2": 100, "P3": 100}


@pytest.mark.parametrize(
    ("hour", "minute", "runs"), [(16, 59, False), (17, 0, True), (18, 59, True), (19, 0, False)]
)
def test_a_happy_hour_begins_and_ends_to_the_minute(*, hour: int, minute: int, runs: bool) -> None:
    calendar = Calendar(from_minute=17 * 60, to_minute=19 * 60)
    assert calendar.runs(datetime(2026, 11, 25, hour, minute, tzinfo=UTC), date(2026, 11, 25)) is runs


def test_days_weekdays_and_hours_over_midnight() -> None:
    night = Calendar(weekdays=0b0010000, from_minute=22 * 60, to_minute=2 * 60)  # Fridays
    friday = date(2026, 11, 27)
    assert night.runs(datetime(2026, 11, 28, 1, 30, tzinfo=UTC), friday)  # the business day is still Friday
    assert not night.runs(datetime(2026, 11, 28, 1, 30, tzinfo=UTC), date(2026, 11, 28))
    week = Calendar(first_day=friday, last_day=friday)
    assert not week.runs(datetime(2026, 11, 28, 12, 0, tzinfo=UTC), date(2026, 11, 28))
    assert not week.runs(datetime(2026, 11, 26, 12, 0, tzinfo=UTC), date(2026, 11, 26))


def test_a_coupon_or_a_customer_opens_a_promotion() -> None:
    by_coupon = promotion(1, PERCENT, hundredths=1000, by_coupon=True)
    own = promotion(2, PERCENT, hundredths=500, party_ids=frozenset({9}))
    assert off(basket(line("P1", 1000)), by_coupon, own) == {}
    assert off(basket(line("P1", 1000), unlocked=frozenset({1})), by_coupon, own) == {"P1": 100}
    assert off(basket(line("P1", 1000), party_id=9), by_coupon, own) == {"P1": 50}


def test_a_line_that_costs_next_to_nothing_is_not_reduced_by_a_cent_too_many() -> None:
    goods = basket(line("P0", 2, 5), line("P1", 228, 2), line("P2", 295, 4))
    first = promotion(1, PERCENT, hundredths=376, priority=1)
    rest = promotion(2, PERCENT, hundredths=10_000, products=[0])
    assert off(goods, first, rest, concurrency=Concurrency.ACROSS)["P0"] == 10


_LINES = st.lists(
    st.tuples(st.integers(1, 5000), st.integers(1, 8), st.booleans()), min_size=1, max_size=6
).map(
    lambda x: tuple(line(f"P{i}", price, pieces, whole=whole) for i, (price, pieces, whole) in enumerate(x))
)
_ONE = st.builds(
    promotion, st.just(0), st.sampled_from(PromotionKind), mode=st.sampled_from(PromotionMode),
    priority=st.integers(0, 2), hundredths=st.integers(0, 10_000), amount_minor=st.integers(0, 3000),
    buy=st.integers(1, 3), get=st.integers(1, 2), from_minor=st.integers(0, 5000),
    tiers=st.just((Tier(2000, 1500),)), most_minor=st.none() | st.integers(0, 4000),
    products=st.none() | st.sets(st.integers(0, 5), min_size=1),
)  # fmt: skip


def _numbered(found: list[Promotion]) -> list[Promotion]:
    return [replace(p, promotion_id=at + 1) for at, p in enumerate(found)]


@given(_LINES, st.lists(_ONE, max_size=4).map(_numbered), st.sampled_from(Concurrency))
def test_a_line_never_costs_less_than_nothing_and_a_most_holds(
    lines: tuple[BasketLine, ...], promotions: list[Promotion], concurrency: Concurrency
) -> None:
    found = work_out(basket(*lines), promotions, concurrency)
    for one in lines:
        assert 0 <= found.amount_minor(one.key) <= one.list_minor
    for p in promotions:
        given = sum(r.amount_minor for r in found.reductions if r.promotion_id == p.promotion_id)
        assert p.most_minor is None or given <= p.most_minor + len(lines)  # the cents of the one rounding


@given(_LINES, st.lists(_ONE, max_size=3).map(_numbered), st.sampled_from(Concurrency))
def test_the_order_in_which_promotions_are_listed_changes_nothing(
    lines: tuple[BasketLine, ...], promotions: list[Promotion], concurrency: Concurrency
) -> None:
    results = {str(work_out(basket(*lines), order, concurrency)) for order in permutations(promotions)}
    assert len(results) == 1


@given(_LINES, st.lists(_ONE, max_size=3).map(_numbered), st.sampled_from(Concurrency))
def test_promotions_of_goods_that_are_not_there_change_nothing(
    lines: tuple[BasketLine, ...], promotions: list[Promotion], concurrency: Concurrency
) -> None:
    foreign = [
        replace(p, promotion_id=p.promotion_id + 100, scope=Scope(products=frozenset({99})))
        for p in promotions
    ]
    goods = basket(*lines)
    assert work_out(goods, [*foreign, *promotions], concurrency) == work_out(goods, promotions, concurrency)
