"""Cash in coins that exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.payments.cash_rounding import CashRoundingMode, cash_step, round_cash


@given(st.integers(-(10**7), 10**7), st.sampled_from([1, 5, 10, 50, 100]), st.sampled_from(CashRoundingMode))
def test_cash_is_whole_steps_near_the_amount_and_a_refund_is_the_mirror(
    amount: int, step: int, mode: CashRoundingMode
) -> None:
    cash = round_cash(amount, step, mode)
    assert cash % step == 0
    assert abs(cash - amount) < step
    assert round_cash(-amount, step, mode) == -cash
    assert round_cash(cash, step, mode) == cash


@pytest.mark.parametrize(
    ("mode", "cash"),
    [(CashRoundingMode.HALF_UP, 10), (CashRoundingMode.HALF_DOWN, 0), (CashRoundingMode.UP, 10),
     (CashRoundingMode.DOWN, 0)],
)  # fmt: skip
def test_a_half_goes_the_way_of_the_mode(mode: CashRoundingMode, cash: int) -> None:
    assert round_cash(5, 10, mode) == cash


@pytest.mark.parametrize(
    ("country", "currency", "step"),
    [("NL", "EUR", 5), ("DE", "EUR", 1), ("CH", "CHF", 5), ("HU", "HUF", 500), ("GB", "GBP", 1)],
)
def test_each_country_has_its_smallest_coin(country: str, currency: str, step: int) -> None:
    assert cash_step(country, currency) == step
