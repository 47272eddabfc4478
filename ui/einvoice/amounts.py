"""Figures of the norm as a person reads them."""

from __future__ import annotations

from decimal import Decimal

from app.kernel.money import minor_digits
from ui.office.section import OfficeDesk
from ui.orders.links import money


def cents_text(desk: OfficeDesk, cents: int, currency: str) -> str:
    """Hundredths of a currency as money of that currency; without a known one as a bare number."""
    if len(currency) != 3 or not currency.isalpha() or not currency.isupper():  # noqa: PLR2004 - ISO 4217
        return f"{desk.formats.amount(cents)} {currency}".strip()
    digits = minor_digits(currency)
    minor = cents * 10 ** (digits - 2) if digits >= 2 else cents // 10 ** (2 - digits)  # noqa: PLR2004
    return money(desk, minor, currency)


def decimal_text(desk: OfficeDesk, number: Decimal, *, least: int = 0) -> str:
    """A quantity, price or rate with just the decimals it has, but so many at least."""
    whole, _mark, places = f"{number.normalize():f}".partition(".")
    places = places.ljust(least, "0")
    return f"{whole}{desk.formats.mark}{places}" if places else whole
