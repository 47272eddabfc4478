"""States of planned price changes."""

from __future__ import annotations

from enum import StrEnum


class PriceChangeStatus(StrEnum):
    """What becomes of prices that were planned together."""

    PLANNED = "planned"
    CANCELLED = "cancelled"  # its prices were taken away again
