"""The kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class AssemblyKind(StrEnum):
    """Which way it went."""

    BUILD = "build"  # parts out, the product in
    TAKE_APART = "take_apart"  # the product out, its parts in
