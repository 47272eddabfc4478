"""All formats of one user in one value: money, quantities, per cents, dates and times."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import Final

from app.documents.texts import unit_code, unit_word
from app.kernel.money import minor_digits
from app.kernel.quantity import DIGITS
from ui.formatting.numbers import (
    MINUS,
    NumberPattern,
    decimal_pattern,
    money_pattern,
    parse_locale,
    percent_pattern,
)
from ui.formatting.typed import parse_percent, parse_quantity, parse_scaled

_LRI: Final = "\u2066"
_PDI: Final = "\u2069"
_NBSP: Final = "\u00a0"
PERCENT_DIGITS: Final = 2


class Formats:
    """How one user reads and writes numbers and times.

    Nothing is loaded before the first use; after that a number costs about two microseconds.
    """

    def __init__(self, locale: str = "en", currency: str = "EUR", zone: tzinfo = UTC) -> None:
        self.locale = locale
        self.currency = currency
        self.zone = zone
        self.digits = minor_digits(currency)

    @cached_property
    def _money(self) -> NumberPattern:
        return money_pattern(self.locale, self.currency, self.digits)

    @cached_property
    def _bare(self) -> NumberPattern:
        return decimal_pattern(self.locale, self.digits)

    @cached_property
    def _quantity(self) -> NumberPattern:
        return decimal_pattern(self.locale, DIGITS)

    @cached_property
    def _percent(self) -> NumberPattern:
        return percent_pattern(self.locale, PERCENT_DIGITS)

    @cached_property
    def right_to_left(self) -> bool:
        """Whether the language runs from right to left."""
        return parse_locale(self.locale).text_direction == "rtl"

    @property
    def mark(self) -> str:
        """The decimal mark."""
        return self._quantity.mark

    def money(self, minor: int) -> str:
        """Minor units with the currency: "€12.50", "12,50 €"."""
        return self._isolate(self._money.write(minor))

    def amount(self, minor: int) -> str:
        """Minor units without the currency, as one types it: "12.50"."""
        return self._isolate(self._bare.write(minor))

    def signed_money(self, minor: int) -> str:
        """As money, with a plus above zero: for differences."""
        text = self._money.write(minor)
        return self._isolate(f"+{text}" if minor > 0 else text)

    def quantity(self, milli: int, unit: str = "") -> str:
        """Thousandths without needless zeros, with the unit where one is given: "0.25 kg"."""
        number = self._quantity.write(milli, trim=True)
        return self._isolate(f"{number}{_NBSP}{self.unit(unit)}" if unit else number)

    def signed_quantity(self, milli: int, unit: str = "") -> str:
        """As quantity, with a plus above zero: for what goes in and out."""
        number = self._quantity.write(milli, trim=True)
        if milli > 0:
            number = f"+{number}"
        return self._isolate(f"{number}{_NBSP}{self.unit(unit)}" if unit else number)

    def unit(self, code: str) -> str:
        """A unit as the user's language writes it: "pc" is "Stk." in German."""
        return unit_word(code, self.locale)

    def unit_code(self, word: str) -> str:
        """The code of a unit as the user writes it: "Stk." is "pc" in German."""
        return unit_code(word, self.locale)

    def number(self, value: int) -> str:
        """A count, grouped: "12,345"."""
        return self._isolate(decimal_pattern(self.locale, 0).write(value))

    def percent(self, hundredths: int) -> str:
        """Hundredths of a per cent: 1000 is "10%" or "10 %"."""
        return self._isolate(self._percent.write(hundredths, trim=True))

    def rate(self, thousandths: int) -> str:
        """Thousandths of a per cent, as tax rates are kept: 19000 is "19%"."""
        return self._isolate(percent_pattern(self.locale, DIGITS).write(thousandths, trim=True))

    def discount(self, hundredths: int) -> str:
        """The badge of a discount in per cent: "−10 %"."""
        return self._isolate(f"{MINUS}{self._percent.write(hundredths, trim=True)}")

    def times(self, quantity_milli: int, unit_price_minor: int, unit: str = "") -> str:
        """The second row of a cart line: "2 × €8.60", "0.25 kg × €9.10"."""
        number = self._quantity.write(quantity_milli, trim=True)
        if unit:
            number = f"{number}{_NBSP}{self.unit(unit)}"
        return self._isolate(f"{number} × {self._money.write(unit_price_minor)}")

    def parse_amount(self, text: str, *, allow_negative: bool = False) -> int:
        """Minor units of what a person typed, exactly.

        Raises:
            NotANumberError, TooManyDecimalsError, NumberTooLargeError, NegativeNumberError: each
                one a sentence for the user.
        """
        return parse_scaled(text, digits=self.digits, mark=self.mark, allow_negative=allow_negative)

    def parse_quantity(self, text: str) -> int:
        """Thousandths of what a person typed; raises as parse_amount."""
        return parse_quantity(text, mark=self.mark)

    def parse_percent(self, text: str) -> int:
        """Hundredths of a per cent of what a person typed ("12,5 %"); raises as parse_amount."""
        return parse_percent(text, digits=PERCENT_DIGITS, mark=self.mark)

    def date(self, day: date) -> str:
        """A day in medium length: "24 Nov 2025"."""
        from babel.dates import format_date

        return format_date(day, "medium", locale=parse_locale(self.locale))

    def time(self, moment: datetime) -> str:
        """The time of day in the shop's zone: "14:05"."""
        from babel.dates import format_time

        return format_time(moment.astimezone(self.zone), "short", locale=parse_locale(self.locale))

    def date_time(self, moment: datetime) -> str:
        """Day and time in the shop's zone."""
        local = moment.astimezone(self.zone)
        return f"{self.date(local.date())} {self.time(moment)}"

    def duration(self, seconds: int) -> str:
        """A length of time in its largest unit: "12 min"."""
        from babel.dates import format_timedelta

        return format_timedelta(seconds, format="short", threshold=1.0, locale=parse_locale(self.locale))

    def _isolate(self, text: str) -> str:
        """Kept left to right inside a line that runs the other way (else "-10 %" turns round)."""
        return f"{_LRI}{text}{_PDI}" if self.right_to_left else text
