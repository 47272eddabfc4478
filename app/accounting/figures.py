"""DSO and its kin, how customers pay, and the cash of the next weeks; with the list behind each figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, func, select

from app.accounting.rules import (
    Habit,
    MonthSales,
    Settled,
    collection_effectiveness,
    dso_count_back,
    dso_simple,
    habit_of,
    plain_days,
    week_of,
    weighted_days,
)
from app.collections.queries import list_promises
from app.collections.states import DisputeStatus, PromiseStatus
from app.collections.tables import dispute
from app.receivables.ageing import AgedItem, Bucket, bucket_sums, list_aged_items
from app.receivables.tables import allocation, open_item
from app.terms.rules import add_months, to_home

# what is sold on credit; a credit note takes it back
SOLD: Final = ("invoice", "prepayment", "credit_note", "sale", "opening_item")
MONEY: Final = ("customer_payment", "opening_settlement")
WEEKS: Final = 13
_MONTHS: Final = 12
_ENOUGH: Final = 3  # payments from which a customer's own habit counts


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """The figures of a day and the days before it, with what each is made of; amounts minor units."""

    on: date
    since: date
    days: int
    receivable_minor: int
    current_minor: int
    overdue_minor: int
    sales_minor: int
    begin_minor: int
    dso_simple: int | None  # tenths of days, as all the others
    dso_count_back: int
    dso_best: int | None
    days_to_pay: int | None
    days_late: int | None
    plain_days_to_pay: int | None
    payments: int
    effectiveness: int | None  # hundredths of a per cent
    months: tuple[MonthSales, ...]  # the last first

    @property
    def delinquent_days(self) -> int | None:
        """DSO less the best possible: days that are lost by paying late."""
        if self.dso_simple is None or self.dso_best is None:
            return None
        return self.dso_simple - self.dso_best


def money_figures(connection: Connection, *, on: date, days: int = 90) -> MoneyFigures:
    """The figures of a day; credit sales and payments are those of the `days` before and on it."""
    since = on - timedelta(days=days - 1)
    now = bucket_sums(list_aged_items(connection, on=on))
    before = bucket_sums(list_aged_items(connection, on=since - timedelta(days=1)))
    receivable, begin = sum(now.values()), sum(before.values())
    current = now[Bucket.CURRENT]
    months = _months(connection, on)
    sales = _sold(connection, since, on)
    settled = list_settled(connection, since=since, until=on)
    return MoneyFigures(
        on, since, days, receivable, current, receivable - current - now[Bucket.CREDIT], sales, begin,
        dso_simple(receivable, sales, days), dso_count_back(receivable, months),
        dso_simple(current, sales, days), weighted_days(settled), weighted_days(settled, late=True),
        plain_days(settled), len(settled),
        collection_effectiveness(begin, sales, receivable, current, max((days + 15) // 30, 1)), months,
    )  # fmt: skip


def _sold(connection: Connection, since: date, until: date) -> int:
    rows = connection.execute(
        select(open_item.c.rate_micro, func.sum(open_item.c.amount_minor))
        .where(open_item.c.document_type.in_(SOLD), open_item.c.date >= since, open_item.c.date <= until)
        .group_by(open_item.c.rate_micro)
    )
    return sum(to_home(int(minor), int(rate)) for rate, minor in rows)


def _months(connection: Connection, on: date) -> tuple[MonthSales, ...]:
    """Credit sales of the months back from a day, the running one up to that day."""
    found: list[MonthSales] = []
    first, last = on.replace(day=1), on
    for _n in range(_MONTHS):
        found.append(MonthSales(first, _sold(connection, first, last), (last - first).days + 1))
        last = first - timedelta(days=1)
        first = last.replace(day=1)
    return tuple(found)


def list_settled(
    connection: Connection, *, since: date, until: date, party_id: int | None = None
) -> list[Settled]:
    """What was paid of invoices in a period: money only, neither credit notes nor deductions."""
    money = open_item.alias("money")
    written = (
        select(
            open_item.c.document_type, open_item.c.document_id, func.min(open_item.c.date).label("on")
        )
        .where(open_item.c.document_type.in_(SOLD))
        .group_by(open_item.c.document_type, open_item.c.document_id)
        .subquery()
    )  # fmt: skip
    query = (
        select(
            open_item.c.party_id, allocation.c.amount_minor, open_item.c.rate_micro,
            allocation.c.business_date, open_item.c.due_date, written.c.on,
        )
        .join_from(allocation, open_item, open_item.c.id == allocation.c.open_item_id)
        .join(money, money.c.id == allocation.c.credit_item_id)
        .join(
            written,
            (written.c.document_type == open_item.c.document_type)
            & (written.c.document_id == open_item.c.document_id),
        )
        .where(
            money.c.document_type.in_(MONEY), allocation.c.undone_at.is_(None),
            allocation.c.business_date >= since, allocation.c.business_date <= until,
        )
    )  # fmt: skip
    if party_id is not None:
        query = query.where(open_item.c.party_id == party_id)
    return [
        Settled(int(who), to_home(int(minor), int(rate)), (paid - on).days, (paid - due).days)
        for who, minor, rate, paid, due, on in connection.execute(query)
    ]


@dataclass(frozen=True, slots=True)
class MonthAge:
    """How old what was owed was at the end of a month."""

    on: date
    minor: dict[Bucket, int]

    @property
    def total_minor(self) -> int:
        """All of it."""
        return sum(self.minor.values())


def ageing_over_time(connection: Connection, *, on: date, months: int = 6) -> list[MonthAge]:
    """The ends of the last months, the oldest first, and the day itself."""
    first = on.replace(day=1)
    ends = [on, *(add_months(first, 1 - n) - timedelta(days=1) for n in range(1, months))]
    return [
        MonthAge(day, bucket_sums(list_aged_items(connection, on=day))) for day in sorted(set(ends))
    ]  # fmt: skip


class Basis(StrEnum):
    """What an expected day rests on."""

    PROMISE = "promise"
    HABIT = "habit"  # the customer's own
    ALL = "all"  # that of all customers: he has paid too seldom
    DUE = "due"  # nobody has paid anything yet


@dataclass(frozen=True, slots=True)
class Expected:
    """An open item and when it will probably be paid; company's currency."""

    item: AgedItem
    on: date
    minor: int
    basis: Basis
    habit: Habit | None


@dataclass(frozen=True, slots=True)
class CashForecast:
    """Cash that is expected from customers, week by week."""

    on: date
    weeks: tuple[int, ...]  # minor units
    later_minor: int
    disputed_minor: int  # not counted
    credit_minor: int  # not counted: money that was not applied yet
    items: tuple[Expected, ...]
    error_tenths: int | None  # mean error of a day, of all customers


def cash_forecast(connection: Connection, *, on: date, weeks: int = WEEKS) -> CashForecast:
    """When each open item will probably be paid: as promised, else its due date and how late he pays.

    What should have come already is expected in the first week; what is in dispute is not counted.
    """
    settled = list_settled(connection, since=on - timedelta(days=730), until=on)
    by_party: dict[int, list[Settled]] = {}
    for s in settled:
        by_party.setdefault(s.party_id, []).append(s)
    habits = {who: habit_of(mine) for who, mine in by_party.items()}
    everybody = habit_of(settled)
    disputed = _disputed(connection)
    promised = {
        p.party_id: (p.due_on, p.amount_minor)
        for p in list_promises(connection, on=on)
        if p.status is PromiseStatus.OPEN
    }
    found: list[Expected] = []
    left_out = credit = 0
    for x in list_aged_items(connection, on=on):
        if x.bucket is Bucket.CREDIT:
            credit -= x.home_minor
            continue
        held = min(disputed.get(x.item.id, 0), x.home_minor)
        left_out += held
        if x.home_minor > held:
            found.append(_expected(x, x.home_minor - held, on, promised, habits, everybody))
    sums = [0] * weeks
    later = 0
    for e in found:
        place = week_of(e.on, on)
        if place < weeks:
            sums[place] += e.minor
        else:
            later += e.minor
    error = everybody.error_tenths if everybody is not None else None
    return CashForecast(
        on, tuple(sums), later, left_out, credit, tuple(sorted(found, key=lambda e: e.on)), error
    )


def _disputed(connection: Connection) -> Mapping[int, int]:
    rows = connection.execute(
        select(dispute.c.open_item_id, func.sum(dispute.c.amount_minor))
        .where(dispute.c.status == DisputeStatus.OPEN.value)
        .group_by(dispute.c.open_item_id)
    )
    return {int(i): int(minor) for i, minor in rows}


def _expected(
    x: AgedItem, minor: int, on: date, promised: dict[int, tuple[date, int]],
    habits: Mapping[int, Any], everybody: Habit | None,
) -> Expected:  # fmt: skip
    promise = promised.get(x.item.party_id)
    own = habits.get(x.item.party_id)
    if promise is not None and promise[1] >= minor:
        promised[x.item.party_id] = (promise[0], promise[1] - minor)
        return Expected(x, promise[0], minor, Basis.PROMISE, own)
    habit, basis = own, Basis.HABIT
    if own is None or own.payments < _ENOUGH:
        habit, basis = everybody, Basis.ALL
    if habit is None:
        return Expected(x, max(x.item.due_date, on), minor, Basis.DUE, None)
    day = x.item.due_date + timedelta(days=habit.days_late)
    return Expected(x, max(day, on), minor, basis, habit)
