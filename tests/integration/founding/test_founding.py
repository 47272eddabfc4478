"""A shop begins whole or not at all, and can sell at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app.access.queries import list_users
from app.catalog.tables import product
from app.db.unit_of_work import UnitOfWork, UnitOfWorkFactory
from app.demo.operations import begin_shop
from app.founding.operations import ShopExistsError, found_shop
from app.founding.plan import PlannedTax, PlannedTill, PlannedUser
from app.kernel.permission import SYSTEM_ACTOR, Permission, permitted
from app.organisation.queries import find_company, list_tills
from app.reporting.verify import verify_database
from app.runtime.run import Runtime
from app.till.context import load_context
from tests.unit.founding.test_plan import PLAN

PEPPER = b"p" * 32
SWISS = replace(
    PLAN, company=replace(PLAN.company, currency="CHF", country="CH", language="de", cash_rounding_minor=5),
    taxes=(PlannedTax("A", "Normalsatz", 8100), PlannedTax("B", "Ohne Steuer", 0)),
    tills=(PlannedTill("T01", "Kasse 1"), PlannedTill("T02", "Kasse 2")),
    users=(*PLAN.users, PlannedUser("Carla", "cashier", "2580")),
)  # fmt: skip


def test_an_empty_shop_can_open_its_till(factory: UnitOfWorkFactory) -> None:
    runtime = Runtime(factory)
    assert runtime.run(begin_shop, actor=SYSTEM_ACTOR, plan=SWISS, pepper=PEPPER) == 0
    context = runtime.ask(load_context, till_code="T02", now=factory.clock())
    assert (context.company.currency, context.till.name) == ("CHF", "Kasse 2")
    assert [t.code for t in runtime.ask(list_tills)] == ["T01", "T02"]
    assert {u.name for u in runtime.ask(list_users)} == {"Mia", "Carla"}


def test_sample_goods_fit_whatever_taxes_there_are(factory: UnitOfWorkFactory) -> None:
    runtime = Runtime(factory)
    count = runtime.run(begin_shop, actor=SYSTEM_ACTOR, plan=SWISS, pepper=PEPPER, samples=True)
    with factory.read() as connection:
        there = connection.execute(select(func.count()).select_from(product)).scalar_one()
        checks = verify_database(connection)
    assert there >= count > 50
    assert [c for c in checks if not c.holds] == []


def test_a_second_shop_is_refused(factory: UnitOfWorkFactory) -> None:
    runtime = Runtime(factory)
    runtime.run(found_shop, actor=SYSTEM_ACTOR, plan=PLAN, pepper=PEPPER)
    with pytest.raises(ShopExistsError, match="Corner Shop"):
        runtime.run(found_shop, actor=SYSTEM_ACTOR, plan=PLAN, pepper=PEPPER)


def test_what_breaks_off_at_its_last_step_leaves_nothing(factory: UnitOfWorkFactory) -> None:
    @permitted(Permission.SYSTEM)
    def cut_short(uow: UnitOfWork) -> None:
        begin_shop(uow, plan=PLAN, pepper=PEPPER, samples=True)
        raise KeyboardInterrupt

    runtime = Runtime(factory)
    with pytest.raises(KeyboardInterrupt):
        runtime.run(cut_short, actor=SYSTEM_ACTOR)
    assert runtime.ask(find_company) is None
    assert runtime.ask(list_tills) == []
    assert runtime.run(begin_shop, actor=SYSTEM_ACTOR, plan=PLAN, pepper=PEPPER) == 0
