"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum

from app.kernel.state import Transitions


class LocationKind(StrEnum):
    """What a location stands for."""

    INTERNAL = "internal"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    ADJUSTMENT = "adjustment"
    DIRECT = "direct"  # where goods pass in the books that a supplier brings to a customer


class TransferStatus(StrEnum):
    """Goods between two of our places."""

    SENT = "sent"
    RECEIVED = "received"


class CountStatus(StrEnum):
    """Where a stock count stands."""

    COUNTING = "counting"
    REVIEW = "review"
    POSTED = "posted"
    CANCELLED = "cancelled"


COUNT_TRANSITIONS: Transitions[CountStatus] = {
    CountStatus.COUNTING: frozenset({CountStatus.REVIEW, CountStatus.CANCELLED}),
    CountStatus.REVIEW: frozenset({CountStatus.COUNTING, CountStatus.POSTED, CountStatus.CANCELLED}),
    CountStatus.POSTED: frozenset(),
    CountStatus.CANCELLED: frozenset(),
}


class AbcClass(StrEnum):
    """How much of the turnover a product makes: A the most, C the least."""

    A = "a"
    B = "b"
    C = "c"


class Costing(StrEnum):
    """What goods that leave cost."""

    AVERAGE = "average"  # moving average of what is there
    FIFO = "fifo"  # what came in first leaves first
    STANDARD = "standard"  # what was set; what it really cost goes to the stock differences


class SerialUse(StrEnum):
    """Where the serial number of each piece is asked for."""

    NONE = "none"
    SALE = "sale"  # when it leaves to a customer
    ALWAYS = "always"  # from the goods receipt on


class NegativeStock(StrEnum):
    """Whether the books may go below zero."""

    BLOCK = "block"
    WARN = "warn"
    ALLOW = "allow"
