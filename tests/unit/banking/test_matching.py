"""Which open items a line pays: what is named, who pays, what comes to the amount, and when it is sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.banking.matching.amounts import only_subset
from app.banking.matching.decide import candidates
from app.banking.matching.index import Index
from app.banking.matching.model import Advice, Candidate, Claim, Facts, Ground, Known, Payer, Share
from app.banking.matching.words import NumberBook, compact, is_rf, parts_of, rf_reference
from bench.bank_matching import play
from bench.bank_world import make_world

DAY = date(2026, 3, 2)
ALPHA, BETA = Payer(1, "Müller Maschinenbau GmbH", "K10001"), Payer(2, "Café am Hafen KG", "K10002")
IBAN, OTHER_IBAN = "DE02120300000000202051", "DE21500500009876543210"


def _claim(item: int, amount: int, *, party: int = 1, number: str = "", **more: object) -> Claim:
    made = Claim(
        item,
        party,
        number or f"INV-2026-{item:06d}",
        DAY - timedelta(days=28),
        DAY + timedelta(days=2),
        amount,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _found(claims: list[Claim], amount: int, text: str = "", **more: object) -> list[Candidate]:
    known = more.pop("known", Known({IBAN: frozenset({1})}))
    extra = {k: more.pop(k) for k in ("paid", "advices") if k in more}
    facts = replace(Facts(amount, DAY, text, ALPHA.name, ""), **more)  # type: ignore[arg-type]
    return candidates(Index(claims, [ALPHA, BETA], known, **extra), facts)  # type: ignore[arg-type]


def _book(*numbers: str) -> NumberBook:
    book = NumberBook()
    for item, number in enumerate(numbers, start=1):
        book.add(item, number, (f"O-2026-{item + 500:06d}",))
    return book


@pytest.mark.parametrize(
    "text",
    [
        "INV-2026-000012", "inv 2026 000012", "RE INV-2026-00 0012 DANKE", "lNV-2O26-OOOO12",
        "xINV2026000012,",
    ],
)  # fmt: skip
def test_a_whole_number_is_found_however_it_is_written(text: str):
    book = _book(*(f"INV-2026-{n:06d}" for n in range(1, 20)))
    assert book.find(text).whole == (12,)


def test_the_beginning_of_a_longer_number_is_not_the_number():
    assert _book("INV-2026-000001").find("INV-2026-0000012").whole == ()
    assert _book("4711", "47112").find("invoice 47112").whole == (2,)


def test_lists_and_ranges_go_on_from_a_whole_number():
    book = _book(*(f"INV-2026-{n:06d}" for n in range(1, 20)))
    for text, listed in (
        ("INV-2026-000012, 13 und 15", (13, 15)), ("INV-2026-000012 bis 15", (13, 14, 15)),
        ("INV-2026-000012 to INV-2026-000014", (13,)), ("INV-2026-000012 - 14", (13, 14)),
        ("INV-2026-000012", ()),
    ):  # fmt: skip
        found = book.find(text)
        assert found.listed == listed
        assert 12 in found.whole


def test_short_numbers_count_where_one_document_only_is_meant():
    book = _book("INV-2026-000012", "INV-2025-000012", "INV-2026-000345")
    assert book.find("RE 2026-12").short == (1,)
    assert book.find("invoice 345").short == (3,)
    assert book.find("000345").short == (3,)
    assert book.find("invoice 12").short == ()  # of which year
    assert book.find("order O-2026-000503").other == (3,)
    book.remove(3)
    assert book.find("invoice 345").short == ()


def test_a_creditor_reference_is_found_with_its_check_digits_and_over_a_line_break():
    number = "INV-2026-000012"
    reference = rf_reference(number)
    assert is_rf(reference)
    assert not is_rf(reference[:-1] + "3")
    book = _book(number)
    assert book.find("", reference).structured == (1,)
    assert book.find(f"{reference[:7]} {reference[7:]}").structured == (1,)
    assert book.find("", f"RF00{reference[4:]}").structured == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ABC0123456789", min_size=1, max_size=21))
def test_every_creditor_reference_holds(body: str):
    assert is_rf(rf_reference(body))


def test_numbers_are_taken_apart():
    assert (parts_of("INV-2026-000012").prefix, parts_of("INV-2026-000012").year) == ("INV", "2026")
    assert parts_of("INV-2026-000012").sequence == 12
    assert parts_of("draft").sequence is None
    assert compact("Größe-0o1l") == compact("GROSSE OO1I")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=9), st.integers(1, 1500))
def test_a_subset_is_found_when_it_is_the_only_one(amounts: list[int], wanted: int):
    claims = [_claim(i, a) for i, a in enumerate(amounts, start=1)]
    ways = [
        c for n in range(1, len(claims) + 1) for c in combinations(claims, n)
        if sum(x.open_minor for x in c) == wanted
    ]  # fmt: skip
    found = only_subset(claims, wanted)
    assert (found is not None) == (len(ways) == 1)
    if found is not None:
        assert found == list(ways[0])


def test_number_and_amount_are_booked_alone():
    best = _found([_claim(1, 1000), _claim(2, 1000, party=2)], 1000, "INV-2026-000001")[0]
    assert best.sure
    assert best.shares == (Share(1, 1000),)
    assert best.has(Ground.NUMBER, Ground.EXACT, Ground.NAME)
    assert best.probability > 990


def test_one_line_over_several_invoices_less_discounts_is_explained():
    until = DAY + timedelta(days=1)
    claims = [
        _claim(1, 10_000, discount_minor=200, discount_until=until),
        _claim(2, 5_000, discount_minor=100, discount_until=until), _claim(3, 7_000),
    ]  # fmt: skip
    best = _found(claims, 21_700, "INV-2026-000001, 2, 3 less 2 %")[0]
    assert best.sure
    assert best.shares == (Share(1, 10_000, 200), Share(2, 5_000, 100), Share(3, 7_000))
    late = [replace(c, discount_until=DAY - timedelta(days=9)) for c in claims]
    assert not _found(late, 21_700, "INV-2026-000001, 2, 3")[0].sure


def test_a_credit_note_is_set_against_the_invoice_it_was_taken_from():
    best = _found([_claim(1, 10_000), _claim(2, -2_500)], 7_500, "INV-2026-000001")[0]
    assert best.sure
    assert (best.shares, best.credits) == ((Share(1, 10_000),), (Share(2, 2_500),))


def test_a_fee_is_sure_only_when_the_bank_says_it():
    claims = [_claim(1, 10_000)]
    told = _found(claims, 9_200, "INV-2026-000001", charges_minor=800)[0]
    assert (told.fee_minor, told.sure) == (800, True)
    guessed = _found(claims, 9_200, "INV-2026-000001")[0]
    assert (guessed.fee_minor, guessed.sure) == (800, False)


def test_cents_parts_and_too_much_are_suggested_and_left_to_a_person():
    claims = [_claim(1, 10_000)]
    cents, part, over, less = (
        _found(claims, a, "INV-2026-000001")[0] for a in (9_998, 4_000, 30_000, 10_002)
    )
    assert (cents.difference_minor, less.difference_minor) == (2, -2)
    assert part.shares == (Share(1, 4_000),)
    assert over.rest_minor == 20_000
    assert not any(c.sure for c in (cents, part, over, less))


def test_the_account_of_a_payer_and_an_amount_of_his_are_enough():
    claims = [_claim(1, 12_345), _claim(2, 777), _claim(3, 12_345, party=2)]
    best = _found(claims, 12_345, "thanks", iban=IBAN)[0]
    assert (best.sure, best.shares, best.party_id) == (True, (Share(1, 12_345),), 1)
    # two of his have the amount: whose turn it is a person decides
    assert not _found([*claims, _claim(4, 12_345)], 12_345, "thanks", iban=IBAN)[0].sure


def test_all_that_is_open_of_a_known_payer_is_taken_for_his_balance():
    claims = [_claim(1, 1_111), _claim(2, 2_222), _claim(3, 4_444)]
    best = _found(claims, 7_777, "account", iban=IBAN)[0]
    assert best.has(Ground.BALANCE)
    assert len(best.shares) == 3


def test_a_stranger_is_never_booked_alone():
    claims = [_claim(1, 1000)]
    for more in ({"name": "Somebody Quite Different"}, {"iban": OTHER_IBAN}):
        known = Known({OTHER_IBAN: frozenset({2})})
        best = _found(claims, 1000, "INV-2026-000001", known=known, **more)[0]
        assert best.shares == (Share(1, 1000),)
        assert best.has(Ground.OTHER_PAYER)
        assert not best.sure


def test_a_disputed_item_is_never_booked_alone():
    assert not _found([_claim(1, 1000, disputed=True)], 1000, "INV-2026-000001", iban=IBAN)[0].sure


def test_amount_alone_is_a_suggestion():
    found = _found([_claim(1, 1000), _claim(2, 1000, party=2)], 1000, "thanks", name="")
    assert {c.party_id for c in found} == {1, 2}
    assert not any(c.sure for c in found)
    assert all(c.has(Ground.AMBIGUOUS) for c in found)


def test_what_is_paid_twice_becomes_the_customers_credit():
    best = _found([], 1000, "INV-2026-000009", paid=[_claim(9, 1000)])[0]
    assert (best.rest_minor, best.shares, best.sure) == (1000, (), False)
    assert best.has(Ground.PAID)


def test_an_advice_explains_a_line_without_numbers():
    advice = Advice(5, 1, "ADV-7", 900, (Share(1, 500), Share(2, 410, 10)))
    best = _found([_claim(1, 1000), _claim(2, 410)], 900, "ref ADV-7", advices=[advice])[0]
    assert best.sure
    assert best.shares == advice.shares


def test_at_most_three_are_shown_and_money_out_pays_nothing():
    claims = [_claim(i, 1000, party=1 + i % 2) for i in range(1, 9)]
    assert len(_found(claims, 1000, "thanks", name="")) == 3
    assert _found(claims, -1000, "INV-2026-000001") == []


def test_a_learnt_name_counts_as_the_customers_own():
    known = Known({}, {"ANNA PRIVAT": frozenset({1})})
    best = _found([_claim(1, 1000)], 1000, "INV-2026-000001", name="Anna Privat", known=known)[0]
    assert best.sure
    assert best.has(Ground.NAME)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=60), st.integers(-5000, 200_000), st.text(max_size=30),
    st.lists(st.integers(-5000, 50_000).filter(bool), max_size=8),
)  # fmt: skip
def test_a_candidate_explains_the_amount_to_the_last_unit(
    text: str, amount: int, name: str, open_: list[int]
):
    claims = [_claim(i, a, party=1 + i % 2) for i, a in enumerate(open_, start=1)]
    by_id = {c.item_id: c for c in claims}
    for c in _found(claims, amount, f"{text} INV-2026-000001 2", name=name, iban=IBAN):
        paid = sum(s.pays_minor - s.discount_minor for s in c.shares)
        credit = sum(s.pays_minor for s in c.credits)
        assert paid - credit - c.fee_minor - c.difference_minor + c.rest_minor == amount
        assert all(0 < s.pays_minor <= by_id[s.item_id].open_minor for s in c.shares)
        assert {by_id[s.item_id].party_id for s in (*c.shares, *c.credits)} <= {c.party_id}
        assert 0 <= c.probability <= 1000


def test_a_small_generated_statement_is_matched_without_a_wrong_posting():
    ours, simple, _seconds = play(make_world(600, seed=3))
    assert ours.precision() == 1
    assert ours.recall() > 0.8
    assert ours.recall() > simple.recall()
    assert ours.among > 0.95 * ours.payments
