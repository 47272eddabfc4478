"""Interest, shares of tax, promises, levels: pure (design/money-in.md 7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from app.collections.states import PromiseStatus
from app.kernel.money import round_half_up, split_by_weight

WHOLE: Final = 10_000  # hundredths of a per cent
RATE: Final = 100_000  # thousandths of a per cent


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """What a document bears at one rate; "" and 0 for what bears none."""

    code: str
    rate: int
    base_minor: int
    tax_minor: int


def share_of_tax(gross_minor: int, groups: Sequence[TaxGroup]) -> list[TaxGroup]:
    """A part of a document's gross amount, spread over its rates by what each comes to.

    Base and tax of a rate: tax = gross * rate / (1 + rate), half up; the parts come to the amount.
    A tax that is no per cent is taken in proportion.
    """
    weights = [max(g.base_minor + g.tax_minor, 0) for g in groups]
    if not sum(weights):
        return [TaxGroup("", 0, gross_minor, 0)]
    found: list[TaxGroup] = []
    for g, part in zip(groups, split_by_weight(gross_minor, weights), strict=True):
        if g.rate:
            tax = round_half_up(part * g.rate, RATE + g.rate)
        else:
            tax = round_half_up(part * g.tax_minor, g.base_minor + g.tax_minor) if part else 0
        if part:
            found.append(TaxGroup(g.code, g.rate, part - tax, tax))
    return found


@dataclass(frozen=True, slots=True)
class Rate:
    """A yearly rate of interest from a day on; thousandths of a per cent."""

    valid_from: date
    thousandths: int


@dataclass(frozen=True, slots=True)
class Balance:
    """So much was open from this day on."""

    since: date
    minor: int


def rate_on(rates: Iterable[Rate], on: date) -> int | None:
    """The rate of a day; None before the first."""
    known = [r for r in rates if r.valid_from <= on]
    return max(known, key=lambda r: r.valid_from).thousandths if known else None


def simple_interest(
    balances: Sequence[Balance], rates: Sequence[Rate], *, first: date, last: date, year_days: int = 365
) -> int:
    """Simple interest on what was open on each day from `first` to `last`, both counted; rounded once.

    Sum over half-years and balances of amount x rate x days / year (Directive 2011/7/EU).

    Args:
        balances: what was open, by day; before the first one nothing was.
        rates: the table of rates; days before the first bear none.
        first: the day after the due date, or after the last day charged.
        last: the day of the reminder.
        year_days: 365 or 360.
    """
    marks = {first, last + timedelta(days=1)}
    marks |= {b.since for b in balances if first < b.since <= last}
    marks |= {r.valid_from for r in rates if first < r.valid_from <= last}
    days = sorted(marks)
    total = Fraction(0)
    for since, until in pairwise(days):
        known = [b for b in balances if b.since <= since]
        minor = max(known, key=lambda b: b.since).minor if known else 0
        total += Fraction(max(minor, 0) * (rate_on(rates, since) or 0) * (until - since).days)
    exact = total / (RATE * year_days)
    return round_half_up(exact.numerator, exact.denominator)


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise, as the judging sees it."""

    promise_id: int
    amount_minor: int
    made_on: date
    due_on: date
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """Money that came."""

    on: date
    minor: int


def judge_promises(
    promises: Iterable[Promised], received: Iterable[Received], *, on: date, grace_days: int
) -> dict[int, PromiseStatus]:
    """Which promises were kept: money from the day of the promise to its day and the grace.

    Each amount keeps one promise only, the one that was due first.
    """
    money = sorted(received, key=lambda r: r.on)
    left = [r.minor for r in money]
    found: dict[int, PromiseStatus] = {}
    for p in sorted(promises, key=lambda p: (p.due_on, p.promise_id)):
        if p.withdrawn:
            found[p.promise_id] = PromiseStatus.WITHDRAWN
            continue
        last = p.due_on + timedelta(days=grace_days)
        missing = p.amount_minor
        for place, r in enumerate(money):
            if p.made_on <= r.on <= last:
                taken = min(missing, left[place])
                missing -= taken
                left[place] -= taken
        if not missing:
            found[p.promise_id] = PromiseStatus.KEPT
        else:
            found[p.promise_id] = PromiseStatus.BROKEN if on > last else PromiseStatus.OPEN
    return found


@dataclass(frozen=True, slots=True)
class Level:
    """One level of reminders; see app.collections.tables.dunning_level."""

    position: int
    name: str
    days_late: int
    days_between: int
    least_minor: int
    fee_minor: int
    fee_hundredths: int
    interest: bool
    compensation_minor: int
    stops_credit: bool


def next_level(
    levels: Sequence[Level], *, days_late: int, reached: int, days_since: int | None
) -> Level | None:
    """The level an item is due for: the one after what it reached, when it is late enough.

    Levels are not leapt over: the letter before has to have been sent, and its days to have passed.

    Args:
        levels: by position.
        days_late: days after the due date.
        reached: the highest level that was sent; 0: none.
        days_since: days since the last letter; None: there was none.
    """
    following = next((x for x in levels if x.position > reached), None)
    if following is None or days_late < following.days_late:
        return None
    if days_since is not None and days_since < following.days_between:
        return None
    return following


def levels_follow(levels: Sequence[Level]) -> bool:
    """Whether each level has a name and comes later than the one before."""
    days = [x.days_late for x in levels]
    return all(x.name for x in levels) and days == sorted(set(days))


def fee_of(level: Level, overdue_minor: int) -> int:
    """The fee of a letter: fixed, and a share of the overdue invoices without earlier fees."""
    return level.fee_minor + round_half_up(max(overdue_minor, 0) * level.fee_hundredths, WHOLE)
