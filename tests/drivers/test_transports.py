"""The wires: no wait without a limit, partial writes known, and every trouble a DeviceError."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import termios
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.devices.ports import FAULT_DETAILS, DeviceError, DeviceFault
from drivers.transport.base import Limits, Transport, fault_of
from drivers.transport.device_file import FileTransport
from drivers.transport.memory import MemoryTransport
from drivers.transport.serial_port import SerialTransport
from drivers.transport.tcp import TcpTransport
from tests.drivers.conftest import SHORT
from tests.drivers.counterparts import OwnPtyPrinter, OwnTcpPrinter, wait_until
from tests.drivers.fault_proxy import FaultProxy
from tests.drivers.talker import Talker


@dataclass
class Wire:
    """A transport and what came out at its far end."""

    transport: Transport
    received: Callable[[], bytes]
    answers: bool = True


KINDS = ("tcp", "serial", "pty-file", "plain-file", "memory")


@pytest.fixture(params=KINDS)
def wire(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Wire]:
    with contextlib.ExitStack() as stack:
        made = _wire(request.param, tmp_path, stack)
        yield made
        made.transport.close()


def _wire(kind: str, folder: Path, stack: contextlib.ExitStack) -> Wire:
    if kind == "tcp":
        end = stack.enter_context(OwnTcpPrinter())
        return Wire(TcpTransport("127.0.0.1", end.port, limits=SHORT), lambda: bytes(end.received))
    if kind == "memory":
        memory = MemoryTransport(answer=lambda data: b"\x12" if b"\x10\x04" in data else b"")
        return Wire(memory, lambda: bytes(memory.written))
    if kind == "plain-file":
        path = folder / "out.bin"
        return Wire(FileTransport(str(path)), path.read_bytes, answers=False)
    pty = stack.enter_context(OwnPtyPrinter())
    transport = SerialTransport if kind == "serial" else FileTransport
    return Wire(transport(pty.path, limits=SHORT), lambda: bytes(pty.received))


def test_bytes_arrive_as_they_were_sent_every_one_of_them(wire: Wire) -> None:
    data = bytes(range(256)).replace(b"\x10\x04", b"") * 80
    wire.transport.open()
    wire.transport.write(data)
    assert wire.transport.sent == len(data)
    wire.transport.close()
    wait_until(lambda: wire.received() == data)


def test_an_answer_is_read_and_silence_is_empty(wire: Wire) -> None:
    wire.transport.open()
    assert wire.transport.read(16, seconds=0.01) == b""
    wire.transport.write(b"\x10\x04\x01")
    assert wire.transport.read(16, seconds=2 if wire.answers else 0) == (b"\x12" if wire.answers else b"")


def test_it_is_open_between_open_and_close_and_both_can_be_said_twice(wire: Wire) -> None:
    assert not wire.transport.is_open
    for _ in range(2):
        wire.transport.open()
        wire.transport.open()
        assert wire.transport.is_open
        wire.transport.write(b"x")
        wire.transport.close()
        wire.transport.close()
        assert not wire.transport.is_open
    wait_until(lambda: wire.received() == b"xx")


def test_writing_and_reading_while_closed_is_an_error_and_nothing_was_sent(wire: Wire) -> None:
    with pytest.raises(DeviceError) as error:
        wire.transport.write(b"x")
    assert error.value.nothing_sent
    with pytest.raises(DeviceError):
        wire.transport.read(1, seconds=0)


def test_after_an_error_it_can_be_opened_anew() -> None:
    with OwnTcpPrinter() as end, FaultProxy(("127.0.0.1", end.port)) as proxy:
        wire = TcpTransport("127.0.0.1", proxy.port, limits=SHORT)
        proxy.faults.cut_after = 5000
        wire.open()
        with pytest.raises(DeviceError) as cut:
            for _ in range(100):
                wire.write(b"x" * 2000)
                time.sleep(0.005)
        assert cut.value.fault is DeviceFault.LOST
        assert wire.sent >= 2000
        assert not wire.is_open
        proxy.faults.cut_after = None
        wire.open()
        assert wire.sent == 0
        wire.write(b"y")
        wire.close()
        wait_until(lambda: end.received.endswith(b"y"))


def test_a_printer_that_hung_up_is_noticed_before_the_next_byte() -> None:
    with Talker() as talker:
        wire = TcpTransport("127.0.0.1", talker.port, limits=SHORT)
        wire.open()
        wire.write(b"a")
        wait_until(lambda: talker.received == b"a")
        talker.hang_up()
        time.sleep(0.05)
        with pytest.raises(DeviceError) as lost:
            wire.write(b"b")
        assert lost.value.nothing_sent
        assert lost.value.fault is DeviceFault.LOST


def test_closing_with_unread_answers_loses_nothing_of_what_was_sent() -> None:
    """A plain close() would reset the connection and throw away what a slow printer has not read."""
    got = bytearray()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def slow_printer() -> None:
            connection, _address = listener.accept()
            with connection:
                connection.sendall(b"\x14\x00\x00\x0f" * 4)
                while data := connection.recv(512):
                    got.extend(data)
                    time.sleep(0.001)

        thread = threading.Thread(target=slow_printer)
        thread.start()
        wire = TcpTransport("127.0.0.1", listener.getsockname()[1], limits=Limits(drain=10))
        wire.open()
        wire.write(b"z" * 60_000)
        wire.close()
        thread.join(20)
    assert len(got) == 60_000


def test_a_name_that_cannot_be_looked_up_in_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    free = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: free.wait(30) and [])
    wire = TcpTransport("printer.example", 9100, limits=Limits(connect=0.05))
    with pytest.raises(DeviceError) as slow:
        wire.open()
    free.set()
    assert slow.value.fault is DeviceFault.TIMEOUT
    assert slow.value.nothing_sent


def test_a_serial_line_that_takes_nothing_is_closed_without_waiting_for_it() -> None:
    with OwnPtyPrinter() as end:
        end.is_deaf = True
        wire = SerialTransport(end.path, limits=Limits(stall=0.1, drain=0.1))
        wire.open()
        with pytest.raises(DeviceError) as stuck:
            wire.write(b"x" * 100_000)
        assert stuck.value.fault is DeviceFault.TIMEOUT
        assert not stuck.value.nothing_sent
        assert 0 < wire.sent < 100_000


def test_a_device_file_that_takes_nothing_is_given_up(tmp_path: Path) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        wire = FileTransport(str(pipe), limits=Limits(stall=0.1))
        wire.open()
        with pytest.raises(DeviceError) as stuck:
            wire.write(b"x" * 1_000_000)
        assert stuck.value.fault is DeviceFault.TIMEOUT
        assert not stuck.value.nothing_sent
        assert 0 < wire.sent < 1_000_000
    finally:
        os.close(reader)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EBADF])
def test_a_printer_on_a_one_way_cable_is_silent_and_not_broken(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_fd: int, _size: int) -> bytes:
        raise OSError(number, "one way")

    with OwnPtyPrinter() as end:
        wire = FileTransport(end.path, limits=SHORT)
        wire.open()
        end.say(b"x")
        monkeypatch.setattr("drivers.transport.device_file.os.read", read)
        assert wire.read(1, seconds=0.02) == b""
        monkeypatch.undo()
        wire.close()


def test_a_full_disk_is_an_error() -> None:
    wire = FileTransport("/dev/full")
    wire.open()
    with pytest.raises(DeviceError) as full:
        wire.write(b"x")
    assert full.value.fault is DeviceFault.REFUSED
    assert full.value.nothing_sent


def test_a_folder_is_no_device(tmp_path: Path) -> None:
    with pytest.raises(DeviceError) as folder:
        FileTransport(str(tmp_path)).open()
    assert folder.value.fault is DeviceFault.UNSUPPORTED


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (FileNotFoundError(2, "x"), DeviceFault.NOT_FOUND),
        (PermissionError(13, "x"), DeviceFault.REFUSED),
        (ConnectionRefusedError(111, "x"), DeviceFault.REFUSED),
        (OSError(16, "busy"), DeviceFault.BUSY),
        (TimeoutError(), DeviceFault.TIMEOUT),
        (OSError(5, "EIO"), DeviceFault.LOST),
        (termios.error(16, "busy"), DeviceFault.BUSY),
        (ValueError("x"), DeviceFault.LOST),
    ],
)
def test_every_error_of_the_system_has_its_fault(error: Exception, fault: DeviceFault) -> None:
    assert fault_of(error) is fault


def test_every_fault_has_its_words() -> None:
    assert set(FAULT_DETAILS) == set(DeviceFault)
    for fault in DeviceFault:
        sentence = str(DeviceError(device="printer", fault=fault))
        assert sentence.startswith("The printer does not work: ")
        assert sentence.endswith(".")
