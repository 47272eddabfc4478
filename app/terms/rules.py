"""Due dates and instalments of a payment term: pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.kernel.money import minor_digits, round_half_up, split_by_weight

WHOLE: Final = 10_000  # hundredths of a per cent
MICRO: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class TermLine:
    """One instalment: its share in hundredths of a per cent, and when it is due."""

    share_hundredths: int
    months: int = 0
    days: int = 0
    day_of_month: int | None = None  # carried forward to this day; 31 is the end of the month
    from_month_end: bool = False  # months and days count from the end of the document's month


@dataclass(frozen=True, slots=True)
class Instalment:
    """What is due when."""

    number: int
    due_date: date
    amount_minor: int


def add_months(day: date, months: int) -> date:
    """The same day some months later; the last of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def due_date(line: TermLine, on: date) -> date:
    """When an instalment of a document of that day is due.

    From the day, or the end of its month: months, days, then forward to the day of the month.
    """
    due = add_months(on, line.months)
    if line.from_month_end:
        due = due.replace(day=monthrange(due.year, due.month)[1])
    due += timedelta(days=line.days)
    if line.day_of_month is None:
        return due
    last = monthrange(due.year, due.month)[1]
    wanted = due.replace(day=min(line.day_of_month, last))
    if wanted >= due:
        return wanted
    following = add_months(due.replace(day=1), 1)
    return following.replace(day=min(line.day_of_month, monthrange(following.year, following.month)[1]))


def instalments(lines: Sequence[TermLine], *, amount_minor: int, on: date) -> list[Instalment]:
    """The amount spread over the instalments without losing a cent, by due date."""
    amounts = split_by_weight(amount_minor, [line.share_hundredths for line in lines])
    dated = sorted(zip((due_date(line, on) for line in lines), amounts, strict=True))
    return [Instalment(i, due, amount) for i, (due, amount) in enumerate(dated, start=1)]


def to_home(amount_minor: int, rate_micro: int) -> int:
    """An amount of a foreign currency in the company's, at a rate in millionths."""
    return amount_minor if rate_micro == MICRO else round_half_up(amount_minor * rate_micro, MICRO)


def minor_rate(whole_micro: int, *, currency: str, home: str) -> int:
    """The rate between the smallest units from the one people say: 1 JPY = 0.0061 EUR is 0.61 cents a yen.

    Both are in millionths; what is finer is rounded.
    """
    shift = minor_digits(home) - minor_digits(currency)
    return whole_micro * 10**shift if shift >= 0 else round_half_up(whole_micro, 10**-shift)


def whole_rate(rate_micro: int, *, currency: str, home: str) -> int:
    """The rate people say, in millionths, from the one between the smallest units."""
    return minor_rate(rate_micro, currency=home, home=currency)
