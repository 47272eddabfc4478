"""Counts how often a station waits for an answer of PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from psycopg import Connection

_ASKED = frozenset({"_sync_gen", "_fetch_gen", "_exit_gen", "_commit_gen", "_rollback_gen"})


@dataclass(slots=True)
class Trips:
    """Round trips so far; that of BEGIN goes by the statement behind it and is not counted."""

    count: int = 0


@contextmanager
def counted_trips() -> Iterator[Trips]:
    """Counts within the block: what waits is every statement, but on a line only what asks."""
    trips, waits = Trips(), Connection.wait

    def wait(self: Any, generator: Any, *arguments: Any, **named: Any) -> Any:
        if self._pipeline is None or generator.__name__ in _ASKED:
            trips.count += 1
        return waits(self, generator, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Connection, "wait", wait)
        yield trips
