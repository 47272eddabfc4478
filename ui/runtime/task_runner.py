"""Brings the answers of the lanes back to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.runtime.lanes import Lanes

T = TypeVar("T")


class TaskRunner(QObject):
    """Callbacks always run on the GUI thread, in the order the work finished."""

    _finished = Signal(object, object, object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._finished.connect(self._deliver)

    @property
    def lanes(self) -> Lanes:
        """The worker threads."""
        return self._lanes

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        *,
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> Future[T]:
        """Run work on the lane's thread, then on_done or on_error on the GUI thread."""
        future = self._lanes.submit(lane, work)
        future.add_done_callback(lambda done: self._finished.emit(done, on_done, on_error))
        return future

    @Slot(object, object, object)
    def _deliver(
        self,
        future: Future[Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        error = future.exception()
        if error is None:
            on_done(future.result())
        elif isinstance(error, Exception):
            on_error(error)
        else:
            raise error
