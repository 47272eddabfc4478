"""The figures from order to cash: pure. Shares are hundredths of a per cent, days tenths of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.kernel.money import round_half_up

WHOLE: Final = 10_000
TENTHS: Final = 10


class GroupBy(StrEnum):
    """What the figures are told by."""

    MONTH = "month"
    CUSTOMER = "customer"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class LineFill:
    """A goods line: what was wanted and what of it left with the first shipment of the order."""

    category: str
    wanted_milli: int
    first_milli: int


@dataclass(frozen=True, slots=True)
class OrderTimes:
    """When each step of an order happened; None: not yet, or not at all.

    Attributes:
        target_on: the day it was wanted or, without one, promised for.
        shipped_on: its last goods left; None while some wait.
        paid_on: the last cent of its invoices was applied; None while something is open or unbilled.
        net_minor: company's currency.
        flawed: something of it was claimed, came back or was credited.
    """

    order_id: int
    number: str
    party_id: int
    party_name: str
    ordered_on: date
    target_on: date | None
    first_shipped_on: date | None
    shipped_on: date | None
    invoiced_on: date | None
    paid_on: date | None
    net_minor: int
    lines: tuple[LineFill, ...]
    flawed: bool = False

    @property
    def in_full(self) -> bool | None:
        """Whether the first shipment had everything; None before there was one."""
        if self.first_shipped_on is None or not self.lines:
            return None
        return all(x.first_milli >= x.wanted_milli for x in self.lines)

    def on_time(self, today: date) -> bool | None:
        """Whether all of it left by its day; None without a day, or while the day is still to come."""
        if self.target_on is None or not self.lines:
            return None
        if self.shipped_on is not None:
            return self.shipped_on <= self.target_on
        return None if today <= self.target_on else False

    def punctual_and_full(self, today: date) -> bool | None:
        """On time and in full; None where one of them cannot be told yet."""
        punctual = self.on_time(today)
        if punctual is False or self.in_full is False:
            return False
        return None if punctual is None or self.in_full is None else True

    def perfect(self, today: date) -> bool | None:
        """On time, in full, and nothing came back, was claimed or credited."""
        good = self.punctual_and_full(today)
        return good and not self.flawed if good is not None else None


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The figures of a month, a customer or a product group; None: nothing to tell it from.

    Attributes:
        ship_days: from order to the last goods, tenths of a day on average; the others alike.
        otif: share of orders on time and in full.
        fill: share of the wanted quantity that left with the first shipment, by line.
        perfect: share of perfect orders.
        order_ids: the orders behind it.
    """

    key: str
    orders: int
    net_minor: int
    ship_days: int | None
    invoice_days: int | None
    cash_days: int | None
    otif: int | None
    fill: int | None
    perfect: int | None
    order_ids: tuple[int, ...]


def _average(days: Iterable[int]) -> int | None:
    found = list(days)
    return round_half_up(sum(found) * TENTHS, len(found)) if found else None


def _share(found: Iterable[bool | None]) -> int | None:
    known = [x for x in found if x is not None]
    return round_half_up(sum(known) * WHOLE, len(known)) if known else None


def _fill(lines: Iterable[LineFill]) -> int | None:
    """The mean over the lines, each counted once: pieces and kilograms are not added."""
    shares = [
        round_half_up(min(x.first_milli, x.wanted_milli) * WHOLE, x.wanted_milli)
        for x in lines
        if x.wanted_milli > 0
    ]
    return round_half_up(sum(shares), len(shares)) if shares else None


def _days(first: date | None, last: date | None) -> list[int]:
    return [(last - first).days] if first is not None and last is not None else []


def figures_of(
    key: str, orders: Sequence[OrderTimes], today: date, lines: Iterable[LineFill] | None = None
) -> GroupFigures:
    """The figures of some orders; `lines` narrows the fill rate to some of their lines."""
    filled = [x for o in orders if o.first_shipped_on for x in o.lines] if lines is None else lines
    return GroupFigures(
        key, len(orders), sum(o.net_minor for o in orders),
        _average(d for o in orders for d in _days(o.ordered_on, o.shipped_on)),
        _average(d for o in orders for d in _days(o.first_shipped_on, o.invoiced_on)),
        _average(d for o in orders for d in _days(o.invoiced_on, o.paid_on)),
        _share(o.punctual_and_full(today) for o in orders), _fill(filled),
        _share(o.perfect(today) for o in orders), tuple(o.order_id for o in orders),
    )  # fmt: skip


def _keys(by: GroupBy) -> Callable[[OrderTimes], list[str]]:
    if by is GroupBy.MONTH:
        return lambda o: [f"{o.ordered_on:%Y-%m}"]
    if by is GroupBy.CUSTOMER:
        return lambda o: [o.party_name]
    return lambda o: sorted({x.category for x in o.lines})


def group_figures(orders: Sequence[OrderTimes], *, by: GroupBy, today: date) -> list[GroupFigures]:
    """The figures by month, customer or product group, in the order of their names.

    An order with goods of several groups stands in each of them; its fill rate there is that of the
    group's own lines.
    """
    keys = _keys(by)
    groups: dict[str, list[OrderTimes]] = {}
    for order in orders:
        for key in keys(order):
            groups.setdefault(key, []).append(order)
    found: list[GroupFigures] = []
    for key, members in sorted(groups.items()):
        lines = None
        if by is GroupBy.CATEGORY:
            shipped = [o for o in members if o.first_shipped_on]
            lines = [x for o in shipped for x in o.lines if x.category == key]
        found.append(figures_of(key, members, today, lines))
    return found


@dataclass(frozen=True, slots=True)
class OwedItem:
    """An open item as it stood on a day, company's currency; credits are below zero."""

    party_id: int
    party_name: str
    document_type: str
    document_id: int
    number: str
    due_date: date
    open_minor: int


@dataclass(frozen=True, slots=True)
class CashFigures:
    """How quickly sales on account become money; days in tenths, None without sales.

    Attributes:
        dso: receivables / sales on account x days of the period.
        best_dso: the same with what is not overdue: the best that the terms allow.
        delinquent_days: what lies between them.
        effectiveness: what was collected of what could have been, hundredths of a per cent.
    """

    days: int
    sales_minor: int
    first_minor: int
    last_minor: int
    current_minor: int
    dso: int | None
    best_dso: int | None
    delinquent_days: int | None
    effectiveness: int | None


def cash_figures(
    *, first_minor: int, last: Sequence[OwedItem], sales_minor: int, since: date, until: date
) -> CashFigures:
    """The figures of a period.

    Args:
        first_minor: receivables on the evening before it.
        last: what was owed on its last evening.
        sales_minor: what was billed on account in it, including tax.
        since: its first day.
        until: its last day.
    """
    days = (until - since).days + 1
    total = sum(x.open_minor for x in last)
    current = sum(x.open_minor for x in last if x.due_date >= until)
    dso = best = late = None
    if sales_minor > 0:
        dso = round_half_up(total * days * TENTHS, sales_minor)
        best = round_half_up(current * days * TENTHS, sales_minor)
        late = dso - best
    could = first_minor + sales_minor - current
    effective = round_half_up((first_minor + sales_minor - total) * WHOLE, could) if could > 0 else None
    return CashFigures(days, sales_minor, first_minor, total, current, dso, best, late, effective)
