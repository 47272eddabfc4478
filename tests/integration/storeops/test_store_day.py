"""Checklists of a store: ticked once a day, by whom and when; what else waits today."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.inventory.receipts import expect_goods
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.storeops.operations import retire_task, save_task, tick_task, untick_task
from app.storeops.queries import checklist, list_tasks, open_tasks, waiting_today
from app.storeops.refusals import NoSuchTaskError, TaskNameError
from app.storeops.states import TaskMoment
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import kinds


def run(shop: Shop, operation: Any, by: str = "manager", **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor(by), **arguments)


def test_a_task_is_ticked_once_a_day_and_says_who_and_when(shop: Shop) -> None:
    store = shop.context().till.store_id
    closing = run(shop, save_task, name="Lock the back door", moment=TaskMoment.CLOSING)
    opening = run(shop, save_task, name="Switch the lights on", moment=TaskMoment.OPENING, store_id=store)
    day = {"store_id": store, "on": TODAY}
    assert run(shop, tick_task, "cashier", task_id=opening, remark="one is broken", **day)
    assert not run(shop, tick_task, "supervisor", task_id=opening, **day)
    rows = shop.runtime.ask(checklist, **day)
    assert [(r.task_id, r.who, r.remark) for r in rows] == [
        (opening, "cashier", "one is broken"), (closing, "", "")
    ]  # fmt: skip
    assert shop.runtime.ask(open_tasks, moment=TaskMoment.OPENING, **day) == 0
    tomorrow = {"store_id": store, "on": TODAY + timedelta(days=1)}
    assert shop.runtime.ask(open_tasks, moment=TaskMoment.OPENING, **tomorrow) == 1
    run(shop, untick_task, "cashier", task_id=opening, **day)
    assert kinds(shop)[-2:] == ["store.ticked", "store.unticked"]
    assert shop.runtime.ask(open_tasks, moment=TaskMoment.OPENING, **day) == 1


def test_a_task_out_of_use_keeps_its_ticks(shop: Shop) -> None:
    store = shop.context().till.store_id
    day = {"store_id": store, "on": TODAY}
    task = run(shop, save_task, name="Sweep", moment=TaskMoment.DAY)
    run(shop, save_task, name="Sweep the floor", moment=TaskMoment.DAY, task_id=task)
    run(shop, tick_task, task_id=task, **day)
    run(shop, retire_task, task_id=task)
    assert shop.runtime.ask(list_tasks) == []
    assert [r.name for r in shop.runtime.ask(checklist, **day)] == ["Sweep the floor"]
    assert shop.runtime.ask(checklist, store_id=store, on=TODAY + timedelta(days=1)) == []
    with pytest.raises(NoSuchTaskError):
        run(shop, tick_task, task_id=task, store_id=store, on=TODAY + timedelta(days=1))
    with pytest.raises(TaskNameError):
        run(shop, save_task, name=" ", moment=TaskMoment.DAY)
    with pytest.raises(PermissionNeededError):
        run(shop, save_task, "cashier", name="Sweep", moment=TaskMoment.DAY)


def test_deliveries_that_are_due_or_late_wait_today(shop: Shop) -> None:
    here = shop.locations["SHOP"]
    for reference, days in (("PO-1", -1), ("PO-2", 0), ("PO-3", 1)):
        shop.runtime.run(
            expect_goods, actor=SYSTEM_ACTOR, product_id=shop.products["MILK"], location_id=here,
            reference=reference, due_on=TODAY + timedelta(days=days), quantity_milli=1000,
        )  # fmt: skip
    found = shop.runtime.ask(waiting_today, location_id=here, on=TODAY)
    assert [(x.reference, x.late) for x in found.deliveries] == [("PO-1", True), ("PO-2", False)]
    assert found.to_count > 0
