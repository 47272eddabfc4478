"""One tax engine: what always holds, whatever the lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.money import round_half_up
from app.tax.engine import allocate, change_inclusion, exact_line, less_settlement_discount, tax_document
from app.tax.queries import TaxClass, TaxRate
from app.tax.rules import Tax, TaxableLine, TaxRounding

RATES = (0, 5500, 7000, 19000, 21000, 25000)
SIMPLE = st.sampled_from([(Tax(f"R{r}", r),) for r in RATES])
COMPOUND = st.sampled_from(
    [
        (Tax("A", 10_000, adds_to_next_base=True), Tax("B", 5000)),
        (Tax("E", 0, 25, adds_to_next_base=True), Tax("V", 19_000)),
        (Tax("P", 7000), Tax("C", 2000)),
        (Tax("I", 10_000), Tax("O", 7000, on_top=True)),
        (),
    ]
)


@st.composite
def lines(draw: st.DrawFn) -> list[TaxableLine]:
    sign = draw(st.sampled_from([1, -1]))
    return [
        TaxableLine(
            sign * draw(st.integers(0, 10**7)), sign * 1000 * draw(st.integers(1, 20)), draw(st.booleans()),
            draw(SIMPLE | COMPOUND),
        )
        for _ in range(draw(st.integers(1, 8)))
    ]  # fmt: skip


@given(lines(), st.sampled_from(list(TaxRounding)))
def test_net_and_tax_make_the_gross_in_total_and_on_every_line(
    found: list[TaxableLine], rounding: TaxRounding
) -> None:
    document = tax_document(found, rounding=rounding)
    assert document.net_minor + document.tax_minor == document.gross_minor
    assert all(x.net_minor + x.tax_minor == x.gross_minor for x in document.lines)
    for name in ("net_minor", "tax_minor", "gross_minor"):
        assert sum(getattr(x, name) for x in document.lines) == getattr(document, name)
    assert sum(t.tax_minor for t in document.totals) == document.tax_minor


@given(lines(), st.sampled_from(list(TaxRounding)))
def test_a_return_is_the_exact_mirror_of_the_sale(found: list[TaxableLine], rounding: TaxRounding) -> None:
    back = [replace(x, amount_minor=-x.amount_minor, quantity_milli=-x.quantity_milli) for x in found]
    sale, mirror = tax_document(found, rounding=rounding), tax_document(back, rounding=rounding)
    assert [(-x.net_minor, -x.tax_minor) for x in mirror.lines] == [
        (x.net_minor, x.tax_minor) for x in sale.lines
    ]
    assert [-t.tax_minor for t in mirror.totals] == [t.tax_minor for t in sale.totals]


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=10), SIMPLE, st.sampled_from(list(TaxRounding)))
def test_prices_with_tax_come_to_the_sum_of_what_stands_on_the_lines(
    amounts: list[int], taxes: tuple[Tax, ...], rounding: TaxRounding
) -> None:
    found = [TaxableLine(a, 1000, True, taxes) for a in amounts]  # noqa: FBT003
    document = tax_document(found, rounding=rounding)
    assert document.gross_minor == sum(amounts)
    assert [x.gross_minor for x in document.lines] == amounts


@given(st.lists(st.tuples(st.integers(0, 10**7), st.sampled_from(RATES)), min_size=1, max_size=10))
def test_an_invoice_has_tax_by_rate_on_the_sum_of_rounded_line_nets(pairs: list[tuple[int, int]]) -> None:
    document = tax_document([TaxableLine(a, 1000, False, (Tax("V", r),)) for a, r in pairs])  # noqa: FBT003
    for total in document.totals:
        base = sum(a for a, r in pairs if r == total.rate)
        assert (total.base_minor, total.tax_minor) == (base, round_half_up(base * total.rate, 100_000))
    assert document.net_minor == sum(a for a, _r in pairs)


@given(lines())
def test_every_line_is_within_a_unit_of_its_exact_share(found: list[TaxableLine]) -> None:
    document = tax_document(found)
    for line, share in zip(found, document.lines, strict=True):
        exact = exact_line(line)
        assert abs(share.tax_minor - sum((t.tax for t in exact.taxes), Fraction(0))) < 2 + len(exact.taxes)
        assert exact.gross == exact.net + sum((t.tax for t in exact.taxes), Fraction(0))


def test_a_half_cent_of_contained_tax_goes_to_the_tax() -> None:
    document = tax_document([TaxableLine(5250, 1000, True, (Tax("V", 12_000),))])  # noqa: FBT003
    assert (document.net_minor, document.tax_minor) == (4687, 563)


def test_per_line_and_per_document_differ_where_they_should() -> None:
    found = [TaxableLine(a, 1000, False, (Tax("V", 21_000),)) for a in (592, 152, 154, 39)]  # noqa: FBT003
    assert tax_document(found).tax_minor == 197
    assert tax_document(found, rounding=TaxRounding.LINE).tax_minor == 196


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=12), st.integers(1, 10**5), st.data())
def test_shares_are_whole_sum_to_the_target_and_mirror(
    numerators: list[int], denominator: int, data: st.DataObject
) -> None:
    whole = round_half_up(sum(numerators), denominator)
    target = data.draw(st.sampled_from([whole, whole + 1, whole - 3]))
    parts = allocate(target, numerators, denominator)
    assert sum(parts) == target
    assert allocate(-target, [-n for n in numerators], denominator) == [-p for p in parts]


@given(st.integers(0, 10**6), st.sampled_from(RATES))
def test_a_price_changed_to_without_tax_and_back_is_the_price(price: int, rate: int) -> None:
    taxes = (Tax("V", rate),)
    gross = change_inclusion(price, from_taxes=taxes, from_included=False, to_taxes=taxes, to_included=True)
    back = change_inclusion(gross, from_taxes=taxes, from_included=True, to_taxes=taxes, to_included=False)
    assert back == price


@given(lines(), st.integers(0, 10_000))
def test_a_settlement_discount_keeps_every_sum(found: list[TaxableLine], hundredths: int) -> None:
    reduced = less_settlement_discount(tax_document(found), hundredths=hundredths)
    assert reduced.net_minor + reduced.tax_minor == reduced.gross_minor
    assert sum(x.gross_minor for x in reduced.lines) == reduced.gross_minor
    assert sum(x.tax_minor for x in reduced.lines) == sum(t.tax_minor for t in reduced.totals)


@pytest.mark.parametrize(
    ("day", "rates"),
    [(date(2026, 6, 30), [16_000]), (date(2026, 7, 1), [19_000]), (date(2019, 12, 31), [])],
)
def test_the_rate_is_that_of_the_day(day: date, rates: list[int]) -> None:
    def rate(value: int, first: date, last: date | None) -> TaxRate:
        return TaxRate(value, "A", "VAT", "percent", value, 0, 1, False, True, first, last)  # noqa: FBT003

    found = TaxClass(
        1, "STD", "Standard",
        (rate(16_000, date(2020, 1, 1), date(2026, 6, 30)), rate(19_000, date(2026, 7, 1), None)),
    )  # fmt: skip
    assert [t.rate for t in found.on(day)] == rates
