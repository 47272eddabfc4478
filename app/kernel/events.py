"""Facts that happened; published only after the transaction committed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of every event: ids and values only."""


Handler: TypeAlias = Callable[[Event], None]


class EventBus:
    """Tells subscribers what was committed; one failing subscriber stops no other."""

    def __init__(self, on_error: Callable[[Event, Exception], None]) -> None:
        self._handlers: list[Handler] = []
        self._on_error = on_error

    def subscribe(self, handler: Handler) -> None:
        """Call handler with each published event."""
        self._handlers.append(handler)

    def publish(self, event: Event) -> None:
        """Call every subscriber in order of subscription."""
        for handler in self._handlers:
            try:
                handler(event)
            except Exception as error:  # noqa: BLE001 - the change is already committed
                self._on_error(event, error)
