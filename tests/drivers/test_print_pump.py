"""A sale's receipt from the queue to the paper: through the pump of the program and real drivers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from app.devices.ports import DeviceFault
from app.flows.printing import DB_LANE, PRINTER_LANE, PrintPump
from app.kernel.events import EventBus
from app.printing.operations import retry_print
from app.printing.queries import PrintJob, list_jobs
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.runtime.lanes import Lanes
from drivers.printer.virtual_printer import VirtualPrinter
from drivers.registry import StationDevices
from tests.drivers.counterparts import Emupos, OwnTcpPrinter, wait_until
from tests.drivers.fault_proxy import FaultProxy, Faults
from tests.factories.shop import Shop


class Till:
    """A till whose sales are printed."""

    def __init__(self, shop: Shop, bus: EventBus, shift: int | None = None) -> None:
        self.shop = shop
        self.shift = shift or shop.open_shift()  # before the pump: it opens the drawer as well
        self.devices = StationDevices({})
        self.lanes = Lanes({DB_LANE: 100, PRINTER_LANE: 100}, on_stop=shop.runtime.factory.close_thread)
        self.pump = PrintPump(
            shop.runtime, self.lanes, bus, station="T01",
            printer=lambda: self.devices.printer, drawer=lambda: self.devices.drawer,
        )  # fmt: skip

    def sell(self, *skus: str) -> str:
        return self.shop.sell(self.shop.cart(*(skus or ("COFFEE", "MILK"))), self.shift).number

    def jobs(self) -> list[PrintJob]:
        return self.shop.runtime.ask(list_jobs, station="T01", statuses=tuple(PrintStatus))

    def settled(self, status: PrintStatus) -> PrintJob:
        wait_until(lambda: self.jobs() and self.jobs()[-1].status is status)
        return self.jobs()[-1]

    def paper_of_retry(self, job: PrintJob) -> str:
        """Print the job again, on a printer that works."""
        self.devices.reopen("printer", "virtual:")
        self.shop.runtime.run(retry_print, actor=self.shop.actor(), job_id=job.id)
        self.settled(PrintStatus.PRINTED)
        printer = self.devices.printer
        assert isinstance(printer, VirtualPrinter)
        return printer.papers[-1].text


@pytest.fixture
def till(shop: Shop, bus: EventBus) -> Iterator[Till]:
    made = Till(shop, bus)
    yield made
    made.lanes.shutdown()
    made.devices.close()


def test_a_sale_is_printed_and_opens_the_drawer_once(till: Till) -> None:
    number = till.sell()
    assert till.settled(PrintStatus.PRINTED).attempts == 1
    printer = till.devices.printer
    assert isinstance(printer, VirtualPrinter)
    (printed,) = printer.papers
    assert f"[barcode {number}]" in printed.text
    assert "14.09" in printed.text
    wait_until(lambda: printer.kicks == 1)


def test_an_unplugged_printer_needs_attention_and_the_sale_stands(till: Till) -> None:
    till.devices.reopen("printer", "tcp://127.0.0.1:1")
    number = till.sell()
    job = till.settled(PrintStatus.NEEDS_ATTENTION)
    assert job.last_error == (
        "The printer does not work: it refuses the connection. Check the address and the rights."
    )
    assert number
    assert len(till.jobs()) == 1
    assert "COPY" not in till.paper_of_retry(job)  # not one byte had left


def test_a_paper_cut_off_in_the_middle_says_copy_when_it_is_printed_again(till: Till) -> None:
    with OwnTcpPrinter() as end, FaultProxy(("127.0.0.1", end.port), Faults(cut_after=200)) as proxy:
        till.devices.reopen("printer", f"tcp://127.0.0.1:{proxy.port}?status=on")
        till.sell()
        job = till.settled(PrintStatus.NEEDS_ATTENTION)
    assert "COPY" in till.paper_of_retry(job)


def test_without_paper_the_job_says_so(till: Till) -> None:
    assert isinstance(till.devices.printer, VirtualPrinter)
    till.devices.printer.fault = DeviceFault.PAPER_OUT
    till.sell()
    assert "no paper" in (till.settled(PrintStatus.NEEDS_ATTENTION).last_error or "")
    till.devices.printer.fault = None
    till.sell()
    till.settled(PrintStatus.PRINTED)
    assert len(till.devices.printer.papers) == 1


def test_a_printer_that_cannot_answer_ends_as_sent_unconfirmed(till: Till) -> None:
    with OwnTcpPrinter() as end:
        till.devices.reopen("printer", f"tcp://127.0.0.1:{end.port}?status=off")
        number = till.sell()
        till.settled(PrintStatus.SENT_UNCONFIRMED)
        wait_until(lambda: end.reader.papers)
        assert end.reader.papers[0].barcodes == [number]


def test_a_sale_comes_out_of_emupos_as_it_was_booked(till: Till, emupos: Emupos) -> None:
    before, known = set(emupos.receipt_ids()), len(emupos.complaints())
    till.devices.reopen("printer", f"tcp://127.0.0.1:{emupos.port}?columns=48&status=on")
    number = till.sell()
    till.settled(PrintStatus.PRINTED)
    wait_until(lambda: set(emupos.receipt_ids()) - before)
    text = emupos.text_of((set(emupos.receipt_ids()) - before).pop())
    assert f"[barcode CODE128 {number}]" in text
    assert "Coffee beans 1 kg" in text
    assert "€ 14.09" in text
    assert emupos.complaints()[known:] == []


def test_what_waited_while_the_program_was_closed_is_printed_at_the_start(shop: Shop, bus: EventBus) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("MILK"), shift)
    with shop.runtime.factory.read() as connection:
        statuses = connection.execute(select(print_job.c.status)).scalars().all()
    assert statuses == ["queued"]
    till = Till(shop, bus, shift)
    assert till.pump.start() == []
    till.settled(PrintStatus.PRINTED)
    assert isinstance(till.devices.printer, VirtualPrinter)
    assert till.devices.printer.kicks == 0
    till.lanes.shutdown()
