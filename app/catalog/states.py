"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class ProductKind(StrEnum):
    """How a product is counted."""

    COUNTED = "counted"
    WEIGHED = "weighed"
    SERVICE = "service"  # no stock
