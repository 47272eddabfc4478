"""What is compared in one run: each side does its work in blocks, the blocks take turns."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Side:
    """One of what is compared: what it does for the piece of work of that number, and what it took."""

    prepare: Callable[[int], None]
    work: Callable[[int], None]
    done: int = 0
    wall: list[list[float]] = field(default_factory=list)
    cpu: list[list[float]] = field(default_factory=list)

    def block(self, count: int, *, keep: bool) -> None:
        """So many pieces of work, one by one."""
        numbers = range(self.done, self.done + count)
        self.done += count
        for number in numbers:
            self.prepare(number)
        wall: list[float] = []
        cpu: list[float] = []
        for number in numbers:
            cpu_began, began = time.thread_time(), time.perf_counter()
            self.work(number)
            wall.append(time.perf_counter() - began)
            cpu.append(time.thread_time() - cpu_began)
        if keep:
            self.wall.append(wall)
            self.cpu.append(cpu)

    @property
    def walls(self) -> list[float]:
        """Seconds of every piece of work that was kept."""
        return [v for block in self.wall for v in block]

    @property
    def cpus(self) -> list[float]:
        """Processor seconds of the same."""
        return [v for block in self.cpu for v in block]
