"""A cash drawer on the plug of a printer."""

from __future__ import annotations

from typing import Final, Protocol

PINS: Final = ("2", "5")


class DrawerPlug(Protocol):
    """A printer with a plug for drawers."""

    def kick(self, pin: int) -> None:
        """Pull the coil on this pin now."""
        ...

    def drawer_is_open(self) -> bool | None:
        """What the switch says."""
        ...


class PrinterDrawer:
    """Fulfils CashDrawer. A kick goes through the printer's own connection, at once or not at all."""

    def __init__(self, printer: DrawerPlug, *, pin: int = 2) -> None:
        self._printer, self._pin = printer, pin

    def kick(self) -> None:
        """Open it now; raises DeviceError."""
        self._printer.kick(self._pin)

    def is_open(self) -> bool | None:
        """True, False, or None when it cannot be known."""
        return self._printer.drawer_is_open()
