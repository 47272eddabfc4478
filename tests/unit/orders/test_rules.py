"""What an order comes to and how far it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.orders.rules import (
    DiscountRangeError,
    LineFacts,
    NoTaxTodayError,
    OrderFacts,
    Priceable,
    available_to_promise,
    derive_progress,
    price_order,
    promise_on,
    share,
)
from app.orders.states import LineKind, OrderStatus, Progress
from app.tax.rules import Tax, TaxRounding

TAXES = {1: (Tax("A", 19000),), 2: (Tax("B", 7000),)}
D1, D5, D9 = date(2026, 3, 1), date(2026, 3, 5), date(2026, 3, 9)


def _priced(lines: list[Priceable], discount: int = 0, *, includes_tax: bool = False):  # noqa: ANN202
    return price_order(
        lines,
        discount_hundredths=discount,
        includes_tax=includes_tax,
        taxes=TAXES,
        rounding=TaxRounding.DOCUMENT,
    )


def test_a_discount_on_the_order_is_met_to_the_cent_and_spares_what_gets_none():
    lines = [
        Priceable("A", 3000, 3000, 333, 0, 1), Priceable("B", 1000, 1000, 1001, 500, 2),
        Priceable("C", 1000, 1000, 500, 0, 1, discountable=False),
    ]  # fmt: skip
    found = _priced(lines, 1000)
    own = 999 + 951  # 1001 less 5 % is 950.95
    assert sum(found.amounts) == own - 195 + 500
    assert found.amounts[2] == 500
    assert found.list_minor == 999 + 1001 + 500
    assert found.discount_minor == found.list_minor - sum(found.amounts)


def test_a_discount_is_within_bounds_and_every_line_has_a_tax():
    line = Priceable("A", 1000, 1000, 100, 0, 1)
    for discount in (-1, 10_001):
        with pytest.raises(DiscountRangeError):
            _priced([line], discount)
        with pytest.raises(DiscountRangeError):
            _priced([replace(line, discount_hundredths=discount)])
    with pytest.raises(NoTaxTodayError):
        _priced([replace(line, tax_class_id=9)])


@given(st.integers(0, 10**7), st.lists(st.integers(1, 5000), min_size=1, max_size=8))
def test_the_parts_of_a_line_come_to_its_amount(amount: int, parts: list[int]):
    before, found = 0, 0
    for part in parts:
        found += share(amount, before_milli=before, quantity_milli=part, whole_milli=sum(parts))
        before += part
    assert found == amount


def _facts(*lines: LineFacts, **more: object) -> OrderFacts:
    values: dict[str, object] = {
        "status": OrderStatus.CONFIRMED, "invoice_policy": "delivered", "ship_complete": False,
        "lines": lines, **more,
    }  # fmt: skip
    return OrderFacts(**values)  # type: ignore[arg-type]


GOODS = LineFacts(LineKind.GOODS, 1190, 5000)


def test_the_stages_follow_each_other():
    cases = [
        (GOODS, "to_allocate"),
        (replace(GOODS, reserved_milli=5000), "to_pick"),
        (replace(GOODS, reserved_milli=5000, picking_milli=5000), "to_pick"),
        (replace(GOODS, reserved_milli=5000, picked_milli=5000), "to_pack"),
        (replace(GOODS, reserved_milli=5000, packed_milli=5000), "to_ship"),
        (replace(GOODS, shipped_milli=5000), "to_invoice"),
    ]
    names = ("to_allocate", "to_pick", "to_pack", "to_ship", "to_invoice")
    for line, stage in cases:
        found = derive_progress(_facts(line))
        assert [n for n in names if getattr(found, n)] == [stage]
    billed = replace(GOODS, shipped_milli=5000, invoiced_milli=5000)
    owed = derive_progress(_facts(billed, invoiced_minor=1190, open_minor=190))
    assert (owed.to_collect, owed.payment, owed.is_done) == (True, Progress.PART, False)
    paid = derive_progress(_facts(billed, invoiced_minor=1190))
    assert (paid.payment, paid.is_done, paid.uninvoiced_minor) == (Progress.FULL, True, 0)


def test_a_part_in_each_stage_shows_in_each_stage():
    line = LineFacts(
        LineKind.GOODS, 1000, 10_000, reserved_milli=5000, picked_milli=1000, packed_milli=1000,
        shipped_milli=3000, invoiced_milli=1000,
    )  # fmt: skip
    found = derive_progress(_facts(line))
    assert found.to_allocate
    assert found.to_pick
    assert found.to_pack
    assert found.to_ship
    assert found.to_invoice
    assert (found.shipment, found.invoicing, found.uninvoiced_minor) == (Progress.PART, Progress.PART, 900)


def test_nothing_is_to_be_done_before_the_order_is_confirmed_or_the_deposit_paid():
    held = derive_progress(_facts(replace(GOODS, reserved_milli=5000), status=OrderStatus.ON_HOLD))
    assert not any((held.to_allocate, held.to_pick, held.to_invoice))
    blocked = derive_progress(_facts(replace(GOODS, reserved_milli=5000), blocked_by_deposit=True))
    assert not blocked.to_pick
    whole = derive_progress(_facts(replace(GOODS, reserved_milli=4000), ship_complete=True))
    assert (whole.to_allocate, whole.to_pick) == (True, False)


def test_a_charge_alone_is_not_billed_before_something_left():
    charge = LineFacts(LineKind.CHARGE, 500, 1000)
    assert not derive_progress(_facts(replace(GOODS, reserved_milli=5000), charge)).to_invoice
    assert derive_progress(_facts(replace(GOODS, shipped_milli=5000, invoiced_milli=5000), charge)).to_invoice
    assert derive_progress(_facts(charge)).to_invoice


def test_goods_that_came_back_unbilled_are_not_billed():
    found = derive_progress(
        _facts(replace(GOODS, shipped_milli=5000, returned_milli=2000, invoiced_milli=3000))
    )
    assert (found.to_invoice, found.invoicing, found.uninvoiced_minor) == (False, Progress.FULL, 0)


@given(st.integers(1, 9), st.lists(st.integers(0, 9), min_size=7, max_size=7))
def test_progress_never_contradicts_itself(ordered: int, parts: list[int]):
    cancelled, shipped = min(parts[0], ordered), 0
    shipped = min(parts[1], ordered - cancelled)
    line = LineFacts(
        LineKind.GOODS, 100, ordered, cancelled, min(parts[2], ordered - cancelled - shipped),
        shipped_milli=shipped, invoiced_milli=min(parts[3], shipped),
    )  # fmt: skip
    found = derive_progress(_facts(line, invoiced_minor=parts[4], open_minor=min(parts[5], parts[4])))
    if found.is_done:
        left = (found.to_allocate, found.to_pick, found.to_ship, found.to_invoice, found.to_collect)
        assert not any(left)
    assert found.uninvoiced_minor >= 0


def test_what_is_promised_later_is_not_given_away_today():
    # ERPNext and Tryton warn only about today; the minimum over later days does not
    supplies, demands = [(D5, 10)], [(D9, 8)]
    assert available_to_promise(D1, 5, supplies, demands) == 5
    assert available_to_promise(D5, 5, supplies, demands) == 7
    assert available_to_promise(D1, 5, [], demands) == -3


def test_the_promised_day_is_the_first_on_which_enough_is_there():
    assert promise_on(5, today=D1, available_milli=5, supplies=[]) == D1
    assert promise_on(6, today=D1, available_milli=5, supplies=[(D5, 3), (D9, 9)]) == D5
    assert promise_on(9, today=D1, available_milli=5, supplies=[(D5, 3), (D9, 9)]) == D9
    assert promise_on(90, today=D1, available_milli=5, supplies=[(D5, 3)]) is None
    assert promise_on(6, today=D1, available_milli=5, supplies=[(D5, 3), (D9, 9)], demands=[(D9, 8)]) == D5
    assert promise_on(8, today=D1, available_milli=5, supplies=[(D5, 3)], demands=[(D9, 4)]) is None
