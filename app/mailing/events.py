"""What happened to messages."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MailQueued(Event):
    """A message waits to be sent."""

    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettled(Event):
    """A try ended, well or badly."""

    message_id: int
    status: str
