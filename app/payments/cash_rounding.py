"""Cash is paid in coins that exist: which step that is where, and rounding to it.

Only what is left to be paid in cash is rounded, after tax; a card part is exact and tax stays as it
is (design/rules.md 3.3).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.kernel.money import round_half_up

# Steps in minor units. Marked "CLDR": cashRounding and cashDigits of Unicode CLDR 48,
# supplemental/currencyData (npm cldr-core 48.2.0). HUF has two decimals in ISO 4217, so its 5 forint
# are 500 minor units.
_BY_CURRENCY: Final = {
    "AMD": 100,  # CLDR: whole units
    "AUD": 5,  # 1 and 2 cents withdrawn 1992 (Reserve Bank of Australia)
    "CAD": 5,  # CLDR; Economic Action Plan 2012, cent withdrawn 4 February 2013
    "CHF": 5,  # CLDR; smallest coin 5 Rappen
    "CRC": 100,  # CLDR: whole units
    "CZK": 100,  # CLDR; 50 haleru withdrawn 2008 (Czech National Bank)
    "DKK": 50,  # CLDR; smallest coin 50 oere
    "GYD": 100,  # CLDR: whole units
    "HUF": 500,  # CLDR; 1 and 2 forint withdrawn 2008 (Magyar Nemzeti Bank)
    "MNT": 100,  # CLDR: whole units
    "MUR": 100,  # CLDR: whole units
    "MYR": 5,  # Bank Negara Malaysia, rounding mechanism of 1 April 2008
    "NOK": 100,  # CLDR; 50 oere withdrawn 2012 (Norges Bank)
    "NZD": 10,  # 5 cents withdrawn 2006 (Reserve Bank of New Zealand)
    "RSD": 100,  # CLDR: whole units
    "SEK": 100,  # CLDR; 50 oere withdrawn 2010 (Sveriges Riksbank)
    "SGD": 5,  # 1 cent no longer issued since 2002 (Monetary Authority of Singapore)
    "TWD": 100,  # CLDR: whole units
    "TZS": 100,  # CLDR: whole units
    "UZS": 100,  # CLDR: whole units
}
# Euro countries that round cash to five cents; in the others the 1 and 2 cent coins are in use.
_EURO_FIVE_CENT: Final = frozenset({"BE", "EE", "FI", "IE", "IT", "LT", "NL", "SK"})


class CashRoundingMode(StrEnum):
    """Which way an amount between two steps goes; sizes, so that a refund is the mirror."""

    HALF_UP = "half_up"
    HALF_DOWN = "half_down"
    UP = "up"
    DOWN = "down"


def cash_step(country: str, currency: str) -> int:
    """The smallest amount of cash in minor units: 5 for (NL, EUR), 1 where every cent is paid.

    Args:
        country: ISO 3166 code of where the shop is.
        currency: ISO 4217 code of what is paid.
    """
    if currency == "EUR":
        return 5 if country in _EURO_FIVE_CENT else 1
    return _BY_CURRENCY.get(currency, 1)


def round_cash(amount_minor: int, step: int, mode: CashRoundingMode = CashRoundingMode.HALF_UP) -> int:
    """The amount in whole steps; halves away from zero unless the mode says otherwise."""
    if step <= 1:
        return amount_minor
    if mode is CashRoundingMode.HALF_UP:
        return round_half_up(amount_minor, step) * step
    sign = -1 if amount_minor < 0 else 1
    whole, rest = divmod(abs(amount_minor), step)
    up = rest * 2 > step if mode is CashRoundingMode.HALF_DOWN else mode is CashRoundingMode.UP and rest > 0
    return sign * (whole + up) * step
