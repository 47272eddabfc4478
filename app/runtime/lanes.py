"""Named worker threads: what shares a lane runs in order, lanes do not wait for each other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from app.kernel.refusal import Refusal

T = TypeVar("T")


class LaneFullError(Refusal):
    """So much is waiting that whatever the lane serves must be taken for broken."""

    message = "The {lane} does not keep up: too much is waiting for it. Check the device."


class LanesStoppedError(Refusal):
    """The program is ending."""

    message = "The program is closing. Start it again to go on."


class Lanes:
    """One thread and one bounded queue per name; threads start when first needed."""

    def __init__(self, limits: Mapping[str, int], *, on_stop: Callable[[], None] | None = None) -> None:
        self._limits = dict(limits)
        self._waiting = dict.fromkeys(limits, 0)
        self._lock = threading.Lock()
        self._on_stop = on_stop
        self._executors: dict[str, ThreadPoolExecutor] = {}
        self._stopped = False

    def submit(self, lane: str, work: Callable[[], T]) -> Future[T]:
        """Run work on the lane's thread, after what was submitted before.

        Raises:
            LaneFullError: when as many jobs wait as the lane may hold.
            LanesStoppedError: after shutdown.
        """
        with self._lock:
            if self._stopped:
                raise LanesStoppedError
            if self._waiting[lane] >= self._limits[lane]:
                raise LaneFullError(lane=lane)
            self._waiting[lane] += 1
            executor = self._executors.get(lane)
            if executor is None:
                executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
                self._executors[lane] = executor
            future = executor.submit(work)
        future.add_done_callback(lambda _done: self._finished(lane))
        return future

    def waiting(self, lane: str) -> int:
        """Jobs submitted and not finished."""
        return self._waiting[lane]

    def _finished(self, lane: str) -> None:
        with self._lock:
            self._waiting[lane] -= 1

    def shutdown(self) -> None:
        """Finish what was submitted, close each thread's connections, refuse more; once is enough."""
        with self._lock:
            self._stopped = True
            executors, self._executors = list(self._executors.values()), {}
        for executor in executors:
            if self._on_stop is not None:
                executor.submit(self._on_stop)
            executor.shutdown(wait=True)
