"""The journal of a period: every line as it was booked, or the till's sales summed up by shift."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from app.accounting.document_numbers import document_numbers
from app.ledger.queries import accounts_of
from app.ledger.tables import account, ledger_entry, ledger_line
from app.parties.tables import party
from app.till.tables import shift, shift_sales

SUMMED_SETTING: Final = "accounting.sum_by_shift"
_SALES: Final = ("sale", "return")
TAX_AND_SALES: Final = ("sales", "sales_returns")


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of an entry; debit positive, credit negative, company's currency."""

    entry_id: int
    on: date
    at: datetime
    kind: str
    document_type: str
    document_id: int
    document_number: str
    account_code: str
    account_name: str
    party_number: str
    party_name: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Journal:
    """The lines of a period by entry; they sum to zero."""

    since: date
    until: date
    lines: tuple[JournalLine, ...]

    @property
    def debit_minor(self) -> int:
        """All debits."""
        return sum(x.amount_minor for x in self.lines if x.amount_minor > 0)

    @property
    def credit_minor(self) -> int:
        """All credits, as a positive figure."""
        return -sum(x.amount_minor for x in self.lines if x.amount_minor < 0)

    def entries(self) -> list[list[JournalLine]]:
        """The lines by entry."""
        found: dict[int, list[JournalLine]] = {}
        for x in self.lines:
            found.setdefault(x.entry_id, []).append(x)
        return list(found.values())


def load_journal(connection: Connection, *, since: date, until: date, sum_by_shift: bool = False) -> Journal:
    """The journal of the days from `since` to `until`, by day and entry.

    Args:
        connection: where to read.
        since: the first day.
        until: the last day.
        sum_by_shift: one entry for all sales of a shift instead of one a receipt.
    """
    rows = connection.execute(
        select(
            ledger_entry, ledger_line.c.account_code, ledger_line.c.amount_minor,
            account.c.name.label("account_name"), party.c.number.label("party_number"),
            party.c.name.label("party_name"),
        )
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .join(account, account.c.code == ledger_line.c.account_code)
        .outerjoin(party, party.c.id == ledger_line.c.party_id)
        .where(ledger_entry.c.business_date >= since, ledger_entry.c.business_date <= until)
        .order_by(ledger_entry.c.business_date, ledger_entry.c.id, ledger_line.c.position)
    ).all()  # fmt: skip
    numbers = document_numbers(connection, {(r.document_type, r.document_id) for r in rows})
    lines = [_line(r, numbers.get((r.document_type, r.document_id), "")) for r in rows]
    if sum_by_shift:
        shifts = {r.id: r.shift_id for r in rows if r.kind in _SALES and r.shift_id is not None}
        lines = _summed(lines, shifts)
    return Journal(since, until, tuple(lines))


def _line(r: Row[Any], number: str) -> JournalLine:
    return JournalLine(
        r.id, r.business_date, r.at, r.kind, r.document_type, r.document_id, number, r.account_code,
        r.account_name, r.party_number or "", r.party_name or "", r.amount_minor,
    )  # fmt: skip


def _summed(lines: Iterable[JournalLine], shifts: dict[int, int]) -> list[JournalLine]:
    """Sales of a shift and day in one entry, account by account; who owes stays a line of his own."""
    found: dict[tuple[Any, ...], JournalLine] = {}
    for x in lines:
        shift_id = shifts.get(x.entry_id)
        if shift_id is None:
            key: tuple[Any, ...] = (x.entry_id, len(found))
            found[key] = x
            continue
        key = (shift_id, x.on, x.account_code, x.party_number)
        there = found.get(key)
        if there is None:
            found[key] = replace(
                x, entry_id=shift_id, kind="shift_sales", document_type="shift", document_id=shift_id,
                document_number="",
            )  # fmt: skip
        else:
            found[key] = replace(there, amount_minor=there.amount_minor + x.amount_minor)
    kept = [x for x in found.values() if x.amount_minor]
    return sorted(kept, key=lambda x: (x.on, x.entry_id))


@dataclass(frozen=True, slots=True)
class DayAccount:
    """What a day moved on an account."""

    code: str
    name: str
    debit_minor: int
    credit_minor: int


@dataclass(frozen=True, slots=True)
class DayJournal:
    """A day in the general ledger, beside what the shifts' reports say was sold."""

    on: date
    accounts: tuple[DayAccount, ...]
    booked_sales_minor: int  # sales less returns in the ledger, without tax
    reported_sales_minor: int  # the same by the shifts' reports

    @property
    def balanced(self) -> bool:
        """Debits equal credits."""
        return sum(a.debit_minor - a.credit_minor for a in self.accounts) == 0

    @property
    def agrees(self) -> bool:
        """Ledger and reports say the same, to the cent."""
        return self.booked_sales_minor == self.reported_sales_minor


def day_journal(connection: Connection, *, on: date) -> DayJournal:
    """The journal of a day by account, and whether the till's reports of the day agree with it."""
    sums: dict[str, list[Any]] = {}
    sales_accounts = {code for role in TAX_AND_SALES for code in accounts_of(connection, role=role)}
    booked = 0
    for x in load_journal(connection, since=on, until=on).lines:
        found = sums.setdefault(x.account_code, [x.account_name, 0, 0])
        found[1 if x.amount_minor > 0 else 2] += abs(x.amount_minor)
        if x.kind in _SALES and x.account_code in sales_accounts:
            booked -= x.amount_minor
    reported = connection.execute(
        select(func.coalesce(func.sum(shift_sales.c.net_minor), 0))
        .join_from(shift_sales, shift, shift.c.id == shift_sales.c.shift_id)
        .where(shift.c.business_date == on)
    ).scalar_one()
    accounts = tuple(DayAccount(code, *figures) for code, figures in sorted(sums.items()))
    return DayJournal(on, accounts, booked, int(reported))


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of two accounts: so much from the credit to the debit account."""

    debit: JournalLine
    credit: JournalLine
    amount_minor: int


def pairs_of(lines: Sequence[JournalLine]) -> list[Pair]:
    """An entry of several lines as pairs of two accounts, for programs that know no others.

    The largest go together first; what each account gets is what it had.
    """
    debits = sorted((x for x in lines if x.amount_minor > 0), key=lambda x: -x.amount_minor)
    owed = sorted((x for x in lines if x.amount_minor < 0), key=lambda x: x.amount_minor)
    found: list[Pair] = []
    left = [-c.amount_minor for c in owed]
    place = 0
    for debit in debits:
        missing = debit.amount_minor
        while missing:
            taken = min(missing, left[place])
            found.append(Pair(debit, owed[place], taken))
            missing -= taken
            left[place] -= taken
            place += not left[place]
    return found
