"""A real month of wholesale: an empty database, the catalogue, every order, and whether the books agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, select

from app.access.queries import get_actor
from app.catalog.importing.run import import_products
from app.catalog.queries import list_all_categories
from app.catalog.tables import product
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.demo.month_plan import MonthPlan, PlannedCredit, PlannedOrder, order_total, read_plan
from app.demo.replay import create_gift_shop
from app.demo.trading_day import CATALOGUE, INVOICES, PROFILE, ShopClock, raise_error
from app.demo.wholesale import Figures, Shop, Wholesaler
from app.inventory.operations import SALES_FLOOR
from app.inventory.queries import location_id
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.tables import invoice, invoice_line
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.orders.states import OrderStatus
from app.orders.tables import sales_order
from app.pricing.operations import create_price_list
from app.receivables.tables import open_item
from app.reporting.verify import CheckResult, verify_database
from app.runtime.run import Runtime
from app.tax.queries import list_tax_classes

_VAT: Final = 20_000  # in the United Kingdom since January 2011
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Booked:
    """What the books say of the month: documents, their lines and their net sum."""

    documents: int
    lines: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class TradingMonth:
    """What came of it."""

    plan: MonthPlan
    figures: Figures
    invoices: Booked
    credit_notes: Booked
    open_orders: int  # that did not close by themselves
    owed_minor: int  # what customers owe in the end
    checks: int
    broken: tuple[CheckResult, ...]

    @property
    def agrees(self) -> bool:
        """Counts and sums are the file's, everything is paid and closed, and every invariant holds."""
        orders = [*self.plan.brought_forward, *self.plan.orders]
        lines, total = sum(len(order.lines) for order in orders), order_total(orders)
        taken_back = sum(credit.total_minor for credit in self.plan.credits)
        return (
            self.plan.adds_up
            and self.invoices == Booked(len(orders), lines, total)
            and (self.figures.credited, self.credit_notes.net_minor) == (len(self.plan.credits), taken_back)
            and (self.open_orders, self.owed_minor, self.broken) == (0, 0, ())
        )


def play_trading_month(
    url: str, data: Path, month: str, *, days: int | None = None, progress: Progress | None = None
) -> TradingMonth:
    """Carry a month of the file through an empty, migrated database.

    Args:
        url: of the database.
        data: the folder of the real data.
        month: e.g. "2011-11".
        days: only its first trading days.
        progress: told (steps done, steps in all) after each day.
    """
    plan = read_plan(data.joinpath(*INVOICES), month, days=days)
    first = min(step.at for step in [*plan.brought_forward, *plan.steps])
    clock = ShopClock(first - timedelta(hours=2))
    factory = UnitOfWorkFactory(
        create_app_engine(url), EventBus(raise_error), read_engine=create_app_engine(url, readonly=True),
        clock=clock,
    )  # fmt: skip
    runtime = Runtime(factory)
    try:
        user_id = runtime.run(
            create_gift_shop, actor=SYSTEM_ACTOR, pepper=b"trading month" * 3, vat_rate=_VAT
        )
        actor = runtime.ask(get_actor, user_id=user_id, station="office", till_id=None)
        import_products(runtime, actor=actor, path=data.joinpath(*CATALOGUE), profile=PROFILE)
        trade = runtime.run(
            create_price_list, actor=actor, code="trade", name="Trade", currency="GBP", includes_tax=False
        )
        worker = Wholesaler(runtime, actor, runtime.ask(_shop, price_list_id=trade), set_clock=clock.set)
        _work(worker, plan, progress)
        figures = worker.figures
        return TradingMonth(
            plan, figures, runtime.ask(_booked, kind=InvoiceKind.INVOICE),
            runtime.ask(_booked, kind=InvoiceKind.CREDIT_NOTE), runtime.ask(_open_orders),
            runtime.ask(_owed), *_verified(runtime),
        )  # fmt: skip
    finally:
        factory.dispose()


def _work(worker: Wholesaler, plan: MonthPlan, progress: Progress | None) -> None:
    whole = len(plan.brought_forward) + len(plan.steps)
    done = 0
    steps: list[PlannedOrder | PlannedCredit] = [*plan.brought_forward, *plan.steps]
    for _day, group in groupby(steps, key=lambda step: step.at.date()):
        today = list(group)
        worker.trade([step for step in today if isinstance(step, PlannedOrder)])
        # credit notes are written when the day's parcels have left
        for step in today:
            if isinstance(step, PlannedCredit):
                worker.credit(step)
        done += len(today)
        if progress is not None:
            progress(done, whole)
    worker.refund_what_is_left()


def _shop(connection: Connection, *, price_list_id: int) -> Shop:
    return Shop(
        location_id(connection, code=SALES_FLOOR), price_list_id, list_tax_classes(connection)[0].id,
        list_all_categories(connection)[0].id,
        {row.sku: row.id for row in connection.execute(select(product.c.sku, product.c.id))},
    )  # fmt: skip


def _booked(connection: Connection, *, kind: InvoiceKind) -> Booked:
    wanted = (invoice.c.kind == kind.value, invoice.c.status == InvoiceStatus.POSTED.value)
    count, net = connection.execute(
        select(func.count(), func.coalesce(func.sum(invoice.c.net_minor), 0)).where(*wanted)
    ).one()
    lines = connection.execute(
        select(func.count()).select_from(invoice_line.join(invoice)).where(*wanted)
    ).scalar_one()
    return Booked(int(count), int(lines), int(net))


def _open_orders(connection: Connection) -> int:
    query = select(func.count()).where(sales_order.c.status != OrderStatus.CLOSED.value)
    return int(connection.execute(query).scalar_one())


def _owed(connection: Connection) -> int:
    query = select(func.coalesce(func.sum(open_item.c.open_minor), 0))
    return int(connection.execute(query).scalar_one())


def _verified(runtime: Runtime) -> tuple[int, tuple[CheckResult, ...]]:
    results = runtime.ask(verify_database)
    return len(results), tuple(r for r in results if not r.holds)
