"""Foreign notes taken at the till: what they are worth at the day's rate. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.kernel.money import Money
from app.terms.rules import MICRO, to_home

KIND: Final = "foreign_cash"
PREFIX: Final = "fx_"


@dataclass(frozen=True, slots=True)
class ForeignNotes:
    """So much of a currency at a rate; the rate is home minor units per minor unit, in millionths."""

    currency: str
    amount_minor: int
    rate_micro: int

    @property
    def home_minor(self) -> int:
        """What it pays."""
        return to_home(self.amount_minor, self.rate_micro)

    @property
    def reference(self) -> str:
        """What stands on the receipt and in the books: the amount and its rate."""
        whole, part = divmod(self.rate_micro, MICRO)
        return f"{Money(self.amount_minor, self.currency)} @ {whole}.{part:06d}"


def tender_code(currency: str) -> str:
    """The code of the tender of a currency."""
    return f"{PREFIX}{currency.lower()}"


def currency_of(code: str) -> str:
    """The currency of such a tender."""
    return code.removeprefix(PREFIX).upper()
