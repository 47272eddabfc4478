"""Scales: the published bytes, every refusal, and real conversations with counterparts we did not write."""

from __future__ import annotations

import contextlib
import os
import threading
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.ports import DeviceError, DeviceFault, HealthState
from app.devices.weight import NO_WEIGHT_WORDS, NoWeight, Tare, Weight
from drivers.factory import open_scale
from drivers.scale.protocols import PROTOCOLS, GarbledError
from drivers.scale.wired_scale import ScaleLimits, WiredScale
from drivers.transport.memory import MemoryTransport
from drivers.urls import BadDeviceUrlError
from tests.drivers.counterparts import Emupos, wait_until

KG = 1_000_000
SHORT = ScaleLimits(answer=0.05)


def read(protocol: str, data: str, unit: str = "kg") -> Weight | NoWeight:
    return PROTOCOLS[protocol].read(bytes.fromhex(data), unit)


# --- published bytes (design/devices.md 4.3, sources there) ---


@pytest.mark.parametrize(
    ("protocol", "data", "weight"),
    [
        ("toledo8217", "02 30 31 2e 32 35 30 0d", Weight(1_250_000)),
        ("toledo8217", "02 30 31 2e 32 35 30 4e 0d", Weight(1_250_000, is_net=True)),
        ("toledo8217", "02 3f 01 0d", NoWeight.MOTION),
        ("toledo8217", "02 3f 41 0d", NoWeight.MOTION),  # bit 6 is always 1 on a Magellan
        ("toledo8217", "02 3f c1 0d", NoWeight.MOTION),  # and bit 7 may be parity
        ("toledo8217", "02 3f 02 0d", NoWeight.OVER),
        ("toledo8217", "02 3f 04 0d", NoWeight.UNDER),
        ("toledo8217", "02 3f 08 0d", NoWeight.NOT_ZEROED),
        ("toledo8217", "02 3f 50 0d", NoWeight.EMPTY),
        ("toledo8217", "02 3f 40 0d", NoWeight.ERROR),
        ("toledo8217", "02 30 30 2e 30 30 30 0d", NoWeight.EMPTY),
        ("nci", "0a 30 31 2e 32 35 30 4b 47 0d 0a 30 30 0d 03", Weight(1_250_000)),
        ("nci", "0a 30 31 2e 32 35 30 4b 47 0d 0a 53 30 30 0d 03", Weight(1_250_000)),  # SCP-02
        ("nci", "0a 30 30 2e 35 30 4c 42 0d 0a 30 70 34 0d 03", Weight(226_796_185 // 1000, is_net=True)),
        ("nci", "0a 30 31 2e 32 35 30 4b 47 0d 0a 31 30 0d 03", NoWeight.MOTION),
        ("nci", "0a 30 31 2e 32 35 30 4b 47 0d 0a 30 31 0d 03", NoWeight.UNDER),
        ("nci", "0a 30 31 2e 32 35 30 4b 47 0d 0a 30 32 0d 03", NoWeight.OVER),
        ("nci", "0a 30 30 2e 30 30 30 4b 47 0d 0a 32 30 0d 03", NoWeight.EMPTY),
        ("nci", "0a 30 31 2e 32 35 30 4b 47 0d 0a 34 30 0d 03", NoWeight.ERROR),  # its memory
        ("sma", "0a 20 31 47 20 20 20 20 20 20 20 30 2e 37 33 35 6b 67 5f 0d", Weight(735_000)),
        ("sma", "0a 20 31 4e 20 20 20 20 20 20 20 31 2e 30 30 30 6c 62 5f 0d", Weight(453_592, is_net=True)),
        ("sma", "0a 20 31 47 4d 20 20 20 20 20 20 30 2e 37 33 35 6b 67 5f 0d", NoWeight.MOTION),
        ("sma", "0a 4f 31 47 20 20 20 20 20 20 31 36 2e 30 30 30 6b 67 5f 0d", NoWeight.OVER),
        ("sma", "0a 55 31 47 20 20 20 20 20 20 2d 30 2e 30 30 35 6b 67 5f 0d", NoWeight.UNDER),
        ("sma", "0a 5a 31 47 20 20 20 20 20 20 20 30 2e 30 30 30 6b 67 5f 0d", NoWeight.EMPTY),
        ("sma", "0a 45 31 47 20 20 2d 2d 2d 2d 2d 2d 2d 2d 2d 2d 6b 67 5f 0d", NoWeight.NOT_ZEROED),
        ("cas", "01 02 53 20 30 31 2e 32 35 30 6b 67 67 03 04", Weight(1_250_000)),
        ("cas", "01 02 55 20 30 31 2e 32 35 30 6b 67 61 03 04", NoWeight.MOTION),
        ("cas", "01 02 53 46 30 31 2e 32 35 30 6b 67 01 03 04", NoWeight.OVER),
        ("cas", "01 02 53 2d 30 31 2e 32 35 30 6b 67 6a 03 04", NoWeight.UNDER),
        ("cas", "01 02 46 20 30 31 2e 32 35 30 6b 67 72 03 04", NoWeight.ERROR),
        ("cas", "01 02 53 20 30 30 2e 30 30 30 6b 67 61 03 04", NoWeight.EMPTY),
    ],
)  # fmt: skip
def test_an_answer_is_a_weight_or_the_reason_why_there_is_none(
    protocol: str, data: str, weight: Weight | NoWeight
) -> None:
    assert read(protocol, data) == weight


@pytest.mark.parametrize(
    ("protocol", "data"),
    [
        ("toledo8217", "02 b0 31 2e 32 35 30 0d"), ("toledo8217", "30 31 2e 32 0d"), ("toledo8217", "0d"),
        ("toledo8217", "02 2e 0d"), ("nci", "0a 30 31 2e 32 03"), ("nci", "0a 3f 0d 03"),
        ("sma", "0a 3f 0d"), ("sma", "0a 20 31 47 20 20 20 20 20 20 20 30 2e 37 33 35 74 5f 5f 0d"),
        ("cas", "01 02 53 20 30 31 2e 32 35 30 6b 67 66 03 04"),  # a bit of the check sum
        ("cas", "06 04"),
    ],
)  # fmt: skip
def test_what_is_garbled_is_no_weight(protocol: str, data: str) -> None:
    with pytest.raises(GarbledError):
        read(protocol, data)


@given(st.sampled_from(sorted(PROTOCOLS)), st.binary(max_size=40))
def test_no_bytes_become_a_weight_by_accident_or_do_more_than_be_refused(protocol: str, data: bytes) -> None:
    with contextlib.suppress(GarbledError):
        answer = PROTOCOLS[protocol].read(data, "kg")
        assert isinstance(answer, NoWeight) or answer.milligrams > 0


@given(st.integers(1, 9_999_99))
def test_pounds_come_back_as_they_stood_on_the_scale(hundredths: int) -> None:
    text = f"{hundredths // 100}.{hundredths % 100:02d}"
    weight = PROTOCOLS["toledo8217"].read(b"\x02" + text.encode() + b"\r", "lb")
    assert isinstance(weight, Weight)
    assert weight.in_unit("lb") == hundredths * 10


def test_a_tare_is_taken_off_and_units_are_exact() -> None:
    weight = Weight(1_250_000)
    assert weight.in_unit("kg") == 1250
    assert weight.in_unit("kg", tare_milligrams=20_000) == 1230
    assert weight.in_unit("g") == 1_250_000
    assert weight.in_unit("100g") == 12_500
    assert set(NO_WEIGHT_WORDS) == set(NoWeight)


# --- the wire ---


def scale(protocol: str, answer: Callable[[bytes], bytes]) -> tuple[WiredScale, MemoryTransport]:
    wire = MemoryTransport(answer=answer, device="scale")
    return WiredScale(wire, PROTOCOLS[protocol], limits=SHORT), wire


def test_a_scale_that_says_nothing_is_told_apart_from_one_that_talks_nonsense() -> None:
    silent, _wire = scale("toledo8217", lambda _data: b"")
    with pytest.raises(DeviceError) as error:
        silent.read()
    assert error.value.fault is DeviceFault.TIMEOUT
    assert silent.health().state is HealthState.LOST
    noisy, wire = scale("toledo8217", lambda _data: b"\xff\xfe\r")
    with pytest.raises(DeviceError) as error:
        noisy.read()
    assert error.value.fault is DeviceFault.GARBAGE
    assert bytes(wire.written) == b"WW"  # asked once more before it is given up


def test_one_garbled_answer_is_asked_for_again() -> None:
    answers = [b"\x02\xb01.250\r", b"\x0201.250\r"]
    found, _wire = scale("toledo8217", lambda _data: answers.pop(0))
    assert found.read() == Weight(1_250_000)
    assert found.health().state is HealthState.READY


def test_what_came_before_the_question_is_never_the_answer() -> None:
    class Late(MemoryTransport):
        def open(self) -> None:
            super().open()
            self._answers += b"\x0209.999\r"  # an answer that was given up on

    wire = Late(answer=lambda _data: b"\x0201.250\r", device="scale")
    assert WiredScale(wire, PROTOCOLS["toledo8217"], limits=SHORT).read() == Weight(1_250_000)


def test_a_refused_line_is_told() -> None:
    wire = MemoryTransport(refuse=DeviceFault.NOT_FOUND, device="scale")
    with pytest.raises(DeviceError, match="scale does not work"):
        WiredScale(wire, PROTOCOLS["sma"], limits=SHORT).read()


@pytest.mark.parametrize(
    "url",
    [
        "tcp://h:1?protocol=dialog06", "tcp://h:1?tares=Bag", "tcp://h:1?tares=:5", "tcp://h:1?unit=stone",
        "tcp://h:1?tare=Bag:5", "virtual:",
    ],
)  # fmt: skip
def test_a_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(BadDeviceUrlError):
        open_scale(url)


def test_packagings_stand_in_the_address() -> None:
    found = open_scale("tcp://127.0.0.1:1?protocol=sma&tares=Bag:5,Big bowl:120")
    assert found is not None
    assert found.tares == (Tare("Bag", 5_000), Tare("Big bowl", 120_000))
    assert open_scale("none:") is None


# --- a scale on a pseudo-terminal, for the protocols that emupos does not speak ---

_CAS_STATES = {"stable": b"S", "motion": b"U"}


class PtyScale:
    """NCI and CAS as their manuals have them, written without the driver's code."""

    def __init__(self, protocol: str) -> None:
        self.protocol = protocol
        self.grams, self.state = 1250, "stable"
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)
        self._stop = threading.Event()
        os.set_blocking(self._master, False)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while not self._stop.wait(0.005):
            with contextlib.suppress(OSError):
                os.write(self._master, self._answer(os.read(self._master, 64)))

    def _answer(self, asked: bytes) -> bytes:
        if self.protocol == "nci":
            status = b"10" if self.state == "motion" else b"00"
            kilograms = f"{self.grams // 1000:02d}.{self.grams % 1000:03d}".encode()
            return b"\n" + kilograms + b"KG\r\n" + status + b"\r\x03" if asked == b"W\r" else b""
        if asked == b"\x05":
            return b"\x06"
        body = _CAS_STATES[self.state] + f" {self.grams // 1000:02d}.{self.grams % 1000:03d}kg".encode()
        check = 0
        for byte in body:
            check ^= byte
        return b"\x01\x02" + body + bytes([check]) + b"\x03\x04" if asked == b"\x11" else b"\x15"

    def close(self) -> None:
        self._stop.set()
        self._thread.join(2)
        for fd in (self._master, self._slave):
            with contextlib.suppress(OSError):
                os.close(fd)


@pytest.fixture(params=["nci", "cas"])
def pty_scale(request: pytest.FixtureRequest) -> Iterator[PtyScale]:
    made = PtyScale(request.param)
    yield made
    made.close()


def test_a_scale_on_a_serial_line_is_weighed_on_and_unplugged(pty_scale: PtyScale) -> None:
    found = open_scale(f"serial://{pty_scale.path}?protocol={pty_scale.protocol}&framing=8N1")
    assert found is not None
    assert found.read() == Weight(1_250_000)
    pty_scale.state = "motion"
    assert found.read() is NoWeight.MOTION
    pty_scale.grams, pty_scale.state = 320, "stable"
    assert found.read() == Weight(320_000)
    pty_scale.close()
    with pytest.raises(DeviceError):
        found.read()
    assert found.health().state is HealthState.LOST
    found.close()


# --- emupos ---


@pytest.mark.parametrize("protocol", ["toledo8217", "sma"])
def test_an_independent_scale_says_weights_and_refusals(emupos: Emupos, protocol: str) -> None:
    path: Path = emupos.scale_path(protocol)
    wait_until(path.exists)
    found = open_scale(f"serial://{path}?protocol={protocol}&framing=8N1")
    assert found is not None
    for grams, stable, answer in (
        (1250, True, Weight(1_250_000)), (1250, False, NoWeight.MOTION), (15_005, True, NoWeight.OVER),
        (-5, True, NoWeight.UNDER), (735, True, Weight(735_000)),
    ):  # fmt: skip
        emupos.put_on_scale(protocol, grams, stable=stable)
        assert found.read() == answer
    emupos.put_on_scale(protocol, 0, stable=True)
    assert found.read() is NoWeight.EMPTY
    found.close()
