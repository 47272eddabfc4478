"""A scanner without hardware: a test or a demo says what it reads."""

from __future__ import annotations

from collections.abc import Callable

from app.devices.ports import Health, HealthState, Scan


class VirtualScanner:
    """Fulfils BarcodeScanner."""

    def __init__(self) -> None:
        self._on_scan: Callable[[Scan], None] | None = None

    def start(self, on_scan: Callable[[Scan], None]) -> None:
        """Begin to listen."""
        self._on_scan = on_scan

    def scan(self, raw: str) -> None:
        """Read a code, on the caller's thread."""
        if self._on_scan is not None:
            self._on_scan(Scan(raw, "virtual"))

    def health(self) -> Health:
        """Always ready."""
        return Health(HealthState.READY)

    def close(self) -> None:
        """Stop listening."""
        self._on_scan = None
