"""Labels as ZPL over TCP: what arrives, what a name cannot do, what a printer that cannot print says."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator

import pytest

from app.devices.label import Label, LabelCode, LabelRule, LabelText
from app.devices.ports import DeviceError, DeviceFault, PrintOutcome
from drivers.factory import open_label_printer
from drivers.printer.zpl_format import ZplFormat, escaped
from drivers.printer.zpl_printer import ZplPrinter
from drivers.transport.tcp import TcpTransport
from drivers.urls import BadDeviceUrlError

READY = "030,0,0,0320,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,4,0,00000000,1,000", "1234,0"


class Counterpart:
    """A label printer on a socket: keeps what came, answers ~HS with its three lines."""

    def __init__(self, lines: tuple[str, ...] = READY) -> None:
        self.lines, self.heard = lines, b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.jobs = threading.Semaphore(0)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _address = self._server.accept()
            except OSError:
                return
            with connection:
                while data := connection.recv(65536):
                    self.heard += data
                    if b"~HS" in data and self.lines:
                        told = "".join(f"\x02{line}\x03\r\n" for line in self.lines)
                        connection.sendall(told.encode())
            self.jobs.release()

    def close(self) -> None:
        self._server.close()

    def settled(self) -> str:
        assert self.jobs.acquire(timeout=10)
        return self.heard.replace(b"~HS", b"", 1).decode()


@pytest.fixture
def counterpart() -> Iterator[Counterpart]:
    made = Counterpart()
    yield made
    made.close()


def printer(counterpart: Counterpart, **more: object) -> ZplPrinter:
    transport = TcpTransport("127.0.0.1", counterpart.port, device="label printer")
    return ZplPrinter(transport, answer=0.5, **more)  # type: ignore[arg-type]


def label(text: str = "Wine", code: str = "TRACK-1", copies: int = 1) -> Label:
    parts = (LabelText(text, 2, 3, 50, 4, bold=True), LabelRule(2, 10, 50), LabelCode(code, 2, 12, 10, 50))
    return Label(57, 32, parts, copies)


def test_a_label_arrives_whole_with_its_size_in_dots_and_its_copies(counterpart: Counterpart) -> None:
    assert printer(counterpart).print_labels([label(copies=3), label("Beer")]) is PrintOutcome.SENT
    heard = counterpart.settled()
    assert heard.count("^XA") == heard.count("^XZ") == 2
    assert "^PW456\n^LL256" in heard
    assert "^PQ3" in heard
    assert "^FO16,24^A0N,32,32^FB400,1,0,L^FH_^FDWine^FS" in heard
    assert "^BCN,80,Y,N,N^FH_^FD>:TRACK-1^FS" in heard


@pytest.mark.parametrize(
    "name", ["^XZ^XA^FDowned", "~JA", "a\n^FS\x1b@", "_5E", "x\\&y", "Crème ~ brûlée ^ 5 €", "~~^^__"]
)
def test_no_name_gives_the_printer_a_command(name: str) -> None:
    sent = ZplFormat().label(label(name, code=name)).decode()
    fields = re.findall(r"\^FD(.*?)\^FS", sent, re.DOTALL)
    assert len(fields) == 3
    assert not any(sign in field for field in fields for sign in "^~\n\x1b\\")
    assert sent.count("^XA") == sent.count("^XZ") == 1


def test_what_is_escaped_comes_back_as_it_was() -> None:
    text = "Crème ^ brûlée ~ 5_0 €"
    back = re.sub(r"_([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), escaped(text))
    assert back == text


def test_a_gtin_is_an_ean_13_and_what_is_none_is_code_128() -> None:
    assert "^BEN,80,Y,N^FD400638133393^FS" in ZplFormat().label(label(code="4006381333931")).decode()
    assert "^FD>:4006381333932^FS" in ZplFormat().label(label(code="4006381333932")).decode()
    assert "^FD>:A>0B^FS" in ZplFormat().label(label(code="A>B\nß")).decode()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("030,1,0,0320", "000,0,0,0", "1234,0"), DeviceFault.PAPER_OUT),
        (("030,0,0,0320", "000,0,1,0", "1234,0"), DeviceFault.COVER_OPEN),
        (("030,0,0,0320", "000,0,0,1", "1234,0"), DeviceFault.PAPER_OUT),
        (("030,0,1,0320", "000,0,0,0", "1234,0"), DeviceFault.OFFLINE),
    ],
)
def test_a_printer_that_cannot_print_gets_nothing(lines: tuple[str, ...], fault: DeviceFault) -> None:
    made = Counterpart(lines)
    with pytest.raises(DeviceError) as caught:
        printer(made).print_labels([label()])
    assert (caught.value.fault, caught.value.nothing_sent) == (fault, True)
    assert made.settled() == ""
    made.close()


def test_one_that_says_nothing_prints_unless_it_must_answer() -> None:
    made = Counterpart(())
    assert printer(made).print_labels([label()]) is PrintOutcome.SENT
    assert "^XA" in made.settled()
    with pytest.raises(DeviceError) as caught:
        printer(made, asks="on").print_labels([label()])
    assert caught.value.fault is DeviceFault.TIMEOUT
    made.close()


def test_one_that_is_not_there_is_named_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    found = open_label_printer(f"tcp://127.0.0.1:{port}?dpi=300&darkness=12&status=off")
    assert found is not None
    with pytest.raises(DeviceError, match="The label printer does not work") as caught:
        found.print_labels([label()])
    assert caught.value.nothing_sent
    found.close()
    assert open_label_printer("none:") is None
    with pytest.raises(BadDeviceUrlError, match="dpi must be a whole number"):
        open_label_printer("tcp://h?dpi=9999")
