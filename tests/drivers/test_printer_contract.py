"""What every receipt printer does, whatever the wire and whoever stands at its other end."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.devices.paper import Paper
from app.devices.ports import DeviceError, HealthState, PrintOutcome, ReceiptPrinter
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.escpos_printer import EscposPrinter
from drivers.printer.virtual_printer import VirtualPrinter
from drivers.transport.base import Transport
from drivers.transport.device_file import FileTransport
from drivers.transport.memory import MemoryTransport
from drivers.transport.serial_port import SerialTransport
from drivers.transport.tcp import TcpTransport
from tests.drivers.byte_reader import ByteReader
from tests.drivers.conftest import QUICK, SHORT
from tests.drivers.counterparts import (
    Emupos,
    OwnPrinter,
    OwnPtyPrinter,
    OwnTcpPrinter,
    wait_until,
)
from tests.drivers.papers import long_paper, receipt, with_logo


@dataclass
class Setting:
    """A driver and a way to see what came out."""

    printer: ReceiptPrinter
    texts: Callable[[], list[str]]
    outcome: PrintOutcome = PrintOutcome.PRINTED
    complaints: Callable[[], list[str]] = list


def escpos(transport: Transport, asks: str = "auto") -> EscposPrinter:
    return EscposPrinter(transport, EscposFormat(columns=42), habits=replace(QUICK, asks=asks))


def own(printer: EscposPrinter, end: OwnPrinter) -> Setting:
    return Setting(
        printer, lambda: [p.text for p in end.reader.papers], complaints=lambda: end.reader.complaints
    )


KINDS = (
    "emupos-tcp", "emupos-serial", "emupos-file", "own-tcp", "own-serial", "own-file", "memory",
    "plain-file", "virtual",
)  # fmt: skip


@pytest.fixture(params=KINDS)
def setting(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Setting]:
    kind: str = request.param
    if kind.startswith("emupos"):
        made = _emupos(kind, request.getfixturevalue("emupos"))
        yield made
        made.printer.close()
        return
    with contextlib.ExitStack() as stack:
        made = _own(kind, tmp_path, stack)
        yield made
        made.printer.close()


def _emupos(kind: str, emupos: Emupos) -> Setting:
    before = set(emupos.receipt_ids())
    known = len(emupos.complaints())
    wires: dict[str, Callable[[], Transport]] = {
        "emupos-tcp": lambda: TcpTransport("127.0.0.1", emupos.port, limits=SHORT),
        "emupos-serial": lambda: SerialTransport(str(emupos.serial_path), limits=SHORT),
        "emupos-file": lambda: FileTransport(str(emupos.serial_path), limits=SHORT),
    }
    return Setting(
        escpos(wires[kind]()),
        lambda: [emupos.text_of(r) for r in emupos.receipt_ids() if r not in before],
        complaints=lambda: emupos.complaints()[known:],
    )


def _own(kind: str, folder: Path, stack: contextlib.ExitStack) -> Setting:
    if kind == "own-tcp":
        end = stack.enter_context(OwnTcpPrinter())
        return own(escpos(TcpTransport("127.0.0.1", end.port, limits=SHORT)), end)
    if kind in {"own-serial", "own-file"}:
        pty = stack.enter_context(OwnPtyPrinter())
        wire = SerialTransport if kind == "own-serial" else FileTransport
        return own(escpos(wire(pty.path, limits=SHORT)), pty)
    if kind == "memory":
        there = OwnPrinter()
        return own(escpos(MemoryTransport(answer=there.answer)), there)
    if kind == "plain-file":
        path = folder / "out.bin"
        return Setting(escpos(FileTransport(str(path)), asks="off"), lambda: _read(path), PrintOutcome.SENT)
    virtual = VirtualPrinter()
    return Setting(virtual, lambda: [p.text for p in virtual.papers])


def _read(path: Path) -> list[str]:
    reader = ByteReader()
    reader.feed(path.read_bytes())
    assert not reader.complaints
    return [p.text for p in reader.papers]


def test_a_receipt_comes_out_with_its_accents_and_the_euro(setting: Setting) -> None:
    assert setting.printer.print_paper(receipt()) is setting.outcome
    wait_until(lambda: len(setting.texts()) == 1)
    text = setting.texts()[0]
    for words in ("Takings Café", "Crème brûlée", "4,50 €", "  Grüße aus Łódź", "€ 3,50", "19 %"):
        assert words in text
    assert setting.complaints() == []


def test_papers_come_out_in_order_and_whole(setting: Setting) -> None:
    for paper in (receipt("A-1"), long_paper(60), with_logo(), receipt("A-2")):
        assert setting.printer.print_paper(paper) is setting.outcome
    wait_until(lambda: len(setting.texts()) == 4)
    first, long, logo, last = setting.texts()
    assert "Takings" in first
    assert [line[:6] for line in long.splitlines() if line.startswith("0")] == [f"{i:06d}" for i in range(60)]
    assert "below" in logo
    assert "Takings" in last
    assert setting.complaints() == []


def test_it_is_ready_before_and_after_and_after_it_was_closed(setting: Setting) -> None:
    assert setting.printer.health().state is HealthState.READY
    setting.printer.print_paper(receipt())
    setting.printer.close()
    setting.printer.close()
    health = setting.printer.health()
    assert health.state is HealthState.READY
    assert health.since is not None
    assert setting.printer.print_paper(receipt()) is setting.outcome
    wait_until(lambda: len(setting.texts()) == 2)


def test_two_threads_do_not_mix_their_papers(setting: Setting) -> None:
    papers = [
        Paper(f"P{n}", (long_paper(12).blocks[0], *(receipt(f"T{n}").blocks[1:3]) * 8)) for n in range(4)
    ]
    alone = []
    for paper in papers[:1]:
        setting.printer.print_paper(paper)
    wait_until(lambda: len(setting.texts()) == 1)
    alone = setting.texts()[0]
    threads = [threading.Thread(target=setting.printer.print_paper, args=(p,)) for p in papers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    wait_until(lambda: len(setting.texts()) == 5)
    assert setting.texts() == [alone] * 5


@pytest.mark.parametrize(
    "wire",
    [
        lambda _folder: TcpTransport("127.0.0.1", 1, limits=SHORT),
        lambda _folder: TcpTransport("no-such-host.invalid", 9100, limits=SHORT),
        lambda folder: SerialTransport(str(folder / "ttyUSB9"), limits=SHORT),
        lambda folder: FileTransport(str(folder / "no" / "lp0"), limits=SHORT),
    ],
    ids=["tcp", "name", "serial", "file"],
)
def test_a_printer_that_is_not_there_is_one_sentence_and_nothing_was_sent(
    wire: Callable[[Path], Transport], tmp_path: Path
) -> None:
    printer = escpos(wire(tmp_path))
    with pytest.raises(DeviceError) as refused:
        printer.print_paper(receipt())
    assert refused.value.nothing_sent
    assert str(refused.value).startswith("The printer does not work: it ")
    assert printer.health().state is HealthState.LOST
    with pytest.raises(DeviceError):
        printer.kick(2)
    assert printer.drawer_is_open() is None
    printer.close()
