"""Scanners: frames from bytes, whatever wire they come by, and back again after a loose plug."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.devices.ports import BarcodeScanner, HealthState, Scan
from drivers.scanner.framing import LONGEST, Framing
from drivers.scanner.serial_scanner import SerialScanner
from drivers.scanner.virtual_scanner import VirtualScanner
from drivers.transport.device_file import FileTransport
from drivers.transport.serial_port import SerialTransport
from drivers.transport.tcp import TcpTransport
from tests.drivers.conftest import SHORT
from tests.drivers.counterparts import Emupos, OwnPtyPrinter, wait_until
from tests.drivers.fault_proxy import FaultProxy
from tests.drivers.talker import Talker

NO_WAIT = (0.02,)
CONTROL = {chr(c) for c in (*range(0x20), *range(0x7F, 0xA0))} - {"\x1d"}


@dataclass
class Lane:
    """A scanner that is listening, and the hand that scans."""

    scanner: BarcodeScanner
    scan: Callable[[str], object]
    heard: list[Scan] = field(default_factory=list)

    @property
    def codes(self) -> list[str]:
        return [s.raw for s in self.heard]


@pytest.fixture(params=["emupos", "own-serial", "own-file", "own-tcp", "virtual"])
def lane(request: pytest.FixtureRequest) -> Iterator[Lane]:
    with contextlib.ExitStack() as stack:
        made = _lane(request, stack)
        made.scanner.start(made.heard.append)
        wait_until(lambda: made.scanner.health().state is HealthState.READY)
        yield made
        made.scanner.close()


def _lane(request: pytest.FixtureRequest, stack: contextlib.ExitStack) -> Lane:
    if request.param == "virtual":
        virtual = VirtualScanner()
        return Lane(virtual, virtual.scan)
    if request.param == "emupos":
        emupos: Emupos = request.getfixturevalue("emupos")
        scanner = SerialScanner(SerialTransport(str(emupos.scanner_path)), back_off=NO_WAIT)
        return Lane(
            scanner,
            lambda code: emupos.call("POST", "/devices/lane/scans", {"data": code, "countdown_seconds": 0}),
        )
    if request.param == "own-tcp":
        talker = stack.enter_context(Talker())
        scanner = SerialScanner(TcpTransport("127.0.0.1", talker.port), back_off=NO_WAIT)
        return Lane(scanner, lambda code: talker.say(code.encode() + b"\r\n"))
    pty = stack.enter_context(OwnPtyPrinter())
    wire = SerialTransport(pty.path) if request.param == "own-serial" else FileTransport(pty.path)
    return Lane(SerialScanner(wire, back_off=NO_WAIT), lambda code: pty.say(code.encode() + b"\r"))


def test_each_scan_is_heard_once_and_in_order(lane: Lane) -> None:
    codes = ["4006381333931", "T01-000042", "https://example.com/a?b=c"]
    for n, code in enumerate(codes, 1):
        lane.scan(code)
        wait_until(lambda n=n: len(lane.heard) == n)
    assert lane.codes == codes
    assert all(s.source for s in lane.heard)


def test_closing_is_prompt_and_nothing_is_heard_afterwards(lane: Lane) -> None:
    before = time.monotonic()
    lane.scanner.close()
    lane.scanner.close()
    assert time.monotonic() - before < 5
    with contextlib.suppress(OSError):
        lane.scan("after")
    time.sleep(0.05)
    assert lane.codes == []


def test_a_scanner_that_is_not_there_is_lost_and_closes_at_once() -> None:
    scanner = SerialScanner(SerialTransport("/dev/no-such-port", device="scanner"))
    assert scanner.health().state is HealthState.CONNECTING
    heard: list[Scan] = []
    scanner.start(heard.append)
    wait_until(lambda: scanner.health().state is HealthState.LOST)
    assert "not there" in scanner.health().detail
    scanner.close()
    assert heard == []


def test_a_scanner_that_is_pulled_out_comes_back_by_itself() -> None:
    heard: list[Scan] = []
    with OwnPtyPrinter() as first:
        wire = SerialTransport(first.path, device="scanner")
        scanner = SerialScanner(wire, back_off=NO_WAIT)
        scanner.start(heard.append)
        wait_until(lambda: scanner.health().state is HealthState.READY)
        first.say(b"111\r")
        wait_until(lambda: len(heard) == 1)
        wire.name = "/dev/no-such-port"
        first.unplug()
        wait_until(lambda: scanner.health().state is HealthState.LOST)
    with OwnPtyPrinter() as second:
        wire.name = second.path
        wait_until(lambda: scanner.health().state is HealthState.READY)
        second.say(b"222\r")
        wait_until(lambda: len(heard) == 2)
        scanner.close()
    assert [s.raw for s in heard] == ["111", "222"]


@pytest.mark.parametrize("fault", ["cut", "slow", "silent"])
def test_a_spoilt_line_makes_no_wrong_code(fault: str) -> None:
    heard: list[Scan] = []
    with Talker() as talker, FaultProxy(("127.0.0.1", talker.port)) as proxy:
        scanner = SerialScanner(TcpTransport("127.0.0.1", proxy.port, limits=SHORT), back_off=NO_WAIT)
        proxy.faults.silent = fault == "silent"
        scanner.start(heard.append)
        wait_until(lambda: talker.is_connected)
        if fault == "slow":
            for byte in b"4006381333931\r":
                talker.say(bytes([byte]))
                time.sleep(0.005)
            wait_until(lambda: len(heard) == 1)
        else:
            talker.say(b"40063")
            talker.hang_up()
        time.sleep(0.1)
        scanner.close()
    assert [s.raw for s in heard] == (["4006381333931"] if fault == "slow" else [])


def test_the_same_code_twice_at_once_is_one_scan_and_later_it_is_two() -> None:
    heard: list[Scan] = []
    with OwnPtyPrinter() as end:
        scanner = SerialScanner(SerialTransport(end.path), double=0.15)
        scanner.start(heard.append)
        wait_until(lambda: scanner.health().state is HealthState.READY)
        end.say(b"123\r\n123\r\n")
        wait_until(lambda: len(heard) == 1)
        time.sleep(0.25)
        end.say(b"123\r\n")
        wait_until(lambda: len(heard) == 2)
        scanner.close()


def test_a_receiver_that_fails_does_not_deafen_the_scanner() -> None:
    heard: list[str] = []

    def receive(scan: Scan) -> None:
        heard.append(scan.raw)
        raise RuntimeError(scan.raw)

    with OwnPtyPrinter() as end:
        scanner = SerialScanner(SerialTransport(end.path))
        scanner.start(receive)
        wait_until(lambda: scanner.health().state is HealthState.READY)
        end.say(b"1\r2\r")
        wait_until(lambda: heard == ["1", "2"])
        scanner.close()


@pytest.mark.parametrize(
    ("data", "scans"),
    [
        (b"123\r", ["123"]),
        (b"123\r\n456\n789\t", ["123", "456", "789"]),
        (b"\x02123\x03", ["123"]),
        (b"\r\r\n\n", []),
        (b"]C101070\x1d21A\r", ["]C101070\x1d21A"]),
        (b"12\x1b3\r45\r", ["45"]),
        (b"x" * 10_000 + b"\r9\r", ["9"]),
        (b"x" * LONGEST + b"\r", ["x" * LONGEST]),
        ("Größe €\r".encode(), ["Größe €"]),
        ("Größe\r".encode("latin-1"), ["Größe"]),
        (b"  12 \r", ["12"]),
        (b"12\x0034\r", ["1234"]),
    ],
)
def test_frames(data: bytes, scans: list[str]) -> None:
    assert Framing().feed(data) == scans


@given(st.binary(max_size=200), st.integers(1, 7))
@example(b"12\x7f\r\x853\r", 1)
def test_frames_are_the_same_however_the_bytes_are_cut(data: bytes, size: int) -> None:
    whole, cut = Framing(), Framing()
    wanted = whole.feed(data) + whole.end()
    got = [s for i in range(0, len(data), size) for s in cut.feed(data[i : i + size])] + cut.end()
    assert got == wanted
    assert all(0 < len(s) <= LONGEST and not set(s) & CONTROL for s in got)
