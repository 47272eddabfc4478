"""What happened to the print queue."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintQueued(Event):
    """A job waits to be printed."""

    job_id: int
    station: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSettled(Event):
    """A job ended, well or badly."""

    job_id: int
    status: str
    error: str
