"""The devices of one station, as its settings name them; what the screens know as a DeviceSet."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from app.devices.ports import (
    BarcodeScanner,
    CardTerminal,
    CashDrawer,
    CustomerDisplay,
    Health,
    HealthState,
    LabelPrinter,
    ReceiptPrinter,
    Scan,
)
from app.devices.weight import Scale
from app.kernel.refusal import Refusal
from drivers.factory import (
    Windows,
    open_display,
    open_drawer,
    open_label_printer,
    open_printer,
    open_scale,
    open_scanner,
    open_terminal,
    prepare_printing,
)
from drivers.plugged import PluggedDevice
from drivers.urls import parse_url

ROLES: Final = ("printer", "drawer", "display", "scanner", "terminal", "labels", "scale")
DEFAULT_URLS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "printer": "virtual:",
        "drawer": "printer:",
        "display": "none:",
        "scanner": "none:",
        "terminal": "manual:",
        "labels": "none:",
        "scale": "none:",
    }
)


# the kinds of address that drivers of ours understand; all others may be those of plug-ins
_OURS: Final = frozenset({"none", "virtual", "wedge", "tcp", "serial", "file", "manual", "printer", "zvt"})
# (role, scheme, address) -> its device; None: no plug-in has a driver for it
MoreDrivers = Callable[[str, str, str], Any]


class NoSuchRoleError(Refusal):
    """A role that no device has."""

    message = "There is no device called “{role}”; there are {roles}."


class StationDevices:
    """Opens nothing before it is needed.

    Args:
        urls: the address of each role; what is missing is taken from DEFAULT_URLS.
        windows: who is told what the devices without hardware do.
        more: asked for a driver of a kind of address that none of ours understands.

    Raises:
        BadDeviceUrlError: an address that no driver understands.
    """

    def __init__(
        self, urls: Mapping[str, str] | None = None, *, windows: Windows | None = None,
        more: MoreDrivers | None = None,
    ) -> None:  # fmt: skip
        self.windows = windows or Windows()
        self._more = more
        self.printer: ReceiptPrinter | None = None
        self.drawer: CashDrawer | None = None
        self.display: CustomerDisplay | None = None
        self.scanner: BarcodeScanner | None = None
        self.terminal: CardTerminal | None = None
        self.labels: LabelPrinter | None = None
        self.scale: Scale | None = None
        self._urls: dict[str, str] = {}
        self._on_scan: Callable[[Scan], None] | None = None
        for role, url in {**DEFAULT_URLS, **(urls or {})}.items():
            self.reopen(role, url)

    def urls(self) -> dict[str, str]:
        """The address of each role."""
        return dict(self._urls)

    def reopen(self, role: str, url: str, *, late: bool = False) -> None:
        """Use another device for a role. The old one is closed when the new address is good.

        Args:
            role: one of ROLES.
            url: its address.
            late: look for a plug-in only when the device is first used, as when the till opens.

        Raises:
            BadDeviceUrlError: an address that no driver understands; the old device stays.
            NoSuchRoleError: no such role.
        """
        if role not in ROLES:
            raise NoSuchRoleError(role=role, roles=", ".join(ROLES))
        opened = self._open(role, url, late=late)
        _close(getattr(self, role))
        setattr(self, role, opened)
        self._urls[role] = url
        if role == "printer" and "drawer" in self._urls:
            self.drawer = open_drawer(self._urls["drawer"], self.printer)
        if role == "scanner":
            self._listen()

    def _open(self, role: str, url: str, *, late: bool) -> Any:
        scheme = parse_url(url).scheme
        if self._more is not None and scheme not in _OURS:
            device = PluggedDevice(role, partial(self._more, role, scheme, url))
            if late or device.is_there():
                return device
        openers: dict[str, Callable[[], Any]] = {
            "printer": lambda: open_printer(url, self.windows),
            "drawer": lambda: open_drawer(url, self.printer),
            "display": lambda: open_display(url, self.windows),
            "scanner": lambda: open_scanner(url),
            "labels": lambda: open_label_printer(url),
            "terminal": lambda: open_terminal(url, self.windows),
            "scale": lambda: open_scale(url),
        }
        return openers[role]()

    def listen(self, on_scan: Callable[[Scan], None]) -> None:
        """Hand every scan on, also of a scanner chosen later; called on the scanner's thread."""
        self._on_scan = on_scan
        self._listen()

    def _listen(self) -> None:
        if self.scanner is not None and self._on_scan is not None:
            self.scanner.start(self._on_scan)

    def serial_ports(self) -> list[SerialPort]:
        """The serial ports of this machine, for the settings screen."""
        return list_serial_ports()

    def health(self) -> dict[str, Health]:
        """How each is. Asks the printer, so it is called on the printer's lane; never raises."""
        none = Health(HealthState.DISABLED)
        printer = self.printer.health() if self.printer else none
        return {
            "printer": printer,
            "drawer": printer if self.drawer else none,
            "display": self.display.health() if self.display else none,
            "scanner": self.scanner.health() if self.scanner else none,
            "terminal": self.terminal.health() if self.terminal else none,
            # asked with each job: asking every ten seconds would keep a receipt waiting for it
            "labels": Health(HealthState.READY) if self.labels else none,
            "scale": self.scale.health() if self.scale else none,
        }

    def prepare(self) -> None:
        """Load what the first paper needs; for the printer's lane, once the window stands."""
        prepare_printing(self.printer)

    def close(self) -> None:
        """Let go of everything; returns within a few seconds whatever the devices do."""
        for role in ROLES:
            _close(getattr(self, role))


@dataclass(frozen=True, slots=True)
class SerialPort:
    """A serial port of this machine."""

    device: str  # stable where the system has a stable name
    description: str

    @property
    def url(self) -> str:
        """Its address, with the usual speed."""
        return f"serial://{self.device}?baud=9600"


def list_serial_ports() -> list[SerialPort]:
    """The serial ports that are plugged in now, for the settings screen."""
    from serial.tools.list_ports import comports

    ports = []
    for port in comports(include_links=True):
        words = " ".join(x for x in (port.manufacturer, port.product) if x)
        described = port.description if port.description not in {None, "", "n/a"} else port.device
        ports.append(SerialPort(port.device, words or described))
    return sorted(ports, key=lambda p: p.device)


def _close(device: object) -> None:
    close = getattr(device, "close", None)
    if close is not None:
        with contextlib.suppress(Exception):
            close()
