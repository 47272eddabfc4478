"""After the commit: the drawer opens, the paper comes out, and the queue knows how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app.devices.paper import Paper
from app.devices.ports import DeviceError, DeviceFault, PrintOutcome
from app.flows.printing import DB_LANE, PRINTER_LANE, PrintPump
from app.kernel.events import EventBus
from app.printing.events import PrintSettled
from app.printing.operations import queue_print, retry_print, set_print_status
from app.printing.queries import find_job, list_jobs
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.runtime.lanes import Lanes
from tests.factories.shop import Shop
from tests.integration.till.helpers import count, rows


class Printer:
    """Prints on a list, or fails as told."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []
        self.kicks = 0
        self.error: Exception | None = None
        self.outcome = PrintOutcome.PRINTED

    def print_paper(self, paper: Paper) -> PrintOutcome:
        if self.error is not None:
            raise self.error
        self.papers.append(paper)
        return self.outcome

    def kick(self) -> None:
        if self.error is not None:
            raise self.error
        self.kicks += 1

    def is_open(self) -> None:
        return None

    def health(self) -> Any:
        raise NotImplementedError

    def close(self) -> None:
        return


@pytest.fixture
def lanes(shop: Shop) -> Iterator[Lanes]:
    """The two lanes the pump works on."""
    made = Lanes({DB_LANE: 50, PRINTER_LANE: 20}, on_stop=shop.runtime.factory.close_thread)
    yield made
    made.shutdown()


@pytest.fixture
def printer() -> Printer:
    """A printer with a drawer on its plug."""
    return Printer()


def pump_of(shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer | None) -> PrintPump:
    return PrintPump(shop.runtime, lanes, bus, station="T01", printer=lambda: printer, drawer=lambda: printer)


def wait(lanes: Lanes) -> None:
    """Until nothing is under way: a job goes from db to printer to db."""
    for _ in range(3):
        for lane in (DB_LANE, PRINTER_LANE):
            lanes.submit(lane, lambda: None).result(timeout=30)


def statuses(shop: Shop) -> list[str]:
    return [r.status for r in rows(shop, print_job)]


def test_a_cash_sale_opens_the_drawer_and_prints_its_receipt(
    shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer, published: list[object]
) -> None:
    pump_of(shop, lanes, bus, printer)
    shift = shop.open_shift()
    wait(lanes)
    assert printer.kicks == 1  # the float
    shop.sell(shop.cart("MILK"), shift)
    shop.sell(shop.cart("MILK"), shift, ("card", 119))
    wait(lanes)
    assert printer.kicks == 2
    assert [p.title for p in printer.papers] == ["Receipt T01-000001", "Receipt T01-000002"]
    assert statuses(shop) == [PrintStatus.PRINTED, PrintStatus.PRINTED]
    assert [e.status for e in published if isinstance(e, PrintSettled)] == ["printed", "printed"]


def test_without_a_way_back_the_paper_is_sent_unconfirmed(
    shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer
) -> None:
    printer.outcome = PrintOutcome.SENT
    pump_of(shop, lanes, bus, printer)
    shop.sell(shop.cart("MILK"), shop.open_shift())
    wait(lanes)
    assert statuses(shop) == [PrintStatus.SENT_UNCONFIRMED]


@pytest.mark.parametrize(
    ("error", "is_copy"),
    [
        (DeviceError(device="printer", fault=DeviceFault.PAPER_OUT), False),
        (DeviceError(device="printer", fault=DeviceFault.LOST, nothing_sent=False), True),
        (ZeroDivisionError("a driver's bug"), True),
    ],
)
def test_what_did_not_come_out_needs_attention_and_comes_out_when_asked(
    shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer, error: Exception, *, is_copy: bool
) -> None:
    pump_of(shop, lanes, bus, printer)
    shift = shop.open_shift()
    wait(lanes)
    printer.error = error
    shop.sell(shop.cart("MILK"), shift)
    wait(lanes)
    assert (statuses(shop), printer.papers) == ([PrintStatus.NEEDS_ATTENTION], [])
    printer.error = None
    job = rows(shop, print_job)[0].id
    shop.runtime.run(retry_print, actor=shop.actor(), job_id=job)
    wait(lanes)
    assert statuses(shop) == [PrintStatus.PRINTED]
    assert len(printer.papers) == 1
    assert rows(shop, print_job)[0].is_copy is is_copy
    assert printer.kicks == 1  # never repeated later


def test_without_a_printer_the_sale_stands_and_its_receipt_waits_for_a_person(
    shop: Shop, lanes: Lanes, bus: EventBus
) -> None:
    pump_of(shop, lanes, bus, None)
    done = shop.sell(shop.cart("MILK"), shop.open_shift())
    wait(lanes)
    assert done.number == "T01-000001"
    job = rows(shop, print_job)[0]
    assert (job.status, job.last_error) == (PrintStatus.NEEDS_ATTENTION, "no printer is set up")
    assert job.may_be_on_paper is False


def test_a_paper_that_cannot_be_built_holds_up_no_other(
    shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer
) -> None:
    pump_of(shop, lanes, bus, printer)
    shift = shop.open_shift()
    shop.runtime.run(
        queue_print, actor=shop.actor(), station="T01", kind="receipt", document_type="sale", document_id=1
    )
    shop.sell(shop.cart("MILK"), shift)
    wait(lanes)
    assert sorted(statuses(shop)) == [PrintStatus.NEEDS_ATTENTION, PrintStatus.PRINTED]
    assert "could not be built" in str([r.last_error for r in rows(shop, print_job)])


def test_after_a_crash_what_waited_is_printed_and_what_was_under_way_is_not(
    shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer
) -> None:
    shift = shop.open_shift()
    for _ in range(2):
        shop.sell(shop.cart("MILK"), shift)
    first, second = shop.runtime.ask(list_jobs, station="T01")
    shop.runtime.run(set_print_status, actor=shop.actor(), job_id=first.id, status=PrintStatus.SENDING)
    assert pump_of(shop, lanes, bus, printer).start() == [first.id]
    wait(lanes)
    assert [p.title for p in printer.papers] == ["Receipt T01-000002"]
    found = [shop.runtime.ask(find_job, job_id=job.id) for job in (first, second)]
    assert [f.status for f in found if f] == [PrintStatus.NEEDS_ATTENTION, PrintStatus.PRINTED]
    assert printer.kicks == 0


def test_a_receipt_whose_event_was_lost_comes_out_with_the_next(
    shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer
) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("MILK"), shift)  # nobody listens yet
    pump_of(shop, lanes, bus, printer)
    shop.sell(shop.cart("COFFEE"), shift)
    wait(lanes)
    assert [p.title for p in printer.papers] == ["Receipt T01-000001", "Receipt T01-000002"]


def test_another_tills_papers_are_not_printed_here(
    shop: Shop, lanes: Lanes, bus: EventBus, printer: Printer
) -> None:
    pump_of(shop, lanes, bus, printer)
    shop.sell(shop.cart("MILK"), shop.open_shift("T02"), till="T02")
    wait(lanes)
    assert (printer.papers, printer.kicks, count(shop, print_job)) == ([], 0, 1)
    assert statuses(shop) == [PrintStatus.QUEUED]
