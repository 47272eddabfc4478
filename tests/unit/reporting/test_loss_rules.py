"""When a figure of a cashier is more than chance: by example, by property, beside exact fractions."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reporting.loss.rules import (
    LISTS,
    Compared,
    binomial_tail,
    chance_of,
    hypergeometric_tail,
    judge,
    level_of,
)

COUNTS = st.integers(0, 40)


def test_a_few_cases_are_chance_and_many_are_not() -> None:
    level = level_of(50)
    assert not judge(Compared(3, 10, 0, 10), level).stands_out  # the coin fell thrice on the same side
    assert judge(Compared(30, 100, 10, 1000), level).stands_out
    assert not judge(Compared(30, 100, 200, 1000), level).stands_out  # not twice as often
    assert judge(Compared(8, 0, 0, 100), level).stands_out  # who sells nothing and refunds
    assert judge(Compared(12, 13, 5, 100, is_share=True), level).stands_out


def test_nobody_stands_out_where_there_is_nobody_to_compare_with() -> None:
    verdict = judge(Compared(50, 10, 0, 0), level_of(1))
    assert (verdict.chance, verdict.stands_out) == (1.0, False)
    assert not judge(Compared(0, 10, 5, 10), level_of(1)).stands_out


def test_the_bound_is_shared_out_over_all_that_is_compared() -> None:
    assert level_of(0) == level_of(1) == LISTS
    assert level_of(200) * 200 == pytest.approx(LISTS)
    borderline = Compared(6, 100, 0, 300)
    assert judge(borderline, level_of(10)).stands_out
    assert not judge(borderline, level_of(1000)).stands_out


@given(tries=COUNTS, least=COUNTS, part=st.integers(1, 50), rest=st.integers(1, 50))
def test_the_binomial_tail_is_the_exact_one(tries: int, least: int, part: int, rest: int) -> None:
    share = Fraction(part, part + rest)
    exact = sum(comb(tries, k) * share**k * (1 - share) ** (tries - k) for k in range(least, tries + 1))
    assert binomial_tail(least, tries, part, part + rest) == pytest.approx(float(exact), rel=1e-9, abs=1e-15)


@given(marked=COUNTS, plain=COUNTS, drawn=COUNTS, least=COUNTS)
def test_the_hypergeometric_tail_is_the_exact_one(marked: int, plain: int, drawn: int, least: int) -> None:
    whole = marked + plain
    drawn = min(drawn, whole)
    ways = sum(
        comb(marked, k) * comb(plain, drawn - k) for k in range(least, min(drawn, marked) + 1)
    )  # fmt: skip
    exact = Fraction(ways, comb(whole, drawn))
    assert hypergeometric_tail(least, drawn, marked, whole) == pytest.approx(
        float(exact), rel=1e-9, abs=1e-15
    )


@given(mine=st.integers(1, 200), base=st.integers(200, 400), others=COUNTS, others_base=st.integers(40, 4000))
def test_more_of_it_is_never_less_telling(mine: int, base: int, others: int, others_base: int) -> None:
    for is_share in (False, True):
        less, more = (
            chance_of(Compared(count, base, others, others_base, is_share)) for count in (mine - 1, mine)
        )
        assert more <= less + 1e-12


def test_a_quarter_of_a_large_shop_is_reckoned_without_losing_the_tail() -> None:
    assert binomial_tail(100_000, 200_000, 1, 2) == pytest.approx(0.5, abs=0.001)
    assert 0 < binomial_tail(3000, 50_000, 1, 20) < 1e-20
