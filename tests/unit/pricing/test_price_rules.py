"""Which price applies."""

from __future__ import annotations

from datetime import date

import pytest

from app.pricing.rules import PriceLine, choose_price, unit_price

DAY = date(2026, 3, 10)


def line(minor: int, *, pack: int | None = None, least: int = 0, start: int = 0, end: int = 0) -> PriceLine:
    first = date(2026, 3, start) if start else None
    last = date(2026, 3, end) if end else None
    return PriceLine(pack, least, first, last, minor)


def chosen(*lines: PriceLine, quantity: int = 1000, pack: int | None = None, on: date = DAY) -> int | None:
    found = choose_price(lines, packaging_id=pack, quantity_milli=quantity, on=on)
    return None if found is None else found.price_minor


@pytest.mark.parametrize(("quantity", "minor"), [(1, 100), (4999, 100), (5000, 90), (12_000, 80)])
def test_the_highest_break_reached_applies(quantity: int, minor: int) -> None:
    assert chosen(line(100), line(80, least=10_000), line(90, least=5000), quantity=quantity) == minor


def test_a_price_for_these_days_goes_before_the_usual_one() -> None:
    lines = (line(100), line(70, start=9, end=10), line(60, start=11))
    assert [chosen(*lines, on=date(2026, 3, d)) for d in (8, 9, 10, 11)] == [100, 70, 70, 60]
    assert chosen(line(100), line(50, end=10)) == 50


def test_the_price_begun_last_applies() -> None:
    assert chosen(line(1, start=1), line(2, start=5), line(3, start=2)) == 2


def test_each_packaging_has_its_own_prices() -> None:
    assert chosen(line(100), line(550, pack=6), pack=6) == 550
    assert chosen(line(550, pack=6)) is None


def test_a_packaging_without_a_price_costs_its_pieces_at_the_break_they_reach() -> None:
    lines = [line(100), line(90, least=6000)]
    assert unit_price(lines, packaging_id=6, pack_milli=6000, quantity_milli=1000, on=DAY) == 540
    assert unit_price(lines, packaging_id=5, pack_milli=500, quantity_milli=1000, on=DAY) == 50
    assert unit_price([], packaging_id=6, pack_milli=6000, quantity_milli=1000, on=DAY) is None
    assert unit_price([], packaging_id=None, pack_milli=1000, quantity_milli=1000, on=DAY) is None
