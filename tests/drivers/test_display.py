"""Customer displays: the latest text wins, nothing waits, and the text comes back after a loose plug."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.ports import CustomerDisplay, DeviceError, DeviceFault, HealthState
from drivers.display.protocols import COLUMNS, PROTOCOLS, cd5220, escpos, fit, fit_ends
from drivers.display.two_line_display import TwoLineDisplay
from drivers.display.virtual_display import VirtualDisplay
from drivers.printer.code_pages import CodePages
from drivers.transport.base import Transport
from drivers.transport.device_file import FileTransport
from drivers.transport.memory import MemoryTransport
from drivers.transport.serial_port import SerialTransport
from drivers.transport.tcp import TcpTransport
from tests.drivers.conftest import SHORT
from tests.drivers.counterparts import OwnPtyPrinter, wait_until
from tests.drivers.fault_proxy import FaultProxy
from tests.drivers.talker import Talker

NO_WAIT = (0.02,)


def lines_of(data: bytes) -> tuple[str, str]:
    """What a CD5220 shows after these bytes."""
    shown = ["", ""]
    for row, mark in enumerate((b"\x1bQA", b"\x1bQB")):
        start = data.rfind(mark)
        clear = data.rfind(b"\x0c")
        if start > clear:
            shown[row] = data[start + 3 : data.index(b"\r", start)].decode("cp858")
    return shown[0], shown[1]


@dataclass
class Counter:
    """A display and what the customer sees."""

    display: CustomerDisplay
    seen: Callable[[], tuple[str, str]]


@pytest.fixture(params=["memory", "tcp", "serial", "pty-file", "plain-file", "virtual"])
def counter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Counter]:
    with contextlib.ExitStack() as stack:
        made = _counter(request.param, tmp_path, stack)
        yield made
        made.display.close()


def _counter(kind: str, folder: Path, stack: contextlib.ExitStack) -> Counter:
    if kind == "virtual":
        virtual = VirtualDisplay()
        return Counter(virtual, lambda: virtual.lines)
    if kind == "memory":
        memory = MemoryTransport(device="customer display")
        return Counter(TwoLineDisplay(memory), lambda: lines_of(bytes(memory.written)))
    if kind == "plain-file":
        path = folder / "display.bin"
        return Counter(
            TwoLineDisplay(FileTransport(str(path))),
            lambda: lines_of(path.read_bytes()) if path.exists() else ("", ""),
        )
    if kind == "tcp":
        talker = stack.enter_context(Talker())
        wire: Transport = TcpTransport("127.0.0.1", talker.port, limits=SHORT)
        return Counter(TwoLineDisplay(wire), lambda: lines_of(bytes(talker.received)))
    pty = stack.enter_context(OwnPtyPrinter())
    wire = SerialTransport(pty.path) if kind == "serial" else FileTransport(pty.path)
    return Counter(TwoLineDisplay(wire), lambda: lines_of(bytes(pty.received)))


def test_two_lines_of_twenty_are_shown_and_cleared(counter: Counter) -> None:
    counter.display.show("Crème brûlée", "Total        4,50 €")
    wait_until(lambda: counter.seen() == ("Crème brûlée".ljust(20), "Total        4,50 € "))
    counter.display.clear()
    wait_until(lambda: counter.seen() == (" " * 20, " " * 20))
    assert counter.display.health().state is HealthState.READY


def test_the_latest_text_wins(counter: Counter) -> None:
    for n in range(200):
        counter.display.show(f"line {n}", "")
    wait_until(lambda: counter.seen()[0].strip() == "line 199")


def test_closing_twice_is_nothing(counter: Counter) -> None:
    counter.display.close()
    counter.display.close()


def test_a_display_that_is_not_there_is_seen_in_health_and_gets_the_text_when_it_comes() -> None:
    wire = MemoryTransport(refuse=DeviceFault.NOT_FOUND, device="customer display")
    display = TwoLineDisplay(wire, back_off=NO_WAIT)
    display.show("one", "")
    wait_until(lambda: display.health().state is HealthState.LOST)
    assert "not there" in display.health().detail
    display.show("two", "")
    wire.refuse = None
    wait_until(lambda: lines_of(bytes(wire.written))[0].strip() == "two")
    assert display.settle(5)
    assert display.health().state is HealthState.READY
    assert b"one" not in wire.written
    display.close()
    with pytest.raises(DeviceError):
        display.show("three", "")


def test_a_display_that_is_cut_off_or_takes_nothing_never_holds_the_caller() -> None:
    with Talker() as talker, FaultProxy(("127.0.0.1", talker.port)) as proxy:
        proxy.faults.cut_after = 10
        display = TwoLineDisplay(TcpTransport("127.0.0.1", proxy.port, limits=SHORT), back_off=NO_WAIT)
        for n in range(50):
            display.show(f"line {n}", "")
        proxy.faults.cut_after = None
        display.show("after", "")
        wait_until(lambda: lines_of(bytes(talker.received))[0].strip() == "after")
        display.close()


def test_golden_bytes() -> None:
    pages = CodePages("CP858:19")
    upper, lower = b"Caf\x82".ljust(20), b"4,50 \xd5".ljust(20)
    assert cd5220("Café", "4,50 €", pages) == (
        b"\x0c\x1b@\x1bt\x13\x1bQA" + upper + b"\r\x1bQB" + lower + b"\r"
    )
    assert escpos("Café", "4,50 €", pages) == (
        b"\x1b=\x02\x1b@\x1fC\x00\x1bt\x13\x1f$\x01\x01" + upper + b"\x1f$\x01\x02" + lower + b"\x1b=\x01"
    )


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(sorted(PROTOCOLS)))
def test_data_never_changes_the_commands(upper: str, lower: str, protocol: str) -> None:
    pages = CodePages("CP858:19")
    encode = PROTOCOLS[protocol]
    empty, full = encode("", "", pages), encode(upper, lower, pages)
    assert len(full) == len(empty)
    for was, now in zip(empty, full, strict=True):
        assert now == was or (was == 0x20 and now >= 0x20 and now != 0x7F)


@given(
    st.text(alphabet=st.characters(max_codepoint=0x24F, exclude_categories=["Cc", "Cf"])),
    st.text("0123456789,.€ "),
)
def test_both_ends_fit_and_the_amount_is_not_cut(left: str, right: str) -> None:
    assert len(fit(left)) >= COLUMNS
    line = fit_ends(left, right)
    assert len(line) == COLUMNS
    assert line.endswith(right[:COLUMNS])
