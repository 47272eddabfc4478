"""Allowances that an invoice cannot bear wait; rates of currencies are turned both ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.invoicing.operations.drafts import bearable
from app.invoicing.rules import BillLine
from app.terms.rules import minor_rate, whole_rate


def _line(amount_minor: int) -> BillLine:
    return BillLine("x", "", "pc", 1000, 1000, amount_minor, amount_minor, 1)


def test_the_largest_allowance_waits_first() -> None:
    kept = bearable([_line(100), _line(-500), _line(-80)])
    assert [x.amount_minor for x in kept] == [100, -80]


@given(st.lists(st.integers(-10_000, 10_000), max_size=8))
def test_what_is_kept_is_never_below_zero_and_loses_no_charge(amounts: list[int]) -> None:
    kept = [x.amount_minor for x in bearable([_line(a) for a in amounts])]
    assert sum(kept) >= 0
    assert sorted(a for a in kept if a > 0) == sorted(a for a in amounts if a > 0)
    if sum(amounts) >= 0:
        assert kept == amounts


@given(st.integers(1, 10**9), st.sampled_from(["USD", "JPY", "KWD", "EUR"]))
def test_a_rate_that_is_fine_enough_comes_back_as_it_was_said(micro: int, currency: str) -> None:
    whole = micro * 10  # a currency of three digits loses one
    kept = minor_rate(whole, currency=currency, home="EUR")
    assert whole_rate(kept, currency=currency, home="EUR") == whole


def test_a_yen_is_a_small_part_of_a_cent_more_than_of_a_euro() -> None:
    assert minor_rate(6100, currency="JPY", home="EUR") == 610_000
    assert minor_rate(3_000_000, currency="KWD", home="EUR") == 300_000
