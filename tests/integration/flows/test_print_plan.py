"""Several printers: by kind of paper, by what was sold, and the one that stands in; never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.devices.paper import Barcode, Paper
from app.devices.ports import DeviceError, DeviceFault
from app.flows.printing import DB_LANE, PRINTER_LANE, PrintPump
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import save_setting
from app.printing.operations import queue_print, retry_print
from app.printing.rules import PLAN_SETTING, MorePrinter, PrintPlan, SlipRule, plan_text
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.reporting.lists import list_print_jobs
from app.runtime.lanes import Lanes
from app.till.operations.slips import print_gift_receipt
from drivers.printer.render_text import render_text
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.flows.test_print_pump import Printer
from tests.integration.till.helpers import rows

KITCHEN = MorePrinter("Kitchen", "virtual:")


class Printers:
    """A plan with a kitchen."""

    def __init__(self, plan: PrintPlan, kitchen: Printer) -> None:
        self.plan, self.kitchen = plan, kitchen

    def printer(self, name: str) -> Printer | None:
        return self.kitchen if name == "Kitchen" else None

    def lane(self, name: str) -> str:
        del name
        return "printer2"


class Station:
    """A till with two printers; time goes on when it is told."""

    def __init__(self, shop: Shop, lanes: Lanes, bus: EventBus, plan: PrintPlan, clock: SteadyClock) -> None:
        self.shop, self.lanes, self.clock = shop, lanes, clock
        self.own, self.kitchen = Printer(), Printer()
        self.waiting: list[tuple[float, Callable[[], None]]] = []
        PrintPump(
            shop.runtime, lanes, bus, station="T01", printer=lambda: self.own, drawer=lambda: None,
            more=Printers(plan, self.kitchen), clock=clock,
            later=lambda seconds, work: self.waiting.append((seconds, work)),
        )  # fmt: skip

    def wait(self) -> None:
        for _ in range(3):
            for lane in (DB_LANE, PRINTER_LANE, "printer2"):
                self.lanes.submit(lane, lambda: None).result(timeout=30)

    def go_on(self, seconds: float) -> None:
        self.clock.advance(seconds=seconds)
        due, self.waiting = self.waiting, []
        for _seconds, work in due:
            work()
        self.wait()

    def print_x(self) -> None:
        shift = self.shop.open_shift()
        self.wait()
        self.own.papers.clear()
        self.shop.runtime.run(
            queue_print,
            actor=SYSTEM_ACTOR,
            station="T01",
            kind="x_report",
            document_type="shift",
            document_id=shift,
        )
        self.wait()


@pytest.fixture
def lanes(shop: Shop) -> Iterator[Lanes]:
    """One for each printer."""
    limits = {DB_LANE: 50, PRINTER_LANE: 20, "printer2": 20}
    made = Lanes(limits, on_stop=shop.runtime.factory.close_thread)
    yield made
    made.shutdown()


def last(papers: list[Paper]) -> str:
    return render_text(papers[-1])


def test_a_kind_of_paper_goes_to_its_printer_and_the_queue_shows_where(
    shop: Shop, lanes: Lanes, bus: EventBus, clock: SteadyClock
) -> None:
    station = Station(shop, lanes, bus, PrintPlan((KITCHEN,), {"x_report": "Kitchen"}), clock)
    station.print_x()
    assert (len(station.own.papers), len(station.kitchen.papers)) == (0, 1)
    assert [j.went_to for j in shop.runtime.ask(list_print_jobs) if j.kind == "x_report"] == ["Kitchen"]


def test_a_paper_waits_for_its_printer_then_goes_to_the_other_one_marked_and_once(
    shop: Shop, lanes: Lanes, bus: EventBus, clock: SteadyClock
) -> None:
    plan = PrintPlan((KITCHEN,), {"x_report": "Kitchen"}, wait_seconds=10)
    station = Station(shop, lanes, bus, plan, clock)
    station.kitchen.error = DeviceError(device="printer", fault=DeviceFault.NOT_FOUND)
    station.print_x()
    assert station.own.papers == []
    assert [round(seconds) for seconds, _work in station.waiting] == [10]
    station.go_on(10)
    assert len(station.own.papers) == 1
    assert "Printed here instead of: Kitchen" in last(station.own.papers)
    station.kitchen.error = None
    station.go_on(60)
    assert (len(station.own.papers), len(station.kitchen.papers)) == (1, 0)
    job = next(j for j in shop.runtime.ask(list_print_jobs) if j.kind == "x_report")
    assert (job.went_to, job.status, job.is_copy) == ("", PrintStatus.PRINTED.value, False)


def test_a_printer_that_comes_back_in_time_prints_it_itself(
    shop: Shop, lanes: Lanes, bus: EventBus, clock: SteadyClock
) -> None:
    station = Station(shop, lanes, bus, PrintPlan((KITCHEN,), {"x_report": "Kitchen"}), clock)
    station.kitchen.error = DeviceError(device="printer", fault=DeviceFault.NOT_FOUND)
    station.print_x()
    station.kitchen.error = None
    station.go_on(3)
    assert (len(station.own.papers), len(station.kitchen.papers)) == (0, 1)


def test_a_paper_that_may_be_out_in_part_goes_nowhere_else_by_itself(
    shop: Shop, lanes: Lanes, bus: EventBus, clock: SteadyClock
) -> None:
    station = Station(shop, lanes, bus, PrintPlan((KITCHEN,), {"x_report": "Kitchen"}), clock)
    station.kitchen.error = DeviceError(device="printer", fault=DeviceFault.LOST, nothing_sent=False)
    station.print_x()
    station.go_on(60)
    assert station.own.papers == []
    assert rows(shop, print_job)[-1].status == PrintStatus.NEEDS_ATTENTION.value


def test_when_both_are_not_there_a_person_is_asked_and_a_retry_begins_with_the_first(
    shop: Shop, lanes: Lanes, bus: EventBus, clock: SteadyClock
) -> None:
    station = Station(shop, lanes, bus, PrintPlan((KITCHEN,), {"x_report": "Kitchen"}), clock)
    station.kitchen.error = DeviceError(device="printer", fault=DeviceFault.NOT_FOUND)
    station.print_x()
    station.own.error = DeviceError(device="printer", fault=DeviceFault.PAPER_OUT)
    station.go_on(10)
    job = rows(shop, print_job)[-1]
    assert (job.status, job.may_be_on_paper) == (PrintStatus.NEEDS_ATTENTION.value, False)
    station.kitchen.error = None
    shop.runtime.run(retry_print, actor=SYSTEM_ACTOR, job_id=job.id)
    station.wait()
    assert len(station.kitchen.papers) == 1
    assert "COPY" not in last(station.kitchen.papers)


def test_what_is_prepared_at_a_counter_is_told_there_without_prices(
    shop: Shop, lanes: Lanes, bus: EventBus, clock: SteadyClock
) -> None:
    category = shop.cart("MILK").lines[0].item.category_id
    assert category is not None
    plan = PrintPlan((KITCHEN,), slips=(SlipRule("Kitchen", (category,)),))
    station = Station(shop, lanes, bus, plan, clock)
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name=PLAN_SETTING, value=plan_text(plan))
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("MILK"), shift)
    station.wait()
    slip = last(station.kitchen.papers)
    assert "To prepare" in slip
    assert "1 x Milk" in slip.replace("  ", " ")
    assert "€" not in slip
    assert sold.number in slip
    kinds = [r.kind for r in rows(shop, print_job) if r.document_id == sold.sale_id]
    assert kinds == ["receipt", "counter_slip"]


def test_a_gift_receipt_has_the_chosen_lines_no_price_and_the_number_of_the_receipt(
    shop: Shop, lanes: Lanes, bus: EventBus, clock: SteadyClock
) -> None:
    station = Station(shop, lanes, bus, PrintPlan(), clock)
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("MILK", "APPLE"), shift)
    station.wait()
    shop.runtime.run(
        print_gift_receipt, actor=shop.actor(), station="T01", sale_id=sold.sale_id, positions=(2,)
    )
    station.wait()
    paper = station.own.papers[-1]
    text = render_text(paper)
    assert "Gift receipt" in text
    receipt = render_text(station.own.papers[-2])
    names = [x.item.name for x in shop.cart("MILK", "APPLE").lines]
    assert names[0] in receipt
    assert names[0] not in text
    assert names[1] in text
    assert "€" not in text
    assert Barcode(sold.number) in paper.blocks
