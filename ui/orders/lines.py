"""What the lines of an order say, for its page: pure."""

from __future__ import annotations

from app.orders.queries import OrderDetail, OrderLine
from app.orders.states import LineKind


def wanted_milli(line: OrderLine) -> int:
    """What is still wanted of a line, base units."""
    return line.ordered_milli - line.cancelled_milli


def committed_milli(line: OrderLine) -> int:
    """What is promised to a line or has left already, base units."""
    return line.reserved_milli + line.shipped_milli


def waits_with_stock(detail: OrderDetail) -> bool:
    """Whether a line waits for goods of which some are there now."""
    return any(
        wanted_milli(x) > committed_milli(x) and x.available_milli > 0
        for x in detail.lines
        if x.kind is LineKind.GOODS
    )


def open_services(detail: OrderDetail) -> list[OrderLine]:
    """The services that are not done."""
    return [
        x for x in detail.lines if x.kind is LineKind.SERVICE and wanted_milli(x) > x.shipped_milli
    ]  # fmt: skip


def waiting_lines(detail: OrderDetail) -> list[OrderLine]:
    """The goods that have not left as a whole."""
    return [x for x in detail.lines if x.kind is LineKind.GOODS and wanted_milli(x) > x.shipped_milli]
