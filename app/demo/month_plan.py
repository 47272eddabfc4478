"""A month of the Online Retail file as what a wholesaler had to do: pure, nothing is booked here.

Every line of the month becomes a line of an order, a part of a credit note, or is left out under a
reason, so that the sums of the three are the file's own (issue 3, "Done when" 2). What a cancellation
takes back is looked for among the customer's purchases of the same goods at the same price, the latest
first; what was bought before the month is put into an order brought forward.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = "Europe/London"
NO_CUSTOMER: Final = "no customer"
NO_PRICE: Final = "no price"
NEVER_BOUGHT: Final = "taken back, but never bought at that price"


@dataclass(frozen=True, slots=True)
class FileLine:
    """One line of the file; the price in minor units, not rounded."""

    invoice: str
    code: str
    text: str
    quantity: int
    at: datetime
    price: Decimal
    customer: str
    country: str

    @property
    def total(self) -> Decimal:
        """What the file says it comes to, minor units; negative for what came back."""
        return self.quantity * self.price


@dataclass(slots=True)
class PlannedOrder:
    """An invoice of the file, as the order that led to it."""

    number: str
    customer: str
    country: str
    at: datetime
    lines: list[FileLine]


@dataclass(frozen=True, slots=True)
class Back:
    """So many pieces of a line of an order come back."""

    order: str
    index: int
    quantity: int


@dataclass(slots=True)
class PlannedCredit:
    """A cancellation of the file."""

    number: str
    customer: str
    at: datetime
    parts: list[Back]
    lines: int
    total_minor: int


@dataclass(slots=True)
class MonthPlan:
    """What is to be done, and what is left out."""

    brought_forward: list[PlannedOrder] = field(default_factory=list)
    steps: list[PlannedOrder | PlannedCredit] = field(default_factory=list)  # as time went
    left_out: dict[str, list[FileLine]] = field(default_factory=dict)
    file_lines: int = 0
    file_total: Decimal = Decimal(0)  # minor units, not rounded

    @property
    def orders(self) -> list[PlannedOrder]:
        """The month's own orders."""
        return [s for s in self.steps if isinstance(s, PlannedOrder)]

    @property
    def credits(self) -> list[PlannedCredit]:
        """Its cancellations."""
        return [s for s in self.steps if isinstance(s, PlannedCredit)]

    @property
    def adds_up(self) -> bool:
        """Whether orders, credit notes and what is left out are the file's lines and sum.

        A cancellation of which a part was never bought is a line of both: it is told apart by sums.
        """
        left = sum((line.total for lines in self.left_out.values() for line in lines), Decimal(0))
        taken = order_total(self.orders) - sum(c.total_minor for c in self.credits)
        return taken + left == self.file_total


def order_total(orders: Sequence[PlannedOrder]) -> int:
    """What orders come to by the file, minor units, net."""
    return int(sum((line.total for order in orders for line in order.lines), Decimal(0)))


def read_plan(path: Path, month: str, *, days: int | None = None) -> MonthPlan:
    """Read a month ("2011-11") of the packed file, or its first trading days."""
    lines = [_line(row) for row in _rows(path) if row[4].startswith(month)]
    if days is not None:
        wanted = sorted({line.at.date() for line in lines})[:days]
        lines = [line for line in lines if line.at.date() in wanted]
    plan = MonthPlan(file_lines=len(lines), file_total=sum((line.total for line in lines), Decimal(0)))
    taken = [line for line in lines if _is_taken(plan, line)]
    _Planner(plan, _Earlier(path, month)).plan(taken)
    return plan


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


def _line(row: list[str]) -> FileLine:
    invoice, code, text, quantity, at, price, customer, country = row
    local = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(ZONE))
    return FileLine(
        invoice, code.upper(), text.strip(), int(quantity), local.astimezone(UTC), Decimal(price) * 100,
        customer.removesuffix(".0"), country,
    )  # fmt: skip


def _is_taken(plan: MonthPlan, line: FileLine) -> bool:
    """Wholesale to a known customer at a price in whole minor units; else it is left out."""
    if not line.customer:
        plan.left_out.setdefault(NO_CUSTOMER, []).append(line)
    elif line.price <= 0 or line.price != line.price.to_integral_value():
        plan.left_out.setdefault(NO_PRICE, []).append(line)
    else:
        return True
    return False


@dataclass(slots=True)
class _Bought:
    """A line that may come back, and what is left of it."""

    order: str
    index: int
    left: int


_Key = tuple[str, str, Decimal]


def _key(line: FileLine) -> _Key:
    return (line.customer, line.code, line.price)


class _Earlier:
    """What customers bought before the month, read once, when it is first asked for."""

    def __init__(self, path: Path, month: str) -> None:
        self._path = path
        self._month = month
        self._found: dict[_Key, list[FileLine]] | None = None

    def take(self, key: _Key) -> FileLine | None:
        """The latest purchase of these goods by this customer at this price that was not given yet."""
        if self._found is None:
            self._found = {}
            for row in _rows(self._path):
                if row[4] >= self._month:
                    break
                if row[6] and not row[3].startswith("-"):
                    line = _line(row)
                    self._found.setdefault(_key(line), []).append(line)
        lines = self._found.get(key)
        return lines.pop() if lines else None


class _Planner:
    """Puts the month's lines in order and finds what the cancellations take back."""

    def __init__(self, plan: MonthPlan, earlier: _Earlier) -> None:
        self._plan = plan
        self._earlier = earlier
        self._bought: dict[_Key, list[_Bought]] = {}
        self._before: dict[str, PlannedOrder] = {}

    def plan(self, lines: Sequence[FileLine]) -> None:
        groups = [list(group) for _number, group in groupby(lines, key=lambda line: line.invoice)]
        for group in sorted(groups, key=lambda group: group[0].at):
            if group[0].invoice.startswith("C"):
                self._cancellation(group)
            else:
                self._order(group)
        self._plan.brought_forward = sorted(self._before.values(), key=lambda order: (order.at, order.number))

    def _order(self, lines: list[FileLine]) -> None:
        first = lines[0]
        self._plan.steps.append(PlannedOrder(first.invoice, first.customer, first.country, first.at, lines))
        for index, line in enumerate(lines):
            self._bought.setdefault(_key(line), []).append(_Bought(first.invoice, index, line.quantity))

    def _cancellation(self, lines: list[FileLine]) -> None:
        parts: list[Back] = []
        count, total = 0, Decimal(0)
        for line in lines:
            found = self._take_back(line)
            taken = sum(part.quantity for part in found)
            parts += found
            count += bool(taken)
            total += taken * line.price
            if taken < -line.quantity:
                rest = replace(line, quantity=line.quantity + taken)
                self._plan.left_out.setdefault(NEVER_BOUGHT, []).append(rest)
        if parts:
            first = lines[0]
            self._plan.steps.append(
                PlannedCredit(first.invoice, first.customer, first.at, parts, count, int(total))
            )

    def _take_back(self, line: FileLine) -> list[Back]:
        bought = self._bought.setdefault(_key(line), [])
        wanted = -line.quantity
        found = _from(bought, wanted)
        while sum(part.quantity for part in found) < wanted:
            old = self._earlier.take(_key(line))
            if old is None:
                break
            bought.insert(0, self._bring_forward(old))
            found += _from(bought[:1], wanted - sum(part.quantity for part in found))
        return found

    def _bring_forward(self, line: FileLine) -> _Bought:
        order = self._before.setdefault(
            line.invoice, PlannedOrder(line.invoice, line.customer, line.country, line.at, [])
        )
        order.lines.append(line)
        return _Bought(line.invoice, len(order.lines) - 1, line.quantity)


def _from(bought: Sequence[_Bought], wanted: int) -> list[Back]:
    """So much out of what was bought, the latest first."""
    found: list[Back] = []
    for each in reversed(bought):
        quantity = min(each.left, wanted)
        if quantity:
            each.left -= quantity
            wanted -= quantity
            found.append(Back(each.order, each.index, quantity))
    return found
