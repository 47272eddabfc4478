"""Which price list says a price, and at which quantity it changes."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.quantity import ONE
from app.pricing.choosing import (
    BASE,
    FORMULA,
    OWN,
    Formula,
    Goods,
    ListRule,
    ListTerms,
    PriceBook,
    choose,
    ladder,
    list_ids,
    lists_for,
    step_at,
)
from app.pricing.rules import PriceLine

DAY = date(2026, 3, 2)
WINE = Goods(1, category_id=5)


def terms(list_id: int, code: str, currency: str = "EUR", **more: object) -> ListTerms:
    return ListTerms(list_id, code, code.title(), currency, includes_tax=True, **more)  # type: ignore[arg-type]


def line(minor: int, least: int = 0, pack: int | None = None, first: date | None = None) -> PriceLine:
    return PriceLine(pack, least * ONE, first, None, minor)


SHOP, TRADE, SUMMER, CITY = terms(1, "SHOP"), terms(2, "TRADE"), terms(3, "SUMMER"), terms(4, "CITY")
BOOK = PriceBook(
    {x.id: x for x in (SHOP, TRADE, SUMMER, CITY, terms(9, "ABROAD", "CHF"))},
    (
        ListRule(1, 4, store_id=7),
        ListRule(2, 3, valid_from=date(2026, 3, 1), valid_to=date(2026, 3, 31)),
        ListRule(3, 2, party_group_id=20),
        ListRule(4, 9, party_group_id=20, store_id=7),
    ),
)


def asked(
    own: int | None = None, groups: tuple[int, ...] = (), store: int | None = None, on: date = DAY
) -> str:
    found = lists_for(BOOK, own_id=own, groups=groups, store_id=store, on=on, last_id=1)
    return " ".join(x.code for x in found)


def test_the_customers_own_list_then_his_groups_then_the_store_then_the_season_then_the_shop() -> None:
    assert asked(own=3, groups=(20,), store=7) == "SUMMER TRADE CITY SHOP"
    assert asked(groups=(20,), store=7) == "TRADE CITY SUMMER SHOP"
    assert asked(store=7) == "CITY SUMMER SHOP"
    assert asked() == "SUMMER SHOP"
    assert asked(on=date(2026, 4, 1)) == "SHOP"


def test_lists_in_other_money_are_not_asked_unless_they_may_be() -> None:
    found = lists_for(BOOK, own_id=None, groups=(20,), store_id=7, on=DAY, last_id=1, any_currency=True)
    assert found[0].code == "ABROAD"


def test_of_two_lists_of_one_rank_the_higher_priority_then_the_one_begun_last_is_asked() -> None:
    rules = (
        ListRule(1, 1, party_group_id=1, valid_from=date(2026, 1, 1)),
        ListRule(2, 2, party_group_id=2, valid_from=date(2026, 2, 1)),
        ListRule(3, 3, party_group_id=3, priority=5),
    )
    found = lists_for(
        PriceBook(BOOK.lists, rules), own_id=None, groups=(1, 2, 3), store_id=None, on=DAY, last_id=4
    )
    assert [x.code for x in found] == ["SUMMER", "TRADE", "SHOP", "CITY"]


def test_the_first_list_that_has_a_price_says_it() -> None:
    prices = {1: [line(800)], 2: [line(700, least=6)]}
    one = choose([TRADE, SHOP], prices, WINE, quantity_milli=ONE, on=DAY)
    six = choose([TRADE, SHOP], prices, WINE, quantity_milli=6 * ONE, on=DAY)
    assert one is not None
    assert six is not None
    assert (one.list_code, one.price_minor) == ("SHOP", 800)
    assert (six.list_code, six.price_minor, six.break_milli, six.how) == ("TRADE", 700, 6000, OWN)
    assert choose([TRADE, SHOP], {}, WINE, quantity_milli=ONE, on=DAY) is None
    assert choose([SHOP], prices, WINE, quantity_milli=-ONE, on=DAY) == one  # goods that come back


def test_a_list_by_formula_takes_the_first_that_fits_and_its_own_prices_before() -> None:
    rules = terms(
        6, "RULES", base_id=1,
        formulas=(Formula(None, 5, 10 * ONE, 8000), Formula(1, None, 0, 9000), Formula(None, None, 0, 9500)),
    )  # fmt: skip
    prices = {1: [line(999)]}
    wine = choose([rules], prices, WINE, quantity_milli=10 * ONE, on=DAY)
    few = choose([rules], prices, WINE, quantity_milli=ONE, on=DAY)
    other = choose([rules], prices, Goods(2, 6), quantity_milli=ONE, on=DAY)
    assert [x.price_minor if x else None for x in (wine, few, other)] == [799, 899, 949]
    assert wine is not None
    assert (wine.how, wine.break_milli) == (FORMULA, 10_000)
    assert list_ids([rules]) == [1, 6]
    own = choose([rules], {**prices, 6: [line(500)]}, WINE, quantity_milli=ONE, on=DAY)
    assert own is not None
    assert own.price_minor == 500


def test_the_ladder_counts_breaks_of_base_units_in_packagings() -> None:
    case = Goods(1, 5, packaging_id=3, pack_milli=6 * ONE)
    steps = ladder([SHOP], {1: [line(100), line(90, least=10)]}, case, on=DAY)
    assert [(x.from_milli, x.price_minor, x.how) for x in steps] == [(0, 600, BASE), (1667, 540, BASE)]
    assert step_at(steps, 2 * ONE).price_minor == 540
    assert step_at(steps, -ONE).price_minor == 600
    late = ladder([SHOP], {1: [line(90, least=10)]}, WINE, on=DAY)
    assert step_at(late, ONE).price_minor == 90  # below the only break: that price


_lines = st.lists(
    st.builds(
        PriceLine, st.sampled_from([None, None, 3]), st.integers(0, 20).map(lambda n: n * 500), st.none(),
        st.none(), st.integers(1, 500),
    ),
    max_size=6,
)  # fmt: skip


@given(_lines, _lines, st.integers(0, 12_000), st.sampled_from([None, 3]))
def test_the_ladder_says_of_every_quantity_what_the_rule_says(
    trade: list[PriceLine], shop: list[PriceLine], quantity: int, pack: int | None
) -> None:
    rules = terms(
        6, "RULES", base_id=1, formulas=(Formula(None, None, 4000, 9000), Formula(None, None, 0, 9900))
    )
    goods = Goods(1, 5, pack, ONE if pack is None else 2500)
    lists, prices = [rules, TRADE, SHOP], {1: shop, 2: trade}
    chosen = choose(lists, prices, goods, quantity_milli=quantity, on=DAY)
    steps = ladder(lists, prices, goods, on=DAY)
    if chosen is not None:
        assert step_at(steps, quantity).price_minor == chosen.price_minor
