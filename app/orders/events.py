"""What happened to orders, for what follows by itself."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDone(Event):
    """A service of an order was done."""

    order_id: int
    line_id: int
    done_milli: int  # of it so far, base units
