"""The demo's goods: enough of every kind, and codes that meet nobody else's."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from app.access.rules import check_pin
from app.catalog.barcodes import ScanKind, canonical_code, parse_scan
from app.demo.baskets import moments, trading_days, visits
from app.demo.data import load_goods, load_shop, scale_label

GOODS = load_goods("en")


def test_there_are_goods_of_every_kind() -> None:
    assert len(GOODS) >= 150
    assert len({g.category for g in GOODS}) == 8
    assert {g.tax_code for g in GOODS} == {"A", "B", "C"}
    assert Counter(g.kind for g in GOODS)["weighed"] >= 10
    assert sum(bool(g.pack_pieces) for g in GOODS) >= 10
    assert {g.min_age for g in GOODS} == {0, 16, 18}
    assert any(not g.discountable for g in GOODS)
    assert sum(g.favourite for g in GOODS) >= 20
    assert {g.category for g in GOODS} == {c["key"] for c in load_shop()["categories"]}


def test_skus_names_and_codes_are_there_once() -> None:
    assert len({g.sku for g in GOODS}) == len(GOODS)
    for language in ("en", "de"):
        assert len({g.name for g in load_goods(language)}) == len(GOODS)
    codes = [c for g in GOODS for c in (g.code, g.pack_code) if c]
    assert len(set(codes)) == len(codes)


def test_the_codes_are_kept_as_the_till_looks_them_up_and_belong_to_this_shop_alone() -> None:
    for item in GOODS:
        for code in (item.code, item.pack_code):
            if code is None:
                continue
            assert canonical_code(code) == code
            scan = parse_scan(code[1:])
            if item.kind == "weighed" and code == item.code:
                assert scan.kind is ScanKind.EMBEDDED
                assert code.startswith("028")
            else:
                assert (scan.kind, scan.lookup) == (ScanKind.GTIN, code)
                assert code.startswith("004")


def test_a_label_of_the_scale_leads_to_the_goods_with_their_weight() -> None:
    apples = next(g for g in GOODS if g.kind == "weighed")
    scan = parse_scan(scale_label(int(apples.sku), 1236))
    assert apples.code in scan.codes
    assert scan.quantity_milli == 1236


def test_packs_are_cheaper_than_their_pieces_and_everything_earns_money() -> None:
    for item in GOODS:
        if item.pack_pieces:
            assert item.pack_price_minor < item.pack_pieces * item.price_minor
            assert item.pack_price_minor > item.pack_pieces * item.cost_minor
        assert item.price_minor >= item.cost_minor


def test_the_pins_are_accepted_and_differ() -> None:
    pins = [user["pin"] for user in load_shop()["users"]]
    for pin in pins:
        check_pin(pin)
    assert len(set(pins)) == len(pins) >= 4


def test_customers_are_without_limit_with_one_and_with_none() -> None:
    limits = [c["limit_minor"] for c in load_shop()["customers"]]
    assert None in limits
    assert 0 in limits
    assert any(limit for limit in limits)


def test_the_shop_is_closed_on_sundays_and_busiest_on_saturdays() -> None:
    days = trading_days(date(2026, 3, 2), 60)
    assert len(days) == 60
    assert days[-1] == date(2026, 2, 28)
    assert all(day.weekday() != 6 for day in days)
    chance = Random(1)  # noqa: S311 - no secret
    mondays, saturdays = (sum(visits(chance, date(2026, 2, day), 40) for _ in range(30)) for day in (23, 28))
    assert saturdays > mondays


@pytest.mark.parametrize("count", [1, 50])
def test_customers_come_in_order_while_the_shop_is_open(count: int) -> None:
    chance = Random(1)  # noqa: S311 - no secret
    found = moments(chance, date(2026, 3, 3), count, "Europe/Berlin")
    assert found == sorted(found)
    assert len(found) == count
    assert all(6 <= m.hour < 18 for m in found)  # 7 to 19 local, in UTC
