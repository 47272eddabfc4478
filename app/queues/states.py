"""The kinds of work, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class WorkKind(StrEnum):
    """What a piece of work is; its id is that of a pick list, an order or a customer."""

    PICK = "pick"
    PACK = "pack"
    CALL = "call"
