"""Interest, tax shares, promises and levels by example and by property."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.collections.levels import DEFAULT_LEVELS, DEFAULT_RATES, DEFAULT_TEXTS, text_of
from app.collections.rules import (
    Balance,
    Level,
    Promised,
    Rate,
    Received,
    TaxGroup,
    fee_of,
    judge_promises,
    levels_follow,
    next_level,
    rate_on,
    share_of_tax,
    simple_interest,
)
from app.collections.states import PromiseStatus

DAY = date(2026, 1, 1)
A, B = TaxGroup("A", 19_000, 100_000, 19_000), TaxGroup("B", 7000, 50_000, 3500)


def day(n: int) -> date:
    return DAY + timedelta(days=n)


def test_one_per_cent_of_1190_is_10_and_1_90_of_tax() -> None:
    assert share_of_tax(1190, [A]) == [TaxGroup("A", 19_000, 1000, 190)]


def test_a_document_without_tax_gives_all_to_the_base() -> None:
    assert share_of_tax(1190, []) == [TaxGroup("", 0, 1190, 0)]


GROUPS = st.lists(st.tuples(st.sampled_from([0, 7000, 19_000, 25_000]), st.integers(0, 10**7)), max_size=4)


@given(st.integers(1, 10**7), GROUPS)
def test_the_shares_come_to_the_amount_and_are_right_at_each_rate(
    gross: int, drawn: list[tuple[int, int]]
) -> None:
    groups = [TaxGroup(str(i), r, base, base * r // 100_000) for i, (r, base) in enumerate(drawn)]
    shares = share_of_tax(gross, groups)
    assert sum(s.base_minor + s.tax_minor for s in shares) == gross
    for s in shares:
        assert abs(s.tax_minor - Fraction(s.base_minor * s.rate, 100_000)) <= 1


def test_interest_of_100_at_10_per_cent_for_15_days_is_41_cents() -> None:
    found = simple_interest([Balance(DAY, 10_000)], [Rate(DAY, 10_000)], first=day(1), last=day(15))
    assert found == 41


def test_interest_follows_the_half_years_and_what_was_paid() -> None:
    rates = [Rate(date(2026, 1, 1), 10_150), Rate(date(2026, 7, 1), 10_400)]
    balances = [Balance(date(2026, 5, 1), 100_000), Balance(date(2026, 7, 11), 40_000)]
    found = simple_interest(balances, rates, first=date(2026, 6, 21), last=date(2026, 7, 20))
    exact = Fraction(100_000 * 10_150 * 10 + 100_000 * 10_400 * 10 + 40_000 * 10_400 * 10, 100_000 * 365)
    assert found == round(exact)
    assert (
        simple_interest(balances, rates, first=date(2026, 6, 21), last=date(2026, 7, 20), year_days=360)
        > found
    )
    assert rate_on(rates, date(2025, 12, 31)) is None


@given(st.integers(1, 10**8), st.integers(0, 400), st.integers(1, 400))
def test_interest_charged_in_two_parts_is_that_of_the_whole_but_for_a_cent(
    minor: int, cut: int, more: int
) -> None:
    arguments = {"balances": [Balance(DAY, minor)], "rates": [Rate(DAY, 10_000), Rate(day(100), 12_000)]}
    whole = simple_interest(**arguments, first=day(1), last=day(cut + more))
    first = simple_interest(**arguments, first=day(1), last=day(cut)) if cut else 0
    assert abs(whole - first - simple_interest(**arguments, first=day(cut + 1), last=day(cut + more))) <= 1


def judge(promises: list[Promised], received: list[Received], on: int) -> list[PromiseStatus]:
    found = judge_promises(promises, received, on=day(on), grace_days=2)
    return [found[p.promise_id] for p in promises]


def test_a_promise_is_kept_within_its_grace_and_broken_after_it() -> None:
    one = Promised(1, 1000, day(0), day(5))
    assert judge([one], [], 7) == [PromiseStatus.OPEN]
    assert judge([one], [], 8) == [PromiseStatus.BROKEN]
    assert judge([one], [Received(day(7), 1000)], 8) == [PromiseStatus.KEPT]
    assert judge([one], [Received(day(8), 1000)], 8) == [PromiseStatus.BROKEN]
    assert judge([one], [Received(day(3), 999)], 8) == [PromiseStatus.BROKEN]
    assert judge([Promised(1, 1000, day(0), day(5), withdrawn=True)], [], 8) == [PromiseStatus.WITHDRAWN]


def test_the_same_money_keeps_one_promise_only() -> None:
    two = [Promised(1, 1000, day(0), day(5)), Promised(2, 1000, day(0), day(6))]
    assert judge(two, [Received(day(4), 1500)], 9) == [PromiseStatus.KEPT, PromiseStatus.BROKEN]
    assert judge(two, [Received(day(4), 2000)], 9) == [PromiseStatus.KEPT, PromiseStatus.KEPT]


def test_levels_follow_each_other_and_none_is_leapt_over() -> None:
    levels = list(DEFAULT_LEVELS)
    assert levels_follow(levels)
    assert not levels_follow([levels[1], levels[0]])

    def level(late: int, reached: int, since: int | None) -> int:
        found = next_level(levels, days_late=late, reached=reached, days_since=since)
        return found.position if found else 0

    assert [level(2, 0, None), level(3, 0, None), level(90, 0, None)] == [0, 1, 1]
    assert [level(16, 1, 13), level(17, 1, 9), level(17, 1, 10)] == [0, 0, 2]
    assert [level(90, 2, 10), level(300, 3, 200)] == [3, 0]


def test_a_fee_in_per_cent_is_of_the_invoices() -> None:
    level = Level(1, "x", 0, 0, 0, 0, 500, interest=False, compensation_minor=0, stops_credit=False)
    assert fee_of(level, 10_000) == 500


def test_texts_are_there_in_both_languages_and_later_levels_take_the_last() -> None:
    assert text_of(DEFAULT_TEXTS, 2, "de").title == "2. Mahnung"
    assert text_of(DEFAULT_TEXTS, 7, "fr").title == "Final notice"
    assert all("{day}" in t.opening for t in DEFAULT_TEXTS)
    assert [r.rate.thousandths for r in DEFAULT_RATES[-2:]] == [10_150, 10_400]
