"""Money: an exact amount of one currency, held as integer minor units (cents, pence, yen)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

# ISO 4217 minor units where they are not 2 (list of active codes, table A.1).
_ODD_DIGITS: Final = {
    **dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
    **dict.fromkeys(["CLF", "UYW"], 4),
}
CURRENCY_CODE_LENGTH: Final = 3
_MOST_TEXT: Final = 40  # characters: more is no amount, whatever it says
_MOST_DIGITS: Final = 15  # before the point, in the smallest unit: fits any column with room to add


def scaled_exactly(text: str, digits: int) -> int | None:
    """The number a text says, times 10 to the power of digits, when that is whole; else None.

    Plain digits, a point, a sign; no exponent, no underscores, no digits of other scripts. Nothing is
    rounded on the way, however long the text is.
    """
    text = text.strip()
    if len(text) > _MOST_TEXT or not text.isascii() or "_" in text or "e" in text.lower():
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    sign, places, exponent = value.as_tuple()
    number: int = int("".join(map(str, places)) or "0")
    shift = int(exponent) + digits
    if shift < 0:
        number, rest = divmod(number, 10**-shift)
        if rest:
            return None
    else:
        number = number * int(10**shift)
    if number >= 10**_MOST_DIGITS:
        return None
    return -number if sign else number


class CurrencyMismatchError(ValueError):
    """Two different currencies met in one sum."""


def minor_digits(currency: str) -> int:
    """Decimals of the currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217)."""
    return _ODD_DIGITS.get(currency, 2)


def round_half_up(numerator: int, denominator: int) -> int:
    """Numerator / denominator rounded to an integer, halves away from zero; denominator > 0.

    Away from zero so that a return is the exact mirror of the sale.
    """
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def split_by_weight(amount: int, weights: Sequence[int]) -> list[int]:
    """Split an amount of minor units in proportion to the weights; the parts sum to the amount.

    Largest remainder; ties go to the earlier part. Negative amounts split as the mirror of
    positive ones.

    Raises:
        ValueError: when the weights are negative or sum to zero.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        msg = "weights must not be negative and must sum to a positive number"
        raise ValueError(msg)
    sign = -1 if amount < 0 else 1
    size = abs(amount)
    parts = [size * w // total for w in weights]
    remainders = [size * w % total for w in weights]
    left = size - sum(parts)
    for i in sorted(range(len(weights)), key=lambda i: -remainders[i])[:left]:
        parts[i] += 1
    return [sign * part for part in parts]


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units, e.g. Money(1999, "EUR") is 19.99 EUR."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            msg = f"minor units must be int, got {type(self.minor).__name__}"
            raise TypeError(msg)
        if len(self.currency) != CURRENCY_CODE_LENGTH or not self.currency.isupper():
            msg = f"not a currency code: {self.currency!r}"
            raise ValueError(msg)

    @classmethod
    def from_decimal(cls, amount: Decimal, currency: str) -> Money:
        """Round half away from zero to the currency's minor unit."""
        digits = minor_digits(currency)
        rounded = amount.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
        return cls(int(rounded.scaleb(digits)), currency)

    @classmethod
    def exact(cls, text: str, currency: str) -> Money:
        """Read "12.30" exactly.

        Raises:
            ValueError: when the text is no number or has more decimals than the currency.
        """
        minor = scaled_exactly(text, minor_digits(currency))
        if minor is None:
            msg = f"not an amount of {currency}: {text[:_MOST_TEXT]!r}"
            raise ValueError(msg)
        return cls(minor, currency)

    def to_decimal(self) -> Decimal:
        """The amount in major units."""
        return Decimal(self.minor).scaleb(-minor_digits(self.currency))

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            msg = f"{self.currency} and {other.currency}"
            raise CurrencyMismatchError(msg)

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __str__(self) -> str:
        return f"{self.to_decimal():.{minor_digits(self.currency)}f} {self.currency}"

    def split(self, weights: Sequence[int]) -> list[Money]:
        """Split without losing a minor unit; see split_by_weight."""
        return [Money(part, self.currency) for part in split_by_weight(self.minor, weights)]
