"""What happened to an order line, as invoicing sees it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from app.orders.rules import LineFacts
from app.orders.states import LineKind


def facts(line: Row[Any]) -> LineFacts:
    """What happened to an order line, for what can be billed of it."""
    return LineFacts(
        LineKind(line.kind), line.gross_minor, line.ordered_milli, line.cancelled_milli,
        shipped_milli=line.shipped_milli, returned_milli=line.returned_milli,
        invoiced_milli=line.invoiced_milli, credited_milli=line.credited_milli,
    )  # fmt: skip
