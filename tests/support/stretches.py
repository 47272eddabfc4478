"""How long the GUI thread works without a look at what was pressed meanwhile, in its processor time.

Wall time would measure the other programs of the machine.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot


class Stretches(QObject):
    """Watches the event loop of the thread it is made on; `longest_ms` is the worst since `reset`.

    A stretch lasts from where the loop wakes up until it would wait again: what was pressed in between
    is heard after it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._since: float | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is None:
            raise RuntimeError("no event loop on this thread yet")
        self._dispatcher = dispatcher
        dispatcher.awake.connect(self._awake)
        dispatcher.aboutToBlock.connect(self._rests)

    def reset(self) -> None:
        """Begin anew."""
        self.longest_ms = 0.0

    @contextmanager
    def one(self) -> Iterator[None]:
        """What is done here, outside of the loop, is a stretch."""
        began = time.thread_time()
        try:
            yield
        finally:
            self._took(time.thread_time() - began)

    def stop(self) -> None:
        """Watch no longer."""
        self._dispatcher.awake.disconnect(self._awake)
        self._dispatcher.aboutToBlock.disconnect(self._rests)

    @Slot()
    def _awake(self) -> None:
        self._since = time.thread_time()

    @Slot()
    def _rests(self) -> None:
        if self._since is not None:
            self._took(time.thread_time() - self._since)
            self._since = None

    def _took(self, seconds: float) -> None:
        self.longest_ms = max(self.longest_ms, seconds * 1000)
