"""Paying: what is left, what goes back, what coins cannot pay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.payments.cash_rounding import round_cash
from app.till.tender import (
    NoSuchTenderError,
    NothingToPayError,
    TenderAbsurdError,
    Tendering,
    TenderNotPositiveError,
    TenderTooMuchError,
    denominations,
    notes,
    quick_notes,
)

STEPS = st.sampled_from([1, 5, 10, 100])


@given(st.integers(1, 10**6), STEPS, st.lists(st.tuples(st.booleans(), st.integers(1, 10**6)), max_size=8),
       st.booleans())  # fmt: skip
def test_what_was_paid_less_the_change_is_what_was_due_and_the_rounding(
    due: int,
    step: int,
    payments: list[tuple[bool, int]],
    refund: bool,  # noqa: FBT001
) -> None:
    paying = Tendering(-due if refund else due, "EUR", step)
    for cash, amount in payments:
        if paying.is_complete:
            break
        room = abs(paying.cash_due_minor if cash else paying.still_to_pay_minor)
        coins = amount // step * step  # what can be handed over
        wanted = coins if cash and not refund else min(coins if cash else amount, room)
        if wanted:
            kind = "cash" if cash else "card"
            paying = paying.add(kind, kind, wanted)
    if not paying.is_complete:
        paying = paying.add("card", "card", abs(paying.still_to_pay_minor))
    assert paying.is_complete
    assert paying.still_to_pay_minor == 0
    taken = sum(t.amount_minor for t in paying.tenders)
    assert taken == paying.due_minor + paying.rounding_minor
    assert 2 * abs(paying.rounding_minor) <= step
    assert all(abs(t.tendered_minor) == abs(t.amount_minor) + t.change_minor for t in paying.tenders)
    assert paying.change_minor % step == 0 or not paying.change_minor


@given(st.integers(1, 10**6), STEPS)
def test_a_card_pays_to_the_cent_and_cash_in_coins(due: int, step: int) -> None:
    paying = Tendering(due, "EUR", step)
    assert paying.add("card", "card", due).rounding_minor == 0
    cash = paying.cash_due_minor
    if cash:
        assert paying.add("cash", "cash", cash).rounding_minor == round_cash(due, step) - due


def test_a_split_rounds_only_what_is_left_for_cash() -> None:
    paying = Tendering(1002, "CHF", 5).add("card", "card", 500)
    assert (paying.still_to_pay_minor, paying.cash_due_minor) == (502, 500)
    paying = paying.add("cash", "cash", 1000)
    assert (paying.change_minor, paying.rounding_minor, paying.is_complete) == (500, -2, True)


def test_too_much_by_less_than_a_coin_is_complete_and_the_cent_is_rounding() -> None:
    paying = Tendering(1001, "CHF", 5).add("card", "card", 1002, gives_change=True)
    assert (paying.is_complete, paying.change_minor, paying.rounding_minor) == (True, 0, 1)


def test_what_cannot_be_paid_is_refused_in_words() -> None:
    paying = Tendering(1000, "EUR")
    for amount in (0, -5):
        with pytest.raises(TenderNotPositiveError):
            paying.add("cash", "cash", amount)
    with pytest.raises(TenderTooMuchError, match=r"Only 10.00 EUR is left"):
        paying.add("card", "card", 1001)
    with pytest.raises(TenderAbsurdError, match="barcode"):
        paying.add("cash", "cash", 4_006_381_333_931)
    paid = paying.add("cash", "cash", 1000)
    with pytest.raises(NothingToPayError):
        paid.add("cash", "cash", 1)
    with pytest.raises(NoSuchTenderError):
        paid.remove(1)
    assert paid.remove(0) == paying


def test_a_refund_pays_out_and_gives_no_change() -> None:
    paying = Tendering(-1000, "EUR").add("card", "card", 400)
    assert [t.amount_minor for t in paying.tenders] == [-400]
    with pytest.raises(TenderTooMuchError):
        paying.add("cash", "cash", 601)
    assert paying.add("cash", "cash", 600).is_complete


def test_likely_notes_are_proposed_the_exact_amount_first() -> None:
    assert quick_notes(1766, "EUR") == (1766, 2000, 5000, 10000, 20000)
    assert quick_notes(0, "EUR") == ()
    assert quick_notes(1002, "CHF", cash_rounding_minor=5)[0] == 1000


@given(st.integers(1, 10**6), st.sampled_from(["EUR", "CHF", "JPY", "KWD", "XYZ"]))
def test_every_proposed_note_pays_the_sale(due: int, currency: str) -> None:
    found = quick_notes(due, currency)
    assert list(found) == sorted(set(found))
    assert 1 <= len(found) <= 5
    assert found[0] == due
    assert all(Tendering(due, currency).add("cash", "cash", note).is_complete for note in found)


def test_denominations_hold_the_notes_and_go_down() -> None:
    for currency in ("EUR", "CHF", "JPY", "SEK", "ZZZ"):
        found = denominations(currency)
        assert list(found) == sorted(found, reverse=True)
        assert notes(currency) <= set(found)
