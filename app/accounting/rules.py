"""Figures about money in: pure (design/money-in.md 7.1). Days are tenths, per cents hundredths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.kernel.money import round_half_up

TENTHS: Final = 10
WEEK: Final = timedelta(days=7)


def dso_simple(receivable_minor: int, sales_minor: int, days: int) -> int | None:
    """Receivables / credit sales of the period x its days; None where nothing was sold."""
    if sales_minor <= 0:
        return None
    return round_half_up(receivable_minor * days * TENTHS, sales_minor)


@dataclass(frozen=True, slots=True)
class MonthSales:
    """Credit sales of a month and how many days it has."""

    first: date
    sales_minor: int
    days: int


def dso_count_back(receivable_minor: int, months: Iterable[MonthSales]) -> int:
    """Month by month back, as long as the receivables are more than its sales; then the share of the last.

    What no month covers counts no further days. 212,000 with 100,000, 80,000 and 70,000 in months of 30
    days is 60 + 32/70 x 30 = 73.7.
    """
    left, tenths = receivable_minor, 0
    for month in months:
        if left <= 0:
            break
        if month.sales_minor > 0 and left < month.sales_minor:
            return tenths + round_half_up(left * month.days * TENTHS, month.sales_minor)
        left -= max(month.sales_minor, 0)
        tenths += month.days * TENTHS
    return tenths


def collection_effectiveness(
    begin_minor: int, sales_minor: int, end_minor: int, end_current_minor: int, months: int
) -> int | None:
    """How much of what could be collected was, in hundredths of a per cent; None where nothing could.

    (begin + sales / months - end) / (begin + sales / months - end not due) x 100.
    """
    monthly = round_half_up(sales_minor, max(months, 1))
    could = begin_minor + monthly - end_current_minor
    if could <= 0:
        return None
    return round_half_up((begin_minor + monthly - end_minor) * 10_000, could)


@dataclass(frozen=True, slots=True)
class Settled:
    """A payment of an invoice: how much, after how many days, and how many of them late."""

    party_id: int
    minor: int
    days: int
    days_late: int


def weighted_days(settled: Sequence[Settled], *, late: bool = False) -> int | None:
    """Average days to pay (or late) by amount, in tenths; None without a payment."""
    total = sum(s.minor for s in settled)
    if total <= 0:
        return None
    days = sum(s.minor * (s.days_late if late else s.days) for s in settled)
    return round_half_up(days * TENTHS, total)


def plain_days(settled: Sequence[Settled], *, late: bool = False) -> int | None:
    """The same, each payment alike."""
    if not settled:
        return None
    return round_half_up(sum(s.days_late if late else s.days for s in settled) * TENTHS, len(settled))


@dataclass(frozen=True, slots=True)
class Habit:
    """How a customer pays: days late on average, by how many payments, and how far off one may be."""

    days_late: int
    payments: int
    error_tenths: int  # mean distance of a payment from what the others would have made one expect


def habit_of(settled: Sequence[Settled]) -> Habit | None:
    """A customer's habit from his payments; None without any.

    The error is measured by leaving each payment out and expecting it from the others.
    """
    if not settled:
        return None
    late = [s.days_late for s in settled]
    total, count = sum(late), len(late)
    mean = round_half_up(total, count)
    if count == 1:
        return Habit(mean, 1, abs(late[0]) * TENTHS)
    off = sum(abs(x * (count - 1) - (total - x)) for x in late)
    return Habit(mean, count, round_half_up(off * TENTHS, count * (count - 1)))


def week_of(day: date, today: date) -> int:
    """Which of the coming weeks a day is in, from 0; what has passed is expected in the first."""
    return max((day - today).days, 0) // WEEK.days
