"""The demo shop on both databases: its history is made by the operations, so the books hold."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.access.operations import sign_in
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.demo.history import History, make_history
from app.demo.operations import DemoShop, create_demo_shop, make_practice
from app.founding.operations import ShopExistsError
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.migrations.migrate import upgrade_database
from app.organisation.queries import get_company
from app.printing.queries import list_jobs
from app.reporting.days import list_day_figures
from app.reporting.verify import verify_database
from app.runtime.run import Runtime
from app.till.context import load_context

PEPPER = b"p" * 32


@pytest.fixture
def runtime(factory: UnitOfWorkFactory) -> Runtime:
    return Runtime(factory)


@pytest.fixture
def demo(runtime: Runtime) -> DemoShop:
    return runtime.run(create_demo_shop, actor=SYSTEM_ACTOR, pepper=PEPPER, language="de")


def _broken(runtime: Runtime) -> list[str]:
    return [f"{r.name}: {r.faults[:2]}" for r in runtime.ask(verify_database) if not r.holds]


def _trade(runtime: Runtime, demo: DemoShop, seed: int = 1) -> History:
    return make_history(runtime.factory, demo, days=3, busyness=12, seed=seed)


def test_everybody_signs_in_with_the_pin_that_is_told(runtime: Runtime, demo: DemoShop) -> None:
    for user in demo.users:
        answer = runtime.run(
            sign_in, actor=SYSTEM_ACTOR, user_id=user.id, pin=user.pin, pepper=PEPPER, station="T01",
            till_id=demo.tills["T01"],
        )  # fmt: skip
        assert answer.actor is not None
        assert answer.actor.role == user.role


def test_the_history_leaves_books_that_hold_and_nothing_to_print(runtime: Runtime, demo: DemoShop) -> None:
    made = _trade(runtime, demo)
    assert made.days == 3
    assert _broken(runtime) == []
    assert runtime.ask(list_jobs, station="T01") == []
    today = runtime.ask(get_company).day_of(runtime.factory.clock())
    days = runtime.ask(list_day_figures, since=today.replace(day=1, month=1), until=today)
    assert sum(d.gross_minor for d in days) == made.gross_minor
    assert sum(d.sales + d.returns for d in days) == made.sales
    assert all(d.business_date < today for d in days)


def test_the_same_seed_makes_the_same_history_on_either_database(
    runtime: Runtime, demo: DemoShop, sqlite_url: str
) -> None:
    first = _trade(runtime, demo, seed=1)
    url = f"{sqlite_url}.second"
    engine = create_app_engine(url)
    upgrade_database(engine)
    factory = UnitOfWorkFactory(engine, EventBus(lambda _e, _x: None), clock=runtime.factory.clock)
    shop = Runtime(factory).run(create_demo_shop, actor=SYSTEM_ACTOR, pepper=PEPPER, language="en")
    assert make_history(factory, shop, days=3, busyness=12, seed=1) == first
    factory.dispose()


def test_the_shop_speaks_its_language(runtime: Runtime, demo: DemoShop) -> None:
    context = runtime.ask(load_context, till_code="T01", now=runtime.factory.clock())
    assert context.company.language == "de"
    assert context.company.currency == "EUR"
    names = ["Bar", "Karte", "Auf Rechnung", "Geschenkkarte", "Guthaben", "Punkte", "Umtausch"]
    assert [t.name for t in context.tenders] == names
    assert len(context.taxes) == 3


def test_a_second_demo_shop_in_the_same_database_is_refused(runtime: Runtime, demo: DemoShop) -> None:
    with pytest.raises(ShopExistsError, match="Hollerbecks"):
        runtime.run(create_demo_shop, actor=SYSTEM_ACTOR, pepper=PEPPER)


def test_practice_data_are_marked_and_print_nothing_of_the_past(
    runtime: Runtime, demo: DemoShop, factory: UnitOfWorkFactory
) -> None:
    _trade(runtime, demo)
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(text("UPDATE print_job SET status = 'queued'"))
    runtime.run(make_practice, actor=SYSTEM_ACTOR)
    assert runtime.ask(get_company).is_training
    assert runtime.ask(list_jobs, station="T01") == []
    assert _broken(runtime) == []
