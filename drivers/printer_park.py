"""The printers of a till beside its own, by the names that the print plan gives them."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from typing import Final, Protocol

from app.devices.ports import ReceiptPrinter
from app.kernel.refusal import Refusal

LANES: Final = ("printer2", "printer3", "printer4", "printer5")
_log = logging.getLogger(__name__)


class NamedPrinter(Protocol):
    """A printer of the plan."""

    @property
    def name(self) -> str:
        """What rules call it."""
        ...

    @property
    def url(self) -> str:
        """Its address."""
        ...


class PrinterPark:
    """Opens nothing before it is needed, as the devices of the station do.

    Args:
        open_printer: from an address to a printer; raises BadDeviceUrlError.
    """

    def __init__(self, open_printer: Callable[[str], ReceiptPrinter | None]) -> None:
        self._open = open_printer
        self._urls: dict[str, str] = {}
        self._printers: dict[str, ReceiptPrinter | None] = {}

    def use(self, printers: tuple[NamedPrinter, ...]) -> None:
        """Use these printers from now on; one whose address is as before keeps its connection.

        Raises:
            BadDeviceUrlError: an address that no driver understands; nothing is changed.
        """
        opened = {p.name: self._same(p) or self._open(p.url) for p in printers}
        for name, old in self._printers.items():
            if opened.get(name) is not old:
                close_quietly(old)
        self._printers = opened
        self._urls = {p.name: p.url for p in printers}

    def use_what_works(self, printers: tuple[NamedPrinter, ...]) -> None:
        """The same at a till's start, which a bad address must not hinder: that printer is none."""
        good = []
        for printer in printers:
            try:
                close_quietly(self._open(printer.url))
                good.append(printer)
            except Refusal as refusal:
                _log.warning("printer %s: %s", printer.name, refusal)
        self.use(tuple(good))

    def _same(self, wanted: NamedPrinter) -> ReceiptPrinter | None:
        return self._printers.get(wanted.name) if self._urls.get(wanted.name) == wanted.url else None

    def printer(self, name: str) -> ReceiptPrinter | None:
        """The printer of that name; None where there is none."""
        return self._printers.get(name)

    def lane(self, name: str) -> str:
        """The lane of its connection: each printer has its own, so that none waits for another."""
        names = list(self._urls)
        return LANES[names.index(name) % len(LANES)] if name in names else LANES[0]

    def close(self) -> None:
        """Let go of all."""
        for printer in self._printers.values():
            close_quietly(printer)


def close_quietly(device: object) -> None:
    """Close what can be closed, whatever it says to that."""
    close = getattr(device, "close", None)
    if close is not None:
        with contextlib.suppress(Exception):
            close()
