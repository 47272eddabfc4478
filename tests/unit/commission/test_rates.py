"""Which rate a line gets, and what it comes to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.commission.rules import WHOLE, Rate, RateBook, commission_of


def test_the_most_particular_rate_wins() -> None:
    book = RateBook(
        [
            Rate(1, None, None, None, 1000), Rate(2, None, 7, None, 2000), Rate(3, 5, None, None, 3000),
            Rate(4, None, None, 9, 4000), Rate(5, 5, 7, None, 5000), Rate(6, 5, None, 9, 6000),
        ]
    )  # fmt: skip
    assert book.rate_for(1, None, None) == 1000
    assert book.rate_for(1, 7, 8) == 2000
    assert book.rate_for(5, 8, 8) == 3000
    assert book.rate_for(1, 7, 9) == 4000
    assert book.rate_for(5, 7, 8) == 5000
    assert book.rate_for(5, 7, 9) == 6000
    assert RateBook([]).rate_for(1, 1, 1) == 0


@given(st.integers(-(10**12), 10**12), st.integers(0, WHOLE))
def test_what_comes_back_takes_back_what_was_earned(net: int, rate: int) -> None:
    assert commission_of(net, rate) + commission_of(-net, rate) == 0
    assert abs(commission_of(net, rate)) <= abs(net)
