"""Past sales by the hundred thousand, written by SQL alone (history.sql)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

SCRIPT: Final = Path(__file__).with_suffix(".sql")


def fill(connection: Any, *, first_product: int, products: int, sales: int) -> None:
    """So many sales of six lines each, with all that a sale writes, and their closed shifts."""
    script = SCRIPT.read_text()
    for name, value in (("first_product", first_product), ("products", products), ("sales", sales)):
        script = script.replace(f":{name}", str(value))
    connection.executescript(script)
