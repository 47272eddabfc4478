"""The store page: its day, its checklists, counting in turns, commissions, by taps and keys."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from app.commission.queries import list_rates, list_runs
from app.inventory.cycle import get_plan
from app.inventory.receipts import expect_goods
from app.inventory.states import AbcClass
from app.kernel.permission import SYSTEM_ACTOR
from app.storeops.operations import save_task
from app.storeops.queries import checklist, list_tasks
from app.storeops.states import TaskMoment
from tests.factories.shop import TODAY
from tests.ui.conftest import code_of
from tests.ui.office_driver import OfficeDriver
from ui.inventory.counting_panel import CountingPanel
from ui.storeops.commission_page import CommissionPage
from ui.storeops.cycle_page import CyclePage
from ui.storeops.rates_page import RatesPage
from ui.storeops.runs_page import RunsPage
from ui.storeops.store_section import StoreSection
from ui.storeops.tasks_page import TasksPage
from ui.storeops.today_page import TodayPage


def at(office: OfficeDriver, chip: str) -> Any:
    section = office.go("store")
    assert isinstance(section, StoreSection)
    office.tap_text(chip)
    return section.pages[section._chosen]


def cells(table: Any) -> list[tuple[str, ...]]:
    return [tuple(c.replace("\u00a0", " ") for c in table.row(n).cells) for n in range(table.count())]


def test_the_day_shows_tasks_with_who_and_when_and_what_is_expected(office: OfficeDriver) -> None:
    shop = office.shop
    shop.runtime.run(save_task, actor=SYSTEM_ACTOR, name="Lights on", moment=TaskMoment.OPENING)
    for reference, days in (("PO-7", 0), ("PO-6", -2)):
        shop.runtime.run(
            expect_goods, actor=SYSTEM_ACTOR, product_id=shop.products["MILK"],
            location_id=shop.locations["SHOP"], reference=reference, due_on=TODAY + timedelta(days=days),
            quantity_milli=1000,
        )  # fmt: skip
    page = at(office, "Today")
    assert isinstance(page, TodayPage)
    assert cells(page.tasks)[0][:4] == ("Opening", "Lights on", "", "open")
    assert [row[0] for row in cells(page.waits)][:2] == ["Delivery expected"] * 2
    assert "PO-6" in cells(page.waits)[0][1]
    page.tasks.setFocus()
    office.key(Qt.Key.Key_Return)
    assert cells(page.tasks)[0][2] == "manager"
    office.tap_text("Not done")
    assert cells(page.tasks)[0][3] == "open"
    page.waits.opened.emit("stock:receipts:0")
    office.settle()
    assert office.page.section_id() == "stock"


def test_a_task_is_written_changed_and_taken_out_of_use(office: OfficeDriver) -> None:
    page = at(office, "Checklists")
    assert isinstance(page, TasksPage)
    page.name.setFocus()
    office.type("Sweep")
    office.key(Qt.Key.Key_Return)
    page.moment.choose(TaskMoment.CLOSING)
    page.name.setText("Sweep the floor")
    office.tap_text("Change")
    (task,) = office.shop.runtime.ask(list_tasks)
    assert (task.name, task.moment) == ("Sweep the floor", TaskMoment.CLOSING)
    office.tap_text("Out of use")
    store = office.services.context.till.store_id
    assert office.shop.runtime.ask(checklist, store_id=store, on=TODAY) == []


def test_the_sheet_of_the_day_is_made_from_what_is_due(office: OfficeDriver) -> None:
    shop = office.shop
    shift = shop.open_shift()
    shop.sell(shop.cart(("COFFEE", 50_000), "MILK"), shift)
    page = at(office, "Counting in turns")
    assert isinstance(page, CyclePage)
    assert "never worked out" in page.said.text()
    office.tap_text("Work the classes out anew")
    # with the English forms of the plural loaded, or not: a test before this one may have done so
    assert cells(page.classes)[0][:5] in {(("A", days, "1", "0", "1")) for days in ("30 days", "30 day(s)")}
    assert cells(page.due)[0][0] == AbcClass.A.value.upper()
    page.most.setValue(2)
    office.tap_text("Save the plan")
    assert shop.runtime.ask(get_plan).most == 2
    assert page.due.count() == 2
    office.tap_text("Make the count sheet")
    assert isinstance(office.open_panel, CountingPanel)


def test_commissions_are_shown_with_their_lines_settled_and_paid(office: OfficeDriver) -> None:
    shop = office.shop
    rates = at(office, "Rates")
    assert isinstance(rates, RatesPage)
    office.page.scanned(code_of(shop, "COFFEE"))
    office.settle()
    rates.rate.setFocus()
    office.type("10")
    office.key(Qt.Key.Key_Return)
    assert [(r.goods, r.rate) for r in shop.runtime.ask(list_rates)] == [("Coffee beans 1 kg", 10_000)]
    shop.sell(shop.cart("COFFEE", "MILK"), shop.open_shift())
    office.clock.advance(days=1)
    page = at(office, "Commission")
    assert isinstance(page, CommissionPage)
    assert cells(page.table) == [("cashier", "2", "€11.95", "–", "€1.08")]
    assert [(row[2], row[4], row[5]) for row in cells(page.lines)] == [
        ("Coffee beans 1 kg", "10%", "€1.08"), ("Milk 1 l", "0%", "€0.00")
    ]  # fmt: skip
    office.tap_text("Settle these days")
    assert "is settled" in office.banner
    runs = at(office, "Settlements")
    assert isinstance(runs, RunsPage)
    office.tap_text("It is paid")
    (run,) = shop.runtime.ask(list_runs)
    assert run.paid_at is not None
    assert cells(runs.people) == [("cashier", "2", "€11.95", "€1.08")]


def test_a_cashier_sees_the_day_and_no_commissions(office: OfficeDriver) -> None:
    office.services.gateway.actor = office.shop.actor("cashier")
    office.page.open()
    section = office.go("store")
    assert isinstance(section, StoreSection)
    assert set(section.pages) == {"today"}
