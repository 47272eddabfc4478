"""How a line's price says that it was agreed on."""

from __future__ import annotations

from typing import Final

SERIES: Final = "AG"
AGREEMENTS: Final = f"{SERIES}-"  # what the number of every agreement begins with


def is_agreed(price_source: str) -> bool:
    """Whether the source of a price is an agreement."""
    return price_source.startswith(AGREEMENTS)
