"""Countries with what a shop there begins with; everything can be changed before and afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from resources import resource

PER_CENT: Final = 1000  # thousandths in a per cent


@dataclass(frozen=True, slots=True)
class Country:
    """A country's usual values.

    Attributes:
        code: ISO 3166, two letters.
        name_en, name_de: for people.
        currency: ISO 4217.
        rates: thousandths of a per cent, the usual one first; empty where they differ from town to town.
        cash_rounding_minor: the smallest amount that is paid in coins.
        includes_tax: whether prices on shelves hold the tax.
    """

    code: str
    name_en: str
    name_de: str
    currency: str
    time_zone: str
    cash_rounding_minor: int
    rates: tuple[int, ...]
    includes_tax: bool

    def name(self, language: str) -> str:
        """In one of the languages of papers."""
        return self.name_de if language == "de" else self.name_en


def list_countries() -> tuple[Country, ...]:
    """All that are known, in the order of the file."""
    rows = json.loads(resource("founding", "countries.json").read_text(encoding="utf-8"))
    return tuple(
        Country(
            row["code"], row["en"], row["de"], row["currency"], row["time_zone"],
            row["cash_rounding_minor"], tuple(int(Decimal(rate) * PER_CENT) for rate in row["rates"]),
            row["includes_tax"],
        )
        for row in rows
    )  # fmt: skip
