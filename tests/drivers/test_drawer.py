"""The drawer on the printer's plug: now or never."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.devices.ports import DeviceError, DeviceFault
from drivers.drawer.printer_drawer import PrinterDrawer
from drivers.printer.escpos_printer import EscposPrinter
from drivers.printer.virtual_printer import VirtualPrinter
from drivers.transport.memory import MemoryTransport
from drivers.transport.tcp import TcpTransport
from tests.drivers.conftest import QUICK, SHORT
from tests.drivers.counterparts import Emupos, OwnPrinter, wait_until
from tests.drivers.papers import receipt


def test_emupos_opens_its_drawer_and_tells_so(emupos: Emupos) -> None:
    emupos.call("POST", "/devices/front/drawer/close")
    before = emupos.kicks()
    drawer = PrinterDrawer(EscposPrinter(TcpTransport("127.0.0.1", emupos.port, limits=SHORT), habits=QUICK))
    assert drawer.is_open() is False
    drawer.kick()
    wait_until(lambda: emupos.kicks() == before + 1)
    assert drawer.is_open() is True
    emupos.call("POST", "/devices/front/drawer/close")
    assert drawer.is_open() is False
    assert emupos.complaints() == []


@pytest.mark.parametrize(("pin", "wanted"), [(2, b"\x1bp\x00\x19\xfa"), (5, b"\x1bp\x01\x19\xfa")])
def test_a_kick_is_one_command_of_fifty_milliseconds(pin: int, wanted: bytes) -> None:
    wire = MemoryTransport()
    PrinterDrawer(EscposPrinter(wire, habits=QUICK), pin=pin).kick()
    assert bytes(wire.written) == wanted


def test_a_kick_that_fails_is_not_made_up_for_later() -> None:
    end = OwnPrinter()
    wire = MemoryTransport(answer=end.answer, refuse=DeviceFault.NOT_FOUND)
    printer = EscposPrinter(wire, habits=QUICK)
    with pytest.raises(DeviceError) as failed:
        PrinterDrawer(printer).kick()
    assert failed.value.nothing_sent
    wire.refuse = None
    printer.print_paper(receipt())
    assert end.reader.kicks == []


@pytest.mark.parametrize("sensor", ["high", "low", "none"])
def test_the_switch_is_read_as_the_drawer_is_wired(sensor: str) -> None:
    end = OwnPrinter()
    printer = EscposPrinter(MemoryTransport(answer=end.answer), habits=replace(QUICK, sensor=sensor))
    drawer = PrinterDrawer(printer)
    said = [drawer.is_open()]
    end.drawer_open = True
    said.append(drawer.is_open())
    assert said == {"high": [False, True], "low": [True, False], "none": [None, None]}[sensor]


def test_a_silent_printer_does_not_know() -> None:
    printer = EscposPrinter(MemoryTransport(), habits=replace(QUICK, answer=0.01))
    assert PrinterDrawer(printer).is_open() is None


def test_the_virtual_drawer_counts_and_tells() -> None:
    pins: list[int] = []
    printer = VirtualPrinter(on_kick=pins.append)
    PrinterDrawer(printer, pin=5).kick()
    printer.fault = DeviceFault.OFFLINE
    with pytest.raises(DeviceError):
        PrinterDrawer(printer).kick()
    assert (pins, printer.kicks) == ([5], 1)
