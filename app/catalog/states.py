"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class ProductKind(StrEnum):
    """How a product is counted."""

    COUNTED = "counted"
    WEIGHED = "weighed"
    SERVICE = "service"  # no stock
    KIT = "kit"  # sold as one; what leaves the stock are its parts
    TEMPLATE = "template"  # not sold itself: one of its variants is


UNSTOCKED = frozenset({ProductKind.SERVICE, ProductKind.KIT, ProductKind.TEMPLATE})  # no stock of their own
