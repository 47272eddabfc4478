"""How long the GUI thread works without a look at what was pressed meanwhile, in its processor time.

Wall time would measure the other programs of the machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot


class Stretches(QObject):
    """Watches the event loop of the thread it is made on; `longest_ms` is the worst since `reset`.

    A stretch is one round of the loop: all that waited is delivered and painted in it (Qt's dispatcher over
    GLib tells before it would wait and after the round; waiting takes no processor time).
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._since: float | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is None:
            raise RuntimeError("no event loop on this thread yet")
        self._dispatcher = dispatcher
        dispatcher.aboutToBlock.connect(self._begins)
        dispatcher.awake.connect(self._ends)

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

    def counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, whose calls are stretches."""

        def counting(*arguments: Any, **named: Any) -> Any:
            with self.one():
                return call(*arguments, **named)

        return counting

    def stop(self) -> None:
        """Watch no longer."""
        self._dispatcher.aboutToBlock.disconnect(self._begins)
        self._dispatcher.awake.disconnect(self._ends)

    @Slot()
    def _begins(self) -> None:
        self._since = time.thread_time()

    @Slot()
    def _ends(self) -> None:
        if self._since is not None:
            self._took(time.thread_time() - self._since)
            self._since = None

    def _took(self, seconds: float) -> None:
        self.longest_ms = max(self.longest_ms, seconds * 1000)
