"""Amounts as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.catalog.importing.amounts import (
    NotANumberError,
    guess_decimal,
    parse_flag,
    parse_minor,
    parse_number,
)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1.99", ".", "1.99"),
        ("1,99", ",", "1.99"),
        ("1,149.00 ", ".", "1149.00"),
        ("$1,149.00", ".", "1149.00"),
        ("1.234,56 EUR", ",", "1234.56"),
        ("€ 3", ",", "3"),
        ("EUR 3,5", ",", "3.5"),
        ("1 234,50", ",", "1234.50"),
        ("1'234.50", ".", "1234.50"),
        (".5", ".", "0.5"),
        ("-2", ".", "-2"),
        ("12.", ".", "12"),
    ],
)
def test_an_amount_is_read(text: str, decimal: str, value: str) -> None:
    assert parse_number(text, decimal) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "two",
        "1.2.3",
        "1,2,3",
        "12,34.5",
        "--1",
        "1e5",
        "NaN",
        "Infinity",
        "9" * 30,
        "1,99",
        "٣",
        "1€50",
        "5€5",
        "1 2",
        "1'2",
        "1 234'567",
        "EUR",
        "€",
        "5%",
    ],
)
def test_what_is_none_is_refused_in_words(text: str) -> None:
    with pytest.raises(NotANumberError, match="is not an amount"):
        parse_number(text, ".")


@pytest.mark.parametrize(
    ("text", "why"), [("1.999", "more than 2 decimals"), ("-1", "below 0"), ("x", "not an")]
)
def test_a_price_needs_whole_cents(text: str, why: str) -> None:
    with pytest.raises(NotANumberError, match=why):
        parse_minor(text, ".", 2)


def test_minor_units_follow_the_currency() -> None:
    assert parse_minor("1.50", ".", 2) == 150
    assert parse_minor("150", ".", 0) == 150
    assert parse_minor("1.234", ".", 3) == 1234
    assert parse_minor("1.9900", ".", 2) == 199


def test_the_decimal_mark_is_found_in_the_column() -> None:
    assert guess_decimal(["1,99", "12,50 €", "3"]) == ","
    assert guess_decimal(["1.99", "1,149.00"]) == "."
    assert guess_decimal([]) == "."
    assert guess_decimal(["1.234", "1,99"]) == ","


def test_yes_and_no() -> None:
    assert [parse_flag(x) for x in ("Yes", "1", "ja", "NO", "0", "falsch")] == [True] * 3 + [False] * 3
    with pytest.raises(NotANumberError, match="neither yes nor no"):
        parse_flag("maybe")
