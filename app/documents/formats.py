"""Money, quantities, rates and times as they stand on paper."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.kernel.money import minor_digits
from app.kernel.quantity import DIGITS, ONE

_NARROW_SPACES: Final = {"\u202f": " ", "\u00a0": " ", "\u2019": "'"}


@lru_cache(maxsize=16)
def _locale(language: str) -> Any:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


@lru_cache(maxsize=16)
def _signs(language: str) -> tuple[str, str]:
    """Decimal sign and group mark, as a receipt printer can print them."""
    symbols = _locale(language).number_symbols["latn"]
    group = symbols["group"]
    return symbols["decimal"], _NARROW_SPACES.get(group, group)


def _group(digits: str, mark: str) -> str:
    parts: list[str] = []
    while digits:
        parts.append(digits[-3:])
        digits = digits[:-3]
    return mark.join(reversed(parts))


def _number(value: int, places: int, language: str, *, drop_zeros: bool = False) -> str:
    decimal, group = _signs(language)
    whole, fraction = divmod(abs(value), 10**places)
    tail = f"{fraction:0{places}d}" if places else ""
    if drop_zeros:
        tail = tail.rstrip("0")
    sign = "-" if value < 0 else ""
    return sign + _group(str(whole), group) + (decimal + tail if tail else "")


def amount(minor: int, currency: str, language: str) -> str:
    """1234550, "EUR", "de" -> "12.345,50"; without the currency, for columns."""
    return _number(minor, minor_digits(currency), language)


@lru_cache(maxsize=64)
def symbol(currency: str, language: str) -> str:
    """The sign of a currency, "€" for EUR; the code itself where there is no symbol."""
    return str(_locale(language).currency_symbols.get(currency, currency))


def money(minor: int, currency: str, language: str) -> str:
    """With the currency: "€ 12.50" in English, "12,50 €" in German."""
    plain = amount(minor, currency, language)
    sign = symbol(currency, language)
    return f"{plain} {sign}" if language.startswith("de") else f"{sign} {plain}"


def quantity(milli: int, language: str) -> str:
    """3000 -> "3", 1250 -> "1.25"."""
    return (
        _number(milli, DIGITS, language, drop_zeros=True)
        if milli % ONE
        else _number(milli // ONE, 0, language)
    )


def rate(thousandths: int, language: str) -> str:
    """19000 -> "19 %", 5500 -> "5.5 %"."""
    return _number(thousandths, 3, language, drop_zeros=True) + " %"


def moment(at: datetime, *, time_zone: str, language: str) -> str:
    """Local date and time, short."""
    local = at.astimezone(ZoneInfo(time_zone))
    return f"{day(local.date(), language)} {local:%H:%M}"


def day(on: date, language: str) -> str:
    """A date, numeric, four-digit year."""
    return f"{on:%d.%m.%Y}" if language.startswith("de") else f"{on:%Y-%m-%d}"
