"""What happened between a till and its server."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class StationChanged(Event):
    """The server came or went, or more or fewer documents are unsent: whoever shows it asks again."""
