"""Counting in turns: classes by turnover, what is due, sheets, and how well the plan is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.inventory.counts import enter_count, list_variances, post_count, set_count_status
from app.inventory.cycle import (
    CyclePlan,
    class_figures,
    classify,
    classify_products,
    get_plan,
    list_due,
    save_plan,
    start_cycle_count,
)
from app.inventory.refusals import CyclePlanError, NothingDueError
from app.inventory.states import AbcClass, CountStatus
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=SYSTEM_ACTOR, **arguments)


def due(shop: Shop, days: int = 0) -> list[str]:
    names = {i: sku for sku, i in shop.products.items()}
    rows = shop.runtime.ask(list_due, location_id=shop.locations["SHOP"], on=TODAY + timedelta(days=days))
    return [names[x.product_id] for x in rows]


def count_all(shop: Shop) -> None:
    made = run(shop, start_cycle_count, uuid=str(uuid4()), location_id=shop.locations["SHOP"])
    for v in shop.runtime.ask(list_variances, count_id=made.count_id):
        run(
            shop, enter_count, uuid=str(uuid4()), count_id=made.count_id, product_id=v.product_id,
            quantity_milli=v.expected_milli,
        )  # fmt: skip
    run(shop, set_count_status, count_id=made.count_id, status=CountStatus.REVIEW)
    run(shop, post_count, count_id=made.count_id)


@pytest.fixture
def planned(shop: Shop) -> Shop:
    """Coffee makes nearly all, milk a little; A every 10 days, B every 20, C every 40."""
    shift = shop.open_shift()
    shop.sell(shop.cart(("COFFEE", 90_000), ("WINE", 15_000), ("MILK", 1000)), shift, by="cashier")
    run(shop, save_plan, plan=CyclePlan(days=(10, 20, 40)))
    run(shop, classify_products)
    return shop


def test_who_makes_the_turnover_is_counted_first_and_again_sooner(planned: Shop, clock: SteadyClock) -> None:
    assert due(planned)[:2] == ["COFFEE", "WINE"]
    count_all(planned)
    assert due(planned) == []
    assert due(planned, 9) == []
    assert due(planned, 10) == ["COFFEE"]
    assert due(planned, 20) == ["COFFEE", "WINE"]
    assert "MILK" in due(planned, 40)
    clock.advance(days=12)
    figures = planned.runtime.ask(
        class_figures, location_id=planned.locations["SHOP"], on=TODAY + timedelta(days=12)
    )
    assert [(f.letter, f.late) for f in figures] == [(AbcClass.A, 1), (AbcClass.B, 0), (AbcClass.C, 0)]
    assert [r.name for r in planned.runtime.ask(verify_database) if not r.holds] == []


def test_what_is_on_a_sheet_is_not_due_twice_and_a_sheet_takes_so_many(planned: Shop) -> None:
    run(planned, save_plan, plan=CyclePlan(days=(10, 20, 40), most=1))
    place = planned.locations["SHOP"]
    assert due(planned) == ["COFFEE"]
    made = run(planned, start_cycle_count, uuid="one", location_id=place)
    assert run(planned, start_cycle_count, uuid="one", location_id=place).was_there
    assert (made.products, due(planned)) == (1, ["WINE"])
    with pytest.raises(NothingDueError):
        run(planned, start_cycle_count, uuid="two", location_id=place, product_ids=[1])


def test_a_plan_is_in_order(shop: Shop) -> None:
    assert shop.runtime.ask(get_plan) == CyclePlan()
    for wrong in (CyclePlan(9600, 9500), CyclePlan(days=(0, 1, 1)), CyclePlan(b_hundredths=10_001)):
        with pytest.raises(CyclePlanError):
            run(shop, save_plan, plan=wrong)
    plan = CyclePlan(7000, 9000, (7, 30, 180), 90, 20)
    run(shop, save_plan, plan=plan)
    assert shop.runtime.ask(get_plan) == plan


@given(st.dictionaries(st.integers(1, 50), st.integers(-100, 10_000)), st.integers(1, 10_000))
def test_classes_go_down_with_the_turnover_and_a_holds_its_share(
    turnover: dict[int, int], share: int
) -> None:
    plan = CyclePlan(a_hundredths=share, b_hundredths=max(share, 9500))
    letters = classify(turnover.items(), plan)
    assert set(letters) == set(turnover)
    ranked = sorted(turnover, key=lambda p: -turnover[p])
    assert [letters[p] for p in sorted(ranked, key=lambda p: (-turnover[p], p))] == sorted(letters.values())
    whole = sum(max(x, 0) for x in turnover.values())
    top = [turnover[p] for p, x in letters.items() if x is AbcClass.A]
    if whole:
        assert sum(top) * 10_000 >= share * whole
        assert (sum(top) - min(top)) * 10_000 < share * whole
