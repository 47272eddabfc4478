"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class TaxKind(StrEnum):
    """How a tax is worked out."""

    PERCENT = "percent"
    FIXED = "fixed"  # so much per piece
