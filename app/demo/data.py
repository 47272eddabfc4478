"""What the demo shop is made of: read from resources/demo, all of it invented."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import Any, Final

from app.catalog.gtin import check_digit
from resources import resource

LANGUAGES: Final = ("en", "de")
# 04: numbers for use inside one company (GS1), so they never meet those on bought-in goods; the
# prefixes 02 and 20 to 29 are left to labels with a price or a weight inside
_OWN_PREFIX: Final = "04"
_SCALE_PREFIX: Final = "28"
_PACK_SERIES: Final = 500_000


@dataclass(frozen=True, slots=True)
class DemoGoods:
    """One product; prices are minor units with tax."""

    sku: str
    category: str
    name: str
    tax_code: str
    kind: str
    unit: str
    price_minor: int
    cost_minor: int
    min_age: int
    discountable: bool
    favourite: bool
    pack_pieces: int
    pack_price_minor: int

    @property
    def code(self) -> str | None:
        """Its barcode, as kept; goods for the scale have the label's number with a weight of zero."""
        if self.kind == "service":
            return None
        if self.kind == "weighed":
            return own_scale_code(int(self.sku))
        return own_code(int(self.sku))

    @property
    def pack_code(self) -> str | None:
        """The barcode of its multi-pack."""
        return own_code(_PACK_SERIES + int(self.sku)) if self.pack_pieces else None


def own_code(number: int) -> str:
    """The shop's own EAN-13 of a running number, with 14 digits as barcodes are kept."""
    payload = f"{_OWN_PREFIX}{number:010d}"
    return f"0{payload}{check_digit(payload)}"


def own_scale_code(item: int) -> str:
    """The code of goods for the scale: item of five digits, weight zero."""
    payload = f"{_SCALE_PREFIX}{item:05d}00000"
    return f"0{payload}{check_digit(payload)}"


def scale_label(item: int, grams: int) -> str:
    """What the scale prints: thirteen digits with the weight inside."""
    payload = f"{_SCALE_PREFIX}{item:05d}{grams:05d}"
    return f"{payload}{check_digit(payload)}"


def load_shop() -> dict[str, Any]:
    """Everything but the goods, as it stands in the file."""
    found: dict[str, Any] = json.loads(resource("demo", "shop.json").read_text(encoding="utf-8"))
    return found


def load_goods(language: str) -> list[DemoGoods]:
    """The goods with their names in a language; English where there is no other."""
    name = f"name_{language if language in LANGUAGES else 'en'}"
    with resource("demo", "goods.csv").open(encoding="utf-8", newline="") as file:
        return [_goods(row, row[name]) for row in csv.DictReader(file)]


def _goods(row: dict[str, str], name: str) -> DemoGoods:
    return DemoGoods(
        sku=row["sku"], category=row["category"], name=name, tax_code=row["tax"], kind=row["kind"],
        unit=row["unit"], price_minor=int(row["price_minor"]), cost_minor=int(row["cost_minor"]),
        min_age=int(row["min_age"]), discountable=row["discountable"] == "yes",
        favourite=row["favourite"] == "yes", pack_pieces=int(row["pack_pieces"] or 0),
        pack_price_minor=int(row["pack_price_minor"] or 0),
    )  # fmt: skip
