"""Counts the minutes in which nobody touched anything."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

_MINUTE_MS = 60_000
_MOST = 240


class IdleTimer(QObject):
    """Sends `idle` once after so many minutes without a key, a tap or a scan; 0: never."""

    idle = Signal()

    def __init__(self, minutes: object, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: object) -> None:
        """Another length of time."""
        wanted = minutes if isinstance(minutes, int) and 0 <= minutes <= _MOST else 0
        self._timer.setInterval(wanted * _MINUTE_MS)
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        if self._timer.interval():
            self._timer.start()
        else:
            self._timer.stop()
