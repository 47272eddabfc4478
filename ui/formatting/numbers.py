"""Numbers as the user's locale writes them, from integers, fast enough for every scan.

Babel is asked once per locale and currency how it writes a few sample numbers; from those come
prefix, suffix, signs and grouping, and all further numbers are put together from integers here.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

MINUS = "\u2212"  # as wide as a digit's plus; Babel's "-" is a hyphen
_SAMPLE = 12_345_678_901


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """How one kind of number is written; decimals is how many digits follow the mark."""

    before: str
    after: str
    minus_before: str
    minus_after: str
    group: str
    first_group: int
    next_group: int
    least_grouped: int  # numbers with fewer digits before the mark are not grouped
    mark: str
    decimals: int

    def write(self, scaled: int, *, trim: bool = False) -> str:
        """The integer 123456 with two decimals as "1,234.56"; trim drops zeros at the end."""
        size = -scaled if scaled < 0 else scaled
        text = self._group(str(size // 10**self.decimals)) if self.decimals else self._group(str(size))
        if self.decimals:
            fraction = str(size % 10**self.decimals).rjust(self.decimals, "0")
            fraction = fraction.rstrip("0") if trim else fraction
            text = f"{text}{self.mark}{fraction}" if fraction else text
        if scaled < 0:
            return f"{self.minus_before}{text}{self.minus_after}"
        return f"{self.before}{text}{self.after}"

    def _group(self, digits: str) -> str:
        if len(digits) < self.least_grouped:
            return digits
        parts = [digits[-self.first_group :]]
        rest = digits[: -self.first_group]
        while rest:
            parts.append(rest[-self.next_group :])
            rest = rest[: -self.next_group]
        return self.group.join(reversed(parts))


def parse_locale(name: str) -> Locale:
    """The Babel locale of "de_DE", "de-DE" or "de"; English for one that Babel does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(name.replace("-", "_").split(".", maxsplit=1)[0])
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def money_pattern(locale_name: str, currency: str, digits: int) -> NumberPattern:
    """How amounts of the currency are written; digits are those of its minor unit (ISO 4217)."""
    locale = parse_locale(locale_name)
    return _learn(locale, locale.currency_formats["standard"], digits, currency)


@cache
def decimal_pattern(locale_name: str, digits: int) -> NumberPattern:
    """How plain numbers with up to that many decimals are written."""
    locale = parse_locale(locale_name)
    return _learn(locale, locale.decimal_formats[None], digits, None)


@cache
def percent_pattern(locale_name: str, digits: int) -> NumberPattern:
    """How per cents are written; the number to write is the per cent itself, not the fraction."""
    locale = parse_locale(locale_name)
    pattern = copy.copy(locale.percent_formats[None])
    pattern.scale = 0
    return _learn(locale, pattern, digits, None)


def _learn(locale: Locale, babel_pattern: Any, digits: int, currency: str | None) -> NumberPattern:
    pattern = copy.copy(babel_pattern)
    pattern.frac_prec = (digits, digits)

    def sample(value: Decimal) -> str:
        text: str = pattern.apply(
            value, locale, currency=currency, currency_digits=False, numbering_system="latn"
        )
        return text.replace("-", MINUS)

    before, body, after = _cut(sample(Decimal(_SAMPLE)))
    minus_before, _, minus_after = _cut(sample(Decimal(-_SAMPLE)))
    whole = body[: _end_of_whole(body, digits)]
    first, following = _group_sizes(whole)
    group = next((c for c in reversed(whole) if not c.isdigit()), "")
    least = 4 if len(_cut(sample(Decimal(1234)))[1]) > 4 + bool(digits) + digits else 5
    mark = body[len(whole)] if digits else "."
    return NumberPattern(
        before, after, minus_before, minus_after, group, first, following, least, mark, digits
    )


def _cut(text: str) -> tuple[str, str, str]:
    places = [i for i, c in enumerate(text) if c.isdigit()]
    return text[: places[0]], text[places[0] : places[-1] + 1], text[places[-1] + 1 :]


def _end_of_whole(body: str, digits: int) -> int:
    return len(body) - digits - 1 if digits else len(body)


def _group_sizes(whole: str) -> tuple[int, int]:
    sizes = [0]
    for character in reversed(whole):
        if character.isdigit():
            sizes[-1] += 1
        else:
            sizes.append(0)
    return sizes[0], sizes[1] if len(sizes) > 1 else sizes[0]
