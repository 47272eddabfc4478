"""Products are put together and taken apart, and not a cent is lost on the way."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.assembly.operations import Assembled, Incoming, assemble, take_apart, undo_assembly
from app.assembly.queries import get_assembly, list_assemblies
from app.assembly.refusals import (
    AssemblyLotError,
    AssemblyQuantityError,
    AssemblyUndoneError,
    NoRecipeError,
    PartMissingError,
)
from app.assembly.rules import share_cost
from app.catalog.states import ProductKind
from app.db.unit_of_work import UnitOfWorkFactory
from app.inventory.policies import Policy, set_policy
from app.inventory.states import Costing
from app.inventory.tables import lot, product_day, stock_level, stock_move
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.ledger.tables import ledger_entry
from app.reporting.verify import verify_database
from tests.factories.shop import Shop
from tests.integration.till.helpers import rows
from tests.integration.till.kits import make_kit


@pytest.fixture
def bakery(shop: Shop) -> Shop:
    """A cake of one coffee and half a kilogram of apples, and a bit of work."""
    make_kit(shop, "CAKE", 2500, ("COFFEE", 1000), ("APPLE", 500), ("WRAP", 1000), kind=ProductKind.COUNTED)
    return shop


def work(shop: Shop, operation: Any, quantity: int, *, by: str = "clerk", **more: Any) -> Assembled:
    """Put together or take apart so many cakes."""
    done: Assembled = shop.runtime.run(
        operation, actor=shop.actor(by), uuid=str(uuid4()), product_id=shop.products["CAKE"],
        location_id=shop.locations["SHOP"], quantity_milli=quantity, **more,
    )  # fmt: skip
    return done


def levels(shop: Shop) -> dict[str, tuple[int, int]]:
    """On hand and value by SKU."""
    by_id = {i: sku for sku, i in shop.products.items()}
    return {by_id[r.product_id]: (r.on_hand_milli, r.value_minor) for r in rows(shop, stock_level)}


def whole_value(shop: Shop) -> int:
    """What all stock is worth."""
    return sum(value for _milli, value in levels(shop).values())


def test_parts_go_out_at_their_cost_and_the_product_comes_in_at_the_sum(bakery: Shop) -> None:
    before, value = levels(bakery), whole_value(bakery)
    done = work(bakery, assemble, 4000, remark="for Sunday")
    after = levels(bakery)
    assert after["COFFEE"][0] == before["COFFEE"][0] - 4000
    assert after["APPLE"][0] == before["APPLE"][0] - 2000
    # 4 x 7.74 of coffee and 2 kg x 1.794 of apples
    assert after["CAKE"] == (4000, 3096 + 359)
    assert done.cost_minor == 3455
    assert whole_value(bakery) == value
    moves = rows(bakery, stock_move, stock_move.c.document_type == "assembly")
    assert len(moves) == 3
    days = rows(bakery, product_day, product_day.c.product_id == bakery.products["CAKE"])
    assert [(d.in_milli, d.out_milli, d.sold_milli) for d in days] == [(4000, 0, 0)]
    row, lines = bakery.runtime.ask(get_assembly, assembly_id=done.assembly_id)
    assert (row.number, row.note, row.product_minor) == (done.number, "for Sunday", 3455)
    assert [(x.sku, x.quantity_milli, x.cost_minor) for x in lines] == [
        ("COFFEE", 4000, 3096), ("APPLE", 2000, 359),
    ]  # fmt: skip


def test_taken_apart_it_gives_its_cost_back_to_its_parts(bakery: Shop) -> None:
    before = levels(bakery)
    work(bakery, assemble, 4000)
    work(bakery, take_apart, 4000)
    after = levels(bakery)
    assert after.pop("CAKE") == (0, 0)
    assert after == before


def test_sent_twice_it_is_made_once(bakery: Shop) -> None:
    uuid = str(uuid4())
    args: dict[str, Any] = {
        "uuid": uuid, "product_id": bakery.products["CAKE"], "location_id": bakery.locations["SHOP"],
        "quantity_milli": 1000,
    }  # fmt: skip
    one = bakery.runtime.run(assemble, actor=bakery.actor("clerk"), **args)
    two = bakery.runtime.run(assemble, actor=bakery.actor("clerk"), **args)
    assert (two.assembly_id, two.was_there) == (one.assembly_id, True)
    assert levels(bakery)["CAKE"][0] == 1000


def test_it_is_taken_back_once(bakery: Shop) -> None:
    before = levels(bakery)
    done = work(bakery, assemble, 3000)
    undo: dict[str, Any] = {"actor": bakery.actor("clerk"), "assembly_id": done.assembly_id}
    bakery.runtime.run(undo_assembly, uuid=str(uuid4()), **undo)
    after = levels(bakery)
    assert after.pop("CAKE") == (0, 0)
    assert after == before
    with pytest.raises(AssemblyUndoneError):
        bakery.runtime.run(undo_assembly, uuid=str(uuid4()), **undo)
    newest, first = bakery.runtime.ask(list_assemblies)
    assert (newest.undoes_id, first.is_undone) == (done.assembly_id, True)


def test_parts_that_are_not_there_make_nothing(bakery: Shop) -> None:
    with pytest.raises(PartMissingError):
        work(bakery, assemble, 101_000)
    with pytest.raises(PartMissingError):
        work(bakery, take_apart, 1000)
    assert rows(bakery, stock_move, stock_move.c.document_type == "assembly") == []


def test_what_nobody_said_is_made_of_anything_is_not_made(bakery: Shop) -> None:
    with pytest.raises(NoRecipeError):
        bakery.runtime.run(
            assemble, actor=bakery.actor("clerk"), uuid="x", product_id=bakery.products["MILK"],
            location_id=bakery.locations["SHOP"], quantity_milli=1000,
        )  # fmt: skip
    with pytest.raises(AssemblyQuantityError):
        work(bakery, assemble, 0)


def test_who_may_not_put_together_is_refused(bakery: Shop) -> None:
    with pytest.raises(PermissionNeededError):
        work(bakery, assemble, 1000, by="cashier")


def test_a_set_cost_books_the_difference_to_the_stock_adjustments(bakery: Shop) -> None:
    bakery.runtime.run(
        set_policy, actor=SYSTEM_ACTOR, product_id=bakery.products["CAKE"],
        policy=Policy(costing=Costing.STANDARD, standard_micro=900_000_000),
    )  # fmt: skip
    work(bakery, assemble, 2000)
    assert levels(bakery)["CAKE"] == (2000, 1800)
    assert len(rows(bakery, ledger_entry, ledger_entry.c.document_type == "assembly")) == 1
    assert [(r.name, r.faults) for r in bakery.runtime.ask(verify_database) if not r.holds] == []


def test_what_is_kept_by_lot_is_made_as_a_lot(bakery: Shop) -> None:
    bakery.runtime.run(
        set_policy, actor=SYSTEM_ACTOR, product_id=bakery.products["CAKE"], policy=Policy(by_lot=True)
    )
    with pytest.raises(AssemblyLotError):
        work(bakery, assemble, 1000)
    work(bakery, assemble, 1000, incoming=Incoming("C-17"))
    assert [x.code for x in rows(bakery, lot)] == ["C-17"]


def test_the_books_hold_after_work_and_a_change_of_them_is_found(
    bakery: Shop, factory: UnitOfWorkFactory
) -> None:
    work(bakery, assemble, 5000)
    work(bakery, take_apart, 2000)
    assert [(r.name, r.faults) for r in bakery.runtime.ask(verify_database) if not r.holds] == []
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(text("UPDATE assembly_line SET cost_minor = cost_minor + 1"))
    broken = {r.name for r in bakery.runtime.ask(verify_database) if not r.holds}
    assert {"assemblies_equal_moves", "assemblies_keep_their_cost"} <= broken


@given(
    cost=st.integers(0, 10**9),
    parts=st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**7)), min_size=1, max_size=8),
)
@settings(max_examples=200)
def test_whatever_the_parts_are_worth_the_shares_come_to_the_cost(
    cost: int, parts: list[tuple[int, int]]
) -> None:
    shares = share_cost(cost, [w for w, _q in parts], [q for _w, q in parts])
    assert sum(shares) == cost
    assert min(shares) >= 0
