"""Money and quantities: exact, and never lost in a split."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.money import CurrencyMismatchError, Money, minor_digits, round_half_up, split_by_weight
from app.kernel.quantity import (
    QuantityTextError,
    extend,
    milli_from_text,
    milli_to_decimal,
)

AMOUNTS = st.integers(-(10**12), 10**12)


@given(AMOUNTS, st.integers(1, 10**9))
def test_halves_go_away_from_zero_and_the_mirror_rounds_alike(numerator: int, denominator: int) -> None:
    rounded = round_half_up(numerator, denominator)
    assert abs(2 * (rounded * denominator - numerator)) <= denominator
    assert round_half_up(-numerator, denominator) == -rounded


def test_a_half_goes_away_from_zero() -> None:
    assert [round_half_up(n, 2) for n in (1, -1, 3, -3)] == [1, -1, 2, -2]


@given(AMOUNTS, st.lists(st.integers(0, 10**6), min_size=1, max_size=30).filter(any))
def test_a_split_loses_no_cent_and_each_part_is_next_to_its_share(amount: int, weights: list[int]) -> None:
    parts = split_by_weight(amount, weights)
    assert sum(parts) == amount
    total = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * total - amount * weight) < total
    assert split_by_weight(-amount, weights) == [-p for p in parts]


def test_ties_of_a_split_go_to_the_earlier_part() -> None:
    assert split_by_weight(100, [1, 1, 1]) == [34, 33, 33]
    assert split_by_weight(1, [1, 1]) == [1, 0]


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1, 5]])
def test_weights_that_share_nothing_out_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights must not be negative"):
        split_by_weight(100, weights)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [("12.30", "EUR", 1230), ("12", "JPY", 12), ("1.234", "KWD", 1234), (" -0.05 ", "EUR", -5),
     ("0.500", "EUR", 50), ("+7", "EUR", 700), (".5", "EUR", 50)],
)  # fmt: skip
def test_an_amount_is_read_exactly(text: str, currency: str, minor: int) -> None:
    assert Money.exact(text, currency).minor == minor


@pytest.mark.parametrize(
    "text",
    ["", "abc", "12.345", "NaN", "Infinity", "1e999999", "1e2", "1_000", "٣",
     "1.0000000000000000000000000001",
     "99999999999999999999999999999.99", "12,30", "9" * 10_000],
)  # fmt: skip
def test_what_is_no_amount_is_refused_and_nothing_is_rounded_on_the_way(text: str) -> None:
    with pytest.raises(ValueError, match="not an amount of EUR"):
        Money.exact(text, "EUR")


@given(AMOUNTS, st.sampled_from(["EUR", "JPY", "KWD", "CLF"]))
def test_an_amount_written_and_read_is_the_same(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.exact(str(money).split(" ", maxsplit=1)[0], currency) == money
    assert Money.from_decimal(money.to_decimal(), currency) == money


def test_money_is_no_float_and_no_mixture() -> None:
    with pytest.raises(TypeError):
        Money(1.5, "EUR")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(True, "EUR")  # noqa: FBT003
    with pytest.raises(CurrencyMismatchError):
        Money(1, "EUR") + Money(1, "USD")
    with pytest.raises(ValueError, match="currency"):
        Money(1, "eur")
    assert Money.from_decimal(Decimal("0.005"), "EUR").minor == 1
    assert minor_digits("XYZ") == 2


@pytest.mark.parametrize(("text", "milli"), [("2", 2000), ("0,25", 250), ("0.250", 250), (" 1.5 ", 1500)])
def test_a_quantity_is_read_exactly(text: str, milli: int) -> None:
    assert milli_from_text(text) == milli


@pytest.mark.parametrize("text", ["", "x", "1.2345", "1e9", "1e999999", "NaN", "1.000,5", "9" * 5000])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(QuantityTextError):
        milli_from_text(text)


@given(st.integers(-(10**9), 10**9))
def test_a_quantity_written_and_read_is_the_same(milli: int) -> None:
    assert milli_from_text(f"{milli_to_decimal(milli):f}") == milli


@given(st.integers(0, 10**7), st.integers(0, 10**6))
def test_quantity_times_price_is_rounded_once(price: int, milli: int) -> None:
    assert extend(price, milli) == round_half_up(price * milli, 1000)
