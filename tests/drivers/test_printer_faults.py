"""Unplugged, slow, garbage, cut, silent, deaf; without paper; with the cover open."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.devices.ports import DeviceError, DeviceFault, HealthState, PrintOutcome
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.escpos_printer import EscposPrinter
from drivers.transport.memory import MemoryTransport
from drivers.transport.serial_port import SerialTransport
from drivers.transport.tcp import TcpTransport
from tests.drivers.conftest import QUICK, SHORT
from tests.drivers.counterparts import Emupos, OwnPrinter, OwnPtyPrinter, OwnTcpPrinter, wait_until
from tests.drivers.fault_proxy import FaultProxy
from tests.drivers.papers import long_paper, receipt

FAULTS = {
    "paper-out": (DeviceFault.PAPER_OUT, HealthState.BLOCKED, "no paper"),
    "cover-open": (DeviceFault.COVER_OPEN, HealthState.BLOCKED, "cover"),
    "offline": (DeviceFault.OFFLINE, HealthState.LOST, "not ready"),
}


class Station:
    """A driver behind the fault proxy, and the printer at the far end."""

    def __init__(self, proxy: FaultProxy, end: Emupos | OwnTcpPrinter) -> None:
        self.proxy, self.end = proxy, end
        self.printer = self.driver()
        self.before = self.count()

    def driver(self, **habits: object) -> EscposPrinter:
        transport = TcpTransport("127.0.0.1", self.proxy.port, limits=SHORT)
        return EscposPrinter(transport, EscposFormat(), habits=replace(QUICK, **habits))  # type: ignore[arg-type]

    def count(self) -> int:
        end = self.end
        return len(end.receipt_ids()) if isinstance(end, Emupos) else len(end.reader.papers)

    @property
    def papers(self) -> int:
        return self.count() - self.before

    @contextlib.contextmanager
    def fault(self, name: str) -> Iterator[None]:
        if isinstance(self.end, Emupos):
            with self.end.fault(name):
                yield
            return
        self.end.fault = name
        yield
        self.end.fault = None


@pytest.fixture(params=["emupos", "own"])
def station(request: pytest.FixtureRequest) -> Iterator[Station]:
    with contextlib.ExitStack() as stack:
        end = (
            request.getfixturevalue("emupos")
            if request.param == "emupos"
            else stack.enter_context(OwnTcpPrinter())
        )
        yield Station(stack.enter_context(FaultProxy(("127.0.0.1", end.port))), end)


@pytest.mark.parametrize("name", FAULTS)
def test_a_printer_that_cannot_print_says_why_before_a_byte_is_sent(station: Station, name: str) -> None:
    fault, state, words = FAULTS[name]
    with station.fault(name):
        with pytest.raises(DeviceError) as refused:
            station.printer.print_paper(receipt())
        health = station.printer.health()
    assert refused.value.fault is fault
    assert refused.value.nothing_sent
    assert words in str(refused.value)
    assert (health.state, words in health.detail) == (state, True)
    assert station.papers == 0
    assert station.printer.print_paper(receipt()) is PrintOutcome.PRINTED
    wait_until(lambda: station.papers == 1)


def test_a_roll_that_comes_to_its_end_is_a_warning_and_prints(station: Station) -> None:
    with station.fault("paper-near-end"):
        assert station.printer.health().state is HealthState.WARNING
        assert station.printer.print_paper(receipt()) is PrintOutcome.PRINTED
    assert station.printer.health().state is HealthState.READY


def test_a_cut_in_the_middle_tells_that_bytes_left_and_the_next_paper_is_whole(station: Station) -> None:
    station.proxy.faults.cut_after = 700
    with pytest.raises(DeviceError) as broken:
        station.printer.print_paper(long_paper())
    assert not broken.value.nothing_sent
    assert station.printer.health().state in {HealthState.READY, HealthState.LOST}
    station.proxy.faults.cut_after = None
    assert station.printer.print_paper(receipt()) is PrintOutcome.PRINTED


def test_a_cut_after_the_last_byte_is_not_called_printed(station: Station) -> None:
    size = len(EscposFormat().job(receipt()))
    station.proxy.faults.cut_after = size + 6  # the questions before it, and not the last one
    with pytest.raises(DeviceError) as broken:
        station.printer.print_paper(receipt())
    assert not broken.value.nothing_sent


def test_unplugged_between_two_papers_nothing_is_sent(station: Station) -> None:
    assert station.printer.print_paper(receipt()) is PrintOutcome.PRINTED
    station.proxy.unplug()
    with pytest.raises(DeviceError) as gone:
        station.printer.print_paper(receipt())
    assert gone.value.nothing_sent
    assert station.printer.health().state is HealthState.LOST


def test_a_silent_printer_gets_its_paper_and_it_counts_as_sent(station: Station) -> None:
    station.proxy.faults.silent = True
    assert station.printer.print_paper(receipt()) is PrintOutcome.SENT
    wait_until(lambda: station.papers == 1)
    health = station.printer.health()
    assert (health.state, health.detail) == (HealthState.READY, "It does not tell its state.")


def test_silence_of_a_printer_that_must_answer_is_an_error(station: Station) -> None:
    station.proxy.faults.silent = True
    printer = station.driver(asks="on")
    with pytest.raises(DeviceError) as silent:
        printer.print_paper(receipt())
    assert silent.value.fault is DeviceFault.TIMEOUT
    assert silent.value.nothing_sent
    assert printer.health().state is HealthState.LOST


def test_garbage_is_no_status_and_stops_nothing(station: Station) -> None:
    station.proxy.faults.garbage = True
    assert station.printer.print_paper(receipt()) is PrintOutcome.SENT
    wait_until(lambda: station.papers == 1)


def test_status_sent_unasked_is_not_taken_for_an_answer(station: Station) -> None:
    station.proxy.faults.chatter = b"\x14\x00\x00\x0f\x13\x11"
    assert station.printer.health().state is HealthState.READY
    assert station.printer.print_paper(receipt()) is PrintOutcome.PRINTED


def test_a_slow_printer_is_waited_for(station: Station) -> None:
    station.proxy.faults.bytes_per_second = 9600
    assert station.printer.print_paper(long_paper(60)) is PrintOutcome.PRINTED
    wait_until(lambda: station.papers == 1)


def test_a_printer_that_takes_nothing_is_given_up(station: Station) -> None:
    station.proxy.faults.deaf = True
    printer = station.driver(asks="off")
    with pytest.raises(DeviceError) as stuck:
        printer.print_paper(long_paper(3000))
    assert stuck.value.fault is DeviceFault.TIMEOUT
    assert not stuck.value.nothing_sent


def test_paper_that_runs_out_in_the_middle_is_said_before_the_limit_is_over() -> None:
    end = OwnPrinter()

    def answer(data: bytes) -> bytes:
        said = end.answer(data)
        if len(data) > 100:
            end.fault = "paper-out"
            return b""
        return said

    printer = EscposPrinter(MemoryTransport(answer=answer), habits=replace(QUICK, proof=3600))
    with pytest.raises(DeviceError) as out:
        printer.print_paper(receipt())
    assert out.value.fault is DeviceFault.PAPER_OUT
    assert not out.value.nothing_sent


def test_a_clone_that_knows_no_proof_is_sent_to_and_not_waited_for_again() -> None:
    end = OwnPrinter()
    end.knows_proof = False
    printer = EscposPrinter(MemoryTransport(answer=end.answer), habits=replace(QUICK, proof=0.1))
    outcomes = [printer.print_paper(receipt()) for _ in range(3)]
    assert outcomes == [PrintOutcome.SENT] * 3
    assert end.received.count(b"\x1dr\x01") == 2
    assert len(end.reader.papers) == 3


def test_a_printer_left_in_the_middle_of_a_paper_is_freed_first() -> None:
    end = OwnPrinter()
    wire = MemoryTransport(answer=end.answer, cut_after=120)
    printer = EscposPrinter(wire, habits=QUICK)
    with pytest.raises(DeviceError):
        printer.print_paper(receipt("HALF"))
    wire.cut_after = None
    end.reader.pending = b""
    assert printer.print_paper(receipt("WHOLE")) is PrintOutcome.PRINTED
    assert end.reader.papers[-1].barcodes == ["WHOLE"]
    assert "Takings" in end.reader.papers[-1].text


def test_a_serial_port_that_is_pulled_out_and_plugged_in_again_prints_on() -> None:
    with OwnPtyPrinter() as first:
        path = first.path
        wire = SerialTransport(path, limits=SHORT)
        printer = EscposPrinter(wire, habits=QUICK)
        assert printer.print_paper(receipt()) is PrintOutcome.PRINTED
        first.unplug()
        with pytest.raises(DeviceError) as gone:
            printer.print_paper(receipt())
        assert gone.value.nothing_sent
        assert printer.health().state is HealthState.LOST
    with OwnPtyPrinter() as second:
        wire.name = second.path
        assert printer.print_paper(receipt()) is PrintOutcome.PRINTED
        assert len(second.reader.papers) == 1
        printer.close()


def test_a_serial_port_that_nobody_reads_is_given_up_and_closed() -> None:
    with OwnPtyPrinter() as end:
        end.is_deaf = True
        printer = EscposPrinter(SerialTransport(end.path, limits=SHORT), habits=replace(QUICK, asks="off"))
        with pytest.raises(DeviceError) as stuck:
            printer.print_paper(long_paper(3000))
        assert stuck.value.fault is DeviceFault.TIMEOUT
        assert not stuck.value.nothing_sent
        printer.close()


def test_a_serial_port_in_use_is_busy() -> None:
    with OwnPtyPrinter() as end:
        one, two = (EscposPrinter(SerialTransport(end.path, limits=SHORT), habits=QUICK) for _ in "ab")
        one.print_paper(receipt())
        with pytest.raises(DeviceError) as busy:
            two.print_paper(receipt())
        assert busy.value.fault is DeviceFault.BUSY
        one.close()
        assert two.print_paper(receipt()) is PrintOutcome.PRINTED
        two.close()


def test_health_during_a_long_job_is_what_was_known_and_does_not_wait() -> None:
    started = time.monotonic()
    end = OwnPrinter()
    seen = []

    def answer(data: bytes) -> bytes:
        if len(data) > 100:
            seen.append(printer.health())
        return end.answer(data)

    printer = EscposPrinter(MemoryTransport(answer=answer), habits=QUICK)
    printer.health()
    printer.print_paper(receipt())
    assert [h.state for h in seen] == [HealthState.READY]
    assert time.monotonic() >= started


def test_paper_that_runs_out_while_emupos_prints_needs_a_person(emupos: Emupos) -> None:
    caught: list[DeviceError] = []
    with FaultProxy(("127.0.0.1", emupos.port)) as proxy:
        proxy.faults.bytes_per_second = 5000
        station = Station(proxy, emupos)
        printer = station.driver(proof=30.0)

        def job() -> None:
            try:
                printer.print_paper(long_paper(60))
            except DeviceError as error:
                caught.append(error)

        thread = threading.Thread(target=job)
        thread.start()
        wait_until(lambda: proxy.passed > 500)
        with emupos.fault("paper-out"):
            thread.join(20)
            assert printer.health().state is HealthState.BLOCKED
    assert [e.fault for e in caught] == [DeviceFault.PAPER_OUT]
    assert not caught[0].nothing_sent
    assert printer.health().state is HealthState.LOST  # the proxy is gone
