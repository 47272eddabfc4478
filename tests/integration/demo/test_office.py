"""The papers of the demo shop's office: something waits on every page, and the books hold."""

from __future__ import annotations

from app.banking.queries import list_lines
from app.banking.states import LineStatus
from app.collections.queries import list_disputes
from app.db.unit_of_work import UnitOfWorkFactory
from app.demo.office import make_office
from app.demo.operations import DemoShop, create_demo_shop
from app.invoicing.queries import list_invoices
from app.kernel.permission import SYSTEM_ACTOR
from app.orders.queries import count_stages
from app.orders.states import Stage
from app.printing.queries import list_jobs
from app.receivables.queries import list_open_items
from app.reporting.verify import verify_database
from app.runtime.run import Runtime

WAITING = (
    Stage.QUOTED, Stage.TO_CONFIRM, Stage.ON_HOLD, Stage.TO_PICK, Stage.TO_PACK, Stage.TO_SHIP,
    Stage.TO_INVOICE, Stage.TO_COLLECT, Stage.DONE,
)  # fmt: skip


def test_every_stage_has_an_order_money_is_late_and_the_books_hold(
    factory: UnitOfWorkFactory,
) -> None:
    runtime = Runtime(factory)
    shop: DemoShop = runtime.run(create_demo_shop, actor=SYSTEM_ACTOR, pepper=b"p" * 32, language="de")
    make_office(factory, shop, language="de")
    counts = runtime.ask(count_stages)
    assert [stage for stage in WAITING if not counts[stage]] == []
    states = sorted(x.status for x in runtime.ask(list_lines, limit=10))
    assert states == [LineStatus.BOOKED, *[LineStatus.OPEN] * 3]
    today = factory.clock().date()
    parties = shop.customers.values()
    items = [x for party_id in parties for x in runtime.ask(list_open_items, party_id=party_id)]
    owed = [x for x in items if x.open_minor > 0]
    assert any(x.due_date < today for x in owed)
    assert any(x.due_date > today for x in owed)
    assert len(runtime.ask(list_invoices)) == 5
    assert len(runtime.ask(list_disputes)) == 1
    assert runtime.ask(list_jobs, station="T01") == []
    assert [f"{r.name}: {r.faults[:2]}" for r in runtime.ask(verify_database) if not r.holds] == []
