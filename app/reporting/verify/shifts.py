"""Z reports against the ledger, to the cent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, func, select

from app.ledger.tables import ledger_entry, ledger_line
from app.reporting.verify.ledger import role_of_account
from app.reporting.verify.results import Check, stream, sums
from app.till.store_day import get_store_day
from app.till.tables import shift, shift_difference, shift_sales, shift_tax, store_day

_TAKEN: Final = ("sale", "return", "taking", "pay_in", "pay_out", "safe_drop", "bank_drop")
# by shift: kind of entry and role -> minor units
Booked = dict[int, dict[tuple[str, str], int]]


def _booked(connection: Connection) -> Booked:
    roles = role_of_account(connection)
    query = (
        select(
            ledger_entry.c.shift_id, ledger_entry.c.kind, ledger_line.c.account_code,
            func.sum(ledger_line.c.amount_minor),
        )
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(ledger_entry.c.shift_id.is_not(None))
        .group_by(ledger_entry.c.shift_id, ledger_entry.c.kind, ledger_line.c.account_code)
    )  # fmt: skip
    found: Booked = {}
    for shift_id, kind, code, amount in connection.execute(query):
        figures = found.setdefault(shift_id, {})
        key = (kind, roles.get(code, code))
        figures[key] = figures.get(key, 0) + int(amount)
    return found


def _sum(figures: dict[tuple[str, str], int], role: str, kinds: tuple[str, ...] | None = None) -> int:
    return sum(v for (kind, r), v in figures.items() if r == role and (kinds is None or kind in kinds))


def _totals(connection: Connection) -> Iterator[str]:
    """What the Z says of sales and tax, against the ledger."""
    booked = _booked(connection)
    net = sums(
        connection,
        select(shift_sales.c.shift_id, func.sum(shift_sales.c.net_minor)).group_by(shift_sales.c.shift_id),
        1,
    )
    tax = sums(
        connection,
        select(shift_tax.c.shift_id, func.sum(shift_tax.c.tax_minor)).group_by(shift_tax.c.shift_id),
        1,
    )
    for row in stream(connection, select(shift.c.id, shift.c.z_number)):
        figures = booked.get(row.id, {})
        for name, told, role in (("net", net, "sales"), ("tax", tax, "tax_output")):
            said, right = told.get((row.id,), (0,))[0], -_sum(figures, role, ("sale", "return"))
            if said != right:
                yield f"shift {row.id} (Z {row.z_number}): {name} is {said}, in the ledger {right}"


def _drawers(connection: Connection) -> Iterator[str]:
    """Float and takings, the count, and what was left: the drawer in the ledger, shift by shift."""
    booked = _booked(connection)
    counted = {
        row.shift_id: row
        for row in connection.execute(
            select(shift_difference).where(shift_difference.c.tender_code == "cash")
        )
    }
    over_short = sums(
        connection,
        select(shift_difference.c.shift_id, func.sum(shift_difference.c.difference_minor)).group_by(
            shift_difference.c.shift_id
        ),
        1,
    )
    left = {
        row.id: row.next_float_minor
        for row in connection.execute(
            select(shift.c.id, shift.c.next_float_minor).where(shift.c.status == "closed")
        )
    }
    closed = (
        select(
            shift.c.id, shift.c.z_number, shift.c.float_minor, shift.c.next_float_minor, shift.c.carried_from
        )
        .where(shift.c.status == "closed")
        .order_by(shift.c.till_id, shift.c.z_number)
    )
    for row in stream(connection, closed):
        figures = booked.get(row.id, {})
        where = f"shift {row.id} (Z {row.z_number})"
        yield from _drawer(where, row, figures, counted.get(row.id), left.get(row.carried_from, 0))
        booked_away = -_sum(figures, "over_short")
        if over_short.get((row.id,), (0,))[0] != booked_away:
            yield f"{where}: the differences counted are not those booked ({booked_away})"


def _drawer(
    where: str, row: Any, figures: dict[tuple[str, str], int], count: Any, carried: int
) -> Iterator[str]:
    expected = row.float_minor + _sum(figures, "cash_drawer", _TAKEN)
    if count is None:
        yield f"{where}: cash was never counted"
    elif count.expected_minor != expected:
        yield f"{where}: {count.expected_minor} expected in the drawer, in the ledger {expected}"
    left = carried + _sum(figures, "cash_drawer")
    if left != row.next_float_minor:
        yield f"{where}: {row.next_float_minor} left in the drawer, in the ledger {left}"


def _days(connection: Connection) -> Iterator[str]:
    """A closed day says what its shifts say, and all of them are closed."""
    for row in stream(connection, select(store_day).order_by(store_day.c.business_date)):
        found = get_store_day(connection, store_id=row.store_id, business_date=row.business_date)
        where = f"day {row.business_date} of store {row.store_id}"
        if found.open_tills:
            yield f"{where}: it is closed, shifts at {', '.join(found.open_tills)} are not"
        for name, right in (
            ("shifts", len(found.shifts)), ("gross_minor", found.gross_minor),
            ("over_short_minor", found.over_short_minor),
        ):  # fmt: skip
            if getattr(row, name) != right:
                yield f"{where}: {name} is {getattr(row, name)}, by its shifts {right}"


SHIFT_CHECKS: Final = (
    Check("days_equal_shifts", "Every closed day of a store says what its shifts say.", _days),
    Check("z_equals_ledger", "Sales and taxes of every X and Z equal the ledger to the cent.", _totals),
    Check(
        "drawer_equals_ledger", "Every drawer, as expected, counted and left, equals the ledger.", _drawers
    ),
)
