"""Addresses become drivers; a wrong one is one clear sentence; nothing is opened before it is needed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.devices.ports import CardOutcome, CardResult, DeviceError, HealthState, Scan
from app.devices.sample import test_page as sample_page
from app.kernel.refusal import Refusal
from drivers.display.two_line_display import TwoLineDisplay
from drivers.printer.escpos_printer import EscposPrinter
from drivers.printer.virtual_printer import PrintedPaper, VirtualPrinter
from drivers.registry import ROLES, NoSuchRoleError, StationDevices, list_serial_ports
from drivers.scanner.serial_scanner import SerialScanner
from drivers.scanner.virtual_scanner import VirtualScanner
from drivers.terminal.manual_terminal import ManualTerminal
from drivers.urls import BadDeviceUrlError
from tests.drivers.counterparts import OwnTcpPrinter, wait_until

ROOT = Path(__file__).resolve().parents[2]

GOOD = [
    ("printer", "tcp://192.0.2.7:9100?columns=48&codepage=CP858:19,CP852&cut=full&status=on&sensor=low"),
    ("printer", "tcp://[2001:db8::7]?pulse=100&codes=picture&kanji=0"),
    ("printer", "serial:///dev/ttyUSB0?baud=38400&framing=8E1&flow=rtscts"),
    ("printer", "serial://COM5?baud=9600"),
    ("printer", "file:///dev/usb/lp0"),
    ("printer", "virtual:?columns=32&folder=/tmp/x"),
    ("printer", "none:"),
    ("drawer", "printer:"),
    ("drawer", "printer:?pin=5"),
    ("drawer", "none:"),
    ("display", "serial:///dev/ttyUSB1?protocol=escpos&codepage=CP437"),
    ("display", "virtual:"),
    ("display", "none:"),
    ("scanner", "serial:///dev/ttyACM0?double=0"),
    ("scanner", "wedge:"),
    ("scanner", "virtual:"),
    ("terminal", "manual:?limit=60"),
    ("terminal", "none:"),
]
BAD = [
    ("printer", "", "begins with a kind"),
    ("printer", "192.0.2.7:9100", "begins with a kind"),
    ("printer", "usb://1234:5678", "the kinds are"),
    ("printer", "tcp://", "names no host"),
    ("printer", "tcp://host:99999", "a port is a number"),
    ("printer", "tcp://host:x", "a port is a number"),
    ("printer", "tcp://host?colums=42", "“colums” is not known"),
    ("printer", "tcp://host?columns=4", "from 24 to 64"),
    ("printer", "tcp://host?columns=²", "from 24 to 64"),
    ("printer", "tcp://host?columns=42&columns=48", "there twice"),
    ("printer", "tcp://host?columns", "name=value"),
    ("printer", "tcp://host?codepage=CP858:19,UTF-8", "“UTF-8” is no code page"),
    ("printer", "tcp://host?cut=half", "cut must be one of"),
    ("printer", "tcp://user:pw@host", "no user, password"),
    ("printer", "serial://", "names no port"),
    ("printer", "serial:///dev/ttyS0?baud=1234", "baud must be one of"),
    ("printer", "file://host/x", "names no file"),
    ("printer", "none:?columns=42", "takes none"),
    ("drawer", "tcp://host", "on the printer"),
    ("drawer", "printer:?pin=3", "pin must be one of"),
    ("display", "tcp://host?columns=20", "not known"),
    ("scanner", "tcp://host?double=-1", "from 0 to 5000"),
    ("terminal", "ecr17://host", "by hand"),
    ("printer", "tcp://[::1", "a port is a number"),
    ("printer", "\x1bp\x00", "begins with a kind"),
]


@pytest.mark.parametrize(("role", "url"), GOOD)
def test_a_good_address_is_taken_at_once_and_kept_as_written(role: str, url: str) -> None:
    devices = StationDevices({role: url})
    assert devices.urls()[role] == url
    assert set(devices.urls()) == set(ROLES)
    if url.startswith(("none", "wedge")):
        assert getattr(devices, role) is None
    else:
        assert getattr(devices, role) is not None
    devices.close()


@pytest.mark.parametrize(("role", "url", "words"), BAD)
def test_a_bad_address_is_one_sentence_and_changes_nothing(role: str, url: str, words: str) -> None:
    devices = StationDevices({})
    before, urls = getattr(devices, role), devices.urls()
    with pytest.raises(BadDeviceUrlError) as bad:
        devices.reopen(role, url)
    assert words in str(bad.value)
    assert str(bad.value).isprintable()
    assert isinstance(bad.value, Refusal)
    assert getattr(devices, role) is before
    assert devices.urls() == urls
    devices.close()


def test_a_role_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NoSuchRoleError):
        StationDevices({"toaster": "none:"})


def test_the_kinds() -> None:
    devices = StationDevices(
        {"printer": "tcp://192.0.2.7", "display": "tcp://192.0.2.7:1", "scanner": "serial:///dev/ttyX"}
    )
    assert isinstance(devices.printer, EscposPrinter)
    assert isinstance(devices.display, TwoLineDisplay)
    assert isinstance(devices.scanner, SerialScanner)
    assert isinstance(devices.terminal, ManualTerminal)
    devices.close()


def test_a_station_without_settings_prints_into_a_window() -> None:
    seen: list[PrintedPaper] = []
    kicks: list[int] = []
    lines: list[tuple[str, str]] = []
    devices = StationDevices({"display": "virtual:"})
    devices.windows.on_paper = seen.append
    devices.windows.on_kick = kicks.append
    devices.windows.on_lines = lambda a, b: lines.append((a, b))
    assert devices.printer is not None
    assert devices.drawer is not None
    assert devices.display is not None
    devices.printer.print_paper(sample_page(name="Till 1"))
    devices.drawer.kick()
    devices.display.show("Coffee", "2,50")
    assert "Till 1" in seen[0].text
    assert kicks == [2]
    assert lines == [("Coffee".ljust(20), "2,50".ljust(20))]
    states = {role: health.state for role, health in devices.health().items()}
    ready, off = HealthState.READY, HealthState.DISABLED
    assert states == {
        "printer": ready, "drawer": ready, "display": ready, "scanner": off, "terminal": ready,
        "labels": off,
        "scale": off,
    }  # fmt: skip
    devices.close()


def test_nothing_is_opened_before_it_is_needed() -> None:
    with OwnTcpPrinter() as end:
        devices = StationDevices({"printer": f"tcp://127.0.0.1:{end.port}?sensor=high"})
        time.sleep(0.1)
        assert end.connections == 0
        assert devices.drawer is not None
        assert devices.drawer.is_open() is False
        assert end.connections == 1
        devices.close()


def test_health_of_devices_that_are_not_there_is_said_and_never_raised() -> None:
    devices = StationDevices(
        {"printer": "tcp://127.0.0.1:1", "display": "serial:///dev/no", "scanner": "serial:///dev/no"}
    )
    health = devices.health()
    assert health["printer"].state is HealthState.LOST
    assert "refuses" in health["printer"].detail
    assert health["drawer"] == health["printer"]
    assert devices.printer is not None
    with pytest.raises(DeviceError):
        devices.printer.print_paper(sample_page())
    devices.close()


def test_the_drawer_follows_the_printer() -> None:
    devices = StationDevices({"printer": "none:"})
    assert devices.drawer is None
    devices.reopen("printer", "virtual:")
    assert devices.drawer is not None
    devices.drawer.kick()
    assert isinstance(devices.printer, VirtualPrinter)
    assert devices.printer.kicks == 1
    devices.close()


def test_a_scanner_chosen_later_is_listened_to() -> None:
    heard: list[Scan] = []
    devices = StationDevices({})
    devices.listen(heard.append)
    devices.reopen("scanner", "virtual:")
    first = devices.scanner
    assert isinstance(first, VirtualScanner)
    first.scan("1")
    devices.reopen("scanner", "virtual:")
    assert isinstance(devices.scanner, VirtualScanner)
    devices.scanner.scan("2")
    first.scan("3")  # closed: nobody listens
    assert [s.raw for s in heard] == ["1", "2"]
    devices.close()


def test_the_cashier_is_asked_through_the_window() -> None:
    devices = StationDevices({"terminal": "manual:?limit=5"})
    terminal = devices.terminal
    assert isinstance(terminal, ManualTerminal)
    approved = CardResult(CardOutcome.APPROVED)
    devices.windows.on_question = lambda q: terminal.answer(intent_uuid=q.intent_uuid, result=approved)
    assert terminal.authorise(intent_uuid="u", amount_minor=1, currency="EUR") == approved
    devices.close()


def test_closing_is_prompt_whatever_the_devices_do() -> None:
    devices = StationDevices({"scanner": "serial:///dev/no", "display": "tcp://127.0.0.1:1"})
    devices.listen(lambda _scan: None)
    assert devices.display is not None
    devices.display.show("a", "b")
    wait_until(lambda: devices.health()["display"].state is HealthState.LOST)
    before = time.monotonic()
    devices.close()
    assert time.monotonic() - before < 5


def test_serial_ports_are_listed_by_name() -> None:
    ports = list_serial_ports()
    assert [p.device for p in ports] == sorted(p.device for p in ports)
    assert all(p.description and p.url == f"serial://{p.device}?baud=9600" for p in ports)


def test_choosing_devices_loads_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys; from drivers.registry import StationDevices;"
        "StationDevices({'printer': 'tcp://192.0.2.1', 'scanner': 'serial:///dev/no'});"
        "print([m for m in ('PIL', 'escpos', 'serial', 'segno', 'barcode', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_python_escpos_leaves_nothing_behind(tmp_path: Path) -> None:
    code = (
        "import logging; from drivers.factory import open_printer; from app.devices.sample import test_page;"
        f"open_printer('file://{tmp_path}/out.bin').print_paper(test_page());"
        "print(logging.root.handlers)"
    )
    (tmp_path / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
        env={"TMPDIR": str(tmp_path / "temporary"), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    assert list((tmp_path / "temporary").iterdir()) == []
    assert (tmp_path / "out.bin").stat().st_size > 500
