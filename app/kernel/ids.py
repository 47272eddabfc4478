"""Row ids made by the program: 63-bit integers that grow with time.

42 bits of milliseconds since 2024, 11 bits of lane (which process), 10 bits of counter. Made here
so that a document and its rows can be written in few statements without asking the database
(docs/adr/0004), and ascending so that they are appended to the B-tree, not scattered over it.

Where several machines write into one database their lanes are dealt out (`app/numbering/lanes.py`):
of fifty that drew lots two would have the same with a chance of six in ten, and one sale of such a
pair in some months the id of the other's.
"""

from __future__ import annotations

import os
import secrets
import threading
import time
from datetime import datetime
from typing import Final

EPOCH_MS: Final = 1_704_067_200_000  # 2024-01-01T00:00:00Z
LANE_BITS: Final = 11
COUNTER_BITS: Final = 10
DEALT_LANES: Final = 1536  # 0 to 1535 are dealt out; who was dealt none draws one of the others


class IdMaker:
    """Gives ids that never repeat within one process; thread-safe."""

    def __init__(self, lane: int | None = None) -> None:
        drawn = DEALT_LANES + secrets.randbelow((1 << LANE_BITS) - DEALT_LANES)
        self._lane = _shifted(drawn if lane is None else lane)
        self._last = 0
        self._lock = threading.Lock()

    def move_to(self, lane: int) -> None:
        """Go on in another lane; what was given there by this process is not given again."""
        with self._lock:
            self._lane = _shifted(lane)

    def next_id(self) -> int:
        """One new id."""
        return self.take(1)[0]

    def take(self, count: int) -> list[int]:
        """Several new ids, ascending."""
        with self._lock:
            now = (time.time_ns() // 1_000_000 - EPOCH_MS) << COUNTER_BITS
            first = max(now, self._last + 1)
            self._last = first + count - 1
            mask = (1 << COUNTER_BITS) - 1
            return [
                ((tick & ~mask) << LANE_BITS) | self._lane | (tick & mask)
                for tick in range(first, first + count)
            ]


def _shifted(lane: int) -> int:
    return (lane % (1 << LANE_BITS)) << COUNTER_BITS


_maker = IdMaker()


def use_lane(lane: int) -> None:
    """From now on this process gives ids of the lane that was dealt to it."""
    _maker.move_to(lane)


def lane_of(row_id: int) -> int:
    """Which lane an id was made in."""
    return (row_id >> COUNTER_BITS) & ((1 << LANE_BITS) - 1)


def _after_fork() -> None:
    """A child counts for itself: with the parent's lane it would give the parent's ids again."""
    global _maker  # noqa: PLW0603 - the process's own maker
    _maker = IdMaker()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_after_fork)


def first_id_of(moment: datetime) -> int:
    """A number below every id made at that moment or later: rows of a time are found by their key."""
    milliseconds = int(moment.timestamp()) * 1000 - EPOCH_MS
    return max(milliseconds, 0) << (COUNTER_BITS + LANE_BITS)


def next_id() -> int:
    """One new id from the process's own maker."""
    return _maker.next_id()


def take_ids(count: int) -> list[int]:
    """Several new ids from the process's own maker, ascending."""
    return _maker.take(count)
