"""The one place that asks what time it is; tests and demos hand in their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, in UTC, aware, to the millisecond (what both databases keep alike)."""
    moment = datetime.now(UTC)  # noqa: TID251 - this is the clock
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
