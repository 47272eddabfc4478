"""Orders of a market place that sends one text line an order line: number;mail;name;sku;pieces;price."""

from collections.abc import Iterator
from pathlib import Path

from app.plugins.contract import OrderProfile, Plugin

FIELDS = ("order", "email", "name", "sku", "quantity", "price")


def read(path: Path) -> Iterator[dict[str, str]]:
    """One mapping a line; lines that begin with # are remarks."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield dict(zip(FIELDS, (cell.strip() for cell in line.split(";")), strict=True))


PLUGIN = Plugin("Orders of the market place", orders=(OrderProfile("market", "Market place", read),))
