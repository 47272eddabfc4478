"""From the address of a device to its driver. Nothing is opened here: a missing printer delays nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.devices.ports import (
    BarcodeScanner,
    CardTerminal,
    CustomerDisplay,
    LabelPrinter,
    ReceiptPrinter,
    tr,
)
from app.devices.weight import MILLIGRAMS, Scale, Tare
from app.kernel.text import clean
from drivers.display.protocols import PROTOCOLS
from drivers.display.two_line_display import TwoLineDisplay
from drivers.display.virtual_display import VirtualDisplay
from drivers.drawer.printer_drawer import PINS, DrawerPlug, PrinterDrawer
from drivers.printer.code_pages import DEFAULT, CodePages
from drivers.printer.escpos_format import CUTS, DOTS, LETTERS, EscposFormat
from drivers.printer.escpos_printer import ASKS, SENSORS, EscposPrinter, PrinterHabits
from drivers.printer.virtual_printer import PrintedPaper, VirtualPrinter
from drivers.printer.zpl_format import ZplFormat
from drivers.printer.zpl_printer import ZplPrinter
from drivers.scanner.serial_scanner import SerialScanner
from drivers.scanner.virtual_scanner import VirtualScanner
from drivers.terminal.manual_terminal import CardQuestion, ManualTerminal
from drivers.transport.base import Transport
from drivers.transport.device_file import FileTransport
from drivers.transport.serial_port import FLOWS, FRAMINGS, SerialTransport
from drivers.transport.tcp import TcpTransport
from drivers.urls import DeviceUrl, parse_url

_WIRE_OPTIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"tcp": (), "serial": ("baud", "framing", "flow"), "file": ()}
)
_PRINTER_OPTIONS: Final = (
    "columns", "dots", "codepage", "cut", "letters", "codes", "kanji", "status", "sensor", "pulse",
)  # fmt: skip
_COLUMNS: Final = (24, 64)
ZVT_PORT: Final = 20007
_GRAMS: Final = 5  # digits of a tare


@dataclass
class Windows:
    """Who is told what the devices without hardware do; each may be set later."""

    on_paper: Callable[[PrintedPaper], None] | None = None
    on_kick: Callable[[int], None] | None = None
    on_lines: Callable[[str, str], None] | None = None
    on_question: Callable[[CardQuestion], None] | None = None


def open_transport(url: DeviceUrl, *, device: str, framing: str = "8N1") -> Transport:
    """The wire of an address, not yet opened; `framing` of a serial line that says none.

    Raises:
        BadDeviceUrlError: when it names none.
    """
    if url.scheme == "tcp":
        if not url.host:
            raise url.bad(tr("Refusal", "it names no host, as in tcp://192.168.1.50:9100"))
        return TcpTransport(url.host, url.port or 9100, device=device)
    if url.scheme == "serial":
        return SerialTransport(
            _serial_port(url), baud=url.baud(), framing=url.choice("framing", FRAMINGS, framing),
            flow=url.choice("flow", FLOWS, "none"), device=device,
        )  # fmt: skip
    if url.scheme == "file":
        if url.host or not url.path:
            raise url.bad(tr("Refusal", "it names no file, as in file:///dev/usb/lp0"))
        return FileTransport(url.path, device=device)
    raise url.bad(tr("Refusal", "the kinds are tcp://, serial://, file://, virtual: and none:"))


def _serial_port(url: DeviceUrl) -> str:
    """The path of a port, or a name as COM5, in the case it was written in."""
    name = url.path if url.path.strip("/") else url.text.partition("://")[2].split("?")[0].strip("/")
    if not name:
        raise url.bad(tr("Refusal", "it names no port, as in serial:///dev/ttyUSB0 or serial://COM5"))
    return name


def open_printer(address: str, windows: Windows | None = None) -> ReceiptPrinter | None:
    """The printer of an address; None for none:."""
    url, windows = parse_url(address), windows or Windows()
    if url.scheme == "none":
        url.allow()
        return None
    columns = url.number("columns", 42, least=_COLUMNS[0], most=_COLUMNS[1])
    if url.scheme == "virtual":
        url.allow("columns", "folder")
        folder = url.options.get("folder")
        return VirtualPrinter(
            columns=columns, folder=Path(folder) if folder else None,
            on_paper=lambda paper: windows.on_paper(paper) if windows.on_paper else None,
            on_kick=lambda pin: windows.on_kick(pin) if windows.on_kick else None,
        )  # fmt: skip
    transport = open_transport(url, device="printer")
    url.allow(*_WIRE_OPTIONS[url.scheme], *_PRINTER_OPTIONS)
    form = EscposFormat(
        columns=columns,
        dots=url.number("dots", DOTS.get(columns, columns * 12), least=200, most=1200),
        pages=_pages(url),
        cut=url.choice("cut", CUTS, "part"),
        letters=url.choice("letters", LETTERS, "auto"),
        codes_as_pictures=url.choice("codes", ("printer", "picture"), "printer") == "picture",
        kanji_off=not url.flag("kanji", default=True),
    )
    quiet = url.scheme == "file" and not url.path.startswith("/dev/")
    habits = PrinterHabits(
        asks=url.choice("status", ASKS, "off" if quiet else "auto"),
        sensor=url.choice("sensor", SENSORS, "none"),
        on_ms=url.number("pulse", 50, least=2, most=510),
    )
    return EscposPrinter(transport, form, habits=habits)


def open_label_printer(address: str) -> LabelPrinter | None:
    """The label printer of an address (ZPL II); None for none:."""
    url = parse_url(address)
    if url.scheme == "none":
        url.allow()
        return None
    transport = open_transport(url, device="label printer")
    url.allow(*_WIRE_OPTIONS[url.scheme], "dpi", "darkness", "status")
    darkness = url.number("darkness", 0, least=0, most=30) if "darkness" in url.options else None
    form = ZplFormat(dpi=url.number("dpi", 203, least=150, most=600), darkness=darkness)
    quiet = url.scheme == "file"
    return ZplPrinter(transport, form, asks=url.choice("status", ASKS, "off" if quiet else "auto"))


def prepare_printing(printer: ReceiptPrinter | None) -> None:
    """Load the libraries of this printer, which takes a tenth of a second; nothing is opened."""
    if isinstance(printer, EscposPrinter):
        printer.prepare()


def _pages(url: DeviceUrl) -> CodePages:
    try:
        return CodePages(url.options.get("codepage", DEFAULT))
    except ValueError as error:
        raise url.bad(str(error)) from None


def open_drawer(address: str, printer: ReceiptPrinter | None) -> PrinterDrawer | None:
    """The drawer on the plug of the printer (`printer:?pin=2`); None for none: or without such a printer."""
    url = parse_url(address)
    if url.scheme == "none":
        url.allow()
        return None
    if url.scheme != "printer":
        raise url.bad(tr("Refusal", "a drawer is on the printer (printer:) or there is none (none:)"))
    url.allow("pin")
    pin = int(url.choice("pin", PINS, "2"))
    if isinstance(printer, (EscposPrinter, VirtualPrinter)):
        plug: DrawerPlug = printer
        return PrinterDrawer(plug, pin=pin)
    return None


def open_display(address: str, windows: Windows | None = None) -> CustomerDisplay | None:
    """The customer display of an address; None for none:."""
    url, windows = parse_url(address), windows or Windows()
    if url.scheme in {"none", "virtual"}:
        url.allow()
        if url.scheme == "none":
            return None
        return VirtualDisplay(lambda a, b: windows.on_lines(a, b) if windows.on_lines else None)
    transport = open_transport(url, device="customer display")
    url.allow(*_WIRE_OPTIONS[url.scheme], "protocol", "codepage")
    protocol = url.choice("protocol", tuple(PROTOCOLS), "cd5220")
    return TwoLineDisplay(transport, protocol=protocol, pages=_pages(url))


def open_scanner(address: str) -> BarcodeScanner | None:
    """The scanner of an address; None for none: (one that types like a keyboard needs no driver)."""
    url = parse_url(address)
    if url.scheme in {"none", "wedge", "virtual"}:
        url.allow()
        return VirtualScanner() if url.scheme == "virtual" else None
    transport = open_transport(url, device="scanner")
    url.allow(*_WIRE_OPTIONS[url.scheme], "double")
    double = url.number("double", 200, least=0, most=5000) / 1000
    return SerialScanner(transport, source=f"{url.scheme}:{transport.name}", double=double)


def open_terminal(address: str, windows: Windows | None = None) -> CardTerminal | None:
    """The card terminal of an address; None for none:."""
    url, windows = parse_url(address), windows or Windows()
    if url.scheme == "none":
        url.allow()
        return None
    if url.scheme == "zvt":
        return _zvt(url)
    if url.scheme != "manual":
        why = tr(
            "Refusal",
            "a card terminal is on ZVT (zvt://), worked by hand (manual:), or there is none (none:)",
        )
        raise url.bad(why)
    url.allow("limit")
    return ManualTerminal(
        on_question=lambda asked: windows.on_question(asked) if windows.on_question else None,
        limit=float(url.number("limit", 180, least=1, most=900)),
    )


def _zvt(url: DeviceUrl) -> CardTerminal:
    from drivers.terminal.zvt.terminal import ZvtTerminal

    if not url.host:
        raise url.bad(tr("Refusal", "it names no host, as in zvt://192.168.1.60:20007"))
    url.allow("password", "receipts", "close")
    password = url.options.get("password", "000000")
    if not (len(password) == 6 and password.isascii() and password.isdigit()):  # noqa: PLR2004 - ZVT
        raise url.bad(tr("Refusal", "the password of a terminal is six digits"))
    return ZvtTerminal(
        TcpTransport(url.host, url.port or ZVT_PORT, device="card terminal"), password=int(password),
        printed_by_us=url.choice("receipts", ("till", "terminal"), "till") == "till",
        closes_with=url.choice("close", ("shift", "day", "hand"), "shift"),
    )  # fmt: skip


def open_scale(address: str) -> Scale | None:
    """The scale of an address; None for none:."""
    url = parse_url(address)
    if url.scheme == "none":
        url.allow()
        return None
    from drivers.scale.protocols import PROTOCOLS as SCALES
    from drivers.scale.wired_scale import WiredScale

    name = url.choice("protocol", tuple(SCALES), "toledo8217")
    transport = open_transport(url, device="scale", framing=SCALES[name].framing)
    url.allow(*_WIRE_OPTIONS[url.scheme], "protocol", "unit", "tares")
    unit = url.choice("unit", tuple(MILLIGRAMS), "kg")
    return WiredScale(transport, SCALES[name], unit=unit, tares=_tares(url))


def _tares(url: DeviceUrl) -> tuple[Tare, ...]:
    """Packagings with their weight in grams: tares=Bag:5,Bowl:20."""
    made = []
    for part in filter(None, url.options.get("tares", "").split(",")):
        name, _, grams = part.rpartition(":")
        if not name.strip() or not (grams.isascii() and grams.isdigit()) or len(grams) > _GRAMS:
            raise url.bad(tr("Refusal", "tares are names with grams, as in tares=Bag:5,Bowl:20"))
        made.append(Tare(clean(name), int(grams) * 1000))
    return tuple(made)
