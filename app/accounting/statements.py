"""Trial balance, profit and loss, balance sheet: added up from the days of the accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, case, func, select

from app.ledger.queries import MOVED
from app.ledger.states import AccountKind
from app.ledger.tables import account, ledger_day

YEAR_CLOSE: Final = "year_close"
_RESULT: Final = (AccountKind.INCOME, AccountKind.EXPENSE)


@dataclass(frozen=True, slots=True)
class TrialRow:
    """An account over a period; debit positive, so an income account closes below zero."""

    code: str
    name: str
    kind: AccountKind
    opening_minor: int
    debit_minor: int
    credit_minor: int  # as a positive figure

    @property
    def closing_minor(self) -> int:
        """What it comes to at the end."""
        return self.opening_minor + self.debit_minor - self.credit_minor


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """Every account that has a line; opening and closing sum to zero, debits equal credits."""

    since: date
    until: date
    rows: tuple[TrialRow, ...]

    @property
    def debit_minor(self) -> int:
        """All debits of the period."""
        return sum(r.debit_minor for r in self.rows)

    @property
    def credit_minor(self) -> int:
        """All credits of the period."""
        return sum(r.credit_minor for r in self.rows)

    @property
    def difference_minor(self) -> int:
        """What the accounts sum to at the end: 0 where the books are right."""
        return sum(r.closing_minor for r in self.rows)


def trial_balance(connection: Connection, *, since: date, until: date) -> TrialBalance:
    """Opening, debits, credits and closing of each account, by code."""
    before, within = ledger_day.c.business_date < since, ledger_day.c.business_date >= since
    rows = connection.execute(
        select(
            account.c.code, account.c.name, account.c.kind,
            func.coalesce(func.sum(case((before, MOVED), else_=0)), 0),
            func.coalesce(func.sum(case((within, ledger_day.c.debit_minor), else_=0)), 0),
            func.coalesce(func.sum(case((within, ledger_day.c.credit_minor), else_=0)), 0),
        )
        .join_from(ledger_day, account, account.c.code == ledger_day.c.account_code)
        .where(ledger_day.c.business_date <= until)
        .group_by(account.c.code, account.c.name, account.c.kind)
        .order_by(account.c.code)
    )  # fmt: skip
    found = [
        TrialRow(code, name, AccountKind(kind), int(o), int(d), int(c)) for code, name, kind, o, d, c in rows
    ]
    return TrialBalance(since, until, tuple(found))


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line of a statement, in the sense of its side: income, debts and equity are positive there."""

    code: str
    name: str
    kind: AccountKind
    minor: int


@dataclass(frozen=True, slots=True)
class ProfitAndLoss:
    """Income and expense of a period, without the entries that close years."""

    since: date
    until: date
    income: tuple[StatementRow, ...]
    expense: tuple[StatementRow, ...]

    @property
    def result_minor(self) -> int:
        """Profit, or loss below zero."""
        return _total(self.income) - _total(self.expense)


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """What there is and whose it is at the end of a day; both sides are equal."""

    on: date
    assets: tuple[StatementRow, ...]
    liabilities: tuple[StatementRow, ...]
    equity: tuple[StatementRow, ...]
    result_minor: int  # of the years that are not closed

    @property
    def assets_minor(self) -> int:
        """The left side."""
        return _total(self.assets)

    @property
    def claims_minor(self) -> int:
        """The right side."""
        return _total(self.liabilities) + _total(self.equity) + self.result_minor


def _total(rows: Iterable[StatementRow]) -> int:
    return sum(r.minor for r in rows)


def _sums(
    connection: Connection, *, since: date | None, until: date, with_closings: bool
) -> list[StatementRow]:
    query = (
        select(account.c.code, account.c.name, account.c.kind, func.sum(MOVED))
        .join_from(ledger_day, account, account.c.code == ledger_day.c.account_code)
        .where(ledger_day.c.business_date <= until)
        .group_by(account.c.code, account.c.name, account.c.kind)
        .order_by(account.c.code)
    )
    if since is not None:
        query = query.where(ledger_day.c.business_date >= since)
    if not with_closings:
        query = query.where(ledger_day.c.kind != YEAR_CLOSE)
    found: list[StatementRow] = []
    for code, name, kind, minor in connection.execute(query):
        own = AccountKind(kind)
        sign = 1 if own in (AccountKind.ASSET, AccountKind.EXPENSE) else -1
        if minor:
            found.append(StatementRow(code, name, own, sign * int(minor)))
    return found


def _of(rows: Iterable[StatementRow], kind: AccountKind) -> tuple[StatementRow, ...]:
    return tuple(r for r in rows if r.kind is kind)


def profit_and_loss(connection: Connection, *, since: date, until: date) -> ProfitAndLoss:
    """Income and expense of the days from `since` to `until`."""
    rows = _sums(connection, since=since, until=until, with_closings=False)
    return ProfitAndLoss(since, until, _of(rows, AccountKind.INCOME), _of(rows, AccountKind.EXPENSE))


def balance_sheet(connection: Connection, *, on: date) -> BalanceSheet:
    """Assets, debts and equity at the end of a day, with the result that is not closed yet."""
    rows = _sums(connection, since=None, until=on, with_closings=True)
    result = _total(_of(rows, AccountKind.INCOME)) - _total(_of(rows, AccountKind.EXPENSE))
    return BalanceSheet(
        on, _of(rows, AccountKind.ASSET), _of(rows, AccountKind.LIABILITY), _of(rows, AccountKind.EQUITY),
        result,
    )  # fmt: skip
