"""A customer display without hardware: the two lines as text, for a window or a test."""

from __future__ import annotations

from collections.abc import Callable

from app.devices.ports import Health, HealthState
from drivers.display.protocols import fit


class VirtualDisplay:
    """Fulfils CustomerDisplay; `on_lines` is called on the thread that shows."""

    def __init__(self, on_lines: Callable[[str, str], None] | None = None) -> None:
        self.on_lines = on_lines
        self.lines = (fit(""), fit(""))

    def show(self, upper: str, lower: str) -> None:
        """Show two lines of twenty characters."""
        self.lines = (fit(upper), fit(lower))
        if self.on_lines is not None:
            self.on_lines(*self.lines)

    def clear(self) -> None:
        """Show nothing."""
        self.show("", "")

    def health(self) -> Health:
        """Always ready."""
        return Health(HealthState.READY)

    def close(self) -> None:
        """Nothing to let go of."""
