"""Rubbish is collected on the GUI thread and nowhere else.

Python collects cycles on whichever thread happens to allocate. A widget that goes that way on a
lane is destroyed by the wrong thread, and the program with it (seen: "Timers cannot be stopped from
another thread", then a crash). So the automatic collection is off while the window is open, and a
timer of the GUI thread does it. Memory that was freed is given back to the system as well: the
allocator keeps it, a megabyte for each thousand sales, and asking takes a tenth of a millisecond.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1000
_GIVEN_BACK_EVERY: Final = 10  # collections


class GuiGarbage(QObject):
    """Collects once a second; the older generations by Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = False
        self._count = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on only here."""
        if not self._timer.isActive():
            self._was_on = gc.isenabled()
            gc.disable()
            self._timer.start()

    def settle(self) -> None:
        """What is there after the start stays: it need not be looked through again.

        Not collected first: looking through it once is a fifth of a bare window's start, for next to nothing.
        """
        gc.freeze()

    def stop(self) -> None:
        """As it was before."""
        if self._timer.isActive():
            self._timer.stop()
            if self._was_on:
                gc.enable()

    def collect(self) -> None:
        """The young always, the older ones when they are due."""
        due = [n for n in (2, 1) if gc.get_count()[n] > gc.get_threshold()[n]]
        gc.collect(due[0] if due else 0)
        self._count += 1
        if self._count % _GIVEN_BACK_EVERY == 0:
            give_back()


def give_back() -> None:
    """Give freed memory back to the system, where its allocator can be asked to (glibc)."""
    trim = _trimmer()
    if trim is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trimmer() -> Callable[[int], int] | None:
    try:
        found: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library; on Windows None names no library
        return None
    return found
